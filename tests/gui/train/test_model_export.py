"""A run's model is exported from the window."""

import json
import sys
from dataclasses import replace

import onnx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.core import edits
from audioclf_gui.core.text import Text
from audioclf_gui.gui.train.workspace import TrainWorkspace

from .test_training import train

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000


@pytest.fixture
def trained(workspace, qtbot) -> TrainWorkspace:
    workspace.settings.suggest.setChecked(False)
    train(workspace, qtbot)
    return workspace


def open_form(workspace, qtbot):
    qtbot.mouseClick(workspace.header.export_button, LEFT)
    panel = workspace.export_panel
    qtbot.waitUntil(panel.isVisible)
    return panel


def click(box, qtbot):
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def test_a_click_writes_the_model_and_its_card_and_tells_where(trained, tmp_path, qtbot, monkeypatch):
    file = tmp_path / "out" / "whistles.onnx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    panel = open_form(trained, qtbot)
    click(panel.int8, qtbot)
    qtbot.keyClicks(panel.licence, "CC0")
    with qtbot.waitSignal(panel.exported, timeout=LONG_MS):
        qtbot.mouseClick(panel.export_button, LEFT)
    told = {one.key: json.loads(one.value) for one in onnx.load(file).metadata_props}
    assert sorted(told["classes"]) == ["hiss", "whistle"]
    assert (told["licence"], told["precision"]) == ("CC0", "int8 weights")
    assert told["int8_loss"]["clips"] > 0
    assert sorted(path.suffix for path in file.parent.iterdir()) == [".html", ".md", ".onnx"]
    shown = trained._context.message_bar.text.text()
    assert str(file) in shown
    assert "Eight bits: accuracy" in shown
    assert not panel.isVisible()


def test_the_file_has_the_names_that_the_classes_have_now(trained, context, tmp_path, qtbot, monkeypatch):
    whistle = next(one for one in context.document.view.classes if one.name == "whistle")
    renamed = edits.change_class(context.document.view, replace(whistle, name="kettle"))
    context.document.do(Text("rename"), renamed)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    panel = open_form(trained, qtbot)
    click(panel.card, qtbot)
    with qtbot.waitSignal(panel.exported, timeout=LONG_MS) as exported:
        qtbot.mouseClick(panel.export_button, LEFT)
    assert sorted(exported.args[0].facts["classes"]) == ["hiss", "kettle"]
    assert [path.name for path in tmp_path.glob("a*")] == ["a.onnx"]


def test_a_missing_package_is_told_with_the_command_that_brings_it(trained, tmp_path, qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxscript", None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.onnx"), ""))
    panel = open_form(trained, qtbot)
    qtbot.mouseClick(panel.export_button, LEFT)
    bar = trained._context.message_bar
    qtbot.waitUntil(lambda: "pip install" in bar.remedy.text(), timeout=20_000)
    assert "onnxscript" in bar.text.text()
    assert not (tmp_path / "a.onnx").exists()


def test_only_a_run_with_a_model_can_be_exported(workspace, qtbot):
    assert not workspace.header.export_button.isVisible()
    assert not workspace.commands["export_model"].isEnabled()
    train(workspace, qtbot)
    assert workspace.header.export_button.isVisible()
    assert workspace.commands["export_model"].isEnabled()
