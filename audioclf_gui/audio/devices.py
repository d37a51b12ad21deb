"""Microphones and loudspeakers: listing them, finding one again, opening a stream.

PortAudio may be entered by one thread at a time (http://files.portaudio.com/docs/v19-doxydocs/tips_threading.html),
so whatever reaches its list of devices or opens and closes streams takes turns here.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from audioclf_gui.audio import pulse
from audioclf_gui.audio.device_states import DeviceError, DeviceTrouble, absent, refused
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    import sounddevice as sd

Kind = Literal["input", "output"]

_LATENCY_S = 0.15  # short enough for a playing cursor, long enough for a busy computer
_turn = threading.RLock()
_open_streams: "set[sd._StreamBase]" = (
    set()
)  # kept alive, since PortAudio calls into them until they are closed


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or loudspeaker as its host names it; its number changes when things are plugged in."""

    name: str
    host_api: str
    channels: int
    rate_hz: int  # its own, at which nothing is resampled
    is_default: bool


def input_devices() -> tuple[Device, ...]:
    """What can be recorded from; UserError without PortAudio."""
    return _devices("input")


def output_devices() -> tuple[Device, ...]:
    """What can be played on; UserError without PortAudio."""
    return _devices("output")


def default_device(kind: Kind) -> Device:
    """The system's choice, or else the first there is; UserError if there is none."""
    devices = _devices(kind)
    if not devices:
        raise DeviceError(
            "",
            DeviceTrouble.NONE_THERE,
            Text("This computer shows no microphone or other recording device")
            if kind == "input"
            else Text("This computer shows no loudspeaker or headphones"),
            remedy=Text("Connect one, then read the list of devices anew."),
        )
    return next((device for device in devices if device.is_default), devices[0])


def device_index(device: Device) -> int:
    """PortAudio's present number of a device; DeviceError when it is gone."""
    wanted = {(device.name, device.host_api)}
    if device.host_api == pulse.HOST:
        wanted = {(name, "ALSA") for name in pulse.GATES} if pulse.source_called(device.name) else set()
    with _portaudio() as sounddevice:
        hosts = sounddevice.query_hostapis()
        for info in sounddevice.query_devices():
            if (info["name"], hosts[info["hostapi"]]["name"]) in wanted:
                return int(info["index"])
    raise absent(device.name)


def sound_library() -> str:
    """The version of PortAudio, with the systems that it reaches devices through; UserError without it."""
    with _portaudio() as sounddevice:
        version = sounddevice.get_portaudio_version()[1].partition(",")[0]
        return f"{version} ({', '.join(host['name'] for host in sounddevice.query_hostapis())})"


def rescan() -> None:
    """Look for devices that came or went; UserError while any stream is open, as PortAudio would crash."""
    with _portaudio() as sounddevice:
        if _open_streams:
            raise UserError(
                Text("The list of devices cannot be read anew while sound is recorded or played"),
                remedy=Text("Stop recording, listening and playing first."),
            )
        sounddevice._terminate()  # noqa: SLF001 - PortAudio reads the list only when it starts
        sounddevice._initialize()  # noqa: SLF001


def open_stream(
    kind: Kind, device: Device, channels: int, rate_hz: int, callback: "Callable[..., None]"
) -> "sd._StreamBase":
    """A float32 stream that is not yet started; DeviceError if the device refuses."""
    with _portaudio() as sounddevice, _source_of(device):
        stream_class = sounddevice.InputStream if kind == "input" else sounddevice.OutputStream
        try:
            stream = stream_class(
                device=device_index(device),
                channels=channels,
                samplerate=rate_hz,
                dtype="float32",
                latency=_LATENCY_S,
                callback=callback,
            )
        except sounddevice.PortAudioError as error:
            raise refused(
                device.name,
                error,
                Text(
                    "The sound device “{name}” refuses {n} channel at {rate_hz} Hz: {problem}",
                    "The sound device “{name}” refuses {n} channels at {rate_hz} Hz: {problem}",
                    n=channels,
                    name=device.name,
                    rate_hz=rate_hz,
                    problem=str(error),
                ),
            ) from error
        _open_streams.add(stream)
    return stream


def start_stream(stream: "sd._StreamBase", device: Device) -> None:
    """Let the sound flow; DeviceError, with the stream closed, if the device went away meanwhile."""
    with _portaudio() as sounddevice:
        try:
            stream.start()
        except sounddevice.PortAudioError as error:
            stream.close()
            _open_streams.discard(stream)
            raise refused(
                device.name,
                error,
                Text(
                    "The sound device “{name}” does not start: {problem}",
                    name=device.name,
                    problem=str(error),
                ),
            ) from error


def close_stream(stream: "sd._StreamBase") -> None:
    """End a stream, also one whose device is gone."""
    with _portaudio() as sounddevice:
        try:
            stream.abort()
        except sounddevice.PortAudioError:
            pass  # an unplugged device cannot be stopped, and there is nothing left to stop
        finally:
            stream.close()
            _open_streams.discard(stream)


def end_of_stream() -> type[Exception]:
    """What a callback raises after its last block, so that the stream ends once that has sounded."""
    with _portaudio() as sounddevice:
        ending: type[Exception] = sounddevice.CallbackStop
    return ending


@contextmanager
def _portaudio() -> Iterator[ModuleType]:
    """The library, for one thread at a time."""
    with _turn:
        try:
            import sounddevice
        except OSError as error:
            raise UserError(
                Text("Sound cannot be recorded or played: the PortAudio library is not installed"),
                remedy=Text(
                    "Install it (Debian and Ubuntu: libportaudio2; Fedora: portaudio), then start again."
                ),
            ) from error
        yield sounddevice


def _source_of(device: Device) -> AbstractContextManager[None]:
    """Opens the door of the sound server to a source of it."""
    return pulse.door(device.name) if device.host_api == pulse.HOST else nullcontext()


def _devices(kind: Kind) -> tuple[Device, ...]:
    with _portaudio() as sounddevice:
        hosts = sounddevice.query_hostapis()
        # PortAudio's default host comes first with its choice, and that of other hosts is not the system's.
        default = sounddevice.default.device[kind]
        if default < 0 and hosts:
            default = hosts[0][f"default_{kind}_device"]
        infos = sounddevice.query_devices()
    found: dict[tuple[str, str], Device] = {}
    for info in infos:
        channels = int(info[f"max_{kind}_channels"])
        name = (info["name"], hosts[info["hostapi"]]["name"])
        if channels > 0 and name not in found:
            found[name] = Device(
                *name,
                channels=channels,
                rate_hz=round(info["default_samplerate"]),
                is_default=info["index"] == default,
            )
    if kind == "input" and any(name in pulse.GATES for name, _host in found):
        for source in pulse.sources():
            found[source.title, pulse.HOST] = Device(
                source.title, pulse.HOST, source.channels, source.rate_hz, is_default=False
            )
    return tuple(found.values())
