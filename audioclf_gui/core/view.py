"""What is known about the clips at one moment, as a value: it may cross threads and never changes."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.change import Change, LabelDifference, label_difference, shared_labels
from audioclf_gui.core.clip import Candidate, Clip, ClipId
from audioclf_gui.core.label import ClassId, LabelClass, Labels
from audioclf_gui.core.naming import Twins, twins, with_classes
from audioclf_gui.core.quantity import UNKNOWN_QUANTITY, Quantity
from audioclf_gui.core.run import Suggestion
from audioclf_gui.core.track import Track, with_main

ClassNames = frozenset[tuple[ClassId, str]]


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueView:
    """Clips, labels, classes and suggestions as they were when the view was taken.

    Attributes
    ----------
    folder : Path
        The project's folder, where relative audio paths start.
    clips : tuple of Clip
        Those of the project in the order in which they came, without removed ones.
    classes : tuple of LabelClass
        In the user's order: the first ten answer to the keys 1 to 9 and 0.
    last_class_id : ClassId
        The highest that any class has had, also one that was dropped; 0 before the first.
    names_so_far : frozenset of (ClassId, str)
        What every class was ever called, also those that were dropped or whose renaming was undone.
    class_counts : mapping
        For each class the number of clips with at least one label of it.
    label_counts : mapping
        For each class the number of its labels.
    labelled : int
        How many clips have a label.
    quantity : Quantity
        What the numbers of the clips are.
    tracks : tuple of Track
        In the user's order; the main one is among them, and so is that of every label.
    unlearnt : frozenset of str
        The names of those from whose labels no model learns.
    """

    folder: Path
    clips: tuple[Clip, ...]
    classes: tuple[LabelClass, ...]
    class_ids: frozenset[ClassId]
    merged: Mapping[ClassId, ClassId]  # what became of classes that were merged into others
    last_class_id: ClassId
    names_so_far: ClassNames
    class_counts: Mapping[ClassId, int]
    label_counts: Mapping[ClassId, int]
    labelled: int
    clips_by_id: Mapping[ClipId, Clip]
    labels_by_clip: Mapping[ClipId, Labels]
    rejected_by_clip: Mapping[ClipId, frozenset[ClassId]]
    suggestions_by_clip: Mapping[ClipId, Suggestion]
    quantity: Quantity
    tracks: tuple[Track, ...]
    unlearnt: frozenset[str]

    def clip(self, clip_id: ClipId) -> Clip:
        """The clip of that id, also if it was removed."""
        return self.clips_by_id[clip_id]

    def clip_at(self, path: Path) -> Clip:
        """The clip of that file; KeyError if there is none."""
        stored = self.stored_path(path)
        found = next((clip for clip in reversed(self.clips) if clip.path == stored), None)
        if found is None:
            raise KeyError(stored)
        return found

    def audio_path(self, clip: Clip) -> Path:
        """Where its audio should be."""
        return Path(self.audio_file(clip))

    def audio_file(self, clip: Clip) -> str:
        """The same as text, which takes a fifth of the time where it is asked of every clip."""
        return os.path.normpath(os.path.join(self.folder, clip.path))  # noqa: PTH118

    def labels(self, clip_id: ClipId) -> Labels:
        """Its labels in the order in which they were made."""
        return self.labels_by_clip.get(clip_id, ())

    def learnt_labels(self, clip_id: ClipId) -> Labels:
        """Those of its labels that models may learn from: the tracks that they stand in are to be learnt."""
        labels = self.labels(clip_id)
        if not self.unlearnt:
            return labels
        return tuple(one for one in labels if one.is_whole_clip or one.track not in self.unlearnt)

    def track(self, name: str) -> Track:
        """The track of that name; LookupError if there is none."""
        return {one.name: one for one in self.tracks}[name]

    def labelled_with(self, class_id: ClassId) -> list[ClipId]:
        """Every clip, removed ones too, that has a label of the class."""
        return [
            clip_id
            for labels, same in shared_labels(self.labels_by_clip, self.labels_by_clip)
            if any(label.class_id == class_id for label in labels)
            for clip_id in same
        ]

    def rejected(self, clip_id: ClipId) -> frozenset[ClassId]:
        """The classes that a person ruled out for it."""
        return self.rejected_by_clip.get(clip_id, frozenset())

    def class_now(self, class_id: ClassId) -> ClassId | None:
        """The class itself, or the one that it was merged into; None if it was dropped."""
        return class_id if class_id in self.class_ids else self.merged.get(class_id)

    def suggestion(self, clip_id: ClipId) -> Suggestion | None:
        """What the newest model takes it for, in the classes of now; None if the likeliest is gone."""
        suggestion = self.suggestions_by_clip.get(clip_id)
        if suggestion is None or self.class_ids.issuperset(suggestion.classes):
            return suggestion
        return suggestion.translated(self.class_now)

    @property
    def has_suggestions(self) -> bool:
        """Whether a model suggests something for any clip that is there."""
        return any(
            not self.clips_by_id[clip_id].removed and self.class_now(suggestion.class_id) is not None
            for clip_id, suggestion in self.suggestions_by_clip.items()
        )

    @property
    def has_numbers(self) -> bool:
        """Whether the number to estimate is known of any clip."""
        return any(clip.target is not None for clip in self.clips)

    def next_clip_id(self) -> ClipId:
        """The first id that no clip has had yet."""
        return ClipId(max(self.clips_by_id, default=0) + 1)

    def with_classes(self, names: Iterable[str]) -> tuple[LabelClass, ...]:
        """Its classes, with those added that are missing; blank names need no class."""
        return with_classes(self.classes, names, self.last_class_id)

    @property
    def twins(self) -> list[Twins]:
        """Classes whose names look alike."""
        return twins(self.clips_of_classes)

    @property
    def clips_of_classes(self) -> dict[str, int]:
        """For each class by its name, in their order, how many clips have a label of it."""
        return {known.name: self.class_counts.get(known.id, 0) for known in self.classes}

    def stored_path(self, path: Path) -> str:
        """How the project writes down where a file is: relative to its folder where that is possible."""
        return stored_path(path, self.folder)

    def unknown(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Those candidates whose file is not in the project yet, each file once."""
        seen = {self.audio_file(clip) for clip in self.clips}
        fresh = []
        for candidate in candidates:
            path = os.path.normpath(candidate.path.absolute())
            if path not in seen:
                seen.add(path)
                fresh.append(candidate)
        return fresh

    def inverse(self, change: Change) -> Change:
        """The change that puts back what `change` would replace."""
        return Change(
            labels={clip_id: self.labels_by_clip.get(clip_id, ()) for clip_id in change.labels},
            classes=None if change.classes is None else self.classes,
            rejected={clip_id: self.rejected(clip_id) for clip_id in change.rejected},
            clips={
                clip_id: self.clips_by_id[clip_id] for clip_id in change.clips if clip_id in self.clips_by_id
            },
            quantity=None if change.quantity is None else self.quantity,
            tracks=None if change.tracks is None else self.tracks,
        )

    def with_suggestions(
        self, suggestions: Iterable[Suggestion], withdrawn: Iterable[ClipId] = ()
    ) -> "CatalogueView":
        """The view with these suggestions in the place of what was suggested for their clips.

        Parameters
        ----------
        withdrawn
            Clips for which nothing is suggested any more.
        """
        known = {**self.suggestions_by_clip, **{one.clip_id: one for one in suggestions}}
        for clip_id in withdrawn:
            known.pop(clip_id, None)
        return replace(self, suggestions_by_clip=known)


