"""What can be wrong with a sound device, as values with a remedy."""

from dataclasses import dataclass
from enum import Enum

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text


class DeviceTrouble(Enum):
    """Why a device gives no sound; its value is what machines read."""

    NONE_THERE = "no device"
    ABSENT = "not connected"
    UNPLUGGED = "unplugged"
    DEAF = "delivers nothing"
    REFUSED = "refused"
    FORBIDDEN = "permission"
    RATE_REFUSED = "rate refused"
    CHANNELS_REFUSED = "channels refused"


_SOUND_COMES = Text("Sound comes")
_NOTHING_TO_DO = Text("Nothing needs to be done.")


@dataclass(frozen=True, slots=True)
class DeviceState:
    """How a device is that is listened to: it gives sound, or what keeps it from that."""

    name: str = ""
    trouble: DeviceTrouble | None = None  # None: sound comes
    message: Text = _SOUND_COMES
    remedy: Text = _NOTHING_TO_DO

    @property
    def told(self) -> Text:
        """What happened and what to do, where there is one line for both."""
        return Text("{message}. {remedy}", message=self.message, remedy=self.remedy)


class DeviceError(UserError):
    """A device cannot be used, for a reason that has a name."""

    def __init__(self, name: str, trouble: DeviceTrouble, message: Text, *, remedy: Text) -> None:
        super().__init__(message, remedy=remedy)
        self.state = DeviceState(name, trouble, message, remedy)


_HOST_ERROR = -9999  # paUnanticipatedHostError, which brings the system's own number and words
_TROUBLES = {
    -9998: DeviceTrouble.CHANNELS_REFUSED,  # paInvalidChannelCount
    -9997: DeviceTrouble.RATE_REFUSED,  # paInvalidSampleRate
    -9996: DeviceTrouble.ABSENT,  # paInvalidDevice
}
_DENIED = (-13, -1, 0x80070005, 0x80070005 - (1 << 32))  # EACCES, EPERM, E_ACCESSDENIED with either sign
_DENIED_WORDS = ("permission", "denied", "not permitted", "not authorized")
_REMEDIES = {
    DeviceTrouble.ABSENT: Text("Connect it again or choose another one, then read the list of devices anew."),
    DeviceTrouble.FORBIDDEN: Text(
        "Allow this program to use the microphone in the privacy settings of the system, then try again."
    ),
    DeviceTrouble.RATE_REFUSED: Text("Choose another sampling rate: the device’s own always works."),
    DeviceTrouble.CHANNELS_REFUSED: Text("Choose channel 1, or another device."),
    DeviceTrouble.REFUSED: Text(
        "Close other programs that use it, connect it again, or choose another device or sampling rate."
    ),
}


def trouble_of(error: Exception) -> DeviceTrouble:
    """What PortAudio means by an error; its arguments are words, number and what the system said.

    Numbers are those of `portaudio.h` (http://files.portaudio.com/docs/v19-doxydocs/portaudio_8h.html).
    """
    code = error.args[1] if len(error.args) > 1 else 0
    said = error.args[2][1:] if len(error.args) > 2 else (0, "")
    is_denied = said[0] in _DENIED or any(word in str(said[1]).lower() for word in _DENIED_WORDS)
    if code == _HOST_ERROR and is_denied:
        return DeviceTrouble.FORBIDDEN
    return _TROUBLES.get(code, DeviceTrouble.REFUSED)


def refused(name: str, error: Exception, message: Text) -> DeviceError:
    """The error that tells what PortAudio means by `error`, and what to do about it."""
    trouble = trouble_of(error)
    return DeviceError(name, trouble, message, remedy=_REMEDIES[trouble])


def absent(name: str) -> DeviceError:
    """The error that a device is not there."""
    return DeviceError(
        name,
        DeviceTrouble.ABSENT,
        Text("The sound device “{name}” is no longer there", name=name),
        remedy=_REMEDIES[DeviceTrouble.ABSENT],
    )


def unplugged(name: str) -> DeviceState:
    """A device went away while it was listened to."""
    return DeviceState(
        name,
        DeviceTrouble.UNPLUGGED,
        Text("{name} has gone", name=name),
        Text("Connect it again: listening goes on by itself as soon as it is back."),
    )


def awaited(name: str) -> DeviceState:
    """A device is not there yet, and is waited for."""
    return DeviceState(
        name,
        DeviceTrouble.ABSENT,
        Text("{name} is not connected", name=name),
        Text("Plug it in: listening begins by itself as soon as it is there."),
    )


def deaf(name: str) -> DeviceState:
    """A device that is open delivers nothing at all, not even silence."""
    return DeviceState(
        name,
        DeviceTrouble.DEAF,
        Text("{name} delivers no sound at all", name=name),
        Text("Pull it out and plug it in again, or choose another one; it is tried again all the time."),
    )
