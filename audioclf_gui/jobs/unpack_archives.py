"""Archives in the place of folders: unpacked once, then imported as those are."""

import itertools
import json
import os
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.ingest import is_litter
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.present import is_file
from audioclf_gui.core.progress import Progress, paced
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.archives import (
    Contents,
    archive_stem,
    damaged,
    files_of,
    is_called_archive,
    is_called_unreadable_archive,
    is_packed_project,
    let_out,
    look_into,
    measured,
)

UNPACKED = "unpacked"
"""The folder in that of a project for what comes out of archives, if nobody chooses another one."""

_MARK = ".audioclf-archive.json"  # in each folder that an archive became
_DEEPEST = 3  # archives in archives


@dataclass(frozen=True, slots=True)
class UnpackArchives:
    """Paths of which some may be archives, or folders of archives."""

    paths: tuple[Path, ...]
    into: Path


@dataclass(frozen=True, slots=True)
class UnpackedArchive:
    """An archive, and the folder that it became."""

    archive: Path
    folder: Path
    files: int
    size: int  # bytes of all files
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivesUnpacked:
    """What came of it."""

    paths: tuple[Path, ...]  # those that were asked for, with the folders in the place of the archives
    unpacked: tuple[UnpackedArchive, ...] = ()
    notes: tuple[Text, ...] = ()  # what stays packed, and what the archives' own notes say


def unpack_archives(request: UnpackArchives) -> Generator[Progress, None, ArchivesUnpacked]:
    """Unpack each archive that is named, and all in folders that hold archives and no recordings.

    Every archive becomes a folder of its own, as a whole or not at all, see `formats.archives.let_out`. One
    that was unpacked there before is not unpacked again. To cancel, stop iterating.

    Raises
    ------
    UserError
        If an archive cannot be read or let out, see `formats.archives.look_into`.
    """
    paths: list[Path] = []
    done: list[UnpackedArchive] = []
    notes: list[Text] = []
    for path in request.paths:
        if path.is_dir():
            found, stays = archives_in(path)
            notes += stays
            into = request.into / path.absolute().name
            paths.append(path)
        elif path.is_file() and is_called_unreadable_archive(path):
            raise UserError(
                Text("{name} is an archive of a kind that cannot be read here", name=path.name),
                remedy=Text("Unpack it with another program, then import the folder."),
            )
        elif path.is_file() and is_called_archive(path):
            found, into = (path,), request.into
        else:
            found, into = (), request.into
            paths.append(path)
        for archive in found:
            more = yield from _unpacked(archive, into, 1)
            done += more
            paths.append(_innermost(more[0].folder))
    notes += [note for one in done for note in one.notes]
    return ArchivesUnpacked(tuple(dict.fromkeys(paths)), tuple(done), tuple(notes))


def archives_in(folder: Path) -> tuple[tuple[Path, ...], tuple[Text, ...]]:
    """The archives below a folder if it holds no recordings; if it does, a note that they stay packed.

    Folders that archives became already are not looked into.
    """
    found: list[Path] = []
    has_recordings = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not is_litter(name) and not is_file(Path(place, name, _MARK))
        )
        shown = [name for name in sorted(names) if not name.startswith(".")]
        has_recordings = has_recordings or any(map(is_recording, shown))
        found += [Path(place, name) for name in shown if is_called_archive(Path(name))]
    if not has_recordings or not found:
        return tuple(found), ()
    stays = Text(
        "{n} archive lies among the recordings in {folder} and is not unpacked: {names}",
        "{n} archives lie among the recordings in {folder} and are not unpacked: {names}",
        n=len(found),
        folder=folder.absolute().name,
        names=quoted([one.name for one in found]),
    )
    return (), (stays,)


def _unpacked(archive: Path, into: Path, depth: int) -> Generator[Progress, None, list[UnpackedArchive]]:
    """An archive, unpacked, and then those that were in it and nothing else."""
    if is_packed_project(archive):
        raise UserError(
            Text("{name} is a whole project in one file", name=archive.name),
            remedy=Text("Open it in the window, or by `audioclf unpack`; then import from its folder."),
        )
    content = content_hash(archive)
    folder, is_there = _place(into, archive_stem(archive), content)
    if is_there:
        first = _known(archive, folder)
    else:
        contents = yield from paced(look_into(archive))
        yield from paced(_let_out(contents, folder, content))
        told = Text("{name} was unpacked to {folder}", name=archive.name, folder=folder)
        notes = (*contents.notes, told)
        first = UnpackedArchive(archive, folder, len(contents.files), contents.size, notes)
    done = [first]
    inner, _stays = archives_in(folder)
    if inner and depth == _DEEPEST:
        raise UserError(
            Text("{name} holds archives in archives in archives", name=archive.name),
            remedy=Text("Unpack it with another program, then import the folder."),
        )
    for one in inner:
        done += yield from _unpacked(one, one.parent, depth + 1)
    return done


def _let_out(contents: Contents, folder: Path, content: str) -> Generator[Progress, None, None]:
    facts = {
        "archive": contents.archive.name,
        "content": content,
        "files": len(contents.files),
        "bytes": contents.size,
    }
    mark = json.dumps(facts, ensure_ascii=False)
    with files_of(contents) as streams:
        yield from let_out(
            contents.archive,
            contents.files,
            streams,
            folder,
            damaged,
            lambda held: (held / _MARK).write_text(mark, "utf-8"),
        )


def _place(into: Path, name: str, content: str) -> tuple[Path, bool]:
    """The folder that an archive becomes, or became already."""
    for number in itertools.count(1):
        folder = into / (name if number == 1 else f"{name} {number}")
        if not folder.exists():
            return folder, False
        if _mark_of(folder).get("content") == content:
            return folder, True
    raise AssertionError("there is always a number more")


def _mark_of(folder: Path) -> dict[str, object]:
    try:
        mark = json_value((folder / _MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return mark if isinstance(mark, dict) else {}


def _known(archive: Path, folder: Path) -> UnpackedArchive:
    """An archive that was unpacked before."""
    mark = _mark_of(folder)
    files, size = measured(folder, skip=lambda inner: (inner / _MARK).exists())
    files, size = files - 1, size - (folder / _MARK).stat().st_size
    notes = [Text("{name} was unpacked before, in {folder}", name=archive.name, folder=folder)]
    if (files, size) != (mark.get("files"), mark.get("bytes")):
        notes.append(
            Text(
                "files in {folder} were changed since {name} was unpacked, and count as they are now; delete"
                " the folder to unpack it anew",
                folder=folder,
                name=archive.name,
            )
        )
    return UnpackedArchive(archive, folder, files, size, tuple(notes))


def _innermost(folder: Path) -> Path:
    """The folder that somebody would choose: below those that hold nothing but one folder."""
    while True:
        shown = [one for one in folder.iterdir() if not is_litter(one.name)]
        if len(shown) != 1 or not shown[0].is_dir() or _holds_recordings(shown[0]):
            return folder
        folder = shown[0]


def _holds_recordings(folder: Path) -> bool:
    return any(is_recording(one.name) for one in folder.iterdir())
