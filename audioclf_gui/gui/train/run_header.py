"""The head of the workspace: which run is shown, how far it is, what it came to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.note_list import NoteList
from audioclf_gui.gui.text import duration_text
from audioclf_gui.gui.train.report import Figures, figures, progress_text, remarks
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    ElidedLabel,
    Panel,
    button,
    muted_label,
    row_layout,
    set_role,
    title_label,
)
from audioclf_gui.ml.events import (
    BatchDone,
    CacheProgress,
    EpochDone,
    FitProgress,
    FoldDone,
    Measured,
    PartBegun,
    TrainEvent,
)
from audioclf_gui.ml.presets import title_of

_STEPS = 10_000  # of the progress bar, so that it moves rather than jumps


class FigureBlock(QWidget):
    """A large number over its name."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = title_label(points=4.0)
        self.detail = muted_label()
        self._name = name
        self.setToolTip(tip)
        top = row_layout(self.value, self.detail)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 18, 0)
        column.setSpacing(0)
        column.addLayout(top)
        self._label = muted_label(name)
        column.addWidget(self._label)

    def set_name(self, name: str) -> None:
        """Say what the number is; a name that is shown first has room for all the others."""
        self._name = name
        self._label.setText(name)

    def set_value(self, value: str, detail: str = "") -> None:
        """Show another number."""
        self.value.setText(value)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{self._name}: {value} {detail}".strip())


