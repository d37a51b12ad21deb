"""Changes to training pictures that leave their meaning alone; on whole batches, on their device.

Every function takes log-mel pictures (batch, mels, columns), draws its random numbers from `rng`, on the
device of that, and returns new pictures. On a GPU it neither waits for it nor reads from it where `rng` is
the GPU's own.
"""

import math
import random

import torch
from torch import Tensor

from audioclf_gui.ml.settings import TrainSettings

_EQ_POINTS = 4
_NOISE_SNR_DB = (0.0, 40.0)
_LOUD = 0.9  # of the columns are less loud than what noise is compared with
_NOISE_TILT_DB = 12.0  # largest difference from the middle to either end of the bands
_NEPERS = math.log(10.0) / 10.0  # natural logarithms of power per dB


def augment(decibels: Tensor, settings: TrainSettings, rng: torch.Generator) -> Tensor:
    """Shift in time and frequency, timbre, loudness and noise; before normalisation, in dB."""
    if settings.shift > 0.0:
        decibels = shift_in_time(decibels, settings.shift, settings.shift_mode == "roll", rng)
    if settings.pitch_bins > 0:
        decibels = shift_in_frequency(decibels, settings.pitch_bins, rng)
    if settings.eq_db > 0.0:
        decibels = decibels + equaliser(decibels, settings.eq_db, rng)
    if settings.gain_db > 0.0:
        decibels = decibels + _between(
            -settings.gain_db, settings.gain_db, (len(decibels), 1, 1), decibels, rng
        )
    if settings.noise > 0.0:
        decibels = add_noise(decibels, settings.noise, rng)
    return decibels


def shift_in_time(decibels: Tensor, largest: float, circular: bool, rng: torch.Generator) -> Tensor:
    """Move each picture by a random part of its length, up to `largest`.

    Circular: to the right, what leaves returns on the left. Otherwise to either side, and what comes in
    is as quiet as the picture's quietest point.
    """
    batch, mels, columns = decibels.shape
    low = 0.0 if circular else -largest
    shift = (_between(low, largest, (batch, 1), decibels, rng) * columns).floor().long()
    source = torch.arange(columns, device=decibels.device) - shift
    wrapped = (source % columns).unsqueeze(1).expand(batch, mels, columns)
    moved = decibels.gather(2, wrapped)
    if circular:
        return moved
    outside = ((source < 0) | (source >= columns)).unsqueeze(1)
    return torch.where(outside, decibels.amin(dim=(1, 2), keepdim=True), moved)


def pad_at_random(decibels: Tensor, rng: torch.Generator) -> Tensor:
    """Move each picture by a random part of the silence at its end, where it is quietest in all bands."""
    batch, mels, columns = decibels.shape
    is_silent = decibels.amax(dim=1) <= decibels.amin(dim=(1, 2)).unsqueeze(1)
    silent = is_silent.flip(1).cumprod(dim=1).sum(dim=1, keepdim=True)
    shift = (_between(0.0, 1.0, (batch, 1), decibels, rng) * (silent + 1)).floor().long().minimum(silent)
    source = (torch.arange(columns, device=decibels.device) - shift) % columns
    return decibels.gather(2, source.unsqueeze(1).expand(batch, mels, columns))


def shift_in_frequency(decibels: Tensor, largest_bins: int, rng: torch.Generator) -> Tensor:
    """Move each picture up or down by up to `largest_bins` bands; the edge band is repeated."""
    batch, mels, columns = decibels.shape
    shift = _between(-largest_bins - 0.5, largest_bins + 0.5, (batch, 1), decibels, rng).round().long()
    source = (torch.arange(mels, device=decibels.device) - shift).clamp(0, mels - 1)
    return decibels.gather(1, source.unsqueeze(2).expand(batch, mels, columns))


