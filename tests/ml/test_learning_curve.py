"""Growing parts of the labels: made of whole groups, one within the other, with every class."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.learning_curve import SHARES, learning_curve, nested
from audioclf_gui.ml.objectives import objective_for
from audioclf_gui.ml.splits import Split
from audioclf_gui.ml.unlearnt_scores import UnlearntScores

CLASSES = ("a", "b", "c")


def data_of(groups_of_class=8, clips=3):
    """Every class has its own groups of a few clips."""
    examples = []
    for target in range(len(CLASSES)):
        for group in range(groups_of_class):
            for _ in range(clips):
                number = len(examples) + 1
                name = f"{CLASSES[target]}{group}"
                examples.append(
                    Example(number, Path(f"{number}.wav"), str(number), target, name, "", 0.0, 1.0)
                )
    return TrainingData(CLASSES, (1, 2, 3), tuple(examples), "group")


def test_parts_grow_and_hold_whole_groups_and_every_class():
    data = data_of()
    held = tuple(at for at, one in enumerate(data.examples) if one.group.endswith("7"))
    train = tuple(sorted(set(range(len(data.examples))) - set(held)))
    parts = nested(data, Split(train, held, (), Text("x"), "last"), np.random.default_rng(0))
    assert len(parts) == len(SHARES)
    assert parts[-1].train == train
    for small, large in itertools.pairwise(parts):
        assert set(small.train) < set(large.train)
        assert small.valid == held
    for part in parts:
        learnt = [data.examples[at] for at in part.train]
        assert {one.target for one in learnt} == {0, 1, 2}
        for group in {one.group for one in learnt}:
            assert sum(one.group == group for one in learnt) == 3


def scores(data, right, rng):
    """Answers of which such a share is right."""
    objective = objective_for(data)
    wanted = objective.encoded([one.target for one in data.examples])
    hits = rng.random(len(wanted)) < right
    answered = np.where(hits[:, None], wanted, np.roll(wanted, 1, axis=1)).astype(np.float32)
    return UnlearntScores(objective, np.arange(len(wanted)), wanted, 0.8 * answered + 0.1)


def test_what_more_labels_bring_comes_with_an_interval_and_the_classes_that_gained():
    data, rng = data_of(groups_of_class=30), np.random.default_rng(0)
    sizes = [25.0, 50.0, 100.0, 150.0, 200.0]
    rows = [[scores(data, 1.0 - 2.0 * size**-0.5, rng) for _ in range(3)] for size in sizes]
    curve = learning_curve(data, sizes, rows)
    assert [point.labels for point in curve.points] == sizes
    assert curve.points[-1].figure == pytest.approx(1.0 - 2.0 * 200.0**-0.5, abs=0.04)
    low, high = curve.gain_interval
    assert low < curve.gain < high
    assert curve.gain == pytest.approx(2.0 * (200.0**-0.5 - 400.0**-0.5), abs=0.03)
    assert {one.name for one in curve.classes} == set(CLASSES)
    assert [one.gain for one in curve.classes] == sorted((one.gain for one in curve.classes), reverse=True)
    assert all(one.whole > one.half for one in curve.classes)


def test_parts_of_nearly_the_same_size_are_one_point():
    data, rng = data_of(), np.random.default_rng(0)
    sizes = [60.0, 62.0, 63.0, 64.0]
    curve = learning_curve(data, sizes, [[scores(data, 0.8, rng)] for _ in sizes])
    assert [point.labels for point in curve.points] == [64.0]
