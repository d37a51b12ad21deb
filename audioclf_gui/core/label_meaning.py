"""What two labels have in common of which one is superfluous, to the digits that label files have."""

from typing import TypeAlias

from audioclf_gui.core.label import Label
from audioclf_gui.core.region_pairs import band
from audioclf_gui.core.times import time

Meaning: TypeAlias = tuple[object, ...]


def meaning(label: Label) -> Meaning:
    """Its class, time, frequencies and track."""
    times = () if label.is_whole_clip else tuple(map(time, label.span_s(0.0)))
    return label.class_id, times, band(label), label.track


def start(label: Label) -> float | None:
    """Where it starts, which tells most labels of a clip apart, and faster; None: the whole clip."""
    return None if label.start_s is None else time(label.start_s)
