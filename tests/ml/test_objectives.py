"""What holds for every kind of objective."""

import numpy as np
import pytest
import torch

from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.settings import settings_for

PLAIN = settings_for("default", label_smoothing=0.0)
CASES = {
    "classes": (SingleLabel(("dog", "cat", "owl")), [0, 2, 1, 1]),
    "sets": (
        MultiLabel(("dog", "cat", "owl")),
        [frozenset({0}), frozenset({1, 2}), frozenset(), frozenset({2})],
    ),
    "a number": (Regression(("depth",), "m", 20.0, 5.0), [11.0, 19.0, 24.0, 30.5]),
}


@pytest.mark.parametrize("name", CASES)
def test_losses_of_training_and_of_validation_are_on_one_scale(name):
    """They are drawn into one plot."""
    goal, targets = CASES[name]
    logits = torch.randn(len(targets), goal.outputs, generator=torch.Generator().manual_seed(1))
    wanted = goal.encoded(targets)
    learnt = float(goal.loss(logits, torch.from_numpy(wanted).float(), PLAIN))
    assert goal.quality(wanted, goal.scores(logits).numpy()).loss == pytest.approx(learnt, rel=1e-5)


@pytest.mark.parametrize("name", CASES)
def test_the_right_answer_is_perfect_and_better_by_every_rank(name):
    goal, targets = CASES[name]
    wanted = goal.encoded(targets)
    right = wanted.astype(np.float32) if goal.has_classes else wanted
    perfect, poor = goal.quality(wanted, right), goal.quality(wanted, np.roll(right, 1, axis=0))
    assert (perfect.figure, perfect.loss) == (1.0, pytest.approx(0.0, abs=1e-9))
    assert all(perfect.rank(by) > poor.rank(by) for by in ("accuracy", "loss"))


def test_a_model_of_the_same_classes_learns_the_same_whatever_they_count():
    """So that its last layer is kept where training starts from it."""
    assert SingleLabel(("dog", "cat")) == SingleLabel(("dog", "cat"), weights=(1.0, 3.0))
    assert SingleLabel(("dog", "cat")) != SingleLabel(("cat", "dog"))


@pytest.mark.parametrize("name", CASES)
def test_what_stands_for_a_run_is_among_its_figures(name):
    goal, targets = CASES[name]
    wanted = goal.encoded(targets)
    figures = goal.figures(wanted, wanted.astype(np.float32), (0.5,) * len(goal.classes))
    assert {goal.figure_key, *goal.summary_keys} <= figures.keys()
    assert figures[goal.figure_key] == 1.0
