"""From the bins of a spectrum to rows of pixels on any frequency axis, by one rule."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.spectrum_kernel import Columns, Transform

Places = npt.NDArray[np.intp]


class RowPlan(NamedTuple):
    """Which bins each row of pixels shows; places are counted from the first bin of `bins`.

    Attributes
    ----------
    bins : slice
        The bins that the picture needs.
    wide, starts, stops : shape (n,)
        Rows with bins of their own, which are [starts, stops).
    narrow : shape (m,)
        Rows that lie between two bins.
    lower : shape (m,)
        The bin below each of them.
    part : uint16, shape (m, 1)
        How near to the bin above they are, in 256ths.
    """

    bins: slice
    wide: Places
    starts: Places
    stops: Places
    narrow: Places
    lower: Places
    part: npt.NDArray[np.uint16]


@lru_cache(maxsize=32)
def row_plan(transform: Transform, axis: FrequencyAxis, height: int) -> RowPlan:
    """How a spectrum is drawn on `height` rows of pixels, the uppermost first."""
    edges = axis.rows_hz(height) / transform.bin_hz
    middles = axis.frequency_at((height - 0.5 - np.arange(height)) / height) / transform.bin_hz
    last = transform.bins - 1
    starts = np.clip(np.ceil(edges[1:] - 1e-9), 0, last + 1).astype(np.intp)
    stops = np.clip(np.ceil(edges[:-1] - 1e-9), 0, last + 1).astype(np.intp)
    stops[0] = min(int(edges[0] + 1e-9) + 1, last + 1)  # the bin at the very top is in the uppermost row
    lower = np.clip(middles.astype(np.intp), 0, max(last - 1, 0))
    first = int(min(lower[-1], starts[-1]))
    bins = slice(first, int(min(max(lower[0] + 2, stops[0]), last + 1)))
    wide, narrow = np.flatnonzero(stops > starts), np.flatnonzero(stops <= starts)
    part = np.clip(np.rint((middles[narrow] - lower[narrow]) * 256), 0, 256).astype(np.uint16)
    return RowPlan(
        bins,
        wide,
        starts[wide] - first,
        stops[wide] - first,
        narrow,
        lower[narrow] - first,
        part[:, np.newaxis],
    )


def rows_of(levels: Columns, plan: RowPlan) -> Columns:
    """Draw columns of levels as rows.

    Parameters
    ----------
    levels : uint8, shape (columns, number of bins in plan.bins)

    Returns
    -------
    uint8, shape (height, columns)
        The greatest of the bins in each row; a row between two bins has what lies between their levels.
    """
    spectrum = np.ascontiguousarray(levels.T)
    rows = np.empty((len(plan.wide) + len(plan.narrow), len(levels)), np.uint8)
    if len(plan.wide):
        loudest = spectrum[plan.starts]
        for step in range(1, int((plan.stops - plan.starts).max())):
            np.maximum(loudest, spectrum[np.minimum(plan.starts + step, plan.stops - 1)], out=loudest)
        rows[plan.wide] = loudest
    if len(plan.narrow):
        upper = np.minimum(plan.lower + 1, len(spectrum) - 1)
        between = spectrum[plan.lower] * (np.uint16(256) - plan.part)
        between += spectrum[upper] * plan.part
        rows[plan.narrow] = between >> 8
    return rows
