"""Training, judging and using a model from the command line."""

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project
from audioclf_gui.ml.bundle import read_card

KEYS = {
    "run", "preset", "device", "seed", "classes", "clips", "groups", "epochs", "best_epoch", "accuracy",
    "balanced_accuracy", "macro_f1", "log_loss", "per_class", "confusion", "seconds", "samples_per_second",
    "bundle",
}  # fmt: skip


@pytest.fixture
def trained(learnt, report):
    """The project with the model of a short training, and the report of that."""
    return learnt, report


def test_a_run_is_reported_kept_and_repeatable(trained, audioclf_json, audioclf, quick):
    project, report = trained
    assert report.keys() >= KEYS
    assert report["clips"].keys() >= {"train", "valid", "test", "quarantined"}
    assert sum(report["groups"].values()) == 4
    assert report["accuracy"] >= 0.9
    _status, runs = audioclf_json("runs", project)
    assert runs[0]["report"]["accuracy"] == report["accuracy"]
    (config,) = (project / "models").glob("*.settings.json")
    assert json.loads(config.read_text())["command"].startswith("audioclf train ")
    status, again = audioclf_json("train", project, "--config", config)
    assert status == 0
    figures = ("accuracy", "log_loss", "confusion", "best_epoch")
    assert [again[name] for name in figures] == [report[name] for name in figures]
    status, out, _err = audioclf("runs", project, "compare", "1", "2")
    assert status == 0
    assert "accuracy" in out
    assert re.search(r"^note: On \d+ sounds that both judged: accuracy .* too few to tell", out, re.MULTILINE)
    _status, pair = audioclf_json("runs", project, "compare", "1", "2")
    assert [run["on_the_same"]["told_from_luck"] for run in pair] == [None, None]
    _status, out, _err = audioclf("runs", project, "compare", "1", "2", "1")
    assert out.count("\nnote: On ") == 2, "each but the first is compared with it"
    _status, rows = audioclf_json("runs", project, "thresholds", "1")
    judged = sum(map(sum, report["confusion"]))
    assert {row["class"] for row in rows} == {"low", "high"}
    of_each = [row["right"] + row["missed"] for row in rows if row["threshold"] == 0.5]
    assert sum(of_each) == judged
    assert report["per_group"]
    assert "per_group" not in read_card(project / report["bundle"]).record["report"], "a model names no site"
    assert audioclf("runs", project, "thresholds", "1")[0] == 0
    for another in (("--preset", "forest"), ("--set", "preset=forest"), ("--set", "as_given=true")):
        status, _out, err = audioclf("train", project, "--config", config, *another)
        assert status == 2, "the settings of the file would go by another preset's name"
        assert "--config says all settings, and the preset with them" in err


def test_the_same_clips_get_the_same_scores_on_every_path(trained, tones, audioclf_json, audioclf, tmp_path):
    project, report = trained
    bundle = project / report["bundle"]
    clip = tones / "high" / "site1-01.wav"
    status, predictions = audioclf_json("predict", bundle, clip)
    assert status == 0
    (prediction,) = predictions
    assert prediction.keys() >= {"path", "duration_s", "class", "score", "scores", "windows", "events"}
    assert prediction["class"] == "high"
    status, out, _err = audioclf("predict", bundle, clip, "--format", "csv")
    (row,) = csv.DictReader(out.splitlines())
    assert float(row["high"]) == pytest.approx(prediction["scores"]["high"], abs=1e-6)
    status, out, _err = audioclf(
        "predict", bundle, tones, "--format", "audacity", "--out", tmp_path / "labels"
    )
    assert status == 0
    assert len(list((tmp_path / "labels").rglob("*.txt"))) == 24
    status, measured = audioclf_json("evaluate", bundle, project)
    assert status == 0
    learnt = report["clips"]["train"]
    assert (measured["clips"], measured["left_out"]) == (24 - learnt, learnt)
    assert measured["accuracy"] == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize("folds", [(), ("--folds", "all")])
