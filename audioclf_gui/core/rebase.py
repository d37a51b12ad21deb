"""A change that was worked out from an earlier state, as it is to be made now."""

from collections.abc import Mapping
from dataclasses import fields, replace

from audioclf_gui.core.change import Change, label_difference
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import ClassId, LabelClass, Labels, new_class
from audioclf_gui.core.view import CatalogueView


def rebased(change: Change, base: CatalogueView, now: CatalogueView) -> Change:
    """The change with what was edited meanwhile left standing.

    A job that takes a while sees the project as it was at its start. What its change takes away and
    what it adds is taken from and added to what is there now; a class that it makes gets another id
    where one was made meanwhile, or is that one if it is called the same.
    """
    if now is base:
        return change
    classes, ids = _classes(change.classes, base, now)
    return Change(
        labels={clip_id: _labels(clip_id, after, base, now, ids) for clip_id, after in change.labels.items()},
        classes=classes,
        rejected={
            clip_id: (now.rejected(clip_id) - (base.rejected(clip_id) - after))
            | {ids.get(class_id, class_id) for class_id in after - base.rejected(clip_id)}
            for clip_id, after in change.rejected.items()
        },
        clips={clip_id: _clip(after, base, now) for clip_id, after in change.clips.items()},
    )


def _labels(
    clip_id: ClipId, after: Labels, base: CatalogueView, now: CatalogueView, ids: Mapping[ClassId, ClassId]
) -> Labels:
    difference = label_difference(base.labels(clip_id), after)
    rest = list(now.labels(clip_id))
    for label in difference.removed:
        if label in rest:
            rest.remove(label)
    new = (
        label if label.class_id is None else replace(label, class_id=ids.get(label.class_id, label.class_id))
        for label in difference.added
    )
    return (*rest, *new)


def _classes(
    after: tuple[LabelClass, ...] | None, base: CatalogueView, now: CatalogueView
) -> tuple[tuple[LabelClass, ...] | None, dict[ClassId, ClassId]]:
    """The classes as they are to be, and new ids of classes that were to be made."""
    if after is None or now.classes == base.classes:
        return after, {}
    wanted = {known.id: known for known in after}
    before = {known.id: known for known in base.classes}
    kept = tuple(
        _class(known, before.get(known.id), wanted.get(known.id))
        for known in now.classes
        if known.id in wanted or known.id not in before
    )
    ids = {}
    for known in after:
        if known.id not in before:
            there = next((one for one in kept if one.name == known.name), None)
            if there is None:
                there = new_class(known.name, (*kept, *now.classes))
                kept = (*kept, there)
            ids[known.id] = there.id
    return kept, ids


def _class(now: LabelClass, before: LabelClass | None, after: LabelClass | None) -> LabelClass:
    """A class of now with those facts changed that were to be changed."""
    if before is None or after is None:
        return now
    return replace(
        now,
        name=now.name if after.name == before.name else after.name,
        colour=now.colour if after.colour == before.colour else after.colour,
    )


def _clip(after: Clip, base: CatalogueView, now: CatalogueView) -> Clip:
    """A clip of now with those facts changed that were to be changed."""
    before = base.clip(after.id)
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Clip)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(now.clip(after.id), **changed)
