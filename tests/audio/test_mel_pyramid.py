import threading

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.mel_kernel import MelKernel
from audioclf_gui.audio.mel_pyramid import COLUMNS_PER_TILE, POOLED_COLUMNS, MelPyramid, column_count
from audioclf_gui.audio.view_cache import open_view
from audioclf_gui.core.errors import UnreadableAudioError

RATE_HZ = 8000
HOP_S = MelKernel(RATE_HZ).hop_frames / RATE_HZ


@pytest.fixture
def written(tmp_path):
    """Writes sound and returns its path."""

    def write(samples, suffix=".wav", subtype="PCM_16"):
        path = tmp_path / f"sound{suffix}"
        sf.write(path, samples, RATE_HZ, subtype=subtype)
        return path

    return write


def clicks(seconds, channels=1, seed=0):
    """Faint noise with an event of 20 ms now and then."""
    random = np.random.default_rng(seed)
    samples = 0.01 * random.standard_normal((round(seconds * RATE_HZ), channels))
    for start in random.integers(0, len(samples) - 200, 3 + int(seconds / 4)):
        samples[start : start + 160] += 0.3 * random.standard_normal((160, channels))
    return samples.astype(np.float32)


def opened(path, tmp_path):
    """Its mel pyramid, exact."""
    *_, view = open_view(path, "content", tmp_path / "cache")
    assert view.is_exact
    return view.mel


def whole_file(path):
    """All columns of a file, in one go."""
    samples, _ = sf.read(path, dtype="float32", always_2d=True)
    kernel = MelKernel(RATE_HZ)
    padded = np.zeros(kernel.hop_frames * (column_count(kernel, len(samples)) + 1), np.float32)
    padded[kernel.hop_frames : kernel.hop_frames + len(samples)] = samples.mean(axis=1)
    return kernel.columns(padded)


def columns_between(mel, first, last):
    """Columns [first, last) as drawn with a pixel each."""
    return mel.image((first - 0.5) * HOP_S, (last - 0.5) * HOP_S, last - first)


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
@pytest.mark.parametrize("seconds", [30, 100])
def test_columns_at_tile_borders_are_those_of_the_whole_file_byte_for_byte(
    written, tmp_path, suffix, seconds
):
    path = written(clicks(seconds), suffix)
    mel = opened(path, tmp_path)
    expected = whole_file(path)
    mel.compute(0.0, seconds)
    assert mel.columns == len(expected) > 3 * COLUMNS_PER_TILE
    assert np.array_equal(columns_between(mel, 0, len(expected)), expected)


def test_a_tile_is_the_same_whether_its_neighbours_were_made_or_not(written, tmp_path):
    path = written(clicks(100))
    expected = whole_file(path)
    mel = opened(path, tmp_path)
    for tile in (3, 1, 2):
        middle_s = (tile + 0.5) * COLUMNS_PER_TILE * HOP_S
        assert mel.missing(middle_s, middle_s + 0.1, 100)
        mel.compute(middle_s, middle_s + 0.1)
        first, last = tile * COLUMNS_PER_TILE, (tile + 1) * COLUMNS_PER_TILE
        assert np.array_equal(columns_between(mel, first, last), expected[first:last])


def test_column_k_is_centred_on_k_hops(written, tmp_path):
    samples = np.zeros(RATE_HZ, np.float32)
    samples[40 * 128] = 1.0
    mel = opened(written(samples), tmp_path)
    loudness = columns_between(mel, 0, mel.columns).max(axis=1)
    assert loudness.argmax() == 40
    assert np.flatnonzero(loudness).tolist() == [40]  # at the ends of the windows beside it Hann is 0


@pytest.mark.parametrize("per_pixel", [1, 2, 7, 15, 16, 32, 160, 256, 1024])
def test_every_pixel_is_the_loudest_of_its_columns(written, tmp_path, per_pixel):
    path = written(clicks(100))
    mel = opened(path, tmp_path)
    mel.compute(0.0, 100.0)
    expected = whole_file(path)
    pixels = len(expected) // per_pixel
    by_hand = expected[: pixels * per_pixel].reshape(pixels, per_pixel, 128).max(axis=1)
    drawn = mel.image(-0.5 * HOP_S, (pixels * per_pixel - 0.5) * HOP_S, pixels)
    assert np.array_equal(drawn, by_hand)


