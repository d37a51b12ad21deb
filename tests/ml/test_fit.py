"""A fit keeps the best epoch, however it ends."""

import itertools
import sys
import threading
import time

import numpy as np
import pytest
import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.events import BatchDone, EpochDone, Measuring, Note
from audioclf_gui.ml.pipeline import judging, policy
from audioclf_gui.ml.pipeline.epoch import train_epoch, validate
from audioclf_gui.ml.pipeline.fit import fit
from audioclf_gui.ml.pipeline.judging import clip_scores, window_logits
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.policy import Workload, stopping_policy

CPU = torch.device("cpu")


def collected(events, upto=None):
    """The events, and what the generator returns; `upto` is called with each of them."""
    seen = []
    while True:
        try:
            seen.append(next(events))
        except StopIteration as end:
            return seen, end.value
        if upto:
            upto(seen[-1])


@pytest.fixture
def noisy_task(make_task, random_pictures):
    """Labels that have nothing to do with the pictures: validation gets better and worse by chance."""

    def make(count=24, **changes):
        labels = np.random.default_rng(5).integers(0, 2, count).tolist()
        values = {"batch_size": 4, "epochs": 12, "learning_rate": 0.03, "warm_up": 0.0, "ema": 0.5} | changes
        half = count // 2
        return make_task(random_pictures(count), labels, range(half), range(half, count), **values)

    return make


def judged_again(fitted, task):
    logits = collected(window_logits(fitted.model, task, task.split.valid, CPU))[1]
    scores = clip_scores(task.objective, logits)
    true = task.strata[list(task.split.valid)]
    loss = -np.log(scores[np.arange(len(true)), true]).mean()
    return float((scores.argmax(axis=1) == true).mean()), float(loss)


def best_of(epochs):
    """The epoch with the lowest running mean of the loss, of equal ones the highest accuracy."""
    smoothed, ranked = epochs[0].valid_loss, []
    for one in epochs:
        smoothed = 0.7 * smoothed + 0.3 * one.valid_loss
        ranked.append((-smoothed, one.valid_figure, -one.number, one))
    return max(ranked, key=lambda entry: entry[:3])[3]


def epochs_of(events):
    return [event.epoch for event in events if isinstance(event, EpochDone)]


@pytest.mark.parametrize(("columns", "epochs"), [(250, 120), (500, 60)])
def test_pictures_that_are_twice_as_wide_are_learnt_for_half_as_many_epochs(
    make_task, band_means, columns, epochs
):
    pictures = [torch.zeros(1, 8, columns) for _ in range(24)]
    task = make_task(pictures, [0, 1] * 12, range(20), range(20, 24), batch_size=2)
    events = fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event())
    first = next(event for event in events if isinstance(event, EpochDone))
    assert first.epochs == epochs
    events.close()


def test_the_model_is_that_of_the_end_of_the_schedule(noisy_task, band_means):
    task = noisy_task()
    events, fitted = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    last = epochs_of(events)[-1]
    assert (fitted.best_epoch, fitted.epochs, fitted.interrupted) == (12, 12, False)
    assert judged_again(fitted, task) == pytest.approx((last.valid_figure, last.valid_loss), abs=1e-5)


def test_the_model_is_that_of_the_best_epoch_where_that_is_asked_for(noisy_task, band_means):
    task = noisy_task(keep="loss", learning_rate=0.3)
    events, fitted = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    best = min(epochs_of(events), key=lambda one: one.valid_loss)
    assert 1 < best.number < 12
    assert (fitted.best_epoch, fitted.epochs, fitted.interrupted) == (best.number, 12, False)
    assert judged_again(fitted, task) == pytest.approx((best.valid_figure, best.valid_loss), abs=1e-5)


def test_the_best_epoch_may_be_that_of_the_least_loss(noisy_task, band_means):
    task = noisy_task(keep="loss", learning_rate=0.3)
    events, fitted = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    epochs = epochs_of(events)
    assert fitted.best_epoch == min(epochs, key=lambda one: one.valid_loss).number
    assert len({fitted.best_epoch, best_of(epochs).number, len(epochs)}) == 3


