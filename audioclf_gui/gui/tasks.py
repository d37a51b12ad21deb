"""Background jobs of the window: started in one place, shown in the status bar, stopped on closing."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, Never, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.worker import Worker

Event = TypeVar("Event")
Result = TypeVar("Result")


def answering(work: Callable[[], Result]) -> Callable[[], Generator[Never, None, Result]]:
    """The job of a function that has nothing to tell before its result."""

    def job() -> Generator[Never, None, Result]:
        yield from ()
        return work()

    return job


class BackgroundTask(QObject):
    """One background job with what the window shows of it; its slots run in the window's thread."""

    changed = Signal()  # its progress
    ended = Signal(object)  # itself

    def __init__(
        self,
        job: Callable[[], Generator[Any, None, Any]],
        title: Text,
        on_event: Callable[[Any], object] | None,
        on_done: Callable[[Any], object] | None,
        on_failed: Callable[[Exception], object],
        on_ended: Callable[[], object] | None,
        parent: QObject,
        *,
        alone: bool,
        kept: bool,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.alone = alone
        self.kept = kept
        self.done = 0
        self.total = 0
        self._on_event = on_event
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_ended = on_ended
        self._is_held = False
        self._unheard: deque[Callable[[], None]] = deque()
        self.worker = Worker(job, self)
        self.worker.reported.connect(self._hear_event)
        self.worker.returned.connect(self._hear_result)
        self.worker.failed.connect(self._hear_failure)
        self.worker.finished.connect(self._hear_end)

    def silence(self) -> None:
        """Report to nobody any more."""
        self._on_event = self._on_done = self._on_ended = None
        self._on_failed = _ignore

    def hold(self) -> None:
        """Take notice of nothing until `release`; the job itself goes on."""
        self._is_held = True

    def release(self) -> None:
        """Take notice of what came meanwhile, in its order, and of everything from now on."""
        self._is_held = False
        while self._unheard and not self._is_held:
            self._unheard.popleft()()

    def _hear_event(self, event: object) -> None:
        self._hear(partial(self._report, event))

    def _hear_result(self, result: object) -> None:
        self._hear(partial(self._return, result))

    def _hear_failure(self, error: Exception) -> None:
        self._hear(partial(self._fail, error))

    def _hear_end(self) -> None:
        self._hear(self._end)

    def _hear(self, news: Callable[[], None]) -> None:
        if self._is_held:
            self._unheard.append(news)
        else:
            news()

    def _report(self, event: object) -> None:
        done, total = getattr(event, "done", None), getattr(event, "total", None)
        if isinstance(done, int) and isinstance(total, int):
            self.done, self.total = done, total
            self.changed.emit()
        self._tell(self._on_event, event)

    def _return(self, result: object) -> None:
        self._tell(self._on_done, result)

    def _tell(self, receiver: Callable[..., object] | None, *what: object) -> None:
        if receiver is None or not is_there(receiver):
            return
        try:
            receiver(*what)
        except UserError as error:  # the disk is full, or the project may only be read
            self.worker.stop()
            self._on_event = self._on_done = None
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._on_failed(error)

    def _end(self) -> None:
        try:
            self._tell(self._on_ended)
        finally:
            self.ended.emit(self)
            self.deleteLater()


def is_there(function: Callable[..., object]) -> bool:
    """Whether the widget still exists whose method it is."""
    while isinstance(function, partial):
        function = function.func
    owner = getattr(function, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _ignore(_error: Exception) -> None:
    """Nobody is there to hear it."""


class Tasks(QObject):
    """The jobs that are running."""

    changed = Signal()  # one began, went on or ended

    def __init__(self, on_failed: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_failed = on_failed
        self._running: list[BackgroundTask] = []
        self._reading: Text | None = None

    @property
    def reading(self) -> Text | None:
        """What is being read for the pictures in view, and how far that is; no job, but work all the same."""
        return self._reading

    def set_reading(self, what: Text | None) -> None:
        """Say that a file is being read, or that none is any more."""
        if what != self._reading:
            self._reading = what
            self.changed.emit()

    @property
    def running(self) -> tuple[BackgroundTask, ...]:
        """What is going on, the oldest first."""
        return tuple(self._running)

    def start(
        self,
        job: Callable[[], Generator[Event, None, Result]],
        title: Text,
        on_event: Callable[[Event], object] | None = None,
        on_done: Callable[[Result], object] | None = None,
        *,
        on_failed: Callable[[Exception], object] | None = None,
        on_ended: Callable[[], object] | None = None,
        alone: bool = False,
        kept: bool = False,
    ) -> Worker:
        """Run a job in the background; all that is called is called in the window's thread.

        Parameters
        ----------
        job
            Makes the generator, in the background.
        title
            What it does, for the status bar.
        on_event
            Is called for each event that the job yields. Events whose `done` and `total` are whole
            numbers move the progress in the status bar.
        on_done
            Is called with what the job returns; not if it failed or was stopped.
        on_failed
            Is called with the exception in which the job ended, or with a UserError that `on_event`
            or `on_done` raised: then the job is stopped and those two are called no more. Without it
            the user is told.
        on_ended
            Is called last, however it ended.
        alone
            What other jobs report is taken notice of when this one has ended: it writes into the project.
            One such job at a time.
        kept
            What it makes would be lost: when the project is left it is waited for, and not stopped.
        """
        failed = on_failed or self._on_failed
        task = BackgroundTask(job, title, on_event, on_done, failed, on_ended, self, alone=alone, kept=kept)
        task.changed.connect(self.changed)
        task.ended.connect(self._forget)
        self._running.append(task)
        self._hold_others()
        self.changed.emit()
        task.worker.start()
        return task.worker

    def stop_all(self) -> None:
        """Ask every job to end, but for edits of the user's; returns at once."""
        for task in self._running:
            if not task.kept:
                task.worker.stop()

    def _forget(self, task: BackgroundTask) -> None:
        self._running.remove(task)
        if task.alone:
            for other in self.running:
                other.release()
        self.changed.emit()

    def _hold_others(self) -> None:
        if any(task.alone for task in self._running):
            for task in self._running:
                if not task.alone:
                    task.hold()

    def abandon(self) -> None:
        """Take no notice any more of jobs that do not end; their project is gone."""
        for task in self._running:
            task.silence()
