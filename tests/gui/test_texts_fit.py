"""In every language the words of the window have the room that they need, also on a small screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from audioclf_gui.gui.desk import WORKSPACES
from audioclf_gui.gui.main_window import MainWindow
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import install_language, languages
from tests.sound_card import Plug

ROUNDING = 1  # pixels


@pytest.fixture(params=languages())
def speaking(request, qapp, qtbot, plugged):
    plugged(Plug("default", rate_hz=44_100))
    install_language(qapp, request.param)
    window = MainWindow(Session())
    window.resize(1280, 800)
    window.show()
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)
    install_language(qapp, "en")


def cut_off(root: QWidget) -> set[str]:
    """The words that have less room than they need, and who says them."""
    found = {
        f"{type(widget.parent()).__name__}: {widget.property('text') or widget.currentText()}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and lacking(widget) > ROUNDING
    }
    return found | {
        f"{type(head.parent()).__name__}: {head.model().headerData(section, head.orientation())}"
        for head in root.findChildren(QHeaderView)
        if head.isVisible() and head.orientation() == Qt.Orientation.Horizontal
        for section in range(head.count())
        if not head.isSectionHidden(section) and words_px(head, section) > head.sectionSize(section)
    }


def words_px(head: QHeaderView, section: int) -> int:
    """How wide the words of a head are."""
    return head.fontMetrics().horizontalAdvance(head.model().headerData(section, head.orientation()) or "")


def lacking(widget: QWidget) -> int:
    """How many pixels more the words need; what elides its words itself needs none."""
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        case QLabel():
            return widget.minimumSizeHint().width() - widget.width()
        case QAbstractButton() if widget.text():
            return widget.minimumSizeHint().width() - widget.width()
        case QComboBox() if not widget.isEditable():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
            return widget.fontMetrics().horizontalAdvance(widget.currentText()) - room.width()
    return 0


def test_no_words_of_the_window_are_cut_off(speaking, project_folder, qtbot):
    window = speaking

    def fits(where):
        def all_words():
            assert cut_off(window) == set(), where

        qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
        qtbot.waitUntil(all_words)

    fits("the start")
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    for name in WORKSPACES:
        window.page.show_workspace(name)
        fits(name)
    window.page.show_import([project_folder])
    fits("import")
    window.page.show_export()
    fits("export")
    window.page.record()
    fits("record")
    window.page.toggle_history()
    fits("history")
