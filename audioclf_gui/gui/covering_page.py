"""What covers everything else until it is left, as the key sheet does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class CoveringPage:
    """A page over whatever the stack shows; it is made when it is first asked for."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._page: QWidget | None = None
        self._below: QWidget | None = None

    def toggle(self) -> None:
        """Show it, or go back to what it covers."""
        if self.leave():
            return
        below = self._stack.currentWidget()
        if self._page is None:
            self._page = self.make()
            self._stack.addWidget(self._page)
        self._below = below
        self._stack.setCurrentWidget(self._page)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Go back to what it covers; False if it is not shown."""
        if self._page is None or self._stack.currentWidget() is not self._page:
            return False
        if self._below is not None:
            self._stack.setCurrentWidget(self._below)
        return True

    def make(self) -> QWidget:
        """Make the page, which takes the keyboard."""
        raise NotImplementedError
