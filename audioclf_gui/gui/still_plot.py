"""Plots that only show, whose numbers have the signs of the window's language."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from audioclf_gui.gui.text import with_own_sign

_SIDES = ("left", "bottom")


def still_plot(left_px: int, bottom_px: int) -> Any:
    """A `pyqtgraph.PlotWidget` with a grid, which nobody drags; so much room is for the words of its axes."""
    import pyqtgraph as pg  # with the first plot

    axis = _number_axis()
    plot = pg.PlotWidget(axisItems={side: axis(side) for side in _SIDES})
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(False, False)
    plot.hideButtons()
    item = plot.getPlotItem()
    item.showGrid(x=True, y=True, alpha=0.18)
    for side in _SIDES:
        shown = item.getAxis(side)
        shown.setStyle(tickLength=-4, autoExpandTextSpace=False, autoReduceTextSpace=False)
        shown.enableAutoSIPrefix(False)
    item.getAxis("left").setWidth(left_px)
    item.getAxis("bottom").setHeight(bottom_px)
    return plot


@cache
def _number_axis() -> Any:
    import pyqtgraph as pg

    class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
        """An axis that writes its ticks as numbers are written elsewhere in the window."""

        @override
        def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
            return list(map(with_own_sign, super().tickStrings(values, scale, spacing)))

    return NumberAxis
