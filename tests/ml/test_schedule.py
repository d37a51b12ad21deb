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