def test_of_a_model_of_all_clips_evaluate_tells_the_held_out_figure(
    project, audioclf_json, audioclf, quick, folds
):
    status, report = audioclf_json("train", project, *quick, *folds, "--set", "refit=true")
    assert (status, report["refit"]) == (0, True)
    status, out, err = audioclf("evaluate", project / report["bundle"], project, "--json")
    assert (status, out) == (1, "")
    assert "learnt from all 24 labelled clips" in err
    assert f"held-out run{'s' if folds else ''} of its training" in err
    assert f"the accuracy was {report['accuracy']:.3f}" in err
    status, out, err = audioclf("evaluate", project / report["bundle"], project, "--with-training")
    assert (status, "On 24 clips that it has learnt from, which do not count" in err) == (0, True)
    alone, counted = out.split("On the clips that it has learnt from")
    assert "accuracy" not in alone
    assert re.search(r"^accuracy +[01]\.\d", counted, re.MULTILINE)


def test_live_listening_to_a_file_names_its_sound(trained, tones, audioclf):
    project, report = trained
    status, out, _err = audioclf(
        "live", project / report["bundle"], "--input", f"file:{tones}/low/site2-02.wav"
    )
    assert status == 0
    assert re.search(r"\* low +[01]\.\d\d +event", out)


def test_all_folds_give_mean_and_spread_and_are_called_by_the_mean_everywhere(
    project, audioclf_json, audioclf, quick
):
    options = ("--folds", "all", *quick, "--set", "epochs=2", "--set", "refit=true")
    status, report = audioclf_json("train", project, *options)
    assert status == 0
    assert len(report["folds"]) >= 2
    assert {"accuracy", "macro_f1"} <= report["mean"].keys() <= report["sd"].keys()
    with Project.open(project) as opened:
        (run,) = opened.runs.all
        bundle = opened.runs.bundle_path(run)
        assert (bundle / "bundle.json").is_file()
    mean = f"{report['mean']['accuracy']:.3f}"
    assert mean in audioclf("runs", project)[1]
    shown = audioclf("runs", project, "show", run.id)[1]
    assert re.search(rf"^accuracy +{mean} ± ", shown, re.MULTILINE)
    assert f"{run.bundle}" in shown
    assert f"accuracy was {mean}" in audioclf("evaluate", bundle, project)[2]


def test_a_wrong_parameter_is_named_with_the_nearest_right_one(project, audioclf):
    status, _out, err = audioclf("train", project, "--set", "epoch=3")
    assert status == 1
    assert "epochs" in err
    assert audioclf("train", project, "--set", "epochs=many")[0] == 1
    assert audioclf("train", project, "--validate", "fold:9")[0] == 1
    assert "fold called '9'" in audioclf("train", project, "--validate", "fold:9")[2]
    with Project.open(project) as opened:
        assert opened.runs.all == (), "what is refused is no run that failed"


def test_a_clip_that_has_become_unreadable_is_left_out_and_named(
    audioclf, audioclf_json, tones, tmp_path, quick
):
    audioclf("new", tmp_path / "p")
    audioclf("import", tmp_path / "p", tones, "--layout", "folders", "--copy")
    victim = next((tmp_path / "p" / "recordings").rglob("*.wav"))
    victim.write_bytes(b"RIFF nonsense")
    status, report = audioclf_json("train", tmp_path / "p", *quick, "--set", "epochs=1")
    assert status == 3
    assert report["clips"]["quarantined"] == 1


def test_groups_named_as_the_test_set_are_what_is_judged(project, audioclf_json, audioclf, quick):
    status, report = audioclf_json("train", project, *quick, "--test", "group:site1,site3")
    assert status == 0
    assert report["groups"] == {"train": 2, "valid": 2, "test": 0}, "none is left to choose an epoch by"
    assert report["split"] == "groups site1, site3 are the test set"
    _status, runs = audioclf_json("runs", project)
    assert runs[0]["settings"]["test"] == "group:site1,site3"
    status, _out, err = audioclf("train", project, *quick, "--test", "group:site7")
    assert status == 1
    assert "no group called 'site7'" in err
    assert "Did you mean: site" in err


