from itertools import pairwise

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio import wave_pyramid
from audioclf_gui.audio.sample_reader import SampleReader
from audioclf_gui.audio.wave_pyramid import WavePyramid, frames_per_block
from audioclf_gui.core.errors import UnreadableAudioError

RATE_HZ = 8000


@pytest.fixture
def written(tmp_path):
    """Writes sound of (frames, channels) and returns its path."""

    def write(samples, suffix=".wav", subtype="PCM_16", rate_hz=RATE_HZ):
        path = tmp_path / f"sound{suffix}"
        sf.write(path, samples, rate_hz, subtype=subtype)
        return path

    return write


def noise(frames, channels=1, seed=0):
    random = np.random.default_rng(seed)
    return (random.standard_normal((frames, channels)) * 8000).clip(-32768, 32767).astype(np.int16)


def by_hand(samples, edges):
    """Extremes pixel by pixel, NaN where there is nothing."""
    pairs = []
    for first, last in pairwise(edges):
        pixel = samples[max(0, first) : max(0, last)]
        pairs.append((pixel.min(), pixel.max()) if len(pixel) else (np.nan, np.nan))
    return np.array(pairs, np.float32).T / 32768


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
@pytest.mark.parametrize("frames_per_pixel", [512, 1536, 2048, 8192, 65_536])
def test_wide_pixels_show_exactly_their_least_and_greatest_sample(written, suffix, frames_per_pixel):
    samples = noise(600_000, 2)
    pyramid = WavePyramid.build(written(samples, suffix))
    columns = 9
    edges = np.arange(2, columns + 3) * frames_per_pixel
    for channel in (0, 1):
        drawn = pyramid.reduce(edges[0] / RATE_HZ, edges[-1] / RATE_HZ, columns, channel)
        assert np.array_equal(drawn, by_hand(samples[:, channel], edges), equal_nan=True)


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
@pytest.mark.parametrize("frames_per_pixel", [700, 4096, 5000, 65_536])
def test_in_a_very_long_file_longer_blocks_show_the_same(written, suffix, frames_per_pixel, monkeypatch):
    monkeypatch.setattr(wave_pyramid, "_MOST_BYTES", 1500)  # what is very long is short here
    samples = noise(600_001, 2)
    path = written(samples, suffix)
    pyramid = WavePyramid.build(path)
    with SampleReader(path) as reader:
        in_parts = WavePyramid.unread(path, reader, len(samples))
        for start in range(0, len(samples), 3000):  # which is no multiple of a block
            in_parts.put(start, samples[start : start + 3000])
    assert pyramid.minima.nbytes + pyramid.maxima.nbytes <= 1500
    assert np.array_equal(in_parts.minima, pyramid.minima)
    assert np.array_equal(in_parts.maxima, pyramid.maxima)
    blocks = frames_per_block(len(samples), 2)
    columns, first = 8, 2 * blocks
    edges = first + np.arange(columns + 1) * frames_per_pixel
    if frames_per_pixel >= blocks:
        edges = np.rint(edges / blocks).astype(int) * blocks
    for channel in (0, 1):
        span_s = (first / RATE_HZ, (first + columns * frames_per_pixel) / RATE_HZ)
        if pyramid.missing(*span_s, columns):
            pyramid.compute(*span_s)
        drawn = pyramid.reduce(*span_s, columns, channel)
        assert np.array_equal(drawn, by_hand(samples[:, channel], edges), equal_nan=True)


@pytest.mark.parametrize("frames_per_pixel", [1, 3, 100, 511])
def test_narrow_pixels_show_the_samples_themselves(written, frames_per_pixel):
    samples = noise(100_000)
    pyramid = WavePyramid.build(written(samples))
    edges = 12_345 + np.arange(101) * frames_per_pixel
    drawn = pyramid.reduce(edges[0] / RATE_HZ, edges[-1] / RATE_HZ, 100)
    assert np.array_equal(drawn, by_hand(samples[:, 0], edges))


def test_below_one_sample_per_pixel_the_line_runs_through_the_samples(written):
    samples = noise(1000)
    pyramid = WavePyramid.build(written(samples))
    low, high = pyramid.reduce(99.875 / RATE_HZ, 109.875 / RATE_HZ, 40)
    assert np.array_equal(low, high)
    assert np.allclose(low[::4], samples[100:110, 0] / 32768)


