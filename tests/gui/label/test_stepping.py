"""The cursor and the edges of what is selected, moved by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from audioclf_gui.core.change import Change
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track
from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editing(user):
    user.open("rain-0.wav")
    user.editor.setFocus()
    return user


@pytest.mark.parametrize(("held", "pixels"), [(PLAIN, 1), (SHIFT, 10)])
def test_comma_and_dot_move_the_cursor_by_pixels_whatever_the_zoom(editing, held, pixels):
    for _ in range(2):
        editing.view.set_cursor(0.25)
        editing.key(KEY.Key_Period, held)
        assert editing.view.cursor_s == pytest.approx(0.25 + pixels * editing.view.s_per_px)
        editing.key(KEY.Key_Comma, held)
        assert editing.view.cursor_s == pytest.approx(0.25)
        editing.key(KEY.Key_1, CTRL)


def test_a_page_moves_cursor_and_view_together_and_stops_at_the_ends(editing):
    editing.view.show_span(0.0, 0.1)
    editing.view.set_cursor(0.02)
    editing.key(KEY.Key_Period, CTRL)
    assert editing.view.cursor_s == pytest.approx(0.12)
    assert editing.view.t0_s == pytest.approx(0.1)
    for _ in range(9):
        editing.key(KEY.Key_Period, CTRL)
    assert editing.view.cursor_s == pytest.approx(0.5)
    for _ in range(9):
        editing.key(KEY.Key_Comma, CTRL)
    assert editing.view.cursor_s == 0.0
    assert editing.view.t0_s == 0.0


@pytest.mark.parametrize(
    ("key", "held", "start_px", "end_px"),
    [
        (KEY.Key_Left, SHIFT, -1, 0),
        (KEY.Key_Right, SHIFT, 0, 1),
        (KEY.Key_Right, SHIFT | CTRL, 1, 0),
        (KEY.Key_Left, SHIFT | CTRL, 0, -1),
        (KEY.Key_Left, SHIFT | ALT, -10, 0),
        (KEY.Key_Right, SHIFT | ALT, 0, 10),
        (KEY.Key_Right, SHIFT | CTRL | ALT, 10, 0),
        (KEY.Key_Left, SHIFT | CTRL | ALT, 0, -10),
    ],
)
def test_arrows_move_either_edge_of_the_selection(editing, key, held, start_px, end_px):
    editing.view.select(Selection(0.2, 0.3))
    editing.key(key, held)
    pixel_s = editing.view.s_per_px
    assert editing.view.selection.start_s == pytest.approx(0.2 + start_px * pixel_s)
    assert editing.view.selection.end_s == pytest.approx(0.3 + end_px * pixel_s)


def test_edges_of_the_selected_label_move_with_its_class_kept_and_undo_brings_them_back(editing):
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_1)
    (before,) = [label for label in editing.labels if label.start_s is not None]
    editing.key(KEY.Key_Right, SHIFT)
    (after,) = [label for label in editing.labels if label.start_s is not None]
    assert after.class_id == before.class_id
    assert after.end_s == pytest.approx(0.3 + editing.view.s_per_px)
    assert editing.layer.selected == after
    editing.document.undo()
    assert before in editing.labels


def test_a_stretch_that_is_made_smaller_never_becomes_a_moment_nor_turns_over(editing):
    editing.view.select(Selection(0.2, 0.2 + 3 * editing.view.s_per_px))
    for _ in range(4):
        editing.key(KEY.Key_Left, SHIFT | CTRL | ALT)
    assert editing.view.selection.start_s == pytest.approx(0.2)
    assert editing.view.selection.duration_s == pytest.approx(editing.view.s_per_px)


def test_q_makes_a_box_whose_edges_move_by_keys(editing):
    spectrogram = editing.editor.spectrogram
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_Q)
    low_hz, high_hz = editing.view.selection.band_hz
    editing.key(KEY.Key_Up, SHIFT)
    editing.key(KEY.Key_Down, SHIFT | ALT)
    assert editing.view.selection.high_hz == pytest.approx(spectrogram.moved_hz(high_hz, 1))
    assert editing.view.selection.low_hz == pytest.approx(spectrogram.moved_hz(low_hz, -10))
    editing.key(KEY.Key_Down, SHIFT | CTRL)
    editing.key(KEY.Key_Up, SHIFT | CTRL | ALT)
    assert editing.view.selection.band_hz == pytest.approx((low_hz, high_hz))
    editing.key(KEY.Key_Q)
    assert editing.view.selection == Selection(0.2, 0.3)
    editing.key(KEY.Key_Q)
    assert editing.view.selection.band_hz == pytest.approx((low_hz, high_hz))


def test_alt_with_comma_and_dot_goes_from_edge_to_edge_and_with_shift_selects_up_to_it(editing):
    for start_s, end_s in ((0.1, 0.2), (0.3, 0.4)):
        editing.view.select(Selection(start_s, end_s))
        editing.key(KEY.Key_1)
        editing.key(KEY.Key_Escape)
    editing.key(KEY.Key_Home)
    for expected in (0.1, 0.2, 0.3):
        editing.key(KEY.Key_Period, ALT)
        assert editing.view.cursor_s == pytest.approx(expected)
    editing.key(KEY.Key_Comma, ALT)
    assert editing.view.cursor_s == pytest.approx(0.2)
    editing.key(KEY.Key_Period, ALT | SHIFT)
    assert editing.view.selection == Selection(0.2, 0.3)
    editing.key(KEY.Key_Comma, ALT | SHIFT)
    assert editing.view.selection == Selection(0.1, 0.3)


def test_zooms_can_be_gone_back_over_with_their_bands_and_forward_again(editing, qtbot):
    view, spectrogram, zooms = editing.view, editing.editor.spectrogram, editing.workspace.zooms

    def seen():
        return view.t0_s, view.end_s, spectrogram.axis.low_hz, spectrogram.axis.high_hz

    def press(key, held):
        editing.key(key, held)
        qtbot.waitUntil(lambda: zooms.is_settled)
        qtbot.waitUntil(lambda: spectrogram.axis == spectrogram.spectrogram_view.band(16_000))
        return seen()

    whole = seen()
    near = press(KEY.Key_1, CTRL)
    narrow = press(KEY.Key_1, CTRL | ALT)
    assert len({whole, near, narrow}) == 3
    assert press(KEY.Key_Left, ALT) == pytest.approx(near)
    assert press(KEY.Key_Left, ALT) == pytest.approx(whole)
    assert press(KEY.Key_Left, ALT) == pytest.approx(whole)
    assert press(KEY.Key_Right, ALT) == pytest.approx(near)
    assert press(KEY.Key_Right, ALT) == pytest.approx(narrow)
    editing.open("dog-0.wav")
    editing.editor.setFocus()
    assert not zooms.step(-1)


def test_zoom_normal_goes_to_the_cursor_if_it_is_in_view_and_stays_where_one_looks_if_not(user):
    user.view.show_clip(60.0)
    user.editor.setFocus()
    user.view.set_cursor(40.0)
    user.key(KEY.Key_2, CTRL)
    assert (user.view.t0_s + user.view.end_s) / 2 == pytest.approx(40.0)
    user.view.show_span(10.0, 20.0)
    user.key(KEY.Key_2, CTRL)
    assert (user.view.t0_s + user.view.end_s) / 2 == pytest.approx(15.0)


def test_zoom_normal_and_the_toggle_keep_the_selection_in_the_middle(user):
    user.view.show_clip(60.0)
    user.editor.setFocus()
    user.view.select(Selection(40.0, 41.0))
    user.key(KEY.Key_2, CTRL)
    assert user.view.t0_s == pytest.approx(38.0, abs=0.01)
    assert user.view.end_s == pytest.approx(43.0, abs=0.01)
    user.key(KEY.Key_1, CTRL)
    close = user.view.s_per_px
    user.key(KEY.Key_Z, SHIFT)
    assert user.view.end_s - user.view.t0_s == pytest.approx(5.0)
    user.key(KEY.Key_Z, SHIFT)
    assert user.view.s_per_px == pytest.approx(close)
    assert user.view.t0_s < 40.5 < user.view.end_s


def test_what_is_selected_moves_as_a_whole_and_stops_at_the_ends(editing):
    pixel_s = editing.view.s_per_px
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_BracketRight, CTRL)
    assert editing.view.selection.start_s == pytest.approx(0.2 + pixel_s)
    assert editing.view.selection.duration_s == pytest.approx(0.1)
    editing.view.select(Selection(0.4, 0.5))
    editing.key(KEY.Key_BracketRight, CTRL | SHIFT)
    assert editing.view.selection.start_s == pytest.approx(0.4)
    editing.key(KEY.Key_Home, SHIFT)
    assert editing.view.selection == Selection(0.0, 0.5)


def test_the_whole_clip_is_selected_by_a_key(editing):
    editing.key(KEY.Key_A, CTRL | SHIFT)
    assert editing.view.selection == Selection(0.0, editing.view.duration_s)


def test_z_puts_the_edges_of_the_selection_where_the_sound_passes_through_zero(editing, qtbot):
    editing.view.select(Selection(0.1004, 0.3003))  # a tone of 900 Hz is zero every 1/1800 s
    editing.key(KEY.Key_Z)
    qtbot.waitUntil(lambda: editing.view.selection.start_s != 0.1004)
    assert editing.view.selection.start_s * 1800 == pytest.approx(181, abs=0.02)
    assert editing.view.selection.end_s * 1800 == pytest.approx(541, abs=0.02)


def test_z_without_a_selection_moves_the_cursor_to_a_zero_crossing(editing, qtbot):
    editing.view.set_cursor(0.1004)
    editing.key(KEY.Key_Z)
    qtbot.waitUntil(lambda: editing.view.cursor_s != 0.1004)
    assert editing.view.cursor_s * 1800 == pytest.approx(181, abs=0.02)
    assert editing.view.selection is None


def labels_with_edges(editing):
    return [label for label in editing.labels if label.start_s is not None]


def test_steps_of_one_edge_are_undone_together_and_those_of_the_other_edge_by_themselves(editing):
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_1)
    (made,) = labels_with_edges(editing)
    for _ in range(5):
        editing.key(KEY.Key_Right, SHIFT)
    (longer,) = labels_with_edges(editing)
    for _ in range(3):
        editing.key(KEY.Key_Left, SHIFT)
    editing.document.undo()
    assert labels_with_edges(editing) == [longer]
    editing.document.undo()
    assert labels_with_edges(editing) == [made]
    editing.document.redo()
    assert labels_with_edges(editing) == [longer]
    editing.document.undo()
    editing.document.undo()
    assert labels_with_edges(editing) == []


def test_another_edit_in_between_begins_another_step(editing):
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_1)
    editing.key(KEY.Key_Right, SHIFT)
    editing.key(KEY.Key_2)
    (other_class,) = labels_with_edges(editing)
    editing.key(KEY.Key_Right, SHIFT)
    editing.key(KEY.Key_Right, SHIFT)
    editing.document.undo()
    assert labels_with_edges(editing) == [other_class]


def test_the_menus_of_label_track_and_times_open_by_keys(editing):
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_1)
    editing.key(KEY.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert editing.workspace.commands["delete_label"] in menu.actions()
    menu.close()
    for command in ("tracks", "time_kind"):
        editing.workspace.commands[command].trigger()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), command
        menu.close()


def test_the_track_of_new_labels_is_chosen_by_a_key(editing):
    editing.document.do(Text("add track"), Change(tracks=(MAIN_TRACK, Track("calls"))))
    editing.key(KEY.Key_F6, SHIFT)
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_1)
    (label,) = labels_with_edges(editing)
    assert label.track == "calls"
    editing.key(KEY.Key_F6, SHIFT)
    assert editing.layer.current_track.name != "calls"


def test_a_screen_reader_is_told_where_the_cursor_is_and_what_is_selected(editing):
    editing.key(KEY.Key_Period, SHIFT)
    assert editing.editor.accessibleDescription() == f"Cursor at {editing.view.cursor_s:.3f} s"
    editing.view.select(Selection(0.2, 0.3))
    editing.key(KEY.Key_Right, SHIFT)
    assert f"0.200 – {editing.view.selection.end_s:.3f} s" in editing.editor.accessibleDescription()
