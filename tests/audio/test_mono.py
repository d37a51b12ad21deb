from itertools import pairwise

import numpy as np
import pytest
import soundfile as sf
from hypothesis import given, settings
from hypothesis import strategies as st

from audioclf_gui.audio.files import MonoReader, read_blocks, read_mono
from audioclf_gui.audio.mono import STEP_S, MonoMix, mixed
from audioclf_gui.audio.sample_reader import SampleReader, mix_into

RATE_HZ = 1000
STEP = round(STEP_S * RATE_HZ)


def noise(frames, channels=1, seed=0):
    return np.random.default_rng(seed).normal(0.0, 0.1, (frames, channels)).astype(np.float32)


def in_blocks(sound, borders):
    mix = MonoMix(RATE_HZ)
    edges = [0, *sorted(borders), len(sound)]
    parts = [mix.push(sound[a:b]) for a, b in pairwise(edges)]
    return np.concatenate([*parts, mix.push(sound[:0], last=True)])


def changing(seed, channels=2):
    """Sound whose channels now cancel, now do not, with borders anywhere."""
    chance = np.random.default_rng(seed)
    sound = noise(1234, channels, seed)
    for _ in range(4):
        start = int(chance.integers(0, len(sound)))
        stretch = slice(start, start + int(chance.integers(1, 500)))
        sound[stretch, 1] = -sound[stretch, 0]
        sound[stretch, 2:] = 0.0
    return sound


@given(st.integers(0, 10_000), st.integers(1, 4), st.lists(st.integers(0, 1234), max_size=12))
@settings(max_examples=150)
def test_the_mix_does_not_depend_on_the_blocks_to_the_last_bit(seed, channels, borders):
    sound = changing(seed, channels) if channels > 1 else noise(1234, 1, seed)
    np.testing.assert_array_equal(in_blocks(sound, borders), mixed(sound, RATE_HZ))


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg"])
def test_a_stretch_sounds_as_in_the_whole_file_wherever_it_begins(tmp_path, kind):
    path = tmp_path / f"changing.{kind}"
    sf.write(path, np.tile(changing(3), (20, 1)), 8000)
    whole = read_mono(path)
    mix = MonoMix(8000)
    np.testing.assert_array_equal(
        np.concatenate([mix.push(block, last=len(block) < 999) for block in read_blocks(path, 999)]), whole
    )
    chance = np.random.default_rng(1)
    reader = MonoReader()
    for start, frames in zip(chance.integers(0, len(whole), 40), chance.integers(1, 5000, 40), strict=True):
        cut = reader.read(path, None, start / 8000, (start + frames) / 8000)
        np.testing.assert_allclose(cut, whole[start : start + frames], atol=1e-4)
    reader.close()


def test_stretches_one_after_the_other_cost_one_pass_where_a_file_cannot_be_sought_in(tmp_path, monkeypatch):
    path = tmp_path / "stereo.ogg"
    sf.write(path, noise(80_000, 2), 8000)
    whole = read_mono(path)
    monkeypatch.setattr(
        "audioclf_gui.audio.decoder.Decoder.rewind", lambda decoder: pytest.fail("from the start")
    )
    reader = MonoReader()
    edges_s = np.arange(0.0, 10.0, 0.37).tolist()
    cuts = [reader.read(path, None, a, b) for a, b in pairwise(edges_s)]
    reader.close()
    cut = np.concatenate(cuts)
    np.testing.assert_array_equal(cut, whole[: len(cut)])


@pytest.mark.parametrize("gain", [1.0, 0.9])
def test_where_the_channels_cancel_one_of_them_is_heard(gain):
    left = noise(1000)
    np.testing.assert_array_equal(mixed(np.hstack([left, -gain * left]), RATE_HZ), left[:, 0])


def test_an_offset_in_both_channels_does_not_hide_that_they_cancel():
    left = noise(1000)
    np.testing.assert_allclose(mixed(np.hstack([left + 0.5, 0.5 - left]), RATE_HZ), left[:, 0] + 0.5)


