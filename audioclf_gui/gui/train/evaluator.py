"""Measuring a model of any origin on the labels of the project."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.evaluate import Evaluate, Evaluation, evaluate


class Evaluator(QObject):
    """Asks for a model folder and measures it in the background."""

    measured = Signal(str, object)  # the model's name, and its Evaluation

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._bundle: Path | None = None  # the model that was measured last

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

    def measure(self, bundle: Path, fold: str | None = None) -> None:
        """Measure a model on the labelled clips of a fold, or of all, whose class it knows."""
        request = Evaluate(bundle, fold)
        self._context.start(
            partial(evaluate, request, self._context.document.project.view()),
            Text("Measuring the model"),
            on_done=partial(self._tell, bundle),
        )

    def _tell(self, bundle: Path, done: Evaluation) -> None:
        self._bundle = bundle
        for refused in done.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        if done.doubt is not None:
            self._context.message_bar.show_note(words(done.doubt))
        self.measured.emit(bundle.name, done)
