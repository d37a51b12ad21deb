"""Whatever happens to a device has a name and a remedy, and the device is taken up again when it is back."""

import contextlib
import subprocess
import threading

import numpy as np
import pytest

from audioclf_gui.audio import devices
from audioclf_gui.audio.device_states import DeviceError, DeviceTrouble
from audioclf_gui.audio.device_stream import DeviceInput, DeviceStream
from audioclf_gui.audio.devices import Device, input_devices
from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.streams import TappedStream
from tests.sound_card import PERMISSION_DENIED, UNAVAILABLE, Plug

RATE_HZ = 8000


class Clock:
    """Time as the test lets it pass."""

    now_s = 100.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def stream(plugged, clock):
    """Listens to a device of a card; it is closed at the end."""
    streams = []

    def open_it(wanted=None):
        streams.append(DeviceStream(wanted or DeviceInput(), clock))
        streams[-1].start()
        return streams[-1]

    yield open_it
    for one in streams:
        one.stop()


def refusal(wanted=None):
    with pytest.raises(DeviceError) as caught:
        DeviceStream(wanted or DeviceInput()).start()
    return caught.value.state


def test_a_computer_without_a_microphone_says_so(plugged):
    plugged()
    state = refusal()
    assert state.trouble is DeviceTrouble.NONE_THERE
    assert "Connect one" in str(state.remedy)


@pytest.mark.parametrize(
    ("said", "trouble", "remedy"),
    [
        pytest.param((UNAVAILABLE,), DeviceTrouble.REFUSED, "Close other programs", id="in use"),
        pytest.param(PERMISSION_DENIED, DeviceTrouble.FORBIDDEN, "privacy settings", id="permission"),
        pytest.param(
            (-9999, (0, 0, "Access is denied.")), DeviceTrouble.FORBIDDEN, "Allow this program", id="in words"
        ),
        pytest.param((-9999, (0, -5, "I/O error")), DeviceTrouble.REFUSED, "another device", id="broken"),
    ],
)
def test_a_device_that_refuses_says_why_and_what_to_do(plugged, said, trouble, remedy):
    microphone = Plug("Mic")
    plugged(microphone)
    microphone.refusal = said
    state = refusal()
    assert (state.name, state.trouble) == ("Mic", trouble)
    assert remedy in str(state.remedy)


def test_a_rate_that_is_refused_is_told_as_such_and_the_device_s_own_works(plugged, stream):
    plugged(Plug("Mic"))
    state = refusal(DeviceInput(rate_hz=96000))
    assert state.trouble is DeviceTrouble.RATE_REFUSED
    assert "own always works" in str(state.remedy)
    assert stream().rate_hz == RATE_HZ


def test_a_channel_that_is_not_there_is_told_as_such(plugged):
    plugged(Plug("Mic", channels=2))
    state = refusal(DeviceInput(channel=3))
    assert state.trouble is DeviceTrouble.CHANNELS_REFUSED


@pytest.mark.parametrize(("channel", "heard"), [(None, 0.3), (1, 0.1), (2, 0.5)])
def test_the_mean_of_all_channels_is_heard_or_the_one_that_is_wanted(plugged, channel, heard):
    card = plugged(Plug("Mic", channels=2))
    tapped = TappedStream(DeviceInput(channel=channel), threading.Event())
    tapped.start()
    card.play([[0.1, 0.5]] * RATE_HZ)
    assert tapped.read().shape == (RATE_HZ, 2)
    np.testing.assert_allclose(tapped.sound.read(), heard)
    tapped.stop()


def test_a_sound_server_s_many_channels_are_heard_as_two(plugged, stream):
    card = plugged(Plug("default", channels=32))
    listening = stream()
    card.play([0.5])
    assert listening.read().shape == (1, 2)


