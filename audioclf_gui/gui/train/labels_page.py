"""LABELS: enough, wrong, flattered by a random split, like new recordings; each asked by a button."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.label_doubts import LabelDoubts
from audioclf_gui.gui.train.arrangement import scrolling
from audioclf_gui.gui.train.learning_curve_plot import LearningCurvePlot
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label
from audioclf_gui.jobs.learn_curve import CurveLearnt, LearnCurve, learn_curve
from audioclf_gui.jobs.measure_leakage import Leakage, MeasureLeakage, measure_leakage
from audioclf_gui.jobs.monitor import Monitor, Monitored, monitor
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS, title_of
from audioclf_gui.ml.saved_preset import SavedPreset
from audioclf_gui.ml.settings import TrainSettings, settings_for, settings_from_dict

_LEAST_PLOT_WIDTH = 240


class LabelsPage(QWidget):
    """Four questions about the labels, and the answer to the one that was asked last."""

    clips_asked = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._saved: tuple[SavedPreset, ...] = ()
        self._doubts = LabelDoubts(context, self)
        self._doubts.found.connect(self.clips_asked)
        self.more = button(
            self.tr("Would more help?"),
            self.tr("Learn from few, more and all of the labels, and draw how the figure grows"),
        )
        self.leakage = button(
            self.tr("Does a random split flatter?"),
            self.tr("Compare a random split with one by group: speakers, sites, recordings"),
        )
        self.errors = button(
            self.tr("Are some wrong?"), self.tr("Judge every label by models that have not learnt from it")
        )
        self.drift = button(
            self.tr("Do new recordings differ?"),
            self.tr("Compare a folder of recordings with the labelled sounds: level, clipping, bands"),
        )
        self.learner = QComboBox()
        self.learner.setAccessibleName(self.tr("What learns"))
        self.learner.setToolTip(
            self.tr("What learns for an answer: something quick, a preset, or what a run was trained with")
        )
        self.learner.addItem(self.tr("Quick: seconds"), None)
        self.learner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.learner.setMinimumContentsLength(12)
        self.answer, self.further = _wrapping(QLabel()), _wrapping(QLabel())
        self.caution = _wrapping(muted_label())
        self.plot = LearningCurvePlot()
        self._arrange()
        self._show_nothing()
        self.more.clicked.connect(self.ask_for_more)
        self.leakage.clicked.connect(self.ask_for_leakage)
        self.drift.clicked.connect(self.choose_recordings)
        self.errors.clicked.connect(lambda: self._doubts.find(None, self._settings))

    def _arrange(self) -> None:
        questions = FlowLayout(self.more, self.leakage, self.errors)
        learner = muted_label(self.tr("Learnt by"))
        learner.setBuddy(self.learner)
        row = FlowLayout()
        row.add_together(learner, self.learner)
        row.addWidget(self.drift)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 4, 0)
        for label in (self.answer, self.further, self.caution):
            column.addWidget(label)
            label.hide()
        column.addStretch(1)
        self.plot.setMinimumWidth(_LEAST_PLOT_WIDTH)
        self.plot.hide()
        both = QHBoxLayout()
        both.addWidget(scrolling(told), 1)
        both.addWidget(self.plot, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(questions)
        whole.addLayout(row)
        whole.addLayout(both, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_learners()

    def show_presets(self, saved: tuple[SavedPreset, ...]) -> None:
        """Offer the user's own presets, too."""
        self._saved = saved
        self._offer_learners()

    def _offer_learners(self) -> None:
        """Beside what is quick whatever can be trained: presets, and what the runs were trained with."""
        chosen = self.learner.currentText()
        while self.learner.count() > 1:
            self.learner.removeItem(1)
        for run in reversed(self._context.document.project.runs.all):
            title = Text("as run {id:d}: {title}", id=run.id, title=title_of(run.preset, run.settings))
            self.learner.addItem(words(title), run)
        for saved in self._saved:
            self.learner.addItem(saved.name, saved.settings)
        for name, preset in PRESETS.items():
            if name != AUTOMATIC:
                self.learner.addItem(words(preset.title), name)
        self.learner.setCurrentIndex(max(0, self.learner.findText(chosen)))

    @property
    def _settings(self) -> TrainSettings | None:
        """What is to learn; None: what learns in seconds."""
        match self.learner.currentData():
            case Run() as run:
                return settings_from_dict(run.settings)
            case TrainSettings() as settings:
                return settings
            case str(preset):
                return settings_for(preset)
        return None

    def ask_for_more(self) -> None:
        """Draw the learning curve."""
        request = LearnCurve(self._settings)
        self._begin()
        self._context.start(
            partial(learn_curve, request, self._context.document.project.view(), cache_folder()),
            Text("Learning from parts of the labels"),
            on_done=self._show_curve,
            on_ended=self._end,
        )

    def ask_for_leakage(self) -> None:
        """Compare a random split with one by group."""
        request = MeasureLeakage(self._settings)
        self._begin()
        self._context.start(
            partial(measure_leakage, request, self._context.document.project.view(), cache_folder()),
            Text("Comparing splits"),
            on_done=self._show_leakage,
            on_ended=self._end,
        )

    def choose_recordings(self) -> None:
        """Compare the recordings of a folder with the labelled sounds."""
        start = str(self._context.document.project.folder)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of recordings"), start)
        if folder:
            self.ask_for_drift((Path(folder),))

    def ask_for_drift(self, paths: tuple[Path, ...]) -> None:
        """Compare recordings with the labelled sounds."""
        self._begin(self.tr("Comparing… how far it is stands in the status bar."))
        self._context.start(
            partial(monitor, Monitor(paths), self._context.document.project.view()),
            Text("Comparing recordings"),
            on_done=self._show_drift,
            on_ended=self._end,
        )

    def _begin(self, told: str = "") -> None:
        told = told or self.tr("Learning… how far it is stands in the status bar.")
        self._show((told, None, ""), has_plot=False)
        for one in (self.more, self.leakage, self.drift):
            one.setEnabled(False)

    def _end(self) -> None:
        for one in (self.more, self.leakage, self.drift):
            one.setEnabled(True)
        if not self.caution.text():  # it failed or was stopped
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._show(
            ("", None, self.tr("Each answer is learnt from the labels that are there; no model is kept.")),
            has_plot=False,
        )

    def _show_curve(self, found: CurveLearnt) -> None:
        further = None if found.classes_answer is None else words(found.classes_answer)
        self.plot.show_curve(found.curve, words(found.figure_name))
        self._show((words(found.answer), further, words(found.caution)), has_plot=True)

    def _show_leakage(self, found: Leakage) -> None:
        self._show((words(found.answer), None, words(found.caution)), has_plot=False)

    def _show_drift(self, found: Monitored) -> None:
        notes = found.unread_notes
        self._show(
            (words(found.answer), words(listed(notes)) if notes else None, words(found.caution)),
            has_plot=False,
        )

    def _show(self, told: tuple[str, str | None, str], *, has_plot: bool) -> None:
        for label, text in zip((self.answer, self.further, self.caution), told, strict=True):
            label.setText(text or "")
            label.setVisible(bool(text))
        self.plot.setVisible(has_plot)


def _wrapping(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
    return label