def test_a_number_of_folds_is_made_and_its_time_is_estimated(
    trained, audioclf_json, audioclf, quick_as_usual
):
    project, _report = trained
    status, foreseen = audioclf_json("train", project, *quick_as_usual, "--folds", "3", "--dry-run")
    assert status == 0
    assert (foreseen["folds"], foreseen["estimated_from"]) == (3, 1)
    assert foreseen["seconds"] > 0
    assert len(audioclf_json("runs", project)[1]) == 1, "nothing was trained"
    status, report = audioclf_json("train", project, *quick_as_usual, "--folds", "3")
    assert (status, len(report["folds"])) == (0, 3)
    assert all("3 folds made by" in fold["split"] for fold in report["folds"])
    (config,) = (project / "models").glob("run-0002.settings.json")
    assert json.loads(config.read_text())["settings"]["folds"] == 3
    status, _out, err = audioclf("train", project, *quick_as_usual, "--folds", "5")
    assert status == 1
    assert "there are 4 groups, too few for 5 folds" in err
    assert "Make 4 folds at most." in err


@pytest.mark.parametrize(
    "options",
    [
        ("--test", "group:site1", "--validate", "fold:1"),
        ("--test", "group:site1", "--validate", "random:0.2"),
        ("--test", "group:site1", "--folds", "all"),
        ("--folds", "all", "--set", "test=group:site1"),
    ],
)
def test_what_names_the_test_set_twice_is_wrong_usage(project, audioclf, options):
    status, _out, err = audioclf("train", project, *options)
    assert status == 2
    assert "give one of them" in err


def test_the_model_kept_has_learnt_from_all_clips_and_the_report_says_what_its_figures_are(
    project, audioclf, audioclf_json, quick
):
    status, plain = audioclf_json("train", project, *quick)
    assert status == 0
    status, out, _err = audioclf("train", project, *quick, "--set", "refit=true")
    assert status == 0
    assert "the model kept was then trained on all 24 clips" in out
    assert f"log loss and ece at temperature {plain['figures_temperature']:.3f}" in out
    _status, runs = audioclf_json("runs", project)
    report = runs[1]["report"]
    figures = ("accuracy", "log_loss", "ece", "confusion", "clips")
    assert {name: report[name] for name in figures} == {name: plain[name] for name in figures}
    assert (plain["refit"], report["refit"], report["refit_clips"]) == (False, True, 24)


def test_a_sound_that_has_gone_is_named_also_when_its_features_are_known(
    audioclf, audioclf_json, tones, tmp_path, quick
):
    project = tmp_path / "p"
    audioclf("new", project)
    audioclf("import", project, tones, "--layout", "folders", "--copy")
    assert audioclf("train", project, *quick, "--set", "epochs=1")[0] == 0
    victims = sorted((project / "recordings").rglob("*.wav"))
    victims[0].unlink()
    victims[1].write_bytes(victims[2].read_bytes())
    status, _out, err = audioclf("train", project, *quick, "--set", "epochs=1")
    assert status == 3
    assert f"{victims[0].name}: it is not there any more" in err
    assert f"{victims[1].name}: it was changed since it was imported" in err
    for victim in (project / "recordings").rglob("low*/*.wav"):
        victim.unlink()
    for victim in victims:
        if "high" in str(victim):
            victim.unlink(missing_ok=True)
    status, _out, err = audioclf("train", project, *quick)
    assert status == 1
    assert "none is left of: " in err
    assert "high" in err
    assert "Bring the files back" in err
    with Project.open(project) as opened:
        assert len(opened.runs.all) == 2, "what is refused is no run"