def test_of_many_channels_that_cancel_the_first_loud_one_is_heard():
    loud = noise(1000)
    channels = np.hstack([0.01 * noise(1000, seed=1), loud, -loud, np.zeros_like(loud)])
    np.testing.assert_array_equal(mixed(channels, RATE_HZ), loud[:, 0])


@pytest.mark.parametrize("gain", [0.0, 0.1, 0.3, 0.5])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_beside_a_faint_channel_one_of_two_that_cancel_is_heard_and_told(gain, place):
    loud, faint = noise(1000), gain * noise(1000, seed=1)
    pair = [loud, -loud]
    channels = np.hstack([*pair[:place], faint, *pair[place:]])
    mix = MonoMix(RATE_HZ)
    heard = mix.push(channels, last=True)
    np.testing.assert_array_equal(heard, (-loud if channels[0, 0] == -loud[0, 0] else loud)[:, 0])
    assert mix.cancelled_frames == 1000


def test_a_channel_as_loud_as_two_that_cancel_is_heard_with_one_of_them():
    loud, other = noise(1000), noise(1000, seed=1)
    channels = np.hstack([loud, other, -loud])
    np.testing.assert_array_equal(mixed(channels, RATE_HZ), channels[:, :2].mean(axis=1, dtype=np.float32))


def test_of_two_pairs_that_cancel_both_are_heard():
    one, other = noise(1000), noise(1000, seed=1)
    channels = np.hstack([one, -one, other, -other])
    expected = channels[:, [0, 2]].mean(axis=1, dtype=np.float32)
    np.testing.assert_array_equal(mixed(channels, RATE_HZ), expected)


def test_three_phases_that_cancel_only_together_are_heard_as_one_of_them():
    angles = 2 * np.pi * (np.arange(1000)[:, None] / 10 + np.arange(3) / 3)
    channels = np.sin(angles).astype(np.float32)
    np.testing.assert_array_equal(mixed(channels, RATE_HZ), channels[:, 0])


@pytest.mark.parametrize(
    "channels",
    [
        pytest.param(np.sin(np.arange(1000)[:, None] / 5 + np.arange(16)).astype(np.float32), id="an array"),
        pytest.param(np.hstack([2 * noise(1000, seed=1), noise(1000), -noise(1000)]), id="a louder third"),
        pytest.param(noise(1000, 2), id="unlike"),
        pytest.param(np.repeat(noise(1000), 2, axis=1), id="equal"),
        pytest.param(np.hstack([noise(1000), np.zeros((1000, 1), np.float32)]), id="one of them silent"),
        pytest.param(np.hstack([noise(1000), -0.5 * noise(1000)]), id="half cancelled"),
        pytest.param(np.zeros((1000, 2), np.float32), id="silence"),
        pytest.param(np.full((1000, 2), (0.3, -0.3), np.float32), id="constant"),
        pytest.param(noise(1000, 64), id="64 microphones"),
    ],
)
def test_all_other_channels_are_averaged_to_the_last_bit(channels):
    np.testing.assert_array_equal(mixed(channels, RATE_HZ), channels.mean(axis=1, dtype=np.float32))


def test_it_is_told_for_how_long_the_channels_cancelled():
    sound = noise(10 * STEP, 2)
    sound[3 * STEP : 5 * STEP, 1] = -sound[3 * STEP : 5 * STEP, 0]
    mix = MonoMix(RATE_HZ)
    mix.push(sound, last=True)
    assert mix.cancelled_frames == 2 * STEP


@pytest.mark.parametrize("subtype", ["PCM_16", "FLOAT"])
def test_pictures_show_what_is_heard(tmp_path, subtype):
    left = noise(8000)
    sf.write(tmp_path / "inverted.wav", np.hstack([left, -left]), RATE_HZ, subtype=subtype)
    with SampleReader(tmp_path / "inverted.wav") as reader:
        samples = reader.read(150, 1000)
        mono = np.zeros(1000, np.float32)
        mix_into(samples, mono, RATE_HZ, 150)
    np.testing.assert_allclose(mono, left[150:1150, 0], atol=1e-4)