def test_a_device_that_is_pulled_out_is_taken_up_again_when_it_is_back(plugged, stream, clock):
    microphone = Plug("Mic")
    card = plugged(microphone, Plug("Other"))
    listening = stream()
    card.play(np.full(100, 0.1))
    card.pull(microphone)
    assert len(listening.read()) == 100  # what was heard before is not lost
    assert not len(listening.read())
    assert listening.state.trouble is DeviceTrouble.UNPLUGGED
    assert "goes on by itself" in str(listening.state.remedy)
    assert listening.overflows == 1
    clock.now_s += 5.0
    listening.read()
    assert listening.state.trouble is DeviceTrouble.UNPLUGGED
    assert not card.is_heard  # and no other device is taken in its place
    card.plug_in(microphone, place=1)  # another socket, so that its number is another one
    clock.now_s += 5.0
    listening.read()
    assert listening.state.trouble is None
    assert listening.lost_frames == 10 * RATE_HZ
    card.play(np.full(50, 0.2))
    np.testing.assert_allclose(listening.read(), 0.2)


def test_a_device_that_is_back_but_refuses_is_tried_until_it_gives_in(plugged, stream, clock):
    microphone = Plug("Mic")
    card = plugged(microphone)
    listening = stream()
    card.pull(microphone)
    listening.read()
    microphone.refusal = PERMISSION_DENIED
    card.plug_in(microphone)
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is DeviceTrouble.FORBIDDEN
    microphone.refusal = None
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is None


def test_a_device_that_is_open_but_delivers_nothing_is_named_and_opened_anew(plugged, stream, clock):
    card = plugged(Plug("Mic"))
    listening = stream()
    clock.now_s += 4.0
    listening.read()
    assert listening.state.trouble is None
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is DeviceTrouble.DEAF
    assert not card.is_heard
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is None
    assert card.is_heard


def test_a_device_that_is_not_there_yet_is_waited_for(plugged, stream, clock):
    microphone = Plug("Mic")
    card = plugged()
    listening = stream(DeviceInput(Device("Mic", "Sockets", 1, RATE_HZ, is_default=False)))
    assert listening.state.trouble is DeviceTrouble.ABSENT
    assert "begins by itself" in str(listening.state.remedy)
    card.plug_in(microphone)
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is None
    card.play(np.full(10, 0.5))
    assert len(listening.read()) == 10


def test_a_device_comes_back_also_while_something_is_played(plugged, stream, clock):
    microphone = Plug("Mic")
    card = plugged(microphone)
    listening = stream()
    other = devices.open_stream("input", input_devices()[0], 1, RATE_HZ, lambda *_: None)
    card.pull(microphone)
    listening.read()
    card.plug_in(microphone)
    clock.now_s += 2.0
    listening.read()
    assert listening.state.trouble is None
    devices.close_stream(other)


def test_what_a_loudspeaker_plays_can_be_listened_to(virtual_sound, tmp_path):
    found = {device.name: device for device in input_devices() if device.host_api == "PulseAudio"}
    assert list(found) == [f"Monitor of Null Output ({name}.monitor)" for name in ("speaker", "mic")]
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(5 * 48000) / 48000)
    write_wav(tmp_path / "tone.wav", tone.astype(np.float32), 48000)
    command = ["paplay", "--device=speaker", tmp_path / "tone.wav"]
    with subprocess.Popen(command, env=virtual_sound.environment) as playing:
        loudest = []
        for device in found.values():
            with contextlib.closing(heard_for_a_second(device)) as blocks:
                loudest.append(max(np.abs(block).max() for block in blocks))
        playing.terminate()
    np.testing.assert_allclose(loudest, [0.5, 0.0], atol=0.01)


def heard_for_a_second(device):
    """Blocks of what a device hears, until there is a second of it."""
    listening = DeviceStream(DeviceInput(device))
    listening.start()
    frames = 0
    try:
        while frames < listening.rate_hz:
            block = listening.read()
            frames += len(block)
            if len(block):
                yield block
    finally:
        listening.stop()
