"""Where the window is low, the left side of Train scrolls, and nothing there covers anything else."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, widget.rect().topLeft()), widget.size())


def rows(workspace) -> list[QWidget]:
    """What is set, one below the other."""
    settings = workspace.settings
    shown = (
        *(settings.contents, settings.train_button, settings.model, settings.check_on, settings.limit),
        *(settings.device, settings.where, settings.suggest, settings.advanced),
    )
    return [one for one in shown if one.isVisible()]


@pytest.mark.parametrize("has_run", [False, True])
@pytest.mark.parametrize("height", [440, 560, 740])
def test_rows_are_as_high_as_they_have_to_be_and_do_not_cover_each_other(workspace, qtbot, height, has_run):
    workspace.runs.setVisible(has_run)
    workspace.resize(1060, height)
    qtbot.waitUntil(lambda: workspace.height() == height and bool(workspace.checks.findings))
    found = rows(workspace)
    assert len(found) == 9
    for one, other in combinations(found, 2):
        assert not place(one, workspace.settings).intersects(place(other, workspace.settings))
    for one in found:
        assert one.height() >= one.minimumSizeHint().height() - 1
    panels = [one for one in (workspace.settings, workspace.checks, workspace.runs) if one.isVisible()]
    for panel, below in pairwise(panels):
        assert place(panel, workspace).bottom() < place(below, workspace).top()


def test_the_keyboard_brings_into_view_what_it_comes_to(workspace, qtbot):
    workspace.runs.show()
    workspace.resize(1060, 440)
    column = workspace.findChild(QScrollArea, "column")
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 100)
    workspace.settings.train_button.setFocus()
    seen = 0
    while not workspace.runs.isAncestorOf(workspace.focusWidget()):
        QTest.keyClick(workspace.focusWidget(), Qt.Key.Key_Tab)
        assert not workspace.focusWidget().visibleRegion().isEmpty()
        seen += 1
        assert seen < 40
    assert column.verticalScrollBar().value() > 0
