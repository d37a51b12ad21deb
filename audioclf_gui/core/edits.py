"""The edits a user makes, each as the change it comes to; nothing is written here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from audioclf_gui.core.change import (
    Change,
    shared_labels,
    whole_clip_classes,
    with_whole_clip_classes,
)
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels, Source
from audioclf_gui.core.label_edits import Edited
from audioclf_gui.core.label_equals import without_equals
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.spelling import name_of, natural, tidied
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

ClassesOfClips: TypeAlias = Mapping[ClipId, tuple[ClassId, ...]]


def label_clips(view: CatalogueView, clip_ids: Iterable[ClipId], class_id: ClassId | None) -> Change:
    """Give whole clips a class; None takes it away."""
    given = () if class_id is None else (class_id,)
    return Change(labels=_each(view, clip_ids, lambda labels: with_whole_clip_classes(labels, given)))


def toggle_class(view: CatalogueView, clip_ids: Sequence[ClipId], class_id: ClassId) -> Change:
    """Give whole clips a class beside those that they have; if all of them have it, take it away."""
    lacking = [one for one in clip_ids if class_id not in whole_clip_classes(view.labels(one))]
    if lacking:
        return Change(labels=_each(view, lacking, lambda labels: (*labels, Label(class_id))))
    return Change(labels=_each(view, clip_ids, partial(_not_as_a_whole, (class_id,))))


def toggle_text(view: CatalogueView, clip_ids: Sequence[ClipId], given: LabelClass) -> Text:
    """What `toggle_class` does, in words."""
    if all(given.id in whole_clip_classes(view.labels(one)) for one in clip_ids):
        return Text("take {name} away", name=given.name)
    return Text("label also {name}", name=given.name)


def add_label(view: CatalogueView, clip_id: ClipId, label: Label) -> Change:
    """One label more in a clip."""
    return Change(labels={clip_id: (*view.labels(clip_id), label)})


def replace_label(view: CatalogueView, clip_id: ClipId, old: Label, new: Label | None) -> Change:
    """`new` in the place of `old`; None deletes it."""
    before = view.labels(clip_id)
    new_ones = () if new is None else (new,)
    place = before.index(old)
    edited = Edited((*before[:place], *new_ones, *before[place + 1 :]), new_ones)
    return Change(labels={clip_id: without_equals(before, edited)[0].labels})


def rename_label(view: CatalogueView, clip_id: ClipId, old: Label, name: str) -> Change:
    """Name a label; a class of that name is made if there is none, the empty name takes the class away."""
    classes = view.with_classes([name])
    new = replace(old, class_id=class_named(classes, name))
    change = replace_label(view, clip_id, old, new)
    return replace(change, classes=None if classes == view.classes else classes)


def suggested_classes(view: CatalogueView, clip_ids: Iterable[ClipId]) -> ClassesOfClips:
    """What a model suggests now for those of the clips of which nobody has rejected all of that."""
    return {clip_id: left for clip_id in clip_ids if (left := open_classes(view, clip_id))}


def open_classes(view: CatalogueView, clip_id: ClipId) -> tuple[ClassId, ...]:
    """What a model suggests now for a clip, without what was rejected of that."""
    suggestion, rejected = view.suggestion(clip_id), view.rejected_by_clip.get(clip_id)
    classes = () if suggestion is None else suggestion.classes
    return tuple(class_id for class_id in classes if class_id not in rejected) if rejected else classes


def contradicting(view: CatalogueView, classes: ClassesOfClips) -> dict[ClipId, tuple[ClassId, ...]]:
    """Those of the clips that people have labelled otherwise as a whole, with the classes that these gave."""
    found = {}
    for clip_id, wanted in classes.items():
        own = tuple(label for label in view.labels(clip_id) if label.source is not Source.MODEL)
        given = whole_clip_classes(own)
        if given and set(given) != set(wanted):
            found[clip_id] = given
    return found


def accept(view: CatalogueView, classes: ClassesOfClips) -> Change:
    """Give each whole clip classes of its own, which are no longer ruled out for it."""
    labels: dict[ClipId, Labels] = {}
    for given, clip_ids in _by_classes(classes).items():
        labels.update(_each(view, clip_ids, partial(_as_a_whole, given)))
    return Change(
        labels=labels,
        rejected={
            clip_id: view.rejected(clip_id).difference(given)
            for clip_id, given in classes.items()
            if not view.rejected(clip_id).isdisjoint(given)
        },
    )


def reject(view: CatalogueView, classes: ClassesOfClips) -> Change:
    """Rule classes out for each clip; takes away those of them that were given."""
    labels: dict[ClipId, Labels] = {}
    for gone, clip_ids in _by_classes(classes).items():
        labels.update(_each(view, clip_ids, partial(_not_as_a_whole, gone)))
    return Change(
        labels=labels,
        rejected={clip_id: view.rejected(clip_id).union(gone) for clip_id, gone in classes.items()},
    )


def add_class(view: CatalogueView, name: str) -> Change:
    """One class more, with the next colour."""
    return Change(classes=view.with_classes([name]))


def change_class(view: CatalogueView, changed: LabelClass) -> Change:
    """Rename or recolour a class."""
    return Change(classes=tuple(changed if one.id == changed.id else one for one in view.classes))


def move_class(view: CatalogueView, class_id: ClassId, place: int) -> Change:
    """Put a class at `place` in the list, which decides its number key."""
    moved = next(one for one in view.classes if one.id == class_id)
    others = [one for one in view.classes if one.id != class_id]
    others.insert(place, moved)
    return Change(classes=tuple(others))


def sort_classes(view: CatalogueView) -> Change:
    """Put the classes in the order of their names: case and accents do not count, and numbers by value."""
    return Change(classes=tuple(sorted(view.classes, key=lambda known: natural(known.name))))


def merge_classes(view: CatalogueView, merged: Sequence[ClassId], into: ClassId) -> Change:
    """Give every label of some classes to another and drop the classes."""
    return _without_classes(view, merged, into)


def delete_class(view: CatalogueView, class_id: ClassId) -> Change:
    """Drop a class; its region labels stay without a name, its whole-clip labels go."""
    return _without_classes(view, [class_id], None)


def remove_clips(view: CatalogueView, clip_ids: Iterable[ClipId]) -> Change:
    """Take clips out of the project; their audio stays where it is."""
    return Change(clips={clip_id: replace(view.clip(clip_id), removed=True) for clip_id in clip_ids})


def set_group(view: CatalogueView, clip_ids: Iterable[ClipId], group: str) -> Change:
    """Say which recording group clips belong to; the empty name takes it away."""
    name = name_of(group)
    return Change(clips={clip_id: replace(view.clip(clip_id), group=name) for clip_id in clip_ids})


def name_quantity(view: CatalogueView, name: str, unit: str) -> Change:
    """Say what the numbers of the clips are; those of the same column are welcome as before."""
    return Change(quantity=replace(view.quantity, name=name_of(name), unit=tidied(unit)))


def _without_classes(view: CatalogueView, gone: Sequence[ClassId], successor: ClassId | None) -> Change:
    def without(labels: Labels) -> Labels:
        changed = {id(one): replace(one, class_id=successor) for one in labels if one.class_id in gone}
        all_labels = (changed.get(id(one), one) for one in labels)
        kept = tuple(one for one in all_labels if one.class_id is not None or not one.is_whole_clip)
        return without_equals(labels, Edited(kept, tuple(changed.values())))[0].labels

    labelled = dict.fromkeys(clip_id for class_id in gone for clip_id in view.labelled_with(class_id))
    taken = tuple(merged for one in view.classes if one.id in gone for merged in (one.id, *one.merged))
    return Change(
        labels=_each(view, labelled, without),
        classes=tuple(
            replace(one, merged=(*one.merged, *taken)) if one.id == successor else one
            for one in view.classes
            if one.id not in gone
        ),
    )


def _by_classes(classes: ClassesOfClips) -> dict[tuple[ClassId, ...], list[ClipId]]:
    clips: dict[tuple[ClassId, ...], list[ClipId]] = {}
    for clip_id, class_ids in classes.items():
        clips.setdefault(class_ids, []).append(clip_id)
    return clips


def _as_a_whole(given: tuple[ClassId, ...], labels: Labels) -> Labels:
    return with_whole_clip_classes(labels, given)


def _not_as_a_whole(gone: tuple[ClassId, ...], labels: Labels) -> Labels:
    return tuple(one for one in labels if not (one.is_whole_clip and one.class_id in gone))


def _each(
    view: CatalogueView, clip_ids: Iterable[ClipId], edit: Callable[[Labels], Labels]
) -> dict[ClipId, Labels]:
    """The edited labels of each clip; clips with the same labels share what becomes of them."""
    edited: dict[ClipId, Labels] = {}
    for labels, same in shared_labels(view.labels_by_clip, clip_ids):
        edited.update(dict.fromkeys(same, edit(labels)))
    return edited
