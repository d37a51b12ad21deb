"""Ultrasound is heard at its distance from the carrier."""

import numpy as np
import pytest

from audioclf_gui.audio.heterodyne import HEARD_HZ, heterodyne
from audioclf_gui.audio.play_settings import carrier_for

RATE_HZ = 250_000


def tone(*frequencies_hz, seconds=0.2, channels=1):
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound = sum(0.3 * np.sin(2 * np.pi * hz * times) for hz in frequencies_hz)
    return np.repeat(sound[:, None], channels, axis=1).astype(np.float32)


def heard(sound, carrier_hz, block_frames=8192):
    blocks = (sound[at : at + block_frames] for at in range(0, len(sound), block_frames))
    return np.concatenate(list(heterodyne(blocks, carrier_hz, RATE_HZ)))


def lines(sound):
    """Frequencies and amplitudes of what is heard in its middle."""
    middle = sound[len(sound) // 4 : -len(sound) // 4]
    size = np.abs(np.fft.rfft(middle * np.hanning(len(middle)))) * 4 / len(middle)
    return np.fft.rfftfreq(len(middle), 1 / RATE_HZ), size


@pytest.mark.parametrize(("carrier_hz", "heard_hz"), [(38_000.0, 2000.0), (43_000.0, 3000.0)])
def test_a_tone_is_heard_at_its_distance_from_the_carrier_as_loud_as_before(carrier_hz, heard_hz):
    frequencies, size = lines(heard(tone(40_000), carrier_hz)[:, 0])
    assert frequencies[np.argmax(size)] == pytest.approx(heard_hz, abs=15)
    assert size.max() == pytest.approx(0.3, rel=0.05)
    assert size[np.abs(frequencies - heard_hz) > 100].max() < 1e-3


def test_what_is_far_from_the_carrier_is_not_heard():
    sound = tone(300, 25_000, 40_000 + 2 * HEARD_HZ, 90_000)
    _, size = lines(heard(sound, 40_000.0)[:, 0])
    assert size.max() < 1e-3


def test_blocks_make_no_difference_and_nothing_is_added_or_lost():
    sound = tone(40_000, channels=2)
    whole = heard(sound, 38_000.0, len(sound))
    assert whole.shape == sound.shape
    for block_frames in (1000, 4097):
        np.testing.assert_allclose(heard(sound, 38_000.0, block_frames), whole, atol=1e-6)


def test_the_carrier_makes_the_loudest_tone_audible_and_fits_the_recording():
    assert carrier_for(None, 384_000) == 45_000.0
    assert carrier_for(None, 48_000) == 12_000.0
    assert abs(carrier_for(61_200.0, 384_000) - 61_200.0) == 1000.0
    assert carrier_for(500.0, 384_000) == 45_000.0
