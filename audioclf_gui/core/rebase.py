"""A change that was worked out from an earlier state, as it is to be made now."""

from collections.abc import Callable
from dataclasses import fields, replace

from audioclf_gui.core.change import Change, LabelDifference, label_difference
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label import ClassId, LabelClass, Labels, new_class
from audioclf_gui.core.view import CatalogueView


def rebased(change: Change, base: CatalogueView, now: CatalogueView) -> Change:
    """The change with what was edited meanwhile left standing.

    A job that takes a while sees the project as it was at its start. What its change takes away and
    what it adds is taken from and added to what is there now; a class that it makes gets another id
    where one was made meanwhile, or is that one if it is called the same. A clip as a whole keeps the
    class that it was given meanwhile. Labels of a class that was dropped meanwhile are what they would
    be if they had been there then: regions without a name, and none for the clip as a whole.
    """
    if now is base:
        return change
    classes, made = _classes(change.classes, base, now)
    present = {known.id for known in (now.classes if classes is None else classes)}

    def id_now(class_id: ClassId | None) -> ClassId | None:
        return None if class_id is None else made.get(class_id, class_id if class_id in present else None)

    return Change(
        labels={
            clip_id: _labels(now.labels(clip_id), label_difference(base.labels(clip_id), after), id_now)
            for clip_id, after in change.labels.items()
        },
        classes=classes,
        rejected={
            clip_id: (now.rejected(clip_id) - (base.rejected(clip_id) - after))
            | {found for one in after - base.rejected(clip_id) if (found := id_now(one)) is not None}
            for clip_id, after in change.rejected.items()
        },
        clips={clip_id: _clip(after, base, now) for clip_id, after in change.clips.items()},
    )


def _labels(
    now: Labels, difference: LabelDifference, id_now: Callable[[ClassId | None], ClassId | None]
) -> Labels:
    rest = list(now)
    for label in difference.removed:
        if label in rest:
            rest.remove(label)
    new = [replace(label, class_id=id_now(label.class_id)) for label in difference.added]
    if any(label.is_whole_clip for label in rest):
        new = [label for label in new if not label.is_whole_clip]
    return (*rest, *(label for label in new if label.class_id is not None or not label.is_whole_clip))


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
                there = new_class(known.name, kept, now.last_class_id)
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
        merged=tuple(dict.fromkeys((*now.merged, *after.merged))),
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
