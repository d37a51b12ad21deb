"""What opens or makes a project; each loads what it needs, in the thread that runs it."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.progress import Progress

if TYPE_CHECKING:
    from audioclf_gui.core.project import Project


def of_path(path: Path) -> Generator[Progress, None, "Project"]:
    """Open the project in a folder, or by its file; see `core.project.opening`."""
    from audioclf_gui.core.project import opening

    return (yield from opening(path))


def of_new(folder: Path) -> Generator[Progress, None, "Project"]:
    """Make an empty project; see `core.project.creating`."""
    from audioclf_gui.core.project import creating

    return (yield from creating(folder))


def of_recordings(paths: Sequence[Path]) -> Generator[Progress, None, "Project"]:
    """Open recordings by themselves; see `jobs.open_files`."""
    from audioclf_gui.jobs.open_files import open_files

    return (yield from open_files(paths))


def of_recordings_in(folder: Path, paths: Sequence[Path]) -> Generator[Progress, None, "Project"]:
    """Make a project of recordings; see `jobs.open_files`."""
    from audioclf_gui.jobs.open_files import open_files_in

    return (yield from open_files_in(folder, paths))
