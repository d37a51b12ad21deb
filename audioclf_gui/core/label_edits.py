"""Edits of several labels of a clip at once: what becomes of its labels, and of the chosen ones.

All take the labels of a clip and those of them that are chosen, and keep the order of the others.
"""

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, Labels, Source
from audioclf_gui.core.label_meaning import meaning, start
from audioclf_gui.core.label_sayings import said_of
from audioclf_gui.core.text import Text

_DIGITS = 9  # of seconds: what adding makes up beyond them is left out
_LEAST_S = 10.0**-_DIGITS


@dataclass(frozen=True, slots=True)
class Edited:
    """The labels of a clip after an edit, and what became of the chosen ones."""

    labels: Labels
    chosen: Labels


def each(labels: Labels, chosen: Sequence[Label], become: Callable[[Label], Iterable[Label]]) -> Edited:
    """Put what becomes of each chosen label in its place."""
    left, starts_s = Counter(chosen), {one.start_s for one in chosen}
    kept: list[Label] = []
    made: list[Label] = []
    for label in labels:
        if label.start_s in starts_s and left[label] > 0:
            left[label] -= 1
            new = tuple(become(label))
            kept += new
            made += new
        else:
            kept.append(label)
    return Edited(tuple(kept), tuple(made))


def delete(labels: Labels, chosen: Sequence[Label]) -> Edited:
    """Without the chosen ones."""
    return each(labels, chosen, lambda _label: ())


def toggle_beside(labels: Labels, chosen: Sequence[Label], class_id: ClassId) -> Edited:
    """Another class for the same stretches beside the chosen labels; if all have it so, it is taken away.

    The chosen labels stay chosen.
    """
    wanted = [
        Label(class_id, one.start_s, one.end_s, one.low_hz, one.high_hz, track=one.track)
        for one in chosen
        if one.class_id != class_id
    ]
    there = {meaning(one) for one in labels}
    lacking = [one for one in wanted if meaning(one) not in there]
    if lacking:
        return Edited((*labels, *dict.fromkeys(lacking)), tuple(chosen))
    gone = {meaning(one) for one in wanted}
    return Edited(tuple(one for one in labels if meaning(one) not in gone), tuple(chosen))


