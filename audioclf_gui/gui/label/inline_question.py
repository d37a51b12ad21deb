"""A question that stands in the window until it is answered; nothing waits for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from audioclf_gui.gui.widgets import icon_button, muted_label, primary_button


class InlineQuestion(QFrame):
    """One line: what is asked, a button that says yes, and one that takes the question away."""

    confirmed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.yes = primary_button("")
        self.yes.clicked.connect(self.confirmed)
        self.no = icon_button("close", self.tr("Leave it (Esc)"), flat=True)
        self.no.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.text, 1)
        row.addWidget(muted_label(self.tr("The same key again does it, too")))
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def ask(self, text: str, yes: str) -> None:
        """Ask something else."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.yes.setText(yes)
        self.yes.setAccessibleName(yes)
        self.show()
