"""Beside the choice of a model stands which one is taken, why, and whose work is in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from audioclf_gui.ml.listeners import packages

ENOUGH_MS = 20_000


def choose(panel, preset, qtbot):
    """Choose a model with the keyboard."""
    panel.model.setFocus()
    wanted = panel.model.findData(preset)
    QTest.keyClick(panel.model, Qt.Key.Key_Home)
    for _ in range(wanted):
        QTest.keyClick(panel.model, Qt.Key.Key_Down)
    assert panel.model.currentData() == preset


def test_automatic_tells_the_model_and_the_reason_and_another_choice_overrules_it(workspace, qtbot):
    panel = workspace.settings
    workspace.choice.reset_all()
    choose(panel, "auto", qtbot)
    qtbot.waitUntil(lambda: panel.advice.text().startswith("Automatic: "), timeout=ENOUGH_MS)
    assert ", since " in panel.advice.text()
    choose(panel, "forest", qtbot)
    qtbot.waitUntil(lambda: not panel.advice.isVisible(), timeout=ENOUGH_MS)
    assert workspace.choice.settings.preset == "forest"


@pytest.mark.parametrize("is_there", [True, False], ids=["installed", "missing"])
def test_a_listener_tells_its_terms_and_how_it_is_installed(is_there, workspace, qtbot, monkeypatch):
    monkeypatch.setattr(packages, "_is_installed", lambda _name: is_there)
    choose(workspace.settings, "listener", qtbot)
    advice = workspace.settings.advice
    qtbot.waitUntil(lambda: "CC BY-NC-SA 4.0" in advice.text(), timeout=ENOUGH_MS)
    assert (packages.INSTALL_COMMAND in advice.text()) is not is_there


def test_a_model_file_is_chosen_with_a_click(workspace, qtbot, monkeypatch, tmp_path):
    choose(workspace.settings, "listener", qtbot)
    box = workspace.settings.listener
    qtbot.waitUntil(box.isVisible)
    file = str(tmp_path / "own.onnx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (file, ""))
    qtbot.mouseClick(box.file_button, Qt.MouseButton.LeftButton)
    assert workspace.choice.settings.listener == file
    assert box.listener.currentText() == "own.onnx"
    advice = workspace.settings.advice
    qtbot.waitUntil(lambda: "own.onnx cannot be read" in advice.text(), timeout=ENOUGH_MS)
    choose(workspace.settings, "fast", qtbot)
    assert not box.isVisible()