def test_stopping_after_worse_epochs_keeps_the_best(noisy_task, band_means):
    task, stop = noisy_task(epochs=100), threading.Event()

    def stop_when_worse(event):
        if isinstance(event, EpochDone) and event.best_epoch < event.epoch.number:
            stop.set()

    events, fitted = collected(
        fit(band_means(2), task, CPU, keep=lambda *_: None, stop=stop), stop_when_worse
    )
    best = best_of(epochs_of(events))
    assert fitted.interrupted
    assert fitted.epochs == len(epochs_of(events)) == best.number + 1
    assert fitted.best_epoch == best.number
    assert judged_again(fitted, task) == pytest.approx((best.valid_figure, best.valid_loss), abs=1e-5)


def test_patience_ends_so_many_epochs_after_the_best_and_the_cool_down(noisy_task, band_means):
    task = noisy_task(epochs=60, patience=3, cool_down=0.05)
    events, _fitted = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    at = next(place for place, event in enumerate(events) if isinstance(event, Note))
    waiting = events[at - 1]
    assert waiting.epoch.number - waiting.best_epoch == 3
    before = [event for event in events[: at - 1] if isinstance(event, EpochDone)]
    assert all(event.epoch.number - event.best_epoch < 3 for event in before)
    assert len(epochs_of(events)) == waiting.epoch.number + 3  # a twentieth of sixty
    assert not [event for event in events[at + 1 :] if isinstance(event, Note)]


def test_a_training_that_the_time_limit_cuts_short_says_so(noisy_task, band_means):
    task, over = noisy_task(epochs=100), time.monotonic()
    fitting = fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event(), deadline=over)
    events, fitted = collected(fitting)
    assert fitted.epochs < 100
    (note,) = (event.text for event in events if isinstance(event, Note))
    assert str(note).startswith(f"The time sufficed for {fitted.epochs} epoch")
    assert str(note).endswith(" of 100.")
    assert fitted.notes == (note,)


def test_the_best_epoch_so_far_is_written_when_a_fit_is_closed(noisy_task, band_means):
    task, kept = noisy_task(), []
    events = fit(
        band_means(2),
        task,
        CPU,
        keep=lambda model, epoch: kept.append((epoch, model)),
        stop=threading.Event(),
    )
    seen = [next(event for event in events if isinstance(event, EpochDone)) for _ in range(4)]
    assert kept == []
    events.close()
    ((epoch, model),) = kept
    assert epoch == seen[-1].best_epoch
    assert not model.training


def test_an_epoch_that_was_not_judged_is_no_better_than_one_that_was_always_wrong(
    make_task, random_pictures, band_means, monkeypatch
):
    """The validation clips are the training clips under the other label."""
    monkeypatch.setattr(judging, "EVENT_EVERY_S", 0.0)
    pictures = random_pictures(1)
    pictures = [picture for _ in range(4) for picture in (pictures[0] - 20.0, pictures[0] + 20.0)]
    changes = {"batch_size": 4, "epochs": 50, "learning_rate": 0.05, "warm_up": 0.0}
    task = make_task(pictures, [0, 1, 0, 1, 1, 0, 1, 0], range(4), range(4, 8), **changes)
    stop, done = threading.Event(), []

    def stop_while_judging_the_tenth(event):
        done.extend([event] if isinstance(event, EpochDone) else [])
        if isinstance(event, Measuring) and len(done) == 9:
            stop.set()

    network = band_means(2)
    _, fitted = collected(
        fit(network, task, CPU, keep=lambda *_: None, stop=stop), stop_while_judging_the_tenth
    )
    best = best_of([event.epoch for event in done])
    assert best.valid_figure == 0.0
    assert (fitted.epochs, fitted.best_epoch) == (10, best.number)


def test_where_nothing_can_be_judged_the_newest_weights_are_kept(make_task, random_pictures, band_means):
    task = make_task(random_pictures(8), [0, 1] * 4, batch_size=4, epochs=5, selection="last")
    stop, done = threading.Event(), []
    _, fitted = collected(
        fit(band_means(2), task, CPU, keep=lambda *_: None, stop=stop),
        lambda event: done.append(event.epoch) or (event.epoch == 3 and event.done == 2 and stop.set()),
    )
    assert fitted.best_epoch == fitted.epochs == 3


