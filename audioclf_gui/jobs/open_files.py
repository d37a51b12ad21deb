"""Opening recordings by themselves: in the project beside them, or in one that the first edit makes."""

import itertools
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project, creating, drafting, has_clips, opening
from audioclf_gui.core.project_files import project_files
from audioclf_gui.core.text import Text


def open_files(paths: Sequence[Path]) -> Generator[Progress, None, Project]:
    """The project in which some recordings are clips, or else one that is only in memory so far.

    A project is looked for in the folder of the first recording, and where the first edit would make it:
    in a folder beside the recording that is called as it is, or, of several, as the folder they lie in.
    What cannot be read is left out, and the notes of the project say so.

    Raises
    ------
    UserError
        If none of them can be read, or the project that has them cannot be opened.
    """
    found, unread = yield from _found(paths)
    read = [one.candidate.path for one in found]
    for file in _likely_projects(read):
        if _has_clips(file, read):
            project = yield from opening(file)
            break
    else:
        project = drafting(next(folder for folder in _places(read) if not project_files(folder)), found)
    project.notes = (*project.notes, *unread)
    return project


def open_files_in(folder: Path, paths: Sequence[Path]) -> Generator[Progress, None, Project]:
    """A new project of some recordings, in a folder that was chosen for it; errors are as of `creating`."""
    found, _unread = yield from _found(paths)
    project = yield from creating(folder)
    project.catalogue.begin_with(found)
    return project


def _has_clips(file: Path, paths: Sequence[Path]) -> bool:
    with suppress(UserError):  # damaged, or another program's: the recordings can be opened all the same
        return has_clips(file, paths)
    return False


def _found(paths: Sequence[Path]) -> Generator[Progress, None, tuple[list[FoundClip], list[Text]]]:
    """The recordings, each once, and what there is to say of those that cannot be read."""
    found, errors = [], []
    for event in ingest([Candidate(path) for path in dict.fromkeys(path.absolute() for path in paths)]):
        match event:
            case Progress():
                yield event
            case Quarantined():
                errors.append(UnreadableAudioError(event.path, event.reason, remedy=event.remedy))
            case FoundClip():
                found.append(event)
    if not found:
        raise errors[0]
    return found, [error.message for error in errors]


def _likely_projects(paths: Sequence[Path]) -> Iterator[Path]:
    yield from project_files(paths[0].parent)
    for folder in _places(paths):
        if not (files := project_files(folder)):
            return
        yield from files


def _places(paths: Sequence[Path]) -> Iterator[Path]:
    """Where a project of these recordings may be, the likeliest first."""
    folder = paths[0].parent
    name = paths[0].stem if len(paths) == 1 else folder.name
    yield folder / name
    for number in itertools.count(2):
        yield folder / f"{name} {number}"
