"""Log-mel pictures: what convolutional networks hear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

import torch
from torch import Tensor
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.ml import augmentation
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import LogMel, MelSettings, mel_settings
from audioclf_gui.ml.front_ends.front_end import (
    BadFrontEndError,
    FrontEnd,
    front_end,
    usual_rate_hz,
    usual_window_s,
)
from audioclf_gui.ml.settings import TrainSettings

# Far above what any model needs:
_MOST_FILTER_VALUES = 2**25
_MOST_PICTURE_VALUES = 2**27  # FFT lengths times columns of one window


@front_end("log-mel")
@dataclass(frozen=True)
class LogMelPictures(FrontEnd):
    """Log-mel spectrograms (mels, columns) in dB, low bands first; standardised by band."""

    stored_as: ClassVar[torch.dtype] = torch.float16
    least_deviation: ClassVar[float] = 1.0  # dB

    mel: MelSettings

    @property
    @override
    def rate_hz(self) -> int:
        return self.mel.rate_hz

    @property
    @override
    def shape(self) -> tuple[int, ...]:
        return self.mel.mels, self.mel.columns(self.window_frames)

    @override
    def to_json(self) -> dict[str, object]:
        return self.mel.to_dict()

    @override
    def check_size(self) -> None:
        check_mel_size(self.mel, self.window_frames)

    @override
    def identity(self) -> list[object]:
        return [self.mel.to_dict(), self.window_s, self.pad]  # in the words of the first kind there was

    @classmethod
    @override
    def from_json(cls, values: Mapping[str, object], window_s: float, pad: str) -> Self:
        return cls(window_s, pad, mel_from_json(values))

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        return cls(usual_window_s(examples, settings), settings.pad, suited_mel(examples, settings))

    @override
    def module(self) -> LogMel:
        return LogMel(self.mel)

    @override
    def augmented(self, features: Tensor, settings: TrainSettings, rng: torch.Generator, /) -> Tensor:
        if settings.reference is not None and settings.reference.pads_at_random:
            features = augmentation.pad_at_random(features, rng)
        return augmentation.augment(features, settings, rng)

    @override
    def masked(self, standardised: Tensor, settings: TrainSettings, rng: torch.Generator, /) -> Tensor:
        return augmentation.mask(standardised, settings, rng)


def suited_mel(examples: Sequence[Example], settings: TrainSettings) -> MelSettings:
    """The spectrogram that the settings ask for, at the rate that suits the examples."""
    rate_hz = usual_rate_hz(examples, settings.rate_hz)
    hop_s = settings.mel_hop_s
    if settings.columns is not None:
        hop_s = max(hop_s, usual_window_s(examples, settings) / settings.columns)
    return mel_settings(
        rate_hz,
        window_s=max(settings.mel_window_s, hop_s),
        hop_s=hop_s,
        mels=settings.mels,
        low_hz=min(settings.low_hz, rate_hz / 8),
        scale=settings.mel_scale,
        norm=settings.mel_norm,
        top_db=settings.top_db,
    )


def mel_from_json(values: Mapping[str, object]) -> MelSettings:
    """What `MelSettings.to_dict` wrote, from whomever it comes; a ValueError for anything else."""
    for name, value in values.items():
        if name in ("rate_hz", "fft_frames", "mels") and type(value) is not int:
            raise BadFrontEndError(Text("features: {name} is not a whole number", name=name))
        if isinstance(value, int | float) and not abs(value) <= 2**31:
            raise BadFrontEndError(Text("features: {name} is out of range", name=name))
    return MelSettings.from_dict(values)


def check_mel_size(mel: MelSettings, window_frames: int) -> None:
    """BadFrontEndError if the spectrogram of a window of so many samples would take absurd memory."""
    if mel.fft_frames * mel.mels > _MOST_FILTER_VALUES:
        raise BadFrontEndError(Text("the mel filters are absurdly large"))
    if mel.columns(window_frames) * mel.fft_frames > _MOST_PICTURE_VALUES:
        raise BadFrontEndError(Text("the spectrogram of a window is absurdly large"))
