"""What the run that is shown said about clips that it had not learnt from, handed over to be looked at."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Answer, Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.confused_clips import ConfusedClips, confused_clips
from audioclf_gui.jobs.label_errors import DoubtedLabels, LabelErrors, label_errors

_READING = Text("Reading predictions")


class JudgedClips(QObject):
    """Finds the clips behind a cell of the matrix, and labels that the model doubts."""

    found = Signal(str, object)  # a title and tuple[Answer, ...]

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def open_cell(self, run: Run, true: int, answered: int, title: str) -> None:
        """Find the clips of a class that were taken for another, both as places in the matrix."""
        names = report_from_json(run.report).classes
        project = self._context.document.project
        request = ConfusedClips(project.runs.bundle_path(run), (names[true],), (names[answered],))
        self._context.start(
            partial(confused_clips, request, project.view()),
            _READING,
            on_done=partial(self._show_answers, title),
        )

    def find_label_errors(self, run: Run) -> None:
        """Find the labels that the model of a run doubts."""
        project = self._context.document.project
        request = LabelErrors(project.runs.bundle_path(run))
        self._context.start(
            partial(label_errors, request, project.view()), _READING, on_done=self._show_label_errors
        )

    def _show_answers(self, title: str, answers: tuple[Answer, ...]) -> None:
        self.found.emit(title, answers)

    def _show_label_errors(self, found: DoubtedLabels) -> None:
        if found.doubted:
            title = Text(
                "Likely label errors, of {n} judged label",
                "Likely label errors, of {n} judged labels",
                n=found.judged,
            )
            self.found.emit(words(title), tuple(one.answer for one in found.doubted))
        else:
            none = Text(
                "The model doubts none of {n} judged label.",
                "The model doubts none of {n} judged labels.",
                n=found.judged,
            )
            self._context.status(words(none))
