"""Labels that an edit makes equal: of one class, stretch, band and track. One of them stays."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label, Labels
from audioclf_gui.core.label_edits import Edited, joined
from audioclf_gui.core.label_meaning import Meaning, meaning, start
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView


def without_equals(before: Labels, edited: Edited) -> tuple[Edited, int]:
    """One label in the place of those that are equal now, which says what any of them said.

    Those that were equal before the edit stay as they are.

    Parameters
    ----------
    before
        The labels of the clip as they were.

    Returns
    -------
    edited : Edited
    superfluous : int
        How many labels went.
    """
    at = Counter(map(start, edited.labels))
    shared = {one for one in map(start, edited.chosen) if at[one] > 1}
    if not shared:
        return edited, 0
    there = Counter(meaning(one) for one in before if start(one) in shared)
    groups: defaultdict[Meaning, list[Label]] = defaultdict(list)
    for one in edited.labels:
        if start(one) in shared:
            groups[meaning(one)].append(one)
    left = {what: _as_one(equals) for what, equals in groups.items() if len(equals) > max(1, there[what])}
    if not left:
        return edited, 0
    superfluous = sum(len(groups[what]) - 1 for what in left)
    return Edited(tuple(_once(edited.labels, left)), tuple(_once(edited.chosen, left))), superfluous


def superfluous_in(view: CatalogueView, change: Change) -> int:
    """How many labels go since an edit that deletes none makes them equal to others."""
    return sum(len(view.labels(clip_id)) - len(labels) for clip_id, labels in change.labels.items())


def told_of_equals(superfluous: int) -> Text:
    """That labels went since an edit made them equal to others."""
    return Text(
        "{n} label is one with another one now, to which it was equal",
        "{n} labels are one with others now, to which they were equal",
        n=superfluous,
    )


def _as_one(equals: Sequence[Label]) -> Label:
    """Its times are those of the first."""
    return replace(joined(equals), start_s=equals[0].start_s, end_s=equals[0].end_s)


def _once(labels: Labels, left: Mapping[Meaning, Label]) -> Iterator[Label]:
    """Each label; of those that are equal only the one that is left, where the first of them stood."""
    told: set[Meaning] = set()
    for one in labels:
        what = meaning(one)
        if what not in left:
            yield one
        elif what not in told:
            told.add(what)
            yield left[what]
