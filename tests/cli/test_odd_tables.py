"""One data set of four clips in the shapes in which people keep its table, and classes spelled otherwise."""

import shlex

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav

CLASSES = {"dog": 2, "cat": 2}

WHAT_COMES_OF_A_TABLE = {
    "bom-semicolon.csv": (CLASSES, ""),
    "conflict.csv": (
        {"dog": 1, "cat": 2},
        "lines 2 and 6 of conflict.csv contradict each other",
    ),
    "dot-relative.csv": (CLASSES, ""),
    "float-fold.csv": (CLASSES, "1.0 is read as 1"),
    "multilabel.csv": (
        {"dog": 2, "bark": 1, "cat": 2, "meow": 1},
        "2 rows of multilabel.csv list several classes",
    ),
    "na-class.csv": ({"NA": 2, "None": 2}, "“NA”, “None”"),
    "nan.csv": ({"dog": 1}, "3 rows of nan.csv say nothing in column “label” (“nan”, “NaN”, empty)"),
    "no-extension.csv": (CLASSES, "dog_0 is dog_0.wav"),
    "numeric-float.csv": ({"1": 2, "2": 2}, "1.0 is read as 1"),
    "numeric.csv": ({"1": 1, "01": 1, "2": 1, "10": 1}, "look alike"),
    "posix-path.csv": (
        CLASSES,
        "4 recordings are not where posix-path.csv says",
    ),
    "sep-hint.csv": (CLASSES, ""),
    "spaces-case.csv": ({"dog": 1, "Dog": 1, "cat": 2}, "look alike"),
    "trailing.csv": (CLASSES, "put aside"),
    "twocols.csv": (CLASSES, "twocols.csv has 2 columns “label”; the first of them is meant by it"),
    "unicode-text.txt": (CLASSES, ""),
    "url.csv": (CLASSES, "4 recordings are not where url.csv says"),
    "windows-path.csv": (CLASSES, "4 recordings are not where windows-path.csv says"),
    "windows-relative.csv": (CLASSES, ""),
}
"""For each table the clips of each class, and what the command has to say."""


@pytest.fixture
def bare(tmp_path, audioclf):
    """A project without clips."""
    assert audioclf("new", tmp_path / "bare")[0] == 0
    return tmp_path / "bare"


@pytest.fixture
def counts(audioclf_json):
    """How many clips each class of a project has."""

    def read(project):
        return {name: clips for name, clips in audioclf_json("info", project)[1]["classes"].items() if clips}

    return read


@pytest.mark.parametrize("name", WHAT_COMES_OF_A_TABLE)
def test_an_odd_table_gives_its_clips_and_says_what_was_guessed(name, shared_data, bare, audioclf, counts):
    folder = shared_data / "cases" / "07-odd-tables"
    fold = () if name == "twocols.csv" else ("--fold-column", "fold")
    status, _out, err = audioclf(
        "import",
        bare,
        folder,
        "--table",
        folder / name,
        "--path-column",
        "path",
        "--label-column",
        "label",
        *fold,
    )
    expected, words = WHAT_COMES_OF_A_TABLE[name]
    assert status == (3 if words == "put aside" else 0), err
    assert counts(bare) == expected
    assert words in err
    assert bool(words) or err.count("\n") == err.count("reading:"), "nothing was guessed, so nothing is said"


def test_a_table_without_a_header_is_read_by_the_numbers_of_its_columns(shared_data, bare, audioclf, counts):
    folder = shared_data / "cases" / "07-odd-tables"
    given = ("import", bare, folder, "--table", folder / "headerless.csv")
    status, _out, err = audioclf(*given, "--path-column", "path", "--label-column", "label")
    assert status == 1
    assert "headerless.csv has no column “path”: its first line tells of a recording already" in err
    assert "1, 2, 3" in err
    assert audioclf(*given, "--path-column", "1", "--label-column", "2", "--fold-column", "3")[0] == 0
    assert counts(bare) == CLASSES


