"""A device as something to listen to that outlasts its absence."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.capture import Capture
from audioclf_gui.audio.device_states import (
    DeviceError,
    DeviceState,
    DeviceTrouble,
    awaited,
    deaf,
    unplugged,
)
from audioclf_gui.audio.devices import Device, default_device, rescan
from audioclf_gui.core.errors import UserError

Frames = npt.NDArray[np.float32]

_AGAIN_S = 1.0  # how often a device that is away is looked for
_DEAF_S = 5.0  # without a single frame; a server that begins to play may take two of them
_MOST_CHANNELS = 8  # a device with more is the door of a sound server, which makes them up from two
_GONE = (DeviceTrouble.ABSENT, DeviceTrouble.NONE_THERE)


@dataclass(frozen=True, slots=True)
class DeviceInput:
    """A device, and what of it is heard."""

    device: Device | None = None  # None: the system's default microphone, as it is when it is opened
    rate_hz: int | None = None  # None: the device's own
    channel: int | None = None  # counted from 1; None: the mean of all

    @property
    def name(self) -> str:
        """What people call it; "" for whatever the system has."""
        return "" if self.device is None else self.device.name


def channels_opened(wanted: DeviceInput, device: Device) -> int:
    """How many channels of a device are opened for what is wanted of it."""
    usual = device.channels if device.channels <= _MOST_CHANNELS else 2
    return usual if wanted.channel is None else max(usual, wanted.channel)


class DeviceStream:
    """Sound of a device. When it goes away it is kept, looked for, and taken up again once it is back.

    Attributes
    ----------
    device
        Which it is.
    channel
        Which of those that are read is to be heard, counted from 1; None: the mean of all.
    state
        Whether sound comes, or what keeps it from that.
    overflows, lost_frames
        As of `Capture`; while the device is away frames are lost, and each loss of it counts as an overflow.

    Raises
    ------
    DeviceError
        If there is no device, or it has not as many channels.
    """

    is_file = False

    def __init__(self, wanted: DeviceInput, now: Callable[[], float] = time.monotonic) -> None:
        self.device = default_device("input") if wanted.device is None else wanted.device
        self.rate_hz = wanted.rate_hz or self.device.rate_hz
        self.channel = wanted.channel
        self.state = DeviceState(self.device.name)
        self._wanted = wanted
        self._now = now
        self._is_open = False
        self._capture = self._new_capture()
        self._earlier = (0, 0)  # overflows and lost frames of captures that are over
        self._heard_s = self._again_s = 0.0

    @property
    def overflows(self) -> int:
        """How often sound was dropped before we saw it."""
        return self._earlier[0] + self._capture.overflows

    @property
    def lost_frames(self) -> int:
        """How many frames are missing, those of an absence included once it is over."""
        return self._earlier[1] + self._capture.lost_frames

    @property
    def is_active(self) -> bool:
        """Whether it was started and not stopped: a device that is away may come back."""
        return self._is_open

    def start(self) -> None:
        """Open it. One that is not connected is waited for; DeviceError if it refuses for another reason."""
        self._heard_s = self._now()
        try:
            self._capture.start()
        except DeviceError as error:
            if error.state.trouble is not DeviceTrouble.ABSENT:
                raise
            self.state = awaited(self.device.name)
        self._is_open = True

    def read(self) -> Frames:
        """Everything heard since the last call, (frames, channels); never waits for sound."""
        if self.state.trouble is not None:
            self._look_for_it()
        is_active = self._capture.is_active  # asked before reading, so that the last block is not missed
        block = self._capture.read()
        if len(block):
            self._heard_s = self._now()
        elif self.state.trouble is None and self._is_open:
            if not is_active:
                self._lose(unplugged(self.device.name))
            elif self._now() - self._heard_s > _DEAF_S:
                self._lose(deaf(self.device.name))
        return block

    def stop(self) -> None:
        """Close it; harmless when it is closed."""
        self._is_open = False
        self._capture.stop()

    def _new_capture(self) -> Capture:
        return Capture(self.device, self.rate_hz, channels_opened(self._wanted, self.device))

    def _lose(self, state: DeviceState) -> None:
        self._capture.stop()
        self._earlier = (self.overflows + 1, self.lost_frames)
        self._capture = self._new_capture()
        self.state = state
        self._again_s = self._now() + _AGAIN_S

    def _look_for_it(self) -> None:
        if self._now() < self._again_s:
            return
        with suppress(UserError):  # something is played: the list stays as it is
            rescan()
        try:
            self._capture.start()
        except DeviceError as error:
            if error.state.trouble not in _GONE:
                self.state = error.state
        else:
            away_s = self._now() - self._heard_s
            self._earlier = (self._earlier[0], self._earlier[1] + round(away_s * self.rate_hz))
            self._heard_s = self._now()
            self.state = DeviceState(self.device.name)
        self._again_s = self._now() + _AGAIN_S
