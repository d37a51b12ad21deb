"""What the run that is shown said about clips that it had not learnt from, handed over to be looked at."""

from collections.abc import Generator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.report import REGRESSION, report_from_json
from audioclf_gui.core.run import Answer, Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.train.class_table import Wrong
from audioclf_gui.gui.train.report import present_names
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.confused_clips import ConfusedClips, confused_clips
from audioclf_gui.jobs.run_scores import RunScores, run_scores
from audioclf_gui.ml.thresholds import ClassScores

_READING = Text("Reading predictions")


class JudgedClips(QObject):
    """Finds the clips behind a cell of the matrix, and the scores of what was judged."""

    found = Signal(str, object)  # a title and tuple[ClipId | Answer, ...]
    scored = Signal(object, object)  # the scores of each class of a run, and what the classes are called

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scored: Run | None = None  # whose scores were asked for last

    def read_scores(self, shown: Sequence[Run]) -> None:
        """Read what the first run scored each class of what it judged, if it kept a model of classes."""
        self._scored = run = next(iter(shown), None)
        if run is None:
            return
        if run.objective != REGRESSION and self._context.document.project.runs.keeps_model(run):
            request = RunScores(self._context.document.project.runs.bundle_path(run))
            self._context.start(
                partial(run_scores, request), _READING, on_done=partial(self._show_scores, run)
            )

    def _show_scores(self, run: Run, scores: tuple[ClassScores, ...]) -> None:
        if run is self._scored:  # else another one is looked at by now
            report, view = report_from_json(run.report), self._context.document.view
            self.scored.emit(scores, [words(name.text) for name in present_names(report, view)])

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

    def open_class(self, run: Run, place: int, wrong: Wrong) -> None:
        """Find the clips of a class that were missed, those that were falsely taken for it, or both."""
        report = report_from_json(run.report)
        known = (report.classes[place],)
        name = present_names(report, self._context.document.view)[place].text
        bundle = self._context.document.project.runs.bundle_path(run)
        missed, false = ConfusedClips(bundle, known, ()), ConfusedClips(bundle, (), known)
        asked, title = {
            Wrong.ANY: ((missed, false), Text("{name} missed or false", name=name)),
            Wrong.MISSED: ((missed,), Text("{name} missed", name=name)),
            Wrong.FALSE: ((false,), Text("taken for {name}, too", name=name)),
        }[wrong]
        self._context.start(
            partial(_all_of, asked, self._context.document.project.view()),
            _READING,
            on_done=partial(self._show_answers, words(title)),
        )

    def _show_answers(self, title: str, answers: tuple[Answer, ...]) -> None:
        self.found.emit(title, answers)


def _all_of(
    requests: Sequence[ConfusedClips], project: ProjectView
) -> Generator[Progress, None, tuple[Answer, ...]]:
    """The clips of several requests, one after the other."""
    found: tuple[Answer, ...] = ()
    for request in requests:
        found += yield from confused_clips(request, project)
    return found
