"""Sorting the unlabelled clips into groups that sound alike, to be labelled many at a time."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.heard_sounds import Ear, heard_sounds


@dataclass(frozen=True, slots=True)
class ClusterClips:
    """How the clips without a label are sorted.

    Attributes
    ----------
    count : int
        Clusters by k-means; 0: as many as suit so many clips.
    dense : bool
        By HDBSCAN instead, which finds out how many there are, and leaves what is like nothing by itself.
    """

    count: int = 0
    dense: bool = False
    ear: Ear = Ear()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class ClipClusters:
    """The clusters, large ones first, in each what is most typical first; and what is in none."""

    clusters: tuple[tuple[ClipId, ...], ...]
    loose: tuple[ClipId, ...]
    heard_by: Text
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...] = ()


def cluster_clips(
    request: ClusterClips, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, ClipClusters]:
    """Sort the clips without a label; of the same clips the same clusters come every time.

    Raises
    ------
    UserError
        If every clip has a label, or there is nothing to hear them through.
    """
    import numpy as np

    from audioclf_gui.ml.clusters import clustered, dense_clusters, usual_count

    view = project.catalogue
    clips = [clip for clip in view.clips if clip.duration_s > 0.0 and not view.labels(clip.id)]
    if not clips and view.clips:
        raise UserError(
            Text("every clip is labelled already"), remedy=Text("Import more recordings, or train.")
        )
    heard = yield from heard_sounds(request.ear, project, cache_dir, clips)
    vectors = heard.clip_vectors()
    there = np.flatnonzero(vectors.any(axis=1))  # those that could be read
    if request.dense:
        found = dense_clusters(vectors[there])
    else:
        found = clustered(vectors[there], min(request.count or usual_count(len(there)), len(there)))
    groups = [
        tuple(heard.clips[there[at]].id for at in places.tolist()) for places in found.by_size(vectors[there])
    ]
    loose = tuple(heard.clips[there[at]].id for at in np.flatnonzero(found.of < 0))
    return ClipClusters(tuple(groups), loose, heard.hearing.name, heard.hearing.notes, heard.refused)
