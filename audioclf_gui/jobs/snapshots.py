"""The copy of the project file that is taken before a step that touches much: the one place of that rule."""

from collections.abc import Generator

from audioclf_gui.core.change import Change
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.store.snapshots import take_snapshot
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
    if replaces or len(change.clip_ids) > 1:
        take_snapshot(project.file, f"before {what}")
    yield MakeEdit(what, change, project.catalogue)
