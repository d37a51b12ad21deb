"""Boxes are drawn with a tool, and their bands are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.band_fields import with_edge
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.text import number_text

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHAPE = Qt.CursorShape


def draw(user, start_s=0.1):
    """Drag from one corner to another in the spectrogram."""
    pane = user.editor.spectrogram
    user.drag(pane, user.at(pane, start_s, 40), user.at(pane, start_s + 0.1, 120))
    return user.view.selection


def buttons(user):
    time, box = user.editor.tools.findChildren(QToolButton)
    return time, box


def type_into(user, field, text, end=KEY.Key_Return):
    user.qtbot.mouseClick(field, LEFT)
    field.selectAll()
    user.type(text) if text else user.key(KEY.Key_Delete)
    user.key(end)


def test_the_box_tool_is_taken_by_its_button_and_laid_down_by_the_other(user):
    user.open("new-0.wav")
    time, box = buttons(user)
    assert (time.isChecked(), box.isChecked()) == (True, False)
    assert draw(user).band_hz is None
    user.view.select(None)
    user.qtbot.mouseClick(box, LEFT)
    assert (time.isChecked(), box.isChecked()) == (False, True)
    low_hz, high_hz = draw(user).band_hz
    assert 0 < low_hz < high_hz < 8000
    user.key(KEY.Key_1)
    assert user.labels[0].low_hz == low_hz
    user.qtbot.mouseClick(time, LEFT)
    assert draw(user, 0.3).band_hz is None


def test_b_takes_the_box_tool_and_lays_it_down(user):
    user.open("new-0.wav")
    pane = user.editor.spectrogram
    user.key(KEY.Key_B)
    pane.show_pointer_shape(user.at(pane, 0.3).toPointF())
    assert pane.cursor().shape() == SHAPE.CrossCursor
    assert draw(user).band_hz is not None
    user.key(KEY.Key_B)
    user.view.select(None)
    assert draw(user).band_hz is None
    pane.show_pointer_shape(user.at(pane, 0.3).toPointF())
    assert pane.cursor().shape() == SHAPE.IBeamCursor


def test_a_box_is_drawn_inside_a_selected_stretch_with_the_box_tool(user):
    user.open("new-0.wav")
    stretch, inner = Label(1, 0.05, 0.4), Label(2, 0.2, 0.3)
    user.document.do(Text("label"), Change(labels={user.clip.id: (stretch, inner)}))
    user.layer.select(stretch)
    user.key(KEY.Key_B)
    assert draw(user).band_hz is not None
    assert user.labels == (stretch, inner)
    user.layer.select(None)
    assert draw(user, 0.2).band_hz is not None
    assert user.labels == (stretch, inner)


def test_escape_drops_a_box_on_its_way(user):
    user.open("new-0.wav")
    user.key(KEY.Key_B)
    pane = user.editor.spectrogram
    user.qtbot.mousePress(pane, LEFT, pos=user.at(pane, 0.1, 40))
    user.move(pane, user.at(pane, 0.2, 120))
    assert user.view.selection.band_hz is not None
    user.key(KEY.Key_Escape)
    user.move(pane, user.at(pane, 0.3, 120))
    user.qtbot.mouseRelease(pane, LEFT, pos=user.at(pane, 0.3, 120))
    assert user.view.selection is None


def test_the_band_of_a_label_is_typed_in_one_undo_step(user):
    user.open("new-0.wav")
    label = Label(1, 0.1, 0.3, 1000.0, 2000.0)
    user.document.do(Text("label"), Change(labels={user.clip.id: (label,)}))
    user.layer.select(label)
    band = user.editor.band
    assert (band.low.text(), band.high.text()) == (number_text(1000), number_text(2000))
    type_into(user, band.high, "3.5k")
    assert user.labels[0].high_hz == 3500.0
    assert user.layer.selected == user.labels[0]
    assert QApplication.focusWidget() is user.editor
    user.document.undo()
    assert user.labels == (label,)
    type_into(user, band.low, "", KEY.Key_Tab)
    assert (user.labels[0].low_hz, user.labels[0].high_hz) == (None, None)


def test_the_band_of_a_stretch_is_typed_before_it_is_a_label(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    type_into(user, user.editor.band.low, "500")
    assert user.view.selection.band_hz == (500.0, 8000.0)
    user.key(KEY.Key_1)
    assert user.labels[0].low_hz == 500.0


def test_escape_in_a_field_drops_what_was_typed_and_keeps_the_selection(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    chosen = user.view.selection
    type_into(user, user.editor.band.low, "500", KEY.Key_Escape)
    assert user.view.selection == chosen
    assert user.editor.band.low.text() == ""
    assert QApplication.focusWidget() is user.editor


def test_what_is_no_frequency_of_the_sound_is_not_taken(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    chosen = user.view.selection
    type_into(user, user.editor.band.high, "90000")
    assert user.view.selection == chosen
    assert user.editor.band.high.property("role") == "bad"


def test_without_a_selection_there_is_no_band_to_type(user):
    user.open("new-0.wav")
    assert not user.editor.band.isEnabled()
    user.select(0.1, 0.2)
    assert user.editor.band.isEnabled()


@pytest.mark.parametrize(
    ("typed", "band_hz"),
    [
        ("800", (800.0, 2000.0)),
        ("2 500 Hz", (2500.0, 2500.0)),
        ("1.5k", (1500.0, 2000.0)),
        ("0", (0.0, 2000.0)),
    ],
)
def test_frequencies_are_typed_as_people_write_them(typed, band_hz):
    new = with_edge(Selection(0.0, 1.0, 1000.0, 2000.0), typed, 8000.0, is_low=True)
    assert new.band_hz == band_hz


@pytest.mark.parametrize("typed", ["loud", "-5", "8001", "nan"])
def test_what_is_typed_wrongly_is_refused(typed):
    assert with_edge(Selection(0.0, 1.0), typed, 8000.0, is_low=True) is None
