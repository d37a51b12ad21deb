"""Typing exact times and frequencies."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.gui.label.position_panel import typed_time
from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAWN = datetime(2026, 5, 1, 23, 30, 0)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("62.5", None, 62.5),
        ("62,5 s", None, 62.5),
        ("1:02.5", None, 62.5),
        ("1:01:02.5", None, 3662.5),
        ("0:30", None, 30.0),
        ("soon", None, None),
        ("1:75", None, None),
        ("23:31", DAWN, 60.0),
        ("23:30:10.25", DAWN, 10.25),
        ("00:30", DAWN, 3600.0),
        ("25:00", DAWN, None),
        ("1:02.5", DAWN, 62.5),
        ("62.5", DAWN, 62.5),
    ],
)
def test_times_are_typed_as_seconds_minutes_or_a_time_of_day(text, start, expected):
    assert typed_time(text, start) == (None if expected is None else pytest.approx(expected))


@pytest.fixture
def typing(user):
    user.open("rain-0.wav")
    user.editor.setFocus()
    return user


def test_ctrl_g_takes_the_cursor_to_a_time_that_is_typed(typing):
    panel = typing.workspace.positions
    typing.key(KEY.Key_G, CTRL)
    assert panel.position.hasFocus()
    typing.type("0:00.1234")
    typing.key(KEY.Key_Return)
    assert not panel.isVisible()
    assert typing.view.cursor_s == pytest.approx(0.1234)


def test_start_end_and_length_are_typed_one_after_the_other(typing):
    panel = typing.workspace.positions
    typing.key(KEY.Key_G, CTRL | SHIFT)
    for text in ("0.1", "0.25", "0.2", "500"):
        typing.type(text)
        typing.key(KEY.Key_Tab)
    typing.type("1500.5")
    typing.key(KEY.Key_Return)
    assert not panel.isVisible()
    assert typing.view.selection == Selection(0.1, pytest.approx(0.3), 500.0, 1500.5)


def test_a_selected_label_gets_the_edges_that_are_typed(typing):
    typing.view.select(Selection(0.2, 0.3))
    typing.key(KEY.Key_1)
    typing.key(KEY.Key_G, CTRL | SHIFT)
    typing.type("0.15")
    typing.key(KEY.Key_Return)
    (label,) = [one for one in typing.labels if one.start_s is not None]
    assert (label.start_s, label.end_s) == (0.15, 0.3)


@pytest.mark.parametrize("text", ["soon", "7", "-1"])
def test_what_is_no_time_of_the_clip_is_refused_in_words_and_can_be_mended(typing, text):
    panel = typing.workspace.positions
    typing.key(KEY.Key_G, CTRL)
    typing.type(text)
    typing.key(KEY.Key_Return)
    assert panel.isVisible()
    assert panel.note.text()
    assert typing.view.cursor_s == 0.0
    panel.position.selectAll()
    typing.type("0.2")
    typing.key(KEY.Key_Return)
    assert typing.view.cursor_s == pytest.approx(0.2)


def test_escape_closes_the_panel_and_changes_nothing(typing):
    typing.view.select(Selection(0.2, 0.3))
    typing.key(KEY.Key_G, CTRL)
    typing.type("0.4")
    typing.key(KEY.Key_Escape)
    assert not typing.workspace.positions.isVisible()
    assert typing.view.cursor_s == 0.0
    assert typing.view.selection == Selection(0.2, 0.3)


def test_times_of_day_are_shown_and_typed_where_the_ruler_tells_them(typing):
    typing.editor.ruler.set_times("time of day", DAWN)
    typing.view.set_cursor(0.25)
    typing.key(KEY.Key_G, CTRL)
    panel = typing.workspace.positions
    assert panel.position.text() == "23:30:00.250"
    typing.type("23:30:00.4")
    typing.key(KEY.Key_Return)
    assert typing.view.cursor_s == pytest.approx(0.4)
