"""MFCC and the statistics of a window: the numbers, what makes them another front end, and new statistics."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
import torchaudio

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends import (
    BadFrontEndError,
    front_end_for,
    front_end_from_json,
    front_end_to_json,
)
from audioclf_gui.ml.front_ends.mfcc import MfccStatistics, WindowStatistics
from audioclf_gui.ml.front_ends.statistics import STATISTICS, deltas, statistic
from audioclf_gui.ml.settings import settings_for

ALL = tuple(STATISTICS)


def noise(clips, samples, seed=0):
    return torch.randn(clips, samples, generator=torch.Generator().manual_seed(seed)) * 0.1


def ends(window_s=0.5, coefficients=13, statistics=("mfcc-mean", "band-sd"), rate_hz=8000, **changes):
    return MfccStatistics(window_s, "zeros", mel_settings(rate_hz, **changes), coefficients, statistics)


@pytest.fixture
def new_statistic():
    """Makes a statistic known for the length of a test."""
    before = dict(STATISTICS)
    yield statistic
    STATISTICS.clear()
    STATISTICS.update(before)


@pytest.mark.parametrize(
    "mel",
    [
        mel_settings(22050, window_s=2048 / 22050, hop_s=512 / 22050, mels=128, low_hz=0.0, top_db=80.0),
        mel_settings(16000, mels=40, scale="htk", norm="", top_db=80.0),
    ],
)
def test_the_coefficients_are_those_of_torchaudio(mel):
    sound = noise(1, mel.rate_hz)
    reference = torchaudio.transforms.MFCC(
        mel.rate_hz,
        n_mfcc=20,
        melkwargs={
            "n_fft": mel.fft_frames,
            "win_length": mel.window_frames,
            "hop_length": mel.hop_frames,
            "f_min": mel.low_hz,
            "f_max": mel.high_hz,
            "n_mels": mel.mels,
            "norm": mel.norm or None,
            "mel_scale": mel.scale,
        },
    )
    found = WindowStatistics(mel, 20, ALL).spectra(sound).cepstrum
    expected = reference(sound)
    assert found.shape == expected.shape == (1, 20, mel.columns(mel.rate_hz))
    assert float((found - expected).abs().max()) <= 1e-3  # dB; torchaudio's own are float32


def test_slopes_are_those_of_torchaudio():
    rows = noise(2, 60).reshape(2, 3, 20)
    assert torch.allclose(deltas(rows), torchaudio.functional.compute_deltas(rows, win_length=5), atol=1e-6)
    one = torch.tensor([[[0.0, 3.0, 6.0, 9.0, 12.0, 15.0]]])
    assert float(deltas(one)[0, 0, 2]) == pytest.approx(3.0)


def test_every_statistic_says_what_its_name_says():
    found = ends(statistics=ALL).module()
    spectra = found.spectra(noise(3, 4000))
    for part, rows in (("mfcc", spectra.cepstrum.numpy()), ("band", spectra.bands.numpy())):
        slopes = deltas(torch.from_numpy(rows)).numpy()
        expected = {
            f"{part}-mean": rows.mean(axis=2),
            f"{part}-sd": rows.std(axis=2),
            f"{part}-max": rows.max(axis=2),
            f"{part}-delta-mean": slopes.mean(axis=2),
            f"{part}-delta-sd": slopes.std(axis=2),
        }
        for name, numbers in expected.items():
            np.testing.assert_allclose(STATISTICS[name](spectra).numpy(), numbers, atol=1e-9)
    np.testing.assert_array_equal(
        STATISTICS["band-levels"](spectra).numpy(), spectra.bands.numpy().reshape(3, -1)
    )


@pytest.mark.parametrize("window_s", [0.01, 0.5, 1.3])
def test_a_row_is_as_long_as_the_front_end_says_and_finite_also_for_silence(window_s):
    found = ends(window_s, statistics=ALL)
    sounds = torch.cat([noise(2, found.window_frames), torch.zeros(1, found.window_frames)])
    rows = found.module()(sounds)
    assert rows.shape == (3, *found.shape)
    assert rows.dtype == torch.float32
    assert bool(torch.isfinite(rows).all())


def test_two_sounds_get_two_rows_and_neither_order_nor_neighbours_matter():
    module = ends(statistics=ALL, top_db=80.0).module()
    sounds = noise(4, 4000) * torch.tensor([[1.0], [1e-3], [9.0], [0.1]])
    together = module(sounds)
    assert torch.equal(together.flip(0), module(sounds.flip(0)))
    for sound, row in zip(sounds, together, strict=True):
        assert float((module(sound[None])[0] - row).abs().max()) <= 1e-5
    assert len(torch.unique(together, dim=0)) == 4


def test_it_survives_json_and_every_parameter_is_in_its_identity():
    one = ends()
    for made in (one, replace(one, coefficients=1), replace(one, coefficients=one.mel.mels)):
        assert front_end_from_json(json.loads(json.dumps(front_end_to_json(made)))) == made
    others = [
        replace(one, window_s=0.6),
        replace(one, pad="repeat"),
        replace(one, coefficients=12),
        replace(one, statistics=("band-sd", "mfcc-mean")),
        replace(one, mel=replace(one.mel, top_db=80.0)),
    ]
    identities = {json.dumps(other.identity()) for other in (one, *others)}
    assert len(identities) == 6


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("coefficients", 0),
        ("coefficients", 65),
        ("coefficients", "13"),
        ("coefficients", True),
        ("statistics", []),
        ("statistics", "mfcc-mean"),
        ("statistics", ["mfcc-mean"] * 65),
        ("statistics", ["zzz"]),
        ("statistics", [3]),
        ("mel", None),
        ("mel", {}),
        ("extra", 1),
    ],
)
def test_a_description_that_no_such_front_end_has_is_refused(name, value):
    written = front_end_to_json(ends())
    written["parameters"] = {**written["parameters"], name: value}
    with pytest.raises(ValueError, match=r"\w"):
        front_end_from_json(written)


def test_a_description_that_would_take_absurd_memory_is_refused():
    with pytest.raises(BadFrontEndError):
        ends(window_s=1e6).check_size()
    ends(window_s=10.0).check_size()


def example(rate_hz=22050, duration_s=1.5):
    return Example(ClipId(1), None, "", 0, "", "", 0.0, duration_s, rate_hz)


def test_the_settings_say_which_numbers_and_the_clips_at_which_rate():
    settings = settings_for(
        "default", front_end="mfcc-statistics", coefficients=7, statistics=" band-max, mfcc-mean,band-max,"
    )
    found = front_end_for([example()] * 3, settings)
    assert found == MfccStatistics(1.5, "zeros", mel_settings(22050), 7, ("band-max", "mfcc-mean"))
    assert found.shape == (64 + 7,)


@pytest.mark.parametrize(
    ("changes", "problem", "cure"),
    [
        ({"statistics": "mfcc-men"}, "'mfcc-men'", "'mfcc-mean'"),
        ({"statistics": "zzzzzz"}, "'zzzzzz'", "mfcc-mean, mfcc-sd"),
        ({"statistics": " , "}, "names none", "mfcc-mean, mfcc-sd"),
        ({"coefficients": 65}, "65 MFCC", "mels"),
    ],
)
def test_settings_that_no_row_can_be_made_of_are_refused_with_the_way_out(changes, problem, cure):
    with pytest.raises(UserError) as error:
        front_end_for([example()], settings_for("default", front_end="mfcc-statistics", **changes))
    assert problem in str(error.value.message)
    assert cure in str(error.value.remedy)


def test_a_new_statistic_is_one_function_and_its_name_in_the_settings(new_statistic):
    @new_statistic("loudest-band")
    def loudest_band(heard):
        return heard.bands.mean(dim=-1).argmax(dim=-1, keepdim=True)

    settings = settings_for(
        "default", front_end="mfcc-statistics", statistics="loudest-band", rate_hz=16000, window_s=0.5
    )
    found = front_end_for([example()], settings)
    assert found.shape == (1,)
    time_s = np.arange(8000) / 16000
    low, high = (found.windows(np.sin(2 * np.pi * hz * time_s).astype(np.float32)) for hz in (300, 3000))
    assert float(low) < float(high)
    with pytest.raises(ValueError, match="two statistics"):
        new_statistic("mfcc-mean")(loudest_band)
