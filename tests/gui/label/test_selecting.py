"""What is selected is the label or a stretch, never both apart; undo gives back what it took."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core import edits
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.view_state import Selection

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def with_label(user):
    """A clip with a label from 0.1 to 0.3 s, which is selected."""
    user.open("new-0.wav")
    user.select(0.1, 0.3)
    user.key(KEY.Key_1)
    return user


def classes(user):
    names = {one.id: one.name for one in user.document.view.classes}
    return [names.get(label.class_id) for label in user.labels]


def test_after_undo_the_next_digit_changes_the_label_and_doubles_nothing(with_label):
    user = with_label
    user.key(KEY.Key_2)
    user.document.undo()
    assert user.layer.selected == user.labels[0]
    user.key(KEY.Key_2)
    assert classes(user) == ["rain"]


def test_undo_of_a_new_label_gives_its_stretch_back_and_redo_the_label(with_label):
    user = with_label
    (label,) = user.labels
    user.document.undo()
    assert user.layer.selected is None
    assert user.view.selection == Selection(label.start_s, label.end_s)
    user.document.redo()
    assert user.layer.selected == label
    user.key(KEY.Key_2)
    assert classes(user) == ["rain"]


def test_undo_of_a_deletion_selects_what_came_back(with_label):
    user = with_label
    user.key(KEY.Key_Delete)
    user.view.select(None)
    user.document.undo()
    assert user.layer.selected == user.labels[0]
    user.document.redo()
    assert user.layer.selected is None


def test_undo_of_a_move_selects_the_label_where_it_was(with_label):
    user = with_label
    user.view.set_cursor(0.15)
    user.key(KEY.Key_BracketLeft)
    user.view.select(None)
    user.document.undo()
    assert user.layer.selected == user.labels[0]
    assert user.view.selection == Selection(user.labels[0].start_s, user.labels[0].end_s)


def test_of_many_labels_that_come_back_none_is_selected(user):
    user.open("new-0.wav")
    before = user.document.undoable.id
    for start_s in (0.1, 0.2, 0.3):
        label = Label(None, start_s, start_s + 0.05)
        user.document.do(Text("add label"), edits.add_label(user.document.view, user.clip.id, label))
    last = user.document.undoable.id
    user.document.go_to(before)
    assert user.labels == ()
    user.document.go_to(last)
    assert len(user.labels) == 3
    assert user.layer.selected is None


def test_undo_in_another_clip_leaves_the_selection_alone(with_label):
    user = with_label
    user.open("new-1.wav")
    user.select(0.2, 0.4)
    chosen = user.view.selection
    user.document.undo()
    assert user.view.selection == chosen


def test_another_stretch_deselects_the_label(with_label):
    user = with_label
    user.view.select(Selection(0.35, 0.45))
    assert user.layer.selected is None
    user.key(KEY.Key_2)
    assert classes(user) == ["dog", "rain"]


def test_a_label_beyond_the_end_of_the_clip_stays_selected(user):
    user.open("new-0.wav")
    label = Label(None, 0.3, 2.0)
    user.document.do(Text("add label"), edits.add_label(user.document.view, user.clip.id, label))
    user.layer.select(label)
    assert user.layer.selected == label
    assert user.view.selection == Selection(0.3, user.view.duration_s)
