"""A change of a project as a value: what undo keeps, what the journal records."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels


@dataclass(frozen=True, slots=True)
class Change:
    """The new values of those parts of a project that an edit touches.

    Applying it replaces exactly these parts; the change that restores the old values is
    `project.inverse(change)`. Every edit, undo and redo is one of these.
    """

    labels: Mapping[ClipId, Labels] = field(default_factory=dict)
    classes: tuple[LabelClass, ...] | None = None
    rejected: Mapping[ClipId, frozenset[ClassId]] = field(default_factory=dict)
    clips: Mapping[ClipId, Clip] = field(default_factory=dict)

    @property
    def clip_ids(self) -> frozenset[ClipId]:
        """Every clip it touches."""
        return frozenset(self.labels) | frozenset(self.rejected) | frozenset(self.clips)


def label_difference(before: Labels, after: Labels) -> tuple[Labels, Labels]:
    """Which labels of `before` go and which of `after` are new, counting equal ones."""
    _start, left, right = _differing(before, after)
    gone = Counter(left)
    added = []
    for label in right:
        if gone[label] > 0:
            gone[label] -= 1
        else:
            added.append(label)
    return tuple(gone.elements()), tuple(added)


def settled(before: Labels, after: Labels) -> Labels:
    """The labels of `after` in the order in which they will be read back: kept ones, then new ones."""
    removed, added = label_difference(before, after)
    start, left, _right = _differing(before, after)
    gone = Counter(removed)
    kept = []
    for label in left:
        if gone[label] > 0:
            gone[label] -= 1
        else:
            kept.append(label)
    return (*before[:start], *kept, *before[start + len(left) :], *added)


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


def whole_clip_class(labels: Labels) -> ClassId | None:
    """The class of the clip as a whole, if it has one."""
    return next((label.class_id for label in labels if label.is_whole_clip), None)


def with_whole_clip_class(labels: Labels, class_id: ClassId | None) -> Labels:
    """The labels with the whole clip given `class_id` instead of what it had; None takes it away."""
    regions = tuple(label for label in labels if not label.is_whole_clip)
    return regions if class_id is None else (*regions, Label(class_id))
