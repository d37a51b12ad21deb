"""Taking files into a project: finding them and checking each."""

import os
import shutil
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.audio.soundness import examine
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.content import content_hash, part_of
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.text import Text

_LITTER = frozenset(("__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information"))  # left by systems
_PROGRESS_S = 0.1


IngestEvent = FoundClip | Quarantined | Progress


def ingest(
    candidates: Sequence[Candidate], copy_to: Path | None = None
) -> Generator[IngestEvent, None, None]:
    """Check every candidate; a bad one is put aside with its reason and affects no other.

    Parameters
    ----------
    copy_to
        A folder to copy each good file into, below a folder named like its class; what is found is
        the copy then. What lies in the folder around it already is not copied.

    Yields
    ------
    FoundClip, Quarantined
        One for each candidate, in the order of their paths, however they were listed.
    Progress
        At the start, about ten times a second, and at the end.
    """
    total = len(candidates)
    yield Progress(0, total)
    told = time.monotonic()
    for done, candidate in enumerate(sorted(candidates, key=lambda one: one.path.as_posix()), start=1):
        yield _check(candidate, copy_to)
        if done < total and time.monotonic() - told >= _PROGRESS_S:
            told = time.monotonic()
            yield Progress(done, total)
    yield Progress(total, total)


def audio_files(folder_or_file: Path) -> list[Path]:
    """Every file in a folder, however deep, whose name says that it is sound; sorted.

    Sound of kinds that cannot be decoded is listed too, so that it is refused by name and not overlooked, and
    so is a folder that may not be looked into. Hidden files and folders are left out, and those that systems
    leave behind. A file that is named directly is listed whatever its name.

    Raises
    ------
    UserError
        If there is no such folder or file.
    """
    if folder_or_file.is_file():
        return [folder_or_file]
    if not folder_or_file.is_dir():
        raise UserError(
            Text("There is no folder {name}", name=folder_or_file.name),
            remedy=Text("Check its name, or choose another folder."),
        )
    return sorted(_walk(folder_or_file), key=lambda path: path.as_posix())


def _check(candidate: Candidate, copy_to: Path | None) -> FoundClip | Quarantined:
    path = candidate.path
    if (name := os.fsencode(path).decode("utf-8", "replace")) != str(path):
        return Quarantined(
            Path(name),
            Text("its name is not valid text"),
            Text("Rename it, or its folder, for example with convmv."),
        )
    try:
        found = FoundClip(candidate, examine(path), content_hash(path))
        if copy_to is not None and copy_to.parent.absolute() not in path.absolute().parents:
            folder = copy_to / folder_name(" + ".join(candidate.class_names))
            copy = _copied(path, found.content, folder)
            found = replace(found, candidate=replace(candidate, path=copy))
    except UnreadableAudioError as error:
        return Quarantined(path, error.reason, error.remedy)
    except OSError as error:
        return Quarantined(
            path,
            Text.plain(error.strerror or str(error)),
            Text("Check that it is there and that you may read it."),
        )
    return found


def _copied(path: Path, content: str, folder: Path) -> Path:
    """A copy of the file in `folder`, whole or not there: the one of an earlier import, or a new one."""
    target = folder / path.name
    number = 1
    while target.exists():
        if content_hash(target) == content:
            return target
        number += 1
        target = folder / f"{path.stem} {number}{path.suffix}"
    with part_of(target) as part:
        shutil.copyfile(path, part)
        part.replace(target)
    return target


def is_litter(name: str) -> bool:
    """Whether a file or folder is called as what systems hide or leave behind."""
    return name.startswith(".") or name in _LITTER


def folder_name(class_name: str) -> str:
    """A class's name as the name of a folder, on every system; empty for the empty name."""
    allowed = (sign if sign.isprintable() and sign not in '<>:"/\\|?*' else "_" for sign in class_name)
    return "".join(allowed).strip(" .")


def _walk(root: Path) -> Iterator[Path]:
    """Audio files below `root`; each folder once, where it really lies before where links lead to it."""
    denied: list[Path] = []
    seen: set[tuple[int, int]] = set()
    starts = deque([str(root)])
    while starts:
        for folder, subfolders, names in os.walk(
            starts.popleft(), onerror=lambda error: denied.append(Path(error.filename))
        ):
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in seen:
                subfolders.clear()
                continue
            seen.add((status.st_dev, status.st_ino))
            subfolders[:] = sorted(name for name in subfolders if not is_litter(name))
            places = (Path(folder, name) for name in subfolders)
            starts.extend(str(place) for place in places if place.is_symlink())
            for name in names:
                if is_recording(name) and not name.startswith("."):
                    yield Path(folder, name)
    yield from denied
