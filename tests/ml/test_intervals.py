"""95 % intervals hold what they promise, also where the clips of a group stand or fall together."""

import numpy as np
import pytest

from audioclf_gui.ml import metrics, number_metrics, set_metrics
from audioclf_gui.ml.intervals import of_difference, of_figures, of_share, wilson


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (8, 10, 0.4902, 0.9433),
        (50, 100, 0.4038, 0.5962),
    ],
)
def test_wilson_intervals_of_the_textbook(right, total, low, high):
    assert wilson(right, total) == pytest.approx((low, high), abs=5e-5)


def test_where_each_clip_is_its_own_group_the_interval_of_a_share_is_wilson_s():
    right = np.arange(400) % 5 > 0
    assert of_share(right, np.arange(400)) == pytest.approx(wilson(320, 400), abs=2e-3)
    assert of_share(np.ones(400), np.arange(400)) == wilson(400, 400)


def test_clips_of_a_speaker_that_stand_or_fall_together_count_as_one():
    """Twenty speakers with ten clips each, four of whom are never understood."""
    speakers = np.repeat(np.arange(20), 10)
    low, high = of_share(speakers >= 4, speakers)
    few_low, few_high = wilson(16, 20)
    assert (low, high) == pytest.approx((few_low, few_high), abs=0.03)
    assert of_share(np.ones(200), speakers) == wilson(20, 20)


def test_groups_that_happen_to_agree_prove_little():
    """Every speaker has exactly four right out of five, which would leave no spread at all."""
    right, speakers = np.arange(50) % 5 > 0, np.repeat(np.arange(10), 5)
    low, high = of_share(right, speakers)
    clips_low, clips_high = wilson(40, 50)
    assert high - low > 0.45 * (clips_high - clips_low)


@pytest.mark.parametrize("count", [1, 4])
def test_of_fewer_than_five_groups_no_interval_is_told(count):
    groups = np.arange(60) % count
    assert of_share(np.ones(60), groups) is None
    assert of_figures(lambda _chosen: {"accuracy": 0.5}, {"accuracy": "share"}, groups) == {"accuracy": None}
    report = metrics.report(np.zeros(60, int), np.ones((60, 1), np.float32), ["only"], groups)
    assert report["intervals"] == dict.fromkeys(metrics.SUMMARY)
    assert (report["accuracy_low"], report["accuracy_high"]) == (0.0, 1.0)


def test_the_recall_of_a_class_has_an_interval_where_its_clips_are_of_five_groups():
    true = np.array([0] * 12 + [1] * 12)
    groups = np.concatenate([np.arange(12) % 6, np.arange(12) % 3])
    report = metrics.report(true, np.eye(2)[true], ("dog", "owl"), groups)
    dog, owl = report["per_class"]
    assert (dog["groups"], dog["low"], dog["high"]) == (6, pytest.approx(wilson(6, 6)[0]), 1.0)
    assert (owl["groups"], owl["low"], owl["high"]) == (3, 0.0, 1.0)


def test_every_figure_lies_within_its_interval():
    rng = np.random.default_rng(5)
    groups = rng.integers(0, 12, 300)
    shift = rng.normal(0.0, 1.0, 12)[groups]
    true = rng.integers(0, 4, 300)
    scores = rng.dirichlet(np.ones(4), 300) + np.eye(4)[true] * (1.0 + shift.clip(-1, 1))[:, None]
    there = rng.uniform(size=(300, 3)) < 0.3
    heard = np.clip(0.4 * there + rng.uniform(0.0, 0.6, (300, 3)), 0, 1)
    number = rng.normal(0.0, 3.0, 300)
    for report in (
        metrics.report(true, scores / scores.sum(axis=1, keepdims=True), tuple("abcd"), groups),
        set_metrics.report(there, heard, tuple("abc"), (0.5,) * 3, groups),
        number_metrics.report(number, number + shift, groups),
    ):
        assert report["intervals"]
        for key, (low, high) in report["intervals"].items():
            assert low < report[key] < high, key


def test_of_many_groups_some_are_left_out_at_a_time():
    """A report on ten thousand recordings does not judge them ten thousand times."""
    asked = []

    def figures(chosen):
        asked.append(chosen)
        return {"mae": 1.0 + chosen[::7].mean()}

    found = of_figures(figures, {"mae": "error"}, np.arange(10_000))
    assert found["mae"] is not None
    assert len(asked) == 51
    assert np.all(sum((~chosen).astype(int) for chosen in asked) == 1), "each is left out once"


def test_an_error_of_nothing_has_no_interval():
    true = np.arange(20.0)
    assert number_metrics.report(true, true, np.arange(20))["intervals"] == dict.fromkeys(
        number_metrics.SUMMARY
    )


def test_of_few_speakers_with_unequal_numbers_of_clips_nine_intervals_of_ten_hold_the_truth():
    """Five speakers whose estimates are too high or too low together; the truth is that of endless many."""
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(400):
        speakers = np.repeat(np.arange(5), np.maximum(3, rng.lognormal(2.7, 0.5, 5).astype(int)))
        true = rng.normal(0.0, 3.0, len(speakers))
        off = rng.normal(0.0, 1.0, len(speakers)) + 1.4 * rng.standard_normal(5)[speakers]
        low, high = number_metrics.report(true, true + off, speakers)["intervals"]["rmse"]
        held += low <= np.sqrt(1.0 + 1.4**2) <= high
    assert 0.9 * 400 <= held <= 0.98 * 400


def test_no_difference_of_shares_is_said_to_be_more_than_all():
    """At eight sites of ten a model is right on all clips, where the other is on none."""
    groups = np.repeat(np.arange(10), 6)
    wins = np.where(groups < 2, 0.0, 1.0)
    low, high = of_difference(lambda chosen: float(wins[chosen].mean()), groups, of_shares=True)
    assert (low < 0.8, high) == (True, 1.0)
    assert of_difference(lambda chosen: float(wins[chosen].mean()), groups, of_shares=False)[1] > 1.0
