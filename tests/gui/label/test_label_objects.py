"""Labels are objects in every pane: clicked, named, dragged by edges, corners and body."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track, TrackKind
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.label_painter import ROW_PX

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
SHAPE = Qt.CursorShape
WORDS = Track("words", TrackKind.INTERVALS)
PANES = ("wave", "spectrogram", "tiers")

LONG, SHORT, LATER = Label(1, 0.05, 0.3), Label(2, 0.1, 0.2), Label(1, 0.35, 0.45)
BOX = Label(2, 0.1, 0.3, 2000.0, 5000.0)


def give(user, *labels, tracks=None):
    """Open a clip that has these labels."""
    user.open("new-0.wav")
    user.document.do(Text("label"), Change(labels={user.clip.id: labels}, tracks=tracks))
    return user


def pane_of(user, name):
    return getattr(user.editor, name)


def place(user, name, time_s, label=None):
    """The pixel of a pane at a time, in the row of a label if that is a pane of rows."""
    pane = pane_of(user, name)
    if name != "tiers":
        return user.at(pane, time_s)
    shape = next(iter(pane.outlines((label or user.labels[0],))))
    return user.at(pane, time_s, round(shape.top) + ROW_PX // 2)


def in_box(user, time_s, hz):
    """The pixel of the spectrogram at a time and frequency."""
    pane = user.editor.spectrogram
    return user.at(pane, time_s, round((1 - pane.axis.height_at(hz)) * pane.height()))


def click(pane, where):
    QTest.mouseClick(pane, LEFT, pos=where)


@pytest.mark.parametrize("name", PANES)
def test_a_click_selects_the_label_and_one_beside_it_none(user, name):
    give(user, LONG, LATER)
    pane = pane_of(user, name)
    click(pane, place(user, name, 0.2))
    assert user.layer.selected == LONG
    assert (user.view.selection.start_s, user.view.selection.end_s) == (0.05, 0.3)
    click(pane, place(user, name, 0.325))
    assert user.layer.selected is None
    assert user.view.selection is None


@pytest.mark.parametrize("name", ["wave", "spectrogram"])
def test_of_labels_over_each_other_a_click_selects_the_smallest_and_the_next_one_beneath(user, name):
    give(user, LONG, SHORT)
    pane, where = pane_of(user, name), place(user, name, 0.15)
    clicked = []
    for _ in range(3):
        click(pane, where)
        clicked.append(user.layer.selected)
    assert clicked == [SHORT, LONG, SHORT]


@pytest.mark.parametrize("name", ["wave", "spectrogram"])
def test_a_click_puts_the_red_line_into_the_label(user, name):
    give(user, LONG)
    click(pane_of(user, name), place(user, name, 0.22))
    assert user.view.cursor_s == pytest.approx(0.22, abs=0.002)


@pytest.mark.parametrize("name", PANES)
def test_a_double_click_names_the_label_in_that_pane(user, name):
    give(user, LONG)
    pane = pane_of(user, name)
    where = place(user, name, 0.2)
    click(pane, where)
    QTest.mouseDClick(pane, LEFT, pos=where)
    field = pane.findChild(ClassField)
    assert field is QApplication.focusWidget()
    user.type("rain")
    user.key(KEY.Key_Return)
    assert user.labels == (replace(LONG, class_id=2),)
    assert user.layer.selected == user.labels[0]


def test_a_double_click_on_a_label_that_was_selected_by_a_second_click_names_that_one(user):
    give(user, LONG, SHORT)
    wave, where = user.editor.wave, place(user, "wave", 0.15)
    for _ in range(2):
        click(wave, where)
    assert user.layer.selected == LONG
    click(wave, where)  # the first half of the double click
    QTest.mouseDClick(wave, LEFT, pos=where)
    user.type("rain")
    user.key(KEY.Key_Return)
    assert set(user.labels) == {replace(LONG, class_id=2), SHORT}


def test_a_name_that_makes_a_label_equal_to_another_one_tells_that_it_went(user):
    rain = replace(LONG, class_id=2)
    give(user, LONG, rain)
    tiers, where = user.editor.tiers, place(user, "tiers", 0.2, LONG)
    click(tiers, where)
    QTest.mouseDClick(tiers, LEFT, pos=where)
    user.type("rain")
    with user.qtbot.waitSignal(user.context.status_changed) as said:
        user.key(KEY.Key_Return)
    assert said.args == ["1 label is one with another one now, to which it was equal"]
    assert user.labels == (rain,)
    assert user.layer.selected == rain


@pytest.mark.parametrize("name", PANES)
def test_a_right_click_opens_the_menu_of_the_label(user, name):
    give(user, LONG)
    pane = pane_of(user, name)
    asked = []
    user.editor.label_menu_asked.disconnect()
    user.editor.label_menu_asked.connect(lambda label, _place: asked.append(label))
    right_click(pane, place(user, name, 0.2))
    assert asked[-1] == LONG
    assert user.layer.selected == LONG
    count = len(asked)
    right_click(pane, place(user, name, 0.42))
    assert asked[count:] == [None], "the menu of a place without a label"


def right_click(pane, where: QPoint):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, pane.mapToGlobal(where))
    QApplication.sendEvent(pane, event)


@pytest.mark.parametrize("name", PANES)
@pytest.mark.parametrize("is_selected", [True, False])
def test_an_edge_is_dragged_in_one_undo_step(user, name, is_selected):
    give(user, LONG)
    if is_selected:
        user.layer.select(LONG)
    user.drag(pane_of(user, name), place(user, name, 0.3), place(user, name, 0.4))
    (moved,) = user.labels
    assert moved.start_s == 0.05
    assert moved.end_s == pytest.approx(0.4, abs=0.003)
    assert user.layer.selected == moved
    user.document.undo()
    assert user.labels == (LONG,)
    assert user.layer.selected == LONG


def test_the_time_axis_knows_the_edges_of_the_selected_label_only(user):
    give(user, LONG, LATER)
    ruler = user.editor.ruler
    user.layer.select(LONG)
    user.drag(ruler, user.at(ruler, 0.3), user.at(ruler, 0.4))
    moved = user.layer.selected
    assert moved.end_s == pytest.approx(0.4, abs=0.003)
    user.drag(ruler, user.at(ruler, 0.35), user.at(ruler, 0.42))
    assert set(user.labels) == {moved, LATER}
    assert user.layer.selected is None


@pytest.mark.parametrize("name", PANES)
def test_the_body_of_the_selected_label_is_dragged(user, name):
    give(user, LONG)
    user.layer.select(LONG)
    user.drag(pane_of(user, name), place(user, name, 0.2), place(user, name, 0.3))
    (moved,) = user.labels
    assert moved.start_s == pytest.approx(0.15, abs=0.003)
    assert moved.end_s - moved.start_s == pytest.approx(0.25)


@pytest.mark.parametrize("name", ["wave", "spectrogram"])
def test_a_drag_over_a_label_that_is_not_selected_selects_a_stretch(user, name):
    give(user, LONG)
    user.drag(pane_of(user, name), place(user, name, 0.15), place(user, name, 0.25))
    assert user.labels == (LONG,)
    assert user.layer.selected is None
    assert user.view.selection.start_s == pytest.approx(0.15, abs=0.003)


def test_alt_always_begins_a_selection(user):
    give(user, LONG)
    user.layer.select(LONG)
    wave = user.editor.wave
    user.drag(wave, place(user, "wave", 0.15), place(user, "wave", 0.25), ALT)
    assert user.labels == (LONG,)
    assert user.view.selection.end_s == pytest.approx(0.25, abs=0.003)


@pytest.mark.parametrize(
    ("grip", "shape", "moved"),
    [
        ((0.1, 3000), SHAPE.SizeHorCursor, {"start_s"}),
        ((0.3, 3000), SHAPE.SizeHorCursor, {"end_s"}),
        ((0.2, 5000), SHAPE.SizeVerCursor, {"high_hz"}),
        ((0.2, 2000), SHAPE.SizeVerCursor, {"low_hz"}),
        ((0.1, 5000), SHAPE.SizeFDiagCursor, {"start_s", "high_hz"}),
        ((0.3, 2000), SHAPE.SizeFDiagCursor, {"end_s", "low_hz"}),
        ((0.1, 2000), SHAPE.SizeBDiagCursor, {"start_s", "low_hz"}),
        ((0.3, 5000), SHAPE.SizeBDiagCursor, {"end_s", "high_hz"}),
        ((0.2, 3000), SHAPE.SizeAllCursor, {"start_s", "end_s", "low_hz", "high_hz"}),
    ],
)
def test_a_box_is_dragged_by_its_edges_corners_and_body(user, grip, shape, moved):
    give(user, BOX)
    user.layer.select(BOX)
    pane = user.editor.spectrogram
    start = in_box(user, *grip)
    pane.show_pointer_shape(start.toPointF())
    assert pane.cursor().shape() == shape
    user.drag(pane, start, start + QPoint(20, -15))
    (after,) = user.labels
    fields = ("start_s", "end_s", "low_hz", "high_hz")
    assert {one for one in fields if getattr(after, one) > getattr(BOX, one)} == moved
    user.document.undo()
    assert user.labels == (BOX,)


def test_a_box_selection_is_dragged_by_its_edges_before_it_is_a_label(user):
    give(user)
    pane = user.editor.spectrogram
    user.drag(pane, in_box(user, 0.1, 2000), in_box(user, 0.2, 4000), ALT)
    user.drag(pane, in_box(user, 0.15, 4000), in_box(user, 0.15, 5000))
    assert user.view.selection.high_hz == pytest.approx(5000, rel=0.05)
    assert user.view.selection.low_hz == pytest.approx(2000, rel=0.05)
    user.key(KEY.Key_1)
    assert user.labels[0].high_hz == user.view.selection.high_hz


def test_the_selected_labels_edge_moves_and_not_one_that_looks_alike(user):
    give(user, LONG, replace(LONG, class_id=2), Label(2, 0.3, 0.4))
    chosen = user.labels[1]
    user.layer.select(chosen)
    user.drag(user.editor.wave, place(user, "wave", 0.3), place(user, "wave", 0.25))
    assert [one.end_s for one in user.labels if one.class_id == 1] == [0.3]
    assert user.layer.selected.end_s == pytest.approx(0.25, abs=0.003)


@pytest.mark.parametrize("name", PANES)
def test_shift_moves_adjoining_edges_together(user, name):
    left, right = Label(1, 0.1, 0.2), Label(2, 0.2, 0.4)
    give(user, left, right)
    user.drag(pane_of(user, name), place(user, name, 0.2, left), place(user, name, 0.25, left), SHIFT)
    spans = sorted((one.start_s, one.end_s) for one in user.labels)
    assert spans[0][1] == spans[1][0] == pytest.approx(0.25, abs=0.003)
    user.document.undo()
    assert set(user.labels) == {left, right}


@pytest.mark.parametrize("name", PANES)
def test_intervals_share_their_edge_and_never_overlap(user, name):
    left, right = Label(1, 0.1, 0.2, track="words"), Label(2, 0.2, 0.4, track="words")
    give(user, left, right, tracks=(MAIN_TRACK, WORDS))
    user.drag(pane_of(user, name), place(user, name, 0.2, left), place(user, name, 0.3, left))
    spans = sorted((one.start_s, one.end_s) for one in user.labels)
    assert spans[0][1] == spans[1][0] == pytest.approx(0.3, abs=0.003)
    user.layer.select(user.labels[0])
    user.drag(pane_of(user, name), place(user, name, 0.15), place(user, name, 0.45))
    assert sorted((one.start_s, one.end_s) for one in user.labels) == spans


def test_keys_move_the_edge_of_two_intervals_too(user):
    left, right = Label(1, 0.1, 0.2, track="words"), Label(2, 0.2, 0.4, track="words")
    give(user, left, right, tracks=(MAIN_TRACK, WORDS))
    user.layer.select(left)
    user.editor.setFocus()
    user.view.set_cursor(0.25)
    user.key(KEY.Key_BracketRight)
    assert sorted((one.start_s, one.end_s) for one in user.labels) == [(0.1, 0.25), (0.25, 0.4)]
    user.document.undo()
    assert set(user.labels) == {left, right}
    user.layer.select(left)
    user.view.set_cursor(0.45)
    user.key(KEY.Key_BracketRight)
    assert set(user.labels) == {left, right}
    assert "over each other" in user.context.message_bar.text.text()


@pytest.mark.parametrize("name", PANES)
def test_escape_puts_back_what_is_dragged(user, name):
    give(user, LONG)
    pane = pane_of(user, name)
    QTest.mousePress(pane, LEFT, pos=place(user, name, 0.3))
    user.move(pane, place(user, name, 0.4))
    assert user.view.selection.end_s == pytest.approx(0.4, abs=0.003)
    user.key(KEY.Key_Escape)
    assert user.layer.drag is None
    user.move(pane, place(user, name, 0.45))
    QTest.mouseRelease(pane, LEFT, pos=place(user, name, 0.45))
    assert user.labels == (LONG,)
    assert user.view.selection.end_s == 0.3


def test_escape_gives_the_selection_back_that_was_there_before_a_drag(user):
    give(user, LONG)
    user.layer.select(LONG)
    wave = user.editor.wave
    QTest.mousePress(wave, LEFT, pos=place(user, "wave", 0.38))
    user.move(wave, place(user, "wave", 0.45))
    assert user.layer.selected is None
    user.key(KEY.Key_Escape)
    QTest.mouseRelease(wave, LEFT, pos=place(user, "wave", 0.45))
    assert user.layer.selected == LONG


@pytest.mark.parametrize("name", PANES)
def test_a_label_of_a_locked_track_stays_where_it_is_and_that_is_said(user, name):
    label = Label(1, 0.1, 0.3, track="words")
    give(user, label, tracks=(MAIN_TRACK, replace(WORDS, locked=True)))
    user.layer.select(label)
    user.drag(pane_of(user, name), place(user, name, 0.3), place(user, name, 0.4))
    assert user.labels == (label,)
    assert "locked" in user.context.message_bar.text.text()


@pytest.mark.parametrize("name", PANES)
def test_chosen_labels_are_moved_together(user, name):
    give(user, LONG, LATER)
    user.layer.choose((LATER, LONG))
    user.drag(pane_of(user, name), place(user, name, 0.2), place(user, name, 0.24))
    assert [one.start_s for one in user.labels] == [
        pytest.approx(0.09, abs=0.003),
        pytest.approx(0.39, abs=0.003),
    ]
    assert len(user.layer.chosen) == 2
    user.document.undo()
    assert set(user.labels) == {LONG, LATER}


def test_many_narrow_labels_do_not_keep_one_from_selecting_a_stretch(user):
    crowd = tuple(Label(1, number / 200, number / 200 + 0.002) for number in range(100))
    give(user, *crowd)
    user.select(0.1, 0.2)
    assert user.labels == crowd
    assert user.view.selection.duration_s == pytest.approx(0.1, abs=0.003)
