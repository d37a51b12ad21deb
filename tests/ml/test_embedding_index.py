"""The index of embeddings grows by the sounds that come and loses those that go; the rest is taken over."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import MonoReader, write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.embedding_index import embedded
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.heads import directions
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 8000


@pytest.fixture
def sound(tmp_path):
    """Makes the sound of that number, from one to two seconds long."""

    def make(number: int, duration_s: float | None = None) -> Example:
        rng = np.random.default_rng(number)
        length_s = duration_s or 1.0 + 0.1 * (number % 10)
        tone = np.sin(2 * np.pi * (200 + 100 * number) * np.arange(int(length_s * RATE_HZ)) / RATE_HZ)
        path = tmp_path / f"{number}.wav"
        write_wav(path, (0.3 * tone + 0.05 * rng.standard_normal(len(tone))).astype(np.float32), RATE_HZ)
        return Example(ClipId(number), path, f"content {number}", 0, "", "", 0.0, length_s, RATE_HZ)

    return make


@pytest.fixture
def index_of(tmp_path):
    """The index of sounds, through the front end that suits them alone."""

    def make(sounds, cache="cache"):
        ends = front_end_for(sounds, settings_for("forest"))
        return result_of(embedded(sounds, ends, tmp_path / cache, threading.Event()))

    return make


def of_sound(index, place):
    return np.asarray(index.vectors[index.sounds == place])


def forget_what_was_heard(sounds, cache):
    """From here on, who hears one of them again must fail."""
    shutil.rmtree(cache / "features")
    for one in sounds:
        one.path.unlink()


def test_only_a_clip_that_comes_is_heard(sound, index_of, tmp_path):
    first = [sound(number) for number in range(8)]
    before = index_of(first)
    forget_what_was_heard(first, tmp_path / "cache")
    after = index_of([*first[:3], sound(20), *first[3:]])
    assert set(after.sounds.tolist()) == set(range(9))
    for old, new in zip(range(8), [0, 1, 2, 4, 5, 6, 7, 8], strict=True):
        np.testing.assert_array_equal(of_sound(before, old), of_sound(after, new))


def test_the_vectors_of_what_came_are_those_that_the_front_end_makes_in_the_space_of_the_others(
    sound, index_of
):
    first, new = [sound(number) for number in range(8)], sound(20)
    before = index_of(first)
    ends = before.front_end
    with closing(MonoReader()) as reader:
        samples = reader.read(new.path, ends.rate_hz, new.start_s, new.stop_s)
    heard = before.placed(ends.windows(samples))
    np.testing.assert_allclose(of_sound(index_of([*first, new]), 8), heard, atol=2e-3)


def test_clips_that_go_leave_without_any_being_heard(sound, index_of, tmp_path):
    sounds = [sound(number) for number in range(8)]
    before = index_of(sounds)
    forget_what_was_heard(sounds, tmp_path / "cache")
    after = index_of([sounds[6], sounds[1], sounds[1], sounds[2], sounds[3]])
    for new, old in enumerate([6, 1, 1, 2, 3]):
        np.testing.assert_array_equal(of_sound(before, old), of_sound(after, new))
        np.testing.assert_array_equal(
            before.starts_s[before.sounds == old], after.starts_s[after.sounds == new]
        )


def test_a_long_clip_that_comes_does_not_change_the_window_of_the_others(sound, index_of):
    first = [sound(number) for number in range(8)]
    before = index_of(first)
    longer = sound(20, 4.0)
    assert front_end_for([*first, longer], settings_for("forest")).window_s > before.front_end.window_s
    after = index_of([*first, longer])
    assert after.front_end.window_s == before.front_end.window_s
    assert after.starts_s[after.sounds == 8].max() + after.front_end.window_s == pytest.approx(4.0, abs=0.01)


def test_when_most_is_new_or_most_has_gone_the_space_is_that_of_what_is_there(sound, index_of):
    few, more = [sound(number) for number in range(4)], [sound(number) for number in range(12)]
    index_of(few)
    for sounds in (more, more[-3:]):
        grown, alone = index_of(sounds), index_of(sounds, "another cache")
        np.testing.assert_array_equal(grown.vectors, alone.vectors)
        np.testing.assert_array_equal(grown.starts_s, alone.starts_s)


def test_a_clip_that_could_not_be_read_is_tried_again_when_another_comes(sound, index_of):
    first = [sound(number) for number in range(8)]
    first[2].path.rename(hidden := first[2].path.with_suffix(".hidden"))
    assert 2 not in index_of(first).sounds
    hidden.rename(first[2].path)
    assert 2 in index_of([*first, sound(20)]).sounds


def test_all_who_ask_for_one_index_at_once_get_it(sound, tmp_path):
    sounds = [sound(number) for number in range(4)]
    ends = front_end_for(sounds, settings_for("forest"))
    asked = 8
    together = threading.Barrier(asked)

    def ask(number):
        result_of(cache_features(sounds, ends, tmp_path / "cache", threading.Event()))
        together.wait()
        return result_of(embedded(sounds, ends, tmp_path / "cache", threading.Event()))

    for _ in range(5):
        shutil.rmtree(tmp_path / "cache" / "embeddings", ignore_errors=True)
        with ThreadPoolExecutor(asked) as pool:
            found = list(pool.map(ask, range(asked)))
        assert [len(one.sounds) for one in found] == [len(found[0].sounds)] * asked


def test_of_an_index_that_is_damaged_nothing_is_taken_over(sound, index_of, tmp_path):
    first = [sound(number) for number in range(8)]
    index_of(first)
    for file in (tmp_path / "cache" / "embeddings").rglob("*.npy"):
        file.write_bytes(file.read_bytes()[:100])
    assert set(index_of([*first, sound(20)]).sounds.tolist()) == set(range(9))


def test_few_sounds_are_as_alike_in_the_space_as_in_all_that_was_heard(sound, tmp_path):
    sounds = [sound(number) for number in range(6)]
    ends = front_end_for(sounds, settings_for("fast"))  # thousands of numbers for a window
    index = result_of(embedded(sounds, ends, tmp_path / "cache", threading.Event()))
    cached = result_of(cache_features(sounds, ends, tmp_path / "cache", threading.Event()))
    heard = torch.cat([cached.windows(at).flatten(1).float() for at in range(len(sounds))])
    if ends.standardises:
        heard = (heard - heard.mean(0)) / heard.std(0, correction=0).clamp(min=ends.least_deviation)
    seen = directions(heard, directions(heard).mean(0))
    assert heard.shape[1] > 1000
    assert index.vectors.shape[1] <= len(heard)
    kept = torch.from_numpy(np.asarray(index.vectors, np.float32))
    assert kept @ kept.T == pytest.approx(seen @ seen.T, abs=0.01)
