"""Spectrograms at every zoom: a coarse level of the whole file, and close views on demand."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from audioclf_gui.audio.mel_kernel import Columns, MelKernel
from audioclf_gui.audio.pooling import PooledLevels, pooled
from audioclf_gui.audio.sample_reader import SampleReader, mix_into

COLUMNS_PER_TILE = 512
POOLED_COLUMNS = 16
"""The coarse level has the loudest of this many columns; closer views need tiles."""

_TILE_BYTES = 64 * 2**20  # for each view: an hour and a half at 44.1 kHz
_VALUES_PER_PIXEL = 4  # edges of pixels are right to an eighth, for a millisecond
_POOLED_PER_TILE = COLUMNS_PER_TILE // POOLED_COLUMNS


class MelPyramid:
    """The loudest level of each band in each pixel; any thread may draw from it at any time.

    Column k of the spectrogram is centred on sample k * kernel.hop_frames and stands for half a hop
    on both sides.

    Attributes
    ----------
    coarse : uint8, shape (ceil(columns / POOLED_COLUMNS), mels)
        Maxima of POOLED_COLUMNS columns each, lowest band first; see `mel_kernel.decibels`.
    """

    def __init__(
        self,
        path: Path,
        kernel: MelKernel,
        frames: int,
        coarse: Columns,
        pooled_columns: float = POOLED_COLUMNS,
    ) -> None:
        self.kernel = kernel
        self.frames = frames
        self.columns = column_count(kernel, frames)
        self.coarse = coarse
        self._path = path
        self._pooled_columns = pooled_columns
        self._levels = PooledLevels(coarse, np.maximum, _VALUES_PER_PIXEL)
        self._tiles: dict[int, Columns] = {}
        self._lock = threading.Lock()

    @classmethod
    def glimpsed(cls, path: Path, kernel: MelKernel, frames: int, columns: Columns) -> Self:
        """A rough picture from a few evenly spaced columns."""
        return cls(path, kernel, frames, columns, column_count(kernel, frames) / max(1, len(columns)))

    @classmethod
    def unread(cls, path: Path, kernel: MelKernel, frames: int, guess: Self | None = None) -> Self:
        """To be filled by `put`; until then it looks like `guess`, or like silence."""
        count = pooled_count(kernel, frames)
        if guess is None or not guess.coarse.size:
            return cls(path, kernel, frames, np.zeros((count, kernel.mels), np.uint8))
        return cls(path, kernel, frames, guess.coarse[np.arange(count) * len(guess.coarse) // max(1, count)])

    @property
    def tile_frames(self) -> int:
        """How far apart tiles begin."""
        return COLUMNS_PER_TILE * self.kernel.hop_frames

    @property
    def tile_count(self) -> int:
        """How many tiles the whole file has."""
        return -(-self.columns // COLUMNS_PER_TILE)

    def put(self, tile: int, columns: Columns) -> None:
        """Take the columns of one tile (COLUMNS_PER_TILE, mels) into the coarse level."""
        columns[max(0, self.columns - tile * COLUMNS_PER_TILE) :] = 0
        maxima = columns
        while len(maxima) > _POOLED_PER_TILE:
            maxima = np.maximum(maxima[0::2], maxima[1::2])
        first = tile * _POOLED_PER_TILE
        target = self.coarse[first : first + _POOLED_PER_TILE]
        target[:] = maxima[: len(target)]
        self._levels.refresh(first, first + len(target))

    def keep(self, tile: int, columns: Columns) -> None:
        """Keep the columns of one tile for close views; the tile farthest from it may have to go."""
        with self._lock:
            self._tiles[tile] = columns[: self.columns - tile * COLUMNS_PER_TILE]
            if len(self._tiles) * COLUMNS_PER_TILE * self.kernel.mels > _TILE_BYTES:
                del self._tiles[max(self._tiles, key=lambda other: abs(other - tile))]

    def image(self, start_s: float, stop_s: float, columns: int) -> Columns:
        """The spectrogram over `columns` pixels between two times.

        Returns
        -------
        uint8, shape (columns, mels)
            Levels as `mel_kernel.decibels` reads them, lowest band first; 0 where the file has
            nothing. Each column of the spectrogram counts in exactly one pixel, whose edges are
            rounded to POOLED_COLUMNS columns from that many per pixel on and while `missing`, and
            to an eighth of a pixel in wider views.
        """
        picture = np.zeros((max(0, columns), self.kernel.mels), np.uint8)
        if columns <= 0 or not stop_s > start_s or not self.columns:
            return picture
        start, stop = self._place(start_s), self._place(stop_s)
        tiles = self._tiles_between(start, stop) if self._is_close(start, stop, columns) else range(0)
        with self._lock:
            known = [self._tiles.get(tile) for tile in tiles]
        if any(tile is not None for tile in known):
            stretch = np.concatenate(
                [
                    self._stretched(number) if tile is None else tile
                    for number, tile in zip(tiles, known, strict=True)
                ]
            )
            first = tiles.start * COLUMNS_PER_TILE
            pixels, maxima = pooled(stretch, start - first, stop - first, columns, np.maximum)
        else:
            scale = self._pooled_columns
            pixels, maxima = self._levels.reduce(start / scale, stop / scale, columns)
        picture[pixels] = maxima
        return picture

    def missing(self, start_s: float, stop_s: float, columns: int) -> bool:
        """Whether `compute` would make this picture better."""
        start, stop = self._place(start_s), self._place(stop_s)
        if not self._is_close(start, stop, columns):
            return False
        with self._lock:
            return any(tile not in self._tiles for tile in self._tiles_between(start, stop))

    def compute(self, start_s: float, stop_s: float) -> None:
        """Make close views of a stretch exact; for a worker thread, about 3 ms for each 6 s of sound.

        Raises
        ------
        UnreadableAudioError
            If the file is gone or damaged.
        """
        for _ in self.computing(start_s, stop_s):
            pass

    def computing(self, start_s: float, stop_s: float) -> Iterator[int]:
        """As `compute`, but yields the number of each tile that was made, so that one may stop."""
        tiles = self._tiles_between(self._place(start_s), self._place(stop_s))
        with self._lock:
            missing = [tile for tile in tiles if tile not in self._tiles]
        hop_frames = self.kernel.hop_frames
        window = np.zeros(hop_frames + self.tile_frames, np.float32)
        in_window = None
        with SampleReader(self._path) as reader:
            for tile in missing:
                before = hop_frames if tile else 0
                if tile - 1 == in_window:  # read on: going back is expensive in some formats
                    window[:hop_frames] = window[-hop_frames:]
                    before = 0
                start_frame = tile * self.tile_frames - before
                samples = reader.read(start_frame, self.tile_frames + before)
                mix_into(samples, window[hop_frames - before :], reader.rate_hz, start_frame)
                in_window = tile
                self.keep(tile, self.kernel.columns(window))
                yield tile

    def _place(self, time_s: float) -> float:
        """Where a time is in columns, each of which covers [k, k + 1)."""
        return time_s * self.kernel.rate_hz / self.kernel.hop_frames + 0.5

    def _is_close(self, start: float, stop: float, columns: int) -> bool:
        return 0 < stop - start < columns * POOLED_COLUMNS and start < self.columns and stop > 0

    def _tiles_between(self, start: float, stop: float) -> range:
        first = max(0, int(start)) // COLUMNS_PER_TILE
        last = min(self.columns, int(stop) + 1)
        return range(first, -(-last // COLUMNS_PER_TILE))

    def _stretched(self, tile: int) -> Columns:
        """A tile that is not in memory, as the coarse level has it."""
        first = tile * COLUMNS_PER_TILE
        columns = np.arange(first, min(first + COLUMNS_PER_TILE, self.columns))
        places = (columns / self._pooled_columns).astype(np.intp)
        return self.coarse[np.minimum(places, len(self.coarse) - 1)]


def column_count(kernel: MelKernel, frames: int) -> int:
    """How many columns a file of that many frames has; none if it is empty."""
    return 1 + frames // kernel.hop_frames if frames else 0


def pooled_count(kernel: MelKernel, frames: int) -> int:
    """How many maxima the coarse level of such a file has."""
    return -(-column_count(kernel, frames) // POOLED_COLUMNS)
