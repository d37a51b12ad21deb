"""The results of a run, or what covers them while its button is down."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from audioclf_gui.gui.widgets import Panel, on_escape


class CoveringPanel(Panel):
    """What covers the results until it is left, with Esc for one."""

    closed = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        on_escape(self, self.closed.emit)


class ResultPages(QStackedWidget):
    """The first page shows results; each of the others belongs to a button, of which one is down at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []

    def cover(self, button: QPushButton, panel: Callable[[], CoveringPanel]) -> None:
        """Show a panel while a button is down; it is asked for only then."""
        self._buttons.append(button)
        button.toggled.connect(partial(self._show, button, panel))

    def uncover(self) -> None:
        """Show the results."""
        for button in self._buttons:
            button.setChecked(False)

    def _show(self, button: QPushButton, panel: Callable[[], CoveringPanel], is_down: bool) -> None:
        if is_down:
            for other in self._buttons:
                other.setChecked(other is button)
            page = panel()
            if self.indexOf(page) < 0:
                self.addWidget(page)
                page.closed.connect(partial(button.setChecked, False))
            self.setCurrentWidget(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not any(one.isChecked() for one in self._buttons):
            self.setCurrentIndex(0)
