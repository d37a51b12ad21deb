"""Axes of plots whose numbers have the signs of the window's language."""

from functools import cache
from typing import Any

from typing_extensions import override

from audioclf_gui.gui.text import with_own_sign


def number_axes() -> dict[str, Any]:
    """The axes at the left and below, as `pyqtgraph.PlotWidget` takes them."""
    axis = _number_axis()
    return {side: axis(side) for side in ("left", "bottom")}


@cache
def _number_axis() -> Any:
    import pyqtgraph as pg  # with the first plot

    class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
        """An axis that writes its ticks as numbers are written elsewhere in the window."""

        @override
        def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
            return list(map(with_own_sign, super().tickStrings(values, scale, spacing)))

    return NumberAxis
