"""Which ten classes the digits mean, and the buttons that turn to others."""

from PySide6.QtWidgets import QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.class_keys import ClassPages
from audioclf_gui.gui.command import CLASS_KEYS
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import icon_button, muted_label, row_layout


class PageTurner(QWidget):
    """Shown only while there are more classes than digits."""

    def __init__(self, pages: ClassPages, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._document = document
        self.text = muted_label()
        self.back = icon_button(
            "chevron-left", self.tr("Keys for the ten classes before (Alt and a digit)"), flat=True
        )
        self.forward = icon_button(
            "chevron-right", self.tr("Keys for the next ten classes (Alt and a digit)"), flat=True
        )
        row = row_layout(self.text, self.back, self.forward)
        row.setContentsMargins(0, 0, 0, 0)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forward.clicked.connect(lambda: self._turn(+1))
        pages.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Classes or the page are others now."""
        classes = len(self._document.view.classes)
        first = self._pages.place(0, classes)
        last = min(first + len(CLASS_KEYS), classes)
        self.setVisible(classes > len(CLASS_KEYS))
        self.text.setText(
            words(Text("Keys: {first}–{last} of {classes}", first=first + 1, last=last, classes=classes))
        )
        self.back.setEnabled(first > 0)
        self.forward.setEnabled(last < classes)

    def _turn(self, by: int) -> None:
        classes = len(self._document.view.classes)
        self._pages.turn_to(self._pages.shown(classes) + by, classes)
