"""The picture of a mixture with its events under it; a click plays it from there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.core.label import Region
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.theme import class_colour, on_colour, palette, theme_signals

_PICTURE_PX, _ROW_PX = 180, 18
_MOST_ROWS = 6  # further events over each other are painted into the last one


class MixturePicture(QWidget):
    """Shows one mixture, as `show_mixture` was told last."""

    played_from = Signal(float)  # seconds: somebody clicked there

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Example of a mixture"))
        self.setToolTip(self.tr("Click to play from there"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._image: QImage | None = None
        self._duration_s = 1.0
        self._rows: list[tuple[int, Region]] = []
        self._colours: Mapping[str, str] = {}
        self._at_s: float | None = None
        theme_signals.changed.connect(self.update)

    def show_mixture(
        self, image: QImage | None, duration_s: float, regions: Sequence[Region], colours: Mapping[str, str]
    ) -> None:
        """Show another mixture, its events in the colours of their classes."""
        self._image, self._duration_s, self._colours = image, duration_s, colours
        self._rows = _rows(regions)
        self._at_s = None
        rows = 1 + max((row for row, _ in self._rows), default=0)
        self.setFixedHeight(_PICTURE_PX + rows * _ROW_PX)
        told = ", ".join(
            f"{shown_number(one.start_s, '.2f')}–{shown_number(one.end_s, '.2f')} s {one.text}"
            for _, one in self._rows
        )
        self.setAccessibleDescription(told)
        self.update()

    def show_position(self, at_s: float | None) -> None:
        """Show where it is being played; None where it is not."""
        if at_s != self._at_s:
            self._at_s = at_s
            self.update()

    def _x(self, at_s: float) -> float:
        return self.width() * at_s / self._duration_s

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.played_from.emit(self._duration_s * event.position().x() / max(1, self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            picture = QRectF(0, 0, self.width(), _PICTURE_PX)
            painter.fillRect(picture, QColor("#000004"))
            if self._image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(picture, self._image)
            for row, region in self._rows:
                self._paint_event(painter, row, region)
            if self._at_s is not None:
                painter.setPen(QPen(QColor(palette().cursor), 2))
                place = self._x(self._at_s)
                painter.drawLine(QPointF(place, 0), QPointF(place, self.height()))

    def _paint_event(self, painter: QPainter, row: int, region: Region) -> None:
        left, right = self._x(region.start_s), self._x(region.end_s)
        box = QRectF(left, _PICTURE_PX + row * _ROW_PX + 1, max(2.0, right - left), _ROW_PX - 2)
        colour = class_colour(self._colours[region.text]) if region.text in self._colours else None
        fill = QColor(palette().accent) if colour is None else colour
        painter.fillRect(box, fill)
        painter.setPen(on_colour(fill))
        room = box.adjusted(3, 0, -1, 0)
        text = painter.fontMetrics().elidedText(region.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _rows(regions: Sequence[Region]) -> list[tuple[int, Region]]:
    """Each event with the first row in which it covers none before it."""
    ends_s: list[float] = []
    placed = []
    for region in sorted(regions, key=lambda one: one.start_s):
        row = next((at for at, end_s in enumerate(ends_s) if end_s <= region.start_s), len(ends_s))
        row = min(row, _MOST_ROWS - 1)
        ends_s[row : row + 1] = [region.end_s]
        placed.append((row, region))
    return placed
