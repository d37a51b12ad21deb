"""Thresholds rise until answers are as sure as is wanted, or it is said why they cannot be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.decision_choice import HowSure, Outcome
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.surer_decisions import UnlearntWindows

NAMES = ("rain", "dog", "cat")
LOW = (0.2, 0.2, 0.2)


def held_out(goal, windows, noise_windows, seed, noise_s=3600.0):
    """Windows of which most are answered right, and of noise that is sometimes taken for something."""
    rng = np.random.default_rng(seed)
    true = rng.integers(-1, goal.outputs, windows)
    wanted = true[:, np.newaxis] == np.arange(goal.outputs)
    logits = rng.normal(0.0, 1.0, wanted.shape) + 2.5 * wanted
    partly = (rng.random(wanted.shape) < 0.1) & ~wanted
    scores, noise = (_scores(goal, one) for one in (logits, rng.normal(0.0, 0.8, (noise_windows, 3))))
    return UnlearntWindows(goal, scores, wanted, partly, noise, noise_s)


def _scores(goal, logits):
    if isinstance(goal, MultiLabel):
        return (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    odds = np.exp(logits)
    return (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32)


def outcome_by_hand(held, thresholds):
    """What windows come to one by one, as the rule that decides everywhere has it."""
    right = wrong = alarms = 0
    for row, wanted, partly in zip(held.scores, held.wanted, held.partly, strict=True):
        for at in held.goal.heard(row, thresholds):
            right += bool(wanted[at])
            wrong += not wanted[at] and not partly[at]
    for row in held.noise:
        answers = held.goal.heard(row, thresholds)
        wrong, alarms = wrong + len(answers), alarms + bool(answers)
    return right, wrong, alarms


goals = st.sampled_from([SingleLabel(NAMES), SingleLabel(NAMES, has_background=True), MultiLabel(NAMES)])
made = st.builds(held_out, goals, st.integers(0, 300), st.integers(0, 60), st.integers(0, 10**6))


@given(made, st.floats(0.5, 0.98), st.floats(0.5, 0.98))
def test_a_wanted_precision_is_reached_or_refused_and_no_threshold_ever_falls(held, one, other):
    less, more = sorted((one, other))
    found = {}
    for least in (less, more):
        try:
            found[least] = held.with_precision(least, LOW)
        except UserError:
            continue
        outcome = held.outcome(found[least])
        assert (outcome.right, outcome.wrong, outcome.alarms) == outcome_by_hand(held, found[least])
        assert outcome.precision >= least
        assert (outcome.right + outcome.wrong) * (1.0 - least) >= 3.0
        assert all(before <= now <= 1.0 for before, now in zip(LOW, found[least], strict=True))
    if len(found) == 2:
        assert all(a <= b for a, b in zip(found[less], found[more], strict=True))


@given(made, st.integers(1, 40), st.integers(1, 40))
def test_noise_is_answered_as_seldom_as_is_wanted_or_it_is_refused(held, one, other):
    fewer, more = sorted((one, other))
    found = {}
    for most in (fewer, more):
        try:
            found[most] = held.with_alarms(most, LOW)
        except UserError:
            continue
        assert most >= 3, "an hour of noise does not tell it"
        assert held.outcome(found[most]).alarms <= most
        assert all(before <= now <= 1.0 for before, now in zip(LOW, found[most], strict=True))
    if len(found) == 2:
        assert all(a >= b for a, b in zip(found[fewer], found[more], strict=True))


@given(made, st.floats(0.5, 0.98))
def test_no_class_is_given_up_for_surer_answers(held, least):
    try:
        found = held.with_precision(least, LOW)
    except UserError:
        return
    before, after = ((held.goal.heard_in(held.scores, one) & held.wanted).sum(axis=0) for one in (LOW, found))
    assert (after >= 0.2 * before).all()


def test_what_is_sure_enough_already_stays_as_it_is():
    scores = np.tile(np.array([[0.1, 0.8, 0.1]], np.float32), (80, 1))
    wanted = np.tile(np.array([[False, True, False]]), (80, 1))
    held = UnlearntWindows(SingleLabel(NAMES), scores, wanted, ~wanted, scores[:0], 0.0)
    assert held.with_precision(0.95, LOW) == LOW
    with pytest.raises(UserError, match=r"too few to tell a precision of 0\.99") as caught:
        held.with_precision(0.99, LOW)
    assert "takes 300" in str(caught.value.remedy)


def test_a_class_of_which_too_little_was_heard_keeps_its_threshold():
    rng = np.random.default_rng(3)
    scores = rng.dirichlet(np.ones(3), 200).astype(np.float32)
    wanted = np.zeros((200, 3), np.bool_)
    wanted[np.arange(200), rng.integers(1, 3, 200)] = True
    held = UnlearntWindows(SingleLabel(NAMES), scores, wanted, np.zeros_like(wanted), scores[:0], 0.0)
    with pytest.raises(UserError, match=r"no thresholds give a precision of 0\.9"):
        held.with_precision(0.9, LOW)


def test_nothing_is_chosen_by_nothing():
    held = held_out(SingleLabel(NAMES), 0, 20, 1)
    with pytest.raises(UserError, match="no answers to held-out sounds") as caught:
        held.with_precision(0.9, LOW)
    assert "Train it again" in str(caught.value.remedy)


def test_too_little_noise_cannot_tell_how_often_it_is_answered():
    held = held_out(SingleLabel(NAMES), 100, 50, 1, noise_s=50.0)
    with pytest.raises(UserError, match=r"0\.014 hours of noise are too few") as caught:
        held.with_alarms(1.0, LOW)
    assert str(caught.value.remedy) == "Ask for 216 or more."


def test_an_outcome_says_what_it_stands_on():
    outcome = Outcome(windows=420, asked=200, right=168, wrong=5, alarms=0, noise_s=50.0)
    assert str(outcome.text) == (
        "On 420 windows of held-out sounds in noise: precision 0.97, 84 % found."
        " In 50 s of made noise 0 false alarms, too few to tell how many an hour: fewer than 216."
    )
    assert "4 false alarms: 4.0 an hour" in str(Outcome(420, 200, 168, 5, 4, 3600.0).text)
    often = str(Outcome(315, 300, 240, 60, 39, 146.0).text)
    assert "In 2.4 min of made noise 39 false alarms: 962 an hour" in often
    assert "no answer at all" in str(Outcome(420, 200, 0, 0, 0, 3600.0).text)
    assert "No sounds were held out" in str(Outcome(100, 0, 0, 0, 0, 50.0).text)


@pytest.mark.parametrize(
    "wanted",
    [
        {"precision": 1.0},
        {"precision": 0.1},
        {"alarms_per_hour": 0.0},
        {"precision": 0.9, "alarms_per_hour": 1.0},
    ],
)
def test_what_makes_no_sense_is_wanted_by_nobody(wanted):
    with pytest.raises(ValueError, match=r"precision|alarms"):
        HowSure(**wanted)
