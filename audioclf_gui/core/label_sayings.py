"""What is said of labels that become one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from audioclf_gui.core.label import Certainty, Label, Region
from audioclf_gui.core.region_pairs import band, place

_DOUBT = (None, Certainty.SURE, Certainty.UNSURE, Certainty.UNKNOWN)


def said_of(labels: Sequence[Label | Region]) -> dict[str, Any]:
    """The fields, by name, of one label for all: as doubtful as any says, with what each has noted."""
    scores = {one.score for one in labels}
    return {
        "score": labels[0].score if len(scores) == 1 else None,
        "note": "; ".join(dict.fromkeys(one.note for one in labels if one.note)),
        "certainty": max((one.certainty for one in labels), key=_DOUBT.index),
        "extra": tuple({name: text for one in reversed(labels) for name, text in one.extra}.items()),
    }


def each_once(regions: Sequence[Region]) -> tuple[Region, ...]:
    """One region, with what any of them says, in the place of those of one name, time, band and track."""
    equals: defaultdict[object, list[Region]] = defaultdict(list)
    for one in regions:
        equals[place(one), band(one), one.track].append(one)
    return tuple(same[0] if len(same) == 1 else replace(same[0], **said_of(same)) for same in equals.values())
