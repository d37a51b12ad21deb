"""What was heard in the last ten minutes can be looked at, marked, played and kept."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from audioclf_gui.audio.files import read_mono
from audioclf_gui.gui.live.listener import State

from .conftest import RATE_HZ, hiss, whistle
from .test_workspace import ENOUGH_MS, LEFT, listen_to, listen_to_microphone, press


@pytest.fixture
def heard(workspace, qtbot, sound_file):
    """Half a minute of a file, heard to its end; the pictures show ten seconds."""
    path = sound_file(hiss(10.0), whistle(5.0), hiss(15.0, seed=1))
    listen_to(workspace, qtbot, path)
    return path


def drag(workspace, qtbot, start, end):
    """Mark a part of the picture, in shares of its width."""
    view = workspace.spectrogram
    box = view._box()
    places = [QPoint(round(box.left() + share * box.width()), box.center().y()) for share in (start, end)]
    qtbot.mousePress(view, LEFT, pos=places[0])
    qtbot.mouseMove(view, places[1])
    qtbot.mouseRelease(view, LEFT, pos=places[1])


def wheel(workspace, notches):
    view = workspace.spectrogram
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_nothing_is_wiped_on_stop_and_the_scroll_bar_leads_back(workspace, heard):
    assert workspace.spectrogram.picture.seconds == pytest.approx(30.0, abs=0.1)
    bar = workspace.pictures.scroll_bar
    assert bar.isVisible()
    bar.setValue(60)  # 6 s to 16 s
    assert workspace.spectrogram.end_s == pytest.approx(16.0)
    assert "whistle" in workspace.plot.drawn
    assert workspace.pictures.now_button.isVisible()
    workspace.pictures.now_button.click()
    assert workspace.spectrogram.end_s == pytest.approx(30.0, abs=0.1)
    assert not workspace.pictures.foot.isVisible()


def test_the_wheel_goes_back_and_forth(workspace, heard):
    wheel(workspace, 3)
    assert workspace.spectrogram.end_s == pytest.approx(24.0, abs=0.1)
    wheel(workspace, -1)
    assert workspace.spectrogram.end_s == pytest.approx(26.0, abs=0.1)
    wheel(workspace, -9)
    assert not workspace.pictures.foot.isVisible(), "it follows the present again"


def test_a_stretch_that_is_marked_is_kept_by_a_digit(workspace, heard, qtbot, context):
    workspace.pictures.scroll_bar.setValue(60)
    drag(workspace, qtbot, 0.5, 0.8)  # 11 s to 14 s
    assert "3.0 s from 00:11" in workspace.pictures.said.whole_text()
    with qtbot.waitSignal(workspace.clip_kept) as kept:
        qtbot.keyClick(workspace, Qt.Key.Key_1)
    view = context.document.view
    clip = view.clip(kept.args[0])
    assert clip.duration_s == pytest.approx(3.0, abs=0.1)
    sound = read_mono(view.audio_path(clip))
    assert np.abs(np.fft.rfft(sound)).argmax() / clip.duration_s == pytest.approx(1000.0, abs=5.0)


def test_a_stretch_that_is_marked_is_played_and_kept_by_the_mouse(workspace, heard, qtbot, context):
    drag(workspace, qtbot, 0.9, 0.4)  # backwards
    with qtbot.waitSignal(context.player.state_changed):
        qtbot.mouseClick(workspace.pictures.play_button, LEFT)
    assert len(read_mono(context.player.path)) == pytest.approx(5.0 * RATE_HZ, abs=0.1 * RATE_HZ)
    with qtbot.waitSignal(workspace.clip_kept):
        next(one for one in workspace.pictures.menu.actions() if one.text().startswith("Nothing")).trigger()


def test_escape_and_a_click_unmark(workspace, heard, qtbot):
    drag(workspace, qtbot, 0.2, 0.4)
    assert workspace.sitting.picked is not None
    workspace.setFocus()
    qtbot.keyClick(workspace, Qt.Key.Key_Escape)
    assert workspace.sitting.picked is None
    assert not workspace.pictures.foot.isVisible()
    drag(workspace, qtbot, 0.2, 0.4)
    qtbot.mouseClick(workspace.spectrogram, LEFT)
    assert workspace.sitting.picked is None


def test_a_row_of_the_table_is_shown_where_it_was(workspace, heard, qtbot):
    model, log = workspace.events.model, workspace.sitting.log
    place = next(row for row in log.accepted if log.rows[row].class_name == "whistle")
    qtbot.mouseClick(
        workspace.events.view.viewport(),
        LEFT,
        pos=workspace.events.view.visualRect(model.index(place, 0)).center(),
    )
    assert workspace.spectrogram.end_s - 10.0 < 10.0 < 15.0 < workspace.spectrogram.end_s
    assert workspace.sitting.picked.class_name == "whistle"
    drag(workspace, qtbot, 0.1, 0.2)
    assert workspace.events.chosen is None, "a digit is about one thing at a time"
    assert workspace.sitting.picked.class_name == ""


def test_a_marked_stretch_stays_where_it_is_while_listening_goes_on(workspace, microphone, qtbot):
    listen_to_microphone(workspace, qtbot)
    microphone.hear(whistle(12.0))
    qtbot.waitUntil(lambda: workspace.sitting.now_s >= 12.0, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: workspace.spectrogram.end_s >= 12.0, timeout=ENOUGH_MS)
    drag(workspace, qtbot, 0.5, 0.6)
    end_s, picked = workspace.spectrogram.end_s, workspace.sitting.picked
    microphone.hear(hiss(4.0))
    qtbot.waitUntil(lambda: workspace.sitting.now_s >= 16.0, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: workspace.pictures._now_s >= 16.0, timeout=ENOUGH_MS)
    assert (workspace.spectrogram.end_s, workspace.sitting.picked) == (end_s, picked)
    press(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.listener.state is State.IDLE, timeout=ENOUGH_MS)
    assert workspace.sitting.picked == picked
