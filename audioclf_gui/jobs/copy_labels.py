"""Copying labels into any number of clips, at the times that they have."""

from collections.abc import Generator
from dataclasses import dataclass

from audioclf_gui.core import label_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Labels, Region
from audioclf_gui.core.label_rules import check_labels
from audioclf_gui.core.naming import as_labels, as_regions, names_in
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.label_choice import class_ids_called, tracks_called
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class CopyLabels:
    """Labels by the names of their classes, in tracks that the project has, and the clips that get them."""

    regions: tuple[Region, ...]
    to: tuple[ClipId, ...]


@dataclass(frozen=True, slots=True)
class LabelsCopied:
    """What came of it; a label that was there already came no second time."""

    labels: int
    clips: int  # those that got any


def regions_of(
    view: CatalogueView, clip_id: ClipId, classes: tuple[str, ...] = (), tracks: tuple[str, ...] = ()
) -> tuple[Region, ...]:
    """The labels of stretches and moments of a clip, of these classes and tracks or of all.

    Raises
    ------
    UserError
        If a class or track is unknown, or there is no such label.
    """
    class_ids, names = class_ids_called(classes, view), tracks_called(tracks, view)
    found = [
        one
        for one in view.labels(clip_id)
        if not one.is_whole_clip
        and (not class_ids or one.class_id in class_ids)
        and (not names or one.track in names)
    ]
    if not found:
        raise UserError(
            Text("{name} has no such labels", name=view.clip(clip_id).name),
            remedy=Text("Choose another clip; a label of the clip as a whole is given by `clips label`."),
        )
    return tuple(as_regions(found, view.classes, view.clip(clip_id).duration_s))


def copy_labels(
    request: CopyLabels, project: ProjectView
) -> Generator[Progress | MakeEdit, None, LabelsCopied]:
    """Copy the labels as one step, with a copy of the project before it where it touches several clips.

    Raises
    ------
    UserError
        If they do not fit into a clip or a track, or the project cannot be written; none is copied then.
    """
    view = project.catalogue
    classes = view.with_classes(names_in(request.regions))
    copied = as_labels(request.regions, classes)
    labels: dict[ClipId, Labels] = {}
    for number, clip_id in enumerate(request.to, start=1):
        clip, before = view.clip(clip_id), view.labels(clip_id)
        try:
            after = label_edits.paste(before, label_edits.placed(copied, None, clip.duration_s)).labels
            check_labels(view, clip_id, after)
        except UserError as error:
            message = Text("{name}: {message}", name=clip.name, message=error.message)
            raise UserError(message, remedy=error.remedy) from error
        if after != before:
            labels[clip_id] = after
        yield Progress(number, len(request.to))
    n = sum(len(after) - len(view.labels(clip_id)) for clip_id, after in labels.items())
    if labels:
        change = Change(labels=labels, classes=None if classes == view.classes else classes)
        yield from bulk_edit(project, Text("copy {n} label", "copy {n} labels", n=n), change)
    return LabelsCopied(n, len(labels))
