"""How much there is to learn of each class, counted as training will use it."""

from collections import Counter
from dataclasses import dataclass

from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.windows import starts, usual_window_s

_RATE_HZ = 1000  # to count windows, lengths in milliseconds are exact enough


@dataclass(frozen=True, slots=True)
class ClassCount:
    """What there is of one class."""

    name: str
    clips: int  # with something to learn from
    labels: int  # also those that hold nothing
    usable: int  # of the labels
    windows: int  # that the usable ones are cut into, half a window apart


@dataclass(frozen=True, slots=True)
class ClassCounts:
    """Every class that anything is labelled with, and the length of the windows that were counted."""

    window_s: float
    classes: tuple[ClassCount, ...]


def class_counts(data: TrainingData, window_s: float | None = None) -> ClassCounts:
    """What there is of each class; None is the window that training would choose by itself."""
    lengths_s = [example.duration_s for example in data.examples]
    window_s = window_s or (usual_window_s(lengths_s) if lengths_s else 0.0)
    frames = max(1, round(window_s * _RATE_HZ))
    clips, usable, windows = Counter[str](), Counter[str](), Counter[str]()
    for name, _ in {(data.classes[at], one.clip_id) for one in data.examples for at in one.classes}:
        clips[name] += 1
    for example in data.examples:
        cuts = len(starts(round(example.duration_s * _RATE_HZ), frames, max(1, frames // 2)))
        for name in (data.classes[at] for at in example.classes):
            usable[name] += 1
            windows[name] += cuts
    return ClassCounts(
        window_s,
        tuple(
            ClassCount(
                name,
                clips[name],
                usable[name] + sum(data.faults.get(name, {}).values()),
                usable[name],
                windows[name],
            )
            for name in dict.fromkeys((*data.classes, *data.faults))
        ),
    )
