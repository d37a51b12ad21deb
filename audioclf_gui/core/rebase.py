"""A change that was worked out from an earlier state, as it is to be made now."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeAlias

from audioclf_gui.core.change import Change, LabelDifference, label_difference, without_doubles
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels, Region, new_class
from audioclf_gui.core.label_meaning import meaning
from audioclf_gui.core.region_pairs import succession
from audioclf_gui.core.track import Track, with_main, with_tracks
from audioclf_gui.core.view import CatalogueView

IdNow: TypeAlias = Callable[[ClassId | None], ClassId | None]
"""From the id that a class has in the change to the one that it has now; None if it was dropped."""

_FACTS = (
    *(("class_id",), ("start_s",), ("end_s",), ("low_hz", "high_hz"), ("score",), ("source",), ("raw",)),
    *(("track",), ("note",), ("certainty",), ("extra",)),
)
"""What there is to change about a label; frequencies are one."""


def rebased(change: Change, base: CatalogueView, now: CatalogueView) -> Change:
    """The change with what was edited meanwhile left standing.

    A job that takes a while sees the project as it was at its start. What its change takes away and
    what it adds is taken from and added to what is there now, but not what was added meanwhile as well. A
    label that both changed stays one: as it was left meanwhile, but for what only the job has changed about
    it. What was deleted meanwhile stays deleted. A class that the job makes gets another id where one was
    made meanwhile, or is that one if it is called the same. A clip as a whole keeps the classes that it was
    given meanwhile, and gets no others beside them. Labels of a class that was dropped meanwhile are what
    they would be if they had been there then: regions without a name, and none for the clip as a whole.
    """
    if now is base:
        return change
    classes, made = _classes(change.classes, base, now)
    present = {known.id for known in (now.classes if classes is None else classes)}

    def id_now(class_id: ClassId | None) -> ClassId | None:
        return None if class_id is None else made.get(class_id, class_id if class_id in present else None)

    labels = {
        clip_id: _labels(base.labels(clip_id), after, now.labels(clip_id), id_now)
        for clip_id, after in change.labels.items()
    }
    return Change(
        labels=labels,
        classes=classes,
        rejected={
            clip_id: (now.rejected(clip_id) - (base.rejected(clip_id) - after))
            | {found for one in after - base.rejected(clip_id) if (found := id_now(one)) is not None}
            for clip_id, after in change.rejected.items()
        },
        clips={clip_id: _clip(after, base, now) for clip_id, after in change.clips.items()},
        quantity=change.quantity,
        tracks=_tracks(change.tracks, base, now, labels.values()),
    )


def _labels(base: Labels, after: Labels, now: Labels, id_now: IdNow) -> Labels:
    """The labels that a clip gets which had `base` when the job wanted `after`, and has `now`."""
    job, meanwhile = label_difference(base, after), label_difference(base, now)
    changed = _successors(job)
    edited = {meanwhile.removed[old]: meanwhile.added[new] for old, new in _successors(meanwhile).items()}
    rest = list(now)
    overruled: set[int] = set()  # of what the job adds
    for at, label in enumerate(job.removed):
        if label in rest:
            rest.remove(label)
        elif at in changed:
            overruled.add(changed[at])
            if (own := edited.get(label)) in rest:
                rest[rest.index(own)] = _label(own, label, job.added[changed[at]], id_now)
    is_given = any(label.is_whole_clip for label in meanwhile.added)
    replaced = set(changed.values())  # what becomes of a label goes its way, whatever came beside it
    new = [
        replace(label, class_id=id_now(label.class_id))
        for at, label in enumerate(job.added)
        if at not in overruled and not (is_given and label.is_whole_clip and at not in replaced)
    ]
    new = [label for label in new if label.class_id is not None or not label.is_whole_clip]
    return without_doubles((*rest, *_without(new, meanwhile.added)))


def _successors(difference: LabelDifference) -> dict[int, int]:
    """Which of the labels that came was made from which of those that went, by their places."""
    gone, come = difference.removed, difference.added
    wholes = zip(_places(gone, is_whole=True), _places(come, is_whole=True), strict=False)
    old, new = _places(gone, is_whole=False), _places(come, is_whole=False)
    later = succession([_region(gone[at]) for at in old], [_region(come[at]) for at in new]).later
    return dict(wholes) | {old[at]: new[one] for at, one in enumerate(later) if one is not None}


def _places(labels: Labels, *, is_whole: bool) -> list[int]:
    return [at for at, label in enumerate(labels) if label.is_whole_clip == is_whole]


def _region(label: Label) -> Region:
    """A label of a stretch, called like the number of its class: that tells classes apart as well."""
    return Region(*label.span_s(0.0), str(label.class_id), label.low_hz, label.high_hz, track=label.track)


def _label(own: Label, before: Label, after: Label, id_now: IdNow) -> Label:
    """What somebody made of a label, with what only the job has changed about it."""
    facts = {
        name: getattr(after, name)
        for names in _FACTS
        if _facts(after, names) != _facts(before, names) == _facts(own, names)
        for name in names
    }
    if "class_id" in facts:
        facts["class_id"] = id_now(after.class_id)
    start_s, end_s = facts.get("start_s", own.start_s), facts.get("end_s", own.end_s)
    fits = start_s is None or end_s is None or start_s <= end_s
    return replace(own, **facts) if fits else own


def _facts(label: Label, names: Sequence[str]) -> list[object]:
    return [getattr(label, name) for name in names]


def _without(labels: Iterable[Label], known: Iterable[Label]) -> list[Label]:
    """The labels but for those that mean the same as a known one, each of which stands for one."""
    there = Counter(map(meaning, known))
    new = []
    for label in labels:
        if there[meaning(label)] > 0:
            there[meaning(label)] -= 1
        else:
            new.append(label)
    return new


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


def _tracks(
    after: tuple[Track, ...] | None, base: CatalogueView, now: CatalogueView, labels: Iterable[Labels]
) -> tuple[Track, ...] | None:
    """The tracks as they are to be, with those that labels need which were deleted meanwhile."""
    tracks = now.tracks
    if after is not None:
        wanted = {one.name: one for one in after}
        before = {one.name: one for one in base.tracks}
        kept = (one for one in now.tracks if one.name in wanted or one.name not in before)
        tracks = with_tracks(tuple(_track(one, before, wanted) for one in kept), after)
    used = dict.fromkeys(label.track for found in labels for label in found)
    tracks = with_main(tracks, used)
    return None if tracks == now.tracks else tracks


def _track(now: Track, before: Mapping[str, Track], after: Mapping[str, Track]) -> Track:
    """A track of now with those facts changed that were to be changed."""
    old, new = before.get(now.name), after.get(now.name)
    if old is None or new is None:
        return now
    changed = {
        field.name: getattr(new, field.name)
        for field in fields(Track)
        if getattr(new, field.name) != getattr(old, field.name)
    }
    return replace(now, **changed)


def _clip(after: Clip, base: CatalogueView, now: CatalogueView) -> Clip:
    """A clip of now with those facts changed that were to be changed."""
    before = base.clip(after.id)
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Clip)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(now.clip(after.id), **changed)
