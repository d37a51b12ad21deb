"""Playing while working: the sound goes on, the window never stands still."""

import operator
import random
import time

import pytest
from PySide6.QtCore import Qt, QTimer

from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LONGEST_PAUSE_S = 0.2


class FakePlayer:
    """Remembers what it was told, in the place of a sound card."""

    def __init__(self, controller):
        self._controller = controller
        self.calls = []
        self.is_playing = False
        self.is_paused = False

    def play(self, path, start_s, stop_s, **more):
        self._controller._path = path
        self.calls.append((start_s, stop_s, more))
        self.is_playing = True

    def stop(self):
        self.is_playing = False


@pytest.fixture
def player(user, monkeypatch):
    controller = user.context.player
    fake = FakePlayer(controller)
    monkeypatch.setattr(type(controller), "is_playing", property(lambda _: fake.is_playing))
    for name in ("play", "stop"):
        monkeypatch.setattr(controller, name, getattr(fake, name))
    user.open("rain-0.wav")
    return fake


def test_space_plays_from_the_cursor_and_stops_again(user, player):
    user.view.set_cursor(0.2)
    user.key(KEY.Key_Space)
    assert player.calls[-1][:2] == (0.2, None)
    user.context.player.position_changed.emit(0.3)
    assert user.view.head_s == pytest.approx(0.3)
    user.key(KEY.Key_Space)
    assert not player.is_playing
    assert user.view.head_s == pytest.approx(0.2)


def test_labelling_a_clip_plays_the_next_one(user, player):
    user.workspace.classes.plays.setChecked(True)
    user.open("new-0.wav")
    user.key(KEY.Key_1)
    assert user.clip.name == "new-1.wav"
    assert player.is_playing


def test_loop_and_speed_hold_for_what_is_played_next(user, player):
    user.view.select(Selection(0.1, 0.2))
    user.key(KEY.Key_L)
    user.workspace.transport.speed.setCurrentIndex(0)
    user.key(KEY.Key_Space)
    assert player.calls[-1] == (0.1, 0.2, {"loop": True, "speed": 0.25, "band_hz": None, "unasked": False})


def test_the_playing_position_turns_the_page(user, player):
    user.view.show_span(0.0, 0.1)
    user.key(KEY.Key_Space)
    user.context.player.position_changed.emit(0.15)
    assert user.view.t0_s <= 0.15 <= user.view.end_s


def test_another_clip_stops_the_sound(user, player):
    user.key(KEY.Key_Space)
    user.open("dog-0.wav")
    assert not player.is_playing


def test_space_on_a_button_presses_the_button(user, player):
    user.workspace.classes.moves_on.setFocus()
    user.key(KEY.Key_Space)
    assert not user.workspace.classes.moves_on.isChecked()
    assert not player.calls


@pytest.mark.slow
def test_playing_editing_dragging_and_undoing_never_holds_the_window_up(virtual_sound, user):
    user.open("rain-0.wav")
    chance = random.Random(3)
    user.key(KEY.Key_L)
    user.key(KEY.Key_Space)
    user.qtbot.waitUntil(lambda: user.context.player.is_playing)
    pulses, steps = [], []
    pulse = QTimer()
    pulse.timeout.connect(lambda: pulses.append((time.thread_time(), time.monotonic())))
    pulse.start(5)

    def step():
        start_s = chance.uniform(0.0, 0.3)
        tiers = user.editor.tiers
        match chance.choice(("add", "drag", "undo", "zoom")):
            case "add":
                user.editor.edits.add(Selection(start_s, start_s + 0.1), user.document.view.classes[0].id)
            case "drag":
                user.drag(tiers, user.at(tiers, start_s, 15), user.at(tiers, start_s + 0.05, 15))
            case "undo":
                user.document.undo()
            case "zoom":
                user.view.zoom(chance.choice((0.7, 1.5)))
        steps.append(start_s)

    work = QTimer()
    work.timeout.connect(step)
    work.start(25)
    user.qtbot.waitUntil(lambda: len(steps) >= 120, timeout=20_000)
    pulse.stop()
    work.stop()
    assert user.context.player.is_playing
    busy_s, all_s = (max(map(operator.sub, clock[1:], clock)) for clock in zip(*pulses, strict=True))
    assert busy_s < LONGEST_PAUSE_S
    assert all_s < 10 * LONGEST_PAUSE_S  # other programs may hold it up too, but not for seconds
