"""The window's player: its state is what was asked for, while a worker opens the loudspeaker."""

import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from audioclf_gui.audio import devices
from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.player import Player
from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.playback import PlayerController

RATE_HZ = 8000


class SlowLoudspeaker:
    """A PortAudio that opens its device when the test lets it, and then plays nothing at all."""

    PortAudioError = type("PortAudioError", (Exception,), {})
    CallbackStop = type("CallbackStop", (Exception,), {})
    default = SimpleNamespace(device={"input": -1, "output": 0})
    latency = 0.0
    time = 100.0

    def __init__(self):
        self.may_open = threading.Event()
        self.is_asked = threading.Event()
        self.threads = []
        self.active, self.closed = False, True

    def query_hostapis(self):
        return [{"name": "Slow"}]

    def query_devices(self):
        device = {"name": "Box", "index": 0, "hostapi": 0, "max_output_channels": 1}
        return [{**device, "default_samplerate": RATE_HZ}]

    def OutputStream(self, **_settings):
        self.threads.append(threading.current_thread())
        self.is_asked.set()
        assert self.may_open.wait(20.0)
        self.closed = False
        return self

    def start(self):
        self.active = True

    def abort(self):
        self.active = False

    def close(self):
        self.threads.append(threading.current_thread())
        self.active, self.closed = False, True


@pytest.fixture
def speaker(monkeypatch):
    fake = SlowLoudspeaker()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    return fake


@pytest.fixture
def sounds(tmp_path):
    paths = [tmp_path / "one.wav", tmp_path / "two.wav"]
    for path in paths:
        write_wav(path, np.full(RATE_HZ, 0.25, np.float32), RATE_HZ)
    return paths


@pytest.fixture
def controller(qapp, speaker):
    controller = PlayerController()
    yield controller
    speaker.may_open.set()
    controller.shutdown()


def is_settled(controller):
    return controller._worker is None


def test_the_window_goes_on_while_the_loudspeaker_is_opened(controller, speaker, sounds, qtbot):
    states = []
    controller.state_changed.connect(lambda: states.append(controller.is_playing))
    controller.play(sounds[0], 0.25)
    qtbot.waitUntil(speaker.is_asked.is_set)
    assert controller.is_playing
    assert controller.path == sounds[0]
    assert controller.position_s == 0.25
    speaker.may_open.set()
    qtbot.waitUntil(lambda: is_settled(controller))
    assert controller.is_playing
    assert speaker.active
    controller.stop()
    assert not controller.is_playing
    qtbot.waitUntil(lambda: speaker.closed)
    assert states[0] is True
    assert states[-1] is False
    assert threading.main_thread() not in speaker.threads


def test_of_what_is_asked_for_quickly_the_last_is_done(controller, speaker, sounds, qtbot):
    controller.play(sounds[0])
    qtbot.waitUntil(speaker.is_asked.is_set)
    controller.stop()
    assert not controller.is_playing
    controller.play(sounds[0])
    controller.play(sounds[1], 0.5)
    speaker.may_open.set()
    qtbot.waitUntil(lambda: is_settled(controller))
    assert controller.is_playing
    assert controller.path == sounds[1]
    assert controller.position_s == pytest.approx(0.5)
    assert speaker.active
    controller.play(sounds[0])
    controller.stop()
    qtbot.waitUntil(lambda: is_settled(controller))
    assert not controller.is_playing
    assert speaker.closed


def test_pausing_and_seeking_meanwhile_hold_once_it_is_open(controller, speaker, sounds, qtbot):
    controller.play(sounds[0])
    qtbot.waitUntil(speaker.is_asked.is_set)
    controller.seek(0.75)
    controller.toggle_pause()
    assert controller.is_paused
    assert controller.position_s == 0.75
    speaker.may_open.set()
    qtbot.waitUntil(lambda: is_settled(controller))
    assert controller.is_paused
    assert not controller.is_playing
    assert controller.position_s == pytest.approx(0.75)
    controller.toggle_pause()
    assert controller.is_playing


def test_a_loudspeaker_that_goes_away_is_told(controller, speaker, sounds, qtbot):
    speaker.may_open.set()
    controller.play(sounds[0])
    qtbot.waitUntil(lambda: is_settled(controller))
    with qtbot.waitSignal(controller.failed) as told:
        speaker.active = False
    assert "went away" in str(told.args[0].message)
    assert not controller.is_playing
    qtbot.waitUntil(lambda: speaker.closed)


def test_a_missing_loudspeaker_is_told_once_and_again_only_where_one_asks_to_play(qtbot, monkeypatch):
    def refuse(*_args, **_more):
        raise UserError("There is no loudspeaker", remedy="Connect one.")

    monkeypatch.setattr(Player, "play", refuse)
    controller, told = PlayerController(), []
    controller.failed.connect(told.append)

    def play(**how):
        controller.play(Path("sound.wav"), **how)
        qtbot.waitUntil(lambda: is_settled(controller))
        assert not controller.is_playing

    for _ in range(3):
        play(unasked=True)
    assert len(told) == 1
    play()
    assert len(told) == 2
    monkeypatch.setattr(Player, "play", lambda *_args, **_more: None)
    play(unasked=True)
    monkeypatch.setattr(Player, "play", refuse)
    play(unasked=True)
    assert len(told) == 3


@pytest.mark.parametrize("opens", ["at once", "late", "while nobody looks"])
def test_no_loudspeaker_is_left_open_when_the_window_closes(controller, speaker, sounds, qtbot, opens):
    controller.play(sounds[0])
    assert speaker.is_asked.wait(5.0)
    if opens != "late":
        speaker.may_open.set()
    if opens == "at once":
        qtbot.waitUntil(lambda: controller.is_playing and speaker.active)
    controller.shutdown()
    speaker.may_open.set()
    qtbot.waitUntil(lambda: speaker.closed and len(speaker.threads) >= 2)
    assert not speaker.active
    assert not devices._open_streams
