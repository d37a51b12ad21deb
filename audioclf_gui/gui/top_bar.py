"""The strip at the top: workspaces, what is open, import and record."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from audioclf_gui.gui.widgets import ElidedLabel, button, row_layout
from audioclf_gui.gui.workspaces import WORKSPACES


class TopBar(QWidget):
    """Buttons for actions of the table, with the project's name and numbers in the middle."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = {name: _tab(actions[spec.action]) for name, spec in WORKSPACES.items()}
        self.title = ElidedLabel()
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.import_button = _button(actions["import"])
        self.record_button = _button(actions["record"])
        self.record_button.setText("\N{BLACK CIRCLE} " + actions["record"].text())
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.addLayout(row_layout(*self.tabs.values(), spacing=2), 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.title, 0, 1)
        grid.addLayout(self._right(), 0, 2, Qt.AlignmentFlag.AlignRight)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.set_title("", "")

    def _right(self) -> QHBoxLayout:
        return row_layout(self.import_button, self.record_button, spacing=4)

    def set_title(self, title: str, tip: str) -> None:
        """What stands in the middle; `tip` says where it lies."""
        self.title.set_text(title)
        self.title.setToolTip(tip)

    def set_project_open(self, is_open: bool) -> None:
        """Whether there is anything to work on; without it there is nothing up here."""
        self.setVisible(is_open)


def _button(action: QAction) -> QPushButton:
    result = button(action.text(), action.toolTip())
    result.clicked.connect(action.trigger)

    def follow() -> None:
        result.setEnabled(action.isEnabled())
        result.setToolTip(action.toolTip())

    action.changed.connect(follow)
    return result


def _tab(action: QAction) -> QPushButton:
    result = _button(action)
    result.setProperty("role", "tab")
    result.setCheckable(True)
    action.toggled.connect(result.setChecked)
    result.clicked.connect(lambda: result.setChecked(action.isChecked()))
    return result
