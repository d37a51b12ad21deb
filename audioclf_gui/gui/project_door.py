"""From one project to the next: one is read, the one before is left, and only then is the new one shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from audioclf_gui.gui.project_opener import Opening, ProjectOpener
from audioclf_gui.gui.task_stopper import TaskStopper
from audioclf_gui.gui.tasks import Tasks

if TYPE_CHECKING:
    from audioclf_gui.core.project import Project

Take = Callable[["Project | None"], object]
"""What becomes of the project that was left; it may have been none."""


class ProjectDoor(QObject):
    """Opens one project at a time, and waits for everything to end in the one that is left.

    Parameters
    ----------
    tasks
        The background jobs, which are stopped when a project is left.
    take_down
        Takes away what is shown of the open project and gives the project itself, if there is one. It
        is told whether every job has ended in time.
    """

    progressed = Signal(int, int)  # rows read, rows in all; 0 of 0 when it has ended
    leaving = Signal()  # end at once what goes on in the open project
    entered = Signal(object)  # Project: it is open now, and no other is

    def __init__(self, tasks: Tasks, take_down: Callable[[bool], "Project | None"], parent: QObject) -> None:
        super().__init__(parent)
        self._take_down = take_down
        self._then: Take | None = None
        self._next: Project | None = None  # opened already, shown when the one before it is closed
        self._opener = ProjectOpener(tasks, self)
        self._opener.progressed.connect(self.progressed)
        self._opener.opened.connect(self._take_opened)
        self._stopper = TaskStopper(tasks, self)
        self._stopper.finished.connect(self._left)

    @property
    def is_leaving(self) -> bool:
        """Whether it waits for what goes on in the open project."""
        return self._stopper.is_on

    @property
    def has_next(self) -> bool:
        """Whether another project is about to be shown in the place of the open one."""
        return self._next is not None

    def enter(self, steps: Opening, workspace: str) -> None:
        """Read a project, then leave the open one for it; not while that is going on already.

        Parameters
        ----------
        workspace
            The one that will be shown first.
        """
        if not self._stopper.is_on and not self._opener.is_on:  # else the second half of a double click
            self._opener.start(steps, workspace)

    def cancel(self) -> None:
        """Open no project after all."""
        self._opener.cancel()

    def leave(self, then: Callable[[], object]) -> None:
        """Stop everything, close the project, then go on; what was wanted before is dropped."""

        def close(project: "Project | None") -> None:
            if project is not None:
                project.close()
            then()

        self.hand_over(close)

    def hand_over(self, take: Take) -> None:
        """Stop everything and leave the project, but keep it open for whoever takes it; else as `leave`."""
        self._then = take
        if not self._stopper.is_on:
            self.leaving.emit()
            self._stopper.begin()

    def forget_next(self) -> None:
        """Give a project back that was about to be shown."""
        if self._next is not None:
            self._next.close()

    def _take_opened(self, project: "Project") -> None:
        if self._stopper.is_on:
            project.close()
        else:
            self._next = project
            self.leave(self._enter)

    def _enter(self) -> None:
        project, self._next = self._next, None
        self.entered.emit(project)

    def _left(self, in_time: bool) -> None:
        project = self._take_down(in_time)
        then, self._then = self._then, None
        assert then is not None
        then(project)
