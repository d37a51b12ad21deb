"""Making a project in the background: of generated sounds, or out of a packed one."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.start_panel import StartPanel
from audioclf_gui.gui.tasks import Tasks

Making = Callable[[], Generator[Progress, None, object]]


class ProjectMaker(QObject):
    """Runs the jobs that fill a folder with a project; the start panel shows how far one is."""

    began = Signal()
    made = Signal(object)  # Path: the folder of the project

    def __init__(
        self, start_panel: StartPanel, tasks: Tasks, message_bar: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._start_panel = start_panel
        self._tasks = tasks
        self._message_bar = message_bar

    def make_demo(self, folder: Path) -> None:
        """Generate the demo's sounds."""
        from audioclf_gui.jobs.demo import make_demo

        self._start(
            folder, self._start_panel.set_progress, partial(make_demo, folder), Text("Making the demo")
        )

    def unpack(self, pack: Path, folder: Path) -> None:
        """Let a packed project out into a folder of its own."""
        from audioclf_gui.jobs.unpack_project import UnpackProject, unpack_project

        steps = partial(unpack_project, UnpackProject(pack, folder))
        self._start(folder, self._start_panel.set_unpacking, steps, Text("Unpacking the project"))

    def _start(self, folder: Path, show: Callable[[int, int], object], steps: Making, title: Text) -> None:
        """Begin; ends by itself, when it is cancelled, or with all other background jobs."""
        self.began.emit()
        show(0, 1)
        worker = self._tasks.start(
            steps,
            title,
            lambda progress: show(progress.done, progress.total),
            lambda _made: self.made.emit(folder),
            on_failed=self._message_bar.show_failure,
            on_ended=lambda: show(0, 0),
        )
        self._start_panel.cancel_requested.connect(worker.stop)
