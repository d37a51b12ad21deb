"""Labels that come together where several codes of classes get one name."""

from collections import defaultdict
from collections.abc import Iterator

from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView, changed_clips


def joined_labels(before: CatalogueView, after: CatalogueView) -> Iterator[Text]:
    """What becomes of labels that had different names and have the same ones; nothing if there are none."""
    clips = changed_clips(before, after)
    equal = sum(len(before.labels(clip)) - len(after.labels(clip)) for clip in clips)
    meeting = sum(_meeting(after.labels(clip)) - _meeting(before.labels(clip)) for clip in clips)
    if equal > 0:
        yield Text(
            "by its new name {n} label equals another one of its recording and becomes one with it",
            "by their new names {n} labels equal others of their recordings and become one with them",
            n=equal,
        )
    if meeting > 0:
        yield Text(
            "by its new name {n} label touches or overlaps another one of its class; both stay",
            "by their new names {n} labels touch or overlap others of their class; all of them stay",
            n=meeting,
        )


def _meeting(labels: Labels) -> int:
    """How many labels begin before one of the same class and track has ended, or just then."""
    alike: defaultdict[tuple[ClassId | None, str], list[Label]] = defaultdict(list)
    for label in labels:
        if not label.is_whole_clip:
            alike[label.class_id, label.track].append(label)
    count = 0
    for ones in alike.values():
        last_end_s = -1.0
        for start_s, end_s in sorted(one.span_s(0.0) for one in ones):
            count += start_s <= last_end_s
            last_end_s = max(last_end_s, end_s)
    return count
