"""Opening a project in the background."""

import gc
import importlib
from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.icons import icon_characters, icon_font
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.gui.worker import Worker
from audioclf_gui.gui.workspaces import WORKSPACES

if TYPE_CHECKING:
    from audioclf_gui.core.project import Project

Opening = Callable[[], Generator[Progress, None, "Project"]]


class ProjectOpener(QObject):
    """Reads one project at a time in a thread of its own, and hands it over to the window's."""

    progressed = Signal(int, int)  # rows read, rows in all; 0 of 0 when it has ended
    opened = Signal(object)  # Project; it is the receiver's to close

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._worker: Worker | None = None
        self._project: Project | None = None
        self._is_given_up = False

    @property
    def is_on(self) -> bool:
        """Whether a project is being opened."""
        return self._worker is not None

    def start(self, steps: Opening, workspace: str) -> None:
        """Open a project; an error is told as that of any background job.

        Parameters
        ----------
        workspace
            The one that will be shown first: it is imported meanwhile, with the page around it.
        """
        self._is_given_up = False
        gc.unfreeze()  # see `no_garbage_collection`: what is left of the project before may go
        self.progressed.emit(0, 1)
        self._worker = self._tasks.start(
            partial(_open, steps, workspace),
            Text("Opening the project"),
            self._show,
            self._take,
            on_ended=self._end,
        )

    def cancel(self) -> None:
        """Give it up; nothing is opened."""
        self._is_given_up = True
        if self._worker is not None:
            self._worker.stop()

    def _show(self, progress: Progress) -> None:
        icon_font()
        self.progressed.emit(progress.done, progress.total)

    def _take(self, project: "Project") -> None:
        self._project = project

    def _end(self) -> None:
        self._worker = None
        project, self._project = self._project, None
        self.progressed.emit(0, 0)
        if project is not None and self._is_given_up:
            project.close()
        elif project is not None:
            self.opened.emit(project)


def _open(steps: Opening, workspace: str) -> Generator[Progress, None, "Project"]:
    icon_characters()
    yield Progress(0, 1)
    project = yield from steps()
    importlib.import_module("audioclf_gui.gui.project_page")
    WORKSPACES[workspace].load()
    return project
