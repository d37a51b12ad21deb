"""Models that learn from rows of numbers do all that networks over pictures do from the command line."""

import json
import re

import pytest


@pytest.fixture(params=["forest", "mfcc-mlp"])
def trained(request, project, audioclf_json):
    """A project with a model of either kind, and the run's report."""
    small = ["trees=20"] if request.param == "forest" else ["epochs=20"]
    options = ["threads=1", "refit=false", *small]
    status, report = audioclf_json(
        "train", project, "--preset", request.param, *(word for one in options for word in ("--set", one))
    )
    assert status == 0
    return project, report


def test_it_is_trained_judged_and_used_as_any_other(trained, tones, audioclf, audioclf_json, tmp_path):
    project, report = trained
    bundle = project / report["bundle"]
    assert report["accuracy"] >= 0.9
    status, (prediction,) = audioclf_json("predict", bundle, tones / "high" / "site1-01.wav")
    assert (status, prediction["class"]) == (0, "high")
    status, measured = audioclf_json("evaluate", bundle, project)
    assert (status, measured["left_out"]) == (0, report["clips"]["train"])
    assert measured["accuracy"] >= 0.9
    status, out, _err = audioclf("live", bundle, "--input", f"file:{tones}/low/site2-02.wav")
    assert status == 0
    assert re.search(r"\* low +[01]\.\d\d +event", out)
    status, _out, _err = audioclf(
        "predict", bundle, tones, "--format", "audacity", "--out", tmp_path / "labels"
    )
    assert status == 0
    assert len(list((tmp_path / "labels").rglob("*.txt"))) == 24


def test_a_run_of_a_forest_shows_no_epochs_and_can_be_repeated(project, audioclf, audioclf_json):
    options = ("--preset", "forest", "--set", "trees=20", "--set", "threads=1", "--set", "refit=false")
    status, _out, err = audioclf("train", project, *options)
    assert status == 0
    assert "growing trees" in err
    status, shown = audioclf_json("runs", project, "show", "1")
    assert (status, shown["epochs"]) == (0, [])
    (config,) = (project / "models").glob("*.settings.json")
    assert json.loads(config.read_text())["settings"]["trees"] == 20
    status, again = audioclf_json("train", project, "--config", config)
    assert (status, again["log_loss"]) == (0, shown["report"]["log_loss"])


def test_what_a_forest_cannot_be_told_is_refused_with_the_way_out(project, audioclf):
    status, _out, err = audioclf("train", project, "--preset", "forest", "--set", "dropout=0.2")
    assert (status, "none" in err) == (1, True)
    status, _out, err = audioclf("train", project, "--preset", "forest", "--set", "front_end=log-mel")
    assert (status, "mfcc-statistics" in err) == (1, True)
    status, _out, err = audioclf("train", project, "--preset", "forest", "--set", "statistics=mfcc-men")
    assert (status, "mfcc-mean" in err) == (1, True)
