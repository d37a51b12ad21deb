"""A small panel that opens at a button and closes with Esc or a click beside it."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.gui.widgets import Panel

_GAP = 6  # to the button
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELP = ("manual", "whats_this")


class Popover(QFrame):
    """Holds a form in a panel; shown above the button that opens it, or below where there is no room.

    Return takes what is typed into a field and nothing more; Ctrl+Return presses the button that goes on.
    """

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("window")
        self.panel = Panel(heading)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(7)
        self.panel.body.addLayout(self.form)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self.panel)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep plain keys for the fields: Return and digits are commands elsewhere. Space still plays."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
            wants_space = isinstance(QApplication.focusWidget(), QAbstractButton | QComboBox | QLineEdit)
            is_plain = event.modifiers() in plain and (event.key() != Qt.Key.Key_Space or wants_space)
            pressed = QKeySequence(event.keyCombination())
            is_command = any(pressed in action.shortcuts() for action in self.actions())
            if (is_plain and not is_command) or _goes_on(event):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = [one for one in self.findChildren(QPushButton) if one.property("role") == "primary"]
        way = next((one for one in reversed(ways) if one.isVisible() and one.isEnabled()), None)
        if _goes_on(event) and way is not None:
            way.click()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """No key of the window gets past a popup, save those of the commands that explain things."""
        super().showEvent(event)
        parent = self.parentWidget()
        assert parent is not None
        for name in _HELP:
            command = parent.window().findChild(QAction, name)
            if command is not None:
                self.addAction(command)

    def open_at(self, button: QWidget) -> None:
        """Show it above a button, held on the screen."""
        self._place_at(button)
        self.show()
        self._place_at(button)  # rows and lines of text may have come or gone when it was shown
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place_at(self, button: QWidget) -> None:
        for layout in (self.panel.body, self._outer):
            layout.invalidate()
            layout.activate()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), -self.height() - _GAP))
        screen = button.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(corner.x(), room.left()), room.right() - self.width())
        below = button.mapToGlobal(QPoint(0, button.height() + _GAP)).y()
        has_room_below = below + self.height() <= room.bottom()
        top = below if corner.y() < room.top() and has_room_below else max(corner.y(), room.top())
        self.move(left, top)


def _goes_on(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
