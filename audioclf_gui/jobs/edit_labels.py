"""Edits of the labels of any number of clips: shifted, put on edges or a grid, merged, described, deleted."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.zero_crossings import nearest_crossings
from audioclf_gui.core import label_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId, Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass, Labels
from audioclf_gui.core.label_edits import Edited
from audioclf_gui.core.label_equals import without_equals
from audioclf_gui.core.label_rules import check_labels, locked
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.label_choice import class_ids_called, tracks_called
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit


@dataclass(frozen=True, slots=True)
class LabelsMeant:
    """Which labels an edit is about.

    Those of a clip as a whole, which have neither edges nor a track, are meant only where a note or certainty
    is given, and no track is named.

    Attributes
    ----------
    classes, tracks : tuple of str
        Only labels of these; all if there is none. Locked tracks that are not named are left alone.
    chosen : tuple of Label or None
        Exactly these, of the one clip.
    """

    clip_ids: tuple[ClipId, ...]
    classes: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    chosen: Labels | None = None


@dataclass(frozen=True, slots=True)
class ShiftLabels:
    """Move them in time, later if `by_s` is positive; `cut` cuts off what would lie beyond a clip."""

    meant: LabelsMeant
    by_s: float
    cut: bool = False


class SnapTo(StrEnum):
    """Where edges are put."""

    ZERO = "zero"  # where the sound passes through zero
    NEIGHBOURS = "neighbours"  # on edges of other labels
    GRID = "grid"  # on multiples of a step


@dataclass(frozen=True, slots=True)
class SnapLabels:
    """Put each edge on the nearest place of a kind.

    Attributes
    ----------
    step_s : float
        Of the grid.
    reach_s : float
        How far away an edge of a neighbour may be.
    """

    meant: LabelsMeant
    to: SnapTo
    step_s: float = 0.1
    reach_s: float = 0.05


@dataclass(frozen=True, slots=True)
class QuantiseLabels:
    """Put each start on the nearest multiple of a step; labels keep their lengths."""

    meant: LabelsMeant
    step_s: float


@dataclass(frozen=True, slots=True)
class MergeLabels:
    """Make one label of those of one class and track that overlap, or have no wider gap between them."""

    meant: LabelsMeant
    gap_s: float = 0.0


@dataclass(frozen=True, slots=True)
class DescribeLabels:
    """Say other things of them; None leaves a fact as it is.

    Attributes
    ----------
    class_name : str or None
        A class that is made if there is none; empty: no class.
    certainty : Certainty or None
        Empty: nobody has said.
    """

    meant: LabelsMeant
    class_name: str | None = None
    track: str | None = None
    note: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class DeleteLabels:
    """Delete them."""

    meant: LabelsMeant


LabelEdit: TypeAlias = ShiftLabels | SnapLabels | QuantiseLabels | MergeLabels | DescribeLabels | DeleteLabels


@dataclass(frozen=True, slots=True)
class LabelsEdited:
    """What came of it."""

    labels: int  # of those that were meant, how many are others now or are gone
    clips: int
    left: int  # meant, but in a locked track
    joined: int  # gone, since the edit made them equal to others: see `core.label_equals`
    refused: tuple[Quarantined, ...]  # clips whose sound was needed and cannot be read
    chosen: Mapping[ClipId, Labels]  # what became of the labels of each clip that was edited


@dataclass(slots=True)
class _Work:
    labels: dict[ClipId, Labels] = field(default_factory=dict)
    chosen: dict[ClipId, Labels] = field(default_factory=dict)
    refused: list[Quarantined] = field(default_factory=list)
    count: int = 0
    joined: int = 0


def edit_labels(
    request: LabelEdit, project: ProjectView
) -> Generator[Progress | MakeEdit, None, LabelsEdited]:
    """Make the edit as one step, with a copy of the project before it where it touches several clips.

    Raises
    ------
    UserError
        If a class or track is unknown, a named track is locked, labels would lie beyond their clip or
        intervals over each other, or the project cannot be written; nothing is edited then.
    """
    view = project.catalogue
    targets, left = _targets(request, view)
    work = _Work()
    classes, class_id = _class_of(request, view)
    with closing(MonoReader()) as reader:
        for number, (clip, chosen) in enumerate(targets, start=1):
            try:
                wanted = _edited(request, view, clip, chosen, class_id, reader)
                edited, joined = without_equals(view.labels(clip.id), wanted)
                check_labels(view, clip.id, edited.labels)
            except UnreadableAudioError as error:
                work.refused.append(Quarantined(error.path, error.reason, error.remedy))
            except UserError as error:
                raise _of_clip(clip, error, alone=len(request.meant.clip_ids) == 1) from error
            else:
                _note(work, view, clip, chosen, edited)
                work.joined += joined
            yield Progress(number, len(targets))
    if work.labels:
        change = Change(work.labels, None if classes == view.classes else classes)
        yield from bulk_edit(project, _what(request, work.count), change)
    refused = tuple(work.refused)
    return LabelsEdited(work.count, len(work.chosen), left, work.joined, refused, work.chosen)


def _note(work: _Work, view: CatalogueView, clip: Clip, chosen: Labels, edited: Edited) -> None:
    before = view.labels(clip.id)
    if edited.labels != before:
        kept = set(edited.labels)
        work.count += sum(label not in kept for label in chosen)
        work.labels[clip.id] = edited.labels
        work.chosen[clip.id] = edited.chosen


def _targets(request: LabelEdit, view: CatalogueView) -> tuple[list[tuple[Clip, Labels]], int]:
    """The clips with those of their labels that are meant, and how many were left out in locked tracks."""
    meant = request.meant
    has_whole = isinstance(request, DescribeLabels) and request.class_name is None and request.track is None
    if meant.chosen is not None:
        return [(view.clip(clip_id), meant.chosen) for clip_id in meant.clip_ids], 0
    class_ids, tracks = class_ids_called(meant.classes, view), tracks_called(meant.tracks, view)
    for track in view.tracks:
        if track.locked and track.name in tracks:
            raise locked(track)
    closed = {track.name for track in view.tracks if track.locked}
    targets = []
    left = 0
    for clip_id in meant.clip_ids:
        found = [
            one
            for one in view.labels(clip_id)
            if (has_whole or not one.is_whole_clip) and _is_meant(one, class_ids, tracks)
        ]
        free = tuple(one for one in found if one.is_whole_clip or one.track not in closed)
        left += len(found) - len(free)
        if free:
            targets.append((view.clip(clip_id), free))
    return targets, left


def _is_meant(label: Label, class_ids: set[ClassId], tracks: set[str]) -> bool:
    return (not class_ids or label.class_id in class_ids) and (
        not tracks or (label.track in tracks and not label.is_whole_clip)
    )


def _class_of(request: LabelEdit, view: CatalogueView) -> tuple[tuple[LabelClass, ...], ClassId | None]:
    """The classes of the project as they are to be, and the one that labels are given."""
    if not isinstance(request, DescribeLabels) or request.class_name is None:
        return view.classes, None
    classes = view.with_classes([request.class_name])
    return classes, class_named(classes, request.class_name)


def _edited(
    request: LabelEdit,
    view: CatalogueView,
    clip: Clip,
    chosen: Labels,
    class_id: ClassId | None,
    reader: MonoReader,
) -> Edited:
    labels, duration_s = view.labels(clip.id), clip.duration_s
    match request:
        case ShiftLabels():
            edited = label_edits.shift(labels, chosen, request.by_s, duration_s, cut=request.cut)
        case SnapLabels(to=SnapTo.ZERO):
            edges_s = [time_s for one in chosen for time_s in one.span_s(duration_s)]
            places = nearest_crossings(reader, view.audio_path(clip), edges_s)
            edited = label_edits.snap_to_places(labels, chosen, places)
        case SnapLabels(to=SnapTo.NEIGHBOURS):
            edited = label_edits.snap_to_neighbours(labels, chosen, request.reach_s)
        case SnapLabels():
            edited = label_edits.snap_to_grid(labels, chosen, request.step_s, duration_s)
        case QuantiseLabels():
            edited = label_edits.quantise(labels, chosen, request.step_s, duration_s)
        case MergeLabels():
            edited = label_edits.merge_touching(labels, chosen, request.gap_s)
        case DeleteLabels():
            edited = label_edits.delete(labels, chosen)
        case DescribeLabels():
            edited = _described(request, view, labels, chosen, class_id)
    return edited


def _described(
    request: DescribeLabels, view: CatalogueView, labels: Labels, chosen: Labels, class_id: ClassId | None
) -> Edited:
    track = None if request.track is None else tracks_called([request.track], view).pop()
    certainty = Certainty(request.certainty) if request.certainty else None

    def described(label: Label) -> Labels:
        return (
            replace(
                label,
                class_id=label.class_id if request.class_name is None else class_id,
                track=label.track if track is None else track,
                note=label.note if request.note is None else request.note.strip(),
                certainty=label.certainty if request.certainty is None else certainty,
            ),
        )

    return label_edits.each(labels, chosen, described)


def _of_clip(clip: Clip, error: UserError, *, alone: bool) -> UserError:
    """An error that also names the clip, where there are several."""
    if alone:
        return error
    return UserError(Text("{name}: {message}", name=clip.name, message=error.message), remedy=error.remedy)


def _what(request: LabelEdit, n: int) -> Text:
    match request:
        case ShiftLabels():
            return Text("shift {n} label", "shift {n} labels", n=n)
        case SnapLabels():
            return Text("snap {n} label", "snap {n} labels", n=n)
        case QuantiseLabels():
            return Text("quantise {n} label", "quantise {n} labels", n=n)
        case MergeLabels():
            return Text("merge {n} label", "merge {n} labels", n=n)
        case DescribeLabels():
            return Text("describe {n} label", "describe {n} labels", n=n)
        case DeleteLabels():
            return Text("delete {n} label", "delete {n} labels", n=n)
