"""How sure a run's model is to be is chosen beside the curves of its thresholds."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import RunStatus
from audioclf_gui.gui.train.workspace import TrainWorkspace
from audioclf_gui.jobs.writing import PutRun
from audioclf_gui.ml.bundle import read_card

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 30_000
TRAINED = (0.4, 0.4, 0.4)


@pytest.fixture
def model(context, save_tiny, heard_scenes):
    """The model of the project's only run."""
    runs = context.document.project.runs
    run = runs.next("fast", {})
    folder = runs.bundle_path(run)
    report = {"classes": ["dog", "cat", "owl"], "objective": "single-label"}
    save_tiny(folder, thresholds=TRAINED, temperature=1.0, heard=heard_scenes())
    context.document.write(PutRun(replace(run, status=RunStatus.DONE, report=report)))
    return folder


@pytest.fixture
def page(model, context, qtbot, tmp_path):
    """The page of thresholds of that run, as somebody opens it."""
    workspace = TrainWorkspace(context, tmp_path / "cache")
    qtbot.addWidget(workspace)
    workspace.resize(1280, 740)
    workspace.show()
    workspace.activate()
    workspace.answers.left.choose(1)
    page = workspace.answers.thresholds
    qtbot.waitUntil(lambda: bool(page.row.sentence.text()) and page.row.isVisible(), timeout=ENOUGH_MS)
    yield page
    workspace.shutdown()


def choose(page, qtbot):
    qtbot.mouseClick(page.row.choose, LEFT)
    qtbot.waitUntil(page.row.choose.isEnabled, timeout=ENOUGH_MS)


def test_a_precision_is_chosen_and_taken_back(page, model, qtbot):
    row = page.row
    assert row.goal.currentText() == "best balance"
    assert not row.precision.isVisible()
    assert "In use as trained. On 400 windows of held-out sounds in noise: precision" in row.sentence.text()
    assert page.slider.value() == 40, "where the class is answered from"
    qtbot.keyClick(row.goal, Qt.Key.Key_Down)
    assert row.precision.isVisible()
    row.precision.setValue(0.95)
    choose(page, qtbot)
    assert "In use for a precision of 0.95, chosen by these sounds" in row.sentence.text()
    raised = read_card(model).thresholds
    assert raised > TRAINED
    assert page.slider.value() == round(100 * raised[0])
    page.chooser.setCurrentIndex(2)
    assert page.slider.value() == round(100 * raised[2])
    page.expect()
    qtbot.waitUntil(lambda: "0.95" in row.sentence.text(), timeout=ENOUGH_MS)
    assert (row.goal.currentText(), row.precision.value()) == ("a precision of", 0.95)
    qtbot.keyClick(row.goal, Qt.Key.Key_Up)
    choose(page, qtbot)
    assert "In use as trained." in row.sentence.text()
    assert read_card(model).thresholds == TRAINED


def test_what_cannot_be_told_is_said_and_the_thresholds_stay(page, model, context, qtbot):
    page.row.goal.setCurrentIndex(1)
    page.row.precision.setValue(0.99)
    choose(page, qtbot)
    qtbot.waitUntil(lambda: "too few to tell" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    assert "In use as trained." in page.row.sentence.text()
    assert read_card(model).thresholds == TRAINED


def test_the_threshold_of_one_class_is_typed_kept_and_taken_back(page, model, qtbot):
    page.chooser.setCurrentIndex(1)
    assert page.typed.value() == 0.4
    assert not page.keep.isEnabled(), "it is in use already"
    page.typed.setFocus()
    page.typed.selectAll()
    qtbot.keyClicks(page.typed, "0.73")
    assert page.slider.value() == 73
    page.slider.setValue(75)
    assert page.typed.value() == 0.75
    qtbot.mouseClick(page.keep, LEFT)
    qtbot.waitUntil(lambda: "Set by hand since: cat" in page.row.sentence.text(), timeout=ENOUGH_MS)
    assert read_card(model).thresholds == (0.4, 0.75, 0.4)
    assert not page.keep.isEnabled()
    page.chooser.setCurrentIndex(2)
    assert page.typed.value() == 0.4
    assert page.take_back.isHidden(), "this one was not set by hand"
    qtbot.waitUntil(page.row.choose.isEnabled, timeout=ENOUGH_MS)
    page.typed.setValue(0.6)
    qtbot.mouseClick(page.keep, LEFT)
    qtbot.waitUntil(lambda: ", owl" in page.row.sentence.text(), timeout=ENOUGH_MS)
    page.chooser.setCurrentIndex(1)
    qtbot.waitUntil(page.row.choose.isEnabled, timeout=ENOUGH_MS)
    qtbot.mouseClick(page.take_back, LEFT)
    qtbot.waitUntil(lambda: page.row.sentence.text().count("cat") == 0, timeout=ENOUGH_MS)
    assert read_card(model).thresholds == (0.4, 0.4, 0.6)
    assert page.typed.value() == 0.4
    assert page.take_back.isHidden()
    qtbot.waitUntil(page.row.choose.isEnabled, timeout=ENOUGH_MS)
    choose(page, qtbot)
    qtbot.waitUntil(lambda: "Set by hand" not in page.row.sentence.text(), timeout=ENOUGH_MS)
    assert read_card(model).thresholds == TRAINED
