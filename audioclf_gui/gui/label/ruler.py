"""The time axis below the panes."""

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.label_hits import Hit
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.label_pane import LabelPane
from audioclf_gui.gui.label.time_pane import GUTTER, dress_axis
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import date_text, shown_number, time_of_day_text
from audioclf_gui.gui.theme import palette

TimeKind = Literal["automatic", "seconds", "minutes", "time of day"]
TIME_KINDS: tuple[TimeKind, ...] = ("automatic", "seconds", "minutes", "time of day")

_STEPS_S = (60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
_ROOM_PX = 80
_AIR_PX = 24
_PARTS = 5
_CLOCK_FROM_S = 120.0


class Ruler(LabelPane):
    """Seconds while they suffice, then minutes and hours, or the time of day; a click on the unit chooses.

    Dragging in it selects, as in the panes; of labels it knows only the edges of those that are selected.
    """

    unit_pressed = Signal(object)  # QPoint on the screen

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(view, layer, parent)
        self._kind: TimeKind = "automatic"
        self._start: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Time axis"))

    def set_times(self, kind: TimeKind, start: datetime | None) -> None:
        """Tell times in another way; without a start of the recording there is no time of day."""
        self._kind, self._start = kind, start
        self.update()

    @override
    def paint_found(self, painter: QPainter) -> None:
        """Nothing: what is written here is to be read."""

    def text(self, time_s: float) -> str:
        """A moment as the ruler tells it, to the millisecond."""
        if self.day_start is None and not self._as_clock():
            return f"{shown_number(time_s, '.3f')} s"
        return self._tick_text(round(time_s, 3), 0.001)

    def exact_text(self, time_s: float) -> str:
        """A moment as the ruler tells it, as exact as it can be typed again."""
        whole = self._tick_text(time_s, 1e-6)
        return whole[:-3] + whole[-3:].rstrip("0")

    @property
    def day_start(self) -> datetime | None:
        """When the recording began, if its times are told as times of day."""
        return self._start if self._kind == "time of day" else None

    def _step_s(self, painter: QPainter) -> float:
        """The smallest round step whose ticks have room for their texts."""
        step_s = tick_step_s(self.view.s_per_px * _ROOM_PX)
        text = self._tick_text(min(self.view.end_s, self.view.duration_s), step_s)
        room = painter.fontMetrics().horizontalAdvance(text) + _AIR_PX
        return tick_step_s(self.view.s_per_px * max(room, _ROOM_PX))

    def _as_clock(self) -> bool:
        is_long = self.view.duration_s > _CLOCK_FROM_S
        return self._kind == "minutes" or (self._kind != "seconds" and is_long)

    def _tick_text(self, time_s: float, step_s: float) -> str:
        start = self.day_start
        if start is not None:
            return day_text(start, time_s, step_s)
        return tick_text(time_s, step_s, as_clock=self._as_clock())

    @override
    def _found(
        self, position: QPointF, is_preferred: Callable[[Label], bool] = lambda _label: False
    ) -> list[Hit]:
        found = super()._found(position, is_preferred)
        return [hit for hit in found if hit.is_edge and self.layer.has_chosen(hit.label)]

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < GUTTER and event.button() == Qt.MouseButton.LeftButton:
            self.unit_pressed.emit(self.mapToGlobal(QPoint(0, self.height())))
        else:
            super().mousePressEvent(event)

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        if position.x() < GUTTER:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            super().show_pointer_shape(position)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 24)

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(palette().window))
        dress_axis(painter)
        painter.drawLine(GUTTER, 0, self.width(), 0)
        step_s = self._step_s(painter)
        small_s = step_s / _PARTS
        before_s = seconds_of_day(self.day_start)
        first = math.ceil((self.view.t0_s + before_s) / small_s - 1e-9)
        last = math.floor((min(self.view.end_s, self.view.duration_s) + before_s) / small_s + 1e-9)
        for number in range(first, last + 1):
            x = round(self.x_of(number * small_s - before_s))
            is_large = number % _PARTS == 0
            painter.drawLine(x, 0, x, 6 if is_large else 3)
            if is_large:
                text = self._tick_text(number * small_s - before_s, step_s)
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
        start = self.day_start
        unit = date_text(start) if start is not None else self.tr("min") if self._as_clock() else self.tr("s")
        room = GUTTER - 2 - painter.fontMetrics().horizontalAdvance(unit) - 14
        unit = unit if room > 0 or start is None else date_text(start, in_little_room=True)
        painter.drawText(QRect(0, 7, GUTTER - 15, 16), Qt.AlignmentFlag.AlignRight, unit)
        x, y = GUTTER - 9, 14
        painter.drawPolyline(QPolygonF([QPointF(x - 3, y - 1), QPointF(x, y + 2), QPointF(x + 3, y - 1)]))


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
        return shown_number(time_s, f".{decimals}f")
    unit = 10**decimals
    minutes, parts = divmod(round(time_s * unit), 60 * unit)
    hours, minutes = divmod(minutes, 60)
    seconds = shown_number(parts / unit, f"0{3 + decimals if decimals else 2}.{decimals}f")
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{seconds}"


def seconds_of_day(start: datetime | None) -> float:
    """How far a day has got, so that ticks are at round times of it; 0 without one."""
    return 0.0 if start is None else (start - datetime(start.year, start.month, start.day)).total_seconds()


def day_text(start: datetime, time_s: float, step_s: float) -> str:
    """A time of day on the axis, as exact as the step: "05:30", "05:30:10", "05:30:10.25"."""
    decimals = max(0, -math.floor(math.log10(step_s) + 1e-9))
    moment = start + timedelta(seconds=round(time_s, decimals))
    if step_s >= 60 and not moment.second:
        return f"{moment:%H:%M}"
    return time_of_day_text(moment, decimals)
