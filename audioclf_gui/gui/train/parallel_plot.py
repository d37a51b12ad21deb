"""A line for each trial across an axis for each parameter, in the colour of its figure."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.ml.search.space import Dimension, Range
from audioclf_gui.ml.search.study import Trial, best_of

_BEST, _OTHER = 3.0, 1.2  # pixels
_LEAST_HEIGHT = 48  # pixels, so that a low window has room for the names
_LINE = 6  # pixels, the height of an axis without words
_GAP = 8  # pixels between two names in a row


class AxisNames(QWidget):
    """The names of axes below them, in two rows in turn, so that each has the room of two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes: tuple[tuple[str, str], ...] = ()
        self._plot: Any = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def name_axes(self, plot: Any, axes: Sequence[tuple[str, str]]) -> None:
        """Name the axes at 0, 1, 2, … of a plot as wide as this; each has a name and more to say."""
        if plot is not self._plot:
            self._plot = plot
            plot.getPlotItem().getViewBox().sigResized.connect(self.update)
        self._axes = tuple(axes)
        self.setAccessibleName(", ".join(more for _, more in axes))
        self.update()

    def shown(self) -> tuple[tuple[QRect, str], ...]:
        """Where each name stands, and as much of it as has room."""
        metrics, height = self.fontMetrics(), self.fontMetrics().height()
        middles = [self._across(place) for place in range(len(self._axes))]
        apart = middles[1] - middles[0] if len(middles) > 1 else self.width()
        whole = [
            self._within(middle, metrics.horizontalAdvance(name), 0, self.width())
            for (name, _), middle in zip(self._axes, middles, strict=True)
        ]
        found = []
        for place, ((name, _), middle) in enumerate(zip(self._axes, middles, strict=True)):
            before = whole[place - 2][1] + _GAP if place > 1 else 0
            after = whole[place + 2][0] - _GAP if place + 2 < len(whole) else self.width()
            first = max(0, min(middle - apart + _GAP // 2, before))
            last = min(self.width(), max(middle + apart - _GAP // 2, after))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, last - first)
            left, right = self._within(middle, metrics.horizontalAdvance(text), first, last)
            found.append((QRect(left, place % 2 * height, right - left, height), text))
        return tuple(found)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 2 * self.fontMetrics().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QColor(palette().text))
            for box, text in self.shown():
                painter.drawText(box, Qt.TextFlag.TextDontClip, text)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pairs = zip(self.shown(), self._axes, strict=True)
            more = next((more for (box, _), (_, more) in pairs if box.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), more, self)
            return True
        return super().event(event)

    @staticmethod
    def _within(middle: int, width: int, first: int, last: int) -> tuple[int, int]:
        """From where to where something so wide stands about the middle, if that is possible."""
        left = max(first, min(middle - width // 2, last - width))
        return left, left + width

    def _across(self, place: int) -> int:
        """Where an axis stands, in pixels from the left."""
        scene = self._plot.getPlotItem().getViewBox().mapViewToScene(QPointF(place, 0.0))
        return int(self._plot.mapFromScene(scene).x())


class ParallelPlot(QWidget):
    """Which settings the good trials have in common; the last axis is the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: tuple[Trial, ...] = ()
        self._space: tuple[Dimension, ...] = ()
        self._figure = ""
        self.names = AxisNames()
        self._plot: Any = None  # imported when there is something to plot
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.names)
        theme_signals.changed.connect(self._draw)

    def show_trials(self, space: Sequence[Dimension], trials: Sequence[Trial], figure: str) -> None:
        """Show the trials that have a figure, of this name, over the axes of `space`."""
        self._space, self.drawn = tuple(space), tuple(one for one in trials if one.figure is not None)
        self._figure = figure
        if self._plot is None:
            self._plot = unit_plot("", figure)
            self._plot.setMinimumHeight(_LEAST_HEIGHT)
            item = self._plot.getPlotItem()
            item.hideAxis("left")
            item.showLabel("bottom", False)
            item.getAxis("bottom").setStyle(showValues=False)
            item.getAxis("bottom").setHeight(_LINE)
            self._column.insertWidget(0, self._plot, 1)
        self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        self._plot.clear()
        dress(self._plot)
        axes = [(one.name, one.words) for one in self._space] + [(self._figure, self._figure)]
        self._plot.getPlotItem().getAxis("bottom").setTicks([[(at, "") for at in range(len(axes))]])
        self._plot.setXRange(0.0, len(self._space), padding=0.08)
        self.names.name_axes(self._plot, axes)
        figures = np.array([one.figure or 0.0 for one in self.drawn])
        shares = _shares(figures)
        best = best_of(self.drawn)
        colours, pixel = (
            pg.ColorMap([0.0, 1.0], [palette().muted, palette().accent]),
            self.devicePixelRatioF(),
        )
        for trial, share in sorted(zip(self.drawn, shares.tolist(), strict=True), key=lambda one: one[1]):
            heights = [*(_height(one, trial.values[one.name]) for one in self._space), share]
            width = pixel * (_BEST if trial is best else _OTHER)
            self._plot.plot(
                np.arange(len(heights)), heights, pen=pg.mkPen(colours.map(share, "qcolor"), width=width)
            )


def _shares(figures: "np.ndarray[Any, np.dtype[np.float64]]") -> "np.ndarray[Any, np.dtype[np.float64]]":
    """From 0, the worst, to 1, the best."""
    if not len(figures) or np.ptp(figures) <= 0.0:
        return np.ones(len(figures))
    shares: np.ndarray[Any, np.dtype[np.float64]] = (figures - figures.min()) / np.ptp(figures)
    return shares


def _height(dimension: Dimension, value: object) -> float:
    """Where on its axis a value lies, from 0 to 1."""
    if not isinstance(dimension, Range):
        return dimension.points.index(value) / max(1, len(dimension.points) - 1)
    low, high, at = dimension.low, dimension.high, float(str(value))
    if dimension.log:
        low, high, at = np.log(low), np.log(high), np.log(at)
    return float((at - low) / (high - low))
