"""Laying all clips out in a plane, so that those that sound alike lie close together."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.heard_sounds import Ear, heard_sounds


@dataclass(frozen=True, slots=True)
class MapClips:
    """Through what the clips are heard."""

    ear: Ear = Ear()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class ClipMap:
    """Where each clip lies, without a unit; `method` says how the plane was found."""

    places: tuple[tuple[ClipId, float, float], ...]
    method: Text
    heard_by: Text
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...] = ()


def map_clips(request: MapClips, project: ProjectView, cache_dir: Path) -> Generator[Progress, None, ClipMap]:
    """Lay out the clips by what they sound like; by UMAP if it is installed, else by principal components.

    Raises
    ------
    UserError
        If there is no sound, or nothing to hear it through.
    """
    import numpy as np

    from audioclf_gui.ml.plane import in_a_plane

    heard = yield from heard_sounds(request.ear, project, cache_dir)
    vectors = heard.clip_vectors()
    there = np.flatnonzero(vectors.any(axis=1))  # those that could be read
    points, method = in_a_plane(vectors[there])
    places = tuple((heard.clips[at].id, float(x), float(y)) for at, (x, y) in zip(there, points, strict=True))
    return ClipMap(places, method, heard.hearing.name, heard.hearing.notes, heard.refused)
