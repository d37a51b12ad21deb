"""The rectangle that is drawn over rows of labels to choose those that it touches."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.theme import palette


class RubberBand:
    """Spans time and height, so that it keeps its place when the view scrolls below it.

    Parameters
    ----------
    kept
        Labels that were chosen before and stay so.
    """

    def __init__(self, time_s: float, y: float, kept: Sequence[Label] = ()) -> None:
        self.kept = kept
        self._from = self._to = time_s, y

    def stretch_to(self, time_s: float, y: float) -> None:
        """Draw it from where it began to another corner."""
        self._to = time_s, y

    @property
    def start_s(self) -> float:
        """Where it begins."""
        return min(self._from[0], self._to[0])

    @property
    def end_s(self) -> float:
        """Where it ends."""
        return max(self._from[0], self._to[0])

    @property
    def top(self) -> float:
        """Its upper edge in the widget's pixels."""
        return min(self._from[1], self._to[1])

    @property
    def bottom(self) -> float:
        """Its lower edge in the widget's pixels."""
        return max(self._from[1], self._to[1])

    def paint(self, painter: QPainter, view: ViewState) -> None:
        """Paint it as far as it is in view."""
        left, right = (GUTTER + view.x_at(time_s) for time_s in (self.start_s, self.end_s))
        painter.setPen(QPen(QColor(palette().text), 1, Qt.PenStyle.DotLine))
        colour = QColor(palette().accent)
        colour.setAlpha(70)
        painter.setBrush(colour)
        painter.drawRect(QRectF(left, self.top, right - left, self.bottom - self.top))
