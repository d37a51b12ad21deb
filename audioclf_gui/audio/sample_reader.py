"""A file's samples for drawing: 16-bit files stay integers, which is ten times cheaper than floats."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.decoder import Decoder, Frames
from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.headers import spoken_error
from audioclf_gui.audio.mono import cancelling
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

Samples = npt.NDArray[np.int16] | Frames
Integers = npt.NDArray[np.int16]

FULL_SCALE = 32768.0

_LOUDEST = 16.0  # float files may exceed full scale; beyond this a picture has nothing left to show
_JUDGED_STRIDE = 16  # frames
_LONGEST_S = 366 * 24 * 3600  # headers of streams that do not know their length claim millennia


class SampleReader(Closing):
    """An open file; samples are int16 if the file's are, else float32, of shape (n, channels).

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened, or its sound breaks off in an error.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._decoder = Decoder(path)
        file = self._decoder.file
        self.rate_hz: int = file.samplerate
        self.channels: int = file.channels
        self.can_seek = file.can_seek
        self.is_compressed = file.format in ("FLAC", "OGG", "MP3")
        self._holds_int16 = file.subtype == "PCM_16" and self.can_seek
        claimed = self._decoder.claimed
        is_likely = 0 < claimed <= _LONGEST_S * self.rate_hz
        self.claimed_frames = claimed if is_likely else known_facts(path).frames
        """Length according to the header; only reading it all tells for sure."""

    def chunks(self, frames: int) -> Iterator[Samples]:
        """All of the file, from its start; a chunk is valid until the next one is asked for."""
        self._decoder.rewind()
        if not self._holds_int16:
            while len(block := self._decoder.read(frames)):
                yield block
            return
        buffer = np.empty((frames, self.channels), np.int16)
        position = 0
        while count := self._read_into(buffer[: max(0, self.claimed_frames - position)]):
            yield buffer[:count]
            position += count

    def read(self, start_frame: int, frames: int) -> Samples:
        """Exactly these samples; less at the end of the file."""
        if self._holds_int16:
            return self.glimpse(start_frame, frames)
        self._decoder.go_to(start_frame)
        return self._decoder.read(frames)

    def glimpse(self, start_frame: int, frames: int) -> Samples:
        """Samples from about there, as fast as the format allows."""
        self._decoder.seek(min(start_frame, self.claimed_frames))
        if not self._holds_int16:
            return self._decoder.read(frames)
        samples = np.empty((max(0, min(frames, self.claimed_frames - start_frame)), self.channels), np.int16)
        return samples[: self._read_into(samples)]

    def _read_into(self, samples: Integers) -> int:
        try:
            count = len(self._decoder.file.read(out=samples)) if len(samples) else 0
        except sf.LibsndfileError as error:
            raise UnreadableAudioError(self._path, spoken_error(error.error_string)) from error
        if count < len(samples) and self.is_compressed:
            raise UnreadableAudioError(self._path, Text("its sound breaks off"))
        return count

    def close(self) -> None:
        """Let the file go."""
        self._decoder.close()


def as_int16(samples: Samples) -> Integers:
    """The samples in steps of 1 / FULL_SCALE, clipped."""
    if samples.dtype == np.int16:
        return samples.view(np.int16)
    finite: Frames = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).astype(np.float32, copy=False)
    steps: Frames = np.clip(np.rint(finite * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
    return steps.astype(np.int16)


def mix_into(samples: Samples, mono: Frames, rate_hz: int, start_frame: int) -> None:
    """Write the channels as one, full scale at 1, to the start of `mono` and zeros after it.

    By the rule of `audio.mono`, but looking at a part of the frames only, which tells it fast enough to draw.
    """
    count, channels = samples.shape
    full = np.float32(1 / FULL_SCALE if samples.dtype == np.int16 else 1.0)
    scale = full / np.float32(channels)
    target = mono[:count]
    np.multiply(samples[:, 0], scale, out=target)
    for channel in range(1, channels):
        target += samples[:, channel] * scale
    for part, heard in cancelling(samples, rate_hz, start_frame, _JUDGED_STRIDE):
        target[part] = samples[part, heard].mean(axis=1, dtype=np.float32) * full
    if samples.dtype != np.int16:
        np.nan_to_num(target, copy=False, nan=0.0)
        np.clip(target, -_LOUDEST, _LOUDEST, out=target)
    mono[count:] = 0.0


def lane_into(samples: Samples, mono: Frames, rate_hz: int, start_frame: int, lane: int) -> None:
    """As `mix_into`, but one channel only if `lane` is its number; -1 is all of them as one."""
    if lane < 0:
        mix_into(samples, mono, rate_hz, start_frame)
    else:
        mix_into(samples[:, lane : lane + 1], mono, rate_hz, start_frame)
