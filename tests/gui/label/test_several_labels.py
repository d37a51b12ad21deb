"""Several labels are chosen by mouse and key, seen in all panes, and edited together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, MAIN_TRACK, Track
from audioclf_gui.gui.label.label_painter import ROW_PX

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
CALLS = tuple(Label(None, start_s, start_s + 0.05) for start_s in (0.05, 0.15, 0.25, 0.35))
NOTE = Label(None, 0.1, 0.2, track="notes")


@pytest.fixture
def calls(user):
    """A clip with four calls, and a note about the first two in a track below."""
    user.open("new-0.wav")
    tracks = (MAIN_TRACK, Track("notes"))
    user.document.do(Text("label"), Change(labels={user.clip.id: (*CALLS, NOTE)}, tracks=tracks))
    return user


def on(user, label):
    """The middle of a label in its row."""
    tiers = user.editor.tiers
    return user.at(tiers, (label.start_s + label.end_s) / 2, tiers.track_top(label.track) + ROW_PX // 2)


def beside(user, time_s, track=MAIN):
    tiers = user.editor.tiers
    return user.at(tiers, time_s, tiers.track_top(track) + ROW_PX // 2)


def click(user, label, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(user.editor.tiers, LEFT, modifier, on(user, label))


def test_ctrl_click_adds_a_label_and_takes_it_away_again(calls):
    click(calls, CALLS[0])
    click(calls, CALLS[2], CTRL)
    click(calls, NOTE, CTRL)
    assert calls.layer.chosen == (CALLS[0], CALLS[2], NOTE)
    assert calls.layer.selected == NOTE
    selection = calls.view.selection
    assert (selection.start_s, selection.end_s) == (CALLS[0].start_s, CALLS[2].end_s)
    click(calls, CALLS[0], CTRL)
    assert calls.layer.chosen == (CALLS[2], NOTE)


def test_shift_click_chooses_all_from_the_first_chosen_one_on_either_side(calls):
    click(calls, CALLS[1])
    click(calls, CALLS[3], SHIFT)
    assert calls.layer.chosen == CALLS[1:]
    click(calls, CALLS[0], SHIFT)
    assert calls.layer.chosen == (CALLS[1], CALLS[0])


def test_shift_click_into_another_track_chooses_in_the_rows_between(calls):
    click(calls, NOTE)
    click(calls, CALLS[3], SHIFT)
    assert set(calls.layer.chosen) == {NOTE, *CALLS[1:]}
    assert calls.layer.selected == CALLS[3]


def test_a_rectangle_drawn_from_between_labels_chooses_what_it_touches(calls):
    calls.drag(calls.editor.tiers, beside(calls, 0.12), beside(calls, 0.27))
    assert calls.layer.chosen == CALLS[1:3]
    calls.drag(calls.editor.tiers, beside(calls, 0.12), beside(calls, 0.27, "notes"))
    assert calls.layer.chosen == (NOTE, *CALLS[1:3])


def test_ctrl_and_a_rectangle_add_even_where_labels_leave_no_ground(calls):
    click(calls, CALLS[0])
    calls.drag(calls.editor.tiers, on(calls, CALLS[2]), on(calls, CALLS[3]), CTRL)
    assert calls.layer.chosen == (CALLS[0], *CALLS[2:])
    assert calls.labels == (*CALLS, NOTE), "nothing was dragged"


def test_a_rectangle_around_nothing_selects_time(calls):
    click(calls, CALLS[0])
    calls.drag(calls.editor.tiers, beside(calls, 0.42), beside(calls, 0.48))
    assert calls.layer.chosen == ()
    assert calls.view.selection.start_s == pytest.approx(0.42, abs=0.002)


def test_escape_ends_a_rectangle(calls):
    tiers = calls.editor.tiers
    QTest.mousePress(tiers, LEFT, pos=beside(calls, 0.12))
    calls.move(tiers, beside(calls, 0.27))
    assert tiers.cancel_drag()
    calls.move(tiers, beside(calls, 0.45))
    QTest.mouseRelease(tiers, LEFT, pos=beside(calls, 0.45))
    assert calls.layer.chosen == CALLS[1:3]


def test_ctrl_a_chooses_all_labels_of_the_clip_while_the_editor_has_the_keyboard(calls):
    calls.workspace.clips.table.setFocus()
    calls.key(KEY.Key_A, CTRL)
    assert len(calls.workspace.clips.selected_ids()) == 6
    assert calls.layer.chosen == ()
    calls.click_row(calls.row("new-0.wav"))
    calls.editor.setFocus()
    calls.key(KEY.Key_A, CTRL)
    assert set(calls.layer.chosen) == {*CALLS, NOTE}


def test_a_plain_click_chooses_one_and_beside_labels_none(calls):
    calls.editor.choose_all()
    click(calls, CALLS[2])
    assert calls.layer.chosen == (CALLS[2],)
    QTest.mouseClick(calls.editor.tiers, LEFT, pos=beside(calls, 0.22))
    assert calls.layer.chosen == ()


def test_all_chosen_labels_are_seen_in_every_pane(calls):
    chosen, other = (CALLS[0], CALLS[2]), CALLS[3]
    panes = (calls.editor.wave, calls.editor.spectrogram)

    def colours(label):
        tiers = calls.editor.tiers.grab().toImage()
        inside = on(calls, label) if label is not None else None
        shown = [tiers.pixelColor(inside)]
        for pane in panes:
            x = calls.at(pane, label.start_s).x()
            shown.append(QColor(pane.grab().toImage().pixel(x, 3)))
        return shown

    before = {label: colours(label) for label in (*chosen, other)}
    calls.layer.choose(chosen)
    for label in chosen:
        assert all(now != then for now, then in zip(colours(label), before[label], strict=True))
    assert colours(other) == before[other]


def test_chosen_labels_that_go_are_chosen_no_more(calls):
    calls.layer.choose(CALLS)
    calls.document.do(Text("delete"), Change(labels={calls.clip.id: CALLS[1:]}))
    assert calls.layer.chosen == CALLS[1:]
