"""What is written into a picture: which colour is which level, and how far it is to be trusted."""

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from audioclf_gui.gui.colour_maps import Table
from audioclf_gui.gui.text import signed

_BAR_PX = 8
_LEGEND_PX = 92
_ROOM_PX = 180  # a lower picture has no legend
_EDGE_PX = 8
_SHADE = QColor(0, 0, 0, 150)
_INK = QColor("#e8eaee")


def paint_legend(
    painter: QPainter, plot: QRect, colours: Table, first: float, last: float, unit: str
) -> None:
    """Paint the colours from `first` to `last` into the lower right corner of a picture."""
    if plot.height() < _ROOM_PX or plot.width() < 3 * _ROOM_PX:
        return
    texts = [_number(value) for value in (last, (first + last) / 2, first)]
    texts[0] = f"{texts[0]} {unit}".rstrip()
    font = painter.font()
    painter.save()
    font.setPointSizeF(max(7.0, font.pointSizeF() - 1))
    painter.setFont(font)
    measure = painter.fontMetrics()
    room = max(measure.horizontalAdvance(text) for text in texts)
    line = measure.height()
    box = QRect(0, 0, room + _BAR_PX + 18, _LEGEND_PX + line)
    box.moveBottomRight(plot.bottomRight())
    box.translate(-_EDGE_PX, -_EDGE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    painter.drawRoundedRect(box, 4, 4)
    bar = QRect(box.right() - _BAR_PX - 5, box.top() + line // 2, _BAR_PX, _LEGEND_PX)
    column = np.ascontiguousarray(colours[::-1])
    painter.drawImage(bar, QImage(column.tobytes(), 1, 256, 4, QImage.Format.Format_RGB32))
    painter.setPen(_INK)
    for place, text in enumerate(texts):
        y = bar.top() + round(place / 2 * _LEGEND_PX) - line // 2
        at = QRect(box.left() + 4, y, box.width() - _BAR_PX - 14, line)
        painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def paint_note(painter: QPainter, plot: QRect, text: str) -> None:
    """Paint words into the upper left corner of a picture."""
    painter.save()
    room = painter.fontMetrics().horizontalAdvance(text) + 14
    box = QRect(plot.left() + _EDGE_PX, plot.top() + 6, room, painter.fontMetrics().height() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_INK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _number(value: float) -> str:
    return signed(f"{value:.0f}" if abs(value) >= 10 else f"{value:.1f}".removesuffix(".0"))
