from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.resample import StreamResampler, resample


def tone(rate_hz, seconds=1.0, frequency_hz=440.0):
    return np.sin(2 * np.pi * frequency_hz * np.arange(round(rate_hz * seconds)) / rate_hz).astype(np.float32)


@pytest.mark.parametrize(("from_hz", "to_hz"), [(44100, 16000), (8000, 48000), (1234, 32000)])
def test_a_tone_stays_that_tone_at_its_place(from_hz, to_hz):
    resampled = resample(tone(from_hz), from_hz, to_hz)
    assert abs(len(resampled) - to_hz) <= 1
    middle = slice(to_hz // 4, 3 * to_hz // 4)
    np.testing.assert_allclose(resampled[middle], tone(to_hz)[middle], atol=2e-3)


def test_the_same_rate_and_no_sound_come_back_as_they_are():
    sound = tone(8000)
    assert resample(sound, 8000, 8000) is sound
    assert resample(np.zeros((0, 2), np.float32), 8000, 16000).shape == (0, 2)


def test_channels_are_kept_apart():
    stereo = np.stack([tone(16000), np.zeros(16000, np.float32)], axis=1)
    resampled = resample(stereo, 16000, 8000)
    assert resampled.shape[1] == 2
    assert np.abs(resampled[:, 1]).max() < 1e-6


@given(cuts=st.lists(st.integers(0, 4000), max_size=12))
def test_blocks_of_any_size_give_what_the_whole_gives(cuts):
    sound = tone(44100, 4000 / 44100)
    stream = StreamResampler(44100, 16000)
    borders = [0, *sorted(cuts), 4000]
    parts = [stream.push(sound[a:b]) for a, b in pairwise(borders)]
    parts.append(stream.push(sound[:0], last=True))
    np.testing.assert_allclose(np.concatenate(parts), resample(sound, 44100, 16000), atol=1e-5)


def test_a_stream_that_keeps_its_rate_hands_blocks_through():
    block = tone(8000)
    assert StreamResampler(8000, 8000).push(block) is block
