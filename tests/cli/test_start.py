"""A model learns on from another one of this program: its weights, or what it hears as it is."""

import pytest
import torch

from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.runs import prepare
from audioclf_gui.ml.settings import settings_for


def test_training_goes_on_from_the_weights_and_says_that_its_clips_are_known(
    project, audioclf_json, audioclf, quick
):
    of_all = [one.replace("refit=false", "refit=true") for one in quick]
    status, report = audioclf_json("train", project, *of_all)
    first = project / report["bundle"]
    status, _out, err = audioclf("train", project, *quick, "--set", f"start_from={first}")
    assert status == 0
    assert "the figures flatter" in err
    second = load_bundle(first.with_name("run-0002"))
    assert second.card.front_end == load_bundle(first).card.front_end


def test_a_model_named_from_the_folder_of_today_is_found_from_any_other(
    bundle, learnt, audioclf_json, quick_as_usual, monkeypatch
):
    monkeypatch.chdir(bundle.parent)
    status, report = audioclf_json("train", learnt, *quick_as_usual, "--set", f"start_from={bundle.name}")
    assert status == 0
    assert load_bundle(learnt / report["bundle"]).card.record["settings"]["start_from"] == str(bundle)


@pytest.mark.parametrize("asked", ["width=3", "width=5", "position=false"])
def test_the_sizes_of_a_network_are_those_of_the_weights_that_it_starts_from(
    asked, project, audioclf_json, quick
):
    network = ("--set", "architecture=residual_cnn")
    status, report = audioclf_json("train", project, *quick, *network, "--set", asked)
    assert status == 0
    first = project / report["bundle"]
    status, report = audioclf_json(
        "train", project, *quick, *network, "--set", f"start_from={first}", "--set", "mels=24"
    )
    assert status == 0
    second, begun = load_bundle(project / report["bundle"]), load_bundle(first)
    assert second.card.options == begun.card.options
    assert second.card.front_end == begun.card.front_end
    assert any("as the model that it starts from" in note for note in report["notes"]), "mels say nothing"


def test_a_network_of_the_same_classes_begins_with_the_very_weights(bundle, learnt):
    from audioclf_gui.core.project import Project
    from audioclf_gui.ml.dataset import training_data
    from audioclf_gui.ml.pipeline.plan import fresh_network

    begun = load_bundle(bundle)
    changed = {"start_from": str(bundle), "seed": 9, "architecture": "residual_cnn"}
    settings = settings_for(**{**begun.card.record["settings"], **changed})
    start = begun.model.members[0].state_dict()
    with Project.open(learnt) as opened:
        data = training_data(opened.catalogue.view)
    (plan,) = prepare(data, settings)
    weights = fresh_network(plan).state_dict()
    assert all(torch.equal(weights[name], value) for name, value in start.items())
    other = type(data)(("low", "else"), data.class_ids, data.examples, data.grouped_by)
    (plan,) = prepare(other, settings)
    weights = fresh_network(plan).state_dict()
    same = {name: torch.equal(weights[name], value) for name, value in start.items()}
    assert not same["head.weight"]
    assert all(value for name, value in same.items() if not name.startswith("head."))


def test_what_cannot_be_started_from_says_what_to_set(bundle, learnt, audioclf, quick, tmp_path):
    status, _out, err = audioclf("train", learnt, "--preset", "r4", "--set", f"start_from={bundle}")
    assert status == 1
    assert "Set architecture to" in err
    status, _out, err = audioclf("train", learnt, "--preset", "forest", "--set", f"start_from={bundle}")
    assert status == 1
    assert "does not learn from a start" in err
    status, _out, err = audioclf("train", learnt, *quick, "--set", f"start_from={tmp_path}")
    assert status == 1
    assert "bundle.json" in err


def test_a_model_listens_as_it_is_and_is_missed_where_it_is_gone(
    bundle, learnt, tones, audioclf, audioclf_json
):
    options = ("--preset", "listener", "--set", f"listener={bundle}", "--set", "threads=1")
    status, _out, err = audioclf("train", learnt, *options)
    assert status == 0, err
    assert "the figures flatter" in err
    second = bundle.with_name("run-0002")
    clip = tones / "high" / "site1-01.wav"
    assert audioclf_json("predict", second, clip)[1][0]["class"] == "high"
    bundle.rename(bundle.with_name("away"))
    status, _out, err = audioclf("predict", second, clip)
    assert status == 1
    assert "the listener run-0001 that it needs is not there" in err
