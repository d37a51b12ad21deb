"""Taking sound files into a project."""

import threading
import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.ingest import IngestEvent, ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import RECORDINGS, ProjectView
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
    taken: list[Path] = []
    refused: list[Quarantined] = []
    try:
        with closing(_in_batches(ingest(request.candidates, copy_to), stop)) as events:
            for event in events:
                match event:
                    case Progress():
                        yield event
                    case Quarantined():
                        refused.append(event)
                    case _:
                        yield AddClips(event, continuing=bool(taken))
                        taken += (one.candidate.path for one in event)
    except KeyboardInterrupt:
        yield PutAside(tuple(refused), cleared=tuple(taken))
        raise
    yield PutAside(tuple(refused), cleared=tuple(taken))
    return ClipsImported(tuple(taken), tuple(refused))


def _in_batches(
    events: Generator[IngestEvent, None, None], stop: threading.Event | None
) -> Generator[Progress | Quarantined | tuple[FoundClip, ...], None, None]:
    """The same events, with the clips some at a time; the last ones also come after an interruption."""
    batch: list[FoundClip] = []
    told_at = time.monotonic()
    try:
        with closing(events):
            for event in events:
                if isinstance(event, FoundClip):
                    batch.append(event)
                else:
                    yield event
                if len(batch) >= _BATCH_CLIPS or (batch and time.monotonic() - told_at >= _BATCH_S):
                    yield tuple(batch)
                    batch, told_at = [], time.monotonic()
                if stop is not None and stop.is_set():
                    break
    except KeyboardInterrupt:
        if batch:
            yield tuple(batch)
        raise
    if batch:
        yield tuple(batch)
