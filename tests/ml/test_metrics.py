"""Figures against values worked out by hand, and what must hold for any scores."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from audioclf_gui.ml import metrics

NAMES = ("dog", "cat", "owl")

# Answers: dog, dog, cat, cat, cat, owl; the second dog and the third cat are mistakes.
TRUE = np.array([0, 1, 1, 1, 2, 2])
SCORES = np.array(
    [
        [0.8, 0.1, 0.1],
        [0.6, 0.3, 0.1],
        [0.2, 0.7, 0.1],
        [0.1, 0.8, 0.1],
        [0.1, 0.5, 0.4],
        [0.05, 0.05, 0.9],
    ]
)


@st.composite
def judged(draw, least_clips=0):
    clips, classes = draw(st.integers(least_clips, 30)), draw(st.integers(1, 6))
    logits = draw(hnp.arrays(np.float64, (clips, classes), elements=st.floats(-30, 30)))
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True)) if clips else logits
    scores = exponentials / exponentials.sum(axis=1, keepdims=True) if clips else logits
    true = draw(hnp.arrays(np.int64, clips, elements=st.integers(0, classes - 1)))
    return true, scores, [f"class {index}" for index in range(classes)]


def test_a_report_worked_out_by_hand():
    report = metrics.report(TRUE, SCORES, NAMES)
    assert report["confusion"] == [[1, 0, 0], [1, 2, 0], [0, 1, 1]]
    assert report["accuracy"] == pytest.approx(4 / 6)
    assert report["balanced_accuracy"] == pytest.approx((1 + 2 / 3 + 1 / 2) / 3)
    assert report["macro_f1"] == pytest.approx(2 / 3)
    expected_loss = -sum(map(math.log, (0.8, 0.3, 0.7, 0.8, 0.4, 0.9))) / 6
    assert report["log_loss"] == pytest.approx(expected_loss)
    cat = report["per_class"][1]
    assert (cat["class"], cat["support"]) == ("cat", 3)
    assert (cat["precision"], cat["recall"], cat["f1"]) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_a_class_that_is_never_answered_counts_in_the_balanced_accuracy_and_one_only_answered_does_not():
    true, names = np.array([0, 0, 1, 1]), ("dog", "cat", "owl")
    assert metrics.report(true, np.eye(3)[[0, 0, 0, 0]], names)["balanced_accuracy"] == 0.5
    assert metrics.report(true, np.eye(3)[[0, 0, 1, 2]], names)["balanced_accuracy"] == 0.75


def test_a_class_that_is_only_answered_falsely_lowers_macro_f1_and_one_nobody_speaks_of_does_not():
    answers = np.eye(4)[[0, 2, 1, 1]]
    report = metrics.report(np.array([0, 0, 1, 1]), answers, ("dog", "cat", "owl", "frog"))
    assert report["macro_f1"] == pytest.approx((2 / 3 + 1 + 0) / 3)


def test_the_calibration_error_worked_out_by_hand():
    """Confidences 0.5, 0.6, 0.7 and 0.9 stand alone; both answers of confidence 0.8 were right."""
    distances = [abs(0.5 - 0), abs(0.6 - 0), abs(0.7 - 1), 2 * abs(0.8 - 1), abs(0.9 - 1)]
    report = metrics.report(TRUE, SCORES, NAMES)
    assert report["ece"] == pytest.approx(sum(distances) / 6)
    steps = [(step["accuracy"], step["count"]) for step in report["reliability"]]
    assert steps == [(0.0, 1), (0.0, 1), (1.0, 1), (1.0, 2), (1.0, 1)]


def test_no_clips_give_defined_figures():
    report = metrics.report(np.zeros(0, int), np.zeros((0, 3)), NAMES)
    assert (report["accuracy"], report["accuracy_low"], report["accuracy_high"]) == (0.0, 0.0, 1.0)
    assert [report[key] for key in ("balanced_accuracy", "macro_f1", "log_loss", "ece")] == [0.0] * 4
    assert report["confusion"] == [[0, 0, 0]] * 3


def test_one_class_is_always_right():
    report = metrics.report(np.zeros(4, int), np.ones((4, 1), np.float32), ["only"])
    assert (report["accuracy"], report["macro_f1"], report["log_loss"], report["ece"]) == (1.0, 1.0, 0.0, 0.0)


def test_a_class_without_clips_does_not_lower_the_balanced_accuracy():
    report = metrics.report(np.array([0, 0]), np.array([[0.9, 0.1, 0.0], [0.8, 0.1, 0.1]]), NAMES)
    assert report["balanced_accuracy"] == 1.0
    assert report["macro_f1"] == 1.0
    assert report["per_class"][2]["support"] == 0


@given(judged())
def test_any_scores_give_a_report_that_adds_up(case):
    true, scores, names = case
    report = metrics.report(true, scores, names)
    matrix = np.array(report["confusion"]).reshape(len(names), len(names))
    assert matrix.sum() == len(true)
    assert matrix.sum(axis=1).tolist() == [row["support"] for row in report["per_class"]]
    assert 0.0 <= report["accuracy_low"] <= report["accuracy"] <= report["accuracy_high"] <= 1.0
    shares = [report[key] for key in ("accuracy", "balanced_accuracy", "macro_f1", "ece")]
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert report["log_loss"] >= 0.0
    assert json.loads(json.dumps(report, allow_nan=False)) == report


@given(judged(least_clips=1), st.randoms(use_true_random=False))
def test_the_order_of_the_clips_does_not_matter(case, random):
    true, scores, names = case
    order = np.array(random.sample(range(len(true)), len(true)))
    one, other = metrics.report(true, scores, names), metrics.report(true[order], scores[order], names)
    assert one["confusion"] == other["confusion"]
    for key in ("accuracy", "balanced_accuracy", "macro_f1", "log_loss", "ece"):
        assert one[key] == pytest.approx(other[key], abs=1e-9)


@given(judged(least_clips=1))
def test_thresholds_are_among_the_sensible_ones(case):
    true, scores, names = case
    thresholds = metrics.event_thresholds(scores, true)
    assert len(thresholds) == len(names)
    assert set(thresholds) <= {*metrics.THRESHOLDS, 0.5}


def test_a_threshold_parts_the_class_from_the_rest_with_room_on_both_sides():
    scores = np.array([[0.9, 0.1], [0.8, 0.2], [0.35, 0.65], [0.1, 0.9]])
    first, second = metrics.event_thresholds(scores, np.array([0, 0, 1, 1]))
    assert first == pytest.approx(0.6)
    assert second == pytest.approx(0.5)


def test_a_class_that_never_occurs_has_a_threshold_of_one_half():
    scores = np.array([[0.9, 0.1], [0.8, 0.2]])
    assert metrics.event_thresholds(scores, np.array([0, 0]))[1] == 0.5


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_the_temperature_that_spoilt_the_logits_is_found(temperature):
    rng = np.random.default_rng(7)
    logits = rng.normal(0.0, 2.0, (20_000, 5))
    noise = rng.gumbel(size=logits.shape)  # the highest of logit + Gumbel noise is a softmax draw
    true = (logits + noise).argmax(axis=1)
    assert metrics.fit_temperature(logits * temperature, true) == pytest.approx(temperature, rel=0.05)


@given(judged())
def test_any_logits_give_a_temperature_in_range(case):
    true, scores, _ = case
    low, high = metrics.TEMPERATURE_RANGE
    assert low <= metrics.fit_temperature(np.log(scores + 1e-9), true) <= high


def test_a_few_clips_without_a_mistake_do_not_make_the_model_certain():
    logits = np.array([[2.0, 0.0], [0.0, 2.0], [2.0, 0.0]])
    temperature = metrics.fit_temperature(logits, np.array([0, 1, 0]))
    confidence = 1.0 / (1.0 + math.exp(-2.0 / temperature))
    assert confidence == pytest.approx((3 + 0.5) / 4, abs=1e-3)


def test_one_clip_is_enough_for_a_temperature_but_one_class_is_not():
    """One right answer beside the imagined clip that is half right: a confidence of 3/4, as above."""
    temperature = metrics.fit_temperature(np.array([[2.0, 0.0]]), np.array([0]))
    assert 1.0 / (1.0 + math.exp(-2.0 / temperature)) == pytest.approx(0.75, abs=1e-3)
    assert metrics.fit_temperature(np.array([[2.0], [3.0]]), np.array([0, 0])) == 1.0
    assert metrics.fit_temperature(np.zeros((3, 2)), np.array([0, 1, 0])) == 1.0


def test_answers_for_other_clips_are_refused_everywhere():
    with pytest.raises(ValueError, match="do not fit"):
        metrics.event_thresholds(two_classes(0.5), np.array([0, 1]))
    with pytest.raises(ValueError, match="outside"):
        metrics.fit_temperature(two_classes(0.5, 0.6), np.array([0, 2]))


def test_a_temperature_never_raises_the_log_loss_of_many_clips():
    rng = np.random.default_rng(3)
    true = rng.integers(0, 4, 500)
    logits = 6.0 * np.eye(4)[true] + rng.normal(0.0, 4.0, (500, 4))

    def loss(temperature):
        exponentials = np.exp(logits / temperature)
        return metrics.log_loss(true, exponentials / exponentials.sum(axis=1, keepdims=True))

    assert loss(metrics.fit_temperature(logits, true)) < loss(1.0)


@pytest.mark.parametrize(
    ("true", "scores", "message"),
    [
        pytest.param([0, 1], [[0.5, 0.5, 0.0]], "do not fit", id="too few rows"),
        pytest.param([0], [[0.5, 0.5]], "do not fit", id="too few classes"),
        pytest.param([3], [[0.5, 0.5, 0.0]], "outside", id="unknown class"),
        pytest.param([-1], [[0.5, 0.5, 0.0]], "outside", id="no class"),
        pytest.param([0], [[np.nan, 0.5, 0.0]], "not numbers", id="NaN"),
    ],
)
def test_scores_that_make_no_sense_are_refused(true, scores, message):
    with pytest.raises(ValueError, match=message):
        metrics.report(np.array(true), np.array(scores), NAMES)


def two_classes(*confidences):
    return np.array([[confidence, 1.0 - confidence] for confidence in confidences])


def test_a_confidence_at_the_edge_of_two_bins_belongs_to_the_lower_one():
    steps = metrics.reliability(np.zeros(4, int), two_classes(0.5, 0.625, 0.75, 0.875), bins=4)
    assert [(step.count, step.confidence) for step in steps] == [(1, 0.5), (2, 0.6875), (1, 0.875)]


def test_certain_answers_have_a_bin():
    (step,) = metrics.reliability(np.zeros(3, int), two_classes(1.0, 1.0, 0.99))
    assert (step.count, step.accuracy) == (3, 1.0)


def test_an_answer_more_than_certain_by_a_rounding_is_counted():
    scores = np.array([[1.0 + 1e-7, 0.0]])
    assert metrics.expected_calibration_error(np.array([1]), scores) == pytest.approx(1.0)


def test_there_are_fifteen_bins():
    """Their edges are multiples of 1/15: 0.60, 0.667, 0.733."""
    assert len(metrics.reliability(np.zeros(2, int), two_classes(0.61, 0.66))) == 1
    assert len(metrics.reliability(np.zeros(2, int), two_classes(0.66, 0.68))) == 2


def test_the_calibration_error_weighs_bins_by_their_clips():
    """Three answers of confidence 0.9, one of them wrong, and one right answer of confidence 0.6."""
    scores = two_classes(0.9, 0.9, 0.9, 0.6)
    error = metrics.expected_calibration_error(np.array([0, 0, 1, 0]), scores)
    assert error == pytest.approx((3 * abs(0.9 - 2 / 3) + abs(0.6 - 1.0)) / 4)


def test_mistakes_and_overconfidence_in_one_bin_cancel_out():
    assert metrics.expected_calibration_error(np.array([0, 1]), two_classes(0.5, 0.5)) == pytest.approx(0.0)


def test_a_certain_mistake_costs_a_finite_loss():
    assert metrics.log_loss(np.array([1]), two_classes(1.0)) == pytest.approx(12 * math.log(10))


def test_a_score_at_the_threshold_is_an_event():
    """0.95 is the highest threshold there is: scores at it are found, scores below it are not."""
    scores = two_classes(0.95, 0.94)
    assert metrics.event_thresholds(scores, np.array([0, 1]))[0] == 0.95
