"""The spectrum of a whole file, coarse enough to be kept: the loudest of some columns each."""

import math
from typing import Self

import numpy as np

from audioclf_gui.audio.estimates import GUESSED_PLACES, near_deviation, near_loudness, near_mean, spread_out
from audioclf_gui.audio.pooling import PooledLevels
from audioclf_gui.audio.spectrum_kernel import FLOOR_DB, STEPS_PER_DB, Columns, SpectrumKernel, decibels

COLUMNS_PER_TILE = 512
"""So many columns are read at once."""
POOLED_COLUMNS = 16
"""A coarse column has the loudest of this many columns, or of more in a very long file."""

_MOST_BYTES = 32 * 2**20  # of the coarse levels of all lanes: 3 hours at 44.1 kHz
_VALUES_PER_PIXEL = 4  # edges of pixels are right to an eighth, for a millisecond


class SpectrumOverview:
    """The greatest level of each bin in each pixel of wide views; any thread may draw from it at any time.

    Column k of the spectrum is centred on sample k * kernel.hop_frames and stands for half a hop
    on both sides.

    Attributes
    ----------
    coarse : uint8, shape (ceil(columns / pooled_columns), bins)
        Maxima of `pooled_columns` columns each, lowest bin first; see `spectrum_kernel.decibels`.
    pooled_columns : int
        How many that are once the file has been read; the more, the more lanes share the memory for them.
    """

    def __init__(
        self, kernel: SpectrumKernel, frames: int, coarse: Columns, lanes: int = 1, columns_each: float = 0.0
    ) -> None:
        self.kernel = kernel
        self.frames = frames
        self.columns = column_count(kernel, frames)
        self.coarse = coarse
        self.pooled_columns = pooling(kernel, frames, lanes)
        self._columns_each = columns_each or self.pooled_columns
        self._levels = PooledLevels(coarse, np.maximum, _VALUES_PER_PIXEL)

    @classmethod
    def glimpsed(cls, kernel: SpectrumKernel, frames: int, glimpses: Columns, lanes: int = 1) -> Self:
        """A rough picture from a few columns at evenly spaced places, of shape (places, columns, bins)."""
        columns_each = column_count(kernel, frames) / GUESSED_PLACES
        likely = _likely_maxima(glimpses, max(columns_each, pooling(kernel, frames, lanes)))
        return cls(kernel, frames, likely, lanes, columns_each)

    @classmethod
    def unread(cls, kernel: SpectrumKernel, frames: int, guess: Self | None = None, lanes: int = 1) -> Self:
        """To be filled by `put`; until then it looks like `guess`, or like silence."""
        count = pooled_count(kernel, frames, lanes)
        if guess is None or not guess.coarse.size:
            return cls(kernel, frames, np.zeros((count, kernel.bins), np.uint8), lanes)
        nearest = np.arange(count) * len(guess.coarse) // max(1, count)
        return cls(kernel, frames, guess.coarse[nearest], lanes)

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self._levels.nbytes

    @property
    def tile_frames(self) -> int:
        """How far apart the stretches begin that `put` takes."""
        return COLUMNS_PER_TILE * self.kernel.hop_frames

    def put(self, tile: int, maxima: Columns) -> None:
        """Take the pooled columns of one stretch, (COLUMNS_PER_TILE / pooled_columns, bins)."""
        count = COLUMNS_PER_TILE // self.pooled_columns
        first = tile * count
        target = self.coarse[first : first + count]
        target[:] = maxima[: len(target)]
        self._levels.refresh(first, first + len(target))

    def image(self, start_s: float, stop_s: float, columns: int) -> Columns:
        """The spectrum over `columns` pixels between two times.

        Returns
        -------
        uint8, shape (columns, bins)
            Levels as `spectrum_kernel.decibels` reads them, lowest bin first; 0 where the file has
            nothing. Edges of pixels are rounded to `pooled_columns` columns, and to an eighth of a pixel
            in wide views.
        """
        picture = np.zeros((max(0, columns), self.kernel.bins), np.uint8)
        if columns > 0 and stop_s > start_s and self.columns:
            start, stop = self._place(start_s), self._place(stop_s)
            pixels, maxima = self._levels.reduce(start, stop, columns)
            picture[pixels] = maxima
        return picture

    def is_fine_enough(self, s_per_px: float) -> bool:
        """Whether each pixel would have a coarse column of its own."""
        return s_per_px * self.kernel.rate_hz >= self.kernel.hop_frames * self.pooled_columns

    def _place(self, time_s: float) -> float:
        """Where a time is in coarse columns."""
        return (time_s * self.kernel.rate_hz / self.kernel.hop_frames + 0.5) / self._columns_each


def column_count(kernel: SpectrumKernel, frames: int) -> int:
    """How many columns a file of that many frames has; none if it is empty."""
    return 1 + frames // kernel.hop_frames if frames else 0


def pooled_count(kernel: SpectrumKernel, frames: int, lanes: int = 1) -> int:
    """How many maxima the coarse level of such a file has."""
    return -(-column_count(kernel, frames) // pooling(kernel, frames, lanes))


def pooling(kernel: SpectrumKernel, frames: int, lanes: int = 1) -> int:
    """How many columns one of the coarse level of such a file stands for, a power of two."""
    pooled = POOLED_COLUMNS
    nbytes = column_count(kernel, frames) * kernel.bins * lanes
    while pooled < COLUMNS_PER_TILE and nbytes > pooled * _MOST_BYTES:
        pooled *= 2
    return pooled


def _likely_maxima(glimpses: Columns, columns_each: float) -> Columns:
    """The greatest level that each of GUESSED_PLACES is likely to have; only a few columns are known.

    Notes
    -----
    The power of noise in a bin is distributed exponentially, so that the greatest of n is expected at
    mean + deviation * (H(n) - 1), H(n) being the harmonic number, about ln n + 0.577. That holds for a
    steady tone, too, which does not deviate. Sounds that come and go deviate more than noise; they are
    as loud as what was heard of them around.
    """
    if not len(glimpses):
        return glimpses[:, 0]
    power = (10.0 ** (decibels(np.arange(256)) / 10))[glimpses]
    mean = near_mean(power.mean(axis=1))
    deviation = np.minimum(near_deviation(power.mean(axis=1), (power**2).mean(axis=1)), mean)
    likely = mean + deviation * max(0.0, math.log(columns_each) + np.euler_gamma - 1.0)
    np.maximum(likely, near_loudness(power.max(axis=1)), out=likely)
    levels = spread_out((10 * np.log10(likely) - FLOOR_DB) * STEPS_PER_DB, GUESSED_PLACES)
    return np.asarray(np.clip(np.rint(levels), 0, 255), np.uint8)
