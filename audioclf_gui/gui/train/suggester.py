"""Lets a model look at every clip and puts what it thinks into the project."""

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.report import REGRESSION
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.suggest import Suggest, Suggested, suggest


def may_suggest(run: Run, view: CatalogueView) -> bool:
    """Not numbers, nor after a run that was ended early, where suggestions of another would be lost."""
    if run.objective == REGRESSION:
        return False
    return run.status is RunStatus.DONE or not view.has_suggestions


class Suggester(QObject):
    """Looks at the clips with one model at a time, unlabelled ones first."""

    changed = Signal()  # it began or ended

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._worker: Worker | None = None
        self._stop = threading.Event()
        self._asked = 0  # how often; of an earlier model nothing is said any more

    @property
    def is_running(self) -> bool:
        """Whether it is looking at clips now."""
        return self._worker is not None

    def start(self, run: Run) -> None:
        """Suggest labels with the model of a run; what another model is suggesting now is given up."""
        self.shutdown()
        project = self._context.document.project
        self._stop = threading.Event()
        request = Suggest(run.id, project.runs.bundle_path(run))
        self._worker = self._context.start(
            partial(suggest, request, project.view(), self._stop),
            Text("Suggesting labels"),
            on_done=partial(self._tell, self._asked),
            on_ended=partial(self._end, self._asked),
        )
        self.changed.emit()

    def shutdown(self) -> None:
        """Stop at the next clip."""
        self._asked += 1
        self._stop.set()
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _tell(self, asked: int, done: Suggested) -> None:
        if asked != self._asked:
            return
        if done.clips:
            text = Text(
                "{n} clip has a suggestion now: see Review",
                "{n} clips have a suggestion now: see Review",
                n=done.clips,
            )
            self._context.status(words(text))
        if done.notes:
            self._context.message_bar.show_note(" ".join(map(words, done.notes)))

    def _end(self, asked: int) -> None:
        if asked == self._asked:
            self._worker = None
            self.changed.emit()