def new_twins(before: CatalogueView, after: CatalogueView) -> list[Twins]:
    """Classes whose names look alike, at least one of which came since."""
    known = {one.name for one in before.classes}
    return [one for one in after.twins if not known.issuperset((one.into, *one.names))]


def changed_clips(before: CatalogueView | None, after: CatalogueView) -> list[ClipId]:
    """The clips that are not the same in both views, or have not the same labels; of None, all of them.

    What a view has not changed it shares with the one before, so most is told apart by identity. Where other
    tracks are learnt from, every clip may have changed.
    """
    if before is None or before.unlearnt != after.unlearnt:
        return list(after.clips_by_id)
    changed: dict[ClipId, None] = {}
    if after.clips_by_id is not before.clips_by_id:
        old_clips = before.clips_by_id
        changed = {
            clip_id: None for clip_id, clip in after.clips_by_id.items() if old_clips.get(clip_id) is not clip
        }
    if after.labels_by_clip is not before.labels_by_clip:
        old_labels = before.labels_by_clip
        for clip_id, labels in after.labels_by_clip.items():
            if old_labels.get(clip_id) is not labels:
                changed[clip_id] = None
    return list(changed)


@dataclass(frozen=True, slots=True, eq=False)
class AppliedChange:
    """A change together with what it came to: what the store writes, the journal keeps and memory takes up.

    Attributes
    ----------
    before, after : Change
        The values of the touched parts; labels of `after` stand in the order in which they are read back.
    differences : tuple of (LabelDifference, list of ClipId)
        What goes and what comes, with the clips of which that is true; every clip whose labels the
        change names is among those of one difference.
    base, view : CatalogueView
        Everything before and after it.
    """

    before: Change
    after: Change
    differences: tuple[tuple[LabelDifference, list[ClipId]], ...]
    base: CatalogueView
    view: CatalogueView

    @property
    def new_clips(self) -> tuple[Clip, ...]:
        """Clips that the project did not have before."""
        return tuple(clip for clip_id, clip in self.after.clips.items() if clip_id not in self.before.clips)


