"""What a model says stays true on the command line when classes are renamed, merged and dropped."""

from dataclasses import replace

import pytest

from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus


@pytest.fixture
def model(project, says):
    """The model of a run that takes every sound for a low one, and was wrong about the first high one."""
    with Project.open(project) as opened:
        view = opened.catalogue.view
        ids = {known.name: known.id for known in view.classes}
        wrong = next(clip for clip in view.clips if view.labels(clip.id)[0].class_id == ids["high"])
        heard = frozenset(clip.content for clip in view.clips if "low" in clip.path)
        run = opened.runs.next("fast", {})
        names = ("low", "high", "hum")
        class_ids = (ids["low"], ids["high"], 99)
        judged = {"clip_id": wrong.id, "true": "high", "predicted": "low", "scores": [0.9, 0.06, 0.04]}
        folder = says(
            opened.runs.bundle_path(run),
            [3.0, 2.0, 0.0],
            classes=names,
            class_ids=class_ids,
            learnt=heard,
            predictions=[judged],
        )
        figures = {"precision": 0.5, "recall": 0.5, "f1": 0.5, "support": 1}
        report = {
            "classes": list(names),
            "class_ids": list(class_ids),
            "accuracy": 0.0,
            "per_class": [{"class": name, **figures} for name in names],
        }
        opened.runs.put(replace(run, status=RunStatus.DONE, report=report))
    return folder


def suggested(project):
    """How many clips each class is suggested for."""
    with Project.open(project) as opened:
        view = opened.catalogue.view
        found = [view.suggestion(clip.id) for clip in view.clips]
        names = {known.id: known.name for known in view.classes}
        return [names[one.class_id] for one in found if one is not None]


def test_suggestions_follow_a_class_through_rename_merge_and_their_undoing(
    project, model, audioclf, audioclf_json
):
    audioclf("classes", "rename", project, "low", "deep")
    status, _out, err = audioclf("suggest", project)
    assert (status, suggested(project)) == (0, ["deep"] * 24)
    assert "suggesting with the newest model: run 1 (accuracy 0.000)" in err
    audioclf("classes", "merge", project, "deep", "high")
    assert audioclf_json("suggest", project) == (
        0,
        {"run": 1, "clips": 24, "missing": {}, "none": 0, "inside": 0, "silent": 0},
    )
    assert suggested(project) == ["high"] * 24
    _status, edits = audioclf_json("history", project)
    audioclf("history", project, "--go-to", edits[1]["edit"])
    assert suggested(project) == ["high"] * 24, "what was suggested since stays"
    audioclf("suggest", project)
    assert suggested(project) == ["deep"] * 24


def test_what_is_taken_for_a_dropped_class_gets_no_suggestion_and_that_is_said(
    project, model, audioclf, audioclf_json
):
    audioclf("suggest", project)
    audioclf("classes", "delete", project, "low")
    status, _out, err = audioclf("suggest", project)
    assert (status, suggested(project)) == (0, [])
    assert "24 clips got no suggestion: the project has no such class: low (24)." in err
    assert audioclf_json("suggest", project) == (
        0,
        {"run": 1, "clips": 0, "missing": {"low": 24}, "none": 0, "inside": 0, "silent": 0},
    )


def test_a_run_tells_its_classes_as_they_are_called_now(project, model, audioclf, audioclf_json):
    audioclf("classes", "rename", project, "low", "deep")
    audioclf("classes", "rename", project, "high", "low")
    _status, out, _err = audioclf("runs", project, "show", 1)
    assert "deep (was low)" in out
    assert "low (was high)" in out
    assert "hum (not in the project)" in out
    _status, doubts = audioclf_json("labels", "errors", project, "--run", 1)
    assert [(one["given"], one["predicted"]) for one in doubts["doubted"]] == [("low", "deep")]
    _status, cell = audioclf_json("labels", "confused", project, "low", "deep")
    assert [one["score"] for one in cell["clips"]] == [0.9]
    status, _out, err = audioclf("labels", "confused", project, "low", "nobody")
    assert (status, "There are: deep, low, hum." in err) == (1, True)


def test_a_model_is_measured_on_what_it_has_not_heard(project, model, audioclf, audioclf_json):
    status, _out, err = audioclf("evaluate", model, project)
    assert (status, "12 clips that the model has learnt from were left out." in err) == (0, True)
    _status, report = audioclf_json("evaluate", model, project)
    assert (report["clips"], report["left_out"], report["accuracy"]) == (12, 12, 0.0)
    audioclf("classes", "delete", project, "high")
    status, _out, err = audioclf("evaluate", model, project)
    assert status == 1
    assert "the model has learnt from all 12 labelled clips" in err
    assert "remedy: Label clips that it has not heard" in err


def test_results_never_replace_a_file_without_keeping_it(model, audioclf, tones, tmp_path):
    out = tmp_path / "night.csv"
    out.write_text("my own table")
    status, _out, err = audioclf("predict", model, tones / "low", "--out", out)
    assert (status, f"kept what was there: {tmp_path / 'night.1.csv'}" in err) == (0, True)
    assert (tmp_path / "night.1.csv").read_text() == "my own table"
    assert out.read_text("utf-8").startswith("path,start_s,end_s,class,score,low,high,hum\n")
