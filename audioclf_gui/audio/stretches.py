"""Stretches of a sound file as files of their own: the same samples, at the same rate, in all channels."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.decoder import Decoder
from audioclf_gui.audio.wav_stream import wav_header
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

Samples = npt.NDArray[np.int16 | np.int32 | np.float32 | np.float64]

_FLAC_CHANNELS = 8
_FLAC_RATE_HZ = 655_350  # the highest that its header has room for in tens of hertz


class SoundFormat(StrEnum):
    """What a stretch can be written as; its value is the ending of the file."""

    WAV = "wav"
    FLAC = "flac"


@dataclass(frozen=True, slots=True)
class SampleKind:
    """How samples are written down."""

    bits: int
    is_float: bool = False

    @property
    def name(self) -> str:
        """As `AudioFacts.encoding` has it."""
        return f"{self.bits} bit float" if self.is_float else f"{self.bits} bit"

    @property
    def dtype(self) -> type[np.int16] | type[np.int32] | type[np.float32] | type[np.float64]:
        """The numbers that hold such samples exactly; integers use all of their bits."""
        if self.is_float:
            return np.float64 if self.bits == 64 else np.float32
        return np.int16 if self.bits <= 16 else np.int32


_DECODED = SampleKind(32, is_float=True)
"""What other codecs deliver, which lose something anyway."""
_KINDS = {
    "FLOAT": SampleKind(32, is_float=True),
    "PCM_S8": SampleKind(8),
    "PCM_U8": SampleKind(8),
    "PCM_24": SampleKind(24),
    "PCM_32": SampleKind(32),
    "DOUBLE": SampleKind(64, is_float=True),
    "ALAC_20": SampleKind(24),
    "ALAC_24": SampleKind(24),
    "ALAC_32": SampleKind(32),
} | dict.fromkeys(("PCM_16", "ALAC_16", "ULAW", "ALAW", "IMA_ADPCM", "MS_ADPCM"), SampleKind(16))


class StretchReader(Closing):
    """An open file, of which stretches are copied.

    Raises
    ------
    UnreadableAudioError
        If it cannot be opened, or, while copying, if its sound breaks off.
    """

    def __init__(self, path: Path) -> None:
        self._decoder = Decoder(path)
        file = self._decoder.file
        self.rate_hz: int = file.samplerate
        self.channels: int = file.channels
        self.written_hz, self.written_channels = self.rate_hz, self.channels
        self.kind = _KINDS.get(file.subtype, _DECODED)
        self._is_exact = file.subtype in _KINDS

    def container(self, wanted: SoundFormat) -> SoundFormat:
        """What can hold its sound as it is: WAV where FLAC cannot."""
        fits = not self.kind.is_float and self.kind.bits <= 24
        if fits and self.channels <= _FLAC_CHANNELS and self.rate_hz <= _FLAC_RATE_HZ:
            return wanted
        return SoundFormat.WAV

    def copy(self, part: Path, container: SoundFormat, start: int, stop: int) -> Iterator[None]:
        """Write frames `start` to `stop` to a new file; yields after each block, so that it can be ended.

        Raises
        ------
        UnreadableAudioError
            If the sound breaks off, or ends before `stop`.
        OSError
            If the file cannot be written.
        """
        self._decoder.go_to(start)
        write = self._as_flac if container is SoundFormat.FLAC else self._as_wav
        yield from write(part, stop - start)

    def _as_wav(self, part: Path, frames: int) -> Iterator[None]:
        sample_bytes = self.kind.bits // 8
        sound_bytes = frames * self.channels * sample_bytes
        header = wav_header(
            self.rate_hz,
            self.channels,
            sound_bytes,
            sample_bytes=sample_bytes,
            is_float=self.kind.is_float,
        )
        with part.open("xb") as file:
            file.write(header)
            for block in self._blocks(frames):
                file.write(_wav_bytes(block, self.kind))
                yield
            file.write(b"\0" * (sound_bytes % 2))  # chunks of RIFF end on even places

    def _as_flac(self, part: Path, frames: int) -> Iterator[None]:
        subtype = "PCM_S8" if self.kind.bits == 8 else f"PCM_{self.kind.bits}"
        name = part if sys.platform == "win32" else os.fsencode(part)  # bytes: as in `decoder`
        try:
            with sf.SoundFile(name, "x", self.rate_hz, self.channels, subtype, format="FLAC") as file:
                for block in self._blocks(frames):
                    file.write(block)
                    yield
        except (sf.SoundFileError, AssertionError) as error:  # soundfile asserts that all was written
            raise OSError(0, "the disk is full, or does not take it") from error

    def _blocks(self, frames: int) -> Iterator[Samples]:
        left = frames
        while left:
            wanted = min(left, self._decoder.block_frames)
            block: Samples = (
                self._decoder.read_as(wanted, self.kind.dtype)
                if self._is_exact
                else self._decoder.read(wanted)
            )
            if not len(block):
                raise UnreadableAudioError(self._decoder.path, Text("it ends before the stretch does"))
            left -= len(block)
            yield block

    def close(self) -> None:
        """Let the file go."""
        self._decoder.close()


def _wav_bytes(block: Samples, kind: SampleKind) -> bytes:
    """The samples as WAV has them: little-endian, and 8 bits without a sign."""
    little = np.ascontiguousarray(block, block.dtype.newbyteorder("<"))
    if kind.bits not in (8, 24):
        return little.tobytes()
    octets = little.view(np.uint8).reshape(-1, block.itemsize)
    if kind.bits == 24:
        return octets[:, 1:].tobytes()
    return (octets[:, 1] + np.uint8(128)).tobytes()
