"""Notes, certainty and exact edges of the chosen labels are seen and typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track

KEY = Qt.Key
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
CALL = Label(None, 0.1, 0.2, extra=(("Species", "Parus major"), ("Begin File", "a.wav")))
BOX = Label(None, 0.3, 0.4, 1000.0, 2000.0, note="near")


@pytest.fixture
def calls(user):
    user.open("new-0.wav")
    change = Change(labels={user.clip.id: (CALL, BOX)}, tracks=(MAIN_TRACK, Track("notes")))
    user.document.do(Text("label"), change)
    return user


@pytest.fixture
def panel(calls):
    yield calls.workspace.label_panel
    calls.workspace.label_panel.hide()


def ask(user, *labels, key=KEY.Key_F4, modifier=NONE):
    user.layer.choose(labels)
    user.editor.setFocus()
    user.key(key, modifier)


def typed(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_note_is_typed_and_return_ends_it_as_one_step(calls, panel):
    ask(calls, CALL)
    assert panel.isVisible()
    assert panel.note.hasFocus()
    typed(panel.note, "two birds, 1 far")
    QTest.keyClick(panel.note, KEY.Key_Return)
    assert not panel.isVisible()
    assert calls.layer.selected.note == "two birds, 1 far"
    assert calls.labels.count(BOX) == 1
    calls.document.undo()
    assert set(calls.labels) == {CALL, BOX}


def test_escape_keeps_a_note_and_drops_an_edge_that_was_being_typed(calls, panel):
    ask(calls, CALL, key=KEY.Key_Return, modifier=ALT)
    typed(panel.note, "two of them, far away")
    QTest.keyClick(panel.note, KEY.Key_Escape)
    assert not panel.isVisible()
    assert calls.layer.selected.note == "two of them, far away"
    calls.document.undo()
    assert set(calls.labels) == {CALL, BOX}
    ask(calls, BOX)
    typed(panel.start, "0.35")
    QTest.keyClick(panel.start, KEY.Key_Escape)
    assert set(calls.labels) == {CALL, BOX}


def test_certainty_is_chosen_for_all_chosen_labels_whose_notes_stay_their_own(calls, panel):
    ask(calls, CALL, BOX)
    assert panel.note.toPlainText() == ""
    assert panel.note.placeholderText() == "several notes"
    assert not panel.start.isVisible()
    panel.certainty.setFocus()
    QTest.keyClick(panel.certainty, KEY.Key_Down)
    place = [panel.certainty.itemText(at) for at in range(panel.certainty.count())].index("unsure")
    panel.certainty.setCurrentIndex(place)
    panel.certainty.activated.emit(place)
    panel.hide()
    assert {one.certainty for one in calls.labels} == {Certainty.UNSURE}
    assert sorted(one.note for one in calls.labels) == ["", "near"]
    assert len(calls.layer.chosen) == 2


def test_edges_are_typed_exactly_and_what_cannot_be_is_said(calls, panel):
    ask(calls, BOX)
    assert (panel.start.text(), panel.low.text()) == ("0.3", "1000")
    typed(panel.start, "0.31234")
    QTest.keyClick(panel.start, KEY.Key_Tab)
    assert calls.layer.selected.start_s == 0.31234
    typed(panel.end, "9")
    QTest.keyClick(panel.end, KEY.Key_Tab)
    assert "The clip ends at" in panel.hint.text()
    assert calls.layer.selected.end_s == 0.4
    typed(panel.end, "0.2")
    QTest.keyClick(panel.end, KEY.Key_Tab)
    assert "end before it starts" in panel.hint.text()
    typed(panel.end, "0:00.45")
    QTest.keyClick(panel.end, KEY.Key_Tab)
    typed(panel.high, "3000,5")
    QTest.keyClick(panel.high, KEY.Key_Return)
    assert not panel.isVisible()
    label = calls.layer.selected
    assert (label.end_s, label.low_hz, label.high_hz) == (0.45, 1000.0, 3000.5)


def test_columns_of_the_table_that_a_label_came_from_are_shown(calls, panel):
    ask(calls, CALL)
    assert [panel.form.labelForField(one).text() for one in panel._columns] == ["Species", "Begin File"]
    assert [one.text() for one in panel._columns] == ["Parus major", "a.wav"]
    panel.hide()
    ask(calls, BOX)
    assert panel._columns == []


def test_another_track_is_chosen(calls, panel):
    ask(calls, CALL)
    place = panel.track.findData("notes")
    panel.track.setCurrentIndex(place)
    panel.track.activated.emit(place)
    assert calls.layer.selected.track == "notes"


def test_without_a_chosen_label_nothing_opens(calls, panel):
    ask(calls)
    assert not panel.isVisible()


def test_a_note_and_doubt_are_seen_in_the_row_and_in_the_tool_tip(calls):
    tiers = calls.editor.tiers
    plain = tiers.grab().toImage()
    calls.layer.choose((CALL,))
    calls.editor.chosen.describe(note="far", certainty=Certainty.UNSURE)
    calls.layer.select(None)
    assert tiers.grab().toImage() != plain
    label = next(one for one in calls.labels if one.note == "far")
    assert tiers.tip(label).splitlines()[2:] == ["unsure", "far"]
