"""A number as what is learnt: its targets, loss, scores and figures, and how its clips are divided."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml import number_metrics
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.objectives import (
    BadObjectiveError,
    objective_for,
    objective_from_json,
    objective_to_json,
)
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import check_trainable, make_split

SETTINGS = settings_for("default")


def data_of(*rows):
    """Rows are (number, group)."""
    examples = [
        Example(ClipId(at), Path(f"{at}.wav"), f"{at}", float(value), group, "", 0.0, 1.0)
        for at, (value, group) in enumerate(rows)
    ]
    return TrainingData((), (), tuple(examples), objective="regression", quantity="snr", unit="dB")


def test_the_scale_comes_from_the_data_and_goes_with_the_model():
    goal = objective_for(data_of((2.0, "a"), (6.0, "b")))
    assert goal == Regression(("snr",), "dB", 4.0, 2.0)
    assert objective_from_json(json.loads(json.dumps(objective_to_json(goal)))) == goal
    assert (goal.outputs, goal.classes) == (1, ())


def test_scores_are_in_the_unit_and_the_loss_is_that_of_the_standardised_number():
    goal = Regression(("snr",), "dB", 4.0, 2.0)
    wanted = torch.from_numpy(goal.encoded([2.0, 6.0]))
    assert wanted.shape == (2, 1)
    right = torch.tensor([[-1.0], [1.0]])
    assert goal.scores(right).flatten().tolist() == [2.0, 6.0]
    assert float(goal.loss(right, wanted, SETTINGS)) == 0.0
    assert float(goal.loss(right + 0.5, wanted, SETTINGS)) == pytest.approx(0.25)


def test_a_constant_number_has_a_scale_all_the_same():
    goal = objective_for(data_of((3.0, "a"), (3.0, "b")))
    assert goal.deviation > 0.0
    assert np.isfinite(goal.scores(torch.ones(1, 1)).numpy()).all()


def test_the_figures_of_estimates_are_those_of_the_books():
    true, said = np.array([0.0, 2.0, 4.0]), np.array([1.0, 2.0, 5.0])
    found = number_metrics.report(true, said)
    assert found["r2"] == pytest.approx(1 - (2 / 3) / (8 / 3))
    assert found["mae"] == pytest.approx(2 / 3)
    assert found["rmse"] == pytest.approx((2 / 3) ** 0.5)
    assert found["bias"] == pytest.approx(2 / 3)
    assert found["guess_rmse"] == pytest.approx((8 / 3) ** 0.5)
    assert found["estimates"] == [[0.0, 1.0], [2.0, 2.0], [4.0, 5.0]]


def test_an_answer_is_told_beside_the_truth_and_figures_by_what_is_estimated():
    goal = Regression(("snr",), "dB", 4.0, 2.0)
    assert goal.answer(np.array([2.0]), np.array([3.5], np.float32), ()) == (2.0, 3.5)
    assert goal.answered(np.array([9.0], np.float32), ()) == ()
    figures = goal.figures(np.array([[2.0], [6.0]]), np.array([[2.0], [6.0]], np.float32), ())
    assert (figures["quantity"], figures["unit"], figures["r2"]) == ("snr", "dB", 1.0)


def test_of_numbers_that_are_all_alike_nothing_can_be_explained():
    assert number_metrics.r2(np.array([3.0, 3.0]), np.array([3.0, 3.0])) == 0.0
    assert number_metrics.r2(np.zeros(0), np.zeros(0)) == 0.0
    assert number_metrics.mean_square(np.zeros(0), np.zeros(0)) == 0.0


def test_errors_to_either_side_do_not_cancel_out_but_in_the_bias():
    found = number_metrics.report(np.array([0.0, 2.0, 4.0]), np.array([3.0, 2.0, 1.0]))
    assert (found["mae"], found["bias"]) == (pytest.approx(2.0), pytest.approx(0.0))


def test_a_number_needs_no_temperature():
    goal = Regression(("snr",), "dB", 4.0, 2.0)
    fitted = goal.calibration(np.array([[9.0], [-9.0]], np.float32), goal.encoded([2.0, 6.0]))
    assert (fitted.temperature, fitted.thresholds) == (1.0, ())
    answers = torch.tensor([[-1.0], [1.0]])
    assert torch.equal(goal.scores(answers, 3.0), goal.scores(answers))


def test_saying_the_mean_explains_nothing_and_of_many_pairs_some_are_kept():
    true = np.arange(5000.0)
    found = number_metrics.report(true, np.full(5000, true.mean()))
    assert found["r2"] == pytest.approx(0.0)
    assert found["rmse"] == pytest.approx(found["guess_rmse"])
    assert 1000 <= len(found["estimates"]) <= 2000
    assert found["estimates"][-1][0] > 4900.0
    assert number_metrics.report(np.zeros(0), np.zeros(0))["estimates"] == []


@pytest.mark.parametrize(
    "change", [{"deviation": 0.0}, {"mean": "x"}, {"unit": None}, {"deviation": True}, {"names": ["a", "b"]}]
)
def test_a_description_that_makes_no_sense_is_refused(change):
    told = objective_to_json(Regression(("snr",), "dB", 4.0, 2.0))
    with pytest.raises(BadObjectiveError):
        objective_from_json({**told, **change})


def test_low_and_high_values_are_in_every_set():
    data = data_of(*((at, f"site {at // 2}") for at in range(120)))
    split = make_split(data, "group", valid_share=0.2, test_share=0.2)
    for part in (split.train, split.valid, split.test):
        values = np.array([data.examples[at].target for at in part])
        quarters = np.bincount((values // 30).astype(int), minlength=4) / len(values)
        assert quarters == pytest.approx([0.25] * 4, abs=0.1)


def test_why_numbers_cannot_be_learnt_is_said_without_a_word_of_classes():
    for data, problem in (
        (data_of(), "no clip has a number to learn yet"),
        (data_of((3.0, "a"), (3.0, "b")), "every clip has the same snr"),
    ):
        with pytest.raises(UserError, match=problem) as told:
            check_trainable(data)
        assert "class" not in f"{told.value} {told.value.remedy}"
    alike = data_of((3.0, "a"), (3.0, "b"), (5.0, "c"))
    with pytest.raises(UserError, match="outside the clips that judge there is only '3 dB' to learn"):
        make_split(alike, "group", test="group:c")
    with pytest.raises(UserError, match="all clips with a number come from one group, 'a'"):
        make_split(data_of((1.0, "a"), (3.0, "a")), "group")


@pytest.mark.parametrize(
    ("offset", "unit", "is_learnable"),
    [(1.7e9, 1.0, False), (1.7e9, 1e6, True), (440.0, 0.1, True), (1e300, 1e299, False), (0.0, 1e-9, True)],
)
def test_numbers_that_single_precision_cannot_tell_apart_are_refused(offset, unit, is_learnable):
    """Of moments of time in seconds all would be the same, or one of a few."""
    data = data_of(*((offset + unit * at, f"site {at}") for at in range(12)))
    if is_learnable:
        check_trainable(data)
        return
    with pytest.raises(UserError, match="the values of snr differ too little for their size") as told:
        check_trainable(data)
    assert "Take off what they have in common" in str(told.value.remedy)


def test_numbers_are_not_blended_as_classes_are(make_task, random_pictures, band_means):
    """The sum of two sounds has not the mean of their ratios of signal to noise."""
    goal = Regression(("snr",), "dB", 4.0, 2.0)
    of_classes = make_task(random_pictures(4), [0, 1, 0, 1], mixup=5.0)
    values = goal.encoded([2.0, 3.0, 5.0, 6.0])
    of_numbers = replace(of_classes, objective=goal, targets=values)
    told = {}
    for name, task in (("classes", of_classes), ("numbers", of_numbers)):
        learner = Learner(band_means(task.objective.outputs), task, torch.device("cpu"))
        rng = torch.Generator().manual_seed(0)
        told[name] = torch.cat([learner.step(range(4), 0.0, rng).wanted for _ in range(12)])
    assert set(told["numbers"].flatten().tolist()) == {2.0, 3.0, 5.0, 6.0}
    assert ((told["classes"] > 0.0) & (told["classes"] < 1.0)).any()
