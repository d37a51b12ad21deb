"""The test set is ticked in a list of groups."""

import pytest
from PySide6.QtCore import QPoint, Qt

from audioclf_gui.core.run import RunStatus
from audioclf_gui.gui.train.group_picker import GroupPicker

LEFT = Qt.MouseButton.LeftButton


def tick(picker, qtbot, name):
    """Click on the box of a group."""
    model = picker.list.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data().startswith(f"{name} · "))
    place = picker.list.visualRect(model.index(row, 0))
    qtbot.mouseClick(picker.list.viewport(), LEFT, pos=QPoint(place.left() + 10, place.center().y()))


@pytest.fixture
def picker(qtbot):
    from PySide6.QtWidgets import QPushButton

    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    picker = GroupPicker(button)
    yield picker, button
    picker.close()


def test_every_tick_tells_all_names_that_are_ticked(picker, qtbot):
    picker, button = picker
    told = []
    picker.chosen.connect(told.append)
    picker.open_at(button, {"17": 12, "theo": 30, "a, b": 1}, ["theo"])
    assert "1 of 3 groups, 70 %" in picker.summary.text()
    tick(picker, qtbot, "a, b")
    tick(picker, qtbot, "theo")
    assert told == [("theo", "a, b"), ("a, b",)]
    assert not picker.filter.isVisible(), "three groups need no search"


def test_a_click_on_the_name_and_the_space_bar_tick_too(picker, qtbot):
    picker, button = picker
    picker.open_at(button, {"17": 12, "theo": 30}, [])
    place = picker.list.visualRect(picker.list.model().index(0, 0))
    qtbot.mouseClick(picker.list.viewport(), LEFT, pos=QPoint(place.left() + 60, place.center().y()))
    assert picker.ticked == ("17",)
    qtbot.keyClick(picker.list, Qt.Key.Key_Down)
    qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.ticked == ("17", "theo")


def test_many_groups_are_searched_and_ticks_outlive_the_search(picker, qtbot):
    picker, button = picker
    picker.open_at(button, {f"site {at}": at + 1 for at in range(300)}, [])
    qtbot.keyClicks(picker.filter, "SITE 29")
    assert picker.list.model().rowCount() == 11
    tick(picker, qtbot, "site 29")
    picker.filter.clear()
    tick(picker, qtbot, "site 0")
    assert picker.ticked == ("site 0", "site 29")
    qtbot.mouseClick(picker.close_button, LEFT)
    assert not picker.isVisible()


def test_groups_that_are_ticked_are_what_a_run_is_measured_on(workspace, context, qtbot):
    workspace.choice.set(epochs=1)
    workspace.settings.suggest.setChecked(False)
    settings = workspace.settings
    qtbot.waitUntil(lambda: settings.check_on.findText("Groups that I choose…") >= 0)
    settings.check_on.setCurrentIndex(settings.check_on.findText("Groups that I choose…"))
    assert settings.picker.isVisible()
    for name in ("site 1", "site 4"):
        tick(settings.picker, qtbot, name)
    qtbot.mouseClick(settings.picker.close_button, LEFT)
    assert workspace.choice.settings.test == "group:site 1,site 4"
    assert settings.check_on.currentText() == "Groups that I choose…"
    assert settings.groups.text() == "site 1, site 4"
    with qtbot.waitSignal(workspace.trainer.ended, timeout=60_000) as ended:
        qtbot.mouseClick(settings.train_button, LEFT)
    (run,) = ended.args
    assert run.status is RunStatus.DONE
    judged = {context.document.view.clip(clip_id).group for clip_id in clips_judged(context, run)}
    assert judged == {"site 1", "site 4"}
    assert "site 1, site 4" in run.report["split"]


def clips_judged(context, run):
    from audioclf_gui.ml.bundle import read_predictions

    return {one["clip_id"] for one in read_predictions(context.document.project.runs.bundle_path(run))}


def test_no_tick_is_the_choice_of_the_program_again(workspace, qtbot):
    workspace.choice.set(test="group:site 1")
    settings = workspace.settings
    qtbot.waitUntil(lambda: settings.check_on.findText("Groups that I choose…") >= 0)
    qtbot.mouseClick(settings.groups, LEFT)
    tick(settings.picker, qtbot, "site 1")
    assert workspace.choice.settings.test == ""
    assert settings.check_on.currentText() == "Held-out groups"
    assert not settings.groups.isVisible()
    settings.picker.close()
