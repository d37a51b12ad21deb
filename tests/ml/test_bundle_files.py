"""A folder is replaced as a whole, and whatever goes wrong, one whole version is in its place."""

import json
from pathlib import Path

import pytest

from audioclf_gui.ml.bundle_files import current_folder, digest, is_signed, replace_folder, signed


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_digest_is_blake2b_of_16_bytes():
    """The value for b"abc" is that of `b2sum -l 128`."""
    assert digest(b"abc") == "cf4ab791c62b8d2b2109c90275287816"


def test_a_document_is_signed_over_everything_in_it():
    document = json.loads(signed({"a": 1, "b": ["ž"]}))
    assert document.keys() == {"a", "b", "digest"}
    assert is_signed(document)
    assert not is_signed(document | {"a": 2})
    assert not is_signed(document | {"c": None})
    assert not is_signed({"a": 1})


@pytest.mark.parametrize("is_first", [False, True])
def test_a_replacement_that_fails_leaves_things_as_they_were(tmp_path, monkeypatch, is_first):
    folder = tmp_path / "model"
    if not is_first:
        replace_folder(folder, {"a": b"old"})
    rename = Path.rename

    def fails_for_the_new_version(path, target):
        if path.suffix == ".part":
            raise PermissionError("no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_for_the_new_version)
    with pytest.raises(PermissionError):
        replace_folder(folder, {"a": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ([] if is_first else ["model"])
    assert is_first or content(folder) == {"a": b"old"}


def test_a_version_that_was_cut_off_between_its_renames_is_found_and_its_guests_move_on(tmp_path):
    folder, previous = tmp_path / "model", tmp_path / ".model.previous"
    assert current_folder(folder) == folder
    previous.mkdir()
    (previous / "a").write_bytes(b"old")
    (previous / "notes.txt").write_bytes(b"mine")
    (previous / "folder").mkdir()
    assert current_folder(folder) == previous
    replace_folder(folder, {"a": b"new", "folder": b"in its place"})
    assert current_folder(folder) == folder
    assert content(folder) == {"a": b"new", "notes.txt": b"mine", "folder": b"in its place"}
    assert not previous.exists()


def test_what_a_killed_process_left_is_cleared_away_but_nobody_else_s_folders(tmp_path):
    ours, others = tmp_path / ".model.0123abcd.part", tmp_path / ".model2.0123abcd.part"
    for folder in (ours, others):
        folder.mkdir()
    replace_folder(tmp_path / "deep" / "er" / "model", {"a": b"1"})
    replace_folder(tmp_path / "model", {"a": b"1"})
    assert not ours.exists()
    assert others.exists()


def test_an_empty_folder_may_be_filled(tmp_path):
    replace_folder(tmp_path, {"a": b"1"})
    assert content(tmp_path) == {"a": b"1"}
