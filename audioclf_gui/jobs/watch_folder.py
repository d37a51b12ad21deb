"""Recordings that come into folders while somebody waits for them."""

import math
import os
import threading
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import name_key
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.files_beside import files_beside, texts_in
from audioclf_gui.jobs.import_plan import ImportPlan, candidates
from audioclf_gui.jobs.import_survey import Survey, folder_around
from audioclf_gui.jobs.layout_guess import ChosenFolder

_BREATH_S = 0.2  # after which whoever runs the job may end it
_REST = 20  # times as long as a look into large folders takes nothing is done
_PATIENCE = 10  # looks at a file that says by itself that it is not whole before it is taken as it is
_RIFF = frozenset((b"RIFF", b"RF64", b"BW64"))
_Stamp: TypeAlias = tuple[int, int]  # bytes, and when they were last written, in nanoseconds


class _Resting(NamedTuple):
    """A file that has been the same for some time."""

    stamp: _Stamp
    since_s: float
    looks: int = 1


@dataclass(frozen=True, slots=True)
class WatchFolders:
    """Folders that are looked into again and again, with everything below them."""

    folders: tuple[Path, ...]
    every_s: float = 2.0  # a file that stays the same for so long is taken to be whole
    labels_since_s: float | None = None  # label files that are there at first count if written after this


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into the folders came to."""

    ready: tuple[Path, ...] = ()  # whole recordings that were not told of before as they are now
    waiting: int = 0  # how many are still being written
    missing: tuple[Path, ...] = ()  # folders that are not there
    texts: tuple[Path, ...] = ()  # what may be label files that were written meanwhile, as `ready`


class _RestedFiles:
    """Files that are told once they rest, and told again when they have changed."""

    def __init__(self, every_s: float) -> None:
        self._every_s = every_s
        self._seen: dict[Path, _Resting] = {}
        self._told: dict[Path, _Stamp] = {}

    def know(self, stamps: Mapping[Path, _Stamp]) -> None:
        """Tell nothing of these as long as they stay as they are."""
        self._told |= stamps

    def look(self, now: Mapping[Path, _Stamp], moment: float) -> tuple[tuple[Path, ...], int]:
        """Which are whole now, and how many are waited for."""
        self._seen = {file: _seen(self._seen.get(file), stamp, moment) for file, stamp in now.items()}
        fresh = [file for file, stamp in now.items() if self._told.get(file) != stamp]
        resting = (f for f in fresh if now[f][0] and moment - self._seen[f].since_s >= self._every_s)
        ready = tuple(f for f in resting if self._seen[f].looks >= _PATIENCE or _is_whole(f))
        self.know({file: now[file] for file in ready})
        return ready, len(fresh) - len(ready)


def watch_folder(
    request: WatchFolders, stop: threading.Event, wake: threading.Event | None = None
) -> Generator[Looked, None, None]:
    """Tell of recordings as they come, those first that are there already, until `stop` is set.

    Nothing is told of a file that is still being written, nor for some looks of a WAV file that rests with
    another length than its header says. Between two looks the last one is yielded again
    now and then without what was ready, so that the job can be ended.

    Parameters
    ----------
    wake
        When it is set the next look comes at once.
    """
    woken = threading.Event() if wake is None else wake
    recordings, texts = _RestedFiles(request.every_s), _RestedFiles(request.every_s)
    texts.know(_written_before(request))
    while not stop.is_set():
        begun = time.monotonic()
        found, missing = _audio_in(request.folders)
        now, texts_now = _stamps(found), _stamps(_texts_in(request.folders))
        moment = time.monotonic()
        pause_s = max(request.every_s, _REST * (moment - begun))
        ready, waiting = recordings.look(now, moment)
        yield Looked(ready, waiting, missing, texts.look(texts_now, moment)[0])
        while not (stop.is_set() or woken.is_set()) and time.monotonic() - moment < pause_s:
            woken.wait(min(_BREATH_S, request.every_s))
            yield Looked((), waiting, missing)
        woken.clear()


def _written_before(request: WatchFolders) -> Mapping[Path, _Stamp]:
    since_s = math.inf if request.labels_since_s is None else request.labels_since_s
    there = _stamps(_texts_in(request.folders))
    return {file: stamp for file, stamp in there.items() if stamp[1] < since_s * 1e9}


def _seen(before: _Resting | None, stamp: _Stamp, moment: float) -> _Resting:
    if before is None or before.stamp != stamp:
        return _Resting(stamp, moment)
    return before._replace(looks=before.looks + 1)


def _is_whole(file: Path) -> bool:
    """Whether the header of a WAV file does not speak against it: recorders put its length in at the end."""
    try:
        with file.open("rb") as opened:
            head, size = opened.read(8), file.stat().st_size
    except OSError:
        return True  # who reads it tells why
    return head[:4] not in _RIFF or 0 <= size - 8 - int.from_bytes(head[4:], "little") <= 1


def _audio_in(folders: Sequence[Path]) -> tuple[list[Path], tuple[Path, ...]]:
    """Every recording, and the folders that are not there, a disk that was taken out for one."""
    found: list[Path] = []
    missing = []
    for folder in folders:
        try:
            found += audio_files(folder)
        except UserError:
            missing.append(folder)
    return found, tuple(missing)


def _texts_in(folders: Sequence[Path]) -> list[Path]:
    return [file for folder in folders if folder.is_dir() for file in texts_in(folder)]


def _stamps(files: Sequence[Path]) -> Mapping[Path, _Stamp]:
    """The files as they are now."""
    found: dict[Path, _Stamp] = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:  # it is gone again
            continue
        found[file] = state.st_size, state.st_mtime_ns
    return found


def arrived(
    files: Sequence[Path], folders: Sequence[Path], plan: ImportPlan, view: CatalogueView
) -> tuple[tuple[Candidate, ...], tuple[Text, ...]]:
    """Those of the files that the project does not have, as a plan describes them, and what to say.

    The plan sees all recordings of the folders, so that it means by a folder what it meant before. What
    somebody took out of the project does not come back by itself.

    Raises
    ------
    UserError
        If the plan does not fit them, or a folder is gone.
    """
    sources = tuple(ChosenFolder(folder, tuple(audio_files(folder))) for folder in folders)
    root = folder_around([folder.absolute() for folder in folders])
    listing = candidates(Survey(root, sources, (), (), plan.layout), plan)
    listed = {os.path.normpath(one.path.absolute()): one for one in listing.candidates}
    gone = {view.audio_file(clip) for clip in view.clips_by_id.values() if clip.removed}
    unknown = [one.path for one in view.unknown(map(Candidate, files))]
    fresh = [file for file in unknown if os.path.normpath(file.absolute()) not in gone]
    named = [listed.get(os.path.normpath(file.absolute())) for file in fresh]
    unnamed = [file for file, one in zip(fresh, named, strict=True) if one is None]
    note = Text(
        "{n} recording came that is named nowhere, so it stays out: {first}",
        "{n} recordings came that are named nowhere, so they stay out: {first} for one",
        n=len(unnamed),
        first=unnamed[0].name if unnamed else "",
    )
    return tuple(one for one in named if one is not None), (note,) if unnamed else ()


def label_files_of(recordings: Sequence[Path]) -> tuple[Path, ...]:
    """The label files that lie beside recordings which came: called like one of them, or naming some."""
    heard = frozenset(name_key(file.name) for file in recordings)
    folders = tuple(dict.fromkeys(file.parent for file in recordings))
    return files_beside(folders, heard).label_files


def late_label_files(texts: Sequence[Path], view: CatalogueView) -> tuple[Path, ...]:
    """Those that are label files of recordings which the project has."""
    heard = frozenset(name_key(clip.name) for clip in view.clips)
    folders = tuple(dict.fromkeys(file.parent for file in texts))
    known = set(files_beside(folders, heard).label_files)
    return tuple(file for file in texts if file in known)
