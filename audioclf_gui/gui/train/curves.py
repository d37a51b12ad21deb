"""The loss and the figure that counts over the epochs, drawn while they come."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from audioclf_gui.core.report import REGRESSION, SINGLE_LABEL, figure_title
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text
from audioclf_gui.gui.still_plot import still_plot
from audioclf_gui.gui.text import capitalised, shown_number
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, muted_label, row_layout
from audioclf_gui.ml.events import BatchDone, EpochDone, FitProgress, TrainEvent

TRAINING, VALIDATION = "#56b4e9", "#e69f00"  # from Okabe and Ito's palette
LINE_COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#a44bc2", "#c8312b", "#8a8f98", "#1f5fbf")
"""Of many lines over each other: apart in both themes, and to eyes that take red for green."""

_BATCHES_SHOWN = 1500
_EPOCHS_DRAWN = 250
_LOWEST = -0.5  # that is drawn of a figure which may be far below 0 in the first epochs, as R² may
_GAP = 12  # between the entries of a legend
_LINE_AND_GAP = 24 + _GAP
_BESIDE_LEGEND = 76  # pixels that the panel's margins, and the number of those left out, need
_Points = tuple[list[float], list[float]]
_LEAST_WEIGHT = 0.1  # of a batch in the running mean of its epoch, since the loss jumps from batch to batch


@dataclass(slots=True)
class RunCurves:
    """What is drawn of one run."""

    name: str
    epochs: list[Epoch] = field(default_factory=list)
    best_epoch: int = 0  # 0: not known yet
    batches: list[tuple[float, float]] = field(default_factory=list)  # (epochs so far, smoothed loss)
    in_one_go: bool = False  # there are no epochs
    place: int | None = None  # by which it has its colour among many; None: the one it is drawn in

    @property
    def is_validated(self) -> bool:
        """Whether its epochs are judged on clips that are not learnt from."""
        return any(math.isfinite(one.valid_loss) for one in self.epochs)

    @property
    def best_figure(self) -> float:
        """The figure of the best epoch in validation; 0 while there is none."""
        return next((one.valid_figure for one in self.epochs if one.number == self.best_epoch), 0.0)

    def add(self, event: TrainEvent) -> None:
        """Take in what training reports."""
        match event:
            case BatchDone():
                total = max(1, event.total)
                self.add_batch(event.epoch - 1 + event.done / total, event.loss, total)
            case FitProgress():
                self.in_one_go = True
            case EpochDone():
                while self.epochs and self.epochs[-1].number >= event.epoch.number:
                    self.epochs.pop()  # it is done again, after an interruption
                self.epochs.append(event.epoch)
                self.best_epoch = event.best_epoch

    def add_batch(self, position: float, loss: float, batches_per_epoch: int) -> None:
        """One batch more; `position` is counted in epochs."""
        if self.batches:
            weight = max(_LEAST_WEIGHT, 1 / batches_per_epoch)
            loss = (1 - weight) * self.batches[-1][1] + weight * loss
        self.batches.append((position, loss))
        if len(self.batches) > _BATCHES_SHOWN:
            self.batches = self.batches[::2]


def _are_many(runs: Sequence[RunCurves]) -> bool:
    """Whether two lines of each would be a tangle."""
    return len(runs) > 2


def _many_colour(runs: Sequence[RunCurves], at: int) -> str:
    place = runs[at].place if at < len(runs) else None
    return LINE_COLOURS[(at if place is None else place) % len(LINE_COLOURS)]


def _in_order(
    entries: Sequence[tuple[str, str, bool]], drawn: Sequence[RunCurves]
) -> list[tuple[str, str, bool]]:
    """The entries with folds by their number, though the newest is drawn first; other runs as they come."""
    first, *rest = entries
    known = list(zip(rest, drawn, strict=False))
    return [first, *(entry for entry, _ in sorted(known, key=lambda one: one[1].place or 0))]


def _thinned(epochs: Sequence[Epoch]) -> list[Epoch]:
    """At most so many epochs as a plot has room for, the last one among them."""
    step = -(-len(epochs) // _EPOCHS_DRAWN)
    return list(epochs[::-1][:: max(1, step)])[::-1]


class Legend(QWidget):
    """Which line is which, above the plot, where it hides no line; also holds the values at the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[tuple[str, str, bool], ...] = ()  # text, colour, dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_signals.changed.connect(self.update)

    def show_entries(self, entries: Sequence[tuple[str, str, bool]]) -> None:
        """Name other lines."""
        if tuple(entries) != self.entries:
            self.entries = tuple(entries)
            self.setAccessibleName(", ".join(text for text, _, _ in entries))
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self.entries), self.fontMetrics().height())

    def width_of(self, entries: Sequence[tuple[str, str, bool]]) -> int:
        """How many pixels these entries need."""
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(text) + _LINE_AND_GAP for text, _, _ in entries)
        return max(0, width - _GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            metrics = QFontMetricsF(self.font())
            left, middle = 0.0, self.height() / 2
            for text, colour, dashed in self.entries:
                style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
                if colour:
                    painter.setPen(QPen(class_colour(colour), 2.0, style))
                    painter.drawLine(QPointF(left + 2, middle), QPointF(left + 18, middle))
                painter.setPen(QColor(palette().muted))
                width = metrics.horizontalAdvance(text)
                painter.drawText(
                    QRectF(left + 24, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text
                )
                left += width + _LINE_AND_GAP


class CurvePanel(Panel):
    """One figure of every epoch, for training and validation, of one run or of several.

    Parameters
    ----------
    figure : str
        "loss" or "figure": which of an epoch's two numbers it shows.
    """

    def __init__(self, heading: str, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self._figure = figure
        self._runs: tuple[RunCurves, ...] = ()
        self._plot: Any = None  # a pyqtgraph.PlotWidget, imported when there is something to plot
        self._lines: list[Any] = []
        self._best: Any = None
        self._batches: Any = None
        self.legend = Legend()
        self.body.removeWidget(self.heading)
        top = row_layout(self.heading, self.legend)
        top.insertStretch(1, 1)
        self.body.insertLayout(0, top)
        self._pages = QStackedWidget()
        self._empty = muted_label(self.tr("Drawn here while a model is being trained."), wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages, 1)
        self.setMinimumHeight(120)
        theme_signals.changed.connect(self._follow_theme)

    @property
    def has_curves(self) -> bool | None:
        """Whether there are curves, or will be; None as long as a run has not said so."""
        if any(run.epochs or run.batches for run in self._runs) or not self._runs:
            return True
        return False if any(run.in_one_go for run in self._runs) else None

    def expect(self, *, of_numbers: bool) -> None:
        """Say what the figure will be."""
        self.name_after(REGRESSION if of_numbers else SINGLE_LABEL)

    def name_after(self, objective: str) -> None:
        """Say what the figure is with this kind of objective."""
        heading = capitalised(words(figure_title(objective)))
        self.heading.setText(heading.upper())
        self.heading.setAccessibleName(heading)
        self.setAccessibleName(heading)

    def show_runs(self, runs: Sequence[RunCurves]) -> None:
        """Draw these runs, of two the second one in dashes; of more how each validates, in a colour."""
        self._runs = tuple(runs)
        self.refresh()

    def refresh(self) -> None:
        """Draw what has come since; cheap enough for every batch."""
        drawn = [run for run in self._runs if run.epochs or run.batches]
        if not drawn:
            self._pages.setCurrentWidget(self._empty)
            self.legend.show_entries(())
            return
        if self._plot is None:
            self._make_plot()
        self._pages.setCurrentWidget(self._plot)
        drawn_lines = self._drawn_lines(drawn)
        while len(self._lines) < len(drawn_lines):
            self._lines.append(self._plot.plot(antialias=True, connect="finite", symbolSize=5))
        for place, line in enumerate(self._lines):
            points = drawn_lines[place] if place < len(drawn_lines) else ([], [])
            line.setData(*points, symbol="o" if len(points[0]) == 1 else None)  # one epoch is no line yet
        self._draw_batches(drawn)
        self._set_range(drawn)
        self._dress()
        self._describe(drawn)
        self._plot.scene().prepareForPaint()  # else painting finds the new range, and is done a second time

    def _drawn_lines(self, drawn: Sequence[RunCurves]) -> list[_Points]:
        if _are_many(drawn):
            return [self._points(run, "valid" if run.is_validated else "train") for run in drawn]
        return [self._points(run, part) for run in drawn for part in ("train", "valid")]

    def _points(self, run: RunCurves, part: str) -> _Points:
        epochs = _thinned(run.epochs)
        return [one.number for one in epochs], [getattr(one, f"{part}_{self._figure}") for one in epochs]

    def _draw_batches(self, drawn: Sequence[RunCurves]) -> None:
        run = drawn[0]
        if self._figure == "loss":
            shown = run.batches
            self._batches.setData([at for at, _ in shown], [loss for _, loss in shown])
        known = not _are_many(drawn) and any(one.number == run.best_epoch for one in run.epochs)
        self._best.setVisible(known)
        if known:
            self._best.setPos(run.best_epoch)

    def _set_range(self, drawn: Sequence[RunCurves]) -> None:
        last = max(
            max([one.number for one in run.epochs[-1:]] + [at for at, _ in run.batches[-1:]]) for run in drawn
        )
        values = [value for _numbers, found in self._drawn_lines(drawn) for value in found]
        if self._figure == "loss":
            values += [loss for run in drawn[:1] for _, loss in run.batches]
        finite = sorted(value for value in values if abs(value) < 1e6)
        low, high = (finite[0], finite[-1]) if finite else (0.0, 1.0)
        if self._figure == "figure":
            low, high = max(low, _LOWEST), 1.0
        else:
            low = 0.0
        room = 0.05 * max(high - low, 0.05)
        self._plot.setXRange(0.0 if last > 3 else 0.5, max(2.0, last) * 1.02, padding=0.0)
        self._plot.setYRange(low - (room if self._figure == "figure" else 0.0), high + room, padding=0.0)

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = still_plot(left_px=40, bottom_px=40)
        self._plot.disableAutoRange()
        item = self._plot.getPlotItem()
        item.setLabel("bottom", self.tr("epoch"))
        axis = item.getAxis("bottom")
        spaced = axis.tickSpacing
        whole = [(1, 0)]  # there are no half epochs
        axis.tickSpacing = lambda *sizes: [one for one in spaced(*sizes) if one[0] >= 1] or whole
        self._batches = self._plot.plot(antialias=False)
        self._best = pg.InfiniteLine(angle=90, movable=False)
        self._plot.addItem(self._best, ignoreBounds=True)
        self._plot.scene().sigMouseMoved.connect(self._point_at)
        self._pages.addWidget(self._plot)

    def _follow_theme(self) -> None:
        self._dress()
        if drawn := [run for run in self._runs if run.epochs or run.batches]:
            self._describe(drawn)

    def _dress(self) -> None:
        """Give every line and axis the colours of the theme."""
        if self._plot is None:
            return
        import pyqtgraph as pg

        colours = palette()
        pixel = self.devicePixelRatioF()  # pyqtgraph's pens are as wide as so many points of the screen
        self._plot.setBackground(colours.panel)
        for side in ("left", "bottom"):
            axis = self._plot.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(colours.muted, width=1))
            axis.setTextPen(pg.mkPen(colours.muted))
        shown = [run for run in self._runs if run.epochs or run.batches]
        are_many = _are_many(shown)
        for place, line in enumerate(self._lines):
            colour = QColor(
                class_colour(_many_colour(shown, place) if are_many else (TRAINING, VALIDATION)[place % 2])
            )
            is_first = place < (1 if are_many else 2)
            dashed = Qt.PenStyle.SolidLine if is_first or are_many else Qt.PenStyle.DashLine
            line.setPen(pg.mkPen(colour, width=pixel * (2 if is_first else 1), style=dashed))
            line.setSymbolBrush(colour)
            line.setSymbolPen(colour)
        faint = QColor(class_colour(TRAINING))
        faint.setAlpha(110)
        self._batches.setPen(pg.mkPen(faint, width=pixel))
        self._best.setPen(pg.mkPen(colours.good, width=pixel, style=Qt.PenStyle.DashLine))

    def _describe(self, drawn: Sequence[RunCurves], epoch: int | None = None) -> None:
        """The legend, with the values of the epoch that the pointer is at."""
        if _are_many(drawn):
            self.legend.show_entries(self._many_entries(drawn, epoch))
            return
        entries = []
        for word, part, colour in (
            (self.tr("training"), "train", TRAINING),
            (self.tr("validation"), "valid", VALIDATION),
        ):
            name = f"{part}_{self._figure}"
            values = [getattr(one, name) for run in drawn for one in run.epochs if one.number == epoch]
            entries.append(
                (" ".join([word, *(shown_number(value, ".3f") for value in values)]), colour, False)
            )
        if epoch is not None:
            entries.insert(0, (words(Text("epoch {epoch}", epoch=epoch)), "", False))
        elif len(drawn) > 1:
            entries += [(run.name, palette().muted, place > 0) for place, run in enumerate(drawn)]
        elif self._best is not None and self._best.isVisible():
            entries.append((self.tr("best"), palette().good, True))
        self.legend.show_entries(entries)

    def _many_entries(self, drawn: Sequence[RunCurves], epoch: int | None) -> list[tuple[str, str, bool]]:
        """As many of the runs as there is room for, each with its colour."""
        first = self.tr("validation") if epoch is None else words(Text("epoch {epoch}", epoch=epoch))
        entries = [(first, "", False)]
        room = self.width() - self.heading.width() - _BESIDE_LEGEND
        for place, run in enumerate(drawn):
            part = "valid" if run.is_validated else "train"
            values = [getattr(one, f"{part}_{self._figure}") for one in run.epochs if one.number == epoch]
            text = " ".join([run.name, *(shown_number(value, ".3f") for value in values)])
            entries.append((text, _many_colour(drawn, place), False))
            if self.legend.width_of(entries) > room and len(entries) > 2:
                left = len(drawn) - place
                return [*_in_order(entries[:-1], drawn), (f"+ {left}", "", False)]
        return _in_order(entries, drawn)

    @override
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if drawn := [run for run in self._runs if run.epochs or run.batches]:
            self._describe(drawn)

    def _point_at(self, position: QPointF) -> None:
        drawn = [run for run in self._runs if run.epochs]
        if not drawn:
            return
        box = self._plot.getPlotItem().vb
        inside = box.sceneBoundingRect().contains(position)
        epoch = round(box.mapSceneToView(position).x()) if inside else None
        numbers = {one.number for run in drawn for one in run.epochs}
        self._describe(drawn, epoch if epoch in numbers else None)

    @override
    def leaveEvent(self, event: Any) -> None:
        drawn = [run for run in self._runs if run.epochs]
        if drawn:
            self._describe(drawn)
        super().leaveEvent(event)
