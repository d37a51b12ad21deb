"""What each class counts in the loss: as it is asked for, by any objective, and by trees."""

import numpy as np
import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.class_weights import check_class_weights, class_weights, example_weights
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
        ("dog=0", "“dog=0” is no weight of a class"),
    ],
)
def test_what_is_no_weight_or_no_class_is_refused_by_name(setting, told):
    with pytest.raises(UserError, match=told):
        class_weights(setting, NAMES, TARGETS)


@pytest.mark.parametrize("setting", ["dog=2", "balanced"])
def test_classes_of_a_number_are_refused(setting):
    """Trees would weigh each clip by its number."""
    with pytest.raises(UserError, match=f"class_weights = {setting} is about classes") as refused:
        check_class_weights(setting, ())
    assert "has no classes" in str(refused.value.remedy)
    check_class_weights("", ())
    check_class_weights(setting, NAMES)


@pytest.mark.parametrize("balance", [0.0, 0.5, 1.0])
def test_balanced_classes_count_alike_together_with_how_often_they_are_drawn(balance):
    drawn = np.array([6, 3, 1]) ** (1.0 - balance)
    counted = drawn * class_weights("balanced", NAMES, TARGETS, balance)
    assert counted == pytest.approx(np.full(3, drawn.sum() / 3))


def test_a_class_without_an_example_to_learn_from_counts_as_one_on_average():
    assert class_weights("balanced", NAMES, TARGETS[:9]) == pytest.approx((0.75, 1.5, 1.0))


def test_smoothing_makes_no_clip_one_of_a_class_that_counts_more():
    """A hundred clips of dogs, five of cats: a cat counts twenty times, and a dog is a dog nevertheless."""
    weights = class_weights("balanced", NAMES[:2], np.repeat(np.eye(2), [100, 5], axis=0))
    goal, settings = SingleLabel(NAMES[:2], weights=weights), settings_for("default", label_smoothing=0.1)
    for place in (0, 1):
        answers = torch.linspace(-6.0, 6.0, 2401).unsqueeze(1) * torch.tensor([1.0, 0.0])
        losses = [float(goal.loss(one[None], torch.eye(2)[[place]], settings)) for one in answers]
        best = goal.scores(answers[int(np.argmin(losses))])
        assert float(best[place]) == pytest.approx(0.95, abs=0.001), "as smoothing by itself would have it"


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
