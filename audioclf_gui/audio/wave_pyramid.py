"""Waveforms at every zoom: the least and the greatest sample of each pixel."""

import math
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from audioclf_gui.audio.estimates import (
    GUESSED_PLACES,
    Values,
    near_deviation,
    near_loudness,
    near_mean,
    spread_out,
)
from audioclf_gui.audio.files import Frames
from audioclf_gui.audio.pooling import PooledLevels, pooled
from audioclf_gui.audio.sample_reader import FULL_SCALE, Integers, SampleReader, Samples, as_int16
from audioclf_gui.core.errors import UnreadableAudioError

BLOCK_FRAMES = 512
"""Extremes are kept for blocks of this many frames, or of more in a very long file; closer views need the
samples themselves."""

_MOST_BYTES = 16 * 2**20  # of the extremes of all channels: 13 hours of one at 44.1 kHz
_VALUES_PER_PIXEL = 64  # edges of pixels are right to a hundredth
_CHUNK_FRAMES = 2**18
_HELD_SAMPLES = 2**22  # of all channels, around a close view too, so that panning need not read at once


class _Held(NamedTuple):
    """A stretch of samples in memory."""

    start_frame: int
    samples: Integers  # (channels, n), each channel contiguous

    def covers(self, first: int, last: int) -> bool:
        """Whether it has all frames of [first, last)."""
        return self.start_frame <= first and last <= self.start_frame + self.samples.shape[1]


