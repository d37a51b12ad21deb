"""Which unlabelled clips are worth most to label next."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.heard_sounds import Ear, heard_sounds

USUAL_COUNT = 20


@dataclass(frozen=True, slots=True)
class LabelNext:
    """How many clips are wanted."""

    count: int = USUAL_COUNT
    ear: Ear = Ear()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class NextToLabel:
    """The clips, most useful first, of so many without a label."""

    clip_ids: tuple[ClipId, ...]
    unlabelled: int
    labelled: int  # clips of a class, from which it was learnt what is doubtful
    heard_by: Text
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...] = ()


def label_next(
    request: LabelNext, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, NextToLabel]:
    """Choose clips without a label: doubtful ones, no two alike.

    Clips of several classes teach nothing about what is doubtful; those with labels of stretches alone are
    left out.

    Raises
    ------
    UserError
        If every clip has a label, or there is nothing to hear them through.
    """
    import numpy as np

    from audioclf_gui.ml.active_order import next_to_label

    view = project.catalogue
    clips = [clip for clip in view.clips if clip.duration_s > 0.0]
    given = {clip.id: whole_clip_classes(view.labels(clip.id)) for clip in clips}
    clips = [clip for clip in clips if len(given[clip.id]) == 1 or not view.labels(clip.id)]
    unlabelled = sum(not given[clip.id] for clip in clips)
    if not unlabelled and view.clips:
        raise UserError(
            Text("every clip is labelled already"), remedy=Text("Import more recordings, or train.")
        )
    heard = yield from heard_sounds(request.ear, project, cache_dir, clips)
    labelled = [place for place, clip in enumerate(heard.clips) if given[clip.id]]
    classes = [int(given[heard.clips[place].id][0]) for place in labelled]
    places = np.array(labelled, np.int64), np.array(classes, np.int64)
    chosen = next_to_label(heard.clip_vectors(), *places, request.count).tolist()
    return NextToLabel(
        tuple(heard.clips[place].id for place in chosen),
        unlabelled,
        len(labelled),
        heard.hearing.name,
        heard.hearing.notes,
        heard.refused,
    )
