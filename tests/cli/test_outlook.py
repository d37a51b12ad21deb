"""Answers that need models but keep none: would more labels help, and would a random split flatter."""

import pytest

SMALL = ("--set", "trees=20", "--set", "coefficients=8")


def test_the_learning_curve_rises_with_the_labels_and_is_told_in_words(project, audioclf, audioclf_json):
    asked = ("learning-curve", project, "--preset", "forest", *SMALL, "--repeats", 2)
    status, found = audioclf_json(*asked)
    assert status == 0
    labels = [point["labels"] for point in found["points"]]
    assert labels == sorted(labels)
    assert labels[-1] == 18.0  # of 24, with a fourth held out
    assert found["points"][-1]["figure"] > 0.9
    assert found["gain_of_twice"] >= 0.0
    assert {one["class"] for one in found["classes"]} == {"high", "low"}
    assert found["learner"] == "the preset Random forest"
    status, out, _err = audioclf(*asked)
    assert (status, out.split()[:2]) == (0, ["Labels", "Accuracy"])
    assert found["answer"] in out
    assert "no promise" in out


def test_what_a_random_split_would_say_stands_beside_what_new_groups_say(project, audioclf, audioclf_json):
    status, found = audioclf_json("leakage", project, "--preset", "forest", *SMALL)
    assert status == 0
    assert (found["judged"], found["groups"]) == (24, 4)
    assert found["gain"] == pytest.approx(found["random"]["figure"] - found["by_group"]["figure"])
    assert found["gain_interval"] is None  # of four groups nobody can tell
    status, out, _err = audioclf("leakage", project, "--preset", "forest", *SMALL)
    assert (status, found["answer"] in out, "4 groups" in out) == (0, True, True)


def test_where_every_clip_is_a_group_of_its_own_there_is_nothing_to_compare(tones, tmp_path, audioclf):
    project = tmp_path / "apart"
    audioclf("new", project)
    assert audioclf("import", project, tones, "--layout", "folders")[0] == 0
    status, _out, err = audioclf("leakage", project, "--preset", "forest")
    assert status == 1
    assert "every labelled clip is a group of its own" in err
    assert "audioclf clips group" in err


def test_a_run_s_own_settings_learn_on_request(project, audioclf, audioclf_json, quick):
    audioclf("train", project, *quick)
    status, found = audioclf_json("leakage", project, "--run", 1)
    assert (status, found["learner"]) == (0, "the preset General sounds")
    assert audioclf("leakage", project, "--run", 7)[0] == 1
    assert audioclf("learning-curve", project, "--repeats", 0)[0] == 2


def test_what_learns_is_named_as_for_training(project, tmp_path, audioclf, audioclf_json):
    assert audioclf("presets", "save", "Mine", "--preset", "forest", *SMALL)[0] == 0
    assert audioclf("presets", "export", "Mine", "--out", tmp_path / "mine.yaml")[0] == 0
    named = audioclf_json("leakage", project, "--preset", "Mine")
    assert named[0] == 0
    assert named == audioclf_json("leakage", project, "--preset", tmp_path / "mine.yaml")
    assert named == audioclf_json("leakage", project, "--preset", "forest", *SMALL)
    assert audioclf("learning-curve", project, "--preset", "Mine", "--repeats", 1)[0] == 0
    assert audioclf("labels", "errors", project, "--preset", "Mine")[0] == 0
    for command in (("leakage",), ("labels", "errors")):
        status, _out, err = audioclf(*command, project, "--preset", "Mined")
        assert (status, "did you mean 'Mine'?" in err) == (2, True)
    status, _out, err = audioclf("leakage", project, "--set", "trees=20")
    assert (status, "--set says nothing without --preset or --run" in err) == (2, True)