def shift(
    labels: Labels, chosen: Sequence[Label], by_s: float, duration_s: float, *, cut: bool = False
) -> Edited:
    """Move the chosen ones in time, exactly so far; later if `by_s` is positive.

    Parameters
    ----------
    cut
        Whether what would lie beyond the clip is cut off; of a label nothing of which is left a UserError
        says so.

    Raises
    ------
    UserError
        If any would lie beyond the clip, or with `cut` all of it.
    """
    spans = [one.span_s(duration_s) for one in chosen if not one.is_whole_clip]
    least_s = 0.0 - min((start_s for start_s, _ in spans), default=math.inf)
    most_s = min((max(0.0, duration_s - end_s) for _, end_s in spans), default=math.inf)
    if not cut and not least_s - _LEAST_S <= by_s <= most_s + _LEAST_S:
        raise UserError(
            Text("so far labels would lie beyond the clip"),
            remedy=Text("Shift by {least_s:.6g} to {most_s:.6g} s.", least_s=least_s, most_s=most_s),
        )
    if any(_is_outside(start_s + by_s, end_s + by_s, duration_s) for start_s, end_s in spans):
        raise UserError(
            Text("so far a label would lie beyond the clip as a whole"),
            remedy=Text("Shift by less, or delete that label first."),
        )

    def moved(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None:
            return (label,)
        last_s = max(duration_s, label.end_s)
        start_s, end_s = (
            min(max(0.0, round(time_s + by_s, _DIGITS)), last_s) for time_s in (label.start_s, label.end_s)
        )
        return (replace(label, start_s=start_s, end_s=end_s),)

    return each(labels, chosen, moved)


def grow(
    labels: Labels, chosen: Sequence[Label], start_by_s: float, end_by_s: float, duration_s: float
) -> Edited:
    """Move the starts and ends of the chosen ones, as far as the clip goes and something is left of them."""

    def grown(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None:
            return (label,)
        start_s = max(0.0, round(label.start_s + start_by_s, _DIGITS))
        end_s = min(max(duration_s, label.end_s), round(label.end_s + end_by_s, _DIGITS))
        return (_with_edges(label, start_s, end_s),)

    return each(labels, chosen, grown)


def split(labels: Labels, chosen: Sequence[Label], at_s: float) -> Edited:
    """Two labels for each chosen one that a time lies in; UserError if it lies in none."""

    def halves(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None or not label.start_s < at_s < label.end_s:
            return (label,)
        return replace(label, end_s=at_s), replace(label, start_s=at_s, raw="")

    edited = each(labels, chosen, halves)
    if len(edited.chosen) == len(chosen):
        raise UserError(
            Text("no label is there to be split"),
            remedy=Text("Put the red line into one, not on its edge."),
        )
    return edited


def merge(labels: Labels, chosen: Sequence[Label]) -> Edited:
    """One label from the first start to the last end for all; UserError if they differ in class or track."""
    if len(chosen) < 2:
        raise UserError(
            Text("one label alone cannot be merged"),
            remedy=Text("Choose several: with Shift+click, or draw a rectangle around them."),
        )
    if len({one.class_id for one in chosen}) > 1:
        raise UserError(
            Text("labels of different classes cannot be merged"), remedy=Text("Give them one class first.")
        )
    if len({one.track for one in chosen}) > 1:
        raise UserError(
            Text("labels of different tracks cannot be merged"), remedy=Text("Move them to one track first.")
        )
    return _merged(labels, [(tuple(chosen), joined(chosen))])


def merge_touching(labels: Labels, chosen: Sequence[Label], gap_s: float = 0.0) -> Edited:
    """One label for all chosen ones in a row of one class and track that overlap or are this near.

    Moments stay as they are, and so do boxes that have no frequency in common.
    """
    rows: dict[tuple[object, str], list[Label]] = {}
    for one in chosen:
        if one.start_s is not None and not one.is_moment:
            rows.setdefault((one.class_id, one.track), []).append(one)
    groups = [group for row in rows.values() for group in _near_groups(row, gap_s) if len(group) > 1]
    return _merged(labels, [(tuple(group), joined(group)) for group in groups], chosen)


def snap_to_grid(labels: Labels, chosen: Sequence[Label], step_s: float, duration_s: float) -> Edited:
    """Both edges on the nearest lines of a grid from the clip's start; a stretch keeps a step at least.

    A stretch stays as it is where a step is longer than the clip; one beyond the clip stays beyond it.
    """

    def snapped(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None:
            return (label,)
        last_s = max(duration_s, label.end_s)
        start_s, end_s = (_on_grid(time_s, step_s, last_s) for time_s in (label.start_s, label.end_s))
        if start_s == end_s and not label.is_moment:
            end_s = _on_grid(start_s + step_s, step_s, last_s)
            start_s = start_s if end_s > start_s else max(0.0, _on_grid(start_s - step_s, step_s, last_s))
        return (_with_edges(label, start_s, end_s),)

    return each(labels, chosen, snapped)


def quantise(labels: Labels, chosen: Sequence[Label], step_s: float, duration_s: float) -> Edited:
    """Each start on the nearest line of a grid on which the label fits into the clip; it keeps its length."""

    def moved(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None:
            return (label,)
        length_s = label.end_s - label.start_s
        last_s = max(duration_s, label.end_s)  # what lies beyond the clip stays beyond it
        start_s = _on_grid(label.start_s, step_s, max(0.0, last_s - length_s))
        return (replace(label, start_s=start_s, end_s=max(start_s, round(start_s + length_s, _DIGITS))),)

    return each(labels, chosen, moved)


def snap_to_neighbours(labels: Labels, chosen: Sequence[Label], reach_s: float) -> Edited:
    """Each edge on the nearest edge of another label that is not farther away, of any track.

    Of chosen labels that are near to each other the later one gives way.
    """
    fixed_s = sorted(time_s for label in delete(labels, chosen).labels for time_s in _edges(label))
    made: dict[Label, Label] = {}
    for label in sorted(dict.fromkeys(chosen), key=lambda one: one.span_s(0.0)):
        if label.start_s is not None and label.end_s is not None:
            start_s, end_s = (_nearest(time_s, fixed_s, reach_s) for time_s in (label.start_s, label.end_s))
            made[label] = _with_edges(label, start_s, end_s)
            for time_s in _edges(made[label]):
                insort(fixed_s, time_s)
    return each(labels, chosen, lambda label: (made.get(label, label),))


def snap_to_places(labels: Labels, chosen: Sequence[Label], places: Mapping[float, float]) -> Edited:
    """Each edge where `places` puts its time; those that it does not name stay."""

    def snapped(label: Label) -> Labels:
        if label.start_s is None or label.end_s is None:
            return (label,)
        start_s, end_s = (places.get(time_s, time_s) for time_s in (label.start_s, label.end_s))
        return (_with_edges(label, start_s, end_s),)

    return each(labels, chosen, snapped)


def paste(labels: Labels, new: Iterable[Label]) -> Edited:
    """With new labels behind the others; those that are there already are chosen and come no second time."""
    coming = {meaning(one): one for one in new}
    starts_s = {start(one) for one in coming.values()}
    known = {meaning(one): one for one in labels if start(one) in starts_s}
    added = tuple(one for what, one in coming.items() if what not in known)
    return Edited((*labels, *added), tuple(known.get(what, one) for what, one in coming.items()))


def placed(copied: Sequence[Label], at_s: float | None, duration_s: float) -> Labels:
    """Copies whose first begins at a time, in the distances that they have; None: each where it was.

    A copy is a person's label with all that is said of it, but has no record in a file.

    Raises
    ------
    UserError
        If one of them would end beyond the clip.
    """
    spans = [one.span_s(0.0) for one in copied]
    first_s = min((start_s for start_s, _ in spans), default=0.0)
    by_s = 0.0 if at_s is None else at_s - first_s
    length_s = max((end_s for _, end_s in spans), default=0.0) - first_s
    if first_s + by_s + length_s > duration_s + _LEAST_S:
        last_s = duration_s - length_s
        raise UserError(
            Text("the labels do not fit into the clip from there on"),
            remedy=Text("Put them at {time_s:.6g} s or earlier.", time_s=last_s)
            if last_s >= 0.0
            else Text("They span {length_s:.6g} s: choose fewer, or a longer clip.", length_s=length_s),
        )
    copies = tuple(replace(one, source=Source.HUMAN, raw="") for one in copied)
    return shift(copies, copies, by_s, duration_s, cut=True).labels if by_s else copies


def _is_outside(start_s: float, end_s: float, duration_s: float) -> bool:
    """Whether nothing of a stretch, or not the moment, is in the clip."""
    if start_s == end_s:
        return not -_LEAST_S <= start_s <= duration_s + _LEAST_S
    return end_s <= 0.0 or start_s >= duration_s


def _near_groups(labels: Sequence[Label], gap_s: float) -> list[list[Label]]:
    """The labels with those put together that are near to each other, directly or by others."""
    done: list[list[Label]] = []
    going: list[tuple[Label, list[Label]]] = []  # what each group spans, and its labels
    for one in sorted(labels, key=lambda label: label.span_s(0.0)):
        here, rest = one, []
        group = [one]
        for hull, members in going:
            if _is_near(hull, one, gap_s):
                here, group = joined((hull, here)), [*members, *group]
            elif hull.span_s(0.0)[1] + gap_s + _LEAST_S < one.span_s(0.0)[0]:
                done.append(members)
            else:
                rest.append((hull, members))
        going = [*rest, (here, group)]
    return [*done, *(members for _, members in going)]


def joined(labels: Sequence[Label]) -> Label:
    """One label for all: what they do not agree about is as wide and as doubtful as any of them says."""
    first = min(labels, key=lambda one: one.span_s(0.0))
    spans = [one.span_s(0.0) for one in labels]
    lows, highs = ([getattr(one, name) for one in labels] for name in ("low_hz", "high_hz"))
    return replace(
        first,
        start_s=min(start_s for start_s, _ in spans),
        end_s=max(end_s for _, end_s in spans),
        low_hz=None if None in lows else min(lows),
        high_hz=None if None in highs else max(highs),
        source=first.source if len({one.source for one in labels}) == 1 else Source.HUMAN,
        **said_of(labels),
    )


def _merged(labels: Labels, groups: Sequence[tuple[Labels, Label]], chosen: Sequence[Label] = ()) -> Edited:
    """Each group's one label in the place of its first that is met; the others of them go."""
    waiting = {one: (number, whole) for number, (group, whole) in enumerate(groups) for one in group}
    done: set[int] = set()

    def become(label: Label) -> Labels:
        number, whole = waiting.get(label, (-1, label))
        if number in done:
            return ()
        if number >= 0:
            done.add(number)
        return (whole,)

    return each(labels, chosen or [one for group, _ in groups for one in group], become)


def _is_near(group: Label, label: Label, gap_s: float) -> bool:
    start_s, end_s = label.start_s, group.end_s
    if start_s is None or end_s is None or start_s > end_s + gap_s + _LEAST_S:
        return False
    is_above = label.low_hz is not None and group.high_hz is not None and label.low_hz > group.high_hz
    is_below = label.high_hz is not None and group.low_hz is not None and label.high_hz < group.low_hz
    return not is_above and not is_below


def _on_grid(time_s: float, step_s: float, last_s: float) -> float:
    """The nearest line of a grid that is not beyond `last_s`."""
    number = round(time_s / step_s)
    while number > 0 and round(number * step_s, _DIGITS) > last_s:
        number = min(number - 1, int(last_s / step_s))
    return round(number * step_s, _DIGITS)


def _with_edges(label: Label, start_s: float, end_s: float) -> Label:
    """The label with other edges, unless a stretch would have no length then."""
    if end_s < start_s or (end_s == start_s and not label.is_moment):
        return label
    return replace(label, start_s=start_s, end_s=end_s)


def _edges(label: Label) -> list[float]:
    return [] if label.start_s is None or label.end_s is None else [label.start_s, label.end_s]


def _nearest(time_s: float, places_s: Sequence[float], reach_s: float) -> float:
    """The nearest of the places, which are in their order, if it is within reach; else the time itself."""
    at = bisect_left(places_s, time_s)
    near_s = places_s[max(at - 1, 0) : at + 1]
    nearest_s = min(near_s, key=lambda place_s: abs(place_s - time_s), default=time_s)
    return nearest_s if abs(nearest_s - time_s) <= reach_s else time_s
