"""Measuring a model of any origin on the labels of the project."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.errors import AllLearntError, UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.evaluate import Evaluate, Evaluation, evaluate


class Evaluator(QObject):
    """Asks for a model folder and measures it in the background."""

    measured = Signal(str, object)  # the model's name, and its Evaluation
    all_learnt = Signal(str)  # the model's name: nothing is left that it has not learnt from

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._bundle: Path | None = None  # the model that was measured last
        self._fold: str | None = None  # and on the clips of which fold

    def ask(self) -> None:
        """Let the user say which model."""
        start = str(self._context.document.project.folder)
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Measure which model?"), start)
        if folder:
            self.measure(Path(folder))

    def measure_fold(self, fold: str | None) -> None:
        """Measure the same model again, on the clips of one fold; None: of all."""
        if self._bundle is not None:
            self.measure(self._bundle, fold)

    def measure_training(self, wanted: bool) -> None:
        """Measure the same model again, with the clips that it has learnt from or without them."""
        if self._bundle is not None:
            self.measure(self._bundle, self._fold, with_training=wanted)

    def measure(self, bundle: Path, fold: str | None = None, *, with_training: bool = False) -> None:
        """Measure a model on the labelled clips of a fold, or of all, whose class it knows."""
        request = Evaluate(bundle, fold, with_training)
        self._context.start(
            partial(evaluate, request, self._context.document.project.view()),
            Text("Measuring the model"),
            on_done=partial(self._tell, request),
            on_failed=partial(self._tell_failure, request),
        )

    def _tell(self, request: Evaluate, done: Evaluation) -> None:
        self._bundle, self._fold = request.bundle, request.fold
        for refused in done.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        if done.doubt is not None:
            self._context.message_bar.show_note(words(done.doubt))
        self.measured.emit(request.bundle.name, done)

    def _tell_failure(self, request: Evaluate, error: Exception) -> None:
        self._context.message_bar.show_failure(error)
        if isinstance(error, AllLearntError):
            self._bundle, self._fold = request.bundle, request.fold
            self.all_learnt.emit(request.bundle.name)
