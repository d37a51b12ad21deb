"""A plot of one share over another, both from 0 to 1, that only shows."""

from typing import Any

from audioclf_gui.core.text import Text
from audioclf_gui.gui.still_plot import still_plot
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

_AXIS_WIDTH, _AXIS_HEIGHT = 44, 38
_LEAST_HEIGHT = 90
_PADDING = 0.05  # of the range: with less the words at its ends are cut off


def unit_plot(across: str, up: str) -> Any:
    """A pyqtgraph.PlotWidget with axes of these names."""
    plot = still_plot(_AXIS_WIDTH, _AXIS_HEIGHT)
    plot.setMinimumHeight(_LEAST_HEIGHT)
    plot.setAccessibleName(words(Text("{up} over {across}", up=up, across=across)))
    item = plot.getPlotItem()
    item.setLabel("bottom", across)
    item.setLabel("left", up)
    plot.setXRange(0.0, 1.0, padding=_PADDING)
    plot.setYRange(0.0, 1.0, padding=_PADDING)
    return plot


def dress(plot: Any) -> None:
    """Give the axes the colours of the theme."""
    import pyqtgraph as pg

    colours = palette()
    plot.setBackground(colours.panel)
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        axis.setPen(pg.mkPen(colours.muted, width=1))
        axis.setTextPen(pg.mkPen(colours.muted))
