"""Spectrograms as grey pictures, as systems have them that were made for photographs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import torch
from torch import Tensor, nn
from typing_extensions import override

from audioclf_gui.ml import augmentation
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import LogMel, MelSettings
from audioclf_gui.ml.front_ends.front_end import front_end
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.settings import TrainSettings

_GREYS = 255
_USUAL_TOP_DB = 80.0


@dataclass(frozen=True, slots=True)
class Distortion:
    """How a photograph may be changed without becoming another one; for sounds it is a mistake."""

    zoom: tuple[float, float]  # of each axis by itself
    shear_deg: float
    width: float  # largest shift, of the width
    height: float  # largest shift, of the height
    flips_time: bool = False
    flips_frequency: bool = False


_AS_GIVEN = {
    "r0b": Distortion((0.9, 1.2), 0.1, 0.3, 0.1, flips_time=True, flips_frequency=True),
    "r0c": Distortion((0.9, 1.1), 0.0, 0.2, 0.1),
    "r0d": Distortion((0.9, 1.2), 0.05, 0.3, 0.1, flips_time=True),
}
"""What the authors of these networks did to their pictures in training."""


@front_end("spectrogram-image")
@dataclass(frozen=True)
class SpectrogramImage(LogMelPictures):
    """Mel spectrograms as pictures of 256 greys, values 0 to 1, (mels, columns), low bands first.

    1 is as loud as the window's loudest point, 0 is `mel.top_db` below it or lower. How loud the sound is
    as a whole is thereby lost.
    """

    least_deviation: ClassVar[float] = 1.0 / _GREYS

    @override
    def identity(self) -> list[object]:
        return [self.kind, *super().identity()]

    @classmethod
    @override
    def suited(cls, examples: Sequence[Example], settings: TrainSettings) -> Self:
        return super().suited(examples, replace(settings, top_db=settings.top_db or _USUAL_TOP_DB))

    @override
    def module(self) -> nn.Module:  # type: ignore[override]
        return GreyLevels(self.mel)

    @override
    def augmented(self, features: Tensor, settings: TrainSettings, rng: torch.Generator, /) -> Tensor:
        """Changed as sounds are, in dB; with a reference's mistakes as photographs are."""
        if settings.reference is not None:
            distortion = _AS_GIVEN.get(settings.architecture)
            return features if distortion is None else distorted(features, distortion, rng)
        depth_db = self.mel.top_db or _USUAL_TOP_DB
        return grey_levels(augmentation.augment(features * depth_db, settings, rng), depth_db)


class GreyLevels(nn.Module):
    """Sound, float32 (batch, samples) in [-1, 1], to grey pictures, float32 (batch, mels, columns).

    All of it is in the precision of the transform, since a grey is one or the next and nothing between.
    """

    def __init__(self, mel: MelSettings) -> None:
        super().__init__()
        self._depth_db = mel.top_db or _USUAL_TOP_DB
        self._precision = torch.float64 if mel.precision == "float64" else torch.float32
        self.log_mel = LogMel(mel).to(self._precision)

    def forward(self, samples: Tensor) -> Tensor:
        """The pictures of so many sounds, each relative to its own maximum."""
        return grey_levels(self.log_mel(samples.to(self._precision)), self._depth_db).float()


def grey_levels(decibels: Tensor, depth_db: float) -> Tensor:
    """Pictures (batch, mels, columns) in dB as greys from 0 to 1, in steps of 1/255; 1 is the maximum."""
    relative_db = decibels - decibels.amax(dim=(-2, -1), keepdim=True)
    return ((relative_db / depth_db + 1.0).clamp(0.0, 1.0) * _GREYS).round() / _GREYS


def distorted(pictures: Tensor, how: Distortion, rng: torch.Generator) -> Tensor:
    """Pictures (batch, mels, columns), each zoomed, sheared, moved and mirrored by chance.

    What comes in at an edge is the reflection of what is there.
    """
    batch = len(pictures)

    def drawn(low: float, high: float) -> Tensor:
        return low + (high - low) * torch.rand(batch, generator=rng, device=rng.device)

    wide, high = 1.0 / drawn(*how.zoom), 1.0 / drawn(*how.zoom)
    if how.flips_time:
        wide = wide * (torch.rand(batch, generator=rng, device=rng.device) < 0.5).float().mul(-2.0).add(1.0)
    if how.flips_frequency:
        high = high * (torch.rand(batch, generator=rng, device=rng.device) < 0.5).float().mul(-2.0).add(1.0)
    shear = torch.tan(drawn(-how.shear_deg, how.shear_deg) * math.pi / 180.0)
    right, down = 2.0 * drawn(-how.width, how.width), 2.0 * drawn(-how.height, how.height)
    rows = [
        torch.stack([wide, shear, right], dim=1),
        torch.stack([torch.zeros_like(high), high, down], dim=1),
    ]
    places = nn.functional.affine_grid(
        torch.stack(rows, dim=1).to(pictures), [batch, 1, *pictures.shape[1:]], align_corners=False
    )
    moved = nn.functional.grid_sample(
        pictures.unsqueeze(1), places, padding_mode="reflection", align_corners=False
    )
    return moved.squeeze(1)
