"""Taking sound files into a project."""

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.ingest import ingest
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
    request: ImportClips, project: ProjectView
) -> Generator[Progress | AddClips | PutAside, None, ClipsImported]:
    """Read every file and add those that can be read, in batches that are one step for undo.

    A bad file is put aside with its reason and affects no other. An interruption by the keyboard keeps
    everything that was read.

    Raises
    ------
    ReadOnlyProjectError
        If the project is open elsewhere.
    """
    project.check_writable()
    copy_to = project.folder / RECORDINGS if request.copy else None
    batch: list[FoundClip] = []
    taken: list[Path] = []
    refused: list[Quarantined] = []
    wrote_at = time.monotonic()
    interruption: KeyboardInterrupt | None = None
    with closing(ingest(request.candidates, copy_to)) as events:
        try:
            for event in events:
                match event:
                    case FoundClip():
                        batch.append(event)
                    case Quarantined():
                        refused.append(event)
                    case Progress():
                        yield event
                if len(batch) >= _BATCH_CLIPS or (batch and time.monotonic() - wrote_at >= _BATCH_S):
                    yield AddClips(tuple(batch), continuing=bool(taken))
                    taken += (one.candidate.path for one in batch)
                    batch, wrote_at = [], time.monotonic()
        except KeyboardInterrupt as error:
            interruption = error
    if batch:
        yield AddClips(tuple(batch), continuing=bool(taken))
        taken += (one.candidate.path for one in batch)
    yield PutAside(tuple(refused), cleared=tuple(taken))
    if interruption is not None:
        raise interruption
    return ClipsImported(tuple(taken), tuple(refused))
