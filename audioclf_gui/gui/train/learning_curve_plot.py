"""A figure over the number of labels, measured as far as there are labels and guessed up to twice as many."""

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.gui.text import capitalised
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.train.curves import TRAINING
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.ml.learning_curve_values import LearningCurve

_STEPS = 60  # of the drawn law
_DOT = 8.0  # pixels
_ROOM = 0.05  # below and above, as a share of the height


class LearningCurvePlot(QWidget):
    """Points with their intervals, and the law through them, dashed where nothing was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve: LearningCurve | None = None
        self._plot: Any = None  # imported when there is something to plot
        self._law: Any = None
        self._beyond: Any = None
        self._bars: Any = None
        self._dots: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme_signals.changed.connect(self._dress)

    def show_curve(self, curve: LearningCurve, figure: str) -> None:
        """Show another curve, of a figure of this name."""
        self.curve = curve
        if self._plot is None:
            self._make_plot()
        self._plot.getPlotItem().setLabel("left", capitalised(figure))
        sizes = np.array([point.labels for point in curve.points])
        figures = np.array([point.figure for point in curve.points])
        self._dots.setData(sizes, figures)
        low, high = np.array([point.interval or (point.figure, point.figure) for point in curve.points]).T
        self._bars.setData(x=sizes, y=figures, top=high - figures, bottom=figures - low, beam=0.0)
        measured = np.geomspace(sizes[0], sizes[-1], _STEPS)
        beyond = np.geomspace(sizes[-1], 2.0 * sizes[-1], _STEPS)
        self._law.setData(measured, 1.0 - curve.law.error(measured))
        self._beyond.setData(beyond, 1.0 - curve.law.error(beyond))
        self._plot.setXRange(0.0, 2.05 * sizes[-1], padding=0.0)
        bottom, top = float(low.min()), max(float(high.max()), float(1.0 - curve.law.error(beyond).min()))
        room = _ROOM * max(top - bottom, 0.1)
        self._plot.setYRange(bottom - room, min(1.0, top) + room, padding=0.0)

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = unit_plot(self.tr("labels learnt from"), self.tr("figure"))
        self._law = self._plot.plot(antialias=True)
        self._beyond = self._plot.plot(antialias=True)
        self._bars = pg.ErrorBarItem()
        self._plot.addItem(self._bars)
        self._dots = pg.ScatterPlotItem(size=_DOT)
        self._plot.addItem(self._dots)
        self._column.addWidget(self._plot, 1)
        self._dress()

    def _dress(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        dress(self._plot)
        pixel, colour = self.devicePixelRatioF(), class_colour(TRAINING)
        self._law.setPen(pg.mkPen(colour, width=2 * pixel))
        self._beyond.setPen(pg.mkPen(colour, width=2 * pixel, style=Qt.PenStyle.DashLine))
        self._bars.setData(pen=pg.mkPen(palette().muted, width=pixel))
        self._dots.setBrush(colour)
        self._dots.setPen(None)