def test_an_epoch_s_figures_are_means_over_its_examples(make_task, random_pictures, band_means):
    """Seven examples in batches of four and three, at a rate that moves nothing."""
    labels = [0, 1, 1, 0, 1, 1, 0]
    task = make_task(random_pictures(7), labels, batch_size=3, epochs=1, learning_rate=1e-6)
    network = band_means(2)
    scores = clip_scores(task.objective, collected(window_logits(network, task, range(7), CPU))[1])
    policy = stopping_policy(task.settings, Workload(7), None)
    learner = Learner(network, task, CPU)
    events, trained = collected(train_epoch(learner, task, 1, 0, policy, stop=threading.Event(), notes=[]))
    assert (events[-1].done, events[-1].total) == (2, 2)
    assert trained.loss == pytest.approx(-np.log(scores[np.arange(7), labels]).mean(), abs=1e-3)
    assert trained.figure == pytest.approx((scores.argmax(axis=1) == labels).mean())
    assert (trained.step, trained.examples) == (2, 7)
    assert trained.rate == policy.schedule.rate(1)


def test_an_epoch_ends_with_the_schedule(make_task, random_pictures, band_means):
    task = make_task(random_pictures(12), [0, 1] * 6, batch_size=3, epochs=1)
    policy = stopping_policy(task.settings, Workload(12), None)
    learner = Learner(band_means(2), task, CPU)
    _, trained = collected(
        train_epoch(learner, task, 1, policy.schedule.steps - 2, policy, stop=threading.Event(), notes=[])
    )
    assert trained.step == policy.schedule.steps
    assert trained.examples == 6


def test_epochs_differ_and_each_can_be_repeated(make_task, random_pictures, band_means):
    task = make_task(random_pictures(8, windows=4), [0, 1] * 4, batch_size=4, mixup=0.4, seed=3)
    policy = stopping_policy(task.settings, Workload(8), None)

    def loss_of(epoch):
        learner = Learner(band_means(2), task, CPU)
        return collected(train_epoch(learner, task, epoch, 0, policy, stop=threading.Event(), notes=[]))[
            1
        ].loss

    assert loss_of(1) == loss_of(1)
    assert loss_of(1) != loss_of(2)


def test_the_averaged_weights_are_what_is_validated(make_task, random_pictures, band_means):
    task = make_task(random_pictures(6), [0, 1] * 3, range(4), range(4, 6), ema=0.99)
    learner = Learner(band_means(2), task, CPU)
    for number in range(5):
        learner.step(range(4), 0.3, torch.Generator().manual_seed(number))
    _, judged = collected(validate(learner, task, 1, threading.Event()))
    validation = judged.quality
    scores = clip_scores(task.objective, collected(window_logits(learner.averaged, task, [4, 5], CPU))[1])
    assert validation.loss == pytest.approx(-np.log(scores[[0, 1], [0, 1]]).mean(), rel=1e-5)
    assert validation.rank("accuracy") == (validation.figure, -validation.loss)
    assert validation.rank("loss") == (-validation.loss, validation.figure)


def test_progress_is_told_in_seconds_and_the_best_epoch_written_every_ten(
    noisy_task, band_means, monkeypatch
):
    """Twelve epochs of three steps and twelve examples; each takes five seconds of a clock of our own."""
    now, kept = [100.0], []
    monkeypatch.setattr("time.monotonic", lambda: now[0])

    def let_five_seconds_pass(event):
        if isinstance(event, BatchDone):
            now[0] += 5.0

    task = noisy_task()

    def keep(_model, epoch):
        kept.append((now[0], epoch))

    fitting = fit(band_means(2), task, CPU, keep=keep, stop=threading.Event())
    events, _ = collected(fitting, let_five_seconds_pass)
    done = [event for event in events if isinstance(event, EpochDone)]
    assert [event.seconds_left for event in done] == pytest.approx([5.0 * left for left in range(11, -1, -1)])
    assert {event.epoch.seconds for event in done} == {5.0}
    assert [event.samples_per_second for event in done] == pytest.approx([12 / 5] * 12)
    assert kept[0] == (110.0, done[1].best_epoch)
    assert all(later - before >= 10.0 for (before, _), (later, _) in itertools.pairwise(kept))
    assert [epoch for _, epoch in kept] == sorted({epoch for _, epoch in kept})


