"""Words on the model that is chosen, in as much room as a small window leaves them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.gui.accessible import set_accessible_role

_MOST_PX = 160  # eleven lines
_LEAST_LINES = 3


class AdviceArea(QScrollArea):
    """As high as its lines; where there is no room for them it scrolls: a licence that is cut off is none."""

    def __init__(self, advice: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = advice
        self.setAccessibleName(advice.accessibleName())
        set_accessible_role(self, QAccessible.Role.Pane)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(advice)
        advice.setAlignment(Qt.AlignmentFlag.AlignTop)

    @override
    def sizeHint(self) -> QSize:
        needed = self._advice.heightForWidth(self.viewport().width())
        return QSize(super().sizeHint().width(), max(0, min(needed, _MOST_PX)))

    @override
    def minimumSizeHint(self) -> QSize:
        least = _LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(super().minimumSizeHint().width(), min(least, self.sizeHint().height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
