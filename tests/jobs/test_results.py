"""Predictions in each format, to the letter, and what is left when writing ends early."""

import io
import json
import os
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.jobs.results import LABEL_FILES, TABLES, Output, open_output
from audioclf_gui.ml.decisions import Event
from audioclf_gui.ml.inference import FilePrediction
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.prediction_values import to_json
from audioclf_gui.ml.window_scores import WindowScores

CLASSES = ("dog", "čejka")


def prediction_of(path):
    scores = np.array([0.25, 0.75], np.float32)
    windows = (WindowScores(0.0, 0.5, scores), WindowScores(0.5, 1.0, scores[::-1]))
    events = (Event(0.0, 0.5, "čejka", 0.75),)
    return FilePrediction(Path(path), 1.0, SingleLabel(CLASSES), (0.5, 0.5), scores, windows, events)


def written(key, to, *predictions):
    names = {one.path: Path(one.path.name) for one in predictions}
    with ExitStack() as stack:
        take = open_output(stack, Output(key, to), SingleLabel(CLASSES), names)
        return [take(one) for one in predictions]


def write_one_and_raise(error, key, to):
    with ExitStack() as stack:
        open_output(stack, Output(key, to), SingleLabel(CLASSES), {})(prediction_of("a.wav"))
        raise error


def test_a_table_has_a_row_for_each_window():
    out = io.StringIO()
    assert written("csv", out, prediction_of("a.wav")) == [None]
    assert out.getvalue() == (
        "path,start_s,end_s,class,score,dog,čejka\n"
        "a.wav,0.0,0.5,čejka,0.75,0.25,0.75\n"
        "a.wav,0.5,1.0,dog,0.75,0.75,0.25\n"
    )


@pytest.mark.parametrize("paths", [(), ("a.wav",), ("a.wav", "b.wav")])
def test_json_is_one_list_for_people_to_read_however_many_there_are(paths):
    out = io.StringIO()
    predictions = [prediction_of(path) for path in paths]
    written("json", out, *predictions)
    assert json.loads(out.getvalue()) == [to_json(one) for one in predictions]
    expected = json.dumps([to_json(one) for one in predictions], indent=2, ensure_ascii=False)
    assert out.getvalue() == expected + "\n"


def test_events_are_written_beside_each_other_as_label_files(tmp_path):
    targets = written("audacity", tmp_path, prediction_of("/x/a.wav"), prediction_of("/y/a.wav"))
    assert [target.path.name for target in targets] == ["a.txt", "a.wav.txt"]
    assert targets[0].path.read_text("utf-8").startswith("0.000000\t0.500000\tčejka")
    assert (TABLES, LABEL_FILES) == (("csv", "json"), ("audacity", "raven"))


def test_a_file_is_made_with_its_folder_and_replaced_only_by_a_whole_one(tmp_path):
    out = tmp_path / "deep" / "er" / "all.csv"
    written("csv", out, prediction_of("a.wav"))
    before = out.read_bytes()
    assert len(before.splitlines()) == 3
    with pytest.raises(ZeroDivisionError):
        write_one_and_raise(ZeroDivisionError, "csv", out)
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]


def test_work_that_fails_leaves_no_folder_behind(tmp_path):
    with pytest.raises(ZeroDivisionError):
        write_one_and_raise(ZeroDivisionError, "csv", tmp_path / "deep" / "er" / "all.csv")
    assert list(tmp_path.iterdir()) == []


def test_who_ends_the_work_keeps_what_is_there(tmp_path):
    out = tmp_path / "all.json"
    with pytest.raises(KeyboardInterrupt):
        write_one_and_raise(KeyboardInterrupt, "json", out)
    assert [one["path"] for one in json.loads(out.read_text("utf-8"))] == ["a.wav"]
    assert list(tmp_path.iterdir()) == [out]


def test_a_name_that_is_no_text_is_written_all_the_same(tmp_path):
    written("csv", tmp_path / "all.csv", prediction_of("a\udcff.wav"))
    assert b"a\\udcff.wav" in (tmp_path / "all.csv").read_bytes()


def test_a_place_that_cannot_be_written_is_told_at_once(tmp_path):
    (tmp_path / "file").touch()
    for out, problem in ((tmp_path, "it is a folder"), (tmp_path / "file" / "all.csv", "")):
        with pytest.raises(UserError, match=f"cannot be written: .*{problem}"):
            written("csv", out)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.parametrize("key", TABLES)
def test_what_was_in_the_place_is_kept_with_a_number_that_is_free(key, tmp_path):
    out = tmp_path / f"night.{key}"
    (tmp_path / f"night.1.{key}").write_text("an earlier one")
    told = []
    for content in ("my own table", "another"):
        out.write_text(content)
        with ExitStack() as stack:
            take = open_output(stack, Output(key, out), SingleLabel(CLASSES), {}, told.append)
            take(prediction_of("a.wav"))
            assert out.read_text() == content
    assert [(one.path.name, one.kept.name) for one in told] == [
        (out.name, f"night.2.{key}"),
        (out.name, f"night.3.{key}"),
    ]
    assert [(tmp_path / f"night.{number}.{key}").read_text() for number in (1, 2, 3)] == [
        "an earlier one",
        "my own table",
        "another",
    ]
    written(key, out, prediction_of("a.wav"))  # the very same again
    assert len(list(tmp_path.iterdir())) == 4


def test_results_never_take_the_place_of_a_sound_that_is_classified(tmp_path):
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"RIFF")
    with pytest.raises(UserError, match="one of the files to classify"), ExitStack() as stack:
        open_output(stack, Output("csv", sound), SingleLabel(CLASSES), {sound: Path("a.wav")})
    assert sound.read_bytes() == b"RIFF"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_device_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="it is a device or a pipe"):
        written("csv", tmp_path / "pipe")
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]


@pytest.mark.parametrize("name", ["birds.audioclf", "bundle.json"])
def test_a_project_or_a_model_is_never_replaced(name, tmp_path):
    for own in ("birds.audioclf", "bundle.json", "model.safetensors"):
        (tmp_path / own).write_text("mine")
    with pytest.raises(UserError, match=r"name of a project|part of a model"):
        written("csv", tmp_path / name)
    assert {file.read_text() for file in tmp_path.iterdir()} == {"mine"}
    assert len(list(tmp_path.iterdir())) == 3
