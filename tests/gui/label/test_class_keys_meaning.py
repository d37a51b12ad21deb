"""What a digit labels: one rule for keys and clicks, told in the status line, and nothing large unasked."""

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import Change
from audioclf_gui.core.class_target import LONG_S
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.label import Label
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.jobs.writing import AddClips

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
REGION = Label(1, 0.1, 0.2)


@pytest.fixture
def with_region(user):
    """A clip in which somebody labels regions; nothing is selected."""
    user.open("new-0.wav")
    user.document.do(Text("label"), Change(labels={user.clip.id: (REGION,)}))
    return user


@pytest.fixture
def heard(player, user):
    """A clip with a region is being played, and 0.3 s of it have been heard."""
    user.open("new-0.wav")
    user.document.do(Text("label"), Change(labels={user.clip.id: (REGION,)}))
    user.key(KEY.Key_Space)
    assert player.is_playing
    hear(user, 0.3)
    return user


def hear(user, time_s):
    user.context.player.position_changed.emit(time_s)


def whole(user):
    return [label.class_id for label in user.labels if label.is_whole_clip]


def regions(user):
    return [label for label in user.labels if not label.is_whole_clip]


def test_a_clip_with_regions_is_labelled_as_a_whole_only_after_a_question(with_region):
    user = with_region
    question = user.workspace.giving.question
    user.key(KEY.Key_2)
    assert user.labels == (REGION,)
    assert question.isVisible()
    assert "rain" in question.text.text()
    user.workspace.classes.moves_on.setChecked(False)
    user.qtbot.mouseClick(question.yes, LEFT)
    assert whole(user) == [2]
    assert regions(user) == [REGION]
    assert not question.isVisible()


def test_the_same_key_again_is_the_answer_and_another_one_asks_anew(with_region):
    user = with_region
    user.workspace.classes.moves_on.setChecked(False)
    user.key(KEY.Key_2)
    user.key(KEY.Key_1)
    assert whole(user) == []
    user.key(KEY.Key_1)
    assert whole(user) == [1]


def test_return_says_yes_to_the_question(with_region):
    user = with_region
    user.workspace.classes.moves_on.setChecked(False)
    user.key(KEY.Key_2)
    user.key(KEY.Key_Return)
    assert whole(user) == [2]
    assert not user.workspace.giving.question.isVisible()


@pytest.mark.parametrize("way", ["escape", "another clip", "a selection", "its button"])
def test_the_question_goes_when_it_is_not_meant(with_region, way):
    user = with_region
    question = user.workspace.giving.question
    user.key(KEY.Key_2)
    match way:
        case "escape":
            user.key(KEY.Key_Escape)
        case "another clip":
            user.open("rain-0.wav")
        case "a selection":
            user.select(0.3, 0.4)
        case _:
            user.qtbot.mouseClick(question.no, LEFT)
    assert not question.isVisible()
    if way == "another clip":
        user.open("new-0.wav")
    if way == "a selection":
        user.view.select(None)
    user.key(KEY.Key_2)
    assert whole(user) == []
    assert question.isVisible()


def test_a_long_clip_is_not_labelled_as_a_whole_unasked(user, tone):
    found = ingest([Candidate(tone("audio/long.wav", seconds=LONG_S + 1), "")])
    user.document.write(AddClips(tuple(one for one in found if isinstance(one, FoundClip))))
    user.open("long.wav")
    user.key(KEY.Key_1)
    assert user.labels == ()
    assert user.workspace.giving.question.isVisible()


def test_a_short_clip_that_is_heard_is_labelled_as_a_whole(player, user):
    user.open("new-0.wav")
    user.workspace.classes.moves_on.setChecked(False)
    user.key(KEY.Key_Space)
    assert player.is_playing
    hear(user, 0.3)
    user.key(KEY.Key_1)
    assert whole(user) == [1]


def test_a_class_beside_others_asks_too(with_region):
    user = with_region
    user.key(KEY.Key_2, SHIFT)
    assert user.labels == (REGION,)
    assert user.workspace.giving.question.isVisible()
    user.key(KEY.Key_2, SHIFT)
    assert whole(user) == [2]


def test_a_click_on_a_class_follows_the_same_rule(with_region):
    user = with_region
    user.workspace.classes.class_chosen.emit(user.document.view.classes[1])
    assert user.labels == (REGION,)
    assert user.workspace.giving.question.isVisible()


def test_a_digit_while_listening_labels_moment_after_moment(heard):
    user = heard
    user.key(KEY.Key_2)
    hear(user, 0.4)
    user.key(KEY.Key_1)
    moments = [label for label in regions(user) if label.is_moment]
    assert [(one.class_id, one.start_s) for one in moments] == [(2, 0.3), (1, 0.4)]
    assert whole(user) == []
    assert user.layer.selected is None
    user.document.undo()
    assert len(regions(user)) == 2


def test_i_and_o_mark_a_stretch_while_listening_and_the_digit_labels_it(heard):
    user = heard
    user.key(KEY.Key_I)
    assert user.view.marks.in_s == 0.3
    hear(user, 0.4)
    user.key(KEY.Key_O)
    assert user.view.selection == Selection(0.3, 0.4)
    user.key(KEY.Key_2)
    hear(user, 0.45)
    user.key(KEY.Key_I)
    hear(user, 0.5)
    user.key(KEY.Key_1)
    made = [(one.class_id, one.start_s, one.end_s) for one in regions(user) if one != REGION]
    assert made == [(2, 0.3, 0.4), (1, 0.45, 0.5)]
    assert user.layer.selected is None


def test_marks_in_silence_select_a_stretch_and_begin_anew_after_it_is_labelled(with_region):
    user = with_region
    for key, time_s in ((KEY.Key_I, 0.3), (KEY.Key_O, 0.4)):
        user.view.set_cursor(time_s)
        user.key(key)
    user.key(KEY.Key_2)
    assert user.layer.selected == Label(2, 0.3, 0.4)
    user.view.set_cursor(0.45)
    user.key(KEY.Key_I)
    assert user.layer.selected is None
    user.view.set_cursor(0.48)
    user.key(KEY.Key_2)
    assert [one.start_s for one in regions(user)] == [0.1, 0.3, 0.45]


def test_escape_forgets_a_mark(with_region):
    user = with_region
    user.key(KEY.Key_I)
    user.key(KEY.Key_Escape)
    assert user.view.marks.in_s is None


def test_a_drawn_selection_forgets_the_marks(with_region):
    user = with_region
    user.view.set_cursor(0.3)
    user.key(KEY.Key_I)
    user.select(0.35, 0.4)
    assert user.view.marks.in_s is None
    user.key(KEY.Key_2)
    assert regions(user)[-1].start_s == pytest.approx(0.35, abs=0.003)


def test_the_status_line_says_what_the_keys_do(open_window, qtbot):
    workspace = open_window.page.desk.workspace("label")
    hint, view = open_window.status_line.hint, workspace.editor.view
    qtbot.waitUntil(lambda: "whole clip" in hint.text())
    view.select(Selection(0.1, 0.2))
    qtbot.waitUntil(lambda: "selection" in hint.text())
    workspace.editor.edits.add(Selection(0.1, 0.2), None)
    qtbot.waitUntil(lambda: "change the label" in hint.text())
    workspace.editor.view.select(None)
    qtbot.waitUntil(lambda: "asking" in hint.text())
    open_window.page.show_workspace("train")
    qtbot.waitUntil(lambda: hint.text() == "")
