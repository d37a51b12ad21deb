"""Opening recordings by themselves: in the project beside them, or in one that the first edit makes."""

import itertools
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project, creating, drafting, has_clips, opening, project_files


def open_files(paths: Sequence[Path]) -> Generator[Progress, None, Project]:
    """The project in which some recordings are clips, or else one that is only in memory so far.

    A project is looked for in the folder of the first recording, and where the first edit would make it:
    in a folder beside the recording that is called as it is, or, of several, as the folder they lie in.

    Raises
    ------
    UserError
        If one of them cannot be read, or the project that has them cannot be opened.
    """
    paths = list(dict.fromkeys(path.absolute() for path in paths))
    for file in _likely_projects(paths):
        if _has_clips(file, paths):
            return (yield from opening(file))
    found = yield from _found(paths)
    return drafting(next(folder for folder in _places(paths) if not project_files(folder)), found)


def open_files_in(folder: Path, paths: Sequence[Path]) -> Generator[Progress, None, Project]:
    """A new project of some recordings, in a folder that was chosen for it; errors are as of `creating`."""
    found = yield from _found(paths)
    project = yield from creating(folder)
    project.catalogue.begin_with(found)
    return project


def _has_clips(file: Path, paths: Sequence[Path]) -> bool:
    with suppress(UserError):  # damaged, or another program's: the recordings can be opened all the same
        return has_clips(file, paths)
    return False


def _found(paths: Sequence[Path]) -> Generator[Progress, None, list[FoundClip]]:
    found = []
    for event in ingest([Candidate(path) for path in paths]):
        match event:
            case Progress():
                yield event
            case Quarantined():
                raise UnreadableAudioError(event.path, event.reason)
            case FoundClip():
                found.append(event)
    return found


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
