"""A listener and a network side by side are one model for everything that asks models."""

import pytest
import torch

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import EpochDone, TrainingDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.listeners import LISTENERS, packages
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

QUICK = {"listener": "speech", "epochs": 3, "patience": None, "threads": 1, "device": "cpu", "mels": 32}


@pytest.fixture(scope="module", autouse=True)
def _installed():
    if absent := packages.absent(LISTENERS["speech"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")


@pytest.fixture(scope="module")
def done(tones, tmp_path_factory):
    """The events of a training on the tones."""
    folder = tmp_path_factory.mktemp("combined")
    (plan,) = prepare(tones, settings_for("combined", **QUICK))
    return list(run_training(plan, folder / "model", folder / "cache"))


def test_both_learn_and_the_bundle_answers_for_both(done, tones):
    assert isinstance(done[-1], TrainingDone)
    assert any(isinstance(event, EpochDone) for event in done)
    assert done[-1].report["accuracy"] == 1.0
    assert "Apache" in done[-1].report["listener"]["licence"]
    bundle = load_bundle(done[-1].bundle)
    for example in tones.examples[:4]:
        assert int(predict_file(bundle, example.path).scores.argmax()) == example.target
    stack = bundle.model
    for part in (stack.head, stack.network):
        assert any(float(weights.abs().max()) > 0.0 for weights in part.state_dict().values())


def test_the_mix_is_that_of_the_two_models_by_themselves(done, tones):
    bundle = load_bundle(done[-1].bundle)
    ends, stack = bundle.card.front_end, bundle.model
    sound = torch.from_numpy(read_mono(tones.examples[1].path, ends.rate_hz))[None]
    with torch.inference_mode():
        heard = stack.head(ends.embeddings.module()(sound))
        picture = ends.pictures.module()(sound)
        seen = stack.network((picture - stack.mean[:, None]) / stack.deviation[:, None])
        both = bundle.network(sound)
    assert torch.allclose(both, stack.share * heard + (1 - stack.share) * seen, atol=1e-4)
    assert not torch.allclose(heard, seen, atol=1e-2)


def test_the_same_seed_gives_the_same_weights(tones, tmp_path):
    weights = []
    for name in ("first", "second"):
        (plan,) = prepare(tones, settings_for("combined", **QUICK, refit=False))
        end = list(run_training(plan, tmp_path / name, tmp_path / "cache"))[-1]
        weights.append(load_bundle(end.bundle).model.state_dict())
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])


def test_a_front_end_without_both_parts_is_refused_with_the_way_out(tones):
    with pytest.raises(UserError) as error:
        prepare(tones, settings_for("combined", **QUICK, front_end="mfcc-statistics"))
    assert "listener-and-log-mel" in str(error.value.remedy)
