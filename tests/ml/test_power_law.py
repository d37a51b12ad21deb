"""A power law is found again in what it made, and is modest where nothing falls."""

import numpy as np
import pytest

from audioclf_gui.ml.power_law import PowerLaw, fitted_law

SIZES = [50.0, 100.0, 200.0, 300.0, 400.0]


@pytest.mark.parametrize("law", [PowerLaw(2.0, 0.5, 0.05), PowerLaw(1.0, 0.3, 0.0), PowerLaw(3.0, 1.0, 0.1)])
def test_a_law_is_found_again(law):
    found = fitted_law(SIZES, law.error(SIZES))
    assert found.error(800.0) == pytest.approx(law.error(800.0), abs=1e-4)


def test_an_error_that_does_not_fall_promises_nothing():
    for errors in ([0.2] * 5, [0.1, 0.12, 0.14, 0.16, 0.18], [0.0] * 5):
        law = fitted_law(SIZES, errors)
        assert law.error(400.0) == pytest.approx(law.error(800.0), abs=1e-9)
        assert min(law.scale, law.floor) >= 0.0


def test_noise_moves_what_twice_as_many_promise_by_little():
    rng = np.random.default_rng(0)
    law = PowerLaw(2.0, 0.5, 0.05)
    gains = []
    for _ in range(50):
        found = fitted_law(SIZES, law.error(SIZES) + 0.005 * rng.standard_normal(5))
        gains.append(float(found.error(400.0) - found.error(800.0)))
    true = float(law.error(400.0) - law.error(800.0))
    assert np.mean(gains) == pytest.approx(true, abs=0.01)
    assert np.std(gains) < 0.01
