"""Spectrograms against scipy and closed forms, at every zoom, on every axis."""

import threading
from itertools import pairwise

import numpy as np
import pytest
import soundfile as sf
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import ShortTimeFFT, get_window

from audioclf_gui.audio.frequency_axis import AXIS_KINDS, FrequencyAxis, ticks_hz
from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.spectrum_kernel import WINDOW_KINDS, SpectrumKernel, Transform, decibels, window_of
from audioclf_gui.audio.spectrum_overview import POOLED_COLUMNS, pooled_count, pooling
from audioclf_gui.audio.spectrum_tiles import SpectrumTiles
from audioclf_gui.audio.view_cache import open_view
from audioclf_gui.core.errors import UnreadableAudioError

RATE_HZ = 8000
HALF_HZ = RATE_HZ / 2
LINEAR = FrequencyAxis("linear", 0.0, HALF_HZ)


@pytest.fixture
def written(tmp_path):
    """Writes sound and returns its path."""

    def write(samples, suffix=".wav", subtype="PCM_16", rate_hz=RATE_HZ):
        path = tmp_path / f"sound{suffix}"
        sf.write(path, samples, rate_hz, subtype=subtype)
        return path

    return write


@pytest.fixture
def opened(tmp_path):
    """Opens a file as pictures, exact; the first lane's, or all."""

    def open_it(path, analysis=None, *, lanes=False):
        *_, view = open_view(path, f"{path}{analysis}", tmp_path / "cache", analysis=analysis or Analysis())
        assert view.is_exact
        return view.spectra if lanes else view.spectra[0]

    return open_it


def clicks(seconds, channels=1, seed=0):
    """Faint noise with an event of 20 ms now and then."""
    random = np.random.default_rng(seed)
    samples = 0.01 * random.standard_normal((round(seconds * RATE_HZ), channels))
    for start in random.integers(0, len(samples) - 200, 3 + int(seconds / 4)):
        samples[start : start + 160] += 0.3 * random.standard_normal((160, channels))
    return samples.astype(np.float32)