def equaliser(decibels: Tensor, largest_db: float, rng: torch.Generator) -> Tensor:
    """For each picture a random curve over its bands through four points; (batch, mels, 1) in dB."""
    points = _between(-largest_db, largest_db, (len(decibels), 1, _EQ_POINTS), decibels, rng)
    curve = torch.nn.functional.interpolate(points, decibels.shape[1], mode="linear", align_corners=True)
    return curve.transpose(1, 2)


def add_noise(decibels: Tensor, share: float, rng: torch.Generator) -> Tensor:
    """Add steady noise of random level and slope to a random `share` of the pictures.

    Its level is below that of the loud columns, so that a short sound gets no less of it than a long one.
    """
    batch, mels, _ = decibels.shape
    columns = torch.logsumexp(decibels * _NEPERS, dim=1, keepdim=True) / _NEPERS
    loudness = columns.quantile(_LOUD, dim=2, keepdim=True) - 10.0 * math.log10(mels)
    level = loudness - _between(*_NOISE_SNR_DB, (batch, 1, 1), decibels, rng)
    slope = torch.linspace(-1.0, 1.0, mels, device=decibels.device).view(1, mels, 1)
    tilt = slope * _between(-_NOISE_TILT_DB, _NOISE_TILT_DB, (batch, 1, 1), decibels, rng)
    grain = _between(0.0, 1.0, decibels.shape, decibels, rng).clamp(min=1e-6)
    noise = level + tilt + 10.0 * torch.log10(-torch.log(grain) + 1e-6)  # a periodogram's spread
    noisy = torch.logaddexp(decibels * _NEPERS, noise * _NEPERS) / _NEPERS
    chosen = _between(0.0, 1.0, (batch, 1, 1), decibels, rng) < share
    return torch.where(chosen, noisy, decibels)


def mask(pictures: Tensor, settings: TrainSettings, rng: torch.Generator) -> Tensor:
    """Blank random bands and stretches with each picture's mean; after normalisation.

    SpecAugment (Park et al., Interspeech 2019) without time warping.
    """
    batch, mels, columns = pictures.shape
    hidden = torch.zeros(batch, mels, columns, dtype=torch.bool, device=pictures.device)
    for _ in range(settings.masks):
        bands = _stretch(batch, mels, settings.mask_bins, pictures, rng)
        stretch = _stretch(batch, columns, settings.mask_columns, pictures, rng)
        hidden |= bands.unsqueeze(2) | stretch.unsqueeze(1)
    return torch.where(hidden, pictures.mean(dim=(1, 2), keepdim=True), pictures)


def mixing_weight(alpha: float, rng: torch.Generator) -> float:
    """What the pictures themselves weigh in a blend, from Beta(alpha, alpha); `rng` is the processor's."""
    return random.Random(int(torch.randint(2**31, (), generator=rng))).betavariate(alpha, alpha)


def mix(
    pictures: Tensor, targets: Tensor, weight: float | Tensor, rng: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Blend every picture and its target (batch, classes) with those of another one of the batch.

    mixup (Zhang et al., ICLR 2018), one weight for the batch.
    """
    if rng.device.type == "cpu":
        partner = torch.randperm(len(pictures), generator=rng).to(pictures.device)
    else:  # where permutations of few are drawn on the processor
        partner = torch.rand(len(pictures), generator=rng, device=rng.device).argsort()
    return (
        pictures * weight + pictures[partner] * (1.0 - weight),
        targets * weight + targets[partner] * (1.0 - weight),
    )


def _stretch(batch: int, length: int, largest: float, like: Tensor, rng: torch.Generator) -> Tensor:
    """Places (batch, length) inside a random stretch of up to `largest` of the length."""
    width = _between(0.0, largest * length, (batch, 1), like, rng)
    start = _between(0.0, 1.0, (batch, 1), like, rng) * (length - width)
    places = torch.arange(length, device=like.device)
    return (places >= start.floor()) & (places < (start.floor() + width.floor()))


def _between(low: float, high: float, shape: tuple[int, ...], like: Tensor, rng: torch.Generator) -> Tensor:
    return (low + (high - low) * torch.rand(shape, generator=rng, device=rng.device)).to(like)
