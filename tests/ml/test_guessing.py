"""Whether a report says in words that its figures are worth no more than guessing."""

import math

import numpy as np
import pytest

from audioclf_gui.ml import metrics, set_metrics
from audioclf_gui.ml.guessing import guess, guess_notes


def report(true, answered, trained, sureness=0.9, names=("owl", "wren", "tit")):
    scores = np.full((len(true), len(names)), (1.0 - sureness) / (len(names) - 1))
    scores[np.arange(len(true)), answered] = sureness
    figures = metrics.report(np.array(true), scores.astype(np.float32), names)
    return {"objective": "single-label", "trained_clips": trained, **figures}


EVEN = {"owl": 20, "wren": 20, "tit": 20}


def test_guessing_knows_only_how_frequent_the_classes_are():
    even = guess({"a": 30, "b": 30}, {"a": 5, "b": 5})
    assert even.accuracy == pytest.approx(0.5)
    assert even.log_loss == pytest.approx(math.log(2))
    rare = guess({"a": 90, "b": 10}, {"a": 9, "b": 1})
    assert rare.accuracy == pytest.approx(0.9)  # always a
    assert rare.log_loss == pytest.approx(-0.9 * math.log(0.9) - 0.1 * math.log(0.1))
    turned = guess({"a": 60, "b": 40}, {"a": 0, "b": 10})  # naming b four times in ten beats naming it never
    assert turned.accuracy == pytest.approx(0.4)


def test_a_class_that_is_learnt_but_not_measured_takes_its_share_of_the_guesses():
    found = guess({"dog": 2, "cat": 1, "owl": 1}, {"dog": 1, "cat": 1})
    assert found.accuracy == pytest.approx(0.5)
    assert found.log_loss == pytest.approx(-(math.log(1 / 2) + math.log(1 / 4)) / 2)


def test_guessing_is_surprised_but_not_infinitely_by_a_class_it_never_met():
    assert math.isfinite(guess({"a": 30, "b": 0}, {"a": 5, "b": 5}).log_loss)
    half_a_time = guess({"a": 3, "b": 0}, {"b": 1})
    assert half_a_time.log_loss == pytest.approx(-math.log(0.5 / 3.5))


@pytest.mark.parametrize(
    ("true", "answered", "trained", "words"),
    [
        ([0, 1, 2] * 20, [1, 2, 0] * 20, EVEN, ["No better than guessing", "0.000", "0.333"]),
        ([0] * 50 + [1, 2] * 5, [0] * 60, {"owl": 90, "wren": 5, "tit": 5}, ["No better", "0.833", "0.833"]),
        ([0, 1, 2], [0, 1, 0], EVEN, ["Too few clips", "0.667 of 3 clips", "0.333"]),
    ],
)
def test_figures_no_better_than_guessing_are_called_so(true, answered, trained, words):
    (note,) = map(str, guess_notes(report(true, answered, trained)))
    assert all(word in note for word in words), note


def test_the_accuracy_of_all_folds_together_is_not_called_like_the_mean_of_the_folds():
    figures = {**report([0, 1, 2] * 20, [1, 2, 0] * 20, EVEN), "measured_on": "out-of-fold"}
    assert "accuracy over all folds together 0.000" in str(guess_notes(figures)[0])


def test_a_model_that_names_right_but_is_far_too_sure_is_told():
    true = [0, 1, 2] * 20
    answered = [0, 1, 2] * 11 + [1, 2, 0] * 9
    (note,) = map(str, guess_notes(report(true, answered, EVEN, sureness=0.999)))
    assert "log loss" in note
    assert "1.10" in note
    assert guess_notes(report(true, answered, EVEN, sureness=0.6)) == []


def test_a_good_model_is_left_in_peace():
    assert guess_notes(report([0, 1, 2] * 20, [0, 1, 2] * 18 + [1, 2, 0] * 2, EVEN)) == []


@pytest.mark.parametrize(("r2", "said"), [(-0.2, True), (0.0, True), (0.3, False)])
def test_a_number_no_nearer_than_the_mean_is_called_guessed(r2, said):
    notes = [str(note) for note in guess_notes({"objective": "regression", "r2": r2})]
    assert [f"(R² {r2:.2f})" in note for note in notes] == [True] * said


def of_sets(there, scores):
    figures = set_metrics.report(there, scores, ("frog", "toad"), (0.5, 0.5))
    return {"objective": "multi-label", **figures}


def test_sets_that_follow_nothing_but_how_frequent_the_classes_are_are_called_guessed():
    there = np.array([[True, at % 4 == 0] for at in range(40)])
    same = np.tile(np.array([0.9, 0.25], np.float32), (40, 1))
    report = of_sets(there, same)
    assert report["guess_average_precision"] == pytest.approx((1.0 + 0.25) / 2)  # nothing but how frequent
    (note,) = map(str, guess_notes(report))
    assert "No better than guessing: average precision 0.625" in note
    assert "0.625, where" in note


def test_sets_told_a_little_better_than_by_luck_are_called_too_few():
    there = np.array([[True, False], [False, True], [True, False], [False, True]])
    scores = np.array([[0.9, 0.1], [0.6, 0.6], [0.8, 0.7], [0.3, 0.9]], np.float32)
    report = of_sets(there, scores)
    assert report["guess_average_precision"] < report["macro_average_precision"]
    (note,) = map(str, guess_notes(report))
    assert "Too few sounds were measured" in note


def test_sets_that_were_found_are_left_in_peace():
    rng = np.random.default_rng(3)
    there = rng.random((60, 2)) < 0.4
    scores = np.clip(there * 0.5 + rng.random((60, 2)) * 0.6, 0.0, 1.0)
    assert guess_notes(of_sets(there, scores)) == []
    assert (
        set_metrics.report(there[:0], scores[:0], ("frog", "toad"), (0.5, 0.5))["guess_average_precision"]
        == 0.0
    )
