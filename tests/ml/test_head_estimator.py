"""A head on rows of numbers: what counts how much, and that its strength is chosen without a leak."""

import threading
import time

import pytest
import torch

from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.estimators import learn
from audioclf_gui.ml.events import FitProgress

CPU = torch.device("cpu")
PLAIN = {"architecture": "head", "balance": 0.0, "label_smoothing": 0.0}
NOTHING = torch.zeros(1, 1)
"""A sound that tells nothing: of such ones a head can only learn how much each class counts."""


@pytest.fixture
def head_of(plan_of_rows):
    """The probabilities (n, 2) that a head gives to vectors, once it has learnt the rows."""

    def make(rows, held=(), **changes):
        plan, task, filled = plan_of_rows(rows, held, **PLAIN | changes)
        model = result_of(learn(plan, task, CPU, keep=lambda *_: None, stop=threading.Event())).model
        return lambda vectors: torch.softmax(model(filled(vectors)), dim=1).detach().numpy()

    return make


def clips(target, count, windows=1):
    """So many clips that tell nothing, each a group of its own, with so many windows each."""
    return [(target, f"{target} {at}", f"{target} {at}", NOTHING.repeat(windows, 1)) for at in range(count)]


def test_a_clip_of_many_windows_counts_no_more_than_one_of_a_single_window(head_of):
    answer = head_of([*clips(0, 6), *clips(1, 2, windows=9)])
    assert answer(NOTHING)[0] == pytest.approx([6 / 8, 2 / 8], abs=0.005)


@pytest.mark.parametrize(("balance", "shares"), [(1.0, (1, 1)), (0.5, (3, 2)), (0.0, (9, 4))])
def test_classes_count_as_balance_says_however_long_their_clips_are(head_of, balance, shares):
    answer = head_of([*clips(0, 9), *clips(1, 4, windows=7)], balance=balance)
    assert answer(NOTHING)[0] == pytest.approx([part / sum(shares) for part in shares], abs=0.005)


def test_a_class_counts_in_a_head_as_its_weight_says(head_of):
    answer = head_of([*clips(0, 6), *clips(1, 6)], class_weights="b=3")
    assert answer(NOTHING)[0] == pytest.approx([1 / 4, 3 / 4], abs=0.005)


def test_what_is_held_back_is_not_learnt_by_a_head(head_of):
    answer = head_of([*clips(0, 6), *clips(1, 6)], held=clips(1, 20, windows=3))
    assert answer(NOTHING)[0] == pytest.approx([0.5, 0.5], abs=0.005)


@pytest.mark.parametrize("is_named_alike", [True, False], ids=["in one group", "in groups of their own"])
def test_copies_of_a_sound_do_not_make_a_head_follow_noise(head_of, is_named_alike):
    """Each of 24 sounds comes twice, its class drawn by lot: judged by copies, all could be learnt."""
    rng = torch.Generator().manual_seed(3)
    sounds = torch.randn(24, 1, 40, generator=rng)
    lots = torch.randperm(24, generator=rng) % 2
    rows = [
        (int(lots[at]), f"{at}" if is_named_alike else f"{at} of {copy}", f"sound {at}", sounds[at])
        for at in range(24)
        for copy in range(2)
    ]
    answer = head_of(rows)
    assert answer(sounds[:, 0]).max(axis=1).mean() < 0.96  # learnt by heart it is 0.999


@pytest.mark.parametrize(("fits", "said"), [(2, "no time to try"), (14, "in 2 inner folds only")])
def test_a_head_that_is_stopped_midway_has_learnt_and_says_what_was_not_tried(plan_of_rows, fits, said):
    plan, task, _filled = plan_of_rows([*clips(0, 6), *clips(1, 6)], (), **PLAIN)
    stop = threading.Event()

    def show(event):
        if isinstance(event, FitProgress) and event.done >= fits:
            stop.set()

    fitted = result_of(learn(plan, task, CPU, keep=lambda *_: None, stop=stop), show)
    assert fitted.is_stopped
    assert [said in str(note) for note in fitted.notes] == [True]


def test_a_head_whose_time_is_over_is_there_at_once_and_was_not_stopped_by_anybody(plan_of_rows):
    plan, task, _filled = plan_of_rows([*clips(0, 6), *clips(1, 6)], (), **PLAIN)
    late = time.monotonic() - 1.0
    events = []
    fit = learn(plan, task, CPU, keep=lambda *_: None, stop=threading.Event(), deadline=late)
    fitted = result_of(fit, events.append)
    assert not fitted.is_stopped
    assert "no time to try" in str(fitted.notes[0])
    assert [event.done for event in events if isinstance(event, FitProgress)] == [0]
