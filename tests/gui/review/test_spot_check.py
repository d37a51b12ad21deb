"""Ten of many suggestions are judged by keys before all of them are accepted."""

import pytest
from PySide6.QtCore import Qt

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def checked(suggest, workspace, qtbot):
    """Thirty sure suggestions and ten others; ten of the sure ones are drawn."""
    suggest({f"c{number:02}": ("dog", 0.95 if number < 30 else 0.5) for number in range(40)})
    qtbot.mouseClick(workspace.panel.spot_check.start, LEFT)
    qtbot.waitUntil(lambda: len(workspace.grid.entries) == 10)
    return workspace


def labelled(context):
    view = context.document.view
    return {clip.name for clip in view.clips if clip.name.startswith("c") and view.labels(clip.id)}


def test_the_precision_is_told_and_all_are_accepted_as_one_step(checked, context, qtbot):
    box, grid = checked.panel.spot_check, checked.grid
    assert {entry.score for entry in grid.entries} == {0.95}
    assert box.told.text() == "0 of 10 drawn are judged, of 30 suggestions of 0.90 or more"
    for key in (KEY.Key_Y, KEY.Key_N, *[KEY.Key_Y] * 7):
        qtbot.keyClick(grid, key)
    assert not box.accept.isVisible()
    qtbot.keyClick(grid, KEY.Key_Y)
    assert box.told.text() == "9 of 10 are right: precision 0.90 (95 % interval 0.60 to 0.98)"
    assert box.accept.text().startswith("Accept the 20 others")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(grid, KEY.Key_Return, modifiers)
    qtbot.waitUntil(lambda: len(labelled(context)) == 29)
    qtbot.waitUntil(lambda: not box.accept.isVisible())
    context.document.undo()
    assert len(labelled(context)) == 9, "the judgements themselves are steps of their own"


def test_a_page_of_the_sample_is_not_accepted_unheard(checked, context, qtbot):
    qtbot.keyClick(checked.grid, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert labelled(context) == set()
    checked.spot_checker.accept()
    assert labelled(context) == set()


def test_a_decision_that_is_taken_back_has_to_be_made_again(checked, context, qtbot):
    for _ in range(10):
        qtbot.keyClick(checked.grid, KEY.Key_Y)
    assert checked.panel.spot_check.accept.isVisible()
    context.document.undo()
    assert not checked.panel.spot_check.accept.isVisible()
    assert checked.panel.spot_check.told.text().startswith("9 of 10 drawn are judged")


def test_another_queue_ends_the_check_and_keeps_what_was_judged(checked, context, qtbot):
    qtbot.keyClick(checked.grid, KEY.Key_Y)
    checked.panel.show_box.setCurrentIndex(0)
    assert not checked.panel.spot_check.told.isVisible()
    assert len(labelled(context)) == 1


def test_without_a_sure_suggestion_it_says_so(suggest, workspace, context, qtbot):
    suggest({"c00": ("dog", 0.5)})
    workspace.start_spot_check()
    qtbot.waitUntil(lambda: not context.message_bar.isHidden())
    assert "no unlabelled clip has a suggestion of 0.90 or more" in context.message_bar.text.text().lower()
