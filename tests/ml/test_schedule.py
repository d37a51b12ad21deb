import math

import pytest

from audioclf_gui.ml.pipeline.schedule import OneCycle


@pytest.mark.parametrize(("decay", "warm_up"), [("cosine", 0.15), ("linear", 0.3), ("cosine", 0.0)])
def test_the_rate_rises_to_its_peak_and_falls_to_nothing(decay, warm_up):
    rates = [OneCycle(200, 0.01, warm_up, decay).rate(step) for step in range(200)]
    peak = rates.index(max(rates))
    assert max(rates) == pytest.approx(0.01, rel=0.01)
    assert peak == pytest.approx(200 * warm_up, abs=1)
    assert rates[: peak + 1] == sorted(rates[: peak + 1])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] < 0.0001


def test_an_early_end_cools_down_from_where_it_is():
    whole = OneCycle(200, 0.01, 0.1, "cosine")
    at_hundred = whole.rate(100)
    schedule = whole.shortened(100, 20)
    rates = [schedule.rate(step) for step in range(100, schedule.steps)]
    assert schedule.steps == 120
    assert rates[0] == pytest.approx(at_hundred)
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.02 * at_hundred


def test_an_end_that_is_near_already_is_left_alone():
    schedule = OneCycle(200, 0.01, 0.1, "cosine")
    assert schedule.shortened(190, 20) is schedule


@pytest.mark.parametrize("decay", ["cosine", "linear"])
def test_the_cycle_worked_out_by_hand(decay):
    """From a 25th of the peak to the peak in 50 of 200 steps, then to zero; halfway is the mean."""
    schedule = OneCycle(200, 0.1, 0.25, decay)
    assert schedule.rate(0) == pytest.approx(0.004)
    assert schedule.rate(25) == pytest.approx((0.004 + 0.1) / 2)
    assert schedule.rate(50) == pytest.approx(0.1)
    assert schedule.rate(125) == pytest.approx(0.05)
    assert schedule.rate(200) == pytest.approx(0.0, abs=1e-12)
    quarter = {"cosine": 0.1 * (2 + math.sqrt(2)) / 4, "linear": 0.075}
    assert schedule.rate(87) == pytest.approx(quarter[decay], rel=0.01)
    assert schedule.rate(88) < quarter[decay] < schedule.rate(87)


@pytest.mark.parametrize("decay", ["cosine", "linear"])
def test_cooling_down_worked_out_by_hand(decay):
    schedule = OneCycle(200, 0.1, 0.25, decay).shortened(125, 20)
    assert [schedule.rate(step) for step in (125, 135, 145)] == pytest.approx([0.05, 0.025, 0.0], abs=1e-12)
    assert schedule.shortened(130, 2) is schedule


def test_the_rate_rises_until_its_peak_only():
    schedule = OneCycle(200, 0.1, 0.25, "cosine")
    assert schedule.is_rising(49)
    assert not schedule.is_rising(50)
    assert not schedule.shortened(10, 20).is_rising(12)


def test_a_cool_down_of_nothing_still_takes_a_step():
    assert OneCycle(200, 0.1, 0.25, "cosine").shortened(100, 0).steps == 101
