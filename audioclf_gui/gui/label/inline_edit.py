"""The text field in which a label is named, right where the label is."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class InlineEdit(QLineEdit):
    """Enter or leaving it confirms the text, Esc drops it; completes the names of classes."""

    confirmed = Signal(str, int)  # the text, and in which direction Tab left: -1, 0 or 1
    dropped = Signal()

    def __init__(self, text: str, names: Iterable[str], parent: QWidget) -> None:
        super().__init__(text, parent)
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setAccessibleName(self.tr("Label text"))
        self.setPlaceholderText(self.tr("Class"))
        self.selectAll()
        self._is_over = False

    def confirm(self, direction: int = 0) -> None:
        """Take the text as it stands; a second call does nothing."""
        if not self._is_over:
            self._is_over = True
            self.confirmed.emit(self.text(), direction)

    def drop(self) -> None:
        """Leave the label as it was."""
        if not self._is_over:
            self._is_over = True
            self.dropped.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.confirm(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }:
            self.confirm()
