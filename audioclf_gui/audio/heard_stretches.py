"""Stretches of a sound file as files of their own, as they are heard: slower, or brought down."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile as sf

from audioclf_gui.audio.files import AudioSource
from audioclf_gui.audio.play_feed import at_device_rate, audible, chosen_channels
from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.audio.stretches import SampleKind, SoundFormat
from audioclf_gui.core.closing import Closing

Frames = npt.NDArray[np.float32]

_MOST_HZ = 48_000  # every player knows it, and more is not heard
_BLOCK_FRAMES = 2**15


class HeardReader(Closing):
    """An open file, of which stretches are written as `Player` would play them; as `StretchReader` otherwise.

    Raises
    ------
    UnreadableAudioError
        If it cannot be opened, or, while copying, if its sound breaks off.
    """

    kind = SampleKind(16)

    def __init__(self, path: Path, settings: PlaySettings) -> None:
        self._source = AudioSource(path)
        self._settings = settings
        facts = self._source.facts
        self.rate_hz = facts.rate_hz
        self.channels = facts.channels
        self.written_hz = min(facts.rate_hz, _MOST_HZ)
        self.written_channels = facts.channels if settings.channel == "all" else 1

    def container(self, wanted: SoundFormat) -> SoundFormat:
        """What can hold its sound: WAV where FLAC has no room for so many channels."""
        return wanted if self.written_channels <= 8 else SoundFormat.WAV

    def copy(self, part: Path, container: SoundFormat, start: int, stop: int) -> Iterator[None]:
        """Write frames `start` to `stop` to a new file; yields after each block, so that it can be ended.

        Raises
        ------
        UnreadableAudioError
            If the sound breaks off.
        OSError
            If the file cannot be written.
        """
        settings, channels = self._settings, self.written_channels
        heard = audible(self._blocks(start, stop), settings, None, self.rate_hz)
        name = part if sys.platform == "win32" else os.fsencode(part)  # bytes: as in `decoder`
        try:
            with sf.SoundFile(
                name, "x", self.written_hz, channels, "PCM_16", format=container.value.upper()
            ) as file:
                for block in at_device_rate(heard, settings, self.rate_hz, self.written_hz, channels):
                    file.write(block)
                    yield
        except (sf.SoundFileError, AssertionError) as error:  # soundfile asserts that all was written
            raise OSError(0, "the disk is full, or does not take it") from error

    def _blocks(self, start: int, stop: int) -> Iterator[Frames]:
        for at in range(start, stop, _BLOCK_FRAMES):
            block = self._source.read(at, min(_BLOCK_FRAMES, stop - at))
            yield chosen_channels(block, self.rate_hz, at, self._settings.channel, self.written_channels)

    def close(self) -> None:
        """Let the file go."""
        self._source.close()