class FiguresRow(QWidget):
    """The headline figures of a finished run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accuracy = FigureBlock(
            self.tr("Accuracy, 95 % interval"),
            self.tr("Share of the judged clips whose class was recognised; the interval is Wilson's"),
        )
        self.balanced = FigureBlock(
            self.tr("Balanced accuracy"), self.tr("Mean recall of the classes: rare ones count as much")
        )
        self.macro_f1 = FigureBlock(self.tr("Macro F1"), self.tr("Mean F1 of the classes"))
        self.ece = FigureBlock(
            self.tr("Calibration error"),
            self.tr(
                "How far the scores are from the share that is right, on average; 0 is best."
                " T is the temperature that the scores were divided by for it: 1 as the network gave them"
            ),
        )
        self.best = FigureBlock(self.tr("Best epoch"), self.tr("The epoch whose weights were kept"))
        self.time = FigureBlock(self.tr("Time"), self.tr("Reading, training and measuring"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for block in (self.accuracy, self.balanced, self.macro_f1, self.ece, self.best, self.time):
            row.addWidget(block)
        row.addStretch(1)

    def show_figures(self, found: Figures) -> None:
        """Show the figures of a run; of a cross-validation the mean and standard deviation of its folds."""
        if found.spread:
            n = len(found.folds)
            self.accuracy.set_name(words(Text("Accuracy, {n} fold", "Accuracy, mean ± sd of {n} folds", n=n)))
            self.accuracy.set_value(*_mean_and_sd(found, "accuracy"))
            self.balanced.set_value(*_mean_and_sd(found, "balanced_accuracy"))
            self.macro_f1.set_value(*_mean_and_sd(found, "macro_f1"))
        else:
            self.accuracy.set_name(self.tr("Accuracy, 95 % interval"))
            interval = words(Text("{low:.2f} to {high:.2f}", low=found.low, high=found.high))
            self.accuracy.set_value(f"{found.accuracy:.3f}", interval)
            self.balanced.set_value(f"{found.balanced_accuracy:.3f}")
            self.macro_f1.set_value(f"{found.macro_f1:.3f}")
        self.ece.set_value(f"{found.ece:.3f}", *_temperature(found))
        self.best.set_value(str(found.best_epoch) if found.best_epoch else "–")
        self.time.set_value(duration_text(found.seconds) if found.seconds else "–")


def _temperature(found: Figures) -> tuple[str, ...]:
    """The temperature of the calibration error, where the report says it."""
    if found.temperature is None:
        return ()
    return (words(Text("at T {temperature:.2f}", temperature=found.temperature)),)


def _mean_and_sd(found: Figures, name: str) -> tuple[str, str]:
    mean, sd = found.spread[name]
    return f"{mean:.3f}", f"± {sd:.3f}"


class RunHeader(Panel):
    """Title, state in words, a moving bar while it runs, figures afterwards."""

    stop_asked = Signal()
    continue_asked = Signal()
    suggest_asked = Signal()
    errors_asked = Signal()
    export_asked = Signal()
    fold_asked = Signal(object)  # str | None: measure the same model on a fold, or on all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = title_label(self.tr("No run yet"))
        self.state = ElidedLabel()
        self.pace = muted_label()
        set_role(self.state, "muted")
        self.stop_button = button(
            self.tr("Stop and keep best"), self.tr("End now with the best epoch so far (Ctrl+.)"), "stop"
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
        self.errors_button = button(
            self.tr("Likely label errors"),
            self.tr("Clips whose label the model doubts most, though it never trained on them"),
        )
        self.errors_button.clicked.connect(self.errors_asked)
        self.export_button = button(
            self.tr("Export model…"), self.tr("Write this model as a file that other programs run")
        )
        self.export_button.clicked.connect(self.export_asked)
        self.folds = self._fold_box()
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(14)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self._part: PartBegun | None = None  # of a cross-validation
        self._folds: list[str] = []  # what came of those that have ended
        self.figures = FiguresRow()
        self.remarks = NoteList(self.tr("About the figures"))
        set_role(self.remarks.words, "muted")
        self._arrange()
        self._set_parts(running=False, has_figures=False, has_model=False)
        self.state.set_text(self.tr("Label some clips of each class, then press Train."))

    def _arrange(self) -> None:
        top = row_layout(
            self.title,
            self.state,
            self.pace,
            self.folds,
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

    def _fold_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Measured on"))
        box.setToolTip(self.tr("Measure the model on the clips of one fold, or on all"))
        box.activated.connect(lambda _place: self.fold_asked.emit(box.currentData()))
        return box

    def show_run(
        self, run: Run, compared: Run | None = None, *, has_model: bool = True, can_go_on: bool = False
    ) -> None:
        """Show a run that has ended, or the beginning of one."""
        found = figures(run.report)
        running = run.status is RunStatus.RUNNING
        self.title.setText(words(Text("Run {id:d}", id=run.id)))
        self.state.set_text(_state_text(run, compared, has_model=has_model))
        self.pace.clear()
        self._set_parts(
            running=running,
            has_figures=found is not None,
            has_model=has_model,
        )
        self.continue_button.setVisible(can_go_on)
        if found is not None:
            self.figures.show_figures(found)
        self._part, self._folds = None, []
        self.remarks.set_notes(() if running else remarks(run.report))
        if running:
            self.bar.setRange(0, 0)

    def show_measured(self, name: str, report: Mapping[str, Any], folds: Sequence[str]) -> None:
        """Show what a model came to on the labels of the project, whoever trained it.

        Parameters
        ----------
        report
            As `jobs.evaluate.Evaluation.facts` gives it.
        folds
            Those of the project, any of which it can be measured on alone.
        """
        found = figures(report)
        assert found is not None
        self.title.setText(name)
        n = int(report["clips"])
        about = Text("measured on {n} labelled clip", "measured on {n} labelled clips", n=n)
        self.state.set_text("; ".join(map(words, (about, *_what_it_learnt(report)))))
        self._set_parts(running=False, has_figures=True, has_model=False)
        self._offer_folds(folds)
        self.errors_button.hide()
        self.figures.show_figures(found)
        self.remarks.hide()

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

    def show_event(self, event: TrainEvent, best_accuracy: float) -> None:
        """Show how far the run is."""
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
            case EpochDone():
                self._move_bar(event.epoch.number / max(1, event.epochs))
                best = (best_accuracy, event.best_epoch) if event.best_epoch else None
                part = None if self._part is None else self._part.name
                self.state.set_text(
                    progress_text(event.epoch.number, event.epochs, best, event.seconds_left, part)
                )
                self.pace.setText(
                    words(
                        Text(
                            "{speed} clips/s · rate {rate:.2g}",
                            speed=round(event.samples_per_second),
                            rate=event.epoch.learning_rate,
                        )
                    )
                )

            case PartBegun():
                self._part = event
                self.pace.clear()
                self.state.set_text(words(event.name))
                self._move_bar(0.0)
            case Measured() | FoldDone():
                self._tell(event)

    def _tell(self, event: Measured | FoldDone) -> None:
        """Figures that are there before the run has ended."""
        accuracy = event.report["accuracy"]
        if isinstance(event, FoldDone):
            ended = Text("Fold {name}: accuracy {accuracy:.3f}.", name=event.name, accuracy=accuracy)
            self._folds.append(words(ended))
            self.remarks.set_notes([" ".join(self._folds)])
        else:
            measured = Text(
                "Measured: accuracy {accuracy:.3f}. Now a model learns from all clips; Stop keeps the one"
                " that was measured.",
                accuracy=accuracy,
            )
            self.remarks.set_notes([words(measured)])

    def _move_bar(self, share: float) -> None:
        """So much of the training is done, or of the part of a cross-validation that goes on."""
        before, parts = (0, 1) if self._part is None else (self._part.number - 1, self._part.parts)
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(_STEPS * (before + min(1.0, share)) / parts))

    def show_stopping(self) -> None:
        """Stop was pressed and is being done."""
        self.stop_button.setEnabled(False)
        self.stop_button.setText(self.tr("Stopping…"))

    def _set_parts(self, *, running: bool, has_figures: bool, has_model: bool) -> None:
        self.bar.setVisible(running)
        self.pace.setVisible(running)
        self.folds.hide()
        self.continue_button.hide()
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(True)
        self.stop_button.setText(self.tr("Stop and keep best"))
        self.figures.setVisible(has_figures and not running)
        self.suggest_button.setVisible(has_model and not running)
        self.export_button.setVisible(has_model and not running)
        self.errors_button.setVisible(has_figures and not running)
        if not (running or has_figures):
            self.remarks.hide()


def _what_it_learnt(report: Mapping[str, Any]) -> Iterator[Text]:
    """What to know about the clips that a model was measured on."""
    left_out = report.get("left_out")
    if left_out is None:
        yield Text("it does not say which clips it learnt from: those flatter it")
    elif left_out:
        yield Text("{n} that it learnt from left out", "{n} that it learnt from left out", n=left_out)


def _state_text(run: Run, compared: Run | None, *, has_model: bool) -> str:
    nothing = Text("stopped; no model was kept")
    states = {
        RunStatus.RUNNING: Text("starting…"),
        RunStatus.DONE: Text("finished"),
        RunStatus.STOPPED: Text("stopped; the best epoch was kept") if has_model else nothing,
        RunStatus.FAILED: Text("failed; no model was kept"),
    }
    parts = [words(title_of(run.preset, run.settings)), words(states[run.status])]
    if run.started_at:
        parts.append(run.started_at.replace("T", " ")[:16] + " UTC")
    if compared is not None:
        other = figures(compared.report)
        parts.append(
            words(
                Text(
                    "compared with run {id:d}, {accuracy:.3f} (dashed)",
                    id=compared.id,
                    accuracy=other.headline,
                )
            )
            if other
            else words(Text("compared with run {id:d} (dashed)", id=compared.id))
        )
    return " · ".join(parts)
