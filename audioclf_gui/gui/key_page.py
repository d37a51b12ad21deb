"""When the key sheet is seen, and what is below it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from audioclf_gui.gui.actions import name_keys
from audioclf_gui.gui.covering_page import CoveringPage
from audioclf_gui.gui.key_sheet import KeySheet, rekey
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.session import Session


class KeyPage(CoveringPage):
    """Shows the key sheet, and gives the whole window the keys that are chosen there."""

    def __init__(
        self, stack: QStackedWidget, session: Session, message_bar: MessageBar, window: QMainWindow
    ) -> None:
        super().__init__(stack)
        self._session = session
        self._message_bar = message_bar
        self._window = window

    @override
    def make(self) -> QWidget:
        sheet = KeySheet(self._session)
        sheet.closed.connect(self.toggle)
        sheet.failed.connect(self._message_bar.show_error)
        sheet.changed.connect(self._rekey)
        return sheet

    def _rekey(self) -> None:
        rekey(self._window.findChildren(QAction), self._session)
        name_keys(self._window, self._session)
