"""Whether scores mean what they say: of the answers of about one score, the share that is right."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.core.report import Report
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.train.curves import TRAINING
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.gui.widgets import muted_label

_SMALLEST, _LARGEST = 5.0, 19.0  # points, in pixels; their area tells how many answers they are of


class ReliabilityPlot(QWidget):
    """A point for the answers of about the same score; on the line they are right as often as that says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[tuple[float, float, int], ...] = ()  # score, share that is right, how many
        self._plot: Any = None  # imported when there is something to plot
        self._dots: Any = None
        self._ideal: Any = None
        self.empty = muted_label(
            self.tr(
                "Press Train: after a run that measures it, it is shown whether the scores can be believed."
            ),
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption = muted_label(
            self.tr(
                "A point is of the answers with about that score; the larger, the more of them. On the line"
                " they are right as often as the score says, above it more often, below it less."
            ),
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.caption)
        theme_signals.changed.connect(self._dress)

    def show_report(self, report: Report) -> None:
        """Show the answers of another run."""
        self.points = report.reliability
        self.empty.setVisible(not self.points)
        self.caption.setVisible(bool(self.points))
        if self._plot is None and self.points:
            self._make_plot()
        if self._plot is None:
            return
        self._plot.setVisible(bool(self.points))
        most = max((count for _, _, count in self.points), default=1)
        sizes = [max(_SMALLEST, _LARGEST * (count / most) ** 0.5) for _, _, count in self.points]
        self._dots.setData([one for one, _, _ in self.points], [one for _, one, _ in self.points], size=sizes)

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = unit_plot(self.tr("score"), self.tr("share that is right"))
        self._ideal = self._plot.plot([0.0, 1.0], [0.0, 1.0], antialias=True)
        self._dots = pg.ScatterPlotItem()
        self._plot.addItem(self._dots)
        self._column.insertWidget(0, self._plot, 1)
        self._dress()

    def _dress(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph as pg

        dress(self._plot)
        self._dots.setBrush(class_colour(TRAINING))
        self._dots.setPen(None)
        line = Qt.PenStyle.DashLine
        self._ideal.setPen(pg.mkPen(palette().good, width=self.devicePixelRatioF(), style=line))