@pytest.mark.parametrize("columns", [1, 7, 100, 1600])
@pytest.mark.parametrize("span", [(-3.0, 80.0), (0.0, 75.0), (11.7, 61.3), (74.9, 200.0)])
def test_no_click_is_ever_lost_or_doubled_in_size(written, columns, span):
    samples = np.zeros((600_000, 1), np.int16)
    clicks = np.random.default_rng(1).integers(0, len(samples), 40)
    samples[clicks] = 20_000
    low, high = WavePyramid.build(written(samples)).reduce(*span, columns)
    inside = clicks[(clicks / RATE_HZ >= span[0] + 0.2) & (clicks / RATE_HZ < span[1] - 0.2)]
    pixels = ((inside / RATE_HZ - span[0]) / (span[1] - span[0]) * columns).astype(int)
    for pixel in pixels:
        assert np.nanmax(high[max(0, pixel - 1) : pixel + 2]) == np.float32(20_000 / 32768)
    assert np.nanmin(low) == 0


def test_pixels_outside_the_file_have_nothing(written):
    pyramid = WavePyramid.build(written(noise(RATE_HZ)))
    for columns in (6, 600, 60_000):
        low, high = pyramid.reduce(-1.0, 2.0, columns)
        third = columns // 3
        assert np.isnan(low[: third - 1]).all()
        assert np.isnan(high[2 * third + 1 :]).all()
        assert not np.isnan(low[third + 1 : 2 * third - 1]).any()


@pytest.mark.parametrize("frames", [0, 1, 5, 10, 511, 512, 513])
def test_tiny_files_can_be_drawn_at_any_zoom(written, frames):
    samples = noise(frames)
    pyramid = WavePyramid.build(written(samples))
    for stop_s in (1e-5, 0.01, 1.0, 1000.0):
        for columns in (0, 1, 2, 1600):
            low, high = pyramid.reduce(0.0, stop_s, columns)
            assert low.shape == high.shape == (columns,)
    low, high = pyramid.reduce(0.0, 1.0, 1)
    if frames:
        assert (low[0], high[0]) == (samples.min() / 32768, samples.max() / 32768)
    else:
        assert np.isnan(low[0])


def test_float_files_are_clipped_and_their_bad_samples_silent(written):
    samples = np.array([0.25, np.nan, 3.0, np.inf, -0.5, -7.0, 0.0, 0.1] * 200, np.float32)
    low, high = WavePyramid.build(written(samples, subtype="FLOAT")).reduce(0.0, 1600 / RATE_HZ, 1600)
    assert np.allclose(low[:8], [0.25, 0.0, 1.0, 0.0, -0.5, -1.0, 0.0, 0.1], atol=1e-4)
    assert np.array_equal(low, high)


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_24", "FLOAT", "ULAW"])
def test_any_encoding_shows_the_same_wave(written, subtype):
    samples = (np.sin(np.arange(20_000) / 50) * 0.7).astype(np.float32)
    low, high = WavePyramid.build(written(samples, subtype=subtype)).reduce(0.0, 20_000 / RATE_HZ, 10)
    assert np.allclose(low, -0.7, atol=0.02)
    assert np.allclose(high, 0.7, atol=0.02)


def test_close_views_of_compressed_files_ask_for_a_worker_first(written):
    samples = noise(100_000)
    pyramid = WavePyramid.build(written(samples, ".flac"))
    span = (5.0, 5.1)
    assert pyramid.missing(*span, 100)
    blocks = pyramid.reduce(*span, 100)
    pyramid.compute(*span)
    assert not pyramid.missing(*span, 100)
    exact = pyramid.reduce(*span, 100)
    assert np.array_equal(exact, by_hand(samples[:, 0], 40_000 + 8 * np.arange(101)))
    assert (blocks[0] <= exact[0]).all()
    assert (blocks[1] >= exact[1]).all()
    assert not pyramid.missing(0.0, 12.0, 100)


def test_a_file_that_has_gone_is_still_drawn_from_its_blocks(written):
    path = written(noise(100_000))
    pyramid = WavePyramid.build(path)
    path.unlink()
    low, _ = pyramid.reduce(5.0, 5.1, 100)
    assert not np.isnan(low).any()
    with pytest.raises(UnreadableAudioError, match=r"sound\.wav"):
        pyramid.compute(5.0, 5.1)
