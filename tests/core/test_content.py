"""Hashes that stand in every project and cache, and files that are whole or not there."""

import hashlib

import pytest

from audioclf_gui.core.content import content_hash, write_atomically

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
