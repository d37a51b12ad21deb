"""The only threading code of the window: it carries any engine job."""

import atexit
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from weakref import WeakSet

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from shiboken6 import isValid
from typing_extensions import override

from audioclf_gui.core.generators import ending_in

_BRIEF_S = 0.0005
_LAST_PATIENCE_MS = 60_000  # a library that is loading cannot be ended, only waited for

_workers: "WeakSet[Worker]" = WeakSet()  # all that are there
_left_behind: list["Worker"] = []


class Worker(QThread):
    """Emits every event of `job`, then what it returned; `finished` always follows, whatever happened.

    Connect `reported`, `returned` and `failed` to methods of objects that live in the window's thread
    only. `stop` ends the job at its next event; a job that was stopped returns nothing.
    """

    reported = Signal(object)
    returned = Signal(object)
    failed = Signal(object)

    def __init__(self, job: Callable[[], Generator[object, None, object]], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        _workers.add(self)

    @override
    def run(self) -> None:
        try:
            with closing(ending_in(self._job(), self.returned.emit)) as events:
                self._carry(events)
        except Exception as error:  # noqa: BLE001 - the thread's last resort; the window shows it
            self.failed.emit(error)

    def _carry(self, events: Iterable[object]) -> None:
        if self.isInterruptionRequested():
            return
        for event in events:
            self.reported.emit(event)
            del event  # the next one may be long in coming, and what this one holds is large
            if self.isInterruptionRequested():
                return

    def stop(self) -> None:
        """Ask the job to end; returns at once."""
        self.requestInterruption()


def take_brief_turns() -> None:
    """Let the threads of the program take turns ten times as often as Python does of itself.

    The window's thread needs the interpreter again and again for one picture; each time it waits for
    a worker that computes in Python until that one's turn is over.
    """
    sys.setswitchinterval(_BRIEF_S)


def leave(workers: Sequence[Worker], patience_ms: int) -> None:
    """Stop workers and wait for all of them together; whoever takes longer ends on its own later."""
    for worker in workers:
        worker.stop()
    deadline = QDeadlineTimer(patience_ms)
    for worker in workers:
        if not worker.wait(deadline):
            worker.setParent(None)  # destroying a thread that runs would abort the process
            _left_behind.append(worker)


def is_any_left_behind() -> bool:
    """Whether a worker that was left is running still."""
    return any(isValid(worker) and worker.isRunning() for worker in _left_behind)


@atexit.register
def _end_all() -> None:
    """Where the program ends with Python's own end, as a script does that made a window.

    Python destroys what is left then, a window with its threads too, and to destroy one that runs would abort
    the process. No loop of Qt has to have run or ended for this, unlike for its `aboutToQuit`.
    """
    running = [worker for worker in _workers if isValid(worker) and worker.isRunning()]
    for worker in running:
        worker.stop()
    deadline = QDeadlineTimer(_LAST_PATIENCE_MS)
    for worker in running:
        worker.wait(deadline)
