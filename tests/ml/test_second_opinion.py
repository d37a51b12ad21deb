"""Beside a figure that is no better than guessing stands what a forest makes of the same clips."""

from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.ml import runs
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 8000
POOR = {"epochs": 1, "learning_rate": 1e-6, "summary_share": 0.0, "window_s": 0.5}
POOR |= {"threads": 1, "device": "cpu", "refit": False}


@pytest.fixture(scope="module")
def tones(tmp_path_factory):
    """Forty clips of half a second, high and low tones in turn, each a group of its own."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(0)
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    examples = []
    for at in range(40):
        tone = np.sin(2 * np.pi * (400 + 1600 * (at % 2)) * time_s) + 0.3 * rng.standard_normal(len(time_s))
        path = folder / f"{at}.wav"
        write_wav(path, (0.3 * tone).astype(np.float32), RATE_HZ)
        examples.append(
            Example(ClipId(at + 1), path, content_hash(path), at % 2, f"g{at}", "", 0.0, 0.5, RATE_HZ)
        )
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")


def notes(data, folder, preset="fast", **changes):
    settings = settings_for(preset, **(POOR | {"test_share": 0.4} | changes))
    (plan,) = runs.prepare(data, settings)
    *_, done = runs.run_training(plan, folder / "model", folder / "cache")
    return done.report["notes"]


def test_a_network_that_has_learnt_nothing_is_sent_to_the_forest_that_has(tones, tmp_path):
    told = notes(tones, tmp_path)
    assert "No better than guessing" in told[0]
    assert "Random forest on the same clips is better: 1.000" in told[1]


def test_labels_that_no_sound_tells_are_doubted(tones, tmp_path):
    rng = np.random.default_rng(4)
    examples = tuple(replace(one, target=int(rng.integers(2))) for one in tones.examples)
    told = notes(replace(tones, examples=examples), tmp_path)
    assert any("guessing" in note for note in told)
    assert not any("is better" in note for note in told)
    assert "Random forest" in told[1]


def test_after_several_folds_the_forest_is_asked_about_all_of_them_at_once(tones, tmp_path):
    plans = runs.prepare(tones, settings_for("fast", **POOR), all_folds=True)
    *_, done = runs.cross_validate(plans, tmp_path / "run", tmp_path / "cache")
    assert sum("guessing" in note for note in done.report["notes"]) == 1
    assert done.report["notes"][1] == "The preset Random forest on the same clips is better: 1.000. Try it."
    assert not any("Random forest" in note for fold in done.report["folds"] for note in fold["notes"])


def test_nobody_is_asked_where_the_model_is_good_or_a_forest_itself(tones, tmp_path):
    assert not any(
        "Random forest" in note for note in notes(tones, tmp_path, "mfcc-mlp", epochs=40, learning_rate=1e-3)
    )
    rng = np.random.default_rng(4)
    examples = tuple(replace(one, target=int(rng.integers(2))) for one in tones.examples)
    told = notes(replace(tones, examples=examples), tmp_path, "forest", trees=10)
    assert not any("Random forest" in note for note in told)
