"""Ctrl+wheel over an axis zooms that axis, and only it; each has its own way back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
ON_AXIS = 20  # pixels from the left


def wheel(pane, place, notches):
    event = QWheelEvent(
        QPointF(place),
        QPointF(pane.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane, event)


@pytest.fixture
def looking(user):
    user.open("rain-0.wav")
    user.editor.setFocus()
    return user


def axes(user):
    """What each of the three axes shows."""
    view, editor = user.view, user.editor
    shown = editor.spectrogram.spectrogram_view
    levels = editor.wave.picture_kind(editor.wave.clip_view, view.s_per_px)
    return {
        "time": (view.t0_s, view.end_s),
        "band": (shown.low_hz, shown.high_hz),
        "level": levels.full_scale,
    }


@pytest.mark.parametrize(
    ("pane", "x", "zoomed"),
    [
        ("wave", ON_AXIS, "level"),
        ("spectrogram", ON_AXIS, "band"),
        ("ruler", ON_AXIS, "time"),
        ("ruler", 400, "time"),
        ("wave", 400, "time"),
        ("spectrogram", 400, "time"),
    ],
)
def test_control_wheel_zooms_the_axis_under_the_pointer_and_leaves_the_others(looking, pane, x, zoomed):
    pane = getattr(looking.editor, pane)
    before = axes(looking)
    wheel(pane, QPoint(x, pane.height() // 2), 3)
    after = axes(looking)
    assert {name for name in before if before[name] != after[name]} == {zoomed}


def test_the_level_axis_has_a_way_back_by_mouse_and_by_key(looking):
    wave = looking.editor.wave
    before = axes(looking)["level"]
    for back in (
        lambda: QTest.mouseDClick(wave, LEFT, pos=QPoint(ON_AXIS, 20)),
        lambda: looking.key(Qt.Key.Key_5, CTRL | ALT),
    ):
        looking.key(Qt.Key.Key_4, CTRL | ALT)
        assert axes(looking)["level"] == pytest.approx(before / 2)
        back()
        assert axes(looking)["level"] == pytest.approx(before)


def test_a_turn_of_the_wheel_is_one_step_of_the_zoom_history(looking, qtbot):
    zooms, wave = looking.workspace.zooms, looking.editor.wave
    qtbot.waitUntil(lambda: zooms.is_settled)
    before = axes(looking)["time"]
    for _ in range(5):
        wheel(wave, QPoint(400, 20), 1)
    assert axes(looking)["time"] != before
    qtbot.waitUntil(lambda: zooms.is_settled)
    looking.key(Qt.Key.Key_Left, ALT)
    assert axes(looking)["time"] == pytest.approx(before)
    assert not zooms.step(-1)


@pytest.mark.parametrize("notches", [-20_000, 20_000])
@pytest.mark.parametrize("x", [ON_AXIS, 400], ids=["axis", "picture"])
def test_a_wheel_that_spins_freely_zooms_as_far_as_there_is_anything_to_see(looking, notches, x):
    editor = looking.editor
    for pane in (editor.wave, editor.spectrogram, editor.tiers, editor.ruler, editor.overview):
        wheel(pane, QPoint(x, 5), notches)
    assert looking.view.is_fitted == (notches < 0)
    assert 0 <= looking.view.t0_s < looking.view.end_s
