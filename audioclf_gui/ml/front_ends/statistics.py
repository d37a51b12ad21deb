"""What can be said in numbers about a window of sound; a new statistic is one more function here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor, nn

_DELTA_REACH = 2  # columns on either side


@dataclass(frozen=True, slots=True, eq=False)
class Spectra:
    """What statistics are taken of, for a batch of windows."""

    bands: Tensor  # mel bands in dB, (batch, mels, columns)
    cepstrum: Tensor  # MFCC, (batch, coefficients, columns)


Statistic = Callable[[Spectra], Tensor]

STATISTICS: dict[str, Statistic] = {}


def statistic(name: str) -> Callable[[Statistic], Statistic]:
    """Make a statistic known under `name`, by which the setting `statistics` asks for it.

    It maps `Spectra` to numbers (batch, n), each window by itself, where n is the same for windows of one
    length. A model keeps the name only: what is to give other numbers needs another name.
    """

    def register(function: Statistic) -> Statistic:
        if name in STATISTICS:
            raise ValueError(f"two statistics are called {name!r}")
        STATISTICS[name] = function
        return function

    return register


def statistics_of(names: tuple[str, ...], heard: Spectra) -> Tensor:
    """The named statistics of each window, in their order, (batch, n)."""
    return torch.cat([STATISTICS[name](heard) for name in names], dim=1)


@lru_cache(maxsize=32)
def numbers_of(names: tuple[str, ...], bands: int, coefficients: int, columns: int) -> int:
    """How many numbers the named statistics of a window are."""
    silence = Spectra(torch.zeros(1, bands, columns), torch.zeros(1, coefficients, columns))
    return statistics_of(names, silence).shape[1]


def deltas(rows: Tensor) -> Tensor:
    """The slope of each row by least squares over five columns, (batch, rows, columns); edges go on level.

    As torchaudio's `compute_deltas` has it.
    """
    padded = nn.functional.pad(rows, (_DELTA_REACH, _DELTA_REACH), mode="replicate")
    steps = range(1, _DELTA_REACH + 1)
    columns = rows.shape[-1]
    total = sum(
        step
        * (
            padded[..., _DELTA_REACH + step :][..., :columns]
            - padded[..., _DELTA_REACH - step :][..., :columns]
        )
        for step in steps
    )
    return total / (2 * sum(step * step for step in steps))  # type: ignore[return-value]


def spread(rows: Tensor) -> Tensor:
    """The standard deviation of each row over time, (batch, rows)."""
    return rows.std(dim=-1, correction=0)


@statistic("mfcc-mean")
def mfcc_mean(heard: Spectra) -> Tensor:
    """Mean of each coefficient over time."""
    return heard.cepstrum.mean(dim=-1)


@statistic("mfcc-sd")
def mfcc_sd(heard: Spectra) -> Tensor:
    """Standard deviation of each coefficient over time."""
    return spread(heard.cepstrum)


@statistic("mfcc-max")
def mfcc_max(heard: Spectra) -> Tensor:
    """Largest value of each coefficient."""
    return heard.cepstrum.amax(dim=-1)


@statistic("mfcc-delta-mean")
def mfcc_delta_mean(heard: Spectra) -> Tensor:
    """Mean slope of each coefficient, per column."""
    return deltas(heard.cepstrum).mean(dim=-1)


@statistic("mfcc-delta-sd")
def mfcc_delta_sd(heard: Spectra) -> Tensor:
    """Standard deviation of each coefficient's slope."""
    return spread(deltas(heard.cepstrum))


@statistic("band-mean")
def band_mean(heard: Spectra) -> Tensor:
    """Mean level of each band over time, in dB."""
    return heard.bands.mean(dim=-1)


@statistic("band-sd")
def band_sd(heard: Spectra) -> Tensor:
    """Standard deviation of each band's level over time, in dB."""
    return spread(heard.bands)


@statistic("band-max")
def band_max(heard: Spectra) -> Tensor:
    """Largest level of each band, in dB."""
    return heard.bands.amax(dim=-1)


@statistic("band-delta-mean")
def band_delta_mean(heard: Spectra) -> Tensor:
    """Mean slope of each band's level, in dB per column."""
    return deltas(heard.bands).mean(dim=-1)


@statistic("band-delta-sd")
def band_delta_sd(heard: Spectra) -> Tensor:
    """Standard deviation of the slope of each band's level, in dB per column."""
    return spread(deltas(heard.bands))


@statistic("band-levels")
def band_levels(heard: Spectra) -> Tensor:
    """The whole spectrogram as one row, in dB: band after band."""
    return heard.bands.flatten(1)
