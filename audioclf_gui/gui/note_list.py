"""Sentences that the user should read before going on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy
from typing_extensions import override

_LINES = 6


class NoteList(QScrollArea):
    """A sentence a line, as many as there are in six lines of height; the rest is scrolled to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(name)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences, or nothing at all if there are none."""
        self.words.setText("\n".join(f"\N{BULLET} {note}" for note in notes))
        self.setVisible(bool(notes))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.words.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(0, wanted), _LINES * self.fontMetrics().lineSpacing()))
