"""What there is to read, record and play sound with."""

import soundfile

from audioclf_gui.audio.devices import Device, input_devices, output_devices, sound_library
from audioclf_gui.core.diagnosis import ComputerFact
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined, listed

_FORMATS = ("WAV", "FLAC", "OGG", "MP3", "AIFF", "CAF", "W64", "RF64")


def sound_facts() -> tuple[ComputerFact, ...]:
    """The libraries for files and devices, and the devices themselves."""
    known = soundfile.available_formats()
    formats = joined(name for name in _FORMATS if name in known)
    reading = ComputerFact(
        Text("Sound files"),
        Text(
            "libsndfile {version}, reads {formats}", version=soundfile.__libsndfile_version__, formats=formats
        ),
    )
    try:
        devices: tuple[ComputerFact, ...] = (
            ComputerFact(Text("Sound devices"), Text.plain(sound_library())),
            _found(Text("Microphones"), input_devices(), Text("Connect one to record or to listen live.")),
            _found(Text("Loudspeakers"), output_devices(), Text("Connect some to hear recordings.")),
        )
    except UserError as error:
        devices = (ComputerFact(Text("Sound devices"), error.message, error.remedy),)
    return (reading, *devices)


def _found(about: Text, devices: tuple[Device, ...], remedy: Text) -> ComputerFact:
    if not devices:
        return ComputerFact(about, Text("none"), remedy)
    return ComputerFact(about, listed([_told(device) for device in devices], "; "))


def _told(device: Device) -> Text:
    shown = Text(
        "{name} ({host}, {n} channel, {rate_hz} Hz)",
        "{name} ({host}, {n} channels, {rate_hz} Hz)",
        name=device.name,
        host=device.host_api,
        n=device.channels,
        rate_hz=device.rate_hz,
    )
    return Text("{device}, the system's choice", device=shown) if device.is_default else shown
