"""Several labels are chosen by mouse and key, seen in all panes, and edited together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, MAIN_TRACK, Track
from audioclf_gui.gui.label.label_painter import ROW_PX

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
CALLS = tuple(Label(None, start / 100, (start + 5) / 100) for start in (5, 15, 25, 35))
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


def click(user, label, modifier=NONE):
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


def in_time(user):
    return sorted(
        ((one.start_s, one.end_s) for one in user.labels if one.track == MAIN), key=lambda span: span[0]
    )


def do(user, key, modifier=NONE):
    """Press a key of the editor."""
    user.editor.setFocus()
    user.key(key, modifier)


def test_delete_takes_all_chosen_labels_away_and_one_undo_brings_them_back(calls):
    calls.layer.choose((*CALLS[:2], NOTE))
    do(calls, KEY.Key_Delete)
    assert calls.labels == CALLS[2:]
    assert str(calls.document.undoable.what) == "delete 3 labels"
    calls.document.undo()
    assert set(calls.labels) == {*CALLS, NOTE}


def test_a_digit_gives_all_chosen_labels_a_class_and_they_stay_chosen(calls):
    calls.layer.choose((*CALLS[:2], NOTE))
    do(calls, KEY.Key_1)
    do(calls, KEY.Key_2)
    rain = calls.document.view.classes[1].id
    assert [one.class_id for one in calls.labels].count(rain) == 3
    assert len(calls.layer.chosen) == 3
    assert all(one.class_id == rain for one in calls.layer.chosen)


def test_shift_and_a_digit_add_a_class_beside_all_chosen_ones_and_take_it_away(calls):
    calls.layer.choose(CALLS[:2])
    calls.workspace.giving.toggle(calls.document.view.classes[0])
    assert len(calls.labels) == 7
    assert calls.layer.chosen == CALLS[:2]
    calls.workspace.giving.toggle(calls.document.view.classes[0])
    assert set(calls.labels) == {*CALLS, NOTE}


def test_the_menu_of_a_chosen_label_speaks_to_all_chosen_ones(calls):
    calls.layer.choose(CALLS[:2])
    tiers = calls.editor.tiers
    place = on(calls, CALLS[0])
    QApplication.sendEvent(
        tiers, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tiers.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    (tracks,) = [one.menu() for one in menu.actions() if one.text() == "Track"]
    (notes,) = [one for one in tracks.actions() if one.text() == "notes"]
    notes.trigger()
    menu.close()
    assert [one.track for one in calls.labels].count("notes") == 3
    place = on(calls, CALLS[3])
    QApplication.sendEvent(
        tiers, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tiers.mapToGlobal(place))
    )
    QApplication.activePopupWidget().close()
    assert calls.layer.chosen == (CALLS[3],), "a label that is not chosen is, when its menu is asked for"


def test_labels_are_copied_to_another_clip_in_their_distances_and_at_their_times(calls):
    calls.layer.choose((CALLS[1], CALLS[0], NOTE))
    do(calls, KEY.Key_C, CTRL)
    calls.open("new-1.wav")
    calls.view.set_cursor(0.2)
    do(calls, KEY.Key_V, CTRL)
    assert [(one.start_s, one.track) for one in calls.labels] == [(0.2, ""), (0.25, "notes"), (0.3, "")]
    assert len(calls.layer.chosen) == 3
    do(calls, KEY.Key_V, CTRL | SHIFT)
    assert {*CALLS[:2], NOTE} <= set(calls.labels)
    do(calls, KEY.Key_V, CTRL | SHIFT)
    assert len(calls.labels) == 6, "what is there already comes no second time"


def test_what_does_not_fit_behind_the_red_line_is_refused_in_words(calls):
    calls.layer.choose(CALLS)
    do(calls, KEY.Key_C, CTRL)
    calls.view.set_cursor(0.3)
    before = calls.labels
    do(calls, KEY.Key_V, CTRL)
    assert calls.labels == before
    assert "do not fit into the clip" in calls.context.message_bar.text.text()


def test_copied_labels_are_lines_for_a_spreadsheet_and_lines_from_there_can_be_pasted(calls):
    calls.layer.choose(CALLS[:1])
    do(calls, KEY.Key_1)
    do(calls, KEY.Key_C, CTRL)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "0.050000\t0.100000\tdog\n"
    clipboard.setText("0.1\t0.2\towl\n0.25\t0.3\twren\n")
    calls.open("new-1.wav")
    do(calls, KEY.Key_V, CTRL | SHIFT)
    names = {one.id: one.name for one in calls.document.view.classes}
    assert [(one.start_s, names[one.class_id]) for one in calls.labels] == [(0.1, "owl"), (0.25, "wren")]
    calls.document.undo()
    assert calls.labels == ()
    assert "owl" not in [one.name for one in calls.document.view.classes]
    clipboard.setText("a letter to a friend")
    do(calls, KEY.Key_V, CTRL)
    assert calls.labels == ()


def test_cut_labels_can_be_pasted(calls):
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_X, CTRL)
    assert in_time(calls) == [(0.25, 0.3), (0.35, 0.4)]
    calls.view.set_cursor(0.05)
    do(calls, KEY.Key_V, CTRL)
    assert set(calls.labels) == {*CALLS, NOTE}


def test_copies_come_right_behind_the_chosen_labels(calls):
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_D, CTRL)
    assert [one.start_s for one in calls.layer.chosen] == [0.2, 0.3]
    assert len(calls.labels) == 7


def test_labels_are_split_at_the_red_line_chosen_or_not(calls):
    calls.view.set_cursor(0.17)
    calls.layer.choose((CALLS[1], NOTE))
    do(calls, KEY.Key_I, CTRL)
    assert {(0.15, 0.17), (0.17, 0.2)} <= {(one.start_s, one.end_s) for one in calls.labels}
    assert [one.track for one in calls.labels].count("notes") == 2
    calls.layer.select(None)
    calls.layer.choose_track(MAIN)
    calls.view.set_cursor(0.26)
    do(calls, KEY.Key_I, CTRL)
    assert (0.25, 0.26) in in_time(calls)
    calls.layer.select(None)
    calls.view.set_cursor(0.49)
    do(calls, KEY.Key_I, CTRL)
    assert len(calls.labels) == 8


def test_labels_of_one_class_merge_and_those_of_two_are_refused_with_the_reason(calls):
    calls.layer.choose(CALLS[:3])
    do(calls, KEY.Key_J, CTRL)
    assert in_time(calls) == [(0.05, 0.3), (0.35, 0.4)]
    calls.layer.choose(calls.layer.chosen)
    do(calls, KEY.Key_1)
    calls.layer.choose([one for one in calls.labels if one.track == MAIN])
    do(calls, KEY.Key_J, CTRL)
    assert len(in_time(calls)) == 2
    assert "different classes" in calls.context.message_bar.text.text()


def test_edges_snap_to_those_of_labels_near_by_on_the_screen(calls):
    beyond = Label(None, 0.102, 0.147)
    calls.document.do(Text("label"), Change(labels={calls.clip.id: (*CALLS, NOTE, beyond)}))
    calls.layer.choose((beyond,))
    do(calls, KEY.Key_N)
    assert calls.layer.chosen == (Label(None, 0.1, 0.15),)


def test_a_locked_track_refuses_every_edit_in_words(calls):
    locked = (MAIN_TRACK, Track("notes", locked=True))
    calls.document.do(Text("lock"), Change(tracks=locked))
    before = calls.labels
    for key, modifier in ((KEY.Key_Delete, NONE), (KEY.Key_1, NONE), (KEY.Key_X, CTRL), (KEY.Key_D, CTRL)):
        calls.layer.choose((CALLS[0], NOTE))
        do(calls, key, modifier)
        assert calls.labels == before
        assert "track “notes” is locked" in calls.context.message_bar.text.text()
        calls.context.message_bar.hide()


def test_without_a_chosen_label_the_user_is_told_so(calls):
    told = []
    calls.context.status_changed.connect(told.append)
    do(calls, KEY.Key_J, CTRL)
    assert told == ["Choose labels first"]


def test_the_keys_of_edges_move_those_of_all_chosen_labels(calls):
    calls.layer.choose(CALLS[:2])
    calls.workspace.commands["end_later"].trigger()
    px_s = calls.view.s_per_px
    ends_s = sorted(one.end_s for one in calls.layer.chosen)
    assert ends_s == pytest.approx([0.1 + px_s, 0.2 + px_s], abs=1e-6)
    assert sorted(one.start_s for one in calls.layer.chosen) == [0.05, 0.15]


def test_edges_snap_to_the_grid_of_the_panel_and_starts_are_quantised(calls):
    calls.workspace.label_times.panel.step.setValue(0.2)
    calls.layer.choose(CALLS[2:3])
    do(calls, KEY.Key_G, SHIFT)
    assert calls.layer.chosen == (Label(None, 0.2, 0.25),)
    do(calls, KEY.Key_G)
    assert calls.layer.chosen == (Label(None, 0.2, 0.4),)
    assert calls.context.session.number("label/grid_s", 0.1) == 0.2


def test_edges_snap_to_zero_crossings_of_the_sound(calls):
    off = Label(None, 0.1004, 0.2003)  # a tone of 500 Hz is zero at every millisecond
    calls.document.do(Text("label"), Change(labels={calls.clip.id: (off, NOTE)}))
    calls.layer.choose((off,))
    do(calls, KEY.Key_Z)
    calls.qtbot.waitUntil(lambda: calls.layer.chosen not in ((), (off,)))
    (snapped,) = calls.layer.chosen
    assert (snapped.start_s, snapped.end_s) == pytest.approx((0.1, 0.2), abs=2e-6)
    calls.document.undo()
    assert off in calls.labels


def test_the_panel_of_times_shifts_what_is_meant_and_stays_open(calls):
    panel = calls.workspace.label_times.panel
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_T)
    assert panel.isVisible()
    panel.by.setValue(0.01)
    calls.qtbot.mouseClick(panel.buttons["shift"], LEFT)
    calls.qtbot.waitUntil(lambda: in_time(calls)[:2] == [(0.06, 0.11), (0.16, 0.21)])
    calls.qtbot.waitUntil(lambda: len(calls.layer.chosen) == 2)
    assert panel.isVisible()
    panel.meant.setCurrentIndex(1)
    assert panel.meant.currentText() == "all labels of this clip"
    calls.qtbot.mouseClick(panel.buttons["shift"], LEFT)
    calls.qtbot.waitUntil(lambda: in_time(calls)[0] == (0.07, 0.12))
    assert (0.11, 0.21) in {(one.start_s, one.end_s) for one in calls.labels if one.track == "notes"}
    panel.hide()


def test_labels_of_all_selected_clips_are_merged(calls):
    document, first = calls.document, calls.clip.id
    second = next(clip.id for clip in document.view.clips if clip.name == "new-1.wav")
    document.do(Text("label"), Change(labels={second: CALLS}))
    calls.click_row(calls.row("new-1.wav"), CTRL)
    panel = calls.workspace.label_times.panel
    do(calls, KEY.Key_T)
    panel.meant.setCurrentIndex(panel.meant.count() - 1)
    assert "2 selected clips" in panel.meant.currentText()
    panel.gap.setValue(0.11)
    calls.qtbot.mouseClick(panel.buttons["merge"], LEFT)
    calls.qtbot.waitUntil(lambda: document.view.labels(second) == (Label(None, 0.05, 0.4),))
    assert len(document.view.labels(first)) == 2
    panel.hide()


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


def test_a_name_that_is_typed_goes_to_all_chosen_labels(calls):
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_Return)
    calls.type("wren")
    calls.key(KEY.Key_Return)
    wren = next(one.id for one in calls.document.view.classes if one.name == "wren")
    assert [one.class_id for one in calls.labels].count(wren) == 2
    assert len(calls.layer.chosen) == 2
    calls.document.undo()
    assert set(calls.labels) == {*CALLS, NOTE}


def test_a_key_marks_the_chosen_labels_as_unsure_and_takes_the_mark_away(calls):
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_U)
    assert [one.certainty for one in calls.layer.chosen] == [Certainty.UNSURE] * 2
    do(calls, KEY.Key_U)
    assert set(calls.labels) == {*CALLS, NOTE}


def test_between_labels_the_menu_pastes_at_the_place_that_was_clicked(calls):
    calls.layer.choose(CALLS[:1])
    do(calls, KEY.Key_C, CTRL)
    tiers, place = calls.editor.tiers, beside(calls, 0.42)
    QApplication.sendEvent(
        tiers, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tiers.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.objectName() == "paste_labels").trigger()
    menu.close()
    (pasted,) = calls.layer.chosen
    assert pasted.start_s == pytest.approx(0.42, abs=0.002)


def test_edits_of_labels_stand_in_the_edit_menu(open_window, qtbot):
    open_window.page.desk.workspace("label")
    (menu,) = [one.menu() for one in open_window.menus.actions() if one.text() == "&Edit"]
    texts = [one.text() for one in menu.actions()]
    for text in ("Choose all labels", "Copy labels", "Delete labels", "Merge labels"):
        assert text in texts
