"""Known data sets come in whole however somebody packed them again, and what was guessed for that is said."""

import csv
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project

NAMES = ("esc-excel", "esc-floatfold", "esc-index", "esc-kaggle", "esc-upper", "esc-zipwrap",
         "us8k-floatfold", "us8k-foldname", "us8k-foldzero", "us8k-kaggle", "us8k-official")  # fmt: skip
WORDS = {
    "esc-floatfold": "1.0 is read as 1",
    "esc-kaggle": "were found by their names",
    "us8k-floatfold": "1.0 is read as 1",
    "us8k-foldname": "fold1 is read as 1",
    "us8k-foldzero": "01 is read as 1",
}
"""What has to be said of those that are not as the original is."""


@pytest.fixture
def repacked(shared_data) -> Path:
    folder = shared_data / "cases" / "09-repacked-sets"
    if not folder.is_dir():
        pytest.skip("the repacked sets are not at hand")
    return folder


def truth(root):
    """Class and fold of each file as the table says, however it writes them."""
    (table,) = root.rglob("*.csv")
    text = table.read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ","))
    rows = [{name.lower(): cell for name, cell in row.items()} for row in rows]
    return {
        row.get("filename") or row["slice_file_name"]: (
            row.get("category") or row["class"],
            str(int(float(row["fold"].removeprefix("fold")))),
        )
        for row in rows
    }


def taken(folder):
    """Class, fold and whether there is a group, of each clip of a project."""
    with Project.open(folder) as project:
        view = project.catalogue.view
        names = {known.id: known.name for known in view.classes}
        return {
            clip.name: (names[view.labels(clip.id)[0].class_id], clip.fold)
            for clip in view.clips
            if clip.group and view.audio_path(clip).is_file()
        }


@pytest.mark.parametrize("how", ["named", "guess"])
@pytest.mark.parametrize("name", NAMES)
def test_a_repacked_set_gives_its_clips_classes_and_folds(
    audioclf, audioclf_json, repacked, tmp_path, name, how
):
    audioclf("new", tmp_path / "p")
    key = "esc50" if name.startswith("esc") else "urbansound8k"
    layout = key if how == "named" else how
    status, result = audioclf_json("import", tmp_path / "p", repacked / name, "--layout", layout)
    assert (status, result["added"], len(result["classes"]), result["folds"]) == (0, 4, 2, ["1", "2"])
    assert result["layout"] == key
    assert taken(tmp_path / "p") == truth(repacked / name)
    notes = " | ".join(result["notes"])
    assert WORDS.get(name, "") in notes
    assert ("looks like" in notes) or how == "named"


@pytest.mark.parametrize("name", NAMES)
def test_without_a_layout_the_one_that_is_recognised_is_suggested_and_can_be_taken_up_later(
    audioclf, audioclf_json, repacked, tmp_path, name
):
    audioclf("new", tmp_path / "p")
    key = "esc50" if name.startswith("esc") else "urbansound8k"
    status, _out, err = audioclf("import", tmp_path / "p", repacked / name)
    assert status == 0
    assert "looks like " in err
    assert f"import again with --layout {key}" in err
    status, result = audioclf_json("import", tmp_path / "p", repacked / name, "--layout", key)
    assert (status, result["added"], result["known"], result["changed"]) == (0, 0, 4, 4)
    assert taken(tmp_path / "p") == truth(repacked / name)
    with Project.open(tmp_path / "p") as project:
        project.catalogue.undo()
        assert project.catalogue.view.labelled == 0
        assert len(project.catalogue.view.clips) == 4


def write_tones(folder, *names, seconds=0.1, rate_hz=8000):
    for number, name in enumerate(names):
        tone = 0.1 * np.sin(np.arange(int(seconds * rate_hz)) * (0.1 + 0.01 * number))
        write_wav(folder / name, tone.astype(np.float32), rate_hz)
    return folder


@pytest.mark.parametrize(
    ("names", "seconds", "words"),
    [
        (["train/dog/a.wav", "Test/dog/b.wav"], 0.1, ["Test, train: taken for the parts of a split"]),
        (["set/dog/a.wav", "set/cat/b.wav"], 0.1, ["set: taken for a folder around the others"]),
        (
            ["dog/a.wav", "cat/b.wav", "c.wav"],
            0.1,
            ["1 file lies in no folder of a class, so it has none: c.wav"],
        ),
        (["train/a.wav", "bus/b.wav", "tram/c.wav"], 0.1, ["train: taken for a class"]),
    ],
)
def test_what_was_guessed_about_folders_is_said(audioclf, audioclf_json, tmp_path, names, seconds, words):
    audioclf("new", tmp_path / "p")
    write_tones(tmp_path / "data", *names, seconds=seconds)
    status, _out, err = audioclf("import", tmp_path / "p", tmp_path / "data", "--layout", "guess")
    assert status == 0
    assert "note: data looks like one folder for each class" in err
    for word in words:
        assert f"note: {word}" in err
    _status, result = audioclf_json("import", tmp_path / "p", tmp_path / "data", "--layout", "folders")
    assert all(any(note.startswith(word) for note in result["notes"]) for word in words)


def test_long_recordings_are_no_classes_and_it_is_said_why(audioclf, audioclf_json, tmp_path):
    audioclf("new", tmp_path / "p")
    names = ("AM01/20240501_053000.wav", "AM02/20240501_053000.wav")
    write_tones(tmp_path / "card", *names, seconds=120.0, rate_hz=200)
    status, result = audioclf_json("import", tmp_path / "p", tmp_path / "card", "--layout", "guess")
    assert (status, result["classes"], result["layout"]) == (0, [], "plain")
    assert "recordings of about 120 s" in " ".join(result["notes"])
    assert "no layout was recognised" in " ".join(result["notes"])
    status, result = audioclf_json("import", tmp_path / "p", tmp_path / "card", "--layout", "folders")
    assert result["classes"] == ["AM01", "AM02"]


def test_a_table_is_suggested_with_its_columns_and_taken_when_it_is_asked_to_guess(
    audioclf, audioclf_json, tmp_path
):
    audioclf("new", tmp_path / "p")
    write_tones(tmp_path / "data", "a.wav", "b.wav")
    (tmp_path / "data" / "my list.csv").write_text("file,species,site\na.wav,owl,north\nb.wav,wren,south\n")
    _status, _out, err = audioclf("import", tmp_path / "p", tmp_path / "data")
    assert "note: my list.csv seems to say what is in the files" in err
    assert "my list.csv' --path-column file --label-column species --group-column site" in err
    status, result = audioclf_json("import", tmp_path / "p", tmp_path / "data", "--layout", "guess")
    assert (status, result["changed"], result["classes"], result["groups"]) == (0, 2, ["owl", "wren"], 2)
    assert "chosen by their names and cells: --path-column file" in " ".join(result["notes"])


def test_files_that_are_given_and_not_used_are_named(audioclf, tmp_path):
    audioclf("new", tmp_path / "p")
    write_tones(tmp_path / "data", "a.wav")
    (tmp_path / "data" / "a.txt").write_text("0.0\t0.05\tbeep\n")
    (tmp_path / "t.csv").write_text("file,species\na.wav,owl\n")
    (tmp_path / "poem.txt").write_text("Once upon a time\n")
    given = (tmp_path / "data", tmp_path / "t.csv", tmp_path / "poem.txt")
    status, _out, err = audioclf("import", tmp_path / "p", *given)
    assert status == 3
    assert "1 label file lies there and is taken in, too" in err
    assert "t.csv is a table: name it with --table" in err
    assert "poem.txt: " in err
