"""Fields for a value that is typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from audioclf_gui.gui.widgets import set_role


class DroppedField(QLineEdit):
    """Esc drops what is typed, which is no command of the window then."""

    dropped = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.setModified(False)
                self.dropped.emit()
                return True
        return super().event(event)


class TypedField(QLineEdit):
    """What is typed holds when the field is left or Return is pressed; Esc alone drops it.

    Parameters
    ----------
    take
        Is given what was typed and says why it cannot be taken; empty if it was. What cannot be stays in
        the field, to be mended.
    """

    taken = Signal()
    refused = Signal(str)
    finished = Signal()  # Return was pressed, and nothing had to be refused

    def __init__(self, take: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self.editingFinished.connect(self._hold)
        self.returnPressed.connect(self._finish)

    def show_value(self, text: str) -> None:
        """Show what holds now."""
        self.setText(text)
        set_role(self, "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # closes the panel and so leaves the field
            self.setModified(False)
        super().keyPressEvent(event)

    def _hold(self) -> None:
        if not self.isModified() or not self.isVisible():
            return
        self.setModified(False)
        why = self._take(self.text().strip())
        set_role(self, "bad" if why else "")
        if why:
            self.refused.emit(why)
            self.setFocus()
        else:
            self.taken.emit()

    def _finish(self) -> None:
        self._hold()
        if self.property("role") != "bad":
            self.finished.emit()
