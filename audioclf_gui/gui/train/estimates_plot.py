"""Estimates of a number against the truth, and how far off they are, as points."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.core.figures import RegressionFigures
from audioclf_gui.core.text import Text
from audioclf_gui.gui.still_plot import still_plot
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.train.curves import TRAINING
from audioclf_gui.gui.translate import words

_POINT = 6  # size in pixels
_SEEN_THROUGH = 150  # of 255, so that many points on one place look dark


class EstimatesPlot(QWidget):
    """A point for each judged clip: its true number, and the estimate or the error.

    Parameters
    ----------
    of_errors : bool
        Whether the height of a point is estimate minus truth; the ideal line is flat then, else it rises.
    """

    def __init__(self, *, of_errors: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[tuple[float, float], ...] = ()
        self._of_errors = of_errors
        self._plot: Any = None  # a pyqtgraph.PlotWidget, imported when there is something to plot
        self._dots: Any = None
        self._ideal: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme_signals.changed.connect(self._dress)

    def show_figures(self, figures: RegressionFigures) -> None:
        """Show the estimates of another run."""
        self.points = tuple(
            (true, estimated - true if self._of_errors else estimated)
            for true, estimated in figures.estimates
        )
        if self._plot is None:
            self._make_plot()
        axes = self._plot.getPlotItem()
        quantity, unit = figures.quantity, figures.unit
        axes.setLabel("bottom", words(_axis(Text("true {quantity}", quantity=quantity), unit)))
        height = Text("error") if self._of_errors else Text("estimated {quantity}", quantity=quantity)
        axes.setLabel("left", words(_axis(height, unit)))
        self.setAccessibleName(
            words(
                Text(
                    "{n} clip, {quantity} as it is and as it was estimated",
                    "{n} clips, {quantity} as it is and as it was estimated",
                    n=len(self.points),
                    quantity=quantity,
                )
            )
        )
        across, up = [one for one, _ in self.points], [one for _, one in self.points]
        self._dots.setData(across, up)
        low, high = _room(across)
        self._ideal.setData([low, high], [0.0, 0.0] if self._of_errors else [low, high])
        self._plot.setXRange(low, high, padding=0.0)
        self._plot.setYRange(*_room([*up, 0.0] if self._of_errors else [*up, *across]), padding=0.0)
        self._dress()

    def clear(self) -> None:
        """Show nothing: the run has no figures yet, or came to none."""
        self.points = ()
        if self._plot is not None:
            self._dots.setData([], [])
            self._ideal.setData([], [])

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = still_plot(left_px=56, bottom_px=40)
        self._plot.disableAutoRange()
        self._ideal = self._plot.plot(antialias=True)
        self._dots = pg.ScatterPlotItem(size=_POINT)
        self._plot.addItem(self._dots)
        self._column.addWidget(self._plot)

    def _dress(self) -> None:
        """Give points, line and axes the colours of the theme."""
        if self._plot is None:
            return
        import pyqtgraph as pg

        colours = palette()
        self._plot.setBackground(colours.panel)
        for side in ("left", "bottom"):
            axis = self._plot.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(colours.muted, width=1))
            axis.setTextPen(pg.mkPen(colours.muted))
        filled = QColor(class_colour(TRAINING))
        filled.setAlpha(_SEEN_THROUGH)
        self._dots.setBrush(filled)
        self._dots.setPen(None)
        pixel = self.devicePixelRatioF()  # pyqtgraph's pens are as wide as so many points of the screen
        self._ideal.setPen(pg.mkPen(colours.good, width=pixel, style=Qt.PenStyle.DashLine))


def _axis(name: Text, unit: str) -> Text:
    return Text("{name} [{unit}]", name=name, unit=unit) if unit else name


def _room(values: Sequence[float]) -> tuple[float, float]:
    """From where to where an axis goes that shows these values."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    margin = 0.05 * (high - low) or 0.5
    return low - margin, high + margin
