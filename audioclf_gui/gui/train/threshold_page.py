"""From which score on a class is best answered: two curves, and a slider on which the counts hang."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.number_box import NumberBox
from audioclf_gui.gui.theme import class_colour, palette, theme_signals
from audioclf_gui.gui.train.curves import TRAINING
from audioclf_gui.gui.train.how_sure_row import HowSureRow
from audioclf_gui.gui.train.unit_plot import dress, unit_plot
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, indent, muted_label, row_layout
from audioclf_gui.jobs.choose_thresholds import Decisions
from audioclf_gui.ml.thresholds import AtThreshold, ClassScores

_STEPS = 100  # of the slider


class ThresholdPage(QWidget):
    """Precision over recall and recall over false answers of one class; points show the threshold."""

    asked = Signal()  # it is looked at, and has no scores yet
    kept = Signal(int, object)  # place of a class, and from which score to answer it; None: as chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scores: tuple[ClassScores, ...] = ()
        self._is_asked = False
        self._plots: list[Any] = []  # pyqtgraph.PlotWidgets, imported when there is something to plot
        self._lines: list[Any] = []
        self._points: list[Any] = []
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Class"))
        self.chooser.currentIndexChanged.connect(self._show_class)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(_STEPS // 2)
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.slider.setToolTip(self.tr("The score from which the class is answered"))
        self.typed = NumberBox(minimum=0.0, maximum=1.0, singleStep=1.0 / _STEPS, value=0.5)
        self.keep = button(
            self.tr("Keep for this class"), self.tr("Let the model answer this class from this score on")
        )
        self.take_back = button(
            self.tr("Take back"), self.tr("Answer this class again from the score that was chosen for all")
        )
        self.counts = muted_label(wrap=True)
        self.row = HowSureRow()
        self._found: Decisions | None = None  # by what the run decides, once it is known
        self._is_ready = False
        self.slider.valueChanged.connect(self._move)
        self.empty = muted_label(
            self.tr(
                "From which score on a class is answered is set here for a run that has kept its model, as"
                " soon as its scores are read. Press Train for the first."
            ),
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        self._connect_number()
        self._arrange()
        theme_signals.changed.connect(self._dress)
        self._show_parts()

    def _connect_number(self) -> None:
        """Slider and number say the same; the number leads while it is typed."""
        indent(self.typed)
        self.typed.setAccessibleName(self.tr("Threshold as a number"))
        self.typed.valueChanged.connect(lambda score: self.slider.setValue(round(score * _STEPS)))
        self.keep.clicked.connect(lambda: self._set_to(self.slider.value() / _STEPS))
        self.take_back.clicked.connect(lambda: self._set_to(None))

    def _arrange(self) -> None:
        top = row_layout(self.chooser, self.slider, self.typed, self.keep, self.take_back)
        top.setStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.row)
        whole.addLayout(top)
        whole.addWidget(self.counts)
        whole.addLayout(self._row, 1)
        whole.addWidget(self.empty, 1)

    def expect(self) -> None:
        """Another run is shown: its scores are asked for as soon as somebody looks."""
        self._is_asked, self._found = False, None
        self.set_ready(False)
        self.row.sentence.clear()
        self.show_scores((), ())
        if self.isVisible():
            self._ask()

    def show_scores(self, scores: Sequence[ClassScores], names: Sequence[str]) -> None:
        """Show the scores of a run, whose classes are called so now."""
        self.scores = tuple(scores)
        before = self.chooser.currentText()
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems(list(names))
        self.chooser.setCurrentIndex(max(0, self.chooser.findText(before)))
        self.chooser.blockSignals(False)
        self._show_parts()
        self._show_in_use()

    def show_decisions(self, found: Decisions) -> None:
        """Show by what thresholds the run decides, in the order of its classes."""
        self._found = found
        self._is_ready = True
        self._show_in_use()

    def set_ready(self, is_ready: bool) -> None:
        """Whether thresholds can be chosen: not while some are, nor before a model is known."""
        self._is_ready = is_ready
        self.row.set_ready(is_ready)
        self._show_keep()

    @property
    def answered(self) -> AtThreshold | None:
        """What the class that is chosen comes to at the threshold that is set."""
        place = self.chooser.currentIndex()
        if not 0 <= place < len(self.scores):
            return None
        return self.scores[place].at(self.slider.value() / _STEPS)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if not self._is_asked and not self.scores:
            self._is_asked = True
            self.asked.emit()

    def _show_parts(self) -> None:
        chosen = (self.chooser, self.slider, self.typed, self.keep)
        for part in (self.row, *chosen, self.counts, *self._plots):
            part.setVisible(bool(self.scores))
        self._show_keep()
        self.empty.setVisible(not self.scores)

    def _show_in_use(self) -> None:
        if self._found is not None:
            names = [self.chooser.itemText(place) for place in range(self.chooser.count())]
            self.row.show_decisions(self._found, names or self._found.classes)
        self._show_class()

    def _show_class(self) -> None:
        """Draw the class that is chosen, from the score on that it is answered from."""
        if (step := self._step_in_use) is not None:
            self.slider.setValue(step)
        self._draw()
        self._show_keep()

    @property
    def _step_in_use(self) -> int | None:
        """Where the slider stands for the threshold of the class that is chosen, as far as that is known."""
        place = self.chooser.currentIndex()
        if self._found is None or not 0 <= place < len(self._found.thresholds):
            return None
        return round(self._found.thresholds[place] * _STEPS)

    def _show_keep(self) -> None:
        step = self._step_in_use
        self.keep.setEnabled(self._is_ready and step is not None and step != self.slider.value())
        by_hand = self._found.by_hand if self._found is not None else ()
        self.take_back.setVisible(bool(self.scores) and self.chooser.currentIndex() in by_hand)
        self.take_back.setEnabled(self._is_ready)

    def _set_to(self, score: float | None) -> None:
        self.kept.emit(self.chooser.currentIndex(), score)

    def _draw(self) -> None:
        place = self.chooser.currentIndex()
        if not 0 <= place < len(self.scores):
            return
        if not self._plots:
            self._make_plots()
        curve = self.scores[place].curve()
        recalls = [one.recall for one in curve]
        self._lines[0].setData(recalls, [one.precision for one in curve])
        self._lines[1].setData([0.0, *(one.false_rate for one in curve)], [0.0, *recalls])
        self._move()

    def _move(self) -> None:
        if round(self.typed.value() * _STEPS) != self.slider.value():
            self.typed.setValue(self.slider.value() / _STEPS)
        self._show_keep()
        one = self.answered
        if one is None or not self._points:
            return
        self._points[0].setData([one.recall], [one.precision])
        self._points[1].setData([one.false_rate], [one.recall])
        told = Text(
            "From a score of {threshold:.2f}: {right} right, {missed} missed, {false} false;"
            " precision {precision:.2f}, recall {recall:.2f}",
            threshold=one.threshold,
            right=one.right,
            missed=one.missed,
            false=one.false,
            precision=one.precision,
            recall=one.recall,
        )
        self.counts.setText(words(told))

    def _make_plots(self) -> None:
        for across, up in (
            (self.tr("recall"), self.tr("precision")),
            (self.tr("false alarm rate"), self.tr("recall")),
        ):
            self._add_plot(across, up)
        self._dress()

    def _add_plot(self, across: str, up: str) -> None:
        import pyqtgraph as pg

        plot = unit_plot(across, up)
        self._lines.append(plot.plot(antialias=True))
        self._points.append(pg.ScatterPlotItem(size=11))
        plot.addItem(self._points[-1])
        self._plots.append(plot)
        self._row.addWidget(plot, 1)

    def _dress(self) -> None:
        """Give lines, points and axes the colours of the theme."""
        if not self._plots:
            return
        import pyqtgraph as pg

        colours, pixel = palette(), self.devicePixelRatioF()
        for plot, line, point in zip(self._plots, self._lines, self._points, strict=True):
            dress(plot)
            line.setPen(pg.mkPen(class_colour(TRAINING), width=2 * pixel))
            point.setBrush(pg.mkBrush(colours.warn))
            point.setPen(None)