def tone(frequency_hz, seconds=2.0, rate_hz=RATE_HZ, amplitude=0.5):
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (amplitude * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def exact_rows(spectrogram, start_s, stop_s, columns, axis, height):
    for _ in spectrogram.computing(start_s, stop_s, (stop_s - start_s) / columns):
        pass
    assert not spectrogram.missing(start_s, stop_s, (stop_s - start_s) / columns)
    return spectrogram.rows(start_s, stop_s, columns, axis, height)


def reference_db(samples, transform):
    """What scipy makes of the same windows, (bins, columns), column k centred on sample k * hop."""
    window = get_window("hann", transform.window_frames)
    scipys = ShortTimeFFT(
        window, transform.hop_frames, transform.rate_hz, mfft=transform.fft_frames, scale_to=None
    )
    middle = transform.window_frames // 2
    columns = 1 + len(samples) // transform.hop_frames
    assert scipys.m_num_mid == middle
    power = abs(scipys.stft(samples.astype(np.float64), p0=0, p1=columns, k_offset=0)) ** 2
    return 10 * np.log10(np.maximum(power * (2 / window.sum()) ** 2, 1e-12))


@pytest.mark.parametrize(
    ("window_frames", "hop_frames", "fft_frames"), [(256, 128, 256), (300, 40, 1024), (64, 4, 512)]
)
def test_columns_are_those_of_scipy(window_frames, hop_frames, fft_frames):
    samples = clicks(2)[:, 0]
    transform = Transform(RATE_HZ, window_frames, hop_frames, fft_frames)
    padded = np.pad(samples, (window_frames // 2, window_frames))
    made = decibels(SpectrumKernel(transform).columns(padded)).T
    expected = reference_db(samples, transform)
    columns = expected.shape[1]
    assert abs(made[:, :columns] - expected).max() < 0.3  # half a step of a byte


@pytest.mark.parametrize("kind", WINDOW_KINDS)
def test_windows_are_those_of_scipy(kind):
    name = {"blackman-harris": "blackmanharris", "rectangular": "boxcar"}.get(kind, kind)
    assert window_of(kind, 200) == pytest.approx(get_window(name, 200), abs=1e-4)


@pytest.mark.parametrize("kind", AXIS_KINDS)
@pytest.mark.parametrize("frequency_hz", [313.0, 1000.0, 2750.0])
@pytest.mark.parametrize("columns", [4, 40, 4000])
def test_a_tone_lies_on_its_row_at_its_level_on_every_axis_at_every_zoom(
    kind, frequency_hz, columns, written, opened
):
    axis = FrequencyAxis(kind, 0.0, HALF_HZ)
    spectrogram = opened(written(tone(frequency_hz), subtype="FLOAT"))
    picture = exact_rows(spectrogram, 0.2, 1.8, columns, axis, 300)
    rows = picture[:, columns // 2]
    brightest = np.flatnonzero(rows >= rows.max() - 1).mean()
    bin_hz = spectrogram.transform(1.6 / columns).bin_hz
    above, below = (axis.height_at(frequency_hz + way * (bin_hz / 2 + 2)) * 300 for way in (1, -1))
    assert 299 - above - 1 <= brightest <= 299 - below + 1
    level_db = float(decibels(rows.max()))
    assert -6.02 - 1.5 <= level_db <= -6.02 + 0.6  # Hann hides at most 1.4 dB between two bins


@pytest.mark.parametrize("kind", AXIS_KINDS)
def test_two_tones_a_bin_or_two_apart_are_told_apart_where_rows_suffice(kind, written, opened):
    spectrogram = opened(written(tone(1000.0) + tone(1100.0)), Analysis(window_s=0.064))
    axis = FrequencyAxis(kind, 900.0, 1200.0)
    rows = exact_rows(spectrogram, 0.5, 1.5, 100, axis, 300)[:, 50]
    tops = [300 - round(axis.height_at(hz) * 300) for hz in (1000.0, 1100.0)]
    between = 300 - round(axis.height_at(1050.0) * 300)
    assert all(rows[top] > rows[between] + 20 for top in tops)


def test_a_click_lies_in_its_column(written, opened):
    samples = np.zeros(RATE_HZ, np.float32)
    samples[5000] = 1.0
    picture = exact_rows(opened(written(samples)), 0.6, 0.65, 1000, LINEAR, 50)
    column = picture.astype(int).sum(axis=0)
    middle = np.average(np.arange(1000), weights=column)
    assert middle == pytest.approx((5000 / RATE_HZ - 0.6) / 0.05 * 1000, abs=1.5)
    assert np.flatnonzero(column).size < 1000 * 0.010 / 0.05  # no longer than the automatic window


def test_a_sweep_of_two_milliseconds_is_a_line_not_a_blob(written, opened):
    """At 375 kHz: the ridge follows the frequency, and is as narrow as sox draws it (-y 129)."""
    rate_hz, length_s, from_hz, to_hz = 375_000, 0.002, 90e3, 25e3
    time_s = np.arange(round(length_s * rate_hz)) / rate_hz
    phase = 2 * np.pi * (from_hz * time_s + (to_hz - from_hz) * time_s**2 / (2 * length_s))
    samples = np.zeros(7500, np.float32)
    samples[3000:3750] = 0.25 * np.sin(phase) * np.hanning(750)
    axis = FrequencyAxis("linear", 0.0, rate_hz / 2)
    spectrogram = opened(written(samples, rate_hz=rate_hz))
    picture = decibels(exact_rows(spectrogram, 0.0, 0.02, 1000, axis, 400))
    for part in (0.25, 0.5, 0.75):
        column = int((0.008 + part * length_s) / 0.02 * 1000)
        rows = picture[:, column]
        ridge_hz = (399.5 - rows.argmax()) / 400 * rate_hz / 2
        assert ridge_hz == pytest.approx(from_hz + part * (to_hz - from_hz), abs=1500)
        assert np.count_nonzero(rows > rows.max() - 6) / 400 * rate_hz / 2 < 12_000


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_pixel_is_the_loudest_of_its_windows_and_bins(suffix, written, opened):
    path = written(clicks(100), suffix)
    spectrogram = opened(path, Analysis(window_s=0.032, overlap=0.5, padding=1))
    samples, _ = sf.read(path, dtype="float32")
    transform = spectrogram.transform(0.016)
    assert transform == Transform(RATE_HZ, 256, 128, 256)
    columns = reference_db(samples, transform)
    hop_s = 128 / RATE_HZ
    for per_pixel in (1, 4, 16, 64, 256):
        pixels = columns.shape[1] // per_pixel
        loudest = columns[:, : pixels * per_pixel].reshape(129, pixels, per_pixel).max(axis=2)
        rows = np.maximum(loudest[0:128:2], loudest[1:129:2])[::-1]  # two bins a row
        stop_s = (pixels * per_pixel - 0.5) * hop_s
        picture = decibels(exact_rows(spectrogram, -0.5 * hop_s, stop_s, pixels, LINEAR, 64))
        assert abs(picture[1:] - rows[1:]).max() < 0.3
        assert abs(picture[0] - np.maximum(rows[0], loudest[128])).max() < 0.3


def test_no_event_is_lost_at_any_zoom(written, opened):
    spectrogram = opened(written(clicks(300, seed=4)), Analysis(window_s=0.032, overlap=0.5, padding=1))
    loudest = spectrogram.overview.coarse.max()
    for columns in (1, 3, 10, 137, 1600, 4000):
        assert exact_rows(spectrogram, 0.0, 300.0, columns, LINEAR, 100).max() == loudest


def test_zooming_out_changes_no_level_at_the_border_of_close_and_wide_views(written, opened):
    """The same noise on both sides of the zoom at which tiles give way to what is kept of a file."""
    spectrogram = opened(written(clicks(100, seed=2)), Analysis(window_s=0.032, overlap=0.5, padding=1))
    border_s = POOLED_COLUMNS * 128 / RATE_HZ
    levels = [
        np.median(decibels(exact_rows(spectrogram, 0.0, 99.0, round(99.0 / s_per_px), LINEAR, 100)))
        for s_per_px in (border_s * 0.99, border_s * 1.01)
    ]
    assert levels[0] == pytest.approx(levels[1], abs=0.6)


def test_coarse_is_shown_until_a_worker_has_computed_and_never_darker(written, opened):
    analysis = Analysis(window_s=0.032, overlap=0.5, padding=1)
    spectrogram = opened(written(clicks(100), ".flac"), analysis)
    span = 40.0, 48.0, 500
    assert spectrogram.missing(40.0, 48.0, 8 / 500)
    assert not spectrogram.missing(0.0, 100.0, 1.0)
    coarse = spectrogram.rows(*span, LINEAR, 65)
    thread = threading.Thread(target=lambda: list(spectrogram.computing(40.0, 48.0, 8 / 500)))
    thread.start()
    thread.join()
    exact = spectrogram.rows(*span, LINEAR, 65)
    assert (coarse >= exact).all()
    assert not np.array_equal(coarse, exact)


def test_a_part_is_the_same_whether_what_is_beside_it_was_computed_or_not(written, opened):
    path = written(clicks(100))
    whole = exact_rows(opened(path), 0.0, 100.0, 10_000, LINEAR, 100)
    spectrogram = opened(path)
    for start_s in (60.0, 20.0, 40.0):
        part = exact_rows(spectrogram, start_s, start_s + 20.0, 2000, LINEAR, 100)
        at = round(start_s * 100)
        assert np.array_equal(part[:, 1:-1], whole[:, at + 1 : at + 1999])


@pytest.mark.parametrize("channels", [2, 3])
def test_channels_are_heard_as_their_mean_or_each_by_itself(channels, written, opened):
    samples = clicks(20, channels)
    path = written(samples, subtype="FLOAT")
    together = exact_rows(opened(path), 0.0, 20.0, 400, LINEAR, 100)
    lanes = opened(path, Analysis(separate=True), lanes=True)
    alone = [exact_rows(lane, 0.0, 20.0, 400, LINEAR, 100) for lane in lanes]
    assert len(lanes) == channels
    expected = [together, *alone]
    for made, mono in zip(expected, [samples.mean(axis=1), *samples.T], strict=True):
        drawn = exact_rows(opened(written(mono, ".w64", subtype="FLOAT")), 0.0, 20.0, 400, LINEAR, 100)
        assert abs(made.astype(int) - drawn).max() <= 1


@pytest.mark.parametrize("frames", [0, 1, 5, 10, 127, 128, 129])
def test_tiny_files_can_be_drawn_at_any_zoom(written, opened, frames):
    spectrogram = opened(written(0.5 * np.ones(frames, np.float32)))
    for stop_s in (1e-5, 0.01, 1.0, 1000.0):
        for columns in (1, 2, 1600):
            assert exact_rows(spectrogram, 0.0, stop_s, columns, LINEAR, 40).shape == (40, columns)
    assert bool(exact_rows(spectrogram, -0.1, 0.1, 10, LINEAR, 40).any()) == (frames > 0)


def test_nothing_is_drawn_beyond_the_file(written, opened):
    picture = exact_rows(opened(written(clicks(10))), -10.0, 20.0, 300, LINEAR, 40)
    assert not picture[:, :99].any()
    assert not picture[:, 202:].any()
    assert picture[:, 101:199].any(axis=0).all()


def test_a_file_that_has_gone_is_named(written, opened):
    path = written(clicks(100))
    spectrogram = opened(path)
    path.unlink()
    with pytest.raises(UnreadableAudioError, match=r"sound\.wav"):
        list(spectrogram.computing(0.0, 10.0, 0.01))


@pytest.mark.parametrize(
    ("rate_hz", "s_per_px", "window_frames"),
    [
        pytest.param(44_100, 1.0, 1024, id="a minute or more: 23 ms"),
        pytest.param(44_100, 0.005, 1024, id="some seconds"),
        pytest.param(44_100, 0.0005, 256, id="half a second: pulses of a voice"),
        pytest.param(375_000, 1.0, 1024, id="bats: 2.7 ms"),
        pytest.param(375_000, 0.00002, 128, id="one call of a bat"),
        pytest.param(2000, 1.0, 64, id="whales: 32 ms"),
        pytest.param(44_100, 1e-5, 64, id="never shorter"),
    ],
)
def test_an_automatic_window_follows_rate_and_zoom(rate_hz, s_per_px, window_frames):
    assert Analysis().close(rate_hz, s_per_px).window_frames == window_frames


@pytest.mark.parametrize("hours", [0.1, 1, 4, 24, 200])
def test_what_is_kept_of_a_long_file_stays_small(hours):
    kernel = SpectrumKernel(Analysis().wide(48_000))
    frames = round(hours * 3600 * 48_000)
    assert pooled_count(kernel, frames) * kernel.bins <= 32 * 2**20 or pooling(kernel, frames) == 512


@pytest.mark.parametrize("pool", [1, 4, 64])
def test_pooled_tiles_are_the_loudest_of_their_columns(pool, written):
    path = written(clicks(200, seed=5))
    samples, _ = sf.read(path, dtype="float32")
    transform = Transform(RATE_HZ, 256, 128, 256)
    columns = reference_db(samples, transform)
    tiles = SpectrumTiles(path, SpectrumKernel(transform), len(samples), -1, pool, 2**20)
    list(tiles.computing(0.0, 200.0))
    pixels = columns.shape[1] // pool
    stop_s = (pixels * pool - 0.5) * 128 / RATE_HZ
    ((at, levels),) = tiles.known(-0.5 * 128 / RATE_HZ, stop_s, pixels, slice(0, 129))
    loudest = columns[:, : pixels * pool].reshape(129, pixels, pool).max(axis=2)
    assert at == slice(0, pixels)
    assert abs(decibels(levels).T - loudest).max() < 0.3


def test_memory_for_tiles_is_limited_and_the_farthest_goes_first(written):
    path = written(np.zeros(1, np.float32))
    tiles = SpectrumTiles(path, SpectrumKernel(Transform(RATE_HZ, 256, 128, 8192)), 10**9, -1, 1, 48 * 2**20)
    tile_s = 256 * 128 / RATE_HZ
    for number in range(60):
        list(tiles.computing(number * tile_s, (number + 0.5) * tile_s))
    assert not tiles.missing(59.1 * tile_s, 59.2 * tile_s)
    assert not tiles.missing(20.1 * tile_s, 20.2 * tile_s)
    assert tiles.missing(0.1 * tile_s, 0.2 * tile_s)


@pytest.mark.parametrize("kind", AXIS_KINDS)
@given(low=st.floats(0, 0.9), width=st.floats(0.01, 1.0), up=st.floats(0, 1), factor=st.floats(1e-9, 1e9))
def test_axes_invert_and_stay_inside_what_there_is(kind, low, width, up, factor):
    widest = FrequencyAxis(kind, 0.0, 24_000.0)
    axis = FrequencyAxis(kind, low * 24_000, min(low + width, 1.0) * 24_000)
    assert axis.height_at(float(axis.frequency_at(up))) == pytest.approx(up, abs=1e-6)
    around_hz = float(axis.frequency_at(up))
    for changed in (axis.zoomed(factor, around_hz, widest), axis.moved(factor - 1, widest)):
        assert 0 <= changed.low_hz < changed.high_hz <= 24_000.0
    moved = axis.moved(0.3, widest)
    if axis.foot_hz > 0 and axis.frequency_at(1.3) < 24_000:
        assert moved.high_hz == pytest.approx(float(axis.frequency_at(1.3)))


@pytest.mark.parametrize("kind", AXIS_KINDS)
@pytest.mark.parametrize("factor", [1e3, 1e300])
def test_an_axis_that_is_zoomed_out_without_end_shows_all_there_is(kind, factor):
    widest = FrequencyAxis(kind, 0.0, 24_000.0)
    assert FrequencyAxis(kind, 900.0, 1200.0).zoomed(factor, 1000.0, widest) == widest


@pytest.mark.parametrize("kind", AXIS_KINDS)
@pytest.mark.parametrize(
    ("low_hz", "high_hz"), [(0, 8000), (0, 22_050), (10_000, 187_500), (900, 1200), (3, 9)]
)
@pytest.mark.parametrize("height", [120, 340, 900])
def test_ticks_are_round_and_have_room(kind, low_hz, high_hz, height):
    axis = FrequencyAxis(kind, float(low_hz), float(high_hz))
    ticks = ticks_hz(axis, height, 34)
    places = [axis.height_at(hz) * height for hz in ticks]
    assert all(axis.foot_hz * 0.999 <= hz <= high_hz * 1.001 for hz in ticks)
    assert all(after - before >= 34 * 0.99 for before, after in pairwise(places))
    assert len(ticks) >= (2 if height > 120 else 1)  # the top is named besides
    assert all(float(f"{hz:.3g}") == pytest.approx(hz) for hz in ticks)
    if kind == "linear":
        steps = np.diff(ticks)
        assert steps == pytest.approx(np.full(len(steps), steps.max(initial=0)))


def test_ticks_leave_room_for_the_name_of_the_top():
    axis = FrequencyAxis("log", 20.0, 8000.0)
    assert ticks_hz(axis, 206, 34, 26) == (20.0, 100.0, 300.0, 1000.0, 3000.0)
    assert ticks_hz(FrequencyAxis("linear", 0.0, 22_050.0), 250, 34, 26) == (0.0, 5000.0, 10_000.0, 15_000.0)


@pytest.mark.parametrize("height", [150, 316, 900])
def test_powers_of_ten_are_the_first_ticks_of_a_logarithmic_axis(height):
    assert {100.0, 1000.0, 10_000.0} <= set(ticks_hz(FrequencyAxis("log", 0.0, 22_050.0), height, 34))


@pytest.mark.parametrize("rate_hz", [8000, 48_000, 375_000])
@pytest.mark.parametrize("window_s", [0.001, 0.0232, 0.2])
@pytest.mark.parametrize("overlap", [None, 0.0, 0.5, 0.95])
@pytest.mark.parametrize("padding", [None, 8])
def test_every_choice_can_be_drawn_at_every_zoom(rate_hz, window_s, overlap, padding, written, opened):
    random = np.random.default_rng(0)
    path = written(0.1 * random.standard_normal(rate_hz // 2), rate_hz=rate_hz)
    spectrogram = opened(path, Analysis(window_s, overlap, padding=padding))
    axis = FrequencyAxis("mel", 0.0, rate_hz / 2)
    for span_s in (0.5, 0.02):
        assert exact_rows(spectrogram, 0.1, 0.1 + span_s, 1200, axis, 100)[:, :500].any()
