import numpy as np
import pytest

from audioclf_gui.audio.levels import peak_db, rms_db


@pytest.mark.parametrize(
    ("samples", "peak", "rms"),
    [
        pytest.param(np.sin(np.arange(48000) * 0.05), 0.0, -3.01, id="full-scale sine"),
        pytest.param(np.full(10, -0.5), -6.02, -6.02, id="negative half"),
        pytest.param(np.zeros((10, 2)), -120.0, -120.0, id="silence"),
        pytest.param(np.zeros(0), -120.0, -120.0, id="nothing"),
        pytest.param(np.array([1e-9]), -120.0, -120.0, id="below the floor"),
    ],
)
def test_levels_are_decibels_of_full_scale(samples, peak, rms):
    samples = samples.astype(np.float32)
    assert peak_db(samples) == pytest.approx(peak, abs=0.01)
    assert rms_db(samples) == pytest.approx(rms, abs=0.01)
