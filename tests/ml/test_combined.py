"""A listener and a network side by side are one model for everything that asks models."""

import threading

import pytest
import torch

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import EpochDone, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends import front_end_for
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


@pytest.fixture(scope="module")
def measured(tones, tmp_path_factory):
    """The plan of a training that keeps the model that was measured, and that model."""
    folder = tmp_path_factory.mktemp("measured")
    (plan,) = prepare(tones, settings_for("combined", **QUICK, refit=False))
    end = list(run_training(plan, folder / "model", folder / "cache"))[-1]
    return plan, end.bundle


def test_the_same_seed_gives_the_same_bundle_to_the_last_byte(measured, tmp_path, contents):
    plan, bundle = measured
    end = list(run_training(plan, tmp_path / "again", tmp_path / "cache"))[-1]
    assert contents(end.bundle) == contents(bundle)


def test_its_network_hears_pictures_standardised_by_the_training_clips_alone(measured, tones):
    plan, bundle = measured[0], load_bundle(measured[1])
    ends = bundle.card.front_end.pictures
    pictures = torch.cat(
        [ends.windows(read_mono(tones.examples[at].path, ends.rate_hz)).double() for at in plan.split.train]
    )
    assert torch.allclose(bundle.model.mean.double(), pictures.mean(dim=(0, 2)), atol=0.01)


def test_its_head_is_the_one_that_a_listener_alone_gives(measured, tones, tmp_path):
    """Labels are smoothed for the network only: a head that is asked for less certainty is another one."""
    bundle = load_bundle(measured[1])
    settings = settings_for("listener", listener="speech", threads=1, device="cpu", refit=False)
    (alone,) = prepare(tones, settings)
    end = list(run_training(alone, tmp_path / "alone", tmp_path / "cache"))[-1]
    weights = load_bundle(end.bundle).model.state_dict()
    for name, value in bundle.model.head.state_dict().items():
        assert torch.allclose(value, weights[name], rtol=1e-4, atol=1e-5), name


@pytest.mark.parametrize(
    ("first", "second", "more"), [("listener", "combined", 1), ("combined", "listener", 0)]
)
def test_what_was_heard_for_one_preset_is_not_heard_again_for_the_other(first, second, more, tones, tmp_path):
    def heard(preset, folder):
        ends = front_end_for(tones.examples, settings_for(preset, **QUICK))
        features = result_of(cache_features(tones.examples, ends, folder, threading.Event()))
        kept = {file: file.stat().st_mtime_ns for file in folder.rglob("*.safetensors")}
        return [features.windows(at) for at in range(len(tones.examples))], kept

    _windows, before = heard(first, tmp_path / "here")
    windows, after = heard(second, tmp_path / "here")
    assert {file: after[file] for file in before} == before
    assert len(after) - len(before) == more * len(tones.examples)
    alone, _kept = heard(second, tmp_path / "fresh")
    assert all(torch.equal(*pair) for pair in zip(windows, alone, strict=True))


def test_a_front_end_without_both_parts_is_refused_with_the_way_out(tones):
    with pytest.raises(UserError) as error:
        prepare(tones, settings_for("combined", **QUICK, front_end="mfcc-statistics"))
    assert "listener-and-log-mel" in str(error.value.remedy)
