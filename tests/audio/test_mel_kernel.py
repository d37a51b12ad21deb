import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.mel_kernel import MelKernel, band_at_hz, decibels, mel_frequencies_hz


def noise(frames, seed=0):
    return (0.1 * np.random.default_rng(seed).standard_normal(frames)).astype(np.float32)


def tone(kernel, frequency_hz, frames=8192):
    return np.sin(2 * np.pi * frequency_hz * np.arange(frames) / kernel.rate_hz).astype(np.float32)


@pytest.mark.parametrize(
    ("rate_hz", "fft_frames"),
    [(1000, 32), (8000, 256), (16_000, 512), (22_050, 512), (44_100, 1024), (48_000, 1024), (384_000, 8192)],
)
def test_window_is_the_power_of_two_nearest_to_23_ms(rate_hz, fft_frames):
    kernel = MelKernel(rate_hz)
    assert kernel.fft_frames == fft_frames
    assert kernel.hop_frames == fft_frames // 2


@pytest.mark.filterwarnings("ignore:At least one mel filterbank has all zero values")
@pytest.mark.parametrize("rate_hz", [8000, 44_100, 96_000])
def test_levels_agree_with_torchaudio_to_a_hundredth_of_a_decibel(rate_hz):
    torch = pytest.importorskip("torch")
    transforms = pytest.importorskip("torchaudio.transforms")
    kernel = MelKernel(rate_hz)
    samples = noise(32 * kernel.fft_frames) * np.geomspace(
        1e-3, 1.0, 32 * kernel.fft_frames, dtype=np.float32
    )
    reference = transforms.MelSpectrogram(
        rate_hz, kernel.fft_frames, hop_length=kernel.hop_frames, n_mels=128, center=False
    )
    power = reference(torch.from_numpy(samples)).numpy().T.astype(np.float64)
    expected_db = 10 * np.log10(np.maximum(power * (4 / kernel.fft_frames) ** 2, 1e-30))
    filled = reference.mel_scale.fb.numpy().max(axis=0) >= 0.1  # ours fills in the others
    assert filled.sum() >= 85
    windows = np.lib.stride_tricks.sliding_window_view(samples, kernel.fft_frames)[:: kernel.hop_frames]
    exact_db = kernel._decibels(windows)[: len(windows)]
    compared = (expected_db > -90) & filled
    assert abs(exact_db - expected_db)[compared].max() <= 0.01


@pytest.mark.parametrize("rate_hz", [1000, 8000, 44_100, 384_000])
def test_a_tone_is_brightest_in_its_own_band_at_its_own_level(rate_hz):
    kernel = MelKernel(rate_hz)
    band = 90
    columns = kernel.columns(0.1 * tone(kernel, kernel.frequencies_hz()[band], 8 * kernel.fft_frames))
    assert abs(int(columns[2].argmax()) - band) <= (2 if rate_hz > 1000 else 8)
    assert decibels(columns[2]).max() == pytest.approx(-20, abs=2.5)


def test_no_band_is_dark_although_some_are_narrower_than_a_bin():
    for rate_hz in (1000, 8000, 44_100):
        columns = MelKernel(rate_hz).columns(noise(rate_hz))
        assert decibels(columns.max(axis=0)).min() > -70


@given(
    mels=st.integers(2, 256),
    low_hz=st.floats(0, 1000),
    width_hz=st.floats(10, 100_000),
)
def test_band_at_hz_inverts_the_centres_of_the_bands(mels, low_hz, width_hz):
    centres = mel_frequencies_hz(mels, low_hz, low_hz + width_hz)
    assert np.allclose(band_at_hz(centres, mels, low_hz, low_hz + width_hz), np.arange(mels), atol=1e-6)


@pytest.mark.parametrize("frames", [0, 1, 1023, 1024, 1535, 1536])
def test_only_whole_windows_make_columns(frames):
    columns = MelKernel(44_100).columns(noise(frames))
    assert columns.shape == (max(0, 1 + (frames - 1024) // 512) if frames >= 1024 else 0, 128)


def test_samples_that_are_no_numbers_count_as_silence():
    samples = noise(4096)
    silenced = samples.copy()
    samples[[100, 200, 300]] = np.nan, np.inf, -np.inf
    silenced[[100, 200, 300]] = 0.0
    kernel = MelKernel(44_100)
    assert np.array_equal(kernel.columns(samples), kernel.columns(silenced))


def test_a_band_must_lie_above_another():
    with pytest.raises(ValueError, match="no band runs"):
        MelKernel(8000, low_hz=5000)
