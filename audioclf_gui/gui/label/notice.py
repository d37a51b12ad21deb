"""What stands in the place of the panes when there is nothing to draw."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.theme import theme_signals
from audioclf_gui.gui.widgets import muted_label, primary_button, title_label

_ICON_PX = 44


class Notice(QWidget):
    """A few words in the middle, and at most one button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self.picture = QLabel()
        self.title = title_label("", 3.0)
        self.words = muted_label(wrap=True)
        self.button = primary_button("")
        self.button.clicked.connect(self.pressed)
        for label in (self.picture, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self.picture, self.title, self.words):
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        theme_signals.changed.connect(self._paint_icon)

    def say(self, icon_name: str, title: str, words: str, button: str = "", tip: str = "") -> None:
        """Show other words."""
        self._icon_name = icon_name
        self._paint_icon()
        self.title.setText(title)
        self.words.setText(words)
        self.button.setVisible(bool(button))
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setToolTip(tip)

    def _paint_icon(self) -> None:
        if self._icon_name:
            self.picture.setPixmap(icon(self._icon_name, "muted").pixmap(_ICON_PX, _ICON_PX))