def test_a_loss_that_becomes_no_number_ends_the_fit_and_keeps_the_best(noisy_task, band_means, monkeypatch):
    task, real, steps = noisy_task(), torch.nn.functional.cross_entropy, []

    def breaks_in_the_third_epoch(*args, **kwargs):
        steps.append(1)
        return real(*args, **kwargs) * (1.0 if len(steps) < 8 else float("nan"))

    monkeypatch.setattr(torch.nn.functional, "cross_entropy", breaks_in_the_third_epoch)
    events, fitted = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    best = best_of(epochs_of(events))
    said = f"The loss is no number any more in epoch 3: training ends, epoch {best.number} is kept."
    assert [str(note) for note in fitted.notes] == [said]
    assert (fitted.interrupted, fitted.epochs, fitted.best_epoch) == (True, 2, best.number)


class SilentInUse(nn.Module):
    """Learns, but its answers in use are no numbers."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pictures):
        return self.network(pictures) * (1.0 if self.training else float("nan"))


def test_answers_that_are_no_numbers_leave_nothing_to_keep(noisy_task, band_means):
    events = fit(SilentInUse(band_means(2)), noisy_task(), CPU, keep=lambda *_: None, stop=threading.Event())
    note = next(event for event in events if isinstance(event, Note))
    said = "The model's answer is no number any more in epoch 1: training ends, nothing can be kept."
    assert str(note.text) == said
    with pytest.raises(UserError, match="diverged at once"):
        next(events)


def test_an_epoch_that_is_to_be_reported_is_judged_with_all_its_figures(noisy_task, band_means, monkeypatch):
    monkeypatch.setattr(policy, "_QUICK_COLUMNS", 1)  # else all of so small a task is judged
    task = noisy_task(report_every=5, judging_share=0.01)
    events, _ = collected(fit(band_means(2), task, CPU, keep=lambda *_: None, stop=threading.Event()))
    figures = {one.epoch.number: one.figures for one in events if isinstance(one, EpochDone)}
    assert {5, 10} <= set(figures) != set(range(1, 13))
    assert [number for number, found in figures.items() if found is not None] == [5, 10]
    assert figures[5]["per_class"]


def python_calls(events):
    """What the generator returns, and how many functions Python has called meanwhile."""
    calls = itertools.count()
    before = sys.getprofile()
    sys.setprofile(lambda _frame, event, _value: next(calls) if event == "call" else None)
    try:
        _, done = collected(events)
    finally:
        sys.setprofile(before)
    return done, next(calls)


def test_python_does_nothing_clip_by_clip_in_an_epoch(make_task, random_pictures, band_means):
    """Ten times the clips in as many batches are as many calls."""
    calls, stop = {}, threading.Event()
    for count in (60, 600):
        changes = {"batch_size": count // 6, "gain_db": 6.0, "masks": 2, "mixup": 0.3}
        task = make_task(random_pictures(count, windows=3), [0, 1] * (count // 2), **changes)
        policy = stopping_policy(task.settings, Workload(count), None)
        learner = Learner(band_means(2), task, CPU)
        for epoch in (1, 2):  # the first one reads the clips
            events = train_epoch(learner, task, epoch, 0, policy, stop=stop, notes=[])
            trained, calls[count] = python_calls(events)
        assert (trained.step, trained.examples) == (6, count)
    assert calls[600] == pytest.approx(calls[60], abs=60)


def test_python_does_next_to_nothing_for_each_clip_that_is_judged(make_task, random_pictures, band_means):
    calls, stop = {}, threading.Event()
    for count in (100, 1000):
        task = make_task(random_pictures(count), [0, 1] * (count // 2), range(4), range(4, count))
        learner = Learner(band_means(2), task, CPU)
        for epoch in (1, 2):
            judged, calls[count] = python_calls(validate(learner, task, epoch, stop))
        assert 0.0 <= judged.quality.figure <= 1.0
    assert (calls[1000] - calls[100]) / 900 < 3.0
