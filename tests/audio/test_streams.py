"""What can be listened to: files at their own pace or faster, and sound that another thread shows."""

import threading

import numpy as np
import pytest

from audioclf_gui.audio import device_stream
from audioclf_gui.audio.device_stream import DeviceInput
from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.streams import FileInput, FileStream, TappedStream, seconds_of

RATE_HZ = 8000
MICROPHONE = Device("Test microphone", "Arrays", 1, RATE_HZ, is_default=True)


class Scripted:
    """A microphone in the hands of the test."""

    overflows = lost_frames = 0
    rate_hz = RATE_HZ

    def __init__(self, _device):
        self.is_active = False
        self.blocks = []

    def start(self):
        self.is_active = True

    def read(self):
        blocks, self.blocks = self.blocks, []
        return np.concatenate([np.zeros((0, 1), np.float32), *blocks])

    def stop(self):
        self.is_active = False

    def hear(self, frames):
        self.blocks.append(np.ones((frames, 1), np.float32))


@pytest.fixture
def microphone(monkeypatch):
    """Stands in the place of every capture."""
    microphone = Scripted(MICROPHONE)
    monkeypatch.setattr(device_stream, "Capture", lambda *_wanted: microphone)
    return microphone


@pytest.fixture
def sound_file(tmp_path):
    def write(seconds):
        noise = 0.1 * np.random.default_rng(1).standard_normal(round(seconds * RATE_HZ))
        write_wav(tmp_path / "sound.wav", noise.astype(np.float32), RATE_HZ)
        return tmp_path / "sound.wav"

    return write


def heard(source):
    source.start()
    blocks = []
    while source.is_active:
        blocks.append(source.read())
    return np.concatenate(blocks)[:, 0]


def test_a_file_is_heard_whole(sound_file):
    path = sound_file(2.345)
    np.testing.assert_array_equal(heard(FileStream(FileInput(path, realtime=False))), read_mono(path))
    assert seconds_of(FileInput(path)) == pytest.approx(2.345)
    assert seconds_of(DeviceInput(MICROPHONE)) == 0.0


def test_a_file_in_real_time_does_not_run_ahead(sound_file):
    source = FileStream(FileInput(sound_file(5.0), realtime=True))
    source.start()
    frames = sum(len(source.read()) for _ in range(100))
    assert 0 < frames < 2 * RATE_HZ


def test_a_fast_file_waits_for_whoever_shows_it_and_is_behind(sound_file):
    path = sound_file(25.0)
    tapped = TappedStream(FileInput(path, realtime=False), threading.Event())
    tapped.start()
    shown = []
    frames = 0
    while tapped.is_active:
        block = tapped.read()
        frames += len(block)
        if not len(block):
            shown.append(tapped.sound.read())
    shown.append(tapped.sound.read())
    assert frames == 25 * RATE_HZ
    np.testing.assert_array_equal(np.concatenate(shown)[:, 0], read_mono(path))


def test_a_fast_file_waits_for_nobody_where_nobody_shows_it(sound_file):
    path = sound_file(25.0)
    tapped = TappedStream(FileInput(path, realtime=False), threading.Event(), is_shown=False)
    np.testing.assert_array_equal(heard(tapped), read_mono(path))


def test_lost_sound_is_a_hole_in_the_picture(microphone):
    tapped = TappedStream(DeviceInput(MICROPHONE), threading.Event())
    tapped.start()
    microphone.hear(100)
    tapped.read()
    microphone.lost_frames += 50
    microphone.hear(100)
    tapped.read()
    microphone.hear(100)
    tapped.read()
    sound = tapped.sound.read()[:, 0]
    assert len(sound) == 350
    assert np.count_nonzero(sound == 0) == 50


def test_the_switch_ends_a_source_at_once(microphone):
    switch = threading.Event()
    tapped = TappedStream(DeviceInput(MICROPHONE), switch)
    tapped.start()
    microphone.hear(100)
    assert tapped.is_active
    switch.set()
    assert not tapped.is_active
    assert not len(tapped.read())
    tapped.stop()
    assert not microphone.is_active
