"""Making sound slower or faster without moving its pitch.

A phase vocoder: overlapping spectra are taken from the sound at the wanted pace and put together again at an
even one, each turned on from the last by as much as the sound itself turns in that time, which is read off a
second spectrum one step earlier. All lines around a peak turn as their peak does (identity phase locking),
which keeps tones whole and attacks sharp, and all channels turn alike, which keeps them where they are
between two loudspeakers.

Sources: Laroche and Dolson, Improved phase vocoder time-scale modification of audio, IEEE Trans. Speech and
Audio Processing 7 (1999); Puckette, Phase-locked vocoder, IEEE ASSP Workshop (1995), for the second spectrum.
"""

import math

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Lines = npt.NDArray[np.complex128]

_WINDOW_S = 0.046  # tells two tones 50 Hz apart, and smears an attack by no more than this
_OVERLAP = 4  # windows that cover each frame; squared Hann windows then add up to _SUM everywhere
_SUM = 1.5
_SILENCE = 1e-12  # of full scale, squared: below it there are only errors of rounding


class TimeStretch:
    """Brings sound that arrives in blocks to another speed, as one unbroken sound.

    Frame n that comes out is what went in as frame n * `speed`; what comes out lags behind by about
    46 ms, and `last` gets the rest out. The blocks in which sound arrives make no difference to it.

    Parameters
    ----------
    speed
        2 is twice as fast.
    """

    def __init__(self, speed: float, rate_hz: int, channels: int) -> None:
        self._speed = speed
        self._size = 1 << max(5, round(math.log2(_WINDOW_S * rate_hz)))
        self._hop = self._size // _OVERLAP
        self._window: Floats = np.hanning(self._size + 1)[:-1, None]
        self._sound: Frames = np.zeros((3 * self._size, channels), np.float32)
        self._sound_end = 0  # the frame of the input at which `_sound` ends
        self._frames_in = self._frames_out = 0
        self._step = 1 - _OVERLAP // 2  # the first window that reaches the first frame
        self._sum: Floats = np.zeros((self._size, channels))  # of windows; its first hop is heard next
        self._turned: Lines | None = None  # the last window that was put in

    def push(self, block: Frames, last: bool = False) -> Frames:
        """The next frames at the new speed for the next (frames, channels); may be none yet."""
        channels = block.shape[1]
        self._frames_in += len(block)
        parts = [self._sound, block]
        if last:
            parts.append(np.zeros((3 * self._size, channels), np.float32))
        self._sound = np.concatenate(parts)
        self._sound_end += sum(map(len, parts[1:]))
        heard = [np.zeros((0, channels), np.float32)]
        while self._place + self._size // 2 <= self._sound_end:
            self._add_window()
            if self._step > _OVERLAP // 2:
                heard.append((self._sum[: self._hop] / _SUM).astype(np.float32))
            self._sum = np.concatenate([self._sum[self._hop :], np.zeros((self._hop, channels))])
        self._forget()
        sound = np.concatenate(heard)
        if last:
            sound = sound[: max(0, round(self._frames_in / self._speed) - self._frames_out)]
        self._frames_out += len(sound)
        return sound

    @property
    def _place(self) -> int:
        """The middle of the next window, in frames of the input."""
        return round(self._step * self._hop * self._speed)

    def _add_window(self) -> None:
        now, before = (self._spectrum(place) for place in (self._place, self._place - self._hop))
        self._turned = now if self._turned is None else now * _turn(now, before, self._turned)
        self._sum += np.fft.irfft(self._turned, axis=0) * self._window
        self._step += 1

    def _spectrum(self, place: int) -> Lines:
        start = place - self._size // 2 - (self._sound_end - len(self._sound))
        lines: Lines = np.fft.rfft(self._sound[start : start + self._size] * self._window, axis=0)
        return lines

    def _forget(self) -> None:
        """Keep of the input only what windows to come reach."""
        needed = self._sound_end - (self._place - self._hop - self._size // 2)
        self._sound = self._sound[max(0, len(self._sound) - needed) :]


def _turn(now: Lines, before: Lines, turned: Lines) -> Lines:
    """By how much each line is to be turned, complex of magnitude 1, shape (lines, 1).

    Parameters
    ----------
    now, before : shape (lines, channels)
        The spectrum here, and one step earlier in the sound.
    turned : shape (lines, channels)
        The last one that was put in, one step earlier in what comes out.
    """
    power = np.square(np.abs(now)).sum(axis=1)
    padded = np.pad(power, 2, constant_values=-1.0)
    around = np.max([padded[:-4], padded[1:-3], padded[3:-1], padded[4:]], axis=0)
    peaks = np.flatnonzero((power >= around) & (power > _SILENCE * len(now)))
    if not len(peaks):
        return np.ones((len(now), 1), np.complex128)
    product = (turned[peaks] * before[peaks].conj()).sum(axis=1)
    size = np.abs(product)
    turns = np.where(size > _SILENCE, product / np.maximum(size, _SILENCE), 1.0)
    nearest = np.searchsorted((peaks[1:] + peaks[:-1]) / 2, np.arange(len(now)))
    return turns[nearest, None]
