"""The chosen runs are written down as a page from the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from audioclf_gui.gui.translate import install_language
from tests.reported import Runner

LEFT = Qt.MouseButton.LeftButton
CLASSES = ("whistle", "hiss")


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """The pages that the system was asked to open."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()))
    return found


@pytest.fixture
def with_runs(context, save_tiny):
    """A document whose project has two runs."""
    runner = Runner(context.document.project, save_tiny)
    runner.of_classes(CLASSES)
    runner.of_classes(CLASSES, 4.0, epochs=70)
    return context


@pytest.fixture
def shown(with_runs, workspace):
    return workspace


def report(workspace, file, qtbot, monkeypatch) -> str:
    """Press the button, choose a place and wait for the page."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(workspace.reports.written):
        qtbot.mouseClick(workspace.reports.button, LEFT)
    return file.read_text("utf-8")


def test_a_click_writes_the_run_that_is_chosen_opens_it_and_tells_where(
    shown, tmp_path, qtbot, monkeypatch, opened
):
    file = tmp_path / "out" / "report.html"
    page = report(shown, file, qtbot, monkeypatch)
    assert "<h1>Run 2: Quick look</h1>" in page
    assert opened == [str(file)]
    assert str(file) in shown._context.message_bar.text.text()


def test_two_chosen_runs_are_compared_and_a_file_that_is_there_is_kept(
    shown, tmp_path, qtbot, monkeypatch, opened
):
    file = tmp_path / "report.html"
    file.write_text("mine")
    table = shown.runs.table
    for row, keys in ((1, Qt.KeyboardModifier.NoModifier), (0, Qt.KeyboardModifier.ControlModifier)):
        place = table.visualItemRect(table.item(row, 0)).center()
        qtbot.mouseClick(table.viewport(), LEFT, keys, place)
    page = report(shown, file, qtbot, monkeypatch)
    assert "<h1>Runs 1, 2 compared</h1>" in page
    assert "Settings that differ" in page
    assert (tmp_path / "report.1.html").read_text() == "mine"
    assert "report.1.html" in shown._context.message_bar.text.text()


def test_a_name_without_an_ending_gets_one(shown, tmp_path, qtbot, monkeypatch, opened):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    with qtbot.waitSignal(shown.reports.written):
        shown.commands["report_runs"].trigger()
    assert opened == [str(tmp_path / "mine.html")]


def test_it_speaks_the_language_of_the_window(shown, tmp_path, qtbot, monkeypatch, opened):
    install_language(QApplication.instance(), "zh_CN")
    try:
        page = report(shown, tmp_path / "report.html", qtbot, monkeypatch)
    finally:
        install_language(QApplication.instance(), "en")
    assert '<html lang="zh-CN">' in page
    assert "Accuracy" not in page
    assert "whistle" in page
