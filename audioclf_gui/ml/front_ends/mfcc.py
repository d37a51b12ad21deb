"""Statistics of mel-frequency cepstral coefficients and mel bands: a row of numbers for each window."""

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import LogMel, MelSettings
from audioclf_gui.ml.front_ends.front_end import BadFrontEndError, FrontEnd, front_end, usual_window_s
from audioclf_gui.ml.front_ends.log_mel import check_mel_size, mel_from_json, suited_mel
from audioclf_gui.ml.front_ends.statistics import STATISTICS, Spectra, numbers_of, statistics_of
from audioclf_gui.ml.settings import TrainSettings

_MOST_STATISTICS = 64


@front_end("mfcc-statistics")
@dataclass(frozen=True)
class MfccStatistics(FrontEnd):
    """What `statistics` says about the cepstrum and the bands of a window, one number after another."""

    least_deviation: ClassVar[float] = 1e-3
    windows_at_once: ClassVar[int] = 8  # its numbers are twice as wide as a picture's

    mel: MelSettings
    coefficients: int  # the first so many MFCC
    statistics: tuple[str, ...]  # names in `STATISTICS`, in the order of the numbers

    @property
    @override
    def rate_hz(self) -> int:
        return self.mel.rate_hz

    @property
    @override
    def shape(self) -> tuple[int, ...]:
        columns = self.mel.columns(self.window_frames)
        return (numbers_of(self.statistics, self.mel.mels, self.coefficients, columns),)

    @override
    def to_json(self) -> dict[str, object]:
        return {
            "mel": self.mel.to_dict(),
            "coefficients": self.coefficients,
            "statistics": list(self.statistics),
        }

    @override
    def check_size(self) -> None:
        check_mel_size(self.mel, self.window_frames)
        super().check_size()

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        mel, coefficients, statistics = (values.get(name) for name in ("mel", "coefficients", "statistics"))
        if not isinstance(mel, dict) or values.keys() != {"mel", "coefficients", "statistics"}:
            raise BadFrontEndError(Text("the front end's parameters are not those of MFCC statistics"))
        settings = mel_from_json(mel)
        if type(coefficients) is not int or not 1 <= coefficients <= settings.mels:
            raise BadFrontEndError(Text("features: {name} is out of range", name="coefficients"))
        if not isinstance(statistics, list) or not 1 <= len(statistics) <= _MOST_STATISTICS:
            raise BadFrontEndError(Text("features: {name} is out of range", name="statistics"))
        for name in statistics:
            if not isinstance(name, str) or name not in STATISTICS:
                raise BadFrontEndError(Text("there is no statistic called {name}", name=repr(name)))
        return cls(window_s, pad, settings, coefficients, tuple(statistics))

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        if settings.coefficients > settings.mels:
            raise UserError(
                Text(
                    "{coefficients} MFCC cannot be made of {mels} bands",
                    coefficients=settings.coefficients,
                    mels=settings.mels,
                ),
                remedy=Text("Make coefficients smaller than mels, or as large."),
            )
        window_s, mel = usual_window_s(examples, settings), suited_mel(examples, settings)
        return cls(window_s, settings.pad, mel, settings.coefficients, _wanted(settings.statistics))

    @override
    def module(self) -> nn.Module:
        return WindowStatistics(self.mel, self.coefficients, self.statistics)


class WindowStatistics(nn.Module):
    """Sound, float32 (batch, samples), to numbers, float32 (batch, n).

    It computes in float64: a tree takes one branch or the other, so that what processors round differently
    in float32 would now and then lead to quite another answer.
    """

    cosines: Tensor

    def __init__(self, mel: MelSettings, coefficients: int, statistics: Sequence[str]) -> None:
        super().__init__()
        self.log_mel = LogMel(mel).double()
        self.statistics = tuple(statistics)
        self.register_buffer("cosines", cosine_transform(mel.mels, coefficients), persistent=False)

    def forward(self, samples: Tensor) -> Tensor:
        """The statistics of `samples` (batch, samples), in their order."""
        return statistics_of(self.statistics, self.spectra(samples)).float()

    def spectra(self, samples: Tensor) -> Spectra:
        """What they are taken of, float64."""
        bands = self.log_mel(samples.double())
        return Spectra(bands, self.cosines @ bands)


def cosine_transform(bands: int, coefficients: int) -> Tensor:
    """The first rows of the orthonormal DCT-II, float64 (coefficients, bands)."""
    middles = (torch.arange(bands, dtype=torch.float64) + 0.5) / bands
    orders = torch.arange(coefficients, dtype=torch.float64).unsqueeze(1)
    rows = torch.cos(math.pi * orders * middles) * math.sqrt(2.0 / bands)
    rows[0] /= math.sqrt(2.0)
    return rows


def _wanted(names: str) -> tuple[str, ...]:
    """The statistics of the setting; UserError for none at all or an unknown one."""
    found = tuple(dict.fromkeys(name for name in (part.strip() for part in names.split(",")) if name))
    unknown = [name for name in found if name not in STATISTICS]
    known = Text("Known are: {names}.", names=joined(STATISTICS))
    if unknown:
        near = difflib.get_close_matches(unknown[0], STATISTICS, n=1)
        raise UserError(
            Text("there is no statistic called {name!r}", name=unknown[0]),
            remedy=Text("Did you mean {name!r}?", name=near[0]) if near else known,
        )
    if not found:
        raise UserError(Text("the setting statistics names none"), remedy=known)
    return found