class WavePyramid:
    """The extremes of a file's samples; any thread may draw from it at any time.

    Attributes
    ----------
    minima, maxima : int16, shape (channels, blocks)
        Extremes of each block of `frames_per_block`, in steps of 1/32768 of full scale.
    """

    def __init__(
        self,
        path: Path,
        reader: SampleReader,
        frames: int,
        minima: Integers,
        maxima: Integers,
        block_frames: float = 0.0,
    ) -> None:
        self.rate_hz = reader.rate_hz
        self.frames = frames
        self.channels = reader.channels
        self.minima = minima
        self.maxima = maxima
        self._path = path
        self._exact_frames = frames_per_block(frames, self.channels)
        self._block_frames = block_frames or self._exact_frames
        self._reads_freely = not reader.is_compressed
        self._minima = [PooledLevels(channel, np.minimum, _VALUES_PER_PIXEL) for channel in minima]
        self._maxima = [PooledLevels(channel, np.maximum, _VALUES_PER_PIXEL) for channel in maxima]
        self._held = _Held(0, np.zeros((self.channels, 0), np.int16))

    @classmethod
    def glimpsed(
        cls,
        path: Path,
        reader: SampleReader,
        frames: int,
        minima: Integers,
        maxima: Integers,
        glimpsed_frames: int,
    ) -> Self:
        """A rough picture from the extremes of so many frames at a few evenly spaced places.

        Parameters
        ----------
        minima, maxima : shape (channels, places)
        """
        times = frames / GUESSED_PLACES / glimpsed_frames
        low = -_likely_sizes(np.minimum(minima, 0), times)
        high = _likely_sizes(np.maximum(maxima, 0), times)
        return cls(path, reader, frames, low.astype(np.int16), high.astype(np.int16), frames / GUESSED_PLACES)

    @classmethod
    def unread(cls, path: Path, reader: SampleReader, frames: int, guess: Self | None = None) -> Self:
        """To be filled by `put`; until then it looks like `guess`, or like silence."""
        blocks = block_count(frames, reader.channels)
        if guess is None or not guess.minima.size:
            minima, maxima = np.zeros((2, reader.channels, blocks), np.int16)
        else:
            nearest = np.arange(blocks) * guess.minima.shape[1] // max(1, blocks)
            minima, maxima = (one.take(nearest, axis=1) for one in (guess.minima, guess.maxima))
        return cls(path, reader, frames, minima, maxima)

    @classmethod
    def build(cls, path: Path) -> Self:
        """Read all of a file whose header tells its length."""
        with SampleReader(path) as reader:
            pyramid = cls.unread(path, reader, reader.claimed_frames)
            start_frame = 0
            for chunk in reader.chunks(_CHUNK_FRAMES):
                pyramid.put(start_frame, chunk)
                start_frame += len(chunk)
        return pyramid

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / self.rate_hz

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        extremes = sum(levels.nbytes for levels in (*self._minima, *self._maxima))
        return extremes + self._held.samples.nbytes

    def put(self, start_frame: int, samples: Samples) -> None:
        """Take in samples (n, channels) that begin where those before ended."""
        numbers = as_int16(samples)
        first, inside = divmod(start_frame, self._exact_frames)  # where a block was begun that goes on here
        starts = np.maximum(np.arange(-inside, len(numbers), self._exact_frames), 0)
        blocks = slice(first, first + len(starts))
        for channel in range(self.channels if len(numbers) else 0):
            line = np.ascontiguousarray(numbers[:, channel])
            for pool, known, levels in (
                (np.minimum, self.minima[channel], self._minima[channel]),
                (np.maximum, self.maxima[channel], self._maxima[channel]),
            ):
                extremes = pool.reduceat(line, starts)
                if inside:
                    extremes[0] = pool(extremes[0], known[first])
                known[blocks] = extremes
                levels.refresh(blocks.start, blocks.stop)

    def hold(self, start_frame: int, samples: Samples) -> None:
        """Keep samples (n, channels) in memory for close views, instead of those held before."""
        self._held = _Held(start_frame, np.ascontiguousarray(as_int16(samples).T))

    def reduce(self, start_s: float, stop_s: float, columns: int, channel: int = 0) -> tuple[Frames, Frames]:
        """Extremes of one channel over `columns` pixels between two times.

        Returns
        -------
        minima, maxima : float32, shape (columns,)
            -1 to 1; NaN where the file has nothing. Each sample counts in exactly one pixel, whose
            edges are rounded to blocks from as many frames per pixel on as those have, and to a hundredth
            of a pixel in wider views. Below one frame per pixel both are the signal interpolated at
            the pixel's middle. While `missing`, a close view shows whole blocks.
        """
        start, stop = start_s * self.rate_hz, stop_s * self.rate_hz
        minima, maxima = np.full((2, columns), np.nan, np.float32)
        if columns <= 0 or not stop > start or not self.frames:
            return minima, maxima
        held = self._samples_for(start, stop, columns)
        if held is None:
            start, stop = start / self._block_frames, stop / self._block_frames
            pixels, low = self._minima[channel].reduce(start, stop, columns)
            _, high = self._maxima[channel].reduce(start, stop, columns)
        elif stop - start < columns:
            pixels, low = _interpolated(held, start, stop, columns, channel)
            high = low
        else:
            line = held.samples[channel]
            start, stop = start - held.start_frame, stop - held.start_frame
            pixels, low = pooled(line, start, stop, columns, np.minimum)
            _, high = pooled(line, start, stop, columns, np.maximum)
        minima[pixels] = low / np.float32(FULL_SCALE)
        maxima[pixels] = high / np.float32(FULL_SCALE)
        return minima, maxima

    def missing(self, start_s: float, stop_s: float, columns: int) -> bool:
        """Whether `compute` would make this picture better."""
        start, stop = start_s * self.rate_hz, stop_s * self.rate_hz
        return (
            self._is_close(start, stop, columns)
            and not self._reads_freely
            and not self._held.covers(*self._frame_range(start, stop))
        )

    def compute(self, start_s: float, stop_s: float) -> None:
        """Read the samples that a close view needs, and some around it; for a worker thread.

        Raises
        ------
        UnreadableAudioError
            If the file is gone or damaged.
        """
        self._read(*self._frame_range(start_s * self.rate_hz, stop_s * self.rate_hz))

    def _is_close(self, start: float, stop: float, columns: int) -> bool:
        return 0 < stop - start < columns * self._exact_frames and start < self.frames and stop > 0

    def _frame_range(self, start: float, stop: float) -> tuple[int, int]:
        return max(0, int(start)), min(self.frames, int(stop) + 2)

    def _samples_for(self, start: float, stop: float, columns: int) -> _Held | None:
        if not self._is_close(start, stop, columns):
            return None
        first, last = self._frame_range(start, stop)
        held = self._held
        if not held.covers(first, last) and self._reads_freely:
            try:
                held = self._read(first, last)
            except UnreadableAudioError:
                return None  # gone since it was opened: the blocks are still there to draw
        return held if held.covers(first, last) else None

    def _read(self, first: int, last: int) -> _Held:
        room = _HELD_SAMPLES // self.channels - (last - first)
        around = max(0, min(last - first, room) // 2)
        first, last = max(0, first - around), min(self.frames, last + around)
        samples, count = np.empty((self.channels, last - first), np.int16), 0
        with SampleReader(self._path) as reader:
            while len(part := reader.read(first + count, min(_CHUNK_FRAMES, last - first - count))):
                samples[:, count : count + len(part)] = as_int16(part).T
                count += len(part)
        held = self._held = _Held(first, samples[:, :count])
        return held


def _interpolated(held: _Held, start: float, stop: float, columns: int, channel: int) -> tuple[slice, Frames]:
    edges = np.linspace(start, stop, columns + 1) - held.start_frame
    middles = (edges[:-1] + edges[1:]) / 2
    line = held.samples[channel]
    first, last = np.searchsorted(middles, (0.0, len(line))).tolist()
    middles = middles[first:last]
    left = int(middles[0]) if len(middles) else 0
    near = line[left : left + int(stop - start) + 3]
    values = np.interp(middles, np.arange(left, left + len(near)), near)
    return slice(first, last), values.astype(np.float32)


def _likely_sizes(extremes: Integers, times: float) -> Values:
    """How far from zero each of GUESSED_PLACES is likely to reach, (channels, GUESSED_PLACES).

    Parameters
    ----------
    extremes : shape (channels, places)
        From zero, of a part of each place.
    times
        How many such parts one of GUESSED_PLACES has.

    Notes
    -----
    The greatest sample of a stretch of noise is distributed as Gumbel has it: that of n stretches is
    expected at mean + deviation * sqrt(6) / pi * ln n. Sounds that come and go deviate more than noise,
    which deviates by a tenth at most; they are as loud as what was heard of them around.
    """
    sizes = np.abs(extremes.T.astype(np.float64))
    mean = near_mean(sizes)
    deviation = np.minimum(near_deviation(sizes, sizes**2), mean / 10)
    likely = mean + deviation * math.sqrt(6) / math.pi * math.log(max(times, 1.0))
    np.maximum(likely, near_loudness(sizes), out=likely)
    return np.minimum(np.rint(spread_out(likely, GUESSED_PLACES)).T, FULL_SCALE - 1)


def frames_per_block(frames: int, channels: int) -> int:
    """How long the blocks of such a file are, BLOCK_FRAMES times a power of two."""
    block = BLOCK_FRAMES
    while _extremes_bytes(frames, channels, block) > _MOST_BYTES:
        block *= 2
    return block


def block_count(frames: int, channels: int) -> int:
    """How many blocks each channel of such a file has."""
    return -(-frames // frames_per_block(frames, channels))


def _extremes_bytes(frames: int, channels: int, block: int) -> int:
    """What both extremes of all channels take."""
    return -(-frames // block) * channels * 2 * np.dtype(np.int16).itemsize
