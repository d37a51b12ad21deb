"""Samples to columns of mel bands for the live picture; features for training are made elsewhere."""

import math
import threading
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.fourier import spectra

FloatArray = npt.NDArray[np.float32]
Columns = npt.NDArray[np.uint8]

FLOOR_DB = -100.0
"""What a byte of 0 stands for: this level or anything below it."""
CEILING_DB = 20.0
"""What a byte of 255 stands for."""

_WINDOW_S = 0.0232
_SMALLEST_WINDOW = 32
_BLOCK_COLUMNS = (
    64  # more at once leave the processor's cache, and from 256 on fault in fresh pages each time
)
_BANDS_PER_GROUP = 16
_LEAST_WEIGHT = 0.1  # of a band's nearest bin; with less the band would be 10 dB too dark
_STEPS_PER_DB = 255.0 / (CEILING_DB - FLOOR_DB)


def decibels(values: Columns) -> FloatArray:
    """The levels that bytes of a picture stand for, in dB; full scale sines are at about 0."""
    return (FLOOR_DB + values / np.float32(_STEPS_PER_DB)).astype(np.float32)


def mel_frequencies_hz(mels: int, low_hz: float, high_hz: float) -> npt.NDArray[np.float64]:
    """Centres of the bands, lowest first, on the mel scale of HTK."""
    return _band_edges_hz(mels, low_hz, high_hz)[1:-1]


def band_at_hz(
    frequency_hz: npt.ArrayLike, mels: int, low_hz: float, high_hz: float
) -> npt.NDArray[np.float64]:
    """The inverse of `mel_frequencies_hz`: the band, with fraction, whose centre is at a frequency."""
    low, high = _to_mel(low_hz), _to_mel(high_hz)
    return (_to_mel(frequency_hz) - low) / (high - low) * (mels + 1) - 1


@dataclass(frozen=True, slots=True)
class _BandGroup:
    """Neighbouring bands, with the only bins that they need."""

    bins: slice
    bands: slice
    weights: FloatArray  # (bins, bands)


class _Scratch(threading.local):
    """One thread's working memory, allocated once."""

    def __init__(self, fft_frames: int, mels: int) -> None:
        bins = fft_frames // 2 + 1
        self.windowed = np.empty((_BLOCK_COLUMNS, fft_frames), np.float32)
        self.power = np.empty((_BLOCK_COLUMNS, bins), np.float32)
        self.bands = np.empty((_BLOCK_COLUMNS, mels), np.float32)


