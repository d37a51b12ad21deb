"""A change of a project as a value: what undo keeps, what the journal records."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import Track

_FEW = 8  # so many labels are compared faster one by one than by hashing them


@dataclass(frozen=True, slots=True)
class Change:
    """The new values of those parts of a project that an edit touches.

    Applying it replaces exactly these parts. Every edit, undo and redo is one of these.
    """

    labels: Mapping[ClipId, Labels] = field(default_factory=dict)
    classes: tuple[LabelClass, ...] | None = None
    rejected: Mapping[ClipId, frozenset[ClassId]] = field(default_factory=dict)
    clips: Mapping[ClipId, Clip] = field(default_factory=dict)
    quantity: Quantity | None = None
    tracks: tuple[Track, ...] | None = None

    @property
    def clip_ids(self) -> frozenset[ClipId]:
        """Every clip it touches."""
        return frozenset(self.labels) | frozenset(self.rejected) | frozenset(self.clips)

    def then(self, later: Self) -> Self:
        """Both as one change; what `later` says holds."""
        return type(self)(
            labels={**self.labels, **later.labels},
            classes=self.classes if later.classes is None else later.classes,
            rejected={**self.rejected, **later.rejected},
            clips={**self.clips, **later.clips},
            quantity=self.quantity if later.quantity is None else later.quantity,
            tracks=self.tracks if later.tracks is None else later.tracks,
        )


@dataclass(frozen=True, slots=True)
class LabelDifference:
    """What becomes of the labels of a clip."""

    removed: Labels
    added: Labels
    settled: Labels  # those afterwards, in the order in which they are read back: kept ones, then new ones


@dataclass(frozen=True, slots=True)
class Edit:
    """One line of the history: a step that is undone as a whole. The batches of an import are one step."""

    id: int  # in the order of time
    made_at: str  # ISO 8601, UTC
    what: Text
    clips: int  # how many it touched
    undone: bool
    left_behind: bool  # undone, and others were made after that: it is never made again


def shared_labels(
    labels: Mapping[ClipId, Labels], clip_ids: Iterable[ClipId]
) -> list[tuple[Labels, list[ClipId]]]:
    """Clips with the same labels put together, so that each set of labels is worked on once.

    Most clips of a large project have one of a few sets of labels. They are told apart by identity
    first, which is cheap; what is left by value, unless there are many labels to hash.
    """
    places: dict[int, tuple[Labels, list[ClipId]]] = {}
    for clip_id in clip_ids:
        found = labels.get(clip_id, ())
        if (place := places.get(id(found))) is None:
            places[id(found)] = found, [clip_id]
        else:
            place[1].append(clip_id)
    together: dict[Labels | int, tuple[Labels, list[ClipId]]] = {}
    for found, same in places.values():
        key = found if len(found) <= _FEW and len(places) > 1 else id(found)
        if key in together:
            together[key][1].extend(same)
        else:
            together[key] = found, same
    return list(together.values())


def label_difference(before: Labels, after: Labels) -> LabelDifference:
    """Which labels of `before` go and which of `after` are new, counting equal ones."""
    start, left, right = _differing(before, after)
    kept: Labels = ()
    if not left or not right:
        removed, added = left, right
    elif len(left) <= _FEW and len(right) <= _FEW:
        removed, kept, added = _compared(left, right)
    else:
        removed, kept, added = _sorted_out(left, right)
    return LabelDifference(removed, added, (*before[:start], *kept, *before[start + len(left) :], *added))


def differing(before: Labels, after: Labels) -> int:
    """How many labels go or come at most, told by identity: at once for any number of labels that stay."""
    _, left, right = _differing(before, after)
    return max(len(left), len(right)) if len(left) <= _FEW else max(map(len, _apart(left, right)))


def _sorted_out(left: Labels, right: Labels) -> tuple[Labels, Labels, Labels]:
    """What goes, stays and comes: most labels stay the very same, and need not be hashed for that."""
    gone, come = _apart(left, right)
    removed, _alike, added = _counted(gone, come)
    going = Counter(map(id, removed))
    kept = []
    for label in left:
        if going[id(label)] > 0:
            going[id(label)] -= 1
        else:
            kept.append(label)
    return removed, tuple(kept), added


def _apart(left: Labels, right: Labels) -> tuple[Labels, Labels]:
    """Those of each side that are not one object with any of the other."""
    here, there = Counter(map(id, left)), Counter(map(id, right))
    return _beside(left, there), _beside(right, here)


def _beside(labels: Labels, others: Counter[int]) -> Labels:
    rest = []
    for label in labels:
        if others[id(label)] > 0:
            others[id(label)] -= 1
        else:
            rest.append(label)
    return tuple(rest)


def _compared(left: Labels, right: Labels) -> tuple[Labels, Labels, Labels]:
    added, removed, kept = list(right), [], []
    for label in reversed(left):  # of equal ones the first go, as in the project file
        if label in added:
            added.remove(label)
            kept.append(label)
        else:
            removed.append(label)
    return tuple(reversed(removed)), tuple(reversed(kept)), tuple(added)


def _counted(left: Labels, right: Labels) -> tuple[Labels, Labels, Labels]:
    kept, removed = _taken(reversed(left), Counter(right))
    _known, added = _taken(right, Counter(kept))
    return removed[::-1], kept[::-1], added


def _taken(labels: Iterable[Label], wanted: Counter[Label]) -> tuple[Labels, Labels]:
    """Those of the labels that are wanted, each as often as that, and the rest."""
    found, rest = [], []
    for label in labels:
        if wanted[label] > 0:
            wanted[label] -= 1
            found.append(label)
        else:
            rest.append(label)
    return tuple(found), tuple(rest)


def _differing(before: Labels, after: Labels) -> tuple[int, Labels, Labels]:
    """Where two sequences begin to differ, and what of each lies before they agree again to the end.

    One edit among thousands of labels leaves little between; hashing all of them would be felt.
    """
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] is after[start]:
        start += 1
    tail = 0
    while tail < shorter - start and before[-1 - tail] is after[-1 - tail]:
        tail += 1
    return start, before[start : len(before) - tail], after[start : len(after) - tail]


def whole_clip_classes(labels: Labels) -> tuple[ClassId, ...]:
    """All classes of the clip as a whole, each once."""
    found = (label.class_id for label in labels if label.is_whole_clip)
    return tuple(dict.fromkeys(class_id for class_id in found if class_id is not None))


def with_whole_clip_classes(labels: Labels, class_ids: Iterable[ClassId]) -> Labels:
    """The labels with the whole clip given these classes instead of what it had."""
    regions = tuple(label for label in labels if not label.is_whole_clip)
    return (*regions, *map(Label, dict.fromkeys(class_ids)))


def without_doubles(labels: Iterable[Label]) -> Labels:
    """The labels, of those of the whole clip only the first of each class."""
    kept: list[Label] = []
    of_the_whole: set[ClassId | None] = set()
    for label in labels:
        if not label.is_whole_clip:
            kept.append(label)
        elif label.class_id not in of_the_whole:
            of_the_whole.add(label.class_id)
            kept.append(label)
    return tuple(kept)
