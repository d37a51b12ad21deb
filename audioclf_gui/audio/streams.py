"""What can be listened to: a microphone, or a file in its place."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.audio.device_stream import DeviceInput, DeviceStream
from audioclf_gui.audio.files import known_facts, read_blocks
from audioclf_gui.audio.mono import MonoMix
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

_BLOCK_S = 0.05
_FINE = DeviceState()
_SHOWN_S = 10.0  # how far a picture may fall behind before it has holes


@dataclass(frozen=True, slots=True)
class FileInput:
    """A file that is heard as if it came from a microphone."""

    path: Path
    realtime: bool = True  # at its own pace; otherwise as fast as the model can follow

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name


Input = DeviceInput | FileInput


class SoundStream(Protocol):
    """What can be listened to; `audio.device_stream.DeviceStream` is one."""

    rate_hz: int
    channel: int | None  # the only one of those read that is to be heard, counted from 1; None: all
    is_file: bool  # which may well begin or end with zeros, unlike a microphone

    @property
    def overflows(self) -> int:
        """How often sound was dropped before it was seen."""

    @property
    def lost_frames(self) -> int:
        """How many frames are missing."""

    @property
    def is_active(self) -> bool:
        """Whether more sound may come."""

    def start(self) -> None:
        """Open the device; UserError if it refuses."""

    def read(self) -> Frames:
        """Everything since the last call, (frames, channels); never waits."""

    def stop(self) -> None:
        """Close the device; harmless when it is closed."""


def seconds_of(wanted: Input) -> float:
    """How long a file lasts; 0 for what has no end."""
    return 0.0 if isinstance(wanted, DeviceInput) else known_facts(wanted.path).duration_s


class FileStream:
    """Delivers a file block by block, at its own pace or as soon as it is asked.

    Raises
    ------
    UnreadableAudioError
        If it cannot be read, or there is nothing to hear in it.
    """

    overflows = 0
    lost_frames = 0
    channel: int | None = None
    is_file = True

    def __init__(self, wanted: FileInput) -> None:
        facts = known_facts(wanted.path)
        if not facts.frames:
            raise UnreadableAudioError(
                wanted.path, Text("there is no sound in it"), remedy=Text("Listen to another one.")
            )
        self.rate_hz = facts.rate_hz
        self._channels = facts.channels
        self._wanted = wanted
        self._blocks: Iterator[Frames] | None = None
        self._began_s = 0.0
        self._frames = 0

    @property
    def is_active(self) -> bool:
        """Whether there is more of it."""
        return self._blocks is not None

    def start(self) -> None:
        """Begin at its beginning."""
        self._blocks = read_blocks(self._wanted.path, max(1, round(_BLOCK_S * self.rate_hz)))
        self._began_s = time.monotonic()
        self._frames = 0

    def read(self) -> Frames:
        """The next block; nothing while a file that is heard at its own pace is not so far."""
        heard = (time.monotonic() - self._began_s) * self.rate_hz
        is_early = self._wanted.realtime and self._frames > heard
        if self._blocks is None or is_early:
            return np.zeros((0, self._channels), np.float32)
        block = next(self._blocks, None)
        if block is None:
            self.stop()
            return np.zeros((0, self._channels), np.float32)
        self._frames += len(block)
        return block

    def stop(self) -> None:
        """Close it; harmless when it is closed."""
        self._blocks = None


class TappedStream:
    """A source that also hands its sound to another thread, and that such a one can end.

    Parameters
    ----------
    switch
        Once it is set no sound comes any more, so that whoever listens ends by itself.
    is_shown
        Whether somebody empties `sound`; a file waits while there is no room in it, a microphone cannot.

    Raises
    ------
    UserError
        If the file cannot be read or the device does not fit.

    Notes
    -----
    `sound` is mono, with zeros where sound was lost, so that it keeps time with what the classifier
    hears.
    """

    def __init__(self, wanted: Input, switch: threading.Event, *, is_shown: bool = True) -> None:
        self._stream: DeviceStream | FileStream = (
            DeviceStream(wanted) if isinstance(wanted, DeviceInput) else FileStream(wanted)
        )
        self._switch = switch
        self._mix = MonoMix(self._stream.rate_hz, self._stream.channel)
        self._missing = 0  # zeros still to be written
        self.rate_hz, self.channel = self._stream.rate_hz, self._stream.channel
        self.is_file = self._stream.is_file
        self._waits = is_shown and self.is_file
        self.overflows = self._stream.overflows
        self.lost_frames = self._stream.lost_frames
        self.sound = RingBuffer(round(_SHOWN_S * self.rate_hz), 1)

    @property
    def is_active(self) -> bool:
        """Whether more sound may come."""
        return self._stream.is_active and not self._switch.is_set()

    @property
    def state(self) -> DeviceState:
        """How the device is; a file always gives sound."""
        return self._stream.state if isinstance(self._stream, DeviceStream) else _FINE

    def start(self) -> None:
        """Open the device or file."""
        self._stream.start()

    def read(self) -> Frames:
        """Everything since the last call, (frames, channels); never waits."""
        has_no_room = self._waits and self.sound.free < 2 * _BLOCK_S * self.rate_hz
        if self._switch.is_set() or has_no_room:
            return np.zeros((0, 1), np.float32)
        block = self._stream.read()
        self.overflows = self._stream.overflows
        newly_lost = self._stream.lost_frames - self.lost_frames
        self.lost_frames += newly_lost
        self._missing -= self.sound.write(np.zeros((min(self._missing, self.sound.free), 1), np.float32))
        mono = self._mix.push(block, last=newly_lost > 0 or not self._stream.is_active)[:, None]
        self._missing += newly_lost + len(mono) - self.sound.write(mono)
        return block

    def stop(self) -> None:
        """Close the device or file; harmless when it is closed."""
        self._stream.stop()
