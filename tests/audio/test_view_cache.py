import csv
import os
import shutil
from contextlib import closing
from itertools import pairwise

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio import view_cache
from audioclf_gui.audio.files import probe
from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.spectrum_kernel import decibels
from audioclf_gui.audio.view_cache import open_view
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UnreadableAudioError

RATE_HZ = 8000


@pytest.fixture(scope="module")
def recording():
    """Two channels, 20 minutes, louder towards the end."""
    random = np.random.default_rng(0)
    samples = random.standard_normal((1200 * RATE_HZ, 2), np.float32)
    return samples * np.linspace(0.001, 0.2, len(samples), dtype=np.float32)[:, np.newaxis]


@pytest.fixture(scope="module", params=[".wav", ".flac", ".ogg"])
def long_file(request, recording, tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / f"long{request.param}"
    with sf.SoundFile(path, "w", RATE_HZ, 2) as file:
        for start in range(0, len(recording), RATE_HZ):  # libsndfile crashes on a long Ogg in one go
            file.write(recording[start : start + RATE_HZ])
    return path


@pytest.fixture
def long_wav(recording, tmp_path):
    path = tmp_path / "long.wav"
    sf.write(path, recording[: 300 * RATE_HZ], RATE_HZ)
    return path


def entries(cache_dir):
    return sorted(path for path in cache_dir.rglob("*") if path.is_file())


def drawn(view):
    """The pictures as a window of 300 pixels shows them."""
    duration_s = view.wave.duration_s
    waves = [view.wave.reduce(0.0, duration_s, 300, channel) for channel in range(view.wave.channels)]
    (spectrogram,) = view.spectra
    return np.array(waves), spectrogram.rows(0.0, duration_s, 300, FrequencyAxis("mel", 0.0, 4000.0), 128)


def test_views_get_better_from_rough_to_exact_and_the_last_is_kept(long_file, tmp_path):
    views = list(open_view(long_file, "content", tmp_path))
    known_s = [view.exact_until_s for view in views]
    assert known_s[0] == 0.0
    assert all(earlier <= later for earlier, later in pairwise(known_s))
    assert [view.is_exact for view in views] == [False] * (len(views) - 1) + [True]
    assert views[-1].wave.frames == 1200 * RATE_HZ
    (again,) = open_view(long_file, "content", tmp_path)
    assert again.is_exact
    for made, loaded in zip(drawn(views[-1]), drawn(again), strict=True):
        assert np.array_equal(made, loaded)


def test_the_first_rough_picture_already_has_the_shape_of_the_sound(long_file, tmp_path):
    with closing(open_view(long_file, "content", tmp_path)) as views:
        rough = next(views)
    *_, exact = open_view(long_file, "content", tmp_path)
    (rough_wave, rough_mel), (exact_wave, exact_mel) = drawn(rough), drawn(exact)
    heights, true_heights = rough_wave[:, 1].ravel(), exact_wave[:, 1].ravel()
    assert np.corrcoef(heights, true_heights)[0, 1] > 0.9
    assert np.corrcoef(rough_mel.ravel(), exact_mel.ravel())[0, 1] > 0.8


def test_what_a_view_calls_exact_is_exact(long_wav, tmp_path):
    *_, exact = open_view(long_wav, "content", tmp_path / "one")
    for view in open_view(long_wav, "content", tmp_path / "two"):
        until_s = view.exact_until_s - 1.0
        if until_s > 0:
            assert np.array_equal(view.wave.reduce(0.0, until_s, 50), exact.wave.reduce(0.0, until_s, 50))
            made, expected = (one.spectra[0].overview.image(0.0, until_s, 5) for one in (view, exact))
            assert np.array_equal(made, expected)


def test_stopping_early_leaves_nothing_behind(long_wav, tmp_path):
    cache_dir = tmp_path / "cache"
    with closing(open_view(long_wav, "content", cache_dir)) as views:
        next(views)
    assert not entries(cache_dir)
    long_wav.unlink()


def test_short_files_are_exact_at_once_and_not_cached(tmp_path, recording):
    path = tmp_path / "short.flac"
    sf.write(path, recording[: 30 * RATE_HZ], RATE_HZ)
    (view,) = open_view(path, "content", tmp_path / "cache")
    assert view.is_exact
    assert not view.wave.missing(0.0, 0.01, 1600)
    assert not view.wave.missing(0.0, 30.0, 1600)
    assert not entries(tmp_path / "cache")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[:10], id="half a header"),
        pytest.param(lambda content: content[:-1], id="a byte short"),
        pytest.param(lambda content: content + b"\0", id="a byte long"),
        pytest.param(lambda content: b"something else entirely" + content[23:], id="another program's"),
        pytest.param(lambda content: content[:8] + b"\xff" * 16 + content[24:], id="absurd lengths"),
    ],
)
def test_a_spoilt_cache_file_is_rebuilt_silently(spoil, long_wav, tmp_path):
    cache_dir = tmp_path / "cache"
    *_, first = open_view(long_wav, "content", cache_dir)
    (entry,) = entries(cache_dir)
    whole = entry.read_bytes()
    entry.write_bytes(spoil(whole))
    *_, rebuilt = views = list(open_view(long_wav, "content", cache_dir))
    assert len(views) > 1
    assert entry.read_bytes() == whole
    assert np.array_equal(drawn(first)[1], drawn(rebuilt)[1])


