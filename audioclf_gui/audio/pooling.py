"""Extremes of long arrays at every zoom, by keeping each array pooled by 4, 16, 64 and so on."""

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[Any]
Places = npt.NDArray[np.intp]

_FACTOR = 4
_COARSEST = 1024  # levels end where pooling again would save nothing worth having


def pooled(values: Values, start: float, stop: float, columns: int, pool: np.ufunc) -> tuple[slice, Values]:
    """Reduce `values` over `columns` pixels that lie evenly between two places.

    Parameters
    ----------
    values : shape (n, ...)
        Value k covers the places [k, k + 1).
    start, stop : float
        Where the first pixel begins and the last one ends; may lie outside [0, n].
    pool : ufunc
        `np.minimum` or `np.maximum`.

    Returns
    -------
    pixels : slice
        Which of the pixels overlap [0, n); the others have nothing to show.
    extremes : shape (len of that slice, ...)
        Edges of pixels are rounded to whole values, so that each value counts in exactly one pixel;
        pixels narrower than a value take the one at their middle.
    """
    edges = np.linspace(start, stop, columns + 1)
    first = int(np.searchsorted(edges[1:], 0.0, side="right"))
    last = max(first, int(np.searchsorted(edges[:-1], len(values), side="left")))
    pixels = slice(first, last)
    if first == last or not len(values):
        return slice(first, first), values[:0]
    if stop - start < columns:
        middles = (edges[first:last] + edges[first + 1 : last + 1]) / 2
        return pixels, values[np.clip(middles.astype(np.intp), 0, len(values) - 1)]
    bounds = np.clip(np.floor(edges[first : last + 1] + 0.5).astype(np.intp), 0, len(values))
    starts = np.minimum(bounds[:-1], len(values) - 1)
    stops = np.maximum(bounds[1:], starts + 1)
    if values.ndim > 1:
        return pixels, _pooled_rows(values, starts, stops, pool)
    return pixels, pool.reduceat(values[starts[0] : stops[-1]], starts - starts[0])


def _pooled_rows(values: Values, starts: Places, stops: Places, pool: np.ufunc) -> Values:
    """Extremes of some rows each; for a few rows ten times as fast as `reduceat`, which goes row by row."""
    extremes = values[starts]
    for step in range(1, int((stops - starts).max())):
        pool(extremes, values[np.minimum(starts + step, stops - 1)], out=extremes)
    return extremes


class PooledLevels:
    """An array and its coarser levels; the coarser ones follow when a stretch is refreshed.

    Pixels are made of at least `values_per_pixel` values where there are so many, and with that their
    edges are right to half of such a part of a pixel.
    """

    def __init__(self, values: Values, pool: np.ufunc, values_per_pixel: int) -> None:
        self._pool = pool
        self._values_per_pixel = values_per_pixel
        self._levels = [values]
        while len(self._levels[-1]) > _COARSEST:
            finer = self._levels[-1]
            self._levels.append(np.empty((-(-len(finer) // _FACTOR), *finer.shape[1:]), finer.dtype))
        self.refresh(0, len(values))

    @property
    def values(self) -> Values:
        """The array itself, not pooled."""
        return self._levels[0]

    @property
    def nbytes(self) -> int:
        """How much memory all levels take."""
        return sum(level.nbytes for level in self._levels)

    def refresh(self, start: int, stop: int) -> None:
        """Make the coarser levels agree with values [start, stop), which have changed."""
        for finer, coarser in pairwise(self._levels):
            start, stop = start // _FACTOR, -(-stop // _FACTOR)
            whole = min(stop, len(finer) // _FACTOR)
            parts = [finer[start * _FACTOR + part : whole * _FACTOR : _FACTOR] for part in range(_FACTOR)]
            extremes = self._pool(parts[0], parts[1])
            for part in parts[2:]:
                self._pool(extremes, part, out=extremes)
            coarser[start:whole] = extremes  # at once, for somebody may be drawing from it
            if whole < stop:
                coarser[whole] = self._pool.reduce(finer[whole * _FACTOR :], axis=0)

    def reduce(self, start: float, stop: float, columns: int) -> tuple[slice, Values]:
        """`pooled` over the finest level's places, from a level that costs little at this zoom."""
        level = 0
        while level + 1 < len(
            self._levels
        ) and stop - start >= columns * self._values_per_pixel * _FACTOR ** (level + 1):
            level += 1
        scale = _FACTOR**level
        return pooled(self._levels[level], start / scale, stop / scale, columns, self._pool)
