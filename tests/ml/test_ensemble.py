"""Several networks that answer together, each from a random start of its own."""

import json
import shutil
import threading

import pytest
import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import BatchDone, EpochDone, FitProgress, PartBegun, TrainingDone
from audioclf_gui.ml.models.residual_cnn import ResidualCnn
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

SETTINGS = {
    "mels": 8,
    "width": 2,
    "members": 3,
    "epochs": 4,
    "batch_size": 8,
    "judging_share": 1.0,
    "threads": 1,
    "device": "cpu",
    "refit": False,
    "patience": None,
}
SHARE = settings_for("quality").summary_share


def trained(data, folder, cache, stop=None, **changes):
    """The events of a training of an ensemble; with `stop` set after that many epochs."""
    (plan,) = prepare(data, settings_for("quality", **(SETTINGS | changes)))
    halt, events = threading.Event(), []
    for event in run_training(plan, folder, cache, halt):
        events.append(event)
        if stop is not None and len(of_kind(events, EpochDone)) >= stop:
            halt.set()
    return events


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


@pytest.fixture(scope="module")
def run(tones, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ensemble")
    events = trained(tones, folder / "model", folder / "cache")
    return folder, events


def test_members_differ_and_answer_by_the_mean_of_what_each_says(run):
    folder, _ = run
    network = load_bundle(folder / "model").network.model
    pictures = torch.randn(4, 8, 50)
    with torch.inference_mode():
        alone = [member(pictures) for member in network.members]
        assert len(alone) == 3
        assert not torch.allclose(alone[0], alone[1])
        assert not torch.allclose(alone[1], alone[2])
        together = (alone[0] + alone[1] + alone[2]) / 3
        mixed = (1 - SHARE) * together + SHARE * network.summary(pictures)
        assert torch.allclose(network(pictures), mixed, atol=1e-6)
        assert not torch.allclose(mixed, together, atol=1e-3)


def test_the_first_member_is_what_one_network_alone_would_have_become(run, tones, tmp_path):
    folder, _ = run
    trained(tones, tmp_path / "one", folder / "cache", members=1)
    ensemble, alone = (load_bundle(at).network.model for at in (folder / "model", tmp_path / "one"))
    for name, value in alone.members[0].state_dict().items():
        assert torch.equal(value, ensemble.members[0].state_dict()[name])


def test_epochs_are_counted_through_to_the_end_of_the_last_member(run):
    _, events = run
    epochs = of_kind(events, EpochDone)
    assert [event.epoch.number for event in epochs] == list(range(1, 13))
    assert {event.epochs for event in epochs} == {12}
    assert all(event.epoch <= event.epochs for event in of_kind(events, BatchDone))
    left = [event.seconds_left for event in epochs]
    assert left[0] > left[-1] == 0.0
    report = of_kind(events, TrainingDone)[0].report
    assert (report["epochs"], report["best_epoch"]) == (12, 12)


def test_the_ensemble_of_all_clips_learns_as_long_as_the_one_that_was_measured(tones, run, tmp_path):
    folder, _ = run
    events = trained(tones, tmp_path / "whole", folder / "cache", refit=True)
    (begun,) = [at for at, event in enumerate(events) if isinstance(event, PartBegun) and event.number == 2]
    batches = of_kind(events[begun:], BatchDone)
    assert {event.epochs for event in batches} == {12}
    assert batches[-1].epoch == 12


def test_what_a_stop_cuts_short_does_not_answer_beside_a_member_that_is_whole(tones, run, tmp_path):
    folder, _ = run
    events = trained(tones, tmp_path / "stopped", folder / "cache", stop=6)
    assert of_kind(events, TrainingDone)[0].report["stopped"]
    network = load_bundle(tmp_path / "stopped").network.model
    first = load_bundle(folder / "model").network.model.members[0].state_dict()
    for member in network.members:
        assert all(torch.equal(value, first[name]) for name, value in member.state_dict().items())


def test_a_stop_in_the_first_member_keeps_what_there_is(tones, run, tmp_path):
    folder, _ = run
    events = trained(tones, tmp_path / "stopped", folder / "cache", stop=2)
    assert len(of_kind(events, TrainingDone)) == 1
    assert load_bundle(tmp_path / "stopped").network.model.members


def test_a_linear_model_on_statistics_tells_what_a_network_has_had_no_time_to_learn(tones, run, tmp_path):
    folder, _ = run
    hurried = {"members": 1, "epochs": 1, "batch_size": 24, "summary_share": 0.5, "made_noise": 0.0}
    events = trained(tones, tmp_path / "model", folder / "cache", **hurried)
    assert of_kind(events, TrainingDone)[0].report["accuracy"] == 1.0
    model = load_bundle(tmp_path / "model").network.model
    pictures = torch.zeros(2, 8, 50)
    pictures[0, :4] = pictures[1, 4:] = 2.0  # the tones are 400 and 2000 Hz
    assert model.summary(pictures).argmax(dim=1).tolist() == [0, 1]
    turned = pictures.flip(dims=(2,))
    assert torch.allclose(model.summary(pictures), model.summary(turned), atol=1e-5)


def test_a_share_of_nothing_leaves_the_networks_alone(tones, run, tmp_path):
    folder, _ = run
    trained(tones, tmp_path / "model", folder / "cache", members=1, summary_share=0.0)
    bundle = load_bundle(tmp_path / "model")
    assert bundle.network.model.summary is None
    first = load_bundle(folder / "model").network.model.members[0]
    pictures = torch.randn(3, 8, 50)
    with torch.inference_mode():
        assert torch.equal(bundle.network.model(pictures), first(pictures))


def test_a_member_that_diverges_at_once_is_left_out_and_said(tones, run, tmp_path, monkeypatch):
    folder, _ = run
    begun, answer = [], ResidualCnn.forward

    def broken_in_the_second(network, pictures):
        """What the second network that learns says is no number."""
        if network.training and network not in begun:
            begun.append(network)
        said = answer(network, pictures)
        return said * float("nan") if len(begun) == 2 else said

    monkeypatch.setattr(ResidualCnn, "forward", broken_in_the_second)
    events = trained(tones, tmp_path / "model", folder / "cache")
    monkeypatch.undo()
    assert len(begun) == 3
    report = of_kind(events, TrainingDone)[0].report
    assert not report["stopped"]
    assert any("is left out, the others answer without it" in note for note in report["notes"])
    first, second, third = load_bundle(tmp_path / "model").network.model.members
    kept = [one.state_dict() for one in load_bundle(folder / "model").network.model.members]
    for name, value in first.state_dict().items():
        assert torch.equal(value, kept[0][name])
        assert torch.equal(second.state_dict()[name], kept[2][name])
        assert torch.equal(third.state_dict()[name], value), "it stands in for the one that is left out"


def test_a_stop_before_the_first_epoch_keeps_nothing(tones, run, tmp_path):
    folder, _ = run
    halt = threading.Event()
    (plan,) = prepare(tones, settings_for("quality", **SETTINGS))
    events = []
    for event in run_training(plan, tmp_path / "model", folder / "cache", halt):
        events.append(event)
        if isinstance(event, FitProgress):
            halt.set()
    assert of_kind(events, FitProgress)
    assert not of_kind(events, (EpochDone, TrainingDone))
    assert not (tmp_path / "model").exists()


def test_equal_trainings_make_equal_files(tones, run, tmp_path):
    folder, _ = run
    trained(tones, tmp_path / "model", folder / "cache")
    for file in sorted((folder / "model").iterdir()):
        assert file.read_bytes() == (tmp_path / "model" / file.name).read_bytes()


ABSURD = [("members", value) for value in (0, -1, 10**9, "many", 2.5)]
ABSURD += [("summary_share", value) for value in (-0.1, 1.0, 0.0, "much", None)]


@pytest.mark.parametrize(("option", "value"), ABSURD)
def test_a_bundle_with_absurd_options_is_refused(run, tmp_path, option, value):
    folder, _ = run
    shutil.copytree(folder / "model", tmp_path / "model")
    file = tmp_path / "model" / "bundle.json"
    card = json.loads(file.read_text(encoding="utf-8"))
    card["options"][option] = value
    file.write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(UserError):
        load_bundle(tmp_path / "model")
