"""The score of every class over the last seconds, below the spectrogram and in step with it."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.gui.class_marks import class_shape, shape_path
from audioclf_gui.gui.live.event_log import LoggedEvent
from audioclf_gui.gui.live.score_history import ScoreHistory
from audioclf_gui.gui.live.time_axis import AXIS_HEIGHT, paint_time_axis, plot_box, small_font, x_of
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.theme import class_colour, on_colour, palette, theme_signals

_LEGEND = 22
_LANE = 20
_MOST_CURVES = 8
_LEAST_SCORE = 0.1  # classes that never come this far in view have no curve
_NUMBER = "#56b4e9"  # the colour of a number that is estimated, from Okabe and Ito's palette
_POINT_PX = 2
_MARKS_SEEN = 6  # on each curve
_MARK_PX = 4.0


class ScoresPlot(QWidget):
    """Legend, a lane with the events, and a curve for each class that had something to say."""

    def __init__(self, span_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Scores of the classes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(110)
        self._span_s = span_s
        self._classes: tuple[str, ...] = ()
        self._colours: tuple[str, ...] = ()
        self._thresholds: tuple[float, ...] = ()  # none where a number is estimated
        self._low, self._high = 0.0, 1.0  # what the lower and the upper edge stand for
        self._history = ScoreHistory(0)
        self._now_s = 0.0
        self._at = ""
        self._events: Sequence[LoggedEvent] = ()
        theme_signals.changed.connect(self.update)

    @property
    def _is_of_number(self) -> bool:
        return bool(self._classes) and not self._thresholds

    @property
    def drawn(self) -> tuple[str, ...]:
        """The classes that have a curve now, as in the legend."""
        _, scores = self._points()
        return tuple(self._classes[index] for index in self._curves(scores))

    def begin(self, classes: Sequence[str], colours: Sequence[str], thresholds: Sequence[float]) -> None:
        """Another listening begins."""
        self._classes, self._colours, self._thresholds = tuple(classes), tuple(colours), tuple(thresholds)
        self._low, self._high = 0.0, 1.0
        self._history = ScoreHistory(len(classes))
        self._now_s, self._events = 0.0, ()
        self.update()

    def begin_number(self, name: str, usual: tuple[float, float]) -> None:
        """Another listening begins, for a number that is usually between two values."""
        self.begin((name,), (_NUMBER,), ())
        self._low, self._high = usual

    def add(self, time_s: float, scores: npt.NDArray[np.float32]) -> None:
        """The scores of another window, or its number, which is drawn at an edge where it is unusual."""
        shares = (scores - self._low) / (self._high - self._low)
        self._history.add(time_s, shares if self._thresholds else np.clip(shares, 0.0, 1.0))

    def move_to(self, now_s: float, events: Sequence[LoggedEvent], at: str = "") -> None:
        """The right edge is `now_s`, called `at` if it is not the present; `events` are those in view."""
        self._now_s, self._events, self._at = now_s, events, at
        self.update()

    def highest(self, start_s: float, end_s: float) -> dict[str, float]:
        """The classes with the highest scores in a stretch of this listening, the highest first."""
        scores = self._history.highest(start_s, end_s)
        best = np.argsort(-scores, kind="stable")[:_MOST_CURVES] if self._thresholds else ()
        return {self._classes[index]: float(scores[index]) for index in best}

    def set_span(self, span_s: float) -> None:
        """Show another stretch of time."""
        self._span_s = span_s
        self.update()

    def set_colours(self, colours: Sequence[str]) -> None:
        """The classes have other colours now."""
        if not self._thresholds:
            return
        self._colours = tuple(colours)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(palette().window))
            painter.setFont(small_font(self.font()))
            lane_px = 0 if self._is_of_number else _LANE  # a number has no events
            box = plot_box(self, _LEGEND + lane_px + 4, AXIS_HEIGHT)
            self._paint_axes(painter, box)
            times_s, scores = self._points()
            shown = self._curves(scores)
            self._paint_legend(painter, shown)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._is_of_number:
                self._paint_lane(painter, QRect(box.left(), _LEGEND, box.width(), _LANE))
            painter.setClipRect(box.adjusted(0, -2, 0, 1))
            self._paint_thresholds(painter, box, scores, shown)
            self._paint_curves(painter, box, times_s, scores, shown)

    def _points(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float32]]:
        return self._history.between(
            self._now_s - self._span_s, self._now_s, max(1, self.width() // _POINT_PX)
        )

    def _curves(self, scores: npt.NDArray[np.float32]) -> list[int]:
        """The classes worth drawing, in their own order, so that the legend stays calm."""
        if not len(scores):
            return []
        if not self._thresholds:
            return [0]
        highest = scores.max(axis=0)
        best = np.argsort(-highest, kind="stable")[:_MOST_CURVES]
        return sorted(int(index) for index in best if highest[index] >= _LEAST_SCORE)

    def _paint_axes(self, painter: QPainter, box: QRect) -> None:
        colours = palette()
        painter.fillRect(box, QColor(colours.wave_background))
        row_height = painter.fontMetrics().height()
        step = 1 if box.height() >= 6 * row_height else 5
        for tenth in range(0, 11, 2):
            y = _y_of(tenth / 10, box)
            painter.setPen(QColor(colours.grid))
            if tenth:
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            if tenth // 2 % step == 0:
                painter.setPen(QColor(colours.muted))
                area = QRectF(0, y - row_height / 2, box.left() - 9, row_height)
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(
                    area, flags, shown_number(self._low + tenth / 10 * (self._high - self._low), ".3g")
                )
                painter.drawLine(QPointF(box.left() - 5, y), QPointF(box.left() - 1, y))
        painter.setPen(QColor(colours.muted))
        painter.drawLine(box.left() - 1, box.top(), box.left() - 1, box.bottom())
        paint_time_axis(painter, box, self._span_s, self._at)
        if self._is_of_number:
            return
        painter.drawText(
            QRect(0, _LEGEND, box.left() - 9, _LANE),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self.tr("events"),
        )

    def _paint_legend(self, painter: QPainter, shown: Sequence[int]) -> None:
        metrics = painter.fontMetrics()
        box = plot_box(self, 0, 0)
        left, middle = box.left(), _LEGEND // 2
        if not shown:
            painter.setPen(QColor(palette().muted))
            text = self.tr("Scores of the classes, 0 to 1; dashed: from where on a class counts")
            if self._is_of_number:
                text = self.tr("{name}: drawn here as it is estimated").format(name=self._classes[0])
            area = QRect(left, 0, box.width(), _LEGEND)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        for index in shown:
            name = metrics.elidedText(self._classes[index], Qt.TextElideMode.ElideMiddle, 140)
            width = metrics.horizontalAdvance(name) + 24
            if left + width > box.right():
                break
            painter.setPen(QPen(class_colour(self._colours[index]), 2.0))
            painter.drawLine(left, middle, left + 16, middle)
            self._paint_mark(painter, index, QPointF(left + 8, middle))
            painter.setPen(QColor(palette().text))
            painter.drawText(QRect(left + 22, 0, width, _LEGEND), Qt.AlignmentFlag.AlignVCenter, name)
            left += width + 16

    def _paint_lane(self, painter: QPainter, lane: QRect) -> None:
        painter.fillRect(lane, QColor(palette().wave_background))
        painter.setClipRect(lane)
        heights, count = _levels(self._events)
        height = lane.height() / count
        for event, level in zip(self._events, heights, strict=True):
            # From the decision on, as the curves run; the window that it was made about began earlier.
            left = max(lane.left() - 4.0, x_of(self._now_s - event.start_s, lane, self._span_s))
            right = x_of(max(0.0, self._now_s - event.end_s), lane, self._span_s)
            top = lane.top() + level * height
            part = QRectF(left, top + 1.5, max(3.0, right - left), height - 3)
            colour = class_colour(self._colour_named(event.class_name))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(part, 3, 3)
            words = part.intersected(QRectF(lane)).adjusted(6, 0, -5, 0)
            if words.width() > 14 and words.height() >= 0.6 * painter.fontMetrics().height():
                painter.setPen(on_colour(colour))
                text = painter.fontMetrics().elidedText(
                    event.class_name, Qt.TextElideMode.ElideMiddle, int(words.width())
                )
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setClipping(False)

    def _colour_named(self, name: str) -> str:
        return self._colours[self._classes.index(name)] if name in self._classes else palette().muted

    def _paint_thresholds(
        self, painter: QPainter, box: QRect, scores: npt.NDArray[np.float32], shown: Sequence[int]
    ) -> None:
        """The one that all classes share, or those of classes that it is about: passed, or best now."""
        if not self._thresholds:
            return
        is_shared = len(set(self._thresholds)) == 1
        best = int(scores[-1].argmax()) if len(scores) else -1
        lines: dict[float, QColor] = {}
        for index in shown:
            threshold = self._thresholds[index]
            if index == best or scores[:, index].max() >= threshold:
                is_first = threshold not in lines
                lines[threshold] = class_colour(self._colours[index]) if is_first else QColor(palette().muted)
        if is_shared:
            lines = {self._thresholds[0]: QColor(palette().muted)}
        for threshold, colour in lines.items():
            painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DashLine))
            y = _y_of(threshold, box)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_curves(
        self,
        painter: QPainter,
        box: QRect,
        times_s: npt.NDArray[np.float64],
        scores: npt.NDArray[np.float32],
        shown: Sequence[int],
    ) -> None:
        places = box.left() + box.width() * (1.0 - (self._now_s - times_s) / self._span_s)
        for index in shown:
            heights = box.bottom() - scores[:, index] * (box.height() - 1)
            points = [QPointF(x, y) for x, y in zip(places.tolist(), heights.tolist(), strict=True)]
            pen = QPen(class_colour(self._colours[index]), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            # Single lines, since Qt's outline of a polyline wider than a pixel costs twenty times as much.
            painter.drawLines([QLineF(start, end) for start, end in pairwise(points)])
            for at in self._marked(times_s, index):
                self._paint_mark(painter, index, points[at])

    def _marked(self, times_s: npt.NDArray[np.float64], index: int) -> list[int]:
        """Where a curve bears its class's mark: at moments that go along with the sound."""
        apart_s = self._span_s / _MARKS_SEEN
        spell = np.floor(times_s / apart_s - index / _MOST_CURVES)
        return (np.flatnonzero(np.diff(spell)) + 1).tolist()

    def _paint_mark(self, painter: QPainter, index: int, middle: QPointF) -> None:
        if not self._is_of_number:
            colour = class_colour(self._colours[index])
            painter.fillPath(shape_path(class_shape(index), middle, _MARK_PX), colour)


def _levels(events: Sequence[LoggedEvent]) -> tuple[list[int], int]:
    """At which of how many heights each event is drawn, so that no two share time and height."""
    free_s: list[float] = []  # for each height, from when on it is free
    levels = {}
    for place in sorted(range(len(events)), key=lambda place: events[place].start_s):
        event = events[place]
        level = next((at for at, end_s in enumerate(free_s) if end_s <= event.start_s), len(free_s))
        free_s[level : level + 1] = [event.end_s]
        levels[place] = level
    return [levels[place] for place in range(len(events))], max(1, len(free_s))


def _y_of(score: float, box: QRect) -> float:
    return box.bottom() - score * (box.height() - 1)
