"""A table that grows at its end is looked at there until somebody scrolls up."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView


class EndFollower(QObject):
    """Knows whether a table is looked at at its end, and keeps it there where its height changes."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._bar = view.verticalScrollBar()
        self.is_at_end = True
        self._bar.valueChanged.connect(self._note)
        self._bar.rangeChanged.connect(self._stay)

    def _note(self, value: int) -> None:
        self.is_at_end = value >= self._bar.maximum()

    def _stay(self, _low: int, high: int) -> None:
        if self.is_at_end:
            self._bar.setValue(high)
