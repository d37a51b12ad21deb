"""A WAV file that can be played at any moment while it grows, past 4 GB too."""

import os
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.closing import Closing

Frames = npt.NDArray[np.float32]

HEADER_BYTES = 80
LARGEST_WAV_BYTES = 2**32 - 1 - HEADER_BYTES  # of sound; its lengths are 32-bit numbers

_SAMPLE_BYTES = 2
_INTEGERS, _FLOAT = 1, 3  # WAVE_FORMAT_PCM, WAVE_FORMAT_IEEE_FLOAT
_IN_DS64 = 0xFFFFFFFF  # "see the ds64 chunk"


def wav_header(
    rate_hz: int,
    channels: int,
    sound_bytes: int,
    largest_wav_bytes: int = LARGEST_WAV_BYTES,
    *,
    sample_bytes: int = _SAMPLE_BYTES,
    is_float: bool = False,
) -> bytes:
    """The 80 bytes before so much sound: plain WAV as long as its lengths fit, then RF64.

    Notes
    -----
    As EBU Tech 3306 proposes for sound that grows: a JUNK chunk keeps the place of the ds64 chunk, so that
    turning the file into RF64 rewrites the header only. Programs without RF64 still open every shorter take.
    """
    frame_bytes = channels * sample_bytes
    riff_bytes = sound_bytes + HEADER_BYTES - 8
    if sound_bytes <= largest_wav_bytes:
        start = struct.pack("<4sI4s4sI28x", b"RIFF", riff_bytes, b"WAVE", b"JUNK", 28)
        data = struct.pack("<4sI", b"data", sound_bytes)
    else:
        frames = sound_bytes // frame_bytes
        start = struct.pack(
            "<4sI4s4sIQQQI", b"RF64", _IN_DS64, b"WAVE", b"ds64", 28, riff_bytes, sound_bytes, frames, 0
        )
        data = struct.pack("<4sI", b"data", _IN_DS64)
    layout = struct.pack(
        "<4sIHHIIHH",
        *(b"fmt ", 16, _FLOAT if is_float else _INTEGERS, channels),
        *(rate_hz, rate_hz * frame_bytes, frame_bytes, 8 * sample_bytes),
    )
    return start + layout + data


class WavStream(Closing):
    """Writes 16-bit sound block by block; whatever happens, the file is valid up to the last `commit`.

    Raises
    ------
    FileExistsError
        If there is a file of that name: a take never replaces another.
    OSError
        On writing, if the disk is full or gone.
    """

    def __init__(self, path: Path, rate_hz: int, channels: int) -> None:
        self._rate_hz = rate_hz
        self._channels = channels
        self.frames = 0
        self._file = path.open("xb")
        self._file.write(wav_header(rate_hz, channels, 0))

    def write(self, block: Frames) -> None:
        """Append (frames, channels) in [-1, 1]; what is louder is clipped."""
        self._file.write(np.clip(np.rint(block * 32768.0), -32768, 32767).astype("<i2").tobytes())
        self.frames += len(block)

    def commit(self) -> None:
        """Make what was written so far part of the file, also for a machine that loses power now."""
        self._file.flush()  # the sound first: a header never promises what is not there
        sound_bytes = self.frames * self._channels * _SAMPLE_BYTES
        self._file.seek(0)
        self._file.write(wav_header(self._rate_hz, self._channels, sound_bytes))
        self._file.flush()
        self._file.seek(0, os.SEEK_END)
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Commit and let the file go."""
        try:
            self.commit()
        finally:
            self._file.close()
