"""Labels are given by keys and mouse, and nothing that was typed is lost."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.class_field import ClassField

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def class_names(user, labels=None):
    names = {one.id: one.name for one in user.document.view.classes}
    return [names.get(label.class_id) for label in (user.labels if labels is None else labels)]


def add_region(user, start_s=0.1, end_s=0.3, key=KEY.Key_1):
    user.open("new-0.wav")
    user.select(start_s, end_s)
    user.key(key)
    return user.labels[-1]


def test_a_digit_without_a_selection_labels_the_clip_and_goes_on_to_the_next_unlabelled(user):
    user.open("new-0.wav")
    clip = user.clip
    user.key(KEY.Key_2)
    assert class_names(user, user.document.view.labels(clip.id)) == ["rain"]
    assert user.clip.name == "new-1.wav"


def test_going_on_can_be_switched_off(user):
    user.workspace.classes.moves_on.setChecked(False)
    user.open("new-0.wav")
    user.key(KEY.Key_1)
    assert user.clip.name == "new-0.wav"


def test_a_digit_labels_all_selected_clips_in_one_undo_step(user):
    user.open("new-0.wav")
    user.click_row(user.row("new-1.wav"), CTRL)
    ids = user.workspace.clips.selected_ids()
    user.key(KEY.Key_1)
    document = user.document
    user.qtbot.waitUntil(
        lambda: [class_names(user, document.view.labels(one)) for one in ids] == [["dog"], ["dog"]]
    )
    user.document.undo()
    assert [document.view.labels(one) for one in ids] == [(), ()]


def test_a_digit_with_a_selection_labels_that_stretch(user):
    label = add_region(user)
    assert class_names(user) == ["dog"]
    assert label.start_s == pytest.approx(0.1, abs=0.002)
    assert label.end_s == pytest.approx(0.3, abs=0.002)
    assert user.clip.name == "new-0.wav"


def test_a_digit_changes_the_class_of_the_selected_label(user):
    add_region(user)
    user.key(KEY.Key_2)
    assert class_names(user) == ["rain"]


def test_alt_drag_in_the_spectrogram_selects_a_box_whose_label_is_bounded_in_frequency(user):
    user.open("new-0.wav")
    mel = user.editor.spectrogram
    user.drag(mel, user.at(mel, 0.1, 40), user.at(mel, 0.2, 120), ALT)
    user.key(KEY.Key_1)
    (label,) = user.labels
    assert 0 < label.low_hz < label.high_hz < 8000
    assert label.end_s - label.start_s == pytest.approx(0.1, abs=0.003)


def test_label_the_selection_and_name_it_with_a_new_class(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    user.key(KEY.Key_B, CTRL)
    user.type("wren")
    user.key(KEY.Key_Return)
    assert class_names(user) == ["wren"]
    assert user.document.view.classes[-1].name == "wren"


def test_escape_drops_the_text_and_keeps_the_label(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    user.key(KEY.Key_B, CTRL)
    user.type("wr")
    user.key(KEY.Key_Escape)
    assert [label.class_id for label in user.labels] == [None]


def test_a_label_at_the_play_position_is_a_moment(user):
    user.open("new-0.wav")
    user.qtbot.mouseClick(user.editor.wave, LEFT, pos=user.at(user.editor.wave, 0.25))
    user.key(KEY.Key_M, CTRL)
    user.type("dog")
    user.key(KEY.Key_Return)
    (label,) = user.labels
    assert label.is_moment
    assert label.start_s == pytest.approx(0.25, abs=0.002)


@pytest.mark.parametrize("way", ["another clip", "focus", "shutdown", "clip from elsewhere"])
def test_text_that_was_typed_but_not_confirmed_is_kept(user, way):
    user.open("new-0.wav")
    clip = user.clip
    user.select(0.1, 0.2)
    user.key(KEY.Key_B, CTRL)
    user.type("wren")
    match way:
        case "another clip":
            user.open("rain-0.wav")
        case "focus":
            user.workspace.clips.filter.setFocus()
        case "shutdown":
            user.workspace.shutdown()
        case _:
            user.document.set_current(user.document.view.clips[0].id)
    assert class_names(user, user.document.view.labels(clip.id)) == ["wren"]


def test_a_double_click_on_a_label_edits_its_text_with_completion(user):
    label = add_region(user)
    tiers = user.editor.tiers
    user.qtbot.mouseDClick(tiers, LEFT, pos=user.at(tiers, 0.2, 15))
    field = tiers.findChild(ClassField)
    assert field is QApplication.focusWidget()
    assert field.text() == "dog"
    user.type("ra")
    assert field.offered == ["rain", "New class “ra”"]
    assert field.meant == "rain"
    user.key(KEY.Key_Escape)
    assert user.labels == (label,)


@pytest.mark.parametrize(
    ("typed", "keys", "named"),
    [
        ("ra", [(KEY.Key_Return, NONE)], "rain"),
        ("Rain", [(KEY.Key_Return, NONE)], "rain"),
        ("ra", [(KEY.Key_Return, SHIFT)], "ra"),
        ("ra", [(KEY.Key_Down, NONE), (KEY.Key_Return, NONE)], "ra"),
        ("ain", [(KEY.Key_Return, NONE)], "ain"),
        ("ain", [(KEY.Key_Up, NONE), (KEY.Key_Tab, NONE)], "rain"),
        ("ra", [(KEY.Key_Escape, NONE)], "dog"),
    ],
)
def test_enter_takes_what_is_marked_below_the_name(user, typed, keys, named):
    add_region(user)
    user.key(KEY.Key_Return)
    user.type(typed)
    marked = user.editor.tiers.findChild(ClassField).list.currentItem().text()
    assert marked == ("rain" if typed[0].lower() == "r" else f"New class “{typed}”")
    for key, modifier in keys:
        user.key(key, modifier)
    assert class_names(user, user.labels) == [named]


def test_a_click_in_the_list_below_a_name_takes_it(user):
    add_region(user)
    user.key(KEY.Key_Return)
    user.type("ra")
    field = user.editor.tiers.findChild(ClassField)
    place = field.list.visualItemRect(field.list.item(1)).center()
    user.qtbot.mouseClick(field.list.viewport(), LEFT, pos=place)
    assert class_names(user, user.labels) == ["ra"]


def test_tab_goes_from_label_to_label_and_f6_leaves(user):
    add_region(user, 0.1, 0.2)
    user.select(0.3, 0.4)
    user.key(KEY.Key_2)
    assert QApplication.focusWidget() is user.editor
    user.key(KEY.Key_Backtab, SHIFT)
    assert user.layer.selected.start_s == pytest.approx(0.1, abs=0.002)
    user.key(KEY.Key_Tab)
    assert user.layer.selected.start_s == pytest.approx(0.3, abs=0.002)
    user.key(KEY.Key_F6)
    assert QApplication.focusWidget() is user.workspace.clips.table


def test_delete_removes_the_selected_label(user):
    add_region(user)
    user.key(KEY.Key_Delete)
    assert user.labels == ()
    user.document.undo()
    assert len(user.labels) == 1


def test_dragging_an_edge_writes_once_and_one_undo_takes_it_back(user):
    label = add_region(user)
    tiers = user.editor.tiers
    steps = len(user.document.project.catalogue.history())
    user.drag(tiers, user.at(tiers, 0.3, 15), user.at(tiers, 0.4, 15))
    (moved,) = user.labels
    assert moved.start_s == label.start_s
    assert moved.end_s == pytest.approx(0.4, abs=0.003)
    assert len(user.document.project.catalogue.history()) == steps + 1
    user.document.undo()
    assert user.labels == (label,)


def test_dragging_the_body_moves_the_label_and_keeps_its_length(user):
    label = add_region(user)
    tiers = user.editor.tiers
    user.drag(tiers, user.at(tiers, 0.2, 15), user.at(tiers, 0.25, 15))
    (moved,) = user.labels
    assert moved.start_s == pytest.approx(0.15, abs=0.003)
    assert moved.end_s - moved.start_s == pytest.approx(label.end_s - label.start_s)


def test_escape_puts_a_label_back_that_is_being_dragged(user):
    label = add_region(user)
    tiers = user.editor.tiers
    QTest.mousePress(tiers, LEFT, pos=user.at(tiers, 0.3, 15))
    user.move(tiers, user.at(tiers, 0.4, 15))
    assert user.layer.drag is not None
    user.key(KEY.Key_Escape)
    QTest.mouseRelease(tiers, LEFT, pos=user.at(tiers, 0.4, 15))
    assert user.labels == (label,)


def test_brackets_move_the_edges_of_the_selected_label_to_the_cursor(user):
    add_region(user)
    user.view.set_cursor(0.15)
    user.key(KEY.Key_BracketLeft)
    assert user.labels[0].start_s == pytest.approx(0.15)
    user.view.set_cursor(0.35)
    user.key(KEY.Key_BracketRight)
    assert user.labels[0].end_s == pytest.approx(0.35)


@pytest.mark.parametrize(("key", "time_s"), [(KEY.Key_BracketLeft, 0.4), (KEY.Key_BracketRight, 0.05)])
def test_a_bracket_squeezes_no_label_to_a_moment(user, key, time_s):
    label = add_region(user)
    user.view.set_cursor(time_s)
    user.key(key)
    assert user.labels == (label,)


def test_overlapping_labels_stack_in_rows_of_their_own(user):
    add_region(user, 0.1, 0.3)
    height = user.editor.tiers.height()
    user.document.do(Text("add"), _more(user, Label(None, 0.2, 0.4)))
    assert user.layer.tiers[user.layer.selected_tier].lane_count == 2
    assert user.editor.tiers.height() > height
    user.qtbot.mouseClick(user.editor.tiers, LEFT, pos=user.at(user.editor.tiers, 0.35, 38))
    assert user.layer.selected == Label(None, 0.2, 0.4)


def test_shift_click_extends_the_selection(user):
    user.open("new-0.wav")
    user.select(0.1, 0.2)
    wave = user.editor.wave
    user.qtbot.mouseClick(wave, LEFT, SHIFT, user.at(wave, 0.35))
    assert user.view.selection.start_s == pytest.approx(0.1, abs=0.002)
    assert user.view.selection.end_s == pytest.approx(0.35, abs=0.002)


def test_the_wheel_scrolls_and_ctrl_wheel_zooms_at_the_pointer(user):
    user.open("new-0.wav")
    wave = user.editor.wave
    place = user.at(wave, 0.2)
    before_s = user.view.seconds_at(place.x() - 58)
    for _ in range(8):
        _wheel(wave, place, 120, CTRL)
    assert user.view.end_s - user.view.t0_s < 0.15
    assert user.view.seconds_at(place.x() - 58) == pytest.approx(before_s, abs=1e-6)
    left_s = user.view.t0_s
    _wheel(wave, place, -120)
    assert user.view.t0_s > left_s
    user.key(KEY.Key_F, SHIFT)
    assert user.view.is_fitted


def test_an_edit_that_cannot_be_saved_is_said_and_changes_nothing(user, monkeypatch):
    def full(*_, **__):
        raise UserError(Text("The disk is full"), remedy=Text("Free some space."))

    user.open("new-0.wav")
    monkeypatch.setattr(user.document.project.catalogue, "apply", full)
    user.key(KEY.Key_1)
    assert user.labels == ()
    assert user.clip.name == "new-0.wav"
    assert user.context.message_bar.text.text() == "The disk is full"


def test_find_sounds_labels_every_sound_in_one_step(user):
    user.open("new-0.wav")
    user.workspace.finding.panel.set_classes(user.document.view.classes)
    user.workspace.commands["find_sounds"].trigger()
    assert user.workspace.finding.panel.isVisible()
    user.workspace.finding.panel.go.click()
    user.qtbot.waitUntil(lambda: len(user.labels) == 1)
    assert user.labels[0].end_s == pytest.approx(0.5, abs=0.02)
    user.document.undo()
    assert user.labels == ()


def test_find_sounds_looks_through_every_clip_that_is_selected(user):
    user.open("new-0.wav")
    user.click_row(user.row("new-1.wav"), CTRL)
    ids = user.workspace.clips.selected_ids()
    user.workspace.finding.panel.set_classes(user.document.view.classes)
    user.workspace.commands["find_sounds"].trigger()
    user.workspace.finding.panel.go.click()
    user.qtbot.waitUntil(lambda: all(len(user.document.view.labels(one)) == 1 for one in ids))
    assert str(user.document.undoable.what) == "find 2 sounds"
    assert len(list((user.document.project.folder / "snapshots").glob("*before*"))) == 1


def _more(user, label):
    return edits.add_label(user.document.view, user.clip.id, label)


def _wheel(widget, place: QPoint, delta: int, modifier=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_name_of_a_moment_ends_before_the_next_label(user):
    user.open("new-0.wav")
    tiers, after = user.editor.tiers, Label(2, 0.205, 0.21)
    behind = QRect(user.at(tiers, 0.215, 0), user.at(tiers, 0.3, 22))
    pictures = []
    for labels in ((after,), (Label(1, 0.2, 0.2), after)):
        user.document.do(Text("label"), Change(labels={user.clip.id: labels}))
        pictures.append(tiers.grab(behind).toImage())
    assert pictures[0] == pictures[1]
