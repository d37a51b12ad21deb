"""When training ends, in steps and seconds worked out by hand."""

from dataclasses import replace

import pytest

from audioclf_gui.ml.pipeline.fit import Best, FitState
from audioclf_gui.ml.pipeline.policy import Workload, elapsed_s, epochs_for, stopping_policy
from audioclf_gui.ml.settings import settings_for


def policy_for(examples=100, deadline=None, **changes):
    """Ten steps an epoch, forty epochs, of which the first quarter warms up and a tenth cools down."""
    values = {"batch_size": 10, "epochs": 40, "warm_up": 0.25, "cool_down": 0.1} | changes
    return stopping_policy(settings_for("default", **values), Workload(examples), deadline)


def test_a_policy_counts_in_steps():
    policy = policy_for()
    assert (policy.epoch_steps, policy.wanted_steps, policy.cool_steps) == (10, 400, 40)
    assert (policy.epochs, policy.schedule.steps) == (40, 400)
    assert not policy.is_over(399)
    assert policy.is_over(400)


@pytest.mark.parametrize(("examples", "steps"), [(4, 1), (9, 1), (14, 1), (16, 2), (20, 2)])
def test_batches_are_as_near_to_their_size_as_the_examples_allow(examples, steps):
    assert policy_for(examples).epoch_steps == steps


@pytest.mark.parametrize(("examples", "steps"), [(2, 1), (3, 1), (7, 3), (8, 4), (11, 5)])
def test_no_batch_is_planned_of_one_example(examples, steps):
    assert (
        stopping_policy(settings_for("default", batch_size=2), Workload(examples), None).epoch_steps == steps
    )


@pytest.mark.parametrize(("judged", "every"), [(0, 1), (30, 1), (31, 2), (300, 10)])
def test_judging_takes_a_tenth_of_the_time_for_training(judged, every):
    """A window learnt from costs about as much as three that are only judged."""
    policy = stopping_policy(settings_for("default", epochs=40), Workload(100, 10_000, judged), None)
    assert next(epoch for epoch in range(1, 11) if policy.is_judged(epoch, 0)) == every
    assert policy.is_judged(7, policy.schedule.steps)  # the last one always is


def test_what_is_judged_in_seconds_is_judged_in_every_epoch():
    settings = settings_for("default", epochs=40)
    assert stopping_policy(settings, Workload(30, 50, 60), None).judge_every == 1
    assert stopping_policy(settings, Workload(30, 250, 60), None).judge_every == 2


def test_wide_windows_and_tens_of_clips_take_fewer_steps():
    assert epochs_for(320, 32, 250) == 120
    assert epochs_for(320, 32, 500) == 60
    assert epochs_for(60, 32, 250) == 160


@pytest.mark.parametrize(("clips", "epochs"), [(32, 160), (256, 150), (1600, 120), (3200, 60), (32_000, 8)])
def test_epochs_are_so_many_that_there_are_1200_to_6000_steps_but_8_to_160_in_any_case(clips, epochs):
    assert epochs_for(clips, 32) == epochs


@pytest.mark.parametrize(("effort", "epochs"), [(2.0, 240), (2 / 3, 80), (0.1, 12)])
def test_effort_multiplies_the_usual_number_of_epochs_and_no_other(effort, epochs):
    work = Workload(320, 250)
    assert stopping_policy(settings_for("default", effort=effort), work, None).epochs == epochs
    assert stopping_policy(settings_for("default", effort=effort, epochs=7), work, None).epochs == 7


def test_cooling_down_takes_an_epoch_at_least():
    assert policy_for(cool_down=0.02, epochs=5).cool_steps == 10


def test_patience_counts_epochs_without_improvement_and_shortens_the_schedule():
    policy = policy_for(patience=3)
    assert policy.after_epoch(200, 2) == policy
    ended = policy.after_epoch(200, 3)
    assert ended.schedule.steps == 240
    assert ended.epochs == 24
    assert ended.schedule.rate(200) == pytest.approx(policy.schedule.rate(200))
    assert ended.schedule.rate(220) == pytest.approx(policy.schedule.rate(200) / 2)
    assert ended.after_epoch(210, 4) == ended
    endless = policy_for(patience=None)
    assert endless.after_epoch(200, 100) == endless


@pytest.mark.parametrize(("clips", "patience"), [(20, None), (239, None), (240, 20), (3000, 20)])
def test_few_clips_end_no_training_early_unless_the_epochs_are_counted(clips, patience):
    assert stopping_policy(settings_for("default"), Workload(clips), None).patience == patience
    counted = stopping_policy(settings_for("default", epochs=50), Workload(clips), None)
    assert counted.patience == 20


def test_an_end_that_is_near_is_not_put_off_by_patience():
    policy = policy_for(patience=3)
    assert policy.after_epoch(360, 3) == policy
    assert policy.after_epoch(359, 3) != policy


def test_the_epochs_waited_are_those_since_the_best():
    state = FitState(0.0, policy_for(), epoch=7, best=Best(4, (0.5, -1.0), {}))
    assert state.waited == 3
    assert replace(state, best=None).waited == 7


def test_without_a_deadline_no_step_changes_the_plan():
    policy = policy_for().after_step(1, 100.0)
    assert policy.after_step(2, 1e9) == policy


def test_while_the_rate_rises_the_whole_cycle_is_planned_for_the_time_there_is():
    """The first step ends at 100 s and is no measure; ten more by 110 s leave 50 steps until 160 s."""
    policy = policy_for(deadline=160.0).after_step(1, 100.0).after_step(11, 110.0)
    assert policy.schedule.steps == 61
    assert policy.epochs == 7
    assert policy.cool_steps == 6
    assert not policy.schedule.is_cooling


def test_a_deadline_far_away_never_makes_training_longer():
    policy = policy_for(deadline=1e9).after_step(1, 100.0).after_step(11, 110.0)
    assert policy.schedule.steps == 400


def test_after_the_peak_the_rate_cools_down_when_the_time_left_is_just_enough():
    """From the first step's end at 100 s it is a step a second; 40 of them are needed to cool down."""
    policy = replace(policy_for(deadline=341.0), first_step_at=100.0)
    assert policy.after_step(201, 300.0) == policy
    ended = policy.after_step(202, 301.0)
    assert ended.schedule.is_cooling
    assert ended.schedule.steps == 242
    assert ended.after_step(203, 340.0) == ended


def test_a_deadline_that_has_passed_ends_training_with_the_next_step():
    ended = replace(policy_for(deadline=200.0), first_step_at=100.0).after_step(201, 300.0)
    assert ended.schedule.steps == 202
    assert ended.is_over(202)


def test_time_passes_even_where_the_clock_stands_still():
    assert elapsed_s(7.0, 9.5) == 2.5
    assert elapsed_s(7.0, 7.0) == 0.001


def test_a_step_that_took_no_time_by_the_clock_is_planned_for_as_a_quick_one():
    policy = replace(policy_for(deadline=101.0), first_step_at=100.0).after_step(201, 100.0)
    assert policy == replace(policy_for(deadline=101.0), first_step_at=100.0)
