"""Every reference system trains to its end and leaves a model that answers, with and without its mistakes."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import EpochDone, TrainingDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.presets import references
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

SMALL = {"epochs": 1, "batch_size": 8, "threads": 1, "device": "cpu", "refit": False}
LAYERS = (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28)


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
