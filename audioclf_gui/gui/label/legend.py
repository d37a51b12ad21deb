"""What is written into a picture: which colour is which level, and how far it is to be trusted."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from audioclf_gui.gui.colour_maps import Table, colour_table
from audioclf_gui.gui.text import shown_number

_BAR_PX = 8
_LEGEND_PX = 92
_ROOM_PX = 180  # a lower picture has no legend
_EDGE_PX = 8
_WIDE = 20.0  # from such a range on, levels are told without decimals
_SHADE = QColor(0, 0, 0, 170)
_HALO = QColor(0, 0, 0, 230)
_INK = QColor("#e8eaee")


class LevelLegend:
    """Colours with their levels, painted once and then blitted."""

    def __init__(self) -> None:
        self._image = QPixmap()
        self._painted: object = None

    def box(self, plot: QRect) -> QRect:
        """Where it lies in a picture: in the lower right corner; empty where there is no room."""
        if self._image.isNull() or plot.height() < _ROOM_PX or plot.width() < 3 * _ROOM_PX:
            return QRect()
        box = QRect(QPoint(), self._image.deviceIndependentSize().toSize())
        box.moveBottomRight(plot.bottomRight() - QPoint(_EDGE_PX, _EDGE_PX))
        return box

    def set_levels(self, colours: str, first: float, last: float, unit: str, like: QWidget) -> None:
        """Show the colours of a map from `first` to `last`, in the font of the widget it is for."""
        wanted = colours, first, last, unit, like.devicePixelRatioF(), like.font().key()
        if wanted != self._painted:
            self._painted = wanted
            self._image = _legend(colour_table(colours), first, last, unit, like)

    def paint(self, painter: QPainter, plot: QRect) -> None:
        """Paint it into a picture."""
        painter.drawPixmap(self.box(plot).topLeft(), self._image)


def _legend(colours: Table, first: float, last: float, unit: str, like: QWidget) -> QPixmap:
    decimals = 0 if last - first >= _WIDE else 1
    texts = [shown_number(value, f".{decimals}f") for value in (last, (first + last) / 2, first)]
    texts[0] = f"{texts[0]} {unit}".rstrip()
    font = QFont(like.font())
    font.setPointSizeF(max(7.0, font.pointSizeF() - 1))
    measure = QFontMetrics(font)
    line = measure.height()
    room = max(measure.horizontalAdvance(text) for text in texts)
    box = QRect(0, 0, room + _BAR_PX + 18, _LEGEND_PX + line)
    image = QPixmap(box.size() * like.devicePixelRatioF())
    image.setDevicePixelRatio(like.devicePixelRatioF())
    image.fill(Qt.GlobalColor.transparent)
    column = np.ascontiguousarray(colours[::-1])
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRect(box.right() - _BAR_PX - 5, line // 2, _BAR_PX, _LEGEND_PX)
        painter.fillRect(bar.adjusted(-1, -1, 1, 1), _SHADE)
        painter.drawImage(bar, QImage(column.tobytes(), 1, 256, 4, QImage.Format.Format_RGB32))
        for place, text in enumerate(texts):
            right = bar.left() - 6 - measure.horizontalAdvance(text)
            middle = bar.top() + place / 2 * _LEGEND_PX
            letters = QPainterPath()
            letters.addText(QPointF(right, middle + measure.capHeight() / 2), font, text)
            painter.strokePath(letters, QPen(_HALO, 4))  # set off from any picture, and hides little of it
            painter.fillPath(letters, _INK)
    return image


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
