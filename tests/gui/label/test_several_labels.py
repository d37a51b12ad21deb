"""Several labels are chosen by mouse and key, and seen in all panes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN

from .calls import CALLS, CTRL, KEY, LEFT, NOTE, SHIFT, beside, click, do, on


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


def test_escape_takes_a_rectangle_back(calls):
    tiers = calls.editor.tiers
    QTest.mousePress(tiers, LEFT, pos=beside(calls, 0.12))
    calls.move(tiers, beside(calls, 0.27))
    assert calls.layer.chosen == CALLS[1:3]
    assert tiers.cancel_drag()
    calls.move(tiers, beside(calls, 0.45))
    QTest.mouseRelease(tiers, LEFT, pos=beside(calls, 0.45))
    assert calls.layer.chosen == ()


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
    calls.layer.choose_all()
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


def test_undo_and_redo_choose_again_what_they_bring_back(calls):
    calls.layer.choose(CALLS[:3])
    do(calls, KEY.Key_1)
    calls.document.undo()
    assert set(calls.layer.chosen) == set(CALLS[:3])
    do(calls, KEY.Key_J, CTRL)
    calls.document.undo()
    assert set(calls.layer.chosen) == set(CALLS[:3])
    do(calls, KEY.Key_Delete)
    assert calls.layer.chosen == ()
    calls.document.undo()
    assert set(calls.layer.chosen) == set(CALLS[:3])
    do(calls, KEY.Key_2)
    assert len(calls.labels) == 5, "the next key changes them and makes no others"


def test_labels_are_chosen_one_after_the_other_by_keys(calls):
    calls.document.do(Text("label"), Change(labels={calls.clip.id: CALLS}))
    calls.editor.setFocus()
    calls.layer.select(CALLS[1])
    both = CTRL | Qt.KeyboardModifier.AltModifier
    calls.key(KEY.Key_Right, both)
    calls.key(KEY.Key_Right, both)
    assert calls.layer.chosen == CALLS[1:]
    calls.key(KEY.Key_Right, both)
    calls.key(KEY.Key_Left, both)
    assert calls.layer.chosen == CALLS[1:3]
    calls.key(KEY.Key_Left, both)
    calls.key(KEY.Key_Left, both)
    assert calls.layer.chosen == (CALLS[1], CALLS[0])


def test_all_labels_of_the_chosen_class_are_chosen_by_a_key(calls):
    calls.layer.choose((CALLS[0], CALLS[2]))
    do(calls, KEY.Key_1)
    barks = set(calls.layer.chosen)
    calls.layer.select(next(iter(barks)))
    do(calls, KEY.Key_C, SHIFT)
    assert set(calls.layer.chosen) == barks


def test_chosen_ones_among_labels_too_many_to_be_told_apart_are_seen(calls):
    many = tuple(Label(None, at / 2000, (at + 0.8) / 2000) for at in range(1000))
    calls.document.do(Text("label"), Change(labels={calls.clip.id: many}))
    tiers = calls.editor.tiers
    before = tiers.grab().toImage()
    calls.layer.choose(many[200:400])
    now = tiers.grab().toImage()
    y = tiers.track_top(MAIN) + 3
    inside, outside = beside(calls, 0.15).x(), beside(calls, 0.35).x()
    assert now.pixelColor(inside, y) != before.pixelColor(inside, y)
    assert now.pixelColor(outside, y) == before.pixelColor(outside, y)


def test_undo_of_a_paste_leaves_no_stretch_selected_over_nothing(calls):
    do(calls, KEY.Key_A, CTRL)
    calls.key(KEY.Key_C, CTRL)
    calls.key(KEY.Key_Escape)
    calls.key(KEY.Key_Home)
    calls.key(KEY.Key_V, CTRL)
    assert len(calls.layer.chosen) > 1
    calls.document.undo()
    assert calls.view.selection is None


def test_labels_that_are_chosen_no_more_leave_no_stretch_that_a_digit_would_label_again(calls):
    click(calls, CALLS[0])
    click(calls, CALLS[0], CTRL)
    assert calls.view.selection is None


def set_notes(user, **facts):
    """Lock or hide the track of the note."""
    tracks = tuple(replace(one, **facts) if one.name == "notes" else one for one in user.document.view.tracks)
    user.document.do(Text("track"), Change(tracks=tracks))


@pytest.mark.parametrize("facts", [{"locked": True}, {"hidden": True}], ids=str)
def test_whoever_chooses_many_means_none_of_a_locked_or_hidden_track(calls, facts):
    set_notes(calls, **facts)
    do(calls, KEY.Key_A, CTRL)
    assert calls.layer.chosen == CALLS
    do(calls, KEY.Key_C, SHIFT)
    assert set(calls.layer.chosen) == set(CALLS)
    do(calls, KEY.Key_Delete)
    assert calls.labels == (NOTE,)


def test_a_rectangle_or_a_row_of_labels_leaves_a_locked_track_out_where_there_are_others(calls):
    set_notes(calls, locked=True)
    calls.drag(calls.editor.tiers, beside(calls, 0.12), beside(calls, 0.27, "notes"))
    assert calls.layer.chosen == CALLS[1:3]
    click(calls, CALLS[0])
    for _ in CALLS[1:]:
        do(calls, KEY.Key_Right, CTRL | Qt.KeyboardModifier.AltModifier)
    assert calls.layer.chosen == CALLS
    click(calls, CALLS[1])
    click(calls, CALLS[3], SHIFT)
    assert calls.layer.chosen == CALLS[1:]


def test_labels_of_a_locked_track_can_be_chosen_to_be_copied_and_alone(calls):
    set_notes(calls, locked=True)
    calls.drag(calls.editor.tiers, beside(calls, 0.05, "notes"), beside(calls, 0.12, "notes"))
    assert calls.layer.chosen == (NOTE,)
    click(calls, CALLS[0])
    click(calls, NOTE, CTRL)
    assert calls.layer.chosen == (CALLS[0], NOTE)
    click(calls, NOTE)
    do(calls, KEY.Key_C, CTRL)
    assert "0.1" in QGuiApplication.clipboard().text()
