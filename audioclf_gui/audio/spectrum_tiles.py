"""Close views of a spectrum, computed where somebody looks."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.pooling import pooled
from audioclf_gui.audio.sample_reader import SampleReader, lane_into
from audioclf_gui.audio.side_by_side import in_order
from audioclf_gui.audio.spectrum_kernel import Columns, SpectrumKernel

_COLUMNS = 256  # of a tile that is not pooled; pooled ones have fewer, for they take longer to make
_FEWEST = 32


class SpectrumTiles:
    """Columns of one lane at one zoom, in tiles; any thread may draw from them at any time.

    Parameters
    ----------
    frames : int
        Length of the file.
    lane : int
        The channel; -1 is all of them, heard as one.
    pool : int
        A power of two: each kept column is the loudest of so many.
    room : int
        How many bytes of tiles are kept; a picture that needs more has them for the time being.
    """

    def __init__(
        self, path: Path, kernel: SpectrumKernel, frames: int, lane: int, pool: int, room: int
    ) -> None:
        self.kernel = kernel
        self._path = path
        self._lane = lane
        self._pool = pool
        self._room = room
        columns = 1 + frames // kernel.hop_frames if frames else 0
        self._columns = -(-columns // pool)
        self._column_frames = kernel.hop_frames * pool
        self._tile_columns = max(_FEWEST, _COLUMNS // pool)
        self._tiles: dict[int, Columns] = {}
        self._lock = threading.Lock()

    @property
    def nbytes(self) -> int:
        """How much memory the tiles take."""
        with self._lock:
            return len(self._tiles) * self._tile_columns * self.kernel.bins

    def missing(self, start_s: float, stop_s: float) -> bool:
        """Whether `computing` would make this stretch known."""
        with self._lock:
            return any(tile not in self._tiles for tile in self._between(start_s, stop_s))

    def known(
        self, start_s: float, stop_s: float, columns: int, bins: slice
    ) -> Iterator[tuple[slice, Columns]]:
        """What is known of the spectrum over `columns` pixels between two times.

        Yields
        ------
        pixels : slice
            Pixels that lie in a run of tiles that are there.
        levels : uint8, shape (len of that slice, number of bins)
            The greatest of each pixel, or where pixels are narrower than columns what lies between these.
        """
        tiles = self._between(start_s, stop_s)
        with self._lock:
            there = {tile: self._tiles[tile] for tile in tiles if tile in self._tiles}
        start, stop = self._place(start_s), self._place(stop_s)
        for _, run in groupby(sorted(there), key=lambda tile: tile - sorted(there).index(tile)):
            numbers = list(run)
            stretch = np.concatenate([there[tile][:, bins] for tile in numbers])
            first = numbers[0] * self._tile_columns
            if stop - start >= columns:
                yield pooled(stretch, start - first, stop - first, columns, np.maximum)
            else:
                yield _interpolated(stretch, start - first, stop - first, columns)

    def computing(self, start_s: float, stop_s: float) -> Iterator[int]:
        """Make a stretch known; yields the number of each tile that was made, so that one may stop.

        Raises
        ------
        UnreadableAudioError
            If the file is gone or damaged.
        """
        wanted = self._between(start_s, stop_s)
        with self._lock:
            missing = [tile for tile in wanted if tile not in self._tiles]
        with SampleReader(self._path) as reader:
            for tile, columns in in_order(self._work(reader, missing)):
                self._keep(tile, columns, wanted)
                yield tile

    def _work(
        self, reader: SampleReader, tiles: Iterable[int]
    ) -> Iterator[Callable[[], tuple[int, Columns]]]:
        """Read what tiles need; making them is left to be done."""
        step = self._tile_columns * self._column_frames
        window, hop = self.kernel.window_frames, self.kernel.hop_frames
        samples = np.zeros(step - hop + window, np.float32)
        kept = window - hop  # what a tile and the next one have in common
        in_samples = None
        for tile in tiles:
            first = tile * step - window // 2
            filled = 0
            if tile - 1 == in_samples:  # read on: going back is expensive in some formats
                samples[:kept] = samples[len(samples) - kept :]
                filled = kept
            elif first < 0:
                samples[:-first] = 0.0
                filled = -first
            start_frame, rest = first + filled, samples[filled:]
            lane_into(reader.read(start_frame, len(rest)), rest, reader.rate_hz, start_frame, self._lane)
            in_samples = tile
            yield partial(self._made, tile, samples.copy())

    def _made(self, tile: int, samples: npt.NDArray[np.float32]) -> tuple[int, Columns]:
        return tile, self.kernel.columns(samples, self._pool)

    def _keep(self, tile: int, columns: Columns, wanted: range) -> None:
        """Keep a tile; the one farthest from it may have to go, unless it is wanted, too."""
        with self._lock:
            self._tiles[tile] = columns[: self._columns - tile * self._tile_columns]
            others = [other for other in self._tiles if other not in wanted]
            if others and len(self._tiles) * self._tile_columns * self.kernel.bins > self._room:
                del self._tiles[max(others, key=lambda other: abs(other - tile))]

    def _place(self, time_s: float) -> float:
        """Where a time is in kept columns, each of which covers [k, k + 1)."""
        return (time_s * self.kernel.rate_hz / self.kernel.hop_frames + 0.5) / self._pool

    def _between(self, start_s: float, stop_s: float) -> range:
        first = min(max(0, int(self._place(start_s))), self._columns)
        last = min(self._columns, int(self._place(stop_s)) + 2)
        return range(
            first // self._tile_columns,
            -(-last // self._tile_columns) if last > first else first // self._tile_columns,
        )


def _interpolated(columns: Columns, start: float, stop: float, pixels: int) -> tuple[slice, Columns]:
    """Levels at the middles of pixels that are narrower than columns."""
    places = np.asarray(start + (np.arange(pixels) + 0.5) * ((stop - start) / pixels) - 0.5, np.float64)
    first, last = np.searchsorted(places, (-0.5, len(columns) - 0.5)).tolist()
    return slice(first, last), _between_rows(columns, places[first:last])


def _between_rows(rows: Columns, places: npt.NDArray[np.float64]) -> Columns:
    """Rows of an array at fractional places, held inside it."""
    places = np.clip(places, 0, max(len(rows) - 1, 0))
    lower = np.minimum(places.astype(np.intp), max(len(rows) - 2, 0))
    upper = np.minimum(lower + 1, len(rows) - 1)
    part = np.rint((places - lower) * 256).astype(np.uint16)[:, np.newaxis]
    mixed = rows[lower] * (np.uint16(256) - part)
    mixed += rows[upper] * part
    return np.asarray(mixed >> 8, np.uint8)