def test_sound_outside_labels_and_weights_of_classes_are_offered_and_used(
    audioclf, audioclf_json, bare_recordings, quick, tmp_path
):
    project = bare_recordings
    _status, _out, err = audioclf("check", project)
    assert "lie outside their labels and are not learnt from; background = on" in _out + err
    status, _out, err = audioclf("train", project, *quick, "--set", "class_weights=dgo=2")
    assert status == 1
    assert "there is no class called dgo" in err
    options = ("--set", "background=on", "--set", "class_weights=balanced", "--set", "window_s=0.5")
    status, report = audioclf_json("train", project, *quick, *options)
    assert status == 0
    assert report["classes"] == ["low", "high", "background"]
    assert any("stretches outside the labels are learnt" in note for note in report["notes"])
    silence = tmp_path / "noise.wav"
    noise = 0.02 * np.random.default_rng(3).standard_normal(8000)
    write_wav(silence, noise.astype(np.float32), 8000)
    _status, (told,) = audioclf_json("predict", project / report["bundle"], silence)
    assert set(told["scores"]) == {"low", "high", "background"}
    assert {event["class"] for event in told["events"]} <= {"low", "high"}
    assert (told["class"] is None) == (max(told["scores"], key=told["scores"].get) == "background")


@pytest.fixture
def bare_recordings(tmp_path, audioclf):
    """A project of six recordings of 4 s with labels of half a second, two of each class."""
    folder = tmp_path / "night"
    assert audioclf("new", folder)[0] == 0
    rng = np.random.default_rng(1)
    time_s = np.arange(4 * 8000) / 8000
    for number in range(6):
        sound = 0.02 * rng.standard_normal(4 * 8000)
        rows = []
        for at, (name, hz) in enumerate((("low", 400), ("high", 2000)) * 2):
            start_s = 0.25 + at
            inside = (time_s >= start_s) & (time_s < start_s + 0.5)
            sound[inside] += 0.3 * np.sin(2 * np.pi * hz * time_s[inside])
            rows.append(f"{start_s}\t{start_s + 0.5}\t{name}")
        write_wav(tmp_path / "night sounds" / f"r{number}.wav", sound.astype(np.float32), 8000)
        (tmp_path / "night sounds" / f"r{number}.txt").write_text("\n".join(rows))
    assert audioclf("import", folder, tmp_path / "night sounds")[0] == 0
    labels = sorted((tmp_path / "night sounds").glob("*.txt"))
    audioclf("labels", "import", folder, *labels)
    return folder


def test_a_run_is_named_deleted_and_brought_back(project, audioclf, audioclf_json, quick):
    assert audioclf("train", project, *quick)[0] == 0
    status, told = audioclf_json(
        "runs", project, "note", "1", "--name", " kitchen ", "--text", "a new microphone"
    )
    assert (status, told) == (0, {"run": 1, "name": "kitchen", "note": "a new microphone"})
    assert "kitchen" in audioclf("runs", project)[1]
    assert "a new microphone" in audioclf("runs", project, "show", "1")[1]
    status, before = audioclf_json("runs", project, "show", "1")
    status, told = audioclf_json("runs", project, "delete", "1")
    assert status == 0
    assert (Path(told["moved_to"]) / "run-0001" / "bundle.json").is_file()
    assert audioclf_json("runs", project) == (0, [])
    status, _out, err = audioclf("runs", project, "restore", "7")
    assert status == 1
    assert "no deleted run 7" in err
    assert audioclf("runs", project, "restore", "1")[0] == 0
    assert audioclf_json("runs", project, "show", "1") == (0, before)
    assert not Path(told["moved_to"]).exists()
    assert audioclf("train", project, *quick)[0] == 0
    _status, both = audioclf_json("runs", project, "delete", "1", "2")
    assert [one["run"] for one in both] == [1, 2]
    assert audioclf_json("runs", project) == (0, [])
    assert audioclf("runs", project, "restore", "1", "2")[0] == 0
    assert len(audioclf_json("runs", project)[1]) == 2
    status, _out, err = audioclf("runs", project, "delete", "9")
    assert status == 1
    assert "there is no run 9" in err
