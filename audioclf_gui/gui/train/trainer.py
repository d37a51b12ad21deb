"""A training run in the background, written into the project as it goes."""

import threading
import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import in_words
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.worker import Worker
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.events import BatchDone, EpochDone, TrainEvent, TrainingDone
from audioclf_gui.ml.settings import TrainSettings

_NEWS_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since the last news; `done` of `total` batches of the whole run."""

    events: tuple[TrainEvent, ...]
    done: int
    total: int


def gathered(events: Generator[TrainEvent, None, None]) -> Generator[News, None, None]:
    """At most ten News a second, so that the window keeps up with epochs of milliseconds, too."""
    waiting: list[TrainEvent] = []
    done, total = 0, 0
    told_at = time.monotonic()
    with closing(events):
        for event in events:
            waiting.append(event)
            if isinstance(event, BatchDone):
                done, total = (event.epoch - 1) * event.total + event.done, event.epochs * event.total
            if time.monotonic() - told_at >= _NEWS_EVERY_S:
                yield News(tuple(waiting), done, total)
                waiting = []
                told_at = time.monotonic()
    yield News(tuple(waiting), done, total)


class Trainer(QObject):
    """Runs one training at a time; whatever happens, the project says in the end how it went."""

    began = Signal(object)  # Run
    reported = Signal(object)  # News
    ended = Signal(object)  # Run, as it was written down

    def __init__(self, context: Context, cache_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None  # the one that goes on
        self._context = context
        self._cache_dir = cache_dir
        self._stop = threading.Event()
        self._worker: Worker | None = None
        self._report: dict[str, object] | None = None
        self._error: Exception | None = None

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to end and has not yet."""
        return self.run is not None and self._stop.is_set()

    def start(self, data: TrainingData, settings: TrainSettings) -> None:
        """Begin a run.

        Raises
        ------
        UserError
            If there is nothing to learn from, or the project cannot be written.
        """
        from audioclf_gui.ml.splits import check_trainable

        assert self.run is None
        check_trainable(data)
        document = self._context.document
        self.run = document.begin_run(settings.preset, settings.to_dict())
        bundle, folder = document.project.runs.bundle_path(self.run), document.project.folder
        self._report = self._error = None
        stop = self._stop = threading.Event()
        cache_dir = self._cache_dir

        def job() -> Generator[News, None, None]:
            from audioclf_gui.jobs.run_log import logged
            from audioclf_gui.ml.runs import run_training

            events = run_training(data, settings, bundle, cache_dir, stop)
            return gathered(logged(events, bundle, settings.to_dict(), folder))

        self.began.emit(self.run)
        self._worker = self._context.start(
            job,
            Text("Training run {id:d}", id=self.run.id),
            self._take,
            on_failed=self._fail,
            on_ended=self._end,
        )

    def stop(self) -> None:
        """End after the batch at hand and keep the best epoch."""
        self._stop.set()

    def shutdown(self) -> None:
        """The window closes: end at the next event; the best epoch is on disk already.

        Should the window not be there any more when the job ends, the project notes when it is
        opened again that the run was interrupted.
        """
        self._stop.set()
        if self._worker is not None:
            self._worker.stop()

    def _take(self, news: News) -> None:
        if self.run is None:
            return
        epochs = [event.epoch for event in news.events if isinstance(event, EpochDone)]
        if epochs:
            self._context.document.add_epochs(self.run, epochs)
        for event in news.events:
            if isinstance(event, TrainingDone):
                self._report = {**event.report, "run": self.run.id}
        self.reported.emit(news)

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._context.message_bar.show_failure(error)

    def _end(self) -> None:
        self._worker = None
        if self.run is None:
            return
        run, self.run = self.run, None
        report: dict[str, object] = self._report or {}
        if self._error is not None:
            status = RunStatus.FAILED
            report = {**report, "error": in_words(self._error)}
        elif self._stop.is_set() or self._report is None:
            status = RunStatus.STOPPED
        else:
            status = RunStatus.DONE
        try:
            run = self._context.document.end_run(run, status, report)
        finally:  # the disk may be full; what is kept of the model is on it already
            self.ended.emit(run)
