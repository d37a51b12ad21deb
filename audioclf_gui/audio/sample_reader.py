"""A file's samples for drawing: 16-bit files stay integers, which is ten times cheaper than floats."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.files import AudioSource, Frames, known_facts, read_blocks
from audioclf_gui.core.errors import UnreadableAudioError

Samples = npt.NDArray[np.int16] | Frames
Integers = npt.NDArray[np.int16]

FULL_SCALE = 32768.0

_LOUDEST = 16.0  # float files may exceed full scale; beyond this a picture has nothing left to show
_LONGEST_S = 366 * 24 * 3600  # headers of streams that do not know their length claim millennia


class SampleReader:
    """An open file; samples are int16 if the file's are, else float32, of shape (n, channels).

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened, or its sound breaks off in an error.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._source: AudioSource | None = None
        try:
            self._file = sf.SoundFile(path if sys.platform == "win32" else os.fsencode(path))
        except sf.LibsndfileError:
            known_facts(path)  # raises the error that says in words what is wrong
            raise
        self.rate_hz: int = self._file.samplerate
        self.channels: int = self._file.channels
        self.can_seek: bool = self._file.seekable()
        self.is_compressed = self._file.format in ("FLAC", "OGG", "MP3")
        self._holds_int16 = self._file.subtype == "PCM_16"
        claimed: int = self._file.frames
        self.claimed_frames = (
            claimed if 0 < claimed <= _LONGEST_S * self.rate_hz else known_facts(path).frames
        )  # only reading it all tells the length for sure

    def chunks(self, frames: int) -> Iterator[Samples]:
        """All of the file, from its start; a chunk is valid until the next one is asked for."""
        if not self._holds_int16:
            yield from read_blocks(self._path, frames)
            return
        buffer = np.empty((frames, self.channels), np.int16)
        self._go_to(0)
        while count := self._read_into(buffer):
            yield buffer[:count]

    def read(self, start_frame: int, frames: int) -> Samples:
        """Exactly these samples; less at the end of the file."""
        if self._holds_int16:
            return self.glimpse(start_frame, frames)
        if self._source is None:
            self._source = AudioSource(self._path)
        return self._source.read(start_frame, frames)

    def glimpse(self, start_frame: int, frames: int) -> Samples:
        """Samples from about there, as fast as the format allows."""
        self._go_to(start_frame)
        count = max(0, min(frames, self.claimed_frames - start_frame))
        samples = np.empty((count, self.channels), np.int16 if self._holds_int16 else np.float32)
        return samples[: self._read_into(samples)]

    def _go_to(self, frame: int) -> None:
        try:
            self._file.seek(min(frame, self.claimed_frames))
        except sf.LibsndfileError as error:
            raise UnreadableAudioError(self._path, error.error_string) from error

    def _read_into(self, samples: Samples) -> int:
        try:
            return len(self._file.read(out=samples))
        except sf.LibsndfileError as error:
            raise UnreadableAudioError(self._path, error.error_string) from error

    def close(self) -> None:
        """Let the file go."""
        if self._source is not None:
            self._source.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def as_int16(samples: Samples) -> Integers:
    """The samples in steps of 1 / FULL_SCALE, clipped."""
    if samples.dtype == np.int16:
        return samples.view(np.int16)
    finite: Frames = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).astype(np.float32, copy=False)
    steps: Frames = np.clip(np.rint(finite * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
    return steps.astype(np.int16)


def mean_into(samples: Samples, mono: Frames) -> None:
    """Write the mean of the channels, full scale at 1, to the start of `mono` and zeros after it."""
    count, channels = samples.shape
    scale = np.float32((1 / FULL_SCALE if samples.dtype == np.int16 else 1.0) / channels)
    target = mono[:count]
    np.multiply(samples[:, 0], scale, out=target)
    for channel in range(1, channels):
        target += samples[:, channel] * scale
    if samples.dtype != np.int16:
        np.nan_to_num(target, copy=False, nan=0.0)
        np.clip(target, -_LOUDEST, _LOUDEST, out=target)
    mono[count:] = 0.0
