"""Near the choice of a model stands what it starts from; the folder of a run's figures is a click away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core.run import RunStatus

from .test_training import train

LEFT = Qt.MouseButton.LeftButton


def choose(box, place):
    """Choose an entry with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(place):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.fixture
def trained(workspace, qtbot):
    workspace.settings.suggest.setChecked(False)
    assert not workspace.settings.start.isVisible(), "there is nothing to start from"
    return train(workspace, qtbot)


def test_a_run_is_started_from_with_its_preset_and_learns_on(workspace, context, qtbot, trained):
    panel, start = workspace.settings, workspace.settings.start
    assert start.isVisible()
    assert not start.note.isVisible()
    texts = [start.start.itemText(place) for place in range(start.start.count())]
    assert texts[0] == "Fresh weights"
    assert texts[1].startswith("Run 1 · ")
    workspace.choice.choose_preset("auto")
    choose(start.start, 1)
    bundle = context.document.project.runs.bundle_path(trained)
    assert Path(workspace.choice.settings.start_from) == bundle
    assert workspace.choice.settings.preset == trained.preset
    assert start.note.isVisible()
    again = train(workspace, qtbot)
    assert again.status is RunStatus.DONE, again.report
    assert again.settings["start_from"] == str(bundle)
    choose(start.start, 0)
    assert workspace.choice.settings.start_from == ""
    workspace.choice.choose_preset("forest")
    assert not start.isVisible(), "trees start from nothing"
    assert panel.model.currentData() == "forest"


def test_a_model_elsewhere_is_started_from_by_its_folder(
    workspace, context, qtbot, trained, tmp_path, monkeypatch
):
    start = workspace.settings.start
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    choose(start.start, start.start.count() - 1)  # on the way there the run is chosen
    bundle = str(context.document.project.runs.bundle_path(trained))
    assert workspace.choice.settings.start_from == bundle, "no folder was chosen after all"
    assert start.start.currentData() == bundle
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "elsewhere"))
    choose(start.start, start.start.count() - 1)
    assert workspace.choice.settings.start_from == str(tmp_path / "elsewhere")
    assert start.start.currentText() == "elsewhere"


def test_the_folder_of_a_run_s_figures_opens_with_a_click(workspace, context, qtbot, trained, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(workspace.header.figures_button, LEFT)
    (place,) = (Path(url.toLocalFile()) for url in opened)
    assert {"report.txt", "confusion.svg", "network.svg"} <= {file.name for file in place.iterdir()}
    assert place.parent == context.document.project.runs.bundle_path(trained).parent
