"""Shards: what the standards say byte by byte, what comes back, and what is refused by name."""

import struct
import tarfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.formats.shards import (
    ShardExample,
    ShardKind,
    ShardWriter,
    candidate_of,
    examples_of,
    facts_of,
    shuffled,
)
from audioclf_gui.formats.shards.crc32c import crc32c
from audioclf_gui.formats.shards.tf_example import decoded, encoded
from audioclf_gui.formats.shards.tf_shard import float_wav
from audioclf_gui.formats.shards.tfrecord import framed, records


@pytest.mark.parametrize(
    ("data", "crc"),
    [
        (b"", 0),
        (b"123456789", 0xE3069283),
        (bytes(32), 0x8A9136AA),
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
        (bytes(range(31, -1, -1)), 0x113FDB5C),
    ],
)
def test_the_checksum_is_that_of_rfc_3720(data, crc):
    assert crc32c(data) == crc


@given(st.integers(0, 5000), st.randoms(use_true_random=False))
def test_the_checksum_of_many_bytes_is_that_of_each_after_the_other(size, random):
    data = random.randbytes(size)
    register = 0xFFFFFFFF
    for byte in data:
        register ^= byte
        for _ in range(8):
            register = (register >> 1) ^ (0x82F63B78 if register & 1 else 0)
    assert crc32c(data) == register ^ 0xFFFFFFFF


WRITTEN_ELSEWHERE = bytes.fromhex(
    "2a00000000000000ae8d91f50a280a0e0a016112090a070a0568656c6c6f0a160a016c12111a0f0a0d01ac02fbffffffffffffff"
    "ff010c7b7885"
)
"""A file by version 1.14.6 of the package `tfrecord`: one example, `a` = b"hello" and `l` = 1, 300, −5."""


def test_a_file_of_another_writer_is_read_and_ours_is_the_same_byte_by_byte(tmp_path):
    file = tmp_path / "a.tfrecord"
    file.write_bytes(WRITTEN_ELSEWHERE)
    (record,) = records(file)
    assert decoded(record) == {"a": [b"hello"], "l": [1, 300, -5]}
    assert framed(encoded({"l": [1, 300, -5], "a": [b"hello"]})) == WRITTEN_ELSEWHERE


def test_an_example_is_encoded_as_protocol_buffers_are():
    """By the rules of the encoding: one feature `a` with the integers 1 and 300, packed and not."""
    message = bytes.fromhex("0a0e0a0c0a016112071a050a0301ac02")
    assert encoded({"a": [1, 300]}) == message
    assert decoded(message) == {"a": [1, 300]}
    assert decoded(bytes.fromhex("0a0e0a0c0a016112071a05080108ac02")) == {"a": [1, 300]}


FEATURES = st.dictionaries(
    st.text(max_size=8),
    st.lists(st.binary(max_size=40), min_size=1, max_size=3)
    | st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=3)
    | st.lists(st.floats(width=32, allow_nan=False), min_size=1, max_size=3),
    max_size=4,
)


@given(FEATURES)
def test_an_example_comes_back(features):
    assert decoded(encoded(features)) == features


@given(st.binary(max_size=60))
def test_what_is_no_example_is_told_or_read(message):
    with suppress(ValueError, struct.error):
        assert isinstance(decoded(message), dict)


def candidate(path: Path) -> Candidate:
    return Candidate(
        path,
        "dog",
        "site 1",
        "train",
        0.5,
        (Region(0.25, 0.5, "bark", 100.0, 900.0, track="calls", note="far", certainty=Certainty.UNSURE),),
        others=("rain",),
        ruled_out=("cat",),
    )


def written(folder: Path, kind: ShardKind, count: int = 5, most_bytes: int = 10**6) -> list[Path]:
    writer = ShardWriter(folder, kind, "train", "train", most_bytes)
    for number in range(count):
        facts = facts_of(candidate(Path("night.wav")), "0" * 32)
        sound = float_wav(struct.pack("<100f", *[number] * 100), 8000)
        writer.add(ShardExample(f"{number:06d}", "wav", sound, facts), {"class": ["dog"]}, 8000)
    writer.close()
    return [folder / one.file for one in writer.written]


