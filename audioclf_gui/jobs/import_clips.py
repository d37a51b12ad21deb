"""Taking sound files into a project."""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate, Clip, FoundClip, Quarantined
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.core.project_settings import GROUPS_CALLED
from audioclf_gui.core.supplement import LeftAlone, quantity_to_come, supplement
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.name_groups import groups_called
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import AddClips, KeepSetting, MakeEdit, PutAside

_BATCH_CLIPS = 500
_BATCH_S = 1.0  # so much work at most is lost with the process
_COUNTER = re.compile(r" \d+$")  # what tells copies of the same name apart


@dataclass(frozen=True, slots=True)
class ImportClips:
    """Files to take in, with what their places or tables say about them."""

    candidates: tuple[Candidate, ...]
    copy: bool = False  # into the project's folder; else they stay where they are
    groups_called: str = ""  # what one of their groups is, if that is known


@dataclass(frozen=True, slots=True)
class ClipsImported:
    """What came of an import."""

    taken: tuple[Path, ...]  # where the files lie that were read and are clips now
    refused: tuple[Quarantined, ...]
    odd: tuple[FoundClip, ...] = ()  # taken, though something about the file is not as it should be
    known: int = 0  # candidates that were clips before
    gaining: int = 0  # those of them that got a class, group, fold or target which they had not
    left_alone: tuple[LeftAlone, ...] = ()  # where the project says otherwise and keeps it


def import_clips(
    request: ImportClips, project: ProjectView, stop: threading.Event | None = None
) -> Generator[Progress | AddClips | PutAside | MakeEdit | KeepSetting, None, ClipsImported]:
    """Read every new file and add those that can be read, in batches that are one step for undo.

    Clips that the project has already get what they lack, as one step of its own. A bad file is put aside
    with its reason and affects no other. A project that had no groups before keeps what these are. When
    `stop` is set, the rest is left out; that and an interruption by the keyboard keep everything that was
    read.

    Raises
    ------
    ReadOnlyProjectError
        If the project is open elsewhere.
    UserError
        If the numbers of the candidates are something else than those of the project.
    """
    project.check_writable()
    candidates = at_copies(project.catalogue, request.candidates)
    quantity_to_come(project.catalogue, candidates)
    told = supplement(project.catalogue, candidates)
    if told.change != Change():
        n = len(told.gaining)
        what = Text(
            "describe {n} clip as its data set does", "describe {n} clips as their data set does", n=n
        )
        yield from bulk_edit(project, what, told.change)
    had_groups = any(clip.group for clip in project.catalogue.clips)
    new = project.catalogue.unknown(candidates)
    copy_to = project.folder / RECORDINGS if request.copy else None
    done = yield from _take_in(new, copy_to, project.catalogue, stop)
    if request.groups_called and not groups_called(project) and not had_groups:
        yield KeepSetting(GROUPS_CALLED, request.groups_called)
    return replace(done, known=len(told.known), gaining=len(told.gaining), left_alone=told.left_alone)


def at_copies(view: CatalogueView, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in the place of files that were copied into the project's folder their copies.

    A file is compared with the copies of its name only, by its content.
    """
    copies: dict[str, list[Clip]] = defaultdict(list)
    for clip in view.clips:
        if clip.path.startswith(f"{RECORDINGS}/"):
            copies[_name_of_copy(view.audio_path(clip))].append(clip)
    found = []
    for candidate in candidates:
        content = ""
        same_name = copies.get(_name_of_copy(candidate.path), [])
        if same_name and not candidate.path.is_relative_to(view.folder / RECORDINGS):
            with suppress(OSError):
                content = content_hash(candidate.path)
        copy = next((clip for clip in same_name if clip.content == content), None)
        found.append(candidate if copy is None else replace(candidate, path=view.audio_path(copy)))
    return found


def _name_of_copy(path: Path) -> str:
    return _COUNTER.sub("", path.stem) + path.suffix


def _take_in(
    candidates: Sequence[Candidate], copy_to: Path | None, view: CatalogueView, stop: threading.Event | None
) -> Generator[Progress | AddClips | PutAside, None, ClipsImported]:
    """Read the files and add or put aside each."""
    batch: list[FoundClip] = []
    batches: list[AddClips] = []
    refused: list[Quarantined] = []
    interruption: KeyboardInterrupt | None = None
    told_at = time.monotonic()
    try:
        with closing(ingest(candidates, copy_to)) as events:
            for event in events:
                match event:
                    case Progress():
                        yield event
                    case Quarantined():
                        refused.append(event)
                    case FoundClip():
                        batch.append(event)
                if len(batch) >= _BATCH_CLIPS or (batch and time.monotonic() - told_at >= _BATCH_S):
                    found, batch, told_at = batch, [], time.monotonic()
                    yield _next_batch(found, batches, view)
                if stop is not None and stop.is_set():
                    break
    except KeyboardInterrupt as error:
        interruption = error
    if batch:
        yield _next_batch(batch, batches, view)
    done = _imported(batches, refused)
    aside = tuple(replace(one, path=one.path.absolute()) for one in done.refused)
    taken = dict.fromkeys((*done.taken, *(path.absolute() for path in done.taken)))
    yield PutAside(aside, cleared=tuple(taken))
    if interruption is not None:
        raise interruption
    return done


def _imported(batches: Sequence[AddClips], refused: Sequence[Quarantined]) -> ClipsImported:
    found = [one for adding in batches for one in adding.found]
    odd = tuple(one for one in found if one.audio.warning)
    return ClipsImported(tuple(one.candidate.path for one in found), tuple(refused), odd)


def _next_batch(found: Sequence[FoundClip], batches: list[AddClips], view: CatalogueView) -> AddClips:
    """One batch more; it continues those before if one of them had a clip that the project had not."""
    last = batches[-1] if batches else None
    is_begun = last is not None and (
        last.continuing or bool(view.unknown(one.candidate for one in last.found))
    )
    batches.append(AddClips(tuple(found), continuing=is_begun))
    return batches[-1]
