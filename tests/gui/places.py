"""Everything that the window can show, one place after another, for tests that look at all of it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.train.page_tabs import PageTabs
from audioclf_gui.gui.workspaces import WORKSPACES

A_MESSAGE = "a message"
COVERING = ("keys", "manual", "computer")
STRIPS = ("show_export", "show_pack", "show_classify", "record", "toggle_history")


def places(window: MainWindow, project_folder: Path, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Show each place: its name, and the widget to look at."""
    yield from _settled(window, "start", qtbot)
    window.message_bar.show_failure(RuntimeError("a bug"))
    yield from _settled(window, A_MESSAGE, qtbot)
    window.message_bar.clear()
    for name in COVERING:
        window.commands[name].trigger()
        yield from _settled(window, name, qtbot)
        window.commands[name].trigger()
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    page = window.page
    assert page is not None
    for name in WORKSPACES:
        page.show_workspace(name)
        yield from _settled(window, name, qtbot)
        yield from _pages_of(window, page.desk.workspace(name), name, qtbot)
        yield from _popovers_of(page.desk.workspace(name), name, qtbot)
    page.show_import([project_folder])
    yield from _settled(window, "import", qtbot)
    page.show_mixtures()
    yield from _settled(window, "mixtures", qtbot)
    page.show_desk()
    for show in STRIPS:
        getattr(page, show)()
        yield from _settled(window, show, qtbot)
        page.leave_one()


def _settled(window: MainWindow, name: str, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    QApplication.processEvents()
    yield name, window


def _pages_of(
    window: MainWindow, workspace: QWidget, name: str, qtbot: QtBot
) -> Iterator[tuple[str, QWidget]]:
    for tabs in workspace.findChildren(PageTabs):
        for tab in tabs.tabs if tabs.isVisible() else ():
            if not tab.isHidden():
                tab.click()
                yield from _settled(window, f"{name}: {tab.text()}", qtbot)


def _popovers_of(workspace: QWidget, name: str, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    for popover in workspace.findChildren(Popover):
        popover.move(QPoint(0, 0))
        popover.show()
        QApplication.processEvents()
        yield f"{name}: {type(popover).__name__}", popover
        popover.hide()
