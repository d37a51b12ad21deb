"""Taking sound files into a project."""

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import RECORDINGS, ProjectView
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.writing import AddClips, PutAside

_BATCH_CLIPS = 500
_BATCH_S = 1.0  # so much work at most is lost with the process


@dataclass(frozen=True, slots=True)
class ImportClips:
    """Files to take in, with what their places or tables say about them."""

    candidates: tuple[Candidate, ...]
    copy: bool = False  # into the project's folder; else they stay where they are


@dataclass(frozen=True, slots=True)
class ClipsImported:
    """What came of an import."""

    taken: tuple[Path, ...]  # where the files lie that are clips now, or were before
    refused: tuple[Quarantined, ...]
    odd: tuple[FoundClip, ...] = ()  # taken, though something about the file is not as it should be


def import_clips(
    request: ImportClips, project: ProjectView, stop: threading.Event | None = None
) -> Generator[Progress | AddClips | PutAside, None, ClipsImported]:
    """Read every file and add those that can be read, in batches that are one step for undo.

    A bad file is put aside with its reason and affects no other. When `stop` is set, the rest is left
    out; that and an interruption by the keyboard keep everything that was read.

    Raises
    ------
    ReadOnlyProjectError
        If the project is open elsewhere.
    """
    project.check_writable()
    copy_to = project.folder / RECORDINGS if request.copy else None
    batch: list[FoundClip] = []
    batches: list[AddClips] = []
    refused: list[Quarantined] = []
    interruption: KeyboardInterrupt | None = None
    told_at = time.monotonic()
    try:
        with closing(ingest(request.candidates, copy_to)) as events:
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
                    yield _next_batch(found, batches, project.catalogue)
                if stop is not None and stop.is_set():
                    break
    except KeyboardInterrupt as error:
        interruption = error
    if batch:
        yield _next_batch(batch, batches, project.catalogue)
    done = _imported(batches, refused)
    yield PutAside(done.refused, cleared=done.taken)
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
