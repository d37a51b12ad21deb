"""Making the demo project in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.demo_project import make_demo
from audioclf_gui.core.project import project_files
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.tasks import Tasks


class DemoMaker(QObject):
    """Generates the demo's sounds and says when they can be opened."""

    progressed = Signal(int, int)  # files made, files in all; 0 of 0 when it has ended
    made = Signal(object)  # Path: the folder of the project

    def __init__(self, folder: Path, tasks: Tasks, message_bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._message_bar = message_bar
        self._has_failed = False
        self._is_complete = False
        self._tasks = tasks

    def start(self) -> None:
        """Begin; ends by itself, or with all other background jobs."""
        folder = self._folder
        self.progressed.emit(0, 1)
        self._tasks.start(
            lambda: make_demo(folder), self.tr("Making the demo"), self._show, self._end, self._fail
        )

    def _show(self, event: object) -> None:
        done, total = getattr(event, "done", None), getattr(event, "total", None)
        if isinstance(done, int) and isinstance(total, int):
            self._is_complete = done == total
            self.progressed.emit(done, total)

    def _fail(self, error: Exception) -> None:
        self._has_failed = True
        self._message_bar.show_failure(error)

    def _end(self) -> None:
        self.progressed.emit(0, 0)
        if self._is_complete and not self._has_failed and project_files(self._folder):
            self.made.emit(self._folder)
        self.deleteLater()
