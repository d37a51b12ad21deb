"""Finding recordings again that were moved, by their content."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.audio.ingest import Moved, find_moved
from audioclf_gui.core.change import Change
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class Relink:
    """Where to look for the clips whose files are not where they should be."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Relinked:
    """What came of it."""

    found: int
    missing: int  # clips whose files are still nowhere


def relink(request: Relink, project: ProjectView) -> Generator[Progress | MakeEdit, None, Relinked]:
    """Look through the folder, then tell the project of all that was found, as one edit.

    Raises
    ------
    UserError
        If there is no such folder, or the project cannot be written.
    """
    project.check_writable()
    view = project.catalogue
    missing = [clip for clip in view.clips if not view.audio_path(clip).is_file()]
    where: dict[str, str] = {}
    for event in find_moved({clip.content: clip.path for clip in missing}, request.folder):
        if isinstance(event, Moved):
            where[event.content] = view.stored_path(event.path)
        else:
            yield event
    clips = {clip.id: replace(clip, path=where[clip.content]) for clip in missing if clip.content in where}
    if clips:
        yield from bulk_edit(project, Text("find moved sounds"), Change(clips=clips))
    return Relinked(len(clips), len(missing) - len(clips))
