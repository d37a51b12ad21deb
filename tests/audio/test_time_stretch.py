"""Sound becomes slower or faster, and keeps its pitch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.time_stretch import TimeStretch

RATE_HZ = 16_000


def tones(seconds=1.0):
    """Two channels with a tone each."""
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return 0.3 * np.sin(2 * np.pi * np.outer(times, [440, 3333])).astype(np.float32)


def stretched(sound, speed, block_frames=4096):
    stretch = TimeStretch(speed, RATE_HZ, sound.shape[1])
    parts = [stretch.push(sound[at : at + block_frames]) for at in range(0, len(sound), block_frames)]
    return np.concatenate([*parts, stretch.push(sound[:0], last=True)])


@pytest.mark.parametrize("speed", [0.05, 0.1, 0.33, 0.7, 1.3, 2.0, 4.0])
def test_tones_keep_their_pitch_and_loudness_and_the_length_follows_the_speed(speed):
    sound = tones()
    slow = stretched(sound, speed)
    assert len(slow) == round(len(sound) / speed)
    middle = slow[len(slow) // 4 : -len(slow) // 4]
    for channel, hz in enumerate((440, 3333)):
        size = np.abs(np.fft.rfft(middle[:, channel] * np.hanning(len(middle))))
        assert np.argmax(size) * RATE_HZ / len(middle) == pytest.approx(hz, rel=0.01)
        cycles = np.abs(middle[: len(middle) // 80 * 80, channel]).reshape(-1, 80).max(axis=1)
        np.testing.assert_allclose(cycles, 0.3, atol=0.03)


def test_at_the_speed_it_has_nothing_is_changed():
    noise = np.random.default_rng(3).uniform(-0.5, 0.5, (RATE_HZ, 1)).astype(np.float32)
    np.testing.assert_allclose(stretched(noise, 1.0), noise, atol=1e-6)


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0])
def test_a_click_is_where_the_speed_puts_it(speed):
    sound = np.zeros((RATE_HZ, 1), np.float32)
    sound[6000:6016] = 0.5
    place = np.average(np.arange(round(RATE_HZ / speed)), weights=np.square(stretched(sound, speed)[:, 0]))
    assert place * speed == pytest.approx(6008, abs=0.02 * RATE_HZ)


@given(
    speed=st.floats(0.05, 4.0),
    frames=st.integers(0, 5000),
    block_frames=st.integers(1, 3000),
    seed=st.integers(0, 99),
)
def test_blocks_make_no_difference(speed, frames, block_frames, seed):
    noise = np.random.default_rng(seed).uniform(-0.5, 0.5, (frames, 2)).astype(np.float32)
    whole = stretched(noise, speed, max(1, frames))
    assert len(whole) == round(frames / speed)
    np.testing.assert_allclose(stretched(noise, speed, block_frames), whole, atol=1e-6)


def test_silence_stays_silent_and_channels_that_cancel_stay_apart():
    assert not stretched(np.zeros((4000, 1), np.float32), 0.5).any()
    sound = tones()[:, :1] * np.float32([1.0, -1.0])
    slow = stretched(sound, 0.5)
    np.testing.assert_allclose(slow[:, 0], -slow[:, 1], atol=1e-6)
    assert np.abs(slow[RATE_HZ : RATE_HZ + 1000]).max() == pytest.approx(0.3, abs=0.02)
