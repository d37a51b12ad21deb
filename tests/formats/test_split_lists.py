"""Lists of recordings that say which part of a split each is in."""

import json
from pathlib import Path

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.formats.datasets import Listing, is_bare_split_list, with_split_lists

FILES = ("dog/a.wav", "dog/b.wav", "cat/a.wav", "cat/c.flac")


@pytest.fixture
def listing(tmp_path):
    return Listing(tuple(Candidate(tmp_path / name, name.partition("/")[0]) for name in FILES))


def written(folder: Path, **lists: str) -> None:
    for name, text in lists.items():
        (folder / f"{name}.txt").write_text(text)


def folds(listing: Listing) -> list[str]:
    return [one.fold for one in listing.candidates]


@pytest.mark.parametrize(
    ("train", "test"),
    [
        pytest.param("dog/a.wav\ncat/a.wav\n", "dog/b.wav\ncat/c.flac\n", id="below the folder"),
        pytest.param("./dog/a.wav\r\nset\\cat\\a.wav\r\n\r\n", "b.wav\r\nc\r\n", id="in other ways"),
        pytest.param("dog/a.wav 0\ncat/a.wav 1\n", "dog/b.wav,0\ncat/c.wav,1\n", id="with codes"),
    ],
)
@pytest.mark.parametrize(
    "names",
    [
        ("train_list", "test_list"),
        ("train", "test"),
        ("filelist-train", "list_test"),
        ("train_split", "test_split"),
    ],
)
def test_lists_of_the_parts_of_a_split_are_its_folds(listing, tmp_path, names, train, test):
    written(tmp_path, **dict(zip(names, (train, test), strict=True)))
    told = with_split_lists(listing, [tmp_path])
    assert folds(told) == ["train", "test", "train", "test"]
    (note,) = map(str, told.notes)
    assert f"“{names[1]}.txt”" in note
    assert "list the parts of a split, so these are the folds: “test”, “train”" in note
    assert {one.stem for one in told.read} == set(names)


def test_what_lists_leave_open_is_told(listing, tmp_path):
    written(tmp_path, train="dog/a.wav\ncat/a.wav\nowl/a.wav\n", test="dog/b.wav\ndog/a.wav\n")
    told = with_split_lists(listing, [tmp_path])
    assert folds(told) == ["", "test", "train", ""]
    assert list(map(str, told.notes))[1:] == [
        "1 recording is in several lists and has no fold: a.wav",
        "1 recording is in no list and has no fold",
        "1 name of train.txt is that of no recording here: owl/a.wav",
    ]


def test_one_list_alone_is_named_and_not_read(listing, tmp_path):
    written(tmp_path, test="dog/a.wav\n", notes="dog/b.wav\n", train="of another set.wav\n")
    told = with_split_lists(listing, [tmp_path])
    assert folds(told) == ["", "", "", ""]
    assert ["test.txt seems to list one part" in str(note) for note in told.notes] == [True]


def test_folds_that_are_known_stay(tmp_path):
    listing = Listing((Candidate(tmp_path / "a.wav", "dog", fold="1"), Candidate(tmp_path / "b.wav", "cat")))
    written(tmp_path, train="a.wav\n", test="b.wav\n")
    assert with_split_lists(listing, [tmp_path]) == listing


@pytest.mark.parametrize(
    ("name", "text", "is_list"),
    [
        ("train_list.txt", "dog/a.wav\n\ncat/b.wav\n", True),
        ("train_list.txt", "a\nb\n", True),
        ("train.csv", "file\ndog/a.wav\n", True),
        ("train_list.txt", "dog/a.wav\tdog\n", False),
        ("train.csv", "file,class\na.wav,dog\n", False),
        ("labels.txt", "dog/a.wav\n", False),
        ("train.txt", "cat/x.wav\n", False),
        ("test.txt", "", False),
    ],
)
def test_only_a_list_that_says_nothing_more_is_no_table(tmp_path, name, text, is_list):
    (tmp_path / name).write_text(text)
    assert is_bare_split_list(tmp_path / name, {"a", "b"}) == is_list


def test_a_column_of_names_with_a_heading_is_a_list_too(listing, tmp_path):
    (tmp_path / "train.csv").write_text("file\ndog/a.wav\ncat/a.wav\ncat/c.flac\n")
    (tmp_path / "test.csv").write_text("dog/b.wav\n")
    told = with_split_lists(listing, [tmp_path])
    assert folds(told) == ["train", "test", "train", "train"]
    assert len(told.notes) == 1


TRAIN, TEST = ["dog/a.wav", "cat/a.wav"], ["dog/b.wav", "cat/c.flac"]
PAIRS = [*((name, "train") for name in TRAIN), *((name, "test") for name in TEST)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("split.json", json.dumps({"train": TRAIN, "test": TEST}), id="names of parts"),
        pytest.param("set_splits.json", json.dumps(dict(PAIRS)), id="parts of names"),
        pytest.param(
            "folds.json", json.dumps([{"file": name, "Split": part} for name, part in PAIRS]), id="rows"
        ),
        pytest.param("splits.csv", "\n".join(map(",".join, [("file", "usage"), *PAIRS])), id="a table"),
    ],
)
def test_json_and_tables_of_a_split_are_its_folds(listing, tmp_path, name, told):
    (tmp_path / name).write_text(told)
    read = with_split_lists(listing, [tmp_path])
    assert folds(read) == ["train", "test", "train", "test"]
    assert f"“{name}” lists the parts of a split, so these are the folds" in str(read.notes[0])
    assert read.read == (tmp_path / name,)


def test_json_lists_are_of_the_part_that_they_are_called_after(listing, tmp_path):
    for part, names in (("train", TRAIN), ("test", TEST)):
        (tmp_path / f"{part}.json").write_text(json.dumps(names))
    assert folds(with_split_lists(listing, [tmp_path])) == ["train", "test", "train", "test"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("split.json", '{"version": 1, "train": {"files": ["dog/a.wav"]}}'),
        ("splits.yaml", "train: [a.wav]\n"),
    ],
)
def test_a_split_in_a_form_that_is_not_known_is_told(listing, tmp_path, name, text):
    (tmp_path / name).write_text(text)
    told = with_split_lists(listing, [tmp_path])
    assert folds(told) == [""] * len(FILES)
    assert f"{name} seems to tell a split in a form that is not known" in str(told.notes[0])