def test_labels_of_one_class_spelled_otherwise_are_told_with_the_command_that_mends_it(
    shared_data, bare, audioclf, audioclf_json, counts
):
    folder = shared_data / "cases" / "17-same-class-spelled-otherwise"
    assert audioclf("import", bare, folder / "a.wav")[0] == 0
    status, _out, err = audioclf("labels", "import", bare, folder / "a.txt")
    assert (status, "“dog”, “Dog”, “dög” look alike" in err) == (0, True)
    assert counts(bare).keys() == {"dog", "Dog", "dög"}
    (finding,) = [one for one in audioclf_json("check", bare)[1] if one["kind"] == "near twins"]
    assert finding["message"] == "“dog”, “Dog”, “dög” look alike: are they one class?"
    command = audioclf("check", bare)[2].partition("if so: ")[2].strip()
    program, *words = shlex.split(command)
    assert program == "audioclf"
    assert audioclf(*words)[0] == 0
    assert counts(bare) == {"dog": 1}
    assert "look alike" not in audioclf("check", bare)[2]


MARKED = "file,dog,cat,rain\na.wav,1,0,0\nb.wav,0,1,0\nc.wav,0,1,1\n"


@pytest.mark.parametrize("how", ["guess", "chosen"])
def test_a_table_with_a_column_for_each_class_gives_what_is_marked_and_says_so(
    audioclf_json, bare, counts, tmp_path, how
):
    for name in "abc":
        write_wav(tmp_path / "set" / f"{name}.wav", np.zeros(400, np.float32), 4000)
    table = tmp_path / "set" / "marks.csv"
    table.write_text(MARKED)
    columns = [word for name in ("dog", "cat", "rain") for word in ("--label-column", name)]
    chosen = ["--table", table, "--path-column", "file", *columns]
    options = ["--layout", "guess"] if how == "guess" else chosen
    status, result = audioclf_json("import", bare, tmp_path / "set", *options)
    assert (status, result["classes"]) == (0, ["dog", "cat", "rain"])
    assert counts(bare) == {"dog": 1, "cat": 2, "rain": 1}
    notes = " | ".join(result["notes"])
    assert "each of the columns “dog”, “cat”, “rain” of marks.csv is taken for a class" in notes
    assert "1 row of marks.csv marks several classes (line 4: “cat”, “rain”)" in notes
    assert ("--label-column dog --label-column cat --label-column rain" in notes) == (how == "guess")


def test_a_column_that_is_named_twice_is_one_column(audioclf_json, bare, counts, tmp_path):
    write_wav(tmp_path / "set" / "a.wav", np.zeros(400, np.float32), 4000)
    (tmp_path / "set" / "t.csv").write_text("file,kind\na.wav,dog\n")
    twice = ("--path-column", "file", "--label-column", "kind", "--label-column", "kind")
    status, _result = audioclf_json(
        "import", bare, tmp_path / "set", "--table", tmp_path / "set" / "t.csv", *twice
    )
    assert (status, counts(bare)) == (0, {"dog": 1})


def test_clips_of_several_classes_are_found_toggled_and_exported_with_all_of_them(
    audioclf, audioclf_json, bare, counts, tmp_path
):
    for name in "abcd":
        write_wav(tmp_path / "set" / f"{name}.wav", np.zeros(400, np.float32), 4000)
    rows = ["file,kind", "a.wav,frog;toad", "b.wav,frog", "c.wav,toad", "d.wav,frog;toad"]
    (tmp_path / "set" / "t.csv").write_text("\n".join(rows))
    status, result = audioclf_json("import", bare, tmp_path / "set", "--layout", "guess")
    assert (status, counts(bare)) == (0, {"frog": 3, "toad": 3})
    assert any("2 rows of t.csv list several classes" in note for note in result["notes"])
    where = ("--where", "class:frog class:toad")
    assert audioclf_json("clips", "toggle", bare, "cricket", *where) == (0, {"clips": 2})
    assert counts(bare) == {"frog": 3, "toad": 3, "cricket": 2}
    assert audioclf("labels", "export", bare, "--format", "csv", "--out", tmp_path / "out")[0] == 0
    exported = " ".join(file.read_text() for file in (tmp_path / "out").rglob("*.csv"))
    assert [exported.count(name) for name in ("frog", "toad", "cricket")] == [3, 3, 2]
    assert audioclf_json("clips", "toggle", bare, "frog", *where) == (0, {"clips": 2})
    assert counts(bare) == {"frog": 1, "toad": 3, "cricket": 2}
    status, again = audioclf_json("import", bare, tmp_path / "set", "--layout", "guess")
    assert counts(bare) == {"frog": 1, "toad": 3, "cricket": 2}
    assert any("its class is “toad, cricket” and not “frog, toad”" in str(again) for _ in "x")
