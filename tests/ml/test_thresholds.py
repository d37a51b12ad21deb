"""A threshold turns scores into answers, and every answer is counted once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.ml.thresholds import ClassScores, class_scores

FROG = ClassScores("frog", np.array([True, True, False, True, False]), np.array([0.9, 0.6, 0.6, 0.2, 0.1]))


def counts(one):
    return one.right, one.missed, one.false, one.rest


def test_counts_and_shares_worked_out_by_hand():
    found = FROG.at(0.6)
    assert counts(found) == (2, 1, 1, 1)
    assert (found.precision, found.recall, found.false_rate) == pytest.approx((2 / 3, 2 / 3, 1 / 2))
    assert (FROG.at(0.95).precision, FROG.at(0.95).recall) == (1.0, 0.0)
    assert ClassScores("owl", np.zeros(2, bool), np.ones(2)).at(0.5).recall == 0.0


def test_a_curve_has_a_point_for_each_score_however_many_sounds_have_it():
    assert [counts(one) for one in FROG.curve()] == [counts(FROG.at(score)) for score in (0.9, 0.6, 0.2, 0.1)]
    assert ClassScores("owl", np.zeros(0, bool), np.zeros(0)).curve() == ()


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=30), st.floats(0, 1))
def test_a_higher_threshold_finds_no_more_and_nothing_is_counted_twice(sounds, threshold):
    there, scores = np.array([one for one, _ in sounds]), np.array([score for _, score in sounds])
    one = ClassScores("frog", there, scores)
    assert sum(counts(one.at(threshold))) == len(sounds)
    rights = [at.right + at.false for at in one.curve()]
    assert rights == sorted(set(rights))


def test_the_scores_of_a_class_are_those_of_its_place():
    predictions = [
        {"true": "dog", "scores": [0.7, 0.3]},
        {"true": ["dog", "owl"], "scores": [0.2, 0.8]},
        {"true": [], "scores": [0.1, 0.4]},
    ]
    dog, owl = class_scores(("dog", "owl"), predictions)
    assert (dog.there.tolist(), dog.scores.tolist()) == ([True, True, False], [0.7, 0.2, 0.1])
    assert (owl.there.tolist(), owl.scores.tolist()) == ([False, True, False], [0.3, 0.8, 0.4])


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from([0.1, 0.2, 0.5, 0.7, 0.9])), min_size=2, max_size=40)
)
def test_the_area_and_the_average_precision_are_those_of_scikit_learn(sounds):
    from sklearn.metrics import average_precision_score, roc_auc_score

    there, scores = np.array([one for one, _ in sounds]), np.array([score for _, score in sounds])
    found = ClassScores("frog", there, scores)
    if there.all() or not there.any():
        assert found.area is None
    else:
        assert found.area == pytest.approx(roc_auc_score(there, scores))
    if there.any():
        assert found.average_precision == pytest.approx(average_precision_score(there, scores))
    else:
        assert found.average_precision is None