def test_other_content_and_other_windows_have_pictures_of_their_own(long_wav, tmp_path):
    for settings in ({}, {"window_s": 0.1}, {"window": "hamming"}, {"padding": 4}, {"separate": True}):
        for is_first in (True, False):
            views = list(open_view(long_wav, "content", tmp_path / "c", analysis=Analysis(**settings)))
            assert (len(views) > 1) == is_first
    assert len(list(open_view(long_wav, "other content", tmp_path / "c"))) > 1
    assert len(entries(tmp_path / "c")) == 6


def test_what_was_not_used_for_longest_makes_room(long_wav, tmp_path, monkeypatch):
    cache_dir = tmp_path / "cache"
    names = {}
    for age, content in enumerate(("oldest", "older", "newest")):
        before = set(entries(cache_dir))
        list(open_view(long_wav, content, cache_dir))
        (names[content],) = set(entries(cache_dir)) - before
        os.utime(names[content], (1000 + age, 1000 + age))
    list(open_view(long_wav, "oldest", cache_dir))  # used again, just now
    size = names["oldest"].stat().st_size
    monkeypatch.setattr(view_cache, "CACHE_BYTES", 3 * size)
    list(open_view(long_wav, "another", cache_dir))
    assert names["oldest"].exists()
    assert not names["older"].exists()
    assert names["newest"].exists()


def test_a_cache_that_cannot_be_written_costs_only_the_next_opening(long_wav, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    *_, view = open_view(long_wav, "content", blocked)
    assert view.is_exact


@pytest.mark.parametrize(
    ("suffix", "frames"), [(".wav", 0), (".aiff", 0), (".wav", 1), (".flac", 1), (".wav", 5), (".flac", 10)]
)
def test_files_with_next_to_nothing_in_them_open(suffix, frames, tmp_path):
    path = tmp_path / f"tiny{suffix}"
    sf.write(path, np.full(frames, 0.5), 44_100)
    *_, view = open_view(path, "content", tmp_path / "cache")
    assert view.is_exact
    assert view.wave.frames == frames
    axis = FrequencyAxis("linear", 0.0, 22_050.0)
    assert view.spectra[0].rows(0.0, 1.0, 100, axis, 50).shape == (50, 100)


@pytest.mark.parametrize("rate_hz", [1000, 384_000])
def test_extreme_sampling_rates_open(rate_hz, tmp_path, recording):
    path = tmp_path / "extreme.wav"
    sf.write(path, recording[: 2 * rate_hz], rate_hz)
    (view,) = open_view(path, "content", tmp_path / "cache")
    assert view.spectra[0].rows(0.0, 2.0, 100, FrequencyAxis("mel", 0.0, rate_hz / 2), 50).any()


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableAudioError, match=r"gone\.wav"):
        list(open_view(tmp_path / "gone.wav", "content", tmp_path / "cache"))


