"""All chosen labels are edited together, each time as one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Certainty, Label
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN, MAIN_TRACK, Track

from .calls import CALLS, CTRL, KEY, LEFT, NONE, NOTE, SHIFT, beside, do, in_time, on


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
    for text in ("Copy labels", "Delete labels", "Merge labels"):
        assert text in texts


def test_edges_that_are_dragged_snap_to_near_ones_when_that_is_wanted(calls):
    tiers, near_s = calls.editor.tiers, 0.15 - 5 * calls.view.s_per_px
    calls.drag(tiers, beside(calls, 0.1), beside(calls, near_s))
    dragged = calls.layer.selected
    assert dragged.end_s == pytest.approx(near_s, abs=1.5 * calls.view.s_per_px)
    assert dragged.end_s < 0.15
    calls.document.undo()
    do(calls, KEY.Key_N, SHIFT)
    calls.drag(tiers, beside(calls, 0.1), beside(calls, near_s))
    assert calls.layer.selected == Label(None, 0.05, 0.15)
    calls.document.undo()
    calls.view.set_cursor(0.42)
    middle_s = (CALLS[3].start_s + CALLS[3].end_s) / 2
    to_s = middle_s + 0.02 + 4 * calls.view.s_per_px
    calls.drag(tiers, beside(calls, middle_s), beside(calls, to_s))
    assert calls.layer.selected.end_s == pytest.approx(0.42, abs=1e-9), "a body by the nearer of its edges"
    assert calls.context.session.flag("label/snaps", False)


def test_the_keys_of_the_clipboard_mean_the_text_while_a_name_is_typed(calls):
    calls.layer.choose(CALLS[:1])
    do(calls, KEY.Key_Return)
    calls.type("wren")
    for key in (KEY.Key_A, KEY.Key_C, KEY.Key_X, KEY.Key_V):
        calls.key(key, CTRL)
    assert QGuiApplication.clipboard().text() == "wren"
    calls.key(KEY.Key_Return)
    assert len(calls.labels) == 5
    assert calls.document.view.classes[-1].name == "wren"
    assert calls.editor.accessibleDescription().startswith("wren, 0.050")
    calls.layer.choose(CALLS[1:3])
    assert calls.editor.accessibleDescription().endswith("2 labels are chosen")


def test_copied_labels_are_pasted_into_all_selected_clips_as_one_step(calls):
    document = calls.document
    calls.layer.choose((CALLS[0], NOTE))
    do(calls, KEY.Key_C, CTRL)
    names = ("new-1.wav", "rain-0.wav")
    ids = [next(clip.id for clip in document.view.clips if clip.name == name) for name in names]
    before = [document.view.labels(one) for one in ids]
    calls.click_row(calls.row(names[0]))
    calls.click_row(calls.row(names[1]), CTRL)
    calls.key(KEY.Key_V, CTRL | Qt.KeyboardModifier.AltModifier)
    calls.qtbot.waitUntil(lambda: all({CALLS[0], NOTE} <= set(document.view.labels(one)) for one in ids))
    document.undo()
    assert [document.view.labels(one) for one in ids] == before


@pytest.mark.parametrize("name", ["wave", "spectrogram", "tiers"])
def test_what_is_drawn_between_labels_adjoins_them_when_edges_snap(calls, name):
    pane, px_s = getattr(calls.editor, name), calls.view.s_per_px
    do(calls, KEY.Key_N, SHIFT)
    calls.layer.select(None)
    y = beside(calls, 0.3).y() if name == "tiers" else None
    from_s, to_s = 0.3 + 7 * px_s, 0.35 - 7 * px_s
    calls.drag(pane, calls.at(pane, from_s, y), calls.at(pane, to_s, y))
    assert (calls.view.selection.start_s, calls.view.selection.end_s) == (0.3, 0.35)


def test_of_labels_that_a_digit_makes_equal_one_is_left_and_that_is_said(calls, qtbot):
    calls.layer.choose(CALLS[:1])
    do(calls, KEY.Key_1)
    calls.workspace.giving.toggle(calls.document.view.classes[1])
    assert len(calls.labels) == 6, "the same stretch is both"
    calls.layer.choose([one for one in calls.labels if one.start_s == CALLS[0].start_s])
    with qtbot.waitSignal(calls.context.status_changed) as said:
        do(calls, KEY.Key_2)
    assert said.args == ["1 label is one with another one now, to which it was equal"]
    assert len(calls.labels) == 5
    assert [one.class_id for one in calls.layer.chosen] == [calls.document.view.classes[1].id]
    calls.document.undo()
    assert len(calls.labels) == 6
    assert len(calls.layer.chosen) == 2


def test_a_name_that_makes_a_label_equal_to_another_one_leaves_one_that_is_selected(calls):
    calls.layer.choose(CALLS[:1])
    do(calls, KEY.Key_1)
    calls.workspace.giving.toggle(calls.document.view.classes[1])
    calls.layer.choose([one for one in calls.labels if one.class_id == calls.document.view.classes[1].id])
    do(calls, KEY.Key_Return)
    calls.type("dog")
    calls.key(KEY.Key_Return)
    assert len(calls.labels) == 5
    assert calls.layer.selected in calls.labels


MANY = tuple(Label(None, at / 10_000, (at + 0.5) / 10_000) for at in range(4500))


@pytest.fixture
def many(calls, qtbot):
    """A clip with thousands of labels, all chosen; meanwhile the thread of the window has to be free."""
    calls.document.do(Text("label"), Change(labels={calls.clip.id: MANY}))
    qtbot.waitUntil(lambda: not calls.context.tasks.running)
    do(calls, KEY.Key_A, CTRL)
    assert len(calls.layer.chosen) == len(MANY)
    return calls


def made_beside(user, act):
    """What an action makes is made in the background."""
    before = user.document.view
    act()
    assert user.document.view is before
    assert user.context.tasks.running
    user.qtbot.waitUntil(lambda: not user.context.tasks.running)


def test_thousands_of_labels_of_a_clip_are_edited_beside_the_window_and_stay_chosen(many):
    classes = many.document.view.classes
    made_beside(many, lambda: do(many, KEY.Key_2))
    assert {one.class_id for one in many.labels} == {classes[1].id}
    assert set(many.layer.chosen) == set(many.labels)
    made_beside(many, many.document.undo)
    assert set(many.labels) == set(MANY)
    assert set(many.layer.chosen) == set(MANY), "undo is one step and chooses them again"
    made_beside(many, many.document.redo)
    assert set(many.layer.chosen) == set(many.labels)
    made_beside(many, lambda: do(many, KEY.Key_Delete))
    assert many.labels == ()
    made_beside(many, many.document.undo)
    assert len(many.layer.chosen) == len(MANY)


def test_what_thousands_of_labels_may_not_become_is_told_and_nothing_changes(many):
    many.document.do(Text("lock"), Change(tracks=(replace(MAIN_TRACK, locked=True),)))
    before = many.labels
    do(many, KEY.Key_Delete)
    many.qtbot.waitUntil(lambda: not many.context.tasks.running)
    assert many.labels == before
    assert "is locked" in many.context.message_bar.text.text()


def test_undo_of_copies_chooses_those_again_of_which_they_were_made_and_redo_the_copies(calls):
    calls.layer.choose((CALLS[0], NOTE))
    do(calls, KEY.Key_D, CTRL)
    copies = calls.layer.chosen
    assert len(calls.labels) == 7
    QApplication.processEvents()
    calls.layer.select(None)
    calls.document.undo()
    assert calls.layer.chosen == (CALLS[0], NOTE)
    calls.document.redo()
    assert calls.layer.chosen == copies


def test_undo_and_redo_choose_what_was_chosen_step_by_step(calls):
    calls.layer.choose(CALLS[:2])
    do(calls, KEY.Key_1)
    named = calls.layer.chosen
    QApplication.processEvents()
    calls.layer.choose((NOTE,))
    do(calls, KEY.Key_Delete)
    calls.document.undo()
    assert calls.layer.chosen == (NOTE,)
    calls.document.undo()
    assert set(calls.layer.chosen) == set(CALLS[:2])
    calls.document.redo()
    assert set(calls.layer.chosen) == set(named)
