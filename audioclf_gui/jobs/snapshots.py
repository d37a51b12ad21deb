"""The copies of the project file: before a step that touches much, and of each day's and many edits."""

from collections.abc import Generator

from audioclf_gui.core.change import Change
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.store.snapshots import take_due_snapshot, take_snapshot
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import MakeEdit


def bulk_edit(
    project: ProjectView, what: Text, change: Change, *, replaces: bool = False
) -> Generator[MakeEdit, None, None]:
    """An edit of any size; before one of several clips, or that `replaces` labels, the project is copied.

    Raises
    ------
    UserError
        If the project may only be read, or cannot be copied; nothing is edited then.
    """
    project.check_writable()
    if not project.is_draft and (replaces or len(change.clip_ids) > 1):
        take_snapshot(project.file, f"before {what}")
    yield MakeEdit(what, change, project.catalogue)


def keep_safe(project: ProjectView) -> Generator[Progress, None, None]:
    """Copy the project file if that is due, while it is open; closing it does so, too, but takes its time.

    Raises
    ------
    UserError
        If the project cannot be copied.
    """
    yield Progress(0, 1)
    if not (project.read_only or project.is_draft):
        take_due_snapshot(project.file, "of the day")
    yield Progress(1, 1)
