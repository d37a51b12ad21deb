"""What each class counts in the loss: as it is asked for, by any objective, and by trees."""

import numpy as np
import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.class_weights import class_weights, example_weights
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.settings import settings_for

NAMES = ("dog", "cat", "rare bird")
TARGETS = np.array([[1, 0, 0]] * 6 + [[0, 1, 0]] * 3 + [[0, 0, 1]])
PLAIN = settings_for("fast", label_smoothing=0.0)


def test_balanced_classes_count_alike_and_an_example_counts_one_on_average():
    weights = class_weights("balanced", NAMES, TARGETS)
    assert np.array(weights) * [6, 3, 1] == pytest.approx([10 / 3] * 3)
    assert example_weights(weights, TARGETS).mean() == pytest.approx(1.0)


def test_named_classes_count_as_told_beside_the_others():
    dog, cat, bird = class_weights("rare bird=4, dog=0.5", NAMES, TARGETS)
    assert (dog / cat, bird / cat) == pytest.approx((0.5, 4.0))
    assert class_weights("", NAMES, TARGETS) == ()


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("dgo=2", "class_weights = dgo=2: there is no class called dgo"),
        ("dog=-1", "“dog=-1” is no weight of a class"),
        ("dog", "“dog” is no weight"),
        ("dog=2,", "“” is no weight"),
        ("dog=nan", "is no weight"),
    ],
)
def test_what_is_no_weight_or_no_class_is_refused_by_name(setting, told):
    with pytest.raises(UserError, match=told):
        class_weights(setting, NAMES, TARGETS)


def test_classes_of_a_number_are_refused():
    with pytest.raises(UserError) as refused:
        class_weights("dog=2", (), np.zeros((4, 1)))
    assert "has no classes" in str(refused.value.remedy)


@pytest.mark.parametrize("kind", [SingleLabel, MultiLabel])
def test_a_mistake_costs_as_much_as_its_class_counts(kind):
    logits = torch.zeros(1, 3)
    losses = [
        kind(NAMES, weights=(1.0, 3.0, 1.0)).loss(logits, torch.eye(3)[[place]], PLAIN).item()
        for place in (0, 1)
    ]
    plain = kind(NAMES).loss(logits, torch.eye(3)[[1]], PLAIN).item()
    if kind is SingleLabel:
        assert losses == pytest.approx([plain, 3 * plain])
    else:  # every class is asked about in every sound
        assert losses == pytest.approx([5 / 3 * plain] * 2)


def test_an_example_of_no_class_counts_as_any_other_and_one_of_two_as_their_mean():
    targets = np.array([[0, 0, 0], [1, 1, 0], [0, 0, 1]])
    assert example_weights((1.0, 3.0, 0.5), targets).tolist() == [1.0, 2.0, 0.5]
    assert example_weights((), targets).tolist() == [1.0, 1.0, 1.0]
