"""Playing while working: the sound goes on, the window never stands still."""

import operator
import random
import time

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
LONGEST_PAUSE_S = 0.2


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
    user.key(KEY.Key_Minus)
    user.key(KEY.Key_Space)
    how = {"loop": True, "settings": PlaySettings(0.5), "band_hz": None, "unasked": False}
    assert player.calls[-1] == (0.1, 0.2, how)
    assert user.workspace.transport.playback_button.text() == "0.5×"


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


@pytest.fixture
def panel(user, player):
    """The panel "Playback", opened by its button; it is a window of its own."""
    user.qtbot.mouseClick(user.workspace.transport.playback_button, LEFT)
    panel = user.workspace.playback.panel
    user.qtbot.waitUntil(panel.isVisible)
    yield panel
    panel.hide()


def test_what_is_set_in_the_panel_is_heard_at_once_and_kept_with_the_project(user, player, panel):
    user.key(KEY.Key_Escape)
    user.key(KEY.Key_Space)
    user.key(KEY.Key_F9)
    user.qtbot.mouseClick(panel.speed.marks[0.1], LEFT)
    assert player.calls[-1] == PlaySettings(0.1)
    user.qtbot.mouseClick(panel.keeps_pitch, LEFT, pos=QPoint(8, panel.keeps_pitch.height() // 2))
    assert player.calls[-1] == PlaySettings(0.1, keeps_pitch=True)
    panel.pre_roll.setFocus()
    panel.pre_roll.selectAll()
    user.type("1.5")
    user.key(KEY.Key_Return)
    expected = PlaySettings(0.1, keeps_pitch=True, pre_roll_s=1.5)
    assert player.calls[-1] == expected
    user.workspace.deactivate()
    kept = user.document.project.settings.get("playback")
    assert PlaySettings.from_json(kept) == expected


def test_space_plays_while_the_panel_is_open_but_presses_the_button_that_has_the_keyboard(
    user, player, panel
):
    panel.speed.slider.setFocus()
    user.key(KEY.Key_Space)
    assert player.is_playing
    assert panel.isVisible()
    panel.keeps_pitch.setFocus()
    user.key(KEY.Key_Space)
    assert player.is_playing
    assert panel.keeps_pitch.isChecked()


def test_the_slider_moves_by_equal_ratios_and_shows_each_speed_as_a_number(user, panel):
    slider, box = panel.speed.slider, panel.speed.box
    slider.setFocus()
    user.key(KEY.Key_Home)
    assert box.value() == pytest.approx(0.05)
    user.key(KEY.Key_End)
    assert box.value() == pytest.approx(4.0)
    slider.setValue(slider.maximum() // 2)
    assert box.value() == pytest.approx((0.05 * 4.0) ** 0.5, abs=0.01)
    box.setFocus()
    box.selectAll()
    user.type("1")
    user.key(KEY.Key_Return)
    assert user.workspace.playback.settings.speed == 1.0


def test_slower_and_faster_go_from_mark_to_mark_and_end_there(user, player):
    speeds = []
    for _ in range(6):
        user.key(KEY.Key_Minus)
        speeds.append(user.workspace.playback.settings.speed)
    assert speeds == [0.5, 0.25, 0.1, 0.05, 0.05, 0.05]
    user.key(KEY.Key_Plus)
    assert user.workspace.playback.settings.speed == 0.1


def test_the_carrier_is_beside_the_peak_of_the_selection_unless_it_is_typed(user, player, panel):
    user.qtbot.mouseClick(panel.heterodyne, LEFT, pos=QPoint(8, panel.heterodyne.height() // 2))
    panel.hide()
    measured = user.editor.measured
    user.view.select(Selection(0.1, 0.2, 2500.0, 3500.0))
    user.qtbot.waitUntil(lambda: measured.found is not None)
    user.key(KEY.Key_Space)
    settings = player.calls[-1][2]["settings"]
    assert settings.heterodyne
    assert settings.carrier_hz == pytest.approx(measured.found.peak_hz - 1000.0)
    assert panel.carrier_told.text() == f"{settings.carrier_hz / 1000:.1f} kHz"
    panel.carrier.setFocus()
    panel.carrier.selectAll()
    panel.carrier.setValue(3.5)
    assert player.calls[-1].carrier_hz == 3500.0
    assert panel.carrier_told.text() == ""
    panel.carrier.setValue(45.0)
    assert panel.carrier_told.text() == "not in this recording"


def test_dragging_is_heard_where_the_pointer_is_if_that_is_wished(user, player, panel):
    user.select(0.1, 0.3)
    assert not player.calls
    user.qtbot.mouseClick(panel.scrubs, LEFT, pos=QPoint(8, panel.scrubs.height() // 2))
    panel.hide()
    user.select(0.1, 0.3)
    scrubbed = [call for call in player.calls if call[0] == "scrub"]
    assert scrubbed == [("scrub", 0.16), ("scrub", 0.24), ("scrub", 0.3)]
    user.key(KEY.Key_Space)
    user.select(0.2, 0.4)
    assert player.calls[-1][0] != "scrub"
    assert player.is_playing


def test_what_begins_to_play_during_a_drag_goes_on_after_it(user, player):
    user.workspace.playback.choose(PlaySettings(scrubs=True))
    wave = user.editor.wave
    user.qtbot.mousePress(wave, LEFT, pos=user.at(wave, 0.1))
    user.move(wave, user.at(wave, 0.3))
    user.key(KEY.Key_Space)
    user.qtbot.mouseRelease(wave, LEFT, pos=user.at(wave, 0.3))
    assert player.is_playing


def test_what_is_being_typed_is_left_alone_while_a_long_file_is_read(user, panel):
    panel.carrier.setEnabled(True)
    panel.carrier.setFocus()
    panel.carrier.selectAll()
    user.type("3")
    user.editor.loaded.emit(user.editor.wave.clip_view)
    assert panel.carrier.lineEdit().text().startswith("3")


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
        match chance.choice(("add", "drag", "undo", "zoom", "play otherwise")):
            case "add":
                user.editor.edits.add(Selection(start_s, start_s + 0.1), user.document.view.classes[0].id)
            case "drag":
                user.drag(tiers, user.at(tiers, start_s, 15), user.at(tiers, start_s + 0.05, 15))
            case "undo" if len(user.labels) > 1:
                user.document.undo()
            case "play otherwise":
                speed, keeps_pitch = chance.choice((0.5, 1.0, 2.0)), chance.random() < 0.5
                user.workspace.playback.choose(PlaySettings(speed, keeps_pitch, heterodyne=not keeps_pitch))
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
