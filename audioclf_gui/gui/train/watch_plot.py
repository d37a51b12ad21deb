"""How far what was heard is from the labelled sounds, day by day, with the line above which it alarms."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.train.curves import TRAINING
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.jobs.heard_periods import FigureKind, Period

_DOT, _CHOSEN_DOT = 9.0, 14.0  # pixels
_NAME_GAP, _AXIS_WIDTH = 12, 60  # pixels
_ROOM_FOR_A_NAME = 0.12  # of all periods, beside the newest, below which its name stands
_ROOM = 1.15  # above the highest point


class WatchPlot(QWidget):
    """A point for each day or session; those above the line are triangles in the colour of alarms."""

    chosen = Signal(int)  # the place of the period that was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[tuple[int, float, bool]] = []  # place, in units of the line, whether it alarms
        self._names: list[str] = []
        self._at = -1
        self._plot: Any = None  # imported when there is something to plot
        self._course: Any = None
        self._dots: Any = None
        self._line: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme_signals.changed.connect(self._dress)

    def show_periods(self, periods: Sequence[Period], kind: FigureKind = "farthest") -> None:
        """Show this kind of figure of these, the oldest at the left."""
        if self._plot is None:
            self._make_plot()
        self._points = [
            (place, in_lines, in_lines > 1.0)
            for place, one in enumerate(periods)
            if (in_lines := one.in_lines(kind)) is not None
        ]
        highest = max((excess for _, excess, _ in self._points), default=1.0)
        last = max(0, len(periods) - 1)
        self._plot.setXRange(-0.6, last + max(0.6, _ROOM_FOR_A_NAME * last), padding=0.04)
        self._plot.setYRange(0.0, _ROOM * max(1.2, highest), padding=0.0)
        self._names = [one.short_name for one in periods]
        self._name_points()
        self._dress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_points()

    def _name_points(self) -> None:
        """Name the newest, and as many before it at equal steps as have room."""
        if self._plot is None or not self._names:
            return
        widest = max(map(self.fontMetrics().horizontalAdvance, self._names)) + _NAME_GAP
        step = -(-len(self._names) * widest // max(1, self.width() - _AXIS_WIDTH))
        named = [(place, self._names[place]) for place in range(len(self._names) - 1, -1, -step)]
        self._plot.getPlotItem().getAxis("bottom").setTicks([named])

    def choose(self, place: int) -> None:
        """Mark the point of a period."""
        self._at = place
        self._dress()

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = unit_plot(self.tr("when"), self.tr("× line"))
        self._course = self._plot.plot(antialias=True)
        self._line = pg.InfiniteLine(
            1.0,
            angle=0,
            label=self.tr("alarm line"),
            labelOpts={"position": 0.12, "anchors": [(0, 1), (0, 1)]},
        )
        self._plot.addItem(self._line)
        self._dots = pg.ScatterPlotItem()
        self._dots.sigClicked.connect(self._take_click)
        self._plot.addItem(self._dots)
        self._column.addWidget(self._plot, 1)

    def _take_click(self, _dots: object, points: Sequence[Any], _event: object) -> None:
        if len(points):
            self.chosen.emit(int(points[0].data()))

    def _dress(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        dress(self._plot)
        colours, pixel = palette(), self.devicePixelRatioF()
        usual = class_colour(TRAINING)
        self._line.setPen(pg.mkPen(colours.bad, width=pixel, style=Qt.PenStyle.DashLine))
        self._line.label.setColor(colours.bad)
        self._course.setData([place for place, *_ in self._points], [value for _, value, _ in self._points])
        self._course.setPen(pg.mkPen(colours.muted, width=pixel))
        self._dots.setData(
            [
                {
                    "pos": (place, value),
                    "data": place,
                    "symbol": "t1" if is_alarming else "o",
                    "brush": pg.mkBrush(colours.bad if is_alarming else usual),
                    "pen": pg.mkPen(colours.text if place == self._at else None),
                    "size": _CHOSEN_DOT if place == self._at else _DOT,
                }
                for place, value, is_alarming in self._points
            ]
        )
