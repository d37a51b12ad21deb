"""A plot of one share over another, both from 0 to 1, that only shows."""

from typing import Any

from audioclf_gui.core.text import Text
from audioclf_gui.gui.still_plot import still_plot
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

_AXIS_WIDTH, _AXIS_HEIGHT = 44, 38
_LEAST_HEIGHT = 90
_PADDING = 0.05  # of the range
_ROOM_PX = 9.0  # at the ends of an axis that is low: with less the words and points there are cut off


def unit_plot(across: str, up: str) -> Any:
    """A pyqtgraph.PlotWidget with axes of these names."""
    plot = still_plot(_AXIS_WIDTH, _AXIS_HEIGHT)
    plot.setMinimumHeight(_LEAST_HEIGHT)
    plot.setAccessibleName(words(Text("{up} over {across}", up=up, across=across)))
    item = plot.getPlotItem()
    item.setLabel("bottom", across)
    item.setLabel("left", up)
    plot.setXRange(0.0, 1.0, padding=_PADDING)
    item.getViewBox().sigResized.connect(_fit_height)
    return plot


def _fit_height(box: Any) -> None:
    """Show the whole of the share that goes up, with as much room at its ends as words need."""
    height = max(float(box.height()), 4.0 * _ROOM_PX)
    box.setYRange(0.0, 1.0, padding=max(_PADDING, _ROOM_PX / (height - 2.0 * _ROOM_PX)))


def dress(plot: Any) -> None:
    """Give the axes the colours of the theme."""
    import pyqtgraph as pg

    colours = palette()
    plot.setBackground(colours.panel)
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        axis.setPen(pg.mkPen(colours.muted, width=1))
        axis.setTextPen(pg.mkPen(colours.muted))
