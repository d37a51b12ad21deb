"""The spectrum of a whole file, coarse enough to be kept: the loudest of some columns each."""

from typing import Self

import numpy as np

from audioclf_gui.audio.pooling import PooledLevels
from audioclf_gui.audio.spectrum_kernel import Columns, SpectrumKernel

COLUMNS_PER_TILE = 512
"""So many columns are read at once."""
POOLED_COLUMNS = 16
"""A coarse column has the loudest of this many columns; closer views need tiles."""

_VALUES_PER_PIXEL = 4  # edges of pixels are right to an eighth, for a millisecond
_POOLED_PER_TILE = COLUMNS_PER_TILE // POOLED_COLUMNS


class SpectrumOverview:
    """The greatest level of each bin in each pixel of wide views; any thread may draw from it at any time.

    Column k of the spectrum is centred on sample k * kernel.hop_frames and stands for half a hop
    on both sides.

    Attributes
    ----------
    coarse : uint8, shape (ceil(columns / POOLED_COLUMNS), bins)
        Maxima of POOLED_COLUMNS columns each, lowest bin first; see `spectrum_kernel.decibels`.
    """

    def __init__(
        self, kernel: SpectrumKernel, frames: int, coarse: Columns, pooled_columns: float = POOLED_COLUMNS
    ) -> None:
        self.kernel = kernel
        self.frames = frames
        self.columns = column_count(kernel, frames)
        self.coarse = coarse
        self._pooled_columns = pooled_columns
        self._levels = PooledLevels(coarse, np.maximum, _VALUES_PER_PIXEL)

    @classmethod
    def glimpsed(cls, kernel: SpectrumKernel, frames: int, columns: Columns) -> Self:
        """A rough picture from a few evenly spaced columns."""
        return cls(kernel, frames, columns, column_count(kernel, frames) / max(1, len(columns)))

    @classmethod
    def unread(cls, kernel: SpectrumKernel, frames: int, guess: Self | None = None) -> Self:
        """To be filled by `put`; until then it looks like `guess`, or like silence."""
        count = pooled_count(kernel, frames)
        if guess is None or not guess.coarse.size:
            return cls(kernel, frames, np.zeros((count, kernel.bins), np.uint8))
        return cls(kernel, frames, guess.coarse[np.arange(count) * len(guess.coarse) // max(1, count)])

    @property
    def tile_frames(self) -> int:
        """How far apart the stretches begin that `put` takes."""
        return COLUMNS_PER_TILE * self.kernel.hop_frames

    def put(self, tile: int, maxima: Columns) -> None:
        """Take the pooled columns of one stretch, (COLUMNS_PER_TILE / POOLED_COLUMNS, bins)."""
        first = tile * _POOLED_PER_TILE
        target = self.coarse[first : first + _POOLED_PER_TILE]
        target[:] = maxima[: len(target)]
        self._levels.refresh(first, first + len(target))

    def image(self, start_s: float, stop_s: float, columns: int) -> Columns:
        """The spectrum over `columns` pixels between two times.

        Returns
        -------
        uint8, shape (columns, bins)
            Levels as `spectrum_kernel.decibels` reads them, lowest bin first; 0 where the file has
            nothing. Edges of pixels are rounded to POOLED_COLUMNS columns, and to an eighth of a pixel
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
        return s_per_px * self.kernel.rate_hz >= self.kernel.hop_frames * POOLED_COLUMNS

    def _place(self, time_s: float) -> float:
        """Where a time is in coarse columns."""
        return (time_s * self.kernel.rate_hz / self.kernel.hop_frames + 0.5) / self._pooled_columns


def column_count(kernel: SpectrumKernel, frames: int) -> int:
    """How many columns a file of that many frames has; none if it is empty."""
    return 1 + frames // kernel.hop_frames if frames else 0


def pooled_count(kernel: SpectrumKernel, frames: int) -> int:
    """How many maxima the coarse level of such a file has."""
    return -(-column_count(kernel, frames) // POOLED_COLUMNS)
