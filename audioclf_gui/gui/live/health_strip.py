"""One calm line that says in words how the input is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.theme import theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel, set_role

if TYPE_CHECKING:
    from audioclf_gui.ml.input_health import InputHealth

_ICONS = {"muted": "information-outline", "good": "check-circle-outline", "warn": "alert-outline"}
_ICON_PX = 16
_GOOD_REPORTS = 3  # a problem stays readable for so many half seconds after it is over


class HealthStrip(QWidget):
    """Always there, so that nothing below it moves when a problem comes or goes."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = QLabel()
        self._mark.setFixedWidth(_ICON_PX)
        self.words = ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(7)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        self._good_reports = 0
        self._role = ""
        self.say("")
        theme_signals.changed.connect(self._paint_mark)

    @property
    def text(self) -> str:
        """What it says."""
        return self.words.whole_text()

    def say(self, text: str, role: str = "muted") -> None:
        """Say something in the role of muted, good or warn."""
        self.words.set_text(text)
        self._good_reports = 0
        if role != self._role:
            self._role = role
            set_role(self.words, role)
            self._paint_mark()

    def _paint_mark(self) -> None:
        self._mark.setPixmap(icon(_ICONS[self._role], self._role).pixmap(_ICON_PX, _ICON_PX))

    def report(self, health: "InputHealth") -> None:
        """Say what is wrong with the input, or that nothing is."""
        if health.problems:
            self.say(" ".join(words(problem) for problem in health.problems), "warn")
            return
        self._good_reports += 1
        if self._role != "warn" or self._good_reports >= _GOOD_REPORTS:
            self.say(self.tr("The input is fine."), "good")
