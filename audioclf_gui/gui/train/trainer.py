"""A training run in the background, written into the project as it goes."""

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.resume import to_go_on
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import BatchDone, FitProgress, FoldDone, PartBegun, TrainEvent
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.remote.tracking.tools import TrackTo
from audioclf_gui.remote.tracking.tracked import tracked
from audioclf_gui.remote.tracking.values import TrackingEnded
from audioclf_gui.remote.training_places import FetchFromThere, TrainElsewhere, TrainingPlace

_NEWS_EVERY_S = 0.1
_Passed = PutRun | PutRunNote | AddEpochs | TrackingEnded  # at once, as they are


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place than this program, and which one of its kind."""

    place: TrainingPlace
    address: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since the last news; `done` of `total` batches of the whole run."""

    events: tuple[TrainEvent, ...]
    done: int
    total: int

    @property
    def latest(self) -> list[TrainEvent]:
        """The last event of each kind, but every fold, in their order."""
        last = {type(event): event for event in self.events}
        return [event for event in self.events if isinstance(event, FoldDone) or last[type(event)] is event]


def gathered(
    events: Generator[TrainEvent | _Passed, None, Run],
) -> Generator[News | _Passed, None, None]:
    """At most ten News a second, so that the window keeps up with epochs of milliseconds, too."""
    waiting: list[TrainEvent] = []
    done, total = 0, 0
    before, parts = 0, 1  # of a cross-validation
    told_at = time.monotonic()
    with closing(events):
        for event in events:
            if isinstance(event, _Passed):
                if waiting:
                    yield News(tuple(waiting), done, total)
                    waiting = []
                yield event
                continue
            waiting.append(event)
            if isinstance(event, PartBegun):
                before, parts = event.number - 1, event.parts
            if isinstance(event, BatchDone):
                whole = event.epochs * event.total
                done, total = before * whole + (event.epoch - 1) * event.total + event.done, parts * whole
            if isinstance(event, FitProgress):
                done, total = before * event.total + event.done, parts * event.total
            if time.monotonic() - told_at >= _NEWS_EVERY_S:
                yield News(tuple(waiting), done, total)
                waiting = []
                told_at = time.monotonic()
    if waiting:
        yield News(tuple(waiting), done, total)


class Trainer(QObject):
    """Runs one training at a time; whatever happens, the project says in the end how it went."""

    asked = Signal()  # something begins that may become a run
    began = Signal(object)  # Run
    reported = Signal(object)  # News
    ended = Signal(object)  # Run, as it was written down; None where none was begun

    def __init__(self, context: Context, cache_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None  # the one that goes on, as it was written down last
        self.where: Elsewhere | None = None  # the last one was begun; None: in this program
        self._context = context
        self._cache_dir = cache_dir
        self._stop = threading.Event()
        self._worker: Worker | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is being prepared or goes on."""
        return self._worker is not None

    @property
    def place_name(self) -> Text | None:
        """Where the last one was begun; None for this program."""
        return None if self.where is None else self.where.place.name

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to end and has not yet."""
        return self.is_running and self._stop.is_set()

    def start(
        self,
        settings: TrainSettings,
        *,
        all_folds: bool = False,
        name: str = "",
        places: Sequence[TrackTo] = (),
        where: Elsewhere | None = None,
    ) -> None:
        """Begin a run, called so if a name is given; what speaks against it is said in the message bar.

        The tools at these places are told of it, too.
        """
        assert not self.is_running
        project = self._context.document.project
        run = project.runs.next(settings.preset, settings.to_dict())
        self._begin(Train(run, settings, all_folds, name), places, where)

    def go_on(self, run: Run, places: Sequence[TrackTo] = (), where: Elsewhere | None = None) -> None:
        """Go on with a run that ended early.

        Raises
        ------
        UserError
            If nothing was left to go on from.
        """
        assert not self.is_running
        self._begin(to_go_on(self._context.document.project.folder, run), places, where)

    def fetch(self, where: Elsewhere, job: str) -> None:
        """Make a run of what a job left elsewhere; what speaks against it is said in the message bar."""
        assert not self.is_running
        assert where.place.fetch is not None
        project = self._context.document.project
        there = FetchFromThere(job, project.runs.next("", {}), project.view(), where.address)
        self._stop, self.run, self.where = threading.Event(), None, where
        self.asked.emit()
        fetched = partial(where.place.fetch, there)
        title = Text("Fetching {job}", job=job)
        self._worker = self._context.start(lambda: gathered(fetched()), title, self._take, on_ended=self._end)

    def _begin(self, request: Train, places: Sequence[TrackTo], where: Elsewhere | None) -> None:
        view = self._context.document.project.view()
        stop = self._stop = threading.Event()
        title = Text("Training run {id:d}", id=request.run.id)
        if where is None:
            job = partial(train, request, view, self._cache_dir, stop)
        else:
            there = TrainElsewhere(request, view, self._cache_dir, stop, where.address)
            job = partial(where.place.train, there)
            title = Text("{doing} ({place})", doing=title, place=where.place.name)
        self.run, self.where = None, where
        self.asked.emit()
        self._worker = self._context.start(
            lambda: gathered(tracked(job(), request, view, places)),
            title,
            self._take,
            on_ended=self._end,
        )

    def stop(self) -> None:
        """End after the batch at hand and keep the best epoch."""
        self._stop.set()

    def shutdown(self) -> None:
        """The window closes: end at the next event; the best epoch is on disk already.

        The project notes when it is closed, or opened next, that the run was interrupted.
        """
        self._stop.set()
        if self._worker is not None:
            self._worker.stop()

    def _take(self, event: News | _Passed) -> None:
        match event:
            case PutRun():
                is_new = self.run is None
                self.run = event.run
                if is_new:
                    self.began.emit(event.run)
            case News():
                self.reported.emit(event)
            case TrackingEnded():
                self._context.message_bar.show_note(words(event.text))

    def _end(self) -> None:
        self._worker = None
        run, self.run = self.run, None
        self.ended.emit(run)
