"""The spectrogram of one file at every zoom, on every axis."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.spectrum_kernel import Columns, SpectrumKernel, Transform
from audioclf_gui.audio.spectrum_overview import SpectrumOverview
from audioclf_gui.audio.spectrum_rows import row_plan, rows_of
from audioclf_gui.audio.spectrum_tiles import SpectrumTiles

_COLUMNS_PER_PIXEL = 2  # that close views keep at least: edges of pixels are right to a quarter
_TILE_BYTES = 16 * 2**20  # of all lanes and zooms of a file


class ClipSpectrogram:
    """Draws one lane of a file; any thread may do so at any time.

    One rule holds at every zoom: a pixel shows the greatest power that any window centred in its
    stretch of time has in any bin of its row.

    Parameters
    ----------
    lane : int
        The channel; -1 is all of them, heard as one.
    lanes : int
        How many of them there are, which share the memory for close views.
    """

    def __init__(
        self, path: Path, analysis: Analysis, overview: SpectrumOverview, lane: int = -1, lanes: int = 1
    ) -> None:
        self.analysis = analysis
        self.overview = overview
        self.rate_hz = overview.kernel.rate_hz
        self._path = path
        self._lane = lane
        self._room = _TILE_BYTES // lanes
        self._tiles: OrderedDict[tuple[Transform, int], SpectrumTiles] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        with self._lock:
            return self.overview.nbytes + sum(tiles.nbytes for tiles in self._tiles.values())

    def rows(self, start_s: float, stop_s: float, columns: int, axis: FrequencyAxis, height: int) -> Columns:
        """The picture between two times, from what is in memory.

        Returns
        -------
        uint8, shape (height, columns)
            Levels as `spectrum_kernel.decibels` reads them, the uppermost row first.
        """
        close = self._close((stop_s - start_s) / columns)
        parts = []
        if close is not None:
            plan = row_plan(close.kernel.transform, axis, height)
            parts = [
                (pixels, rows_of(levels, plan))
                for pixels, levels in close.known(start_s, stop_s, columns, plan.bins)
            ]
        if close is not None and parts and not close.missing(start_s, stop_s):
            picture = np.zeros((height, columns), np.uint8)
        else:
            plan = row_plan(self.overview.kernel.transform, axis, height)
            picture = rows_of(self.overview.image(start_s, stop_s, columns)[:, plan.bins], plan)
        for pixels, drawn in parts:
            picture[:, pixels] = drawn
        return picture

    def missing(self, start_s: float, stop_s: float, s_per_px: float) -> bool:
        """Whether `computing` would make a picture of this stretch better at this zoom."""
        close = self._close(s_per_px)
        return close is not None and close.missing(start_s, stop_s)

    def computing(self, start_s: float, stop_s: float, s_per_px: float) -> Iterator[int]:
        """Compute what such a picture needs; see `SpectrumTiles.computing`."""
        close = self._close(s_per_px)
        if close is not None:
            yield from close.computing(start_s, stop_s)

    def forget_close_views(self) -> None:
        """Give their memory back; they are made again when somebody looks."""
        with self._lock:
            self._tiles.clear()

    def transform(self, s_per_px: float) -> Transform:
        """What pictures are made with at this zoom."""
        close = self._close(s_per_px)
        return (self.overview if close is None else close).kernel.transform

    def _close(self, s_per_px: float) -> SpectrumTiles | None:
        """The tiles for this zoom; None in wide views."""
        if self.overview.is_fine_enough(s_per_px):
            return None
        transform = self.analysis.close(self.rate_hz, s_per_px)
        per_pixel = s_per_px * self.rate_hz / transform.hop_frames
        pool = 1
        while pool * 2 * _COLUMNS_PER_PIXEL <= per_pixel:
            pool *= 2
        with self._lock:
            found = self._tiles.get((transform, pool))
            if found is None:
                kernel = SpectrumKernel(transform)
                found = SpectrumTiles(self._path, kernel, self.overview.frames, self._lane, pool, self._room)
                self._tiles[transform, pool] = found
            self._tiles.move_to_end((transform, pool))
            while len(self._tiles) > 1 and sum(one.nbytes for one in self._tiles.values()) > self._room:
                self._tiles.popitem(last=False)
        return found
