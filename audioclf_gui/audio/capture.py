"""The microphone as blocks of frames, for recording and for listening live."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.device_states import DeviceError, DeviceTrouble
from audioclf_gui.audio.devices import Device, close_stream, default_device, open_stream, start_stream
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    import sounddevice as sd

Frames = npt.NDArray[np.float32]


class Capture:
    """Collects what a microphone hears until somebody reads it.

    Parameters
    ----------
    device
        None is the system's default microphone.
    rate_hz
        None is the device's own rate.
    seconds
        How much is kept for a reader that is late; what does not fit is counted in `lost_frames`.

    Raises
    ------
    DeviceError
        If there is no such device or it refuses the rate or number of channels.
    """

    def __init__(
        self,
        device: Device | None = None,
        rate_hz: int | None = None,
        channels: int = 1,
        seconds: float = 10.0,
    ) -> None:
        self.device = default_device("input") if device is None else device
        if channels > self.device.channels:
            raise DeviceError(
                self.device.name,
                DeviceTrouble.CHANNELS_REFUSED,
                Text(
                    "The microphone “{name}” has {n} channel, not {wanted}",
                    "The microphone “{name}” has {n} channels, not {wanted}",
                    n=self.device.channels,
                    name=self.device.name,
                    wanted=channels,
                ),
                remedy=Text("Choose fewer channels or another microphone."),
            )
        self.rate_hz = rate_hz or self.device.rate_hz
        self.channels = channels
        self.overflows = 0  # times that the system dropped sound before we saw it
        self.lost_frames = 0  # frames that we saw and had no room for
        self._ring = RingBuffer(round(seconds * self.rate_hz), channels)
        self._stream: sd.InputStream | None = None

    @property
    def is_active(self) -> bool:
        """Whether sound is coming in; False once the device is gone."""
        return self._stream is not None and bool(self._stream.active)

    def start(self) -> None:
        """Open the microphone; DeviceError if it refuses."""
        stream = open_stream("input", self.device, self.channels, self.rate_hz, self._on_audio)
        start_stream(stream, self.device)
        self._stream = stream

    def read(self) -> Frames:
        """Everything heard since the last call, (frames, channels); never waits."""
        return self._ring.read()

    def stop(self) -> None:
        """Close the microphone; what it heard before can still be read."""
        if self._stream is not None:
            close_stream(self._stream)
            self._stream = None

    def _on_audio(self, indata: Frames, frames: int, _time: Any, status: "sd.CallbackFlags") -> None:
        """Audio thread: copy and leave. Never wait, log, compute, raise or touch Qt here."""
        self.overflows += status.input_overflow
        self.lost_frames += frames - self._ring.write(indata)