def test_no_event_is_lost_at_any_zoom(written, tmp_path):
    path = written(clicks(300, seed=4))
    mel = opened(path, tmp_path)
    loudest = mel.coarse.max()
    for columns in (1, 3, 10, 137, 1600, 4000):
        assert mel.image(0.0, 300.0, columns).max() == loudest


def test_coarse_is_shown_until_a_worker_has_computed_and_never_darker(written, tmp_path):
    mel = opened(written(clicks(100), ".flac"), tmp_path)
    span = (40.0, 48.0)
    assert mel.missing(*span, 500)
    assert not mel.missing(0.0, 100.0, 100)
    coarse = mel.image(*span, 500)
    thread = threading.Thread(target=mel.compute, args=span)
    thread.start()
    thread.join()
    assert not mel.missing(*span, 500)
    exact = mel.image(*span, 500)
    assert (coarse >= exact).all()
    assert not np.array_equal(coarse, exact)


def test_what_is_partly_computed_is_shown_where_it_is(written, tmp_path):
    path = written(clicks(100))
    mel = opened(path, tmp_path)
    tile_s = COLUMNS_PER_TILE * HOP_S
    mel.compute(tile_s * 1.2, tile_s * 1.3)
    drawn = columns_between(mel, 0, 3 * COLUMNS_PER_TILE)
    expected = whole_file(path)
    second = slice(COLUMNS_PER_TILE, 2 * COLUMNS_PER_TILE)
    assert np.array_equal(drawn[second], expected[second])
    first = np.repeat(
        expected[:COLUMNS_PER_TILE].reshape(-1, POOLED_COLUMNS, 128).max(axis=1), POOLED_COLUMNS, 0
    )
    assert np.array_equal(drawn[:COLUMNS_PER_TILE], first)


@pytest.mark.parametrize("channels", [2, 3])
def test_channels_are_heard_as_their_mean(written, tmp_path, channels):
    samples = clicks(20, channels)
    drawn = opened(written(samples, subtype="FLOAT"), tmp_path).image(0.0, 20.0, 400)
    mean = samples.mean(axis=1)
    assert abs(drawn.astype(int) - opened_mono(written(mean, subtype="FLOAT"), tmp_path)).max() <= 1


def opened_mono(path, tmp_path):
    *_, view = open_view(path, "mono", tmp_path / "cache")
    return view.mel.image(0.0, 20.0, 400).astype(int)


@pytest.mark.parametrize("frames", [0, 1, 5, 10, 127, 128, 129])
def test_tiny_files_can_be_drawn_at_any_zoom(written, tmp_path, frames):
    mel = opened(written(0.5 * np.ones(frames, np.float32)), tmp_path)
    for stop_s in (1e-5, 0.01, 1.0, 1000.0):
        for columns in (0, 1, 2, 1600):
            assert mel.image(0.0, stop_s, columns).shape == (columns, 128)
    assert bool(mel.image(-0.1, 0.1, 10).any()) == (frames > 0)


def test_nothing_is_drawn_beyond_the_file(written, tmp_path):
    mel = opened(written(clicks(10)), tmp_path)
    drawn = mel.image(-10.0, 20.0, 300)
    assert not drawn[:99].any()
    assert not drawn[201:].any()
    assert drawn[101:199].any(axis=1).all()


def test_memory_for_tiles_is_limited_and_the_farthest_goes_first():
    kernel = MelKernel(RATE_HZ)
    mel = MelPyramid.unread("nowhere.wav", kernel, 10**9)
    tile = np.ones((COLUMNS_PER_TILE, kernel.mels), np.uint8)
    for number in range(1100):
        mel.keep(number, tile)
    tile_s = COLUMNS_PER_TILE * HOP_S
    assert not mel.missing(1099.1 * tile_s, 1099.9 * tile_s, 1000)
    assert not mel.missing(100.1 * tile_s, 100.9 * tile_s, 1000)
    assert mel.missing(50.1 * tile_s, 50.9 * tile_s, 1000)


def test_a_file_that_has_gone_is_named(written, tmp_path):
    path = written(clicks(100))
    mel = opened(path, tmp_path)
    path.unlink()
    with pytest.raises(UnreadableAudioError, match=r"sound\.wav"):
        mel.compute(0.0, 10.0)
