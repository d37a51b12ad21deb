"""What is in an archive, on disks and behind addresses."""

import shutil
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.jobs.predict import named_files
from audioclf_gui.remote.cluster.archive import list_archive, listed, write_manifest
from audioclf_gui.remote.cluster.fetching import fetched

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def in_memory(archive):
    """The archive behind an address."""
    memory = fsspec.filesystem("memory")
    memory.put(str(archive), "/far", recursive=True)
    memory.pipe("/far/notes.txt", b"no sound")
    memory.pipe("/far/.hidden/one.wav", b"nobody's")
    yield "memory://far"
    memory.rm("/far", recursive=True)


def test_the_files_are_those_of_predict_in_the_same_order(archive, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sources = ("archive/site-1", "archive", "archive/site-0/000.wav")
    files = list_archive(sources)
    assert [file.place for file in files] == [str(path) for path in named_files(tuple(map(Path, sources)))]
    assert {file.source for file in files} == {str(path) for path in archive.rglob("*.wav")}


def test_a_file_that_is_named_twice_is_listed_once_and_that_is_told(archive, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files, again = listed(("archive/site-0/000.wav", str(archive / "site-0" / "000.wav")))
    assert [file.place for file in files] == ["archive/site-0/000.wav"]
    assert again == (archive / "site-0" / "000.wav",)


def test_a_file_behind_an_address_is_there_while_it_is_heard(archive, in_memory):
    files = list_archive((in_memory,))
    assert len(files) == 97
    assert files[0].place == "memory:///far/site-0/000.wav"
    with fetched(files[:3]) as (there, missing):
        paths = [path for _file, path in there]
        assert [path.read_bytes() for path in paths] == [
            (archive / "site-0" / f"{number:03}.wav").read_bytes() for number in (0, 2, 4)
        ]
    assert missing == []
    assert not any(path.exists() for path in paths)


def test_a_file_that_went_meanwhile_is_told_and_the_others_are_there(in_memory):
    files = list_archive((in_memory,))
    fsspec.filesystem("memory").rm("/far/site-0/002.wav")
    with fetched(files[:3]) as (there, missing):
        assert [file for file, _path in there] == [files[0], files[2]]
    (one,) = missing
    assert one.file == files[1]
    assert "cannot be fetched" in str(one.reason)


def test_files_within_an_archive_file_have_an_address(archive, tmp_path):
    packed = shutil.make_archive(str(tmp_path / "all"), "zip", archive)
    files = list_archive((f"zip://site-1::file://{packed}",))
    assert len(files) == 48
    with fetched(files[:1]) as (there, _missing):
        assert there[0][1].read_bytes() == (archive / "site-1" / "001.wav").read_bytes()


def test_a_file_that_was_changed_has_another_state(archive, in_memory):
    memory = fsspec.filesystem("memory")
    before = {file.source: file.state for file in list_archive((in_memory, str(archive)))}
    memory.pipe("/far/site-0/000.wav", b"other")
    (archive / "site-1" / "001.wav").write_bytes(b"other")
    after = {file.source: file.state for file in list_archive((in_memory, str(archive)))}
    assert {source for source in before if before[source] != after[source]} == {
        "memory:///far/site-0/000.wav",
        str(archive / "site-1" / "001.wav"),
    }


@pytest.mark.parametrize(
    ("source", "told", "remedy"),
    [
        ("nowhere", "does not exist", "Check the path"),
        ("nosuch://bucket/x", "cannot be listed", "s3fs"),
        ("memory://nothing", "no sound file", "Choose files"),
        ("zip://x::file:///nowhere.zip", "cannot be listed", "Check the address"),
    ],
)
def test_what_is_not_there_is_told_with_the_remedy(source, told, remedy, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=told) as raised:
        list_archive((source,))
    assert remedy in str(raised.value.remedy)


def test_the_manifest_names_each_file_once(archive, tmp_path):
    files = list_archive((str(archive),))
    write_manifest(tmp_path / "out" / "manifest.csv", files)
    lines = (tmp_path / "out" / "manifest.csv").read_text("utf-8").splitlines()
    assert lines[0] == "path,bytes,state"
    assert [line.split(",")[0] for line in lines[1:]] == [file.place for file in files]
