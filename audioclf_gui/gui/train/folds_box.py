"""How many folds a cross-validation has, and how long it is likely to take."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audioclf_gui.core.errors import told
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.number_box import CountBox
from audioclf_gui.gui.text import capitalised
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, muted_label, row_layout
from audioclf_gui.gui.workspace import LazyRefresh, Workspace
from audioclf_gui.jobs.foresee_time import ForeseeTime, TimeForeseen, foresee_time
from audioclf_gui.ml.dataset import TrainingSummary
from audioclf_gui.ml.splits import USUAL_FOLDS, usable_folds

_SETTLE_MS = 200


class FoldsBox(QWidget):
    """A number of folds; there to be seen where every fold is held out in turn."""

    def __init__(self, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.count = CountBox()
        indent(self.count)
        self.count.setRange(1, 1)
        self.count.setAccessibleName(self.tr("Number of folds"))
        self.count.setToolTip(
            self.tr(
                "Whole groups are dealt into so many folds; more folds take longer and leave more to learn"
                " from in each"
            )
        )
        self.count.setKeyboardTracking(False)
        self.count.valueChanged.connect(self._choose)
        label = muted_label(self.tr("Number of folds"))
        label.setBuddy(self.count)
        self.outlook = muted_label(wrap=True)
        self.outlook.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = row_layout(label, self.count)
        row.setStretch(1, 1)
        column.addLayout(row)
        column.addWidget(self.outlook)
        choice.changed.connect(self.refresh)
        self.refresh()

    def show_data(self, summary: TrainingSummary) -> None:
        """Offer as many folds as there are groups; the least stands for what the data says."""
        own = len(usable_folds(summary.folds.keys()))
        usual = min(USUAL_FOLDS, max(1, len(summary.groups)))
        with QSignalBlocker(self.count):
            self.count.setSpecialValueText(
                words(Text("{n} of the data", n=own) if own else Text("automatic ({n})", n=usual))
            )
            self.count.setMaximum(max(2, len(summary.groups), self._choice.settings.folds or 0))
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        self.setVisible(self._choice.all_folds)
        with QSignalBlocker(self.count):
            self.count.setMaximum(max(self.count.maximum(), self._choice.settings.folds or 0))
            self.count.setValue(self._choice.settings.folds or 1)

    def show_outlook(self, text: str) -> None:
        """Say how long it is likely to take, or why it cannot be done."""
        self.outlook.setText(text)
        self.outlook.setVisible(bool(text))

    def _choose(self, count: int) -> None:
        self._choice.hold_out_every_fold(count if count > 1 else None)


class Foresight(LazyRefresh):
    """Estimates anew, beside the window's own work, when the choice, the labels or the runs have changed."""

    def __init__(self, context: Context, workspace: Workspace, choice: TrainChoice, box: FoldsBox) -> None:
        super().__init__(workspace, self._ask, _SETTLE_MS)
        self._context = context
        self._choice = choice
        self._box = box
        self._is_asking = False
        document = context.document
        self.watch(document.clips_changed, document.labels_changed, document.classes_changed)
        self.watch(document.runs_changed, choice.changed)

    def _ask(self) -> None:
        if self._is_asking or not self._choice.all_folds:
            return
        self._is_asking = True
        project, settings = self._context.document.project, self._choice.settings
        self._context.start(
            partial(foresee_time, ForeseeTime(settings, project.runs.all), project.view()),
            Text("Estimating the time"),
            on_done=self._show,
            on_failed=self._show_why_not,
            on_ended=partial(self._end, (self._context.document.view, settings)),
        )

    def _show(self, foreseen: TimeForeseen) -> None:
        self._box.show_outlook(words(foreseen.text))

    def _show_why_not(self, error: Exception) -> None:
        self._box.show_outlook(capitalised(words(told(error))))

    def _end(self, asked: tuple[object, object]) -> None:
        """Ask again if the question has changed meanwhile."""
        self._is_asking = False
        view, settings = asked
        if view is not self._context.document.view or settings is not self._choice.settings:
            self.mark()
