"""Background jobs of the window: started in one place, shown in the status bar, stopped on closing."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.worker import Worker

Job = Callable[[], Generator[object, None, object]]


class BackgroundTask(QObject):
    """One background job with what the window shows of it; its slots run in the window's thread."""

    changed = Signal()  # its progress
    ended = Signal(object)  # itself

    def __init__(
        self,
        job: Job,
        title: str,
        on_event: Callable[[object], None],
        on_done: Callable[[], None] | None,
        on_failed: Callable[[Exception], None],
        parent: QObject,
        *,
        alone: bool,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.alone = alone
        self.done = 0
        self.total = 0
        self._on_event = on_event
        self._on_done = on_done
        self._on_failed = on_failed
        self._is_held = False
        self._unheard: deque[Callable[[], None]] = deque()
        self.worker = Worker(job, self)
        self.worker.reported.connect(self._hear_report)
        self.worker.failed.connect(self._hear_failure)
        self.worker.finished.connect(self._hear_end)

    def silence(self) -> None:
        """Report to nobody any more."""
        self._on_event = self._on_failed = _ignore
        self._on_done = None

    def hold(self) -> None:
        """Take notice of nothing until `release`; the job itself goes on."""
        self._is_held = True

    def release(self) -> None:
        """Take notice of what came meanwhile, in its order, and of everything from now on."""
        self._is_held = False
        while self._unheard and not self._is_held:
            self._unheard.popleft()()

    def _hear_report(self, event: object) -> None:
        self._hear(partial(self._report, event))

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
        if _is_there(self._on_event):
            try:
                self._on_event(event)
            except UserError as error:  # the disk is full, or the project may only be read
                self.worker.stop()
                self._on_event = _ignore
                self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._on_failed(error)

    def _end(self) -> None:
        try:
            if self._on_done is not None and _is_there(self._on_done):
                self._on_done()
        except UserError as error:
            self._fail(error)
        finally:
            self.ended.emit(self)
            self.deleteLater()


def _is_there(function: Callable[..., object]) -> bool:
    """Whether the widget still exists whose method it is."""
    owner = getattr(function, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _ignore(_event: object) -> None:
    """Nobody is there to hear it."""


class Tasks(QObject):
    """The jobs that are running."""

    changed = Signal()  # one began, went on or ended

    def __init__(self, on_failed: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_failed = on_failed
        self._running: list[BackgroundTask] = []

    @property
    def running(self) -> tuple[BackgroundTask, ...]:
        """What is going on, the oldest first."""
        return tuple(self._running)

    def start(
        self,
        job: Job,
        title: str,
        on_event: Callable[[object], None],
        on_done: Callable[[], None] | None = None,
        on_failed: Callable[[Exception], None] | None = None,
        *,
        alone: bool = False,
    ) -> Worker:
        """Run a job in the background.

        Parameters
        ----------
        on_event, on_done, on_failed
            Are called in the window's thread: for every event; at the end, however it came; and
            for a failure, before `on_done`. A UserError that `on_event` raises is a failure, too,
            and the last event. Events whose `done` and `total` are whole numbers move the progress
            in the status bar.
        alone
            What other jobs report is taken notice of when this one has ended: it writes into the project.
        """
        task = BackgroundTask(job, title, on_event, on_done, on_failed or self._on_failed, self, alone=alone)
        task.changed.connect(self.changed)
        task.ended.connect(self._forget)
        self._running.append(task)
        self._hold_others()
        self.changed.emit()
        task.worker.start()
        return task.worker

    def stop_all(self) -> None:
        """Ask every job to end; returns at once."""
        for task in self._running:
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
