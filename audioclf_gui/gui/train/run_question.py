"""What is asked, or can be taken back, about the runs of the list; nothing waits for an answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.widgets import button, icon_button, muted_label, row_layout


class RunQuestion(QFrame):
    """A sentence, a button that does what it asks, and one that takes it away, as Esc does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = muted_label(wrap=True)
        self.yes = button("")
        self.yes.clicked.connect(self._answer)
        self.no = icon_button("close", self.tr("Leave it (Esc)"), flat=True)
        self.no.clicked.connect(self.hide)
        self._do: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        row = row_layout(self.yes, self.no)
        row.setStretch(0, 1)
        column.addLayout(row)
        self.hide()

    def ask(self, text: str, yes: str, do: Callable[[], object]) -> None:
        """Ask something else; `do` is called if `yes` is pressed."""
        self._do = do
        self.text.setText(text)
        self.setAccessibleName(text)
        self.yes.setText(yes)
        self.yes.setAccessibleName(yes)
        self.show()

    def _answer(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
