"""Time in the Live workspace: the axis that its pictures share, the present at the right, and of tables."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.text import MINUS, clock, clock_short, shown_number
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

GUTTER = 52
RIGHT = 12  # so that the last number is not cut off
AXIS_HEIGHT = 22
_TICK_PX = 90
_STEPS_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)


def plot_box(widget: QWidget, top: int, bottom: int) -> QRect:
    """The part of a widget between the axes."""
    width, height = widget.width() - GUTTER - RIGHT, widget.height() - top - bottom
    return QRect(GUTTER, top, max(1, width), max(1, height))


def x_of(ago_s: float, box: QRect, span_s: float) -> float:
    """Where a moment is."""
    return box.left() + box.width() * (1.0 - ago_s / span_s)


def small_font(font: QFont) -> QFont:
    """The font of axes."""
    smaller = QFont(font)
    smaller.setPointSizeF(max(7.0, font.pointSizeF() - 1))
    return smaller


def time_text(began: datetime | None, time_s: float) -> str:
    """The time of day that is so long after `began`, or where there is none the place in the file."""
    if began is None:
        return clock(time_s)[:-2] if time_s < 3600.0 else clock_short(time_s)
    return f"{began + timedelta(seconds=time_s):%H:%M:%S}"


def ticks_s(span_s: float, width: int) -> list[float]:
    """The seconds ago that have room for their number, from the present on."""
    step_s = next((step for step in _STEPS_S if step / span_s * width >= _TICK_PX), _STEPS_S[-1])
    return [step_s * number for number in range(int(span_s / step_s) + 1)]


def paint_time_axis(painter: QPainter, box: QRect, span_s: float, at: str = "") -> None:
    """Numbers below `box`; the first says what they are, the last is the present or the time `at`."""
    painter.setPen(QColor(palette().muted))
    foot = box.bottom() + 1
    painter.drawLine(box.left(), foot, box.right(), foot)
    ticks = ticks_s(span_s, box.width())
    for ago_s in ticks:
        x = round(x_of(ago_s, box, span_s))
        painter.drawLine(x, foot, x, foot + 4)
        text = shown_number(ago_s, "g") if ago_s else at or words(Text("now"))
        if at and ago_s:
            text = f"{MINUS}{text} s"
        elif ago_s == ticks[-1]:
            text = words(Text("{seconds} s ago", seconds=text))
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        left = min(x - width // 2, box.right() + RIGHT - width)
        painter.drawText(QRect(left, foot + 5, width, AXIS_HEIGHT - 5), Qt.AlignmentFlag.AlignCenter, text)
