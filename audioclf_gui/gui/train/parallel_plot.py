"""A line for each trial across an axis for each parameter, in the colour of its figure."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.gui.widgets import muted_label
from audioclf_gui.ml.search.space import Dimension, Range
from audioclf_gui.ml.search.study import Trial, best_of

_BEST, _OTHER = 3.0, 1.2  # pixels
_HELD = "\N{NO-BREAK SPACE}"


class ParallelPlot(QWidget):
    """Which settings the good trials have in common; the last axis is the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: tuple[Trial, ...] = ()
        self._space: tuple[Dimension, ...] = ()
        self.axes = muted_label(wrap=True)  # what the numbers below the plot are
        self._plot: Any = None  # imported when there is something to plot
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.axes)
        theme_signals.changed.connect(self._draw)

    def show_trials(self, space: Sequence[Dimension], trials: Sequence[Trial], figure: str) -> None:
        """Show the trials that have a figure, of this name, over the axes of `space`."""
        self._space, self.drawn = tuple(space), tuple(one for one in trials if one.figure is not None)
        if self._plot is None:
            self._plot = unit_plot("", figure)
            self._plot.getPlotItem().hideAxis("left")
            self._column.insertWidget(0, self._plot, 1)
        self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        self._plot.clear()
        dress(self._plot)
        names = [one.name for one in self._space]
        axis = self._plot.getPlotItem().getAxis("bottom")
        axis.setTicks([[*((at, str(at + 1)) for at in range(len(names))), (len(names), self.tr("figure"))]])
        called = (f"{place} {name}".replace(" ", _HELD) for place, name in enumerate(names, start=1))
        self.axes.setText(", ".join(called))
        self._plot.setXRange(0.0, len(names), padding=0.08)
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