@pytest.mark.parametrize("kind", list(ShardKind))
def test_sounds_and_what_is_known_of_them_come_back_in_order(tmp_path, kind):
    files = written(tmp_path, kind, most_bytes=3000)
    assert len(files) > 1
    read = list(examples_of(files))
    assert [one.key for one in read] == [f"{number:06d}" for number in range(5)]
    assert [struct.unpack("<f", one.sound[-4:])[0] for one in read] == [0, 1, 2, 3, 4]
    assert candidate_of(Path("night.wav"), read[0].facts) == candidate(Path("night.wav"))


def test_other_programs_read_the_tar_shards(tmp_path):
    (file,) = written(tmp_path, ShardKind.TAR)
    with tarfile.open(file) as opened:
        assert opened.getnames()[:4] == ["000000.json", "000000.wav", "000001.json", "000001.wav"]


@pytest.mark.parametrize("kind", list(ShardKind))
def test_a_shard_that_is_cut_anywhere_is_told_by_name(tmp_path, kind):
    (file,) = written(tmp_path, kind, 2)
    whole = file.read_bytes()
    record = len(framed(next(records(file)))) if kind is ShardKind.TFRECORD else len(whole)
    for size in range(1, len(whole) - (512 if kind is ShardKind.TAR else 0), 97):
        if size == record:
            continue  # the end of a record is as good as that of the file
        file.write_bytes(whole[:size])
        with pytest.raises(UserError, match=file.name) as error:
            list(examples_of([file]))
        assert error.value.remedy


def test_a_changed_byte_of_a_record_is_told(tmp_path):
    (file,) = written(tmp_path, ShardKind.TFRECORD, 3)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(UserError, match="checksum of record 2"):
        list(examples_of([file]))


def test_a_file_packed_as_a_whole_is_told(tmp_path):
    file = tmp_path / "a.tfrecord"
    file.write_bytes(b"\x1f\x8b" + bytes(100))
    with pytest.raises(UserError, match=r"a\.tfrecord is no TFRecord file") as error:
        list(examples_of([file]))
    assert "unpack" in str(error.value.remedy)


def test_samples_with_a_rate_become_sound(tmp_path):
    """As the reference system writes them: rate, label and length as integers, samples as floats."""
    file = tmp_path / "0_1_train.tfrecords"
    samples = struct.pack("<4f", 0.0, 0.5, -0.5, 0.25)
    features = {"sample_rate": [22050], "label": [1], "length": [4], "samples": [samples]}
    file.write_bytes(framed(encoded(features)))
    (read,) = examples_of([file])
    assert (read.suffix, read.sound) == ("wav", float_wav(samples, 22050))
    assert candidate_of(Path("a.wav"), read.facts).class_name == "1"


def test_a_record_without_sound_says_what_it_has(tmp_path):
    file = tmp_path / "a.tfrecord"
    file.write_bytes(framed(encoded({"image": [b"png"], "label": [1]})))
    with pytest.raises(UserError, match="image, label"):
        list(examples_of([file]))


def test_a_buffer_shuffles_all_and_holds_few():
    order = list(shuffled(range(1000), 100, Random(1)))
    assert sorted(order) == list(range(1000))
    assert order != list(range(1000))
    assert all(item <= place + 100 for place, item in enumerate(order))
    assert order == list(shuffled(range(1000), 100, Random(1)))


def test_facts_that_lie_too_deep_in_each_other_are_none():
    with pytest.raises(ValueError, match="too deep"):
        candidate_of(Path("a.wav"), b'{"a":' * 100_000)


@pytest.mark.parametrize(
    ("size", "reason"), [(b"-7", "does not belong there"), (b"777777777777", r"a\.tar is cut off")]
)
def test_a_size_that_the_shard_cannot_have_is_told_before_memory_is_taken(tmp_path, size, reason):
    header = bytearray(tarfile.TarInfo("a.json").tobuf(tarfile.USTAR_FORMAT))
    header[124:136] = size.ljust(12, b"\0")
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + sum(header[156:]) + 8 * 32)
    (tmp_path / "a.tar").write_bytes(header + bytes(1024))
    with pytest.raises(UserError, match=reason):
        list(examples_of([tmp_path / "a.tar"]))
