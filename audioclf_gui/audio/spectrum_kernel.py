"""Samples to columns of a spectrum for drawing; features for training are made elsewhere."""

import math
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal, TypeVar

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.fourier import spectra

FloatArray = npt.NDArray[np.float32]
Columns = npt.NDArray[np.uint8]
WindowKind = Literal["hann", "hamming", "blackman-harris", "rectangular"]

FLOOR_DB = -120.0
"""What a byte of 0 stands for: this level or anything below it."""
CEILING_DB = 20.0
"""What a byte of 255 stands for."""
STEPS_PER_DB = 255.0 / (CEILING_DB - FLOOR_DB)

_BLOCK_VALUES = 2**16  # more at once leave the processor's cache, and fault in fresh pages each time
_MOST_COLUMNS = 64  # of a block; a power of two, as what is pooled

_COSINES: dict[WindowKind, tuple[float, ...]] = {
    "hann": (0.5, -0.5),
    "hamming": (0.54, -0.46),
    "blackman-harris": (0.35875, -0.48829, 0.14128, -0.01168),
    "rectangular": (1.0,),
}
"""Weights of the cosines of each window (F. J. Harris, Proceedings of the IEEE 66(1), 1978)."""

WINDOW_KINDS: tuple[WindowKind, ...] = tuple(_COSINES)


def decibels(values: npt.ArrayLike) -> FloatArray:
    """The levels that bytes of a picture stand for, in dB; full-scale sines are at 0."""
    return np.asarray(FLOOR_DB + np.asarray(values, np.float32) / np.float32(STEPS_PER_DB), np.float32)


@dataclass(frozen=True, slots=True)
class Transform:
    """A short-time Fourier transform.

    Attributes
    ----------
    window_frames, hop_frames, fft_frames : int
        Length of the window, distance between columns, and length of the transform, to which windows
        are padded with zeros.
    """

    rate_hz: int
    window_frames: int
    hop_frames: int
    fft_frames: int
    window: WindowKind = "hann"

    def __post_init__(self) -> None:
        if not (0 < self.hop_frames <= self.window_frames <= self.fft_frames):
            raise ValueError(f"no transform has these sizes: {self}")

    @property
    def bins(self) -> int:
        """How many frequencies a column has, from 0 Hz to half the rate."""
        return self.fft_frames // 2 + 1

    @property
    def bin_hz(self) -> float:
        """The distance of two of them."""
        return self.rate_hz / self.fft_frames


_Number = TypeVar("_Number", np.float32, np.uint8)


class _Buffers(threading.local):
    """One thread's working memory, allocated once."""

    def __init__(self, columns: int, fft_frames: int) -> None:
        bins = fft_frames // 2 + 1
        self.windowed = np.zeros((columns, fft_frames), np.float32)
        self.amplitude = np.empty((columns, bins), np.float32)


class SpectrumKernel:
    """Makes columns of levels out of samples; may be shared by threads.

    Notes
    -----
    A level is the power of one bin of the transform, scaled so that a full-scale sine is at 0 dB.
    What is pooled in time is the greatest power, so that no short sound is lost in a wide view;
    the greatest of bytes is the byte of the greatest, so that it does not matter when that is done.
    """

    def __init__(self, transform: Transform) -> None:
        self.transform = transform
        self.rate_hz = transform.rate_hz
        self.hop_frames = transform.hop_frames
        self.window_frames = transform.window_frames
        self.bins = transform.bins
        self._window = window_of(transform.window, transform.window_frames)
        self._scale = np.float32(2.0 / self._window.sum(dtype=np.float64))
        fitting = 2 ** int(math.log2(max(1, _BLOCK_VALUES // transform.fft_frames)))
        self._block = min(_MOST_COLUMNS, max(4, fitting))
        self._buffers = _Buffers(self._block, transform.fft_frames)

    @property
    def parameters(self) -> dict[str, object]:
        """Everything that decides what the columns look like, to tell one cached picture from another."""
        return {**asdict(self.transform), "floor_db": FLOOR_DB, "ceiling_db": CEILING_DB}

    def columns(self, samples: FloatArray, pooled: int = 1) -> Columns:
        """Every column whose window lies within `samples`.

        Parameters
        ----------
        samples : float32, shape (frames,)
            One channel, full scale at 1; what is not finite counts as silence. Nothing is padded: put
            `window_frames // 2` zeros before a recording for its first column to be centred on sample 0.
        pooled : int
            A power of two: the loudest of so many columns each become one; a last one may have fewer.

        Returns
        -------
        uint8, shape (ceil(columns / pooled), bins)
            Levels from FLOOR_DB (0) to CEILING_DB (255), the lowest frequency first.
        """
        count = max(0, 1 + (len(samples) - self.window_frames) // self.hop_frames)
        if not np.isfinite(samples).all():
            samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
        at_once = min(pooled, self._block)
        made = np.empty((-(-count // at_once), self.bins), np.uint8)
        place = 0
        for amplitude in self._blocks(samples, count):
            maxima = _pooled(amplitude, at_once)
            made[place : place + len(maxima)] = self._bytes(maxima)
            place += len(maxima)
        return _pooled(made, pooled // at_once)

    def _blocks(self, samples: FloatArray, count: int) -> Iterator[FloatArray]:
        """The amplitudes of some columns at a time, valid until the next ones are asked for."""
        if not count:
            return
        windows = np.lib.stride_tricks.sliding_window_view(samples, self.window_frames)[:: self.hop_frames]
        buffers = self._buffers
        for start in range(0, count, self._block):
            block = windows[start : min(start + self._block, count)]
            used = len(block)
            np.multiply(block, self._window, out=buffers.windowed[:used, : self.window_frames])
            buffers.windowed[used:] = 0.0  # silence fills the block, so that the same bytes come again
            np.abs(spectra(buffers.windowed), out=buffers.amplitude)
            yield buffers.amplitude[:used]

    def _bytes(self, amplitude: FloatArray) -> FloatArray:
        """Levels in steps, to be rounded down by whoever stores them as bytes."""
        amplitude *= self._scale
        np.clip(amplitude, 10 ** (FLOOR_DB / 20), 10 ** (CEILING_DB / 20), out=amplitude)
        np.log10(amplitude, out=amplitude)
        amplitude *= 20.0 * STEPS_PER_DB
        amplitude += 0.5 - FLOOR_DB * STEPS_PER_DB
        return amplitude


def window_of(kind: WindowKind, frames: int) -> FloatArray:
    """A periodic window, float32 of shape (frames,)."""
    turns = 2 * np.pi * np.arange(frames) / frames
    waves = [weight * np.cos(order * turns) for order, weight in enumerate(_COSINES[kind])]
    return np.asarray(np.sum(waves, axis=0), np.float32)


def _pooled(rows: npt.NDArray[_Number], by: int) -> npt.NDArray[_Number]:
    """The greatest of `by` rows each; the last ones may be fewer."""
    if by == 1:
        return rows
    whole = len(rows) // by * by
    maxima = rows[:whole].reshape(-1, by, rows.shape[1]).max(axis=1)
    return maxima if whole == len(rows) else np.concatenate([maxima, rows[whole:].max(axis=0)[None]])
