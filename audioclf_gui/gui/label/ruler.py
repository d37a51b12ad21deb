"""The time axis below the panes."""

import math

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.gui.label.time_pane import GUTTER, TimePane, dress_axis
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.theme import palette

_STEPS_S = (60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
_ROOM_PX = 80
_PARTS = 5
_CLOCK_FROM_S = 120.0


class Ruler(TimePane):
    """Seconds while they suffice, then minutes and hours; dragging in it selects, as in the panes."""

    def __init__(self, view: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(view, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Time axis"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 24)

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(palette().window))
        dress_axis(painter)
        painter.drawLine(GUTTER, 0, self.width(), 0)
        step_s = tick_step_s(self.view.s_per_px * _ROOM_PX)
        small_s = step_s / _PARTS
        as_clock = self.view.duration_s > _CLOCK_FROM_S
        first = math.ceil(self.view.t0_s / small_s - 1e-9)
        last = math.floor(min(self.view.end_s, self.view.duration_s) / small_s + 1e-9)
        for number in range(first, last + 1):
            x = round(self.x_of(number * small_s))
            is_large = number % _PARTS == 0
            painter.drawLine(x, 0, x, 6 if is_large else 3)
            if is_large:
                text = tick_text(number * small_s, step_s, as_clock=as_clock)
                room = painter.fontMetrics().horizontalAdvance(text) + 2
                left = min(max(x - room // 2, GUTTER + 1), self.width() - room)
                painter.drawText(QRect(left, 7, room, 16), Qt.AlignmentFlag.AlignHCenter, text)

    @override
    def paint_selection(self, painter: QPainter) -> None:
        selection = self.view.selection
        if selection is not None:
            left, right = round(self.x_of(selection.start_s)), round(self.x_of(selection.end_s))
            painter.fillRect(QRect(left, 0, max(right - left, 1), 2), QColor(palette().text))

    @override
    def paint_head(self, painter: QPainter) -> None:
        x = self.x_of(self.view.head_s)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette().cursor))
        painter.drawPolygon(QPolygonF([QPointF(x - 4, 0), QPointF(x + 4, 0), QPointF(x, 6)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    @override
    def paint_axis(self, painter: QPainter) -> None:
        painter.drawText(QRect(0, 7, GUTTER - 9, 16), Qt.AlignmentFlag.AlignRight, self.tr("s"))


def tick_step_s(least_s: float) -> float:
    """The smallest round step of at least `least_s`."""
    if least_s > 30:
        return float(next((step for step in _STEPS_S if step >= least_s), _STEPS_S[-1]))
    power = 10.0 ** math.floor(math.log10(least_s))
    candidates = (power, 2 * power, 5 * power, 10 * power, 30.0 if power == 10.0 else 10 * power)
    return min(step for step in candidates if step >= least_s * (1 - 1e-9))


def tick_text(time_s: float, step_s: float, *, as_clock: bool) -> str:
    """A time on the axis, as exact as the step: "2.5", or as a clock "0:02.5", "1:30", "1:02:00"."""
    decimals = max(0, -math.floor(math.log10(step_s) + 1e-9))
    if not as_clock:
        return f"{time_s:.{decimals}f}"
    unit = 10**decimals
    minutes, parts = divmod(round(time_s * unit), 60 * unit)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{parts / unit:0{3 + decimals if decimals else 2}.{decimals}f}"
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{seconds}"