def first_view(
    folder: Path,
    clips: Sequence[Clip],
    labels: Mapping[ClipId, Labels],
    classes: tuple[LabelClass, ...],
    rejected: Mapping[ClipId, frozenset[ClassId]],
    suggestions: Mapping[ClipId, Suggestion],
    last_class_id: ClassId,
    names_so_far: ClassNames = frozenset(),
    quantity: Quantity = UNKNOWN_QUANTITY,
    tracks: tuple[Track, ...] = (),
) -> CatalogueView:
    """The view of what a project file holds; tracks that it does not list are those of its labels."""
    by_id = {clip.id: clip for clip in clips}
    counts: Counter[ClassId] = Counter()
    label_counts: Counter[ClassId] = Counter()
    alike = shared_labels(labels, labels)
    labelled = _count(counts, label_counts, +1, alike, by_id)
    used = dict.fromkeys(label.track for found, _ in alike for label in found)
    tracks = with_main(tracks, used)
    return CatalogueView(
        folder=folder,
        clips=tuple(clip for clip in clips if not clip.removed),
        classes=classes,
        class_ids=_ids(classes),
        merged=_successors(classes),
        last_class_id=_last(last_class_id, classes),
        names_so_far=_names(names_so_far, classes),
        class_counts=counts,
        label_counts=label_counts,
        labelled=labelled,
        clips_by_id=by_id,
        labels_by_clip=labels,
        rejected_by_clip=rejected,
        suggestions_by_clip=suggestions,
        quantity=quantity,
        tracks=tracks,
        unlearnt=_unlearnt(tracks),
    )


