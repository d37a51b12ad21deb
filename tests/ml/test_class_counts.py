from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.usable import Fault
from audioclf_gui.ml.class_counts import ClassCount, class_counts
from audioclf_gui.ml.dataset import Example, TrainingData

ONE = Example(ClipId(1), Path("a.wav"), "a", 0, "g", "", 0.0, 1.0)
DATA = TrainingData(
    ("dog", "cat"),
    (ClassId(1), ClassId(2)),
    (
        ONE,
        replace(ONE, start_s=2.0, stop_s=4.25),
        replace(ONE, clip_id=ClipId(2), target=1, stop_s=0.2),
    ),
    unused=("ghost",),
    faults={"ghost": {Fault.PAST_END: 2, Fault.MOMENT: 1}, "dog": {Fault.TOO_SHORT: 1}},
)


def test_clips_labels_and_windows_are_counted_for_each_class_also_where_nothing_is_usable():
    counts = class_counts(DATA, 1.0)
    assert counts.window_s == 1.0
    assert counts.classes == (
        ClassCount("dog", clips=1, labels=3, usable=2, windows=5),  # 1 + (at 0, 0.5, 1 and the end)
        ClassCount("cat", clips=1, labels=1, usable=1, windows=1),
        ClassCount("ghost", clips=0, labels=3, usable=0, windows=0),
    )


def test_without_a_window_it_is_the_one_that_training_chooses():
    assert class_counts(DATA).window_s == 2.13
    assert class_counts(TrainingData((), (), ())).classes == ()
