"""What scripts and notebooks get is what the command line says, and errors name their remedy."""

import json
import math
import os
import subprocess
import sys
import threading

import numpy as np
import pytest

import audioclf_gui as ac
from audioclf_gui import api
from audioclf_gui.audio.files import read_blocks
from audioclf_gui.cli.main import main
from audioclf_gui.core.errors import ReadOnlyProjectError
from audioclf_gui.ml.events import EpochDone


def said(capsys, *arguments: object) -> object:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_importing_the_package_loads_nothing_but_itself():
    look = (
        "import sys, os, importlib, typing; before = set(sys.modules); import audioclf_gui;"
        " dir(audioclf_gui); print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['audioclf_gui']"


def test_the_first_name_loads_the_interface_without_torch_and_qt():
    look = "import sys, audioclf_gui as ac; ac.train; print({'torch', 'PySide6'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_every_name_is_there_and_listed_and_no_other_is():
    assert set(ac.__all__) == {*api.__all__, "__version__"}
    assert set(ac.__all__) <= set(dir(ac))
    for name in ac.__all__:
        assert getattr(ac, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'tarin'"):
        ac.tarin  # noqa: B018


def test_a_file_gets_the_numbers_of_the_command_line(model, folder, capsys):
    (told,) = said(capsys, "predict", model.folder, folder / "scene.wav")
    heard = model.predict(folder / "scene.wav")
    assert dict(zip(heard.classes, heard.scores.tolist(), strict=True)) == told["scores"]
    assert [list(scores.values()) for scores in (one["scores"] for one in told["windows"])] == (
        heard.window_scores.tolist()
    )
    assert heard.times_s.tolist() == [[one["start_s"], one["end_s"]] for one in told["windows"]]
    assert (heard.class_name, heard.score) == (told["class"], told["score"])
    events = [(one["start_s"], one["end_s"], one["class"]) for one in told["events"]]
    assert events
    assert [(one.start_s, one.end_s, one.text) for one in heard.events] == events


@pytest.mark.parametrize("as_given", [lambda samples: samples, lambda samples: samples[:, 0].astype(float)])
def test_an_array_gets_the_numbers_of_its_file(model, folder, as_given):
    samples = np.concatenate(list(read_blocks(folder / "scene.wav")))
    from_file = model.predict(folder / "scene.wav")
    from_array = model.predict(as_given(samples), 4000)
    assert from_array.window_scores.tolist() == from_file.window_scores.tolist()
    assert (from_array.events, from_array.named) == (from_file.events, from_file.named)
    assert from_array.path is None
    assert {row["path"] for row in from_array.rows()} == {""}


def test_training_comes_to_what_the_command_line_comes_to(project, folder, capsys):
    run = ac.train(project, "fast", epochs=2, seed=3, threads=1)
    project.close()
    options = ("--preset", "fast", "--seed", 3, "--set", "epochs=2", "--set", "threads=1")
    told = said(capsys, "train", folder / "project", *options)
    assert told["per_class"] == run.report["per_class"]
    assert run.figures["accuracy"] == told["accuracy"]
    assert (run.number, told["run"]) == (2, 3)


def test_measuring_comes_to_what_the_command_line_comes_to(model, folder, capsys):
    with ac.new_project(folder / "later") as later:
        ac.import_clips(later, folder / "later years")
        report = ac.evaluate(model, later)
    assert report.report == said(capsys, "evaluate", model.folder, folder / "later")


def test_suggestions_are_kept_in_the_project(project, folder):
    (clip,) = ac.suggest(project)
    project.close()
    with ac.open_project(folder / "project") as again:
        assert [one for one in again.clips if one.path.name == "scene.wav"] == [clip]


def test_what_a_model_hears_becomes_labels_as_it_is(project, model, folder):
    heard = model.predict(folder / "scene.wav")
    assert ac.label(project, folder / "scene.wav", heard.events) == 1
    labels = [one for one in project.labels if one.path == folder / "scene.wav"]
    assert [(one.start_s, one.end_s, one.class_name) for one in labels] == [
        (one.start_s, one.end_s, one.text) for one in heard.events
    ]


def test_a_class_of_a_whole_recording_takes_the_place_of_the_one_before(project, folder):
    path = folder / "owl" / "site0-00.wav"
    assert ac.label(project, [path], "tawny owl") == 1
    assert [one.class_name for one in project.labels if one.path == path] == ["tawny owl"]
    assert ac.label(project, path, "") == 1
    assert [one for one in project.labels if one.path == path] == []


def test_a_project_that_another_one_holds_is_read_and_not_changed(project, folder):
    with ac.open_project(folder / "project") as second:
        assert second.read_only
        assert len(second.clips) == 25
        with pytest.raises(ReadOnlyProjectError) as refusal:
            ac.label(second, folder / "scene.wav", "wren")
    assert "Close the other window" in str(refusal.value.remedy)
    assert project.runs[0].status == "done"


def test_leaving_the_block_gives_the_project_back(folder):
    with ac.open_project(folder / "project"):
        pass
    with ac.open_project(folder / "project") as again:
        assert not again.read_only


def test_files_that_cannot_be_read_are_named_and_the_others_come(model, project, folder):
    (folder / "mixed").mkdir()
    (folder / "mixed" / "broken.wav").write_bytes(b"RIFF, and nothing else")
    os.link(folder / "scene.wav", folder / "mixed" / "scene.wav")
    heard = model.predict_files(folder / "mixed")
    assert ([one.path.name for one in heard.found], [one.path.name for one in heard.refused]) == (
        ["scene.wav"],
        ["broken.wav"],
    )
    done = ac.import_clips(project, folder / "mixed")
    assert (done.added, [one.path.name for one in done.refused]) == (1, ["broken.wav"])
    assert done.refused[0].reason
    assert done.refused[0].remedy


@pytest.mark.parametrize(
    ("ask", "problem", "remedy"),
    [
        (lambda model: model.predict("absent.wav"), "does not exist", "Check the path"),
        (lambda model: model.predict(model.folder), "is a folder", "predict_files"),
        (lambda model: model.predict(np.zeros(4000)), "how many samples", "sample rate"),
        (lambda model: model.predict(np.zeros(4000), math.nan), "nan", "sample rate"),
        (lambda model: model.predict(np.zeros(4000), 44100.5), "44100.5", "sample rate"),
        (lambda model: model.predict(np.zeros(4000, np.int16), 4000), "int16", "32768"),
        (lambda model: model.predict(np.zeros((2, 4000)), 4000), "(2, 4000)", "(frames, channels)"),
        (lambda model: model.predict(np.zeros(0), 4000), "(0,)", "(frames,)"),
        (lambda model: model.predict(np.full(4000, np.nan), 4000), "not numbers", "Replace"),
        (lambda _model: ac.open_project("absent"), "is not there", "audioclf new"),
        (lambda _model: ac.load_model("absent"), "", "model"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy(model, ask, problem, remedy):
    with pytest.raises(ac.UserError) as refusal:
        ask(model)
    assert problem in str(refusal.value)
    assert remedy in str(refusal.value.remedy)


def test_training_refuses_what_the_command_line_refuses(project, folder):
    with pytest.raises(ac.UserError) as refusal:
        ac.train(project, "fast", epochz=2)
    assert "epochs" in f"{refusal.value} {refusal.value.remedy}"
    with pytest.raises(ac.UserError):
        ac.train(project, "no such preset")
    with pytest.raises(ac.UserError) as refusal:
        ac.import_clips(project, folder / "wren", layout="esc-fifty")
    assert "esc50" in str(refusal.value.remedy)
    with pytest.raises(ac.UserError) as refusal:
        ac.label(project, "nobody.wav", "wren")
    assert "nobody.wav" in str(refusal.value)
    assert len(project.runs) == 1


def test_an_error_names_its_remedy_where_it_is_not_caught(folder):
    script = f"import audioclf_gui as ac; ac.open_project({str(folder / 'owl')!r})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is not a project" in done.stderr
    assert "Remedy: Choose the file" in done.stderr


def test_progress_tells_about_ten_lines(model, folder, capsys):
    model.predict_files(folder / "wren", show=ac.show_progress)
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) <= 10
    assert lines[-1] == "12 of 12"


def test_training_that_is_told_to_stop_keeps_its_best_epoch(project):
    stop = threading.Event()

    def after_the_first(event):
        if isinstance(event, EpochDone):
            stop.set()

    run = ac.train(project, "fast", epochs=1000, threads=1, stop=stop, show=after_the_first)
    assert run.status == "stopped"
    assert run.model is not None


def test_a_model_of_a_number_gives_the_number_and_its_rows(says, folder, capsys):
    from audioclf_gui.ml.objectives.regression import Regression

    depth = Regression(("depth",), unit="m", mean=40.0, deviation=10.0)
    place = says(folder / "depths", (0.5,), objective=depth, thresholds=())
    heard = ac.load_model(place).predict(folder / "scene.wav")
    (told,) = said(capsys, "predict", place, folder / "scene.wav")
    assert (heard.classes, heard.named, heard.class_name, heard.events) == (("depth",), (), "", ())
    assert heard.by_class == {"depth": told["value"]}
    assert heard.rows()[0]["depth [m]"] == told["windows"][0]["value"]


def test_silence_has_scores_and_no_class(model):
    heard = model.predict(np.zeros(8000), 4000)
    assert (heard.is_silent, heard.class_name, heard.events) == (True, "", ())
    assert {row["class"] for row in heard.rows()} == {"no signal"}


def test_training_that_is_interrupted_leaves_the_project_whole(project, folder):
    def at_the_first(event):
        if isinstance(event, EpochDone):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ac.train(project, "fast", epochs=1000, threads=1, show=at_the_first)
    assert ac.label(project, folder / "scene.wav", "wren") == 1
    project.close()
    with ac.open_project(folder / "project") as again:
        first, second = again.runs
        assert (first.status, first.model is None) == ("done", False)
        assert second.status in {"stopped", "failed"}  # as it had written a model by then, or not