class MelKernel:
    """Makes spectrogram columns of bytes out of samples; may be shared by threads.

    Parameters
    ----------
    rate_hz : int
        Sample rate. The window is the power of two nearest to 23 ms (1024 samples at 44.1 kHz).
    mels : int
        Number of bands.
    low_hz, high_hz : float
        What the bands span; up to half the sample rate if `high_hz` is None.

    Notes
    -----
    Power spectrum under a periodic Hann window, triangular bands that are not normalised, as
    `torchaudio.transforms.MelSpectrogram` makes them by default, except that the power is scaled
    so that a full-scale sine is at 0 dB, and that a band so narrow that it all but misses the bins
    is interpolated between them instead of being a dark line.
    """

    def __init__(
        self,
        rate_hz: int,
        mels: int = 128,
        low_hz: float = 0.0,
        high_hz: float | None = None,
    ) -> None:
        self.rate_hz = rate_hz
        self.mels = mels
        self.low_hz = low_hz
        self.high_hz = rate_hz / 2 if high_hz is None else high_hz
        if not 0.0 <= low_hz < self.high_hz:
            raise ValueError(f"no band runs from {low_hz} Hz to {self.high_hz} Hz")
        self.fft_frames: int = max(_SMALLEST_WINDOW, 2 ** round(math.log2(_WINDOW_S * rate_hz)))
        self.hop_frames: int = self.fft_frames // 2
        turns = np.arange(self.fft_frames) / self.fft_frames
        self._window = (0.5 - 0.5 * np.cos(2 * np.pi * turns)).astype(np.float32)
        self._groups = self._band_groups()
        self._scratch = _Scratch(self.fft_frames, mels)

    def frequencies_hz(self) -> npt.NDArray[np.float64]:
        """Centres of its bands, lowest first."""
        return mel_frequencies_hz(self.mels, self.low_hz, self.high_hz)

    def columns(self, samples: FloatArray) -> Columns:
        """Every column whose window lies within `samples`.

        Parameters
        ----------
        samples : float32, shape (frames,)
            Mono audio, full scale at 1; what is not finite counts as silence. Nothing is padded:
            put `hop_frames` zeros before a recording for its first column to be centred on sample 0.

        Returns
        -------
        uint8, shape (max(0, 1 + (frames - fft_frames) // hop_frames), mels)
            Levels from FLOOR_DB (0) to CEILING_DB (255). Column k is centred on sample
            k * hop_frames + fft_frames // 2; band 0 is the lowest. With other samples around them a
            level may come to the byte beside it, for sums are then taken in another order.
        """
        count = max(0, 1 + (len(samples) - self.fft_frames) // self.hop_frames)
        pictured = np.empty((count, self.mels), np.uint8)
        if not count:
            return pictured
        if not np.isfinite(samples).all():
            samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
        windows = np.lib.stride_tricks.sliding_window_view(samples, self.fft_frames)[:: self.hop_frames]
        for start in range(0, count, _BLOCK_COLUMNS):
            block = pictured[start : start + _BLOCK_COLUMNS]
            levels = self._decibels(windows[start : start + _BLOCK_COLUMNS])
            levels *= _STEPS_PER_DB
            levels += 0.5 - FLOOR_DB * _STEPS_PER_DB
            block[:] = levels
        return pictured

    def _decibels(self, windows: FloatArray) -> FloatArray:
        """The levels of one block's windows, valid until the next one's are asked for."""
        windowed, power, levels = (
            one[: len(windows)] for one in (self._scratch.windowed, self._scratch.power, self._scratch.bands)
        )
        np.multiply(windows, self._window, out=windowed)
        np.abs(spectra(windowed), out=power)
        np.square(power, out=power)
        for group in self._groups:
            np.matmul(power[:, group.bins], group.weights, out=levels[:, group.bands])
        np.clip(levels, 10 ** (FLOOR_DB / 10), 10 ** (CEILING_DB / 10), out=levels)
        np.log(levels, out=levels)
        levels *= 10.0 / math.log(10.0)
        return levels

    def _band_groups(self) -> list[_BandGroup]:
        weights = self._weights()
        groups = []
        for first in range(0, self.mels, _BANDS_PER_GROUP):
            bands = slice(first, min(first + _BANDS_PER_GROUP, self.mels))
            used = np.flatnonzero(weights[:, bands].any(axis=1))
            bins = slice(int(used[0]), int(used[-1]) + 1) if len(used) else slice(0, 1)
            groups.append(_BandGroup(bins, bands, np.ascontiguousarray(weights[bins, bands])))
        return groups

    def _weights(self) -> FloatArray:
        """How much each bin counts in each band, shape (bins, mels)."""
        bins_hz = np.fft.rfftfreq(self.fft_frames, 1 / self.rate_hz)[:, np.newaxis]
        edges_hz = _band_edges_hz(self.mels, self.low_hz, self.high_hz)
        left, centre, right = edges_hz[:-2], edges_hz[1:-1], edges_hz[2:]
        rising = (bins_hz - left) / (centre - left)
        falling = (right - bins_hz) / (right - centre)
        weights = np.maximum(0.0, np.minimum(rising, falling))
        between_bins = np.maximum(0.0, 1.0 - abs(bins_hz - centre) * self.fft_frames / self.rate_hz)
        dark = weights.max(axis=0) < _LEAST_WEIGHT
        weights[:, dark] = between_bins[:, dark]
        full_scale = (2.0 / self._window.sum(dtype=np.float64)) ** 2
        return np.asarray(weights * full_scale, np.float32)


def _to_mel(frequency_hz: npt.ArrayLike) -> npt.NDArray[np.float64]:
    return np.asarray(2595.0 * np.log10(1.0 + np.asarray(frequency_hz, np.float64) / 700.0))


def _band_edges_hz(mels: int, low_hz: float, high_hz: float) -> npt.NDArray[np.float64]:
    points = np.linspace(_to_mel(low_hz), _to_mel(high_hz), mels + 2)
    return np.asarray(700.0 * (10.0 ** (points / 2595.0) - 1.0))
