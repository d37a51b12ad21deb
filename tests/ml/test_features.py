import json

import numpy as np
import pytest
import torch
import torchaudio

from audioclf_gui.ml.features import LogMel, MelSettings, mel_filters, mel_settings

FRONT_ENDS = [
    pytest.param(mel_settings(32000), id="general"),
    pytest.param(mel_settings(16000, window_s=0.032, hop_s=0.010), id="speech"),
    pytest.param(mel_settings(8000, mels=40), id="narrow"),
    pytest.param(
        mel_settings(44100, window_s=1024 / 44100, hop_s=512 / 44100, low_hz=0, scale="htk", norm=""),
        id="htk",
    ),
]


def noise(clips, samples, seed=0):
    return torch.randn(clips, samples, generator=torch.Generator().manual_seed(seed)) * 0.1


def reference(settings):
    return torchaudio.transforms.MelSpectrogram(
        settings.rate_hz,
        settings.fft_frames,
        settings.window_frames,
        settings.hop_frames,
        settings.low_hz,
        settings.high_hz,
        n_mels=settings.mels,
        norm=settings.norm or None,
        mel_scale=settings.scale,
    )


@pytest.mark.parametrize("settings", FRONT_ENDS)
@pytest.mark.filterwarnings("ignore:At least one mel filterbank has all zero values")
def test_same_numbers_as_torchaudio(settings):
    sounds = noise(3, settings.rate_hz)
    expected = reference(settings)(sounds)
    actual = LogMel(settings).power(sounds)
    assert torch.equal(mel_filters(settings), reference(settings).mel_scale.fb)
    assert actual.shape == expected.shape == (3, settings.mels, settings.columns(settings.rate_hz))
    assert float((actual - expected).abs().max() / expected.abs().max()) <= 1e-6


@pytest.mark.parametrize("top_db", [None, 80.0])
def test_a_clip_gives_the_same_alone_and_beside_a_loud_one(top_db):
    front_end = LogMel(mel_settings(16000, top_db=top_db))
    sounds = noise(4, 16000) * torch.tensor([[1.0], [1e-4], [9.0], [0.0]])
    together = front_end(sounds)
    for index, sound in enumerate(sounds):
        assert float((front_end(sound[None])[0] - together[index]).abs().max()) <= 1e-5


def test_the_floor_lies_below_the_loudest_point_of_each_clip():
    sound = noise(1, 16000)
    sound[:, 8000:] = 0.0
    decibels = LogMel(mel_settings(16000, top_db=40.0))(sound)
    assert float(decibels.max() - decibels.min()) == pytest.approx(40.0)


@pytest.mark.parametrize("samples", [0, 1, 255, 256, 257, 700])
def test_short_sounds_are_padded_and_finite(samples):
    settings = mel_settings(8000)
    decibels = LogMel(settings)(noise(1, samples))
    assert decibels.shape == (1, settings.mels, settings.columns(samples))
    assert bool(torch.isfinite(decibels).all())


@pytest.mark.parametrize("rate_hz", [8000, 32000, 96000])
def test_beside_a_loud_tone_silent_bands_hold_no_noise_of_rounding(rate_hz):
    """It would be another one in every library and on every processor, and models amplify it."""
    settings = mel_settings(rate_hz)
    time_s = torch.arange(rate_hz, dtype=torch.float64) / rate_hz
    rising = (0.5 * torch.sin(np.pi * rate_hz / 4 * time_s**2)).float().unsqueeze(0)
    exact = LogMel(settings).double()(rising.double())
    assert float(exact.min()) < -95.0
    assert float((LogMel(settings)(rising) - exact).abs().max()) < 0.02


def test_silence_is_minus_100_db():
    assert float(LogMel(mel_settings(8000))(torch.zeros(1, 8000)).max()) == pytest.approx(-100.0)


@pytest.mark.parametrize("settings", FRONT_ENDS)
def test_settings_survive_json(settings):
    assert MelSettings.from_dict(json.loads(json.dumps(settings.to_dict()))) == settings


def test_what_was_stored_before_there_was_a_choice_of_precision_stays_as_it_was():
    stored = {name: value for name, value in mel_settings(8000).to_dict().items() if name != "precision"}
    settings = MelSettings.from_dict(stored)
    assert settings.precision == "float32"
    assert settings.to_dict() == stored


def test_the_general_front_end_is_the_default():
    assert MelSettings() == mel_settings(32000) == MelSettings(
        32000, 0.04, 0.02, 2048, 64, 30.0, 16000.0, "slaney", "slaney", None
    )  # fmt: skip


@pytest.mark.parametrize(("samples", "frames"), [(1, 2), (2, 2), (3, 4), (512, 512), (513, 1024)])
def test_the_fft_is_the_next_power_of_two(samples, frames):
    assert mel_settings(16000, window_s=samples / 16000).fft_frames == frames


@pytest.mark.parametrize(
    "change",
    [
        {"low_hz": 0.0},
        {"high_hz": 4000.0},
        {"window_s": 512 / 8000},
        {"window_s": 1 / 8000},
        {"hop_s": 1 / 8000},
        {"mels": 1},
        {"top_db": 0.1},
    ],
)
def test_settings_at_their_bounds_are_taken(change):
    wanted = mel_settings(8000).to_dict() | change
    assert MelSettings.from_dict(wanted).to_dict() == wanted


@pytest.mark.parametrize(
    "change",
    [
        {"rate_hz": "fast"},
        {"rate_hz": True},
        {"rate_hz": 0},
        {"low_hz": -0.5},
        {"low_hz": 4000.0},
        {"high_hz": 4001.0},
        {"high_hz": 1e6},
        {"scale": "bark"},
        {"norm": "area"},
        {"extra": 1},
        {"hop_s": 0.0},
        {"window_s": 513 / 8000},
        {"window_s": 0.0},
        {"mels": 0},
        {"top_db": 0.0},
        {"top_db": "much"},
    ],
)
def test_wrong_settings_are_refused(change):
    with pytest.raises(ValueError, match=r"\w"):
        MelSettings.from_dict(mel_settings(8000).to_dict() | change)


def test_a_tone_lies_in_the_band_of_its_frequency():
    settings = mel_settings(16000)
    time_s = torch.arange(16000) / 16000
    decibels = LogMel(settings)(torch.sin(2 * np.pi * 1000 * time_s)[None])
    filters = mel_filters(settings)
    assert int(decibels[0].mean(dim=1).argmax()) == int(
        filters[round(1000 / 16000 * settings.fft_frames)].argmax()
    )


def test_half_a_window_of_silence_is_put_after_a_sound_that_is_too_short():
    front_end = LogMel(mel_settings(8000))
    sound = noise(1, 200)
    padded = torch.nn.functional.pad(sound, (0, 57))  # one more than half of the 512
    assert torch.equal(front_end.power(sound), front_end.power(padded))
    assert not torch.equal(front_end.power(sound), front_end.power(torch.nn.functional.pad(sound, (0, 58))))


def test_a_front_end_is_no_part_of_the_weights():
    assert LogMel(mel_settings(8000)).state_dict() == {}


def test_settings_name_what_is_missing_or_unknown():
    values = mel_settings(8000).to_dict()
    del values["mels"]
    with pytest.raises(ValueError, match="missing entries: bands, mels"):
        MelSettings.from_dict(values | {"bands": 3})
