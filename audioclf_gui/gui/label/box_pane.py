"""A pane whose height is frequency: labels with a band are boxes in it, and boxes are drawn there."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.label_drag import Grip
from audioclf_gui.gui.label.label_hits import Hit, LabelOutline
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.picture_pane import PicturePane
from audioclf_gui.gui.label.pictures import lane_bounds
from audioclf_gui.gui.label.selection_painter import around
from audioclf_gui.gui.label.time_pane import CLICK_PX
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.theme import colour_on, on_colour

_MOST_BOXES = 300
_HALO = QColor(0, 0, 0, 150)
_NO_CLASS = QColor("#aab2c0")  # in both themes, since the picture is the same
_BEYOND = 0.05  # of the height of a lane: so far outside of it boxes are cut off


class BoxPane(PicturePane):
    """Dragging draws a stretch of time or, with the box tool or Alt, a box of time and frequency."""

    is_picture = True

    def __init__(self, name: str, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(name, view, layer, parent)
        self._draws_boxes = False
        self._box_from: tuple[float, float] | None = None

    @property
    def axis(self) -> FrequencyAxis:
        """The band of the picture in view, which is what everything in it is measured by."""
        raise NotImplementedError

    @property
    def background(self) -> QColor:
        """The colour of silence."""
        raise NotImplementedError

    def set_tool(self, *, boxes: bool) -> None:
        """Let a drag draw boxes, or stretches of time."""
        self._draws_boxes = boxes

    @property
    def lanes(self) -> list[tuple[int, int]]:
        """Top and bottom of each lane."""
        return lane_bounds(self.height(), 1 if self.clip_view is None else len(self.clip_view.spectra))

    def lane_at(self, y: float) -> tuple[int, int]:
        """Top and bottom of the lane at a height; beyond the last the last."""
        return next((lane for lane in self.lanes if y < lane[1]), self.lanes[-1])

    def frequency_at(self, y: float, lane: tuple[int, int] | None = None) -> float:
        """The frequency at a height, held inside the band of a lane: of the one there, or of another."""
        top, bottom = self.lane_at(y) if lane is None else lane
        return float(self.axis.frequency_at(min(max((bottom - y) / (bottom - top), 0.0), 1.0)))

    @override
    def outlines(self, labels: Iterable[Label], _tier: Tier = Tier.LABELS) -> Iterator[LabelOutline]:
        for outline in super().outlines(labels, _tier):
            low_hz, high_hz = outline.label.low_hz, outline.label.high_hz
            if low_hz is None and high_hz is None:
                yield outline
                continue
            band_hz = low_hz or 0.0, self.top_hz if high_hz is None else high_hz
            for top, bottom in self._levels(*band_hz):
                yield LabelOutline(outline.label, outline.left, outline.right, top, bottom, has_band=True)

    def _levels(self, low_hz: float, high_hz: float) -> Iterator[tuple[float, float]]:
        """Top and bottom of a band in each lane, as far as it is in view."""
        axis = self.axis
        for top, bottom in self.lanes:
            height = bottom - top
            upper = bottom - min(axis.height_at(high_hz), 1.0 + _BEYOND) * height
            lower = bottom - max(axis.height_at(low_hz), -_BEYOND) * height
            if lower >= top and upper <= bottom:
                yield upper, lower

    @override
    def hertz_between(self, grip: Grip, outline: LabelOutline, start: QPointF, end: QPointF) -> float:
        lane = self.lane_at(start.y())
        if grip == Grip.BODY:
            return self.frequency_at(end.y(), lane) - self.frequency_at(start.y(), lane)
        edge = outline.top if Grip.HIGH in grip else outline.bottom
        return self.frequency_at(edge + end.y() - start.y(), lane) - self.frequency_at(edge, lane)

    @override
    def _is_movable(self, hit: Hit, position: QPointF) -> bool:
        is_in_the_way = self._draws_boxes and not hit.outline.has_band  # of a box that is to be drawn
        is_held = hit.is_edge and self.layer.has_chosen(hit.label)
        return super()._is_movable(hit, position) and (is_held or not is_in_the_way)

    @override
    def free_shape(self) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor if self._draws_boxes else super().free_shape()

    @override
    def begin_selection(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._box_from = None
        has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if not (self._draws_boxes or has_alt) or extends or self.clip_view is None:
            super().begin_selection(position, modifiers)
            return
        self._anchor_s = self.edge_of(position.x())
        self._box_from = self._anchor_s, self.frequency_at(position.y())

    @override
    def _drag_to(self, position: QPointF) -> None:
        if self._box_from is None:
            super()._drag_to(position)
            return
        self._pointer = position
        if not self._is_drag and (position - self._pressed).manhattanLength() < CLICK_PX:
            return
        self._is_drag = True
        self._scroll_along(position.x())
        (from_s, from_hz), to_s = self._box_from, self.edge_of(position.x())
        to_hz = self.frequency_at(position.y(), self.lane_at(self._pressed.y()))
        low_hz, high_hz = sorted((from_hz, to_hz))
        self.view.select(Selection(min(from_s, to_s), max(from_s, to_s), low_hz, high_hz))
        self.view.set_cursor(min(from_s, to_s))

    @override
    def _let_go(self) -> None:
        self._box_from = None
        super()._let_go()

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        super().paint_content(painter, dirty)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for outline, width in self._boxes():
            box = around(outline, width)
            painter.setPen(QPen(_HALO, width + 2))
            painter.drawRect(box)
            painter.setPen(QPen(self.colour_of(outline.label), width))
            painter.drawRect(box)

    @override
    def draws_boxes(self) -> bool:
        index = self.layer.tiers[Tier.LABELS]
        return len(index.visible(self.view.t0_s, self.view.end_s)) <= _MOST_BOXES

    def _boxes(self) -> Iterator[tuple[LabelOutline, int]]:
        """The labels in view that are bounded in frequency, with how broad their lines are.

        None if they would cover everything, and none that is on its way.
        """
        if not self.draws_boxes():
            return
        index = self.layer.tiers[Tier.LABELS]
        seen = index.visible(self.view.t0_s, self.view.end_s)
        is_chosen = self.layer.is_chosen(Tier.LABELS)
        for place in seen.tolist():
            label = index.labels[place]
            if (label.low_hz is not None or label.high_hz is not None) and label not in self.layer.moving:
                for outline in self.outlines((label,)):
                    yield outline, 3 if is_chosen[place] else 1

    @override
    def colour_of(self, label: Label) -> QColor:
        known = None if label.class_id is None else self.layer.classes.get(label.class_id)
        plain = _NO_CLASS if known is None else QColor(known.colour)
        return colour_on(plain, self.background)

    @override
    def paint_stretch(self, painter: QPainter, selection: Selection, colour: QColor) -> None:
        shade = on_colour(self.background)
        if selection.band_hz is None:
            super().paint_stretch(painter, selection, shade)
            return
        fill = QColor(shade)
        fill.setAlpha(40)
        left, right = self.x_of(selection.start_s), self.x_of(selection.end_s)
        for top, bottom in self._levels(*selection.band_hz):
            box = QRectF(left, top, right - left, bottom - top)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_HALO, 3))
            painter.drawRect(box)
            painter.setPen(QPen(shade, 1, Qt.PenStyle.DashLine))
            painter.setBrush(fill)
            painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
