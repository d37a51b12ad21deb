"""What is taken from a sound changes the score where the model listens, and nowhere else."""

import numpy as np
import pytest
import torch
from torch import nn

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.occlusion import BANDS, COLUMNS, Occlusion, occlusion

RATE_HZ = 8000


class LoudHighBands(nn.Module):
    """The louder the five highest bands of the second half of the window are, the surer it is of a dog."""

    def forward(self, features):
        loud = features[:, -5:, features.shape[2] // 2 :].mean(dim=(1, 2))
        return torch.stack([loud, torch.zeros_like(loud), torch.zeros_like(loud)], dim=1)


@pytest.fixture
def bundle(save_tiny, tmp_path):
    from dataclasses import replace

    found = load_bundle(save_tiny(tmp_path / "model"))
    network = found.network
    network.model = LoudHighBands()
    return replace(found, network=network)


def mapped(bundle, path, name="dog"):
    *shares, found = occlusion(bundle, path, name)
    assert isinstance(found, Occlusion)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    return found


def tones(seconds, rate_hz=RATE_HZ, seed=1):
    """Bursts of 3 kHz and a steady 300 Hz tone in a little noise."""
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    bursts = np.sin(2 * np.pi * 3000 * time_s) * (np.sin(2 * np.pi * 8 * time_s) > 0)
    noise = np.random.default_rng(seed).normal(0.0, 0.003, len(time_s))
    return (0.2 * bursts + 0.2 * np.sin(2 * np.pi * 300 * time_s) + noise).astype(np.float32)


def test_the_parts_that_a_model_listens_to_are_found(bundle, tmp_path):
    write_wav(tmp_path / "a.wav", tones(0.5), RATE_HZ)
    found = mapped(bundle, tmp_path / "a.wav")
    assert found.drops.shape == found.evidence.shape == (BANDS, COLUMNS)
    assert (found.edges_s[0], found.edges_s[-1]) == pytest.approx((0.0, 0.5))
    assert (found.edges_hz[0], found.edges_hz[-1]) == pytest.approx((0.0, RATE_HZ / 2))
    band, column = np.unravel_index(found.evidence.argmax(), found.evidence.shape)
    assert found.edges_hz[band] <= 3000 <= found.edges_hz[band + 1] + 400
    assert found.edges_s[column] >= 0.2
    low = found.edges_hz[1:] < 1500
    assert np.abs(found.evidence[low]).max() < 0.05 * found.evidence.max()


def test_of_a_long_sound_it_is_the_window_with_the_highest_score(bundle, tmp_path):
    quiet = 0.001 * np.random.default_rng(3).normal(size=RATE_HZ).astype(np.float32)
    write_wav(tmp_path / "a.wav", np.concatenate([quiet, tones(0.5), quiet]), RATE_HZ)
    found = mapped(bundle, tmp_path / "a.wav")
    assert (found.edges_s[0], found.edges_s[-1]) == pytest.approx((1.0, 1.5), abs=0.26)


def test_what_is_heard_has_the_rate_and_the_length_of_a_window(bundle, tmp_path):
    write_wav(tmp_path / "a.wav", tones(0.2, 44_100), 44_100)
    found = mapped(bundle, tmp_path / "a.wav", "")
    assert found.rate_hz == RATE_HZ
    assert len(found.samples) == RATE_HZ // 2, "a shorter sound comes again, as the model hears it"
    assert found.edges_s[-1] == pytest.approx(0.2, abs=1e-3)
    assert found.samples[:200] == pytest.approx(found.samples[1600:1800], abs=0.02)


def test_a_file_without_sound_is_refused(bundle, tmp_path):
    write_wav(tmp_path / "a.wav", np.zeros(0, np.float32), RATE_HZ)
    with pytest.raises(UnreadableAudioError):
        mapped(bundle, tmp_path / "a.wav")
