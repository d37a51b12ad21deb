"""Runs are named, deleted and brought back from their list."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from audioclf_gui.core.run import RunId
from audioclf_gui.jobs.keep_runs import deleted_folder

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 60_000


def begin(workspace, qtbot):
    """Start a run and leave it going."""
    with qtbot.waitSignal(workspace.trainer.began, timeout=ENOUGH_MS) as began:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    return began.args[0]


def train(workspace, qtbot):
    begin(workspace, qtbot)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        pass
    return ended.args[0]


@pytest.fixture
def two_runs(workspace, qtbot):
    workspace.settings.suggest.setChecked(False)
    return train(workspace, qtbot), train(workspace, qtbot)


def asked_menu(workspace, qtbot, row):
    """The menu that a right click on a row opens."""
    table = workspace.runs.table
    table.customContextMenuRequested.emit(table.visualItemRect(table.item(row, 1)).center())
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in workspace.runs.findChildren(QMenu)))
    (menu,) = [menu for menu in workspace.runs.findChildren(QMenu) if menu.isVisible()]
    return menu


def type_into(menu, entry, text):
    (action,) = [one for one in menu.actions() if one.text() == entry]
    field = action.menu().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_run_is_called_as_it_is_named_and_by_its_preset_again(workspace, context, qtbot, two_runs):
    table = workspace.runs.table
    usual = table.item(1, 1).text()
    type_into(asked_menu(workspace, qtbot, 1), "Name", "  kitchen,   May ")
    qtbot.waitUntil(lambda: table.item(1, 1).text() == "kitchen, May", timeout=ENOUGH_MS)
    type_into(asked_menu(workspace, qtbot, 1), "Note", "with the new microphone")
    qtbot.waitUntil(lambda: "with the new microphone" in table.item(1, 1).toolTip(), timeout=ENOUGH_MS)
    assert usual in table.item(1, 1).toolTip()
    assert workspace.header.title.text() == "Run 2"
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(table.item(1, 1)).center())
    assert workspace.header.title.text() == "kitchen, May · Run 1"
    assert "with the new microphone" in workspace.header.title.toolTip()
    assert context.document.project.runs.notes[RunId(1)].name == "kitchen, May"
    type_into(asked_menu(workspace, qtbot, 1), "Name", "")
    menu = asked_menu(workspace, qtbot, 1)
    (action,) = [one for one in menu.actions() if one.text() == "Name"]
    field = action.menu().findChild(QLineEdit)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.item(1, 1).text() == usual, timeout=ENOUGH_MS)
    assert context.document.project.runs.notes[RunId(1)].text == "with the new microphone"
    assert workspace.header.title.text() == "Run 1"


def test_all_chosen_runs_are_deleted_after_one_question_and_come_back_together(
    workspace, context, qtbot, two_runs
):
    train(workspace, qtbot)
    table, question = workspace.runs.table, workspace.runs.question
    runs = context.document.project.runs
    place = table.visualItemRect(table.item(1, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert question.text.text() == "Delete 2 runs with their models: 3, 2?"
    assert question.yes.hasFocus()
    qtbot.keyClick(question.yes, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert len(runs.all) == 3
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: question.text.text() == "Runs 3, 2 are deleted.", timeout=ENOUGH_MS)
    assert [run.id for run in runs.all] == [1]
    assert workspace.header.title.text() == "Run 1"
    qtbot.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: [run.id for run in runs.all] == [1, 2, 3], timeout=ENOUGH_MS)
    assert all(map(runs.keeps_model, runs.all))


def test_a_deleted_run_is_gone_with_its_suggestions_and_comes_back(workspace, context, qtbot, two_runs):
    document = context.document
    first, second = two_runs
    workspace.suggest()
    qtbot.waitUntil(
        lambda: all(document.view.suggestion(clip.id) for clip in document.view.clips), timeout=ENOUGH_MS
    )
    assert {document.view.suggestion(clip.id).run_id for clip in document.view.clips} == {second.id}
    epochs = document.project.runs.epochs(second.id)
    table = workspace.runs.table
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: table.rowCount() == 1, timeout=ENOUGH_MS)
    assert workspace.runs.selected == (first.id,), "another run is shown in its place"
    assert workspace.header.title.text() == "Run 1"
    assert not any(document.view.suggestion(clip.id) for clip in document.view.clips)
    kept = deleted_folder(document.project.folder, second.id)
    qtbot.waitUntil((kept / "run-0002" / "bundle.json").is_file, timeout=ENOUGH_MS)
    assert json.loads((kept / "run.json").read_text("utf-8"))["run"]["id"] == second.id
    assert not document.project.runs.bundle_path(second).exists()
    assert document.project.runs.next("default", {}).id == 3, "a number is not given twice"
    back = next(one for one in asked_menu(workspace, qtbot, 0).actions() if one.text() == "Bring back")
    back.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: table.rowCount() == 2, timeout=ENOUGH_MS)
    qtbot.waitUntil(lambda: not kept.exists(), timeout=ENOUGH_MS)
    again = next(run for run in document.project.runs.all if run.id == second.id)
    assert again == second
    assert document.project.runs.epochs(second.id) == epochs
    assert document.project.runs.keeps_model(again)


def test_the_only_run_is_deleted_and_comes_back_from_the_empty_list(workspace, context, qtbot):
    workspace.settings.suggest.setChecked(False)
    run = train(workspace, qtbot)
    workspace.runs.deletion_asked.emit((run.id,))
    qtbot.waitUntil(lambda: workspace.runs.table.rowCount() == 0, timeout=ENOUGH_MS)
    assert workspace.header.title.text() == "No run yet"
    assert not workspace.header.figures.isVisible()
    kept = deleted_folder(context.document.project.folder, run.id)
    qtbot.waitUntil((kept / "run-0001" / "bundle.json").is_file, timeout=ENOUGH_MS)
    assert workspace.runs.isVisible()
    workspace.runs.table.customContextMenuRequested.emit(QPoint(20, 20))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in workspace.runs.findChildren(QMenu)))
    (menu,) = [menu for menu in workspace.runs.findChildren(QMenu) if menu.isVisible()]
    back = next(one for one in menu.actions() if one.text() == "Bring back")
    back.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: workspace.runs.table.rowCount() == 1, timeout=ENOUGH_MS)
    assert context.document.project.runs.all == (run,)


def test_a_run_that_goes_on_cannot_be_deleted(workspace, context, qtbot):
    workspace.choice.set(epochs=5000)
    workspace.settings.suggest.setChecked(False)
    begin(workspace, qtbot)
    menu = asked_menu(workspace, qtbot, 0)
    (deletion,) = [one for one in menu.actions() if one.text().startswith("Delete")]
    assert not deletion.isEnabled()
    menu.close()
    workspace.runs.deletion_asked.emit((RunId(1),))
    qtbot.waitUntil(lambda: "is being trained" in context.message_bar.text.text(), timeout=ENOUGH_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS):
        workspace.stop()
    assert len(context.document.project.runs.all) == 1
