"""TFRecord files: records one after the other, each with its length and two checksums."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards.crc32c import masked_crc32c

MOST_RECORD_BYTES = 2**30
"""Longer records are taken for damage: each is in memory as a whole."""

_HEAD_BYTES, _TAIL_BYTES = 12, 4


def framed(record: bytes) -> bytes:
    """A record as it stands in the file: length, its checksum, the bytes, their checksum."""
    length = struct.pack("<Q", len(record))
    return b"".join(
        (
            length,
            struct.pack("<I", masked_crc32c(length)),
            record,
            struct.pack("<I", masked_crc32c(record)),
        )
    )


def records(file: Path) -> Iterator[bytes]:
    """The records of a file, in order, read once from front to end.

    Raises
    ------
    UserError
        If it cannot be read, is cut off, or a checksum does not fit.
    """
    try:
        with file.open("rb", buffering=2**20) as opened:
            number = 0
            while head := opened.read(_HEAD_BYTES):
                number += 1
                yield _record(file, opened, head, number)
    except OSError as error:
        raise cannot_read(file, error) from error


def _record(file: Path, opened: IO[bytes], head: bytes, number: int) -> bytes:
    if len(head) < _HEAD_BYTES:
        raise _cut(file, number)
    length, checksum = struct.unpack("<QI", head)
    if masked_crc32c(head[:8]) != checksum:
        if number == 1:
            raise UserError(
                Text("{name} is no TFRecord file, or packed as a whole", name=file.name),
                remedy=Text("If it is packed (GZIP, ZLIB), unpack it first; else choose another file."),
            )
        raise _wrong(file, number)
    if length > MOST_RECORD_BYTES:
        raise UserError(
            Text("record {number:d} of {name} has more than 1 GiB", number=number, name=file.name),
            remedy=Text("Write the file again with shorter sounds, one a record."),
        )
    record = opened.read(length)
    tail = opened.read(_TAIL_BYTES)
    if len(record) < length or len(tail) < _TAIL_BYTES:
        raise _cut(file, number)
    if struct.unpack("<I", tail)[0] != masked_crc32c(record):
        raise _wrong(file, number)
    return record


def _cut(file: Path, number: int) -> UserError:
    return UserError(
        Text("{name} is cut off in record {number:d}", name=file.name, number=number),
        remedy=Text("Copy or write the file again."),
    )


def _wrong(file: Path, number: int) -> UserError:
    return UserError(
        Text(
            "{name} is damaged: the checksum of record {number:d} does not fit", name=file.name, number=number
        ),
        remedy=Text("Copy or write the file again."),
    )
