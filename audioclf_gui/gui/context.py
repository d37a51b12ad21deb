"""What every workspace works with: the document, the player, messages, background tasks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from audioclf_gui.gui.document import Document
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.tasks import Job, Tasks
from audioclf_gui.gui.worker import Worker


class Context(QObject):
    """Made once for each open project; outlives the workspaces.

    Parameters
    ----------
    tasks
        The window's own background jobs, which it may have without a project.
    """

    status_changed = Signal(str)
    engine_became_ready = Signal()  # torch is loaded: models can be used without a pause

    def __init__(
        self,
        document: Document,
        player: PlayerController,
        message_bar: MessageBar,
        session: Session,
        parent: QObject | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.player = player
        self.message_bar = message_bar
        self.session = session
        self.tasks = Tasks(message_bar.show_failure, self) if tasks is None else tasks
        self.engine_ready = False

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

        The functions are called in the window's thread; `on_done` at the end, however it came.
        Without `on_failed` a failure goes to the message bar.
        """
        return self.tasks.start(job, title, on_event, on_done, on_failed)

    def set_engine_ready(self) -> None:
        """Torch is there."""
        if not self.engine_ready:
            self.engine_ready = True
            self.engine_became_ready.emit()
