"""OVER TIME: whether what a model heard in use sounds like what it has learnt from."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.core.run import Run
from audioclf_gui.core.suggested import was_used
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.drifted import Drifted
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.table_model import Column, ValueTable, value_view
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.train.arrangement import scrolling
from audioclf_gui.gui.train.watch_plot import WatchPlot
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label
from audioclf_gui.jobs.monitor_over_time import MonitoredOverTime, MonitorOverTime, monitor_over_time
from audioclf_gui.ml.presets import title_of

_LEAST_PLOT_WIDTH = 220
_WINDOWS, _IN_LINES = 1, 2  # columns of numbers


class WatchPage(QWidget):
    """The days or sessions of one run's model, as a table and a plot; the words are of the one chosen."""

    clips_asked = Signal(str, object)  # a title and tuple[ClipId, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.found: MonitoredOverTime | None = None
        self._drifted = Drifted(context, self)
        self.run, self.by = QComboBox(), QComboBox()
        self.run.setAccessibleName(self.tr("Whose records"))
        self.run.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.run.setMinimumContentsLength(12)
        self.by.setAccessibleName(self.tr("What a point is"))
        self.by.addItem(self.tr("By day"), "day")
        self.by.addItem(self.tr("By session"), "session")
        self.figure = QComboBox()
        self._offer_figures()
        self.compare = button(
            self.tr("Compare"),
            self.tr("Compare what this model heard when it classified files or listened with the labels"),
        )
        self.queue = button(
            self.tr("Queue what differs"),
            self.tr("Take the files that raise the alarm into the project, and judge them in Review"),
        )
        self.answer, self.details = QLabel(), QLabel()
        self.said = muted_label(wrap=True)
        for label in (self.answer, self.details):
            label.setWordWrap(True)
        self.model = ValueTable(self._columns())
        self.table = value_view(self.model, self.tr("Days or sessions"), stretched=0)
        self.plot = WatchPlot()
        self._arrange()
        self._show_nothing()
        self._connect()

    def _connect(self) -> None:
        self._drifted.found.connect(self.clips_asked)
        self._drifted.ended.connect(self._end)
        self.compare.clicked.connect(self.begin)
        self.queue.clicked.connect(self.queue_drifted)
        self.figure.currentIndexChanged.connect(self._draw)
        self.plot.chosen.connect(lambda place: self.table.selectRow(self._row(place)))
        self.table.selectionModel().currentRowChanged.connect(
            lambda now: self._show_period(self._row(now.row()))
        )

    def _offer_figures(self) -> None:
        self.figure.setAccessibleName(self.tr("What is drawn"))
        self.figure.setToolTip(
            self.tr("Every figure is drawn in units of its own alarm line: above 1 it raises the alarm")
        )
        self.figure.addItem(self.tr("What is farthest"), "farthest")
        self.figure.addItem(self.tr("Shares (population stability)"), "psi")
        self.figure.addItem(self.tr("Distributions (Kolmogorov-Smirnov)"), "ks")
        self.figure.addItem(self.tr("What the model hears (distance)"), "embedding")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("When"), lambda one: one.name),
            Column(self.tr("Windows"), lambda one: str(one.windows), is_number=True),
            Column(
                self.tr("× line"),
                lambda one: self.tr("too few") if one.excess is None else shown_number(one.excess, ".2f"),
                is_number=True,
            ),
        )

    def _arrange(self) -> None:
        chosen = FlowLayout(self.run, self.by, self.compare, self.queue)
        words_below = QWidget()
        below = QVBoxLayout(words_below)
        below.setContentsMargins(0, 0, 4, 0)
        below.addWidget(self.details)
        below.addWidget(self.said)
        below.addStretch(1)
        told = QVBoxLayout()
        told.addWidget(self.table, 1)
        told.addWidget(scrolling(words_below), 1)
        for column in (_WINDOWS, _IN_LINES):
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.plot.setMinimumWidth(_LEAST_PLOT_WIDTH)
        drawn = QVBoxLayout()
        drawn.addWidget(self.figure)
        drawn.addWidget(self.plot, 1)
        both = QHBoxLayout()
        both.addLayout(told, 6)
        both.addLayout(drawn, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(chosen)
        whole.addWidget(self.answer)
        whole.addLayout(both, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_runs()

    def _offer_runs(self) -> None:
        """Those whose models were used, the newest first."""
        runs, chosen = self._context.document.project.runs, self.run.currentText()
        self.run.clear()
        for run in reversed(runs.with_model):
            if was_used(runs.bundle_path(run)):
                name = Text("Run {id:d}: {title}", id=run.id, title=title_of(run.preset, run.settings))
                self.run.addItem(words(name), run)
        self.run.setCurrentIndex(max(0, self.run.findText(chosen)))
        for one in (self.run, self.by, self.compare):
            one.setEnabled(self.run.count() > 0)
        self.queue.setEnabled(self.found is not None and self.found.has_drifted)
        if self.found is None:
            self._show_nothing()

    def begin(self) -> None:
        """Compare the records of the chosen run."""
        run = self.run.currentData()
        if not isinstance(run, Run):
            return
        project = self._context.document.project
        times = project.catalogue.label_times(run.started_at)
        request = MonitorOverTime(run, project.runs.bundle_path(run), self.by.currentData(), times)
        for one in (self.compare, self.queue):
            one.setEnabled(False)
        self.said.setText(self.tr("Comparing… how far it is stands in the status bar."))
        self._context.start(
            partial(monitor_over_time, request, project.view()),
            Text("Comparing what was heard"),
            on_done=self._show_found,
            on_ended=self._end,
        )

    def queue_drifted(self) -> None:
        """Hand the files that raise the alarm to Review, as clips of the project."""
        if self.found is None:
            return
        self.queue.setEnabled(False)
        self._drifted.take_in(self.found)

    def _end(self) -> None:
        self.compare.setEnabled(True)
        self.queue.setEnabled(self.found is not None and self.found.has_drifted)
        if self.found is None:  # it failed or was stopped
            self._show_nothing()
        else:
            caution = (self.found.caution,) if self.found.windows else ()
            self.said.setText(words(listed((*caution, *self.found.notes))))

    def _show_nothing(self) -> None:
        self.said.setText(
            self.tr("What models hear when they classify files or listen is recorded here in numbers.")
            if self.run.count()
            else self.tr(
                "Nothing is recorded yet. What models hear when they classify files or listen is recorded in"
                " numbers, and compared here with the labelled sounds."
            )
        )
        for one in self._shown_when_found:
            one.hide()

    def _show_found(self, found: MonitoredOverTime) -> None:
        self.found = found
        corrected = [one.text for one in found.corrections[-1:]]
        self.answer.setText(words(listed((found.answer, *corrected))))
        self.model.show(found.periods[::-1])
        self._draw()
        for one in self._shown_when_found:
            one.setVisible(bool(found.periods) or one is self.answer)
        if found.periods:
            self.table.selectRow(0)

    @property
    def _shown_when_found(self) -> tuple[QWidget, ...]:
        return self.answer, self.table, self.plot, self.figure, self.details

    def _draw(self) -> None:
        if self.found is not None:
            self.plot.show_periods(self.found.periods, self.figure.currentData())

    def _row(self, place: int) -> int:
        """Of a period in the table, which begins with the newest; and the other way round."""
        return -1 if self.found is None else len(self.found.periods) - 1 - place

    def _show_period(self, place: int) -> None:
        if self.found is None or not 0 <= place < len(self.found.periods):
            return
        one = self.found.periods[place]
        told = [Text("{when}: {answer}", when=one.name, answer=one.answer)]
        told += [answered.text for answered in self.found.corrections if answered.day == one.name]
        self.details.setText("\n".join(map(words, told)))
        self.plot.choose(place)
