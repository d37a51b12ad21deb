"""A front end: how loud each of some equally wide frequency bands is, as a row of numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.core.plugins import PlugIn
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.front_ends.front_end import BadFrontEndError, FrontEnd, usual_rate_hz, usual_window_s
from audioclf_gui.ml.settings import TrainSettings

SILENCE = 1e-10
"""Added to each band's mean power, so that silence has a level."""


@dataclass(frozen=True)
class BandLevels(FrontEnd):
    """A value: a model's file keeps what `to_json` says, and `from_json` checks it like a stranger's word."""

    kind: ClassVar[str] = "example-bands"

    sampled_hz: int
    bands: int

    @property
    @override
    def rate_hz(self) -> int:
        return self.sampled_hz

    @property
    @override
    def shape(self) -> tuple[int, ...]:
        return (self.bands,)

    @override
    def to_json(self) -> dict[str, object]:
        return {"rate_hz": self.sampled_hz, "bands": self.bands}

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        rate_hz, bands = values.get("rate_hz"), values.get("bands")
        if not isinstance(rate_hz, int) or not isinstance(bands, int) or not 1 <= bands <= 512:
            raise BadFrontEndError(Text.plain("the example's bands are out of range"))
        return cls(window_s, pad, rate_hz, bands)

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        rate_hz = usual_rate_hz(examples, settings.rate_hz)
        return cls(usual_window_s(examples, settings), settings.pad, rate_hz, settings.mels)

    @override
    def module(self) -> nn.Module:
        return _Levels(self.bands)


class _Levels(nn.Module):
    def __init__(self, bands: int) -> None:
        super().__init__()
        self._bands = bands

    def forward(self, samples: Tensor) -> Tensor:
        """Natural logarithms of the bands' mean power (batch, bands), low bands first."""
        power = torch.fft.rfft(samples).abs().square() / samples.shape[-1]
        parts = torch.tensor_split(power, self._bands, dim=-1)
        return (torch.stack([part.mean(dim=-1) for part in parts], dim=-1) + SILENCE).log()


PLUG_IN = PlugIn(BandLevels, api=1)