def test_a_header_that_promises_too_much_does_not_stretch_the_picture(tmp_path, shared_data):
    path = shared_data / "robustness" / "lies" / "apev2-lyricsv2.mp3"
    *_, view = open_view(path, "content", tmp_path)
    assert view.wave.frames == probe(path).frames


def test_every_odd_file_opens_whole_or_is_refused_by_name(shared_data, tmp_path):
    root = shared_data / "robustness"
    with (root / "manifest.csv").open(encoding="utf-8", newline="") as table:
        files = [root / row["file"] for row in csv.DictReader(table)]
    opened = 0
    for path in files:
        try:
            facts = probe(path)
        except UnreadableAudioError:
            continue
        *_, view = open_view(path, content_hash(path), tmp_path / "cache")
        assert (view.wave.frames, view.wave.channels) == (facts.frames, facts.channels), path
        wave, mel = drawn(view)
        assert wave.shape == (facts.channels, 2, 300), path
        assert mel.shape == (128, 300), path
        opened += 1
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    assert opened > 50


@pytest.mark.parametrize("loudness", [0.001, 0.1])
def test_an_estimate_has_the_levels_that_the_exact_picture_will_have(loudness, tmp_path):
    """Noise and a steady tone in it: no border is to run through the picture while it is being read."""
    random = np.random.default_rng(1)
    path = tmp_path / "steady.wav"
    time_s = np.arange(600 * RATE_HZ) / RATE_HZ
    samples = loudness * random.standard_normal(len(time_s)) + 0.2 * np.sin(2 * np.pi * 1000 * time_s)
    sf.write(path, samples, RATE_HZ, subtype="FLOAT")
    with closing(open_view(path, "content", tmp_path)) as views:
        rough = decibels(drawn(next(views))[1])
    *_, exact = open_view(path, "content", tmp_path)
    sharp = decibels(drawn(exact)[1])
    tone_row = sharp.mean(axis=1).argmax()
    assert np.median(rough[tone_row]) == pytest.approx(np.median(sharp[tone_row]), abs=1.0)
    assert np.median(rough[:60]) == pytest.approx(np.median(sharp[:60]), abs=2.0)


@pytest.mark.parametrize("loudness", [0.001, 0.1])
def test_an_estimate_of_noise_has_the_waveform_that_the_exact_picture_will_have(loudness, tmp_path):
    random = np.random.default_rng(1)
    path = tmp_path / "noise.wav"
    sf.write(path, loudness * random.standard_normal(600 * RATE_HZ), RATE_HZ, subtype="FLOAT")
    with closing(open_view(path, "content", tmp_path)) as views:
        rough = drawn(next(views))[0]
    *_, exact = open_view(path, "content", tmp_path)
    assert np.median(np.abs(rough)) == pytest.approx(np.median(np.abs(drawn(exact)[0])), rel=0.1)


def test_an_estimate_shows_between_what_was_heard_here_and_there_and_has_no_blocks(tmp_path):
    """A song of two seconds comes every eight: it is heard in a fourth of the places that are looked into."""
    random = np.random.default_rng(1)
    path = tmp_path / "songs.wav"
    time_s = np.arange(1600 * RATE_HZ) / RATE_HZ
    sings = (time_s + 3 * np.sin(time_s / 77.0)) % 8.0 < 2.0
    song = np.where(sings, 0.3 * np.sin(2 * np.pi * 1000 * time_s), 0.0)
    sf.write(path, song + 0.001 * random.standard_normal(len(time_s)), RATE_HZ, subtype="FLOAT")
    with closing(open_view(path, "content", tmp_path)) as views:
        rough_wave, rough = drawn(next(views))
    *_, exact = open_view(path, "content", tmp_path)
    sharp = decibels(drawn(exact)[1])
    song_row = sharp.mean(axis=1).argmax()
    levels = decibels(rough)[song_row]
    assert np.median(levels) == pytest.approx(np.median(sharp[song_row]), abs=6.0)
    assert np.abs(np.diff(levels)).max() < 6.0
    assert np.abs(np.diff(rough_wave)).max() < 0.05
