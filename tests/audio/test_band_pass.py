import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioclf_gui.audio.band_pass import band_pass

RATE_HZ = 16000


def tones(*frequencies_hz, frames=RATE_HZ):
    place = np.arange(frames)[:, None] / RATE_HZ
    return sum(0.3 * np.sin(2 * np.pi * f * place) for f in frequencies_hz).astype(np.float32)


def filtered(sound, low_hz, high_hz, cuts=()):
    return np.concatenate(list(band_pass(np.split(sound, sorted(cuts)), low_hz, high_hz, RATE_HZ)))


def test_only_the_band_is_heard_and_in_time():
    heard = filtered(tones(300, 1000, 4000), 800, 1200)
    inner = slice(3000, 13000)
    np.testing.assert_allclose(heard[inner], tones(1000)[inner], atol=2e-3)


@pytest.mark.parametrize(("low_hz", "high_hz"), [(0.0, 2000.0), (-5.0, 1500.0)])
def test_a_band_from_zero_keeps_everything_below(low_hz, high_hz):
    heard = filtered(tones(50, 6000), low_hz, high_hz)
    np.testing.assert_allclose(heard[4000:12000], tones(50)[4000:12000], atol=2e-3)


def test_a_band_to_beyond_the_highest_frequency_keeps_everything_above():
    heard = filtered(tones(100, 7500), 3000, 20000)
    np.testing.assert_allclose(heard[4000:12000], tones(7500)[4000:12000], atol=2e-3)


@settings(max_examples=25)
@given(frames=st.integers(0, 3000), cuts=st.lists(st.integers(0, 3000), max_size=5))
def test_blocks_do_not_show(frames, cuts):
    sound = np.random.default_rng(0).uniform(-1, 1, (frames, 2)).astype(np.float32)
    whole = filtered(sound, 500, 5000)
    assert len(whole) == frames
    np.testing.assert_allclose(filtered(sound, 500, 5000, cuts), whole, atol=1e-5)
