"""Zero crossings of sounds whose crossings are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.files import MonoReader, write_wav
from audioclf_gui.audio.zero_crossings import REACH_S, nearest_crossing, nearest_crossings

RATE_HZ = 16_000


@given(st.floats(40.0, 4000.0), st.floats(0.1, 0.9))
def test_a_sine_is_zero_at_half_periods(hz, at_s):
    samples = np.sin(2 * np.pi * hz * (np.arange(RATE_HZ) + 0.25) / RATE_HZ).astype(np.float32)
    place = nearest_crossing(samples, at_s * RATE_HZ)
    phase = 2 * hz * (place + 0.25) / RATE_HZ
    assert abs(phase - round(phase)) < 0.1 * max(1.0, hz / 1000), "the line between samples is not the sine"
    assert abs(place / RATE_HZ - at_s) <= 0.5 / hz + 1 / RATE_HZ


def test_silence_is_zero_everywhere_and_a_constant_never():
    assert nearest_crossing(np.zeros(100, np.float32), 40.2) == 40.0
    assert nearest_crossing(np.full(100, 0.5, np.float32), 40.2) is None
    assert nearest_crossing(np.zeros(0, np.float32), 0.0) is None


def test_edges_of_a_file_are_kept_where_no_crossing_is_near(tmp_path):
    time_s = np.arange(RATE_HZ) / RATE_HZ
    sound = np.where(time_s < 0.5, 0.5 * np.sin(2 * np.pi * 100 * time_s + 0.3), 0.4).astype(np.float32)
    write_wav(tmp_path / "a.wav", sound, RATE_HZ)
    reader = MonoReader()
    found = nearest_crossings(reader, tmp_path / "a.wav", [0.0, 0.2, 0.8, 1.0])
    reader.close()
    assert set(found) == {0.0, 0.2}
    assert found[0.2] == pytest.approx(0.2 - 0.3 / (200 * np.pi), abs=1e-4)
    assert abs(found[0.0]) <= REACH_S
