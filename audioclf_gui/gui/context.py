"""What every workspace works with: the document, the player, messages, background tasks."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal

from audioclf_gui.gui.document import Document
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.worker import Worker

Job = Callable[[], Generator[object, None, object]]


class Task(QObject):
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
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.done = 0
        self.total = 0
        self._on_event = on_event
        self._on_done = on_done
        self._on_failed = on_failed
        self.worker = Worker(job, self)
        self.worker.reported.connect(self._report)
        self.worker.failed.connect(self._fail)
        self.worker.finished.connect(self._end)

    def _report(self, event: object) -> None:
        done, total = getattr(event, "done", None), getattr(event, "total", None)
        if isinstance(done, int) and isinstance(total, int):
            self.done, self.total = done, total
            self.changed.emit()
        self._on_event(event)

    def _fail(self, error: Exception) -> None:
        self._on_failed(error)

    def _end(self) -> None:
        self.ended.emit(self)
        if self._on_done is not None:
            self._on_done()
        self.deleteLater()


class Context(QObject):
    """Made once for each open project; outlives the workspaces."""

    status_changed = Signal(str)
    tasks_changed = Signal()  # one began, went on or ended
    engine_became_ready = Signal()  # torch is loaded: models can be used without a pause

    def __init__(
        self,
        document: Document,
        player: PlayerController,
        message_bar: MessageBar,
        session: Session,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.player = player
        self.message_bar = message_bar
        self.session = session
        self.engine_ready = False
        self._tasks: list[Task] = []

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is going on in the background, the oldest first."""
        return tuple(self._tasks)

    def status(self, text: str) -> None:
        """Say something in the status bar for some seconds."""
        self.status_changed.emit(text)

    def start(
        self,
        job: Job,
        title: str,
        on_event: Callable[[object], None],
        on_done: Callable[[], None] | None = None,
        on_failed: Callable[[Exception], None] | None = None,
    ) -> Worker:
        """Run a job in the background; the status bar shows it, closing the window stops it.

        Parameters
        ----------
        on_event, on_done, on_failed
            Are called in the window's thread: for every event; at the end, however it came; and
            for a failure, which otherwise goes to the message bar. Events whose `done` and
            `total` are whole numbers move the progress in the status bar.
        """
        task = Task(job, title, on_event, on_done, on_failed or self.message_bar.show_failure, self)
        task.changed.connect(self.tasks_changed)
        task.ended.connect(self._forget)
        self._tasks.append(task)
        self.tasks_changed.emit()
        task.worker.start()
        return task.worker

    def stop_all(self) -> None:
        """Ask every job to end; returns at once."""
        for task in self._tasks:
            task.worker.stop()

    def set_engine_ready(self) -> None:
        """Torch is there."""
        if not self.engine_ready:
            self.engine_ready = True
            self.engine_became_ready.emit()

    def _forget(self, task: Task) -> None:
        self._tasks.remove(task)
        self.tasks_changed.emit()
