"""Every reference system trains to its end and leaves a model that answers, with and without its mistakes."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import EpochDone, TrainingDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.presets import references
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

RATE_HZ = 16000
SMALL = {"epochs": 1, "batch_size": 8, "threads": 1, "device": "cpu", "refit": False}
LAYERS = (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28)


@pytest.fixture(scope="module")
def tones(tmp_path_factory):
    """Twenty clips of one second, high and low tones in turn."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(0)
    time_s = np.arange(RATE_HZ) / RATE_HZ
    examples = []
    for at in range(20):
        tone = np.sin(2 * np.pi * (400 + 1600 * (at % 2)) * time_s) + 0.3 * rng.standard_normal(RATE_HZ)
        path = folder / f"{at}.wav"
        write_wav(path, (0.3 * tone).astype(np.float32), RATE_HZ)
        content, group = content_hash(path), f"g{at // 2}"
        examples.append(Example(ClipId(at + 1), path, content, at % 2, group, "", 0.0, 1.0, RATE_HZ))
    return TrainingData(("low", "high"), (1, 2), tuple(examples), "group")


@pytest.fixture(scope="module")
def photographs(tmp_path_factory):
    """A very small frozen network of the kind that r0d starts from."""
    file = tmp_path_factory.mktemp("weights") / "small.safetensors"
    tensors, before = {}, 3
    for layer in LAYERS:
        tensors[f"features.{layer}.weight"] = torch.randn(2, before, 3, 3)
        tensors[f"features.{layer}.bias"] = torch.zeros(2)
        before = 2
    save_file(tensors, file)
    return file


@pytest.mark.parametrize("as_given", [False, True])
@pytest.mark.parametrize("name", references())
def test_a_reference_trains_to_its_end_and_its_model_answers(name, as_given, tones, photographs, tmp_path):
    weights = {"weights": str(photographs)} if name == "r0d" else {}
    settings = settings_for(name, as_given=as_given, **SMALL, **weights)
    (plan,) = prepare(tones, settings)
    events = list(run_training(plan, tmp_path / "model", tmp_path / "cache"))
    done = events[-1]
    assert isinstance(done, TrainingDone)
    assert done.report["as_given"] is as_given
    assert any("its authors' mistakes" in note for note in done.report["notes"]) is as_given
    assert all(np.isfinite(one.epoch.valid_loss) for one in events if isinstance(one, EpochDone))
    bundle = load_bundle(tmp_path / "model")
    answer = predict_file(bundle, tones.examples[0].path)
    assert sum(answer.scores) == pytest.approx(1.0, abs=1e-5)
    assert bundle.card.record["settings"]["as_given"] is as_given