def applied(view: CatalogueView, change: Change) -> AppliedChange:
    """What a change comes to; nothing is written and the view stays as it is."""
    differences = tuple(
        (label_difference(before, wanted), clip_ids)
        for before, alike in shared_labels(view.labels_by_clip, change.labels)
        for wanted, clip_ids in shared_labels(change.labels, alike)
    )
    settled: dict[ClipId, Labels] = {}
    for difference, clip_ids in differences:
        settled.update(dict.fromkeys(clip_ids, difference.settled))
    after = replace(change, labels=settled)
    by_id = {**view.clips_by_id, **change.clips} if change.clips else view.clips_by_id
    labels = {**view.labels_by_clip, **settled} if settled else view.labels_by_clip
    rejected = {**view.rejected_by_clip, **change.rejected} if change.rejected else view.rejected_by_clip
    counts, label_counts = Counter(view.class_counts), Counter(view.label_counts)
    touched = settled.keys() | change.clips.keys()
    labelled = view.labelled
    before = shared_labels(view.labels_by_clip, touched)
    labelled += _count(counts, label_counts, -1, before, view.clips_by_id)
    labelled += _count(counts, label_counts, +1, shared_labels(labels, touched), by_id)
    classes = view.classes if change.classes is None else change.classes
    changed = replace(
        view,
        clips=_present(view, change.clips, by_id),
        classes=classes,
        class_ids=_ids(classes),
        merged=_successors(classes),
        last_class_id=_last(view.last_class_id, classes),
        names_so_far=_names(view.names_so_far, classes),
        class_counts=counts,
        label_counts=label_counts,
        labelled=labelled,
        clips_by_id=by_id,
        labels_by_clip=labels,
        rejected_by_clip=rejected,
        quantity=view.quantity if change.quantity is None else change.quantity,
        tracks=view.tracks if change.tracks is None else change.tracks,
        unlearnt=view.unlearnt if change.tracks is None else _unlearnt(change.tracks),
    )
    return AppliedChange(view.inverse(change), after, differences, view, changed)


def _ids(classes: Iterable[LabelClass]) -> frozenset[ClassId]:
    return frozenset(known.id for known in classes)


def _unlearnt(tracks: Iterable[Track]) -> frozenset[str]:
    return frozenset(one.name for one in tracks if not one.learnt)


def _successors(classes: Iterable[LabelClass]) -> dict[ClassId, ClassId]:
    return {merged: known.id for known in classes for merged in known.merged}


def _names(so_far: ClassNames, classes: Iterable[LabelClass]) -> ClassNames:
    return so_far | {(known.id, known.name) for known in classes}


def _last(so_far: ClassId, classes: Iterable[LabelClass]) -> ClassId:
    return max(so_far, *(known.id for known in classes), ClassId(0))


def _present(
    view: CatalogueView, changed: Mapping[ClipId, Clip], by_id: Mapping[ClipId, Clip]
) -> tuple[Clip, ...]:
    if not changed:
        return view.clips
    if all(clip_id not in view.clips_by_id for clip_id in changed):
        return (*view.clips, *(clip for clip in changed.values() if not clip.removed))
    return tuple(clip for clip in by_id.values() if not clip.removed)


def _count(
    clip_counts: Counter[ClassId],
    label_counts: Counter[ClassId],
    step: int,
    groups: Iterable[tuple[Labels, Sequence[ClipId]]],
    clips: Mapping[ClipId, Clip],
) -> int:
    """Add or take away what these clips have; `step` times how many of them have a label."""
    labelled = 0
    for labels, clip_ids in groups:
        if not labels:
            continue
        present = step * sum(clip_id in clips and not clips[clip_id].removed for clip_id in clip_ids)
        labelled += present
        for class_id, n in Counter(one.class_id for one in labels if one.class_id is not None).items():
            clip_counts[class_id] += present
            label_counts[class_id] += n * present
    return labelled


def stored_path(path: Path, folder: Path) -> str:
    """How a project in a folder writes down where a file is; see `CatalogueView.stored_path`."""
    absolute = os.path.normpath(path.absolute())
    try:
        return Path(os.path.relpath(absolute, folder)).as_posix()
    except ValueError:  # another drive
        return Path(absolute).as_posix()
