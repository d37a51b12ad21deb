"""The newest minutes of what is listened to, to be played or kept later."""

import threading

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

_FULL_SCALE = 2**15


class RecentSound:
    """The newest seconds of a mono input at its own rate; one thread writes, others read.

    As in the recordings that come of it a sample has 16 bits: ten minutes at 48 kHz take 58 MB, and no
    memory before they are heard. Zeros stand for sound that was lost, so that a second here is a second of
    listening.

    Parameters
    ----------
    seconds
        How much of the sound is remembered.
    """

    def __init__(self, rate_hz: int, seconds: float = 30.0) -> None:
        self.rate_hz = rate_hz
        self._samples = np.zeros(max(1, round(seconds * rate_hz)), np.int16)
        self._written = 0
        self._lock = threading.Lock()

    @property
    def begin_s(self) -> float:
        """Since when it is remembered, in seconds since listening began."""
        return max(0, self._written - len(self._samples)) / self.rate_hz

    @property
    def end_s(self) -> float:
        """The end of what was heard."""
        return self._written / self.rate_hz

    def push(self, mono: Frames) -> None:
        """Remember `mono` (frames,) in [-1, 1], and forget what is oldest."""
        newest = mono[-len(self._samples) :]
        scaled = np.clip(np.rint(newest * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1)
        self._put(scaled.astype(np.int16), len(mono))

    def skip(self, lost_frames: int) -> None:
        """So much sound was lost."""
        self._put(np.zeros(min(lost_frames, len(self._samples)), np.int16), lost_frames)

    def last_seconds(self, seconds: float) -> Frames:
        """The last `seconds` as (frames,) at `rate_hz`, oldest first; less while there is less."""
        return self._from(self._written - round(seconds * self.rate_hz), self._written)

    def between(self, start_s: float, end_s: float) -> Frames:
        """What is remembered of a stretch as (frames,), in seconds since listening began."""
        return self._from(round(start_s * self.rate_hz), round(end_s * self.rate_hz))

    def _put(self, newest: npt.NDArray[np.int16], frames: int) -> None:
        with self._lock:
            self._written += frames
            places = (self._written - len(newest) + np.arange(len(newest))) % len(self._samples)
            self._samples[places] = newest

    def _from(self, first: int, stop: int) -> Frames:
        with self._lock:
            first = max(first, self._written - len(self._samples), 0)
            places = np.arange(first, min(stop, self._written)) % len(self._samples)
            sound: Frames = self._samples[places].astype(np.float32)
        return sound / np.float32(_FULL_SCALE)
