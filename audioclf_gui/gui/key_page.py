"""When the key sheet is seen, and what is below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from audioclf_gui.gui.actions import name_keys
from audioclf_gui.gui.key_sheet import KeySheet, rekey
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.session import Session


class KeyPage:
    """Shows the key sheet over everything else; it is made when it is first asked for."""

    def __init__(
        self, stack: QStackedWidget, session: Session, message_bar: MessageBar, window: QMainWindow
    ) -> None:
        self._stack = stack
        self._session = session
        self._message_bar = message_bar
        self._window = window
        self._sheet: KeySheet | None = None
        self._below: QWidget | None = None

    def toggle(self) -> None:
        """Show it, or go back to what it covers."""
        if self.leave():
            return
        self._below = self._stack.currentWidget()
        if self._sheet is None:
            self._sheet = KeySheet(self._session)
            self._sheet.closed.connect(self.toggle)
            self._sheet.failed.connect(self._message_bar.show_error)
            self._sheet.changed.connect(self._rekey)
            self._stack.addWidget(self._sheet)
        self._stack.setCurrentWidget(self._sheet)
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Go back to what it covers; False if it is not shown."""
        if self._sheet is None or self._stack.currentWidget() is not self._sheet:
            return False
        if self._below is not None:
            self._stack.setCurrentWidget(self._below)
        return True

    def _rekey(self) -> None:
        rekey(self._window.findChildren(QAction), self._session)
        name_keys(self._window, self._session)
