"""Making the demo project in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.jobs.demo import make_demo


class DemoMaker(QObject):
    """Generates the demo's sounds and says when they can be opened."""

    progressed = Signal(int, int)  # files made, files in all; 0 of 0 when it has ended
    made = Signal(object)  # Path: the folder of the project

    def __init__(self, folder: Path, tasks: Tasks, message_bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._message_bar = message_bar
        self._tasks = tasks

    def start(self) -> None:
        """Begin; ends by itself, or with all other background jobs."""
        folder = self._folder
        self.progressed.emit(0, 1)
        self._tasks.start(
            lambda: make_demo(folder),
            Text("Making the demo"),
            self._show,
            lambda _file: self.made.emit(folder),
            on_failed=self._message_bar.show_failure,
            on_ended=self._end,
        )

    def _show(self, progress: Progress) -> None:
        self.progressed.emit(progress.done, progress.total)

    def _end(self) -> None:
        self.progressed.emit(0, 0)
        self.deleteLater()
