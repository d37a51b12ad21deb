"""What is promised of large clusters is bounded by what they share."""

import pytest


@pytest.fixture(scope="module")
def model(benchmarks):
    return benchmarks("scale_model")


def test_one_worker_takes_what_its_rate_says(model):
    rates = model.Rates(100.0, merge_files_per_s=1e4, start_s=36.0)
    assert model.hours(rates, 360_000, 1) == pytest.approx(1.0 + 0.01 + 0.01 + 2.56 / 3600.0)


def test_more_workers_never_take_longer_and_gain_no_more_than_there_are(model):
    rates = model.Rates(100.0, file_mb=2.0)
    taken = [model.hours(rates, 1e6, workers) for workers in (1, 2, 4, 8, 1000)]
    assert taken == sorted(taken, reverse=True)
    assert taken[0] / taken[1] < 2.0


@pytest.mark.parametrize(
    ("workers", "file_mb", "rate", "limit"),
    [(4, 0.0, 400.0, "workers"), (99, 0.0, 5000.0, "keeping"), (99, 2.0, 500.0, "reading")],
)
def test_what_workers_share_bounds_them(model, workers, file_mb, rate, limit):
    assert model.together_files_per_s(model.Rates(100.0, file_mb=file_mb), workers) == (rate, limit)
