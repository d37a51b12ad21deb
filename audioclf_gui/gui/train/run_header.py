"""The head of the workspace: which run is shown, how far it is, what it came to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QProgressBar, QToolButton, QWidget

from audioclf_gui.core.report import REGRESSION, report_from_json
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.note_list import NoteList
from audioclf_gui.gui.train.figures_row import FiguresRow
from audioclf_gui.gui.train.report import progress_text, remarks, state_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    ElidedLabel,
    Panel,
    button,
    icon_button,
    muted_label,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.jobs.evaluate import Evaluation
from audioclf_gui.jobs.foresee_time import about
from audioclf_gui.jobs.run_figures import figures_of
from audioclf_gui.ml.dataset import TrainingSummary
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    EpochDone,
    FitProgress,
    FoldDone,
    Measured,
    Measuring,
    PartBegun,
    TrainEvent,
)

NO_NOTE = RunNote()
_NAME_PX = 300  # of a title; what is longer is in its tip
_STEPS = 10_000  # of the progress bar, so that it moves rather than jumps


class RunHeader(Panel):
    """Title, state in words, a moving bar while it runs, figures afterwards."""

    stop_asked = Signal()
    continue_asked = Signal()
    suggest_asked = Signal()
    errors_asked = Signal()
    export_asked = Signal()
    fold_asked = Signal(object)  # str | None: measure the same model on a fold, or on all
    training_asked = Signal(bool)  # measure it with the clips that it has learnt from, or without

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = title_label("")
        self.state = ElidedLabel()
        self.pace = muted_label()
        set_role(self.state, "muted")
        self.stop_button = button(
            self.tr("Stop and keep best"), self.tr("End now with the best epoch so far"), "stop"
        )
        self.stop_button.clicked.connect(self.stop_asked)
        self.continue_button = button(
            self.tr("Continue"), self.tr("Go on with this run from the last epoch that was kept"), "play"
        )
        self.continue_button.clicked.connect(self.continue_asked)
        self.suggest_button = button(
            self.tr("Suggest labels now"), self.tr("Let this model look at every clip, unlabelled ones first")
        )
        self.suggest_button.clicked.connect(self.suggest_asked)
        self.errors_button = button("")
        self.errors_button.clicked.connect(self.errors_asked)
        self.export_button = button(
            self.tr("Export model…"), self.tr("Write this model as a file that other programs run")
        )
        self.export_button.clicked.connect(self.export_asked)
        self.figures_button = self._figures_button()
        self.folds = self._fold_box()
        self.training = self._training_box()
        self.bar = self._progress_bar()
        self._part: PartBegun | None = None  # of a cross-validation
        self._folds: list[str] = []  # what came of those that have ended
        self._is_within_epoch = False
        self._notes: tuple[str, ...] = ()  # about the run that is shown
        self.figures = FiguresRow()
        self.remarks = NoteList(self.tr("About the figures"))
        set_role(self.remarks.words, "muted")
        self._arrange()
        self.expect(None)

    def expect(self, learnt: TrainingSummary | None) -> None:
        """Say what to do before the first run, if it has been counted what there is to learn from."""
        self._expected = learnt
        self.title.setText(self.tr("No run yet"))
        self.remarks.set_notes(())
        self._set_parts(running=False, has_figures=False, has_model=False)
        if learnt is not None and learnt.of_numbers:
            self.state.set_text(self.tr("Press Train: the clips have numbers to learn."))
        elif learnt is not None and len(learnt.classes) > 1:
            self.state.set_text(self.tr("Press Train: there are labels to learn from."))
        else:
            self.state.set_text(self.tr("Label some clips of each class, then press Train."))

    def prepare(self) -> None:
        """Say that it is being looked at what the first run is to learn from."""
        self.state.set_text(self.tr("Looking through the clips…"))
        self.bar.setRange(0, 0)
        self.bar.show()

    def expect_again(self) -> None:
        """Nothing came of it: say what to do, as before."""
        self.expect(self._expected)

    def _arrange(self) -> None:
        speaks_for(self.stop_button, "stop_training")
        top = row_layout(
            self.title,
            self.state,
            self.pace,
            self.training,
            self.folds,
            self.figures_button,
            self.export_button,
            self.errors_button,
            self.suggest_button,
            self.continue_button,
            self.stop_button,
        )
        top.setStretch(1, 1)
        top.setSpacing(10)
        self.body.addLayout(top)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.remarks)

    def _figures_button(self) -> QToolButton:
        tip = self.tr("Open the folder of this run's figures: curves, confusion, report, network")
        opener = icon_button("folder-open-outline", tip)
        opener.clicked.connect(self._open_figures)
        self._pictures: Path | None = None
        return opener

    def _progress_bar(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setRange(0, _STEPS)
        bar.setTextVisible(False)
        bar.setFixedHeight(14)
        bar.setAccessibleName(self.tr("Progress of the training"))
        return bar

    def _fold_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Measured on"))
        box.setToolTip(self.tr("Measure the model on the clips of one fold, or on all"))
        box.activated.connect(lambda _place: self.fold_asked.emit(box.currentData()))
        return box

    def _training_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("With training clips"))
        box.setToolTip(
            self.tr("Measure the model on the clips that it has learnt from, too, apart from the rest")
        )
        box.clicked.connect(self.training_asked)
        return box

    def show_run(
        self,
        run: Run,
        compared: Run | None = None,
        *,
        has_model: bool = True,
        can_go_on: bool = False,
        note: RunNote = NO_NOTE,
        folder: Path | None = None,
    ) -> None:
        """Show a run of the project in `folder` that has ended, or the beginning of one."""
        report = report_from_json(run.report)
        running = run.status is RunStatus.RUNNING
        self.show_name(run, note)
        self.state.set_text(state_text(run, compared, has_model=has_model))
        self.pace.clear()
        self._set_parts(
            running=running,
            has_figures=report.figures is not None,
            has_model=has_model,
            is_of_classes=run.objective != REGRESSION,
        )
        self.continue_button.setVisible(can_go_on)
        self._pictures = None if folder is None else figures_of(folder, run)
        self.figures_button.setVisible(self._pictures is not None)
        if report.figures is not None:
            self.figures.show_report(report)
        self._part, self._folds = None, []
        self._notes = () if running else remarks(report)
        self.remarks.set_notes(self._notes)
        if running:
            self.bar.setRange(0, 0)

    def show_name(self, run: Run, note: RunNote) -> None:
        """Call the run that is shown as its user does, the number kept where it can be seen."""
        number = words(Text("Run {id:d}", id=run.id))
        whole = f"{note.name} · {number}" if note.name else number
        name = self.title.fontMetrics().elidedText(note.name, Qt.TextElideMode.ElideRight, _NAME_PX)
        self.title.setText(f"{name} · {number}" if name else number)
        self.title.setToolTip("\n".join(filter(None, (whole, note.text))))

    def show_comparison(self, told: Sequence[str]) -> None:
        """Say how the run that is shown compares with others, before what there is to say of it."""
        self.remarks.set_notes((*told, *self._notes))

    def show_measured(self, name: str, measured: Evaluation, folds: Sequence[str]) -> None:
        """Show what a model came to on the labels of the project, whoever trained it.

        Parameters
        ----------
        folds
            Those of the project, any of which it can be measured on alone.
        """
        report = report_from_json(measured.report)
        self.title.setText(name)
        about = (
            Text("measured on {n} labelled clip", "measured on {n} labelled clips", n=measured.clips)
            if report.is_of_classes
            else Text("measured on {n} clip", "measured on {n} clips", n=measured.clips)
        )
        self.state.set_text("; ".join(map(words, (about, *_what_it_learnt(measured)))))
        self._set_parts(running=False, has_figures=report.figures is not None, has_model=False)
        self._offer_folds(folds)
        self._offer_training(measured.left_out, is_with=measured.training is not None)
        self.errors_button.hide()
        self.figures.show_report(report)
        self.remarks.set_notes([words(note) for note in measured.figure_notes if note is not None])

    def show_all_learnt(self, name: str) -> None:
        """Show that nothing is left that a model could be measured on."""
        self.title.setText(name)
        self.state.set_text(self.tr("it has learnt from every labelled clip that it could be measured on"))
        self._set_parts(running=False, has_figures=False, has_model=False)
        self._offer_training(1, is_with=False)

    def _offer_training(self, left_out: int | None, *, is_with: bool) -> None:
        """Offer to measure it on the clips that it has learnt from, if there are any."""
        self.training.setChecked(is_with)
        self.training.setVisible(bool(left_out))

    def _offer_folds(self, folds: Sequence[str]) -> None:
        """Offer the folds to measure on; what is chosen stays so while it is the same choice."""
        chosen, offered = self.folds.currentData(), [None, *folds]
        if offered != [self.folds.itemData(place) for place in range(self.folds.count())]:
            self.folds.clear()
            self.folds.addItem(self.tr("All folds"), None)
            for fold in folds:
                self.folds.addItem(words(Text("Fold {name}", name=fold)), fold)
            self.folds.setCurrentIndex(max(0, self.folds.findData(chosen)))
        self.folds.setVisible(bool(folds))

    def show_event(self, event: TrainEvent, best_figure: float) -> None:
        """Show how far the run is."""
        if isinstance(event, BatchDone | EpochDone | FitProgress):
            self._is_within_epoch = isinstance(event, BatchDone)
        match event:
            case CacheProgress():
                self.bar.setRange(0, max(1, event.total))
                self.bar.setValue(event.done)
                self.state.set_text(
                    words(Text("reading clips, {done} of {total}", done=event.done, total=event.total))
                )
            case BatchDone():
                self._move_bar((event.epoch - 1 + event.done / max(1, event.total)) / max(1, event.epochs))
                if self._part is not None and not self._part.is_judged:
                    self.state.set_text(progress_text(event.epoch, event.epochs, None, None, self._part.name))
            case FitProgress():
                self._move_bar(event.done / max(1, event.total))
                self.state.set_text(
                    words(
                        Text(
                            "{doing}, {done} of {total}",
                            doing=event.doing,
                            done=event.done,
                            total=event.total,
                        )
                    )
                )
            case Measuring() if not self._is_within_epoch:  # of epochs the figures stay in sight
                self.state.set_text(
                    words(Text("measuring, {done} of {total}", done=event.done, total=event.total))
                )
            case EpochDone():
                self._show_epoch(event, best_figure)
            case PartBegun():
                self._part = event
                self.pace.clear()
                self.state.set_text(words(event.name))
                self._move_bar(0.0)
            case Measured() | FoldDone():
                self._tell(event)

    def _show_epoch(self, event: EpochDone, best_figure: float) -> None:
        self._move_bar(event.epoch.number / max(1, event.epochs))
        best = (best_figure, event.best_epoch) if event.best_epoch else None
        part = None if self._part is None else self._part.name
        told = progress_text(event.epoch.number, event.epochs, best, event.seconds_left, part)
        self.state.set_text(" · ".join(filter(None, (told, self._outlook(event)))))
        self.pace.setText(
            words(
                Text(
                    "{speed} clips/s · rate {rate:.2g}",
                    speed=round(event.samples_per_second),
                    rate=event.epoch.learning_rate,
                )
            )
        )

    def _outlook(self, event: EpochDone) -> str:
        """What the trainings that follow are likely to take, if each takes as long as this one."""
        left = 0 if self._part is None else self._part.parts - self._part.number
        epochs_left = event.epochs - event.epoch.number
        if not left or epochs_left <= 0:
            return ""
        whole_s = event.seconds_left * event.epochs / epochs_left
        return words(Text("{time} for the others", time=about(left * whole_s)))

    def _tell(self, event: Measured | FoldDone) -> None:
        """Figures that are there before the run has ended."""
        headline = report_from_json(event.report).headline
        assert headline is not None
        if isinstance(event, FoldDone):
            ended = Text("Fold {name}: {figure}.", name=event.name, figure=headline.text)
            self._folds.append(words(ended))
            self.remarks.set_notes([" ".join(self._folds)])
        else:
            measured = Text(
                "Measured: {figure}. Now a model learns from all clips; Stop keeps the one"
                " that was measured.",
                figure=headline.text,
            )
            self.remarks.set_notes([words(measured)])

    def _open_figures(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._pictures)))

    def _move_bar(self, share: float) -> None:
        """So much of the training is done, or of the part of a cross-validation that goes on."""
        before, parts = (0, 1) if self._part is None else (self._part.number - 1, self._part.parts)
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(_STEPS * (before + min(1.0, share)) / parts))

    def show_stopping(self) -> None:
        """Stop was pressed and is being done: what is measured now is the last of it."""
        self._is_within_epoch = False
        self.stop_button.setEnabled(False)
        self.stop_button.setText(self.tr("Stopping…"))

    def _set_parts(
        self, *, running: bool, has_figures: bool, has_model: bool, is_of_classes: bool = True
    ) -> None:
        self.bar.setVisible(running)
        self.pace.setVisible(running)
        self.folds.hide()
        self.training.hide()
        self.continue_button.hide()
        self.figures_button.hide()
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(True)
        self.stop_button.setText(self.tr("Stop and keep best"))
        self.figures.setVisible(has_figures and not running)
        self.suggest_button.setVisible(has_model and is_of_classes and not running)
        self.export_button.setVisible(has_model and not running)
        self.errors_button.setVisible(has_figures and not running)
        self.errors_button.setText(
            self.tr("Likely label errors") if is_of_classes else self.tr("Largest errors")
        )
        self.errors_button.setToolTip(
            self.tr("Clips whose label the model doubts most, though it never trained on them")
            if is_of_classes
            else self.tr("Clips whose number the model missed most, though it never trained on them")
        )
        if not (running or has_figures):
            self.remarks.hide()


def _what_it_learnt(measured: Evaluation) -> Iterator[Text]:
    """What to know about the clips that a model was measured on."""
    left_out = measured.left_out
    if left_out is None:
        yield Text("it does not say which clips it learnt from: those flatter it")
    elif left_out and measured.training is None:
        yield Text("{n} that it learnt from left out", "{n} that it learnt from left out", n=left_out)
