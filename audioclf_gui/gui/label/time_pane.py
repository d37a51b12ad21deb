"""What all panes along the time axis have in common: selecting, scrolling, zooming, the red line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.gui.accessible import set_accessible_role
from audioclf_gui.gui.label.view_state import Selection, Spans, ViewState
from audioclf_gui.gui.theme import palette, theme_signals

GUTTER = 58
"""Pixels at the left of every pane for its axis."""

EDGE_PX = 5
"""How near to an edge the pointer takes hold of it."""

ZOOM_STEP = 0.8
"""How much of what is in view a notch of the wheel leaves."""
_WHEEL_NOTCH = 120  # what Qt counts for it
_MOST_NOTCHES = 50.0  # of one event: beyond all that can be shown, and far below what a float cannot hold

CLICK_PX = 3
"""A shorter way of the pressed pointer is a click, and no drag."""


_MARK_PX = 9


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is under the pointer: the time, and what the pane knows about it."""

    time_s: float
    frequency_hz: float | None = None
    level: float | None = None
    unit: str = "dB"  # of the level


class TimePane(QWidget):
    """A pane that shows the stretch of time of a `ViewState`; subclasses paint their content."""

    pointed = Signal(object)  # Pointed | None
    taken = Signal()  # the pane was clicked: the editor has the keyboard now

    def __init__(self, view: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._anchor_s: float | None = None
        self._pressed_x = 0.0
        self._is_drag = False
        self._rests_at: QPointF | None = None  # where it is, while it is on the pane
        self.setMouseTracking(True)
        set_accessible_role(self, QAccessible.Role.Graphic)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.span_changed.connect(self.update)
        view.span_changed.connect(self.tell_pointed)
        view.selection_changed.connect(self.update)
        view.marks_changed.connect(self.update)
        view.found_changed.connect(self.update)
        view.head_moved.connect(self._repaint_head)
        theme_signals.changed.connect(self.update)

    def plot(self) -> QRect:
        """Where the content is, without the axis."""
        return QRect(GUTTER, 0, max(self.width() - GUTTER, 1), self.height())

    def x_of(self, time_s: float) -> float:
        """Where a time is painted, in the widget's pixels."""
        return GUTTER + self.view.x_at(time_s)

    def time_of(self, x: float) -> float:
        """The time at one of the widget's pixels, held inside the clip."""
        return self.view.seconds_at(x - GUTTER)

    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what the pane is about; `dirty` bounds what needs it."""
        raise NotImplementedError

    def paint_axis(self, painter: QPainter) -> None:
        """Paint the gutter."""

    def paint_ticks(self, painter: QPainter, ticks: Iterable[tuple[int, str]]) -> None:
        """Paint the edge of the gutter with a tick and a text at each of these heights."""
        painter.drawLine(GUTTER - 1, 0, GUTTER - 1, self.height())
        for y, text in ticks:
            painter.drawLine(GUTTER - 5, y, GUTTER - 1, y)
            box = QRect(0, min(max(y - 8, 0), self.height() - 16), GUTTER - 9, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def describe(self, position: QPointF) -> Pointed:
        """What is under the pointer."""
        return Pointed(self.time_of(position.x()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, event.rect())

    def paint(self, painter: QPainter, dirty: QRect, *, with_head: bool = True) -> None:
        """Paint the pane, here or into a picture that is to be kept."""
        plot = self.plot()
        painter.fillRect(dirty, QColor(palette().wave_background))
        if self.view.duration_s > 0:
            painter.save()
            painter.setClipRect(plot, Qt.ClipOperation.IntersectClip)
            self.paint_content(painter, dirty)
            self.paint_found(painter)
            self.paint_selection(painter)
            if with_head:
                self._paint_marks(painter)
                self.paint_head(painter)
            painter.restore()
        if dirty.left() < GUTTER:
            painter.fillRect(QRect(0, 0, GUTTER, self.height()), QColor(palette().window))
            dress_axis(painter)
            self.paint_axis(painter)

    def paint_selection(self, painter: QPainter) -> None:
        """Shade the selected stretch between two dashed lines."""
        if self.view.selection is not None:
            self.paint_stretch(painter, self.view.selection, QColor(palette().text))

    def paint_stretch(self, painter: QPainter, selection: Selection, colour: QColor) -> None:
        """Shade a stretch of time between two dashed lines."""
        left, right = round(self.x_of(selection.start_s)), round(self.x_of(selection.end_s))
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        shade = QColor(colour)
        shade.setAlpha(34)
        painter.fillRect(QRect(left, 0, right - left, self.height()), shade)
        for x in (left, right):
            painter.drawLine(x, 0, x, self.height())

    def _paint_marks(self, painter: QPainter) -> None:
        """Paint where a stretch was marked to begin or end, as long as it is not selected."""
        marks, colour = self.view.marks, QColor(palette().accent)
        if marks.span_s is not None:
            return
        for time_s, inwards in ((marks.in_s, 1), (marks.out_s, -1)):
            if time_s is not None:
                x = round(self.x_of(time_s))
                painter.fillRect(QRect(x - 1, 0, 2, self.height()), colour)
                corner = QPoint(x + inwards * _MARK_PX, 0)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPolygon([QPoint(x, 0), corner, QPoint(x, _MARK_PX)])
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_found(self, painter: QPainter) -> None:
        """Outline what would be found as sound; outlines that meet on a pixel are one."""
        colour = QColor(palette().found)
        shade = QColor(colour)
        shade.setAlpha(46)
        painter.setPen(QPen(colour, 1))
        for left, right in merged_pixels(self.view, self.view.found):
            box = QRect(GUTTER + left, 1, max(right - left, 1), self.height() - 3)
            painter.fillRect(box, shade)
            painter.drawRect(box)

    def paint_head(self, painter: QPainter) -> None:
        """Paint the red line."""
        x = round(self.x_of(self.view.head_s))
        painter.fillRect(QRect(x - 1, 0, 2, self.height()), QColor(palette().cursor))

    def _repaint_head(self, before_s: float, after_s: float) -> None:
        for time_s in (before_s, after_s):
            self.update(round(self.x_of(time_s)) - 5, 0, 10, self.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.view.duration_s > 0:
            self.taken.emit()
            self._begin(event.position(), event.modifiers())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._rests_at = event.position()
        self.tell_pointed()
        if self._anchor_s is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position())
        elif not event.buttons():
            self.show_pointer_shape(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._anchor_s is not None:
            if not self._is_drag:
                self.clicked_at(self._anchor_s)
            self._anchor_s = None

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._rests_at = None
        self.pointed.emit(None)
        super().leaveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = wheel_notches(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.view.zoom(ZOOM_STEP**notches, event.position().x() - GUTTER)
        else:
            self.view.scroll_px(-notches * self.view.width_px / 10)
        event.accept()

    def tell_pointed(self) -> None:
        """Tell what is under the pointer, which may rest while the picture moves."""
        if self._rests_at is not None:
            self.pointed.emit(self.describe(self._rests_at))

    def show_pointer_shape(self, position: QPointF) -> None:
        """Tell by the pointer what pressing would do."""
        raise NotImplementedError

    def clicked_at(self, time_s: float) -> None:
        """A click that was no drag: the cursor goes there and nothing is selected."""
        self.view.select(None)
        self.view.set_cursor(time_s)

    def edge_of(self, x: float) -> float:
        """The time of an edge that is drawn at one of the widget's pixels."""
        return self.time_of(x)

    def _begin(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._pressed_x = position.x()
        self._is_drag = False
        time_s = self.edge_of(position.x())
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._anchor_s = time_s
            return
        self._anchor_s = self._far_edge(time_s)
        self._is_drag = True
        self._drag_to(position)

    def _drag_to(self, position: QPointF) -> None:
        assert self._anchor_s is not None
        if not self._is_drag and abs(position.x() - self._pressed_x) < CLICK_PX:
            return
        self._is_drag = True
        self._scroll_along(position.x())
        time_s = self.edge_of(position.x())
        kept = self.view.selection
        selection = Selection(min(self._anchor_s, time_s), max(self._anchor_s, time_s))
        if kept is not None and self._anchor_s in (kept.start_s, kept.end_s):
            selection = replace(selection, low_hz=kept.low_hz, high_hz=kept.high_hz)
        self.view.select(selection)
        self.view.set_cursor(selection.start_s)

    def _scroll_along(self, x: float) -> None:
        """Follow a drag that leaves the pane."""
        beyond = min(x - GUTTER, 0) + max(x - self.width(), 0)
        if beyond:
            self.view.scroll_px(beyond / 2)

    def _far_edge(self, time_s: float) -> float:
        """What a Shift+click keeps: the farther edge of the selection, or the cursor."""
        selection = self.view.selection
        if selection is None:
            return self.view.cursor_s
        nearer_start = abs(time_s - selection.start_s) < abs(time_s - selection.end_s)
        return selection.end_s if nearer_start else selection.start_s


def wheel_notches(event: QWheelEvent) -> float:
    """How far the wheel was turned, away from the user as a positive number."""
    notches = (event.angleDelta().y() or event.angleDelta().x()) / _WHEEL_NOTCH
    return min(max(notches, -_MOST_NOTCHES), _MOST_NOTCHES)


def merged_pixels(view: ViewState, spans: Spans) -> list[tuple[int, int]]:
    """The pixels, counted from the left edge of the panes, between which ordered spans are in view."""
    first, last = np.searchsorted(spans[:, 1], view.t0_s), np.searchsorted(spans[:, 0], view.end_s)
    pixels = np.rint((spans[first:last] - view.t0_s) / view.s_per_px).astype(int)
    pixels = np.clip(pixels, -10, view.width_px + 10)
    if not len(pixels):
        return []
    breaks = np.flatnonzero(pixels[1:, 0] > pixels[:-1, 1]) + 1
    lefts = pixels[np.concatenate([[0], breaks]), 0]
    rights = np.maximum.reduceat(pixels[:, 1], np.concatenate([[0], breaks]))
    return list(zip(lefts.tolist(), rights.tolist(), strict=True))


def dress_axis(painter: QPainter) -> None:
    """Font and colour of what is written along an axis."""
    font = painter.font()
    font.setPointSizeF(max(7.0, font.pointSizeF() - 1))
    painter.setFont(font)
    painter.setPen(QColor(palette().muted))
