import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from audioclf_gui.audio import devices
from audioclf_gui.audio.devices import (
    Device,
    default_device,
    device_index,
    input_devices,
    output_devices,
    rescan,
)
from audioclf_gui.core.errors import UserError


class PortAudioError(Exception):
    pass


class FakeStream:
    closed = False

    def __init__(self, **settings):
        if settings["samplerate"] == 192000:
            raise PortAudioError("Invalid sample rate")
        self.settings = settings

    def start(self):
        raise PortAudioError("Device unavailable")

    def abort(self):
        raise PortAudioError("Unanticipated host error")

    def close(self):
        self.closed = True


class FakePortAudio:
    PortAudioError = PortAudioError
    InputStream = OutputStream = FakeStream

    def __init__(self, plugged, default=(0, 1)):
        self.next_plugged = self.plugged = plugged
        self.default = SimpleNamespace(device=dict(zip(("input", "output"), default, strict=True)))

    def query_hostapis(self):
        return [{"name": "ALSA", "default_input_device": -1, "default_output_device": -1}]

    def query_devices(self):
        return [
            {
                "name": name,
                "index": index,
                "hostapi": 0,
                "max_input_channels": ins,
                "max_output_channels": outs,
                "default_samplerate": 44100.0,
            }
            for index, (name, ins, outs) in enumerate(self.plugged)
        ]

    def _terminate(self):
        self.plugged = []

    def _initialize(self):
        self.plugged = self.next_plugged


@pytest.fixture
def portaudio(monkeypatch):
    fake = FakePortAudio([("Mic", 1, 0), ("Speaker", 0, 2), ("Headset", 1, 2)])
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    monkeypatch.setattr(devices, "_open_streams", set())  # streams of other tests may be alive still
    monkeypatch.setenv("PATH", "")  # no sound server that could be asked
    return fake


def test_devices_are_listed_by_what_they_can_do(portaudio):
    assert input_devices() == (
        Device("Mic", "ALSA", 1, 44100, True),
        Device("Headset", "ALSA", 1, 44100, False),
    )
    assert [device.name for device in output_devices()] == ["Speaker", "Headset"]
    assert default_device("output").name == "Speaker"


def test_a_device_is_found_again_by_name_after_its_number_changed(portaudio):
    (_, headset) = input_devices()
    assert device_index(headset) == 2
    portaudio.next_plugged = [("Headset", 1, 2), ("Mic", 1, 0)]
    assert device_index(headset) == 2
    rescan()
    assert device_index(headset) == 0


def test_an_unplugged_device_is_missed_by_name(portaudio):
    headset = input_devices()[1]
    portaudio.next_plugged = [("Mic", 1, 0)]
    rescan()
    with pytest.raises(UserError, match="“Headset” is no longer there"):
        device_index(headset)


def test_no_device_at_all_is_said_plainly(portaudio):
    portaudio.plugged = []
    with pytest.raises(UserError, match="no microphone"):
        default_device("input")
    with pytest.raises(UserError, match="no loudspeaker"):
        default_device("output")


def test_without_a_system_default_the_first_device_serves(portaudio):
    portaudio.default.device = {"input": -1, "output": -1}
    assert default_device("input").name == "Mic"


def test_a_refused_rate_names_device_and_rate(portaudio):
    with pytest.raises(UserError, match="“Mic” refuses 1 channel at 192000 Hz: Invalid"):
        devices.open_stream("input", input_devices()[0], 1, 192000, print)


def test_devices_are_not_read_anew_while_a_stream_is_open(portaudio):
    stream = devices.open_stream("input", input_devices()[0], 1, 44100, print)
    with pytest.raises(UserError, match="while sound is recorded or played"):
        rescan()
    devices.close_stream(stream)
    rescan()


def test_a_device_that_fails_to_start_is_closed_again(portaudio):
    microphone = input_devices()[0]
    stream = devices.open_stream("input", microphone, 1, 44100, print)
    with pytest.raises(UserError, match="does not start: Device unavailable"):
        devices.start_stream(stream, microphone)
    assert stream.closed


def test_without_portaudio_files_are_read_and_devices_say_what_to_install():
    script = """
import sys
class NoPortAudio:
    def find_spec(self, name, path=None, target=None):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
sys.meta_path.insert(0, NoPortAudio())
import audioclf_gui.audio.files, audioclf_gui.audio.recorder, audioclf_gui.audio.player
from audioclf_gui.audio import capture, devices
from audioclf_gui.core.errors import UserError
for use in (devices.input_devices, devices.rescan, capture.Capture):
    try:
        use()
    except UserError as error:
        assert "libportaudio2" in str(error.remedy)
    else:
        raise SystemExit("no error")
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, check=False, capture_output=True, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (0, b"")


_TOGETHER = """
import threading
from contextlib import suppress

from audioclf_gui.audio.devices import *
from audioclf_gui.core.errors import UserError

ends = [threading.Event(), threading.Event()]


def open_and_close(end):
    for _ in range(8):
        speaker = default_device("output")
        stream = open_stream("output", speaker, 1, speaker.rate_hz, lambda block, *_: block.fill(0.0))
        start_stream(stream, speaker)
        close_stream(stream)
    end.set()


def look_around():
    while not all(end.is_set() for end in ends):
        assert output_devices()
        with suppress(UserError):  # a stream is open
            rescan()


for end in ends:
    threading.Thread(target=open_and_close, args=[end]).start()
threads = [threading.Thread(target=look_around) for _ in range(2)]
for thread in threads:
    thread.start()
for end in ends:
    assert end.wait(60)
print("at peace")
"""


@pytest.mark.slow
def test_devices_are_opened_listed_and_looked_for_by_several_threads(virtual_sound):
    done = subprocess.run(
        [sys.executable, "-c", _TOGETHER],
        env=virtual_sound.environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.stdout == "at peace\n"
    assert "Traceback" not in done.stderr
    assert not done.returncode
