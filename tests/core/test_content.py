"""Hashes that stand in every project and cache, and files that are whole or not there."""

import errno
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from audioclf_gui.core.content import content_hash, write_atomically, write_where_wanted

MIB = 2**20


@pytest.mark.parametrize(
    ("content", "digest"),
    [
        (b"", "c804ce198ec337e3dc762bdd1a09aece"),
        (b"RIFF", "dbf52ec483a505510e4b5a048052cff6"),
    ],
)
def test_the_hash_of_a_small_file_is_that_of_its_size_and_bytes(tmp_path, content, digest):
    (tmp_path / "a").write_bytes(content)
    assert content_hash(tmp_path / "a") == digest


def test_a_file_of_64_mib_is_read_whole(tmp_path):
    file = tmp_path / "a"
    with file.open("wb") as written:
        written.truncate(64 * MIB)
        written.seek(40 * MIB + 12345)
        written.write(b"between the samples of larger files")
    expected = hashlib.blake2b((64 * MIB).to_bytes(8, "little"), digest_size=16)
    expected.update(file.read_bytes())
    assert content_hash(file) == expected.hexdigest()


def test_a_larger_file_is_sampled_at_64_places_from_its_first_to_its_last_byte(tmp_path):
    size = 64 * MIB + 1
    file = tmp_path / "a"
    expected = hashlib.blake2b(size.to_bytes(8, "little"), digest_size=16)
    with file.open("wb") as written:
        written.truncate(size)
        for number in range(64):
            start = (size - 262_144) * number // 63
            for place in (start, start + 262_143):
                written.seek(place)
                written.write(bytes([number + 1]))
    for number in range(64):
        with file.open("rb") as read:
            read.seek((size - 262_144) * number // 63)
            expected.update(read.read(262_144))
    assert content_hash(file) == expected.hexdigest()


def test_a_file_is_written_into_folders_that_are_not_there_yet(tmp_path):
    write_atomically(tmp_path / "a" / "b" / "c.txt", b"x")
    write_atomically(tmp_path / "a" / "b" / "c.txt", b"y")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"y"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


@pytest.mark.parametrize("write", [write_atomically, write_where_wanted])
@pytest.mark.parametrize("place", ["new/deep/{long}", "new/{long}/a.txt"])
def test_a_file_that_cannot_be_written_leaves_no_folder_behind(tmp_path, write, place):
    with pytest.raises(OSError, match="name"):
        write(tmp_path / place.format(long="x" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_what_was_there_before(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(OSError, match="name"):
        write_where_wanted(tmp_path / "empty" / "new" / ("x" * 300), b"x")
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


@pytest.mark.parametrize("links", [True, False], ids=["disk with links", "disk without"])
def test_a_file_in_the_place_is_kept_unless_it_holds_the_same(links, tmp_path, monkeypatch):
    if not links:

        def refused(*_args):
            raise OSError(errno.EPERM, "no second names here")

        monkeypatch.setattr(Path, "hardlink_to", refused)
    place = tmp_path / "deep" / "night.csv"
    assert write_where_wanted(place, b"one") is None
    assert write_where_wanted(place, b"one") is None
    assert write_where_wanted(place, b"two") == place.with_name("night.1.csv")
    assert write_where_wanted(place, b"three") == place.with_name("night.2.csv")
    found = {path.name: path.read_bytes() for path in place.parent.iterdir()}
    assert found == {"night.csv": b"three", "night.1.csv": b"one", "night.2.csv": b"two"}


def test_many_writers_at_one_place_lose_nothing(tmp_path):
    place = tmp_path / "night.csv"
    contents = [str(number).encode() for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_where_wanted(place, content), contents))
    held = {path.read_bytes() for path in tmp_path.iterdir()}
    assert held <= set(contents)
    assert not list(tmp_path.glob("*.part"))
    assert place.read_bytes() in contents


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(make, tmp_path):
    make(tmp_path / "night.csv")
    with pytest.raises(OSError, match="it is a"):
        write_where_wanted(tmp_path / "night.csv", b"one")
    assert list(tmp_path.iterdir()) == [tmp_path / "night.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is not a file"):
        content_hash(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is not a file"):
        content_hash(tmp_path)
    with pytest.raises(FileNotFoundError):
        content_hash(tmp_path / "absent")
