"""Tar shards as WebDataset has them: for each example a sound file and a JSON file of the same name."""

import os
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.text import Text
from audioclf_gui.formats.shards.example import ShardExample

_BLOCK = tarfile.BLOCKSIZE
_FACTS = "json"
_READ_AHEAD_BYTES = 2**20
_FILES = (b"0", b"\0")
_ADLER = 65521  # the lower half of Adler-32 is one and the sum of all bytes, modulo this


def tar_bytes(example: ShardExample) -> bytes:
    """An example as it stands in a shard; the JSON first, so that who reads knows whether to go on."""
    parts = ((_FACTS, example.facts), (example.suffix, example.sound))
    return b"".join(_entry(f"{example.key}.{suffix}", content) for suffix, content in parts)


def tar_end() -> bytes:
    """What stands at the end of a shard."""
    return bytes(2 * _BLOCK)


def tar_examples(file: Path) -> Iterator[ShardExample]:
    """The examples of a shard that `tar_bytes` has made, in order, read once from front to end.

    Raises
    ------
    UserError
        If it cannot be read, is cut off, or was made otherwise.
    """
    try:
        with file.open("rb", buffering=_READ_AHEAD_BYTES) as opened:
            while (first := _next(file, opened)) is not None:
                second = _next(file, opened)
                key, _, suffix = first[0].partition(".")
                if second is None:
                    raise cut_shard(file)
                other, _, sound_suffix = second[0].partition(".")
                if suffix != _FACTS or other != key:
                    raise _not_ours(file, second[0])
                yield ShardExample(key, sound_suffix, second[1], first[1])
    except OSError as error:
        raise cannot_read(file, error) from error


def _entry(name: str, content: bytes) -> bytes:
    header = tarfile.TarInfo(name)
    header.size = len(content)
    start = header.tobuf(tarfile.USTAR_FORMAT, "utf-8", "strict")
    return b"".join((start, content, bytes(-len(content) % _BLOCK)))


def _next(file: Path, opened: IO[bytes]) -> tuple[str, bytes] | None:
    """Name and bytes of the next entry; None at the end.

    The library's own reader takes as long for a header as the disk for the sound behind it.
    """
    header = opened.read(_BLOCK)
    if len(header) < _BLOCK:
        raise cut_shard(file)
    if not header[0]:
        if any(header):
            raise _not_ours(file, "")
        return None
    try:
        told = int(header[148:156].rstrip(b" \0") or b"0", 8)
        size = int(header[124:136].rstrip(b" \0") or b"0", 8)
        name = header[:100].rstrip(b"\0").decode()
    except ValueError as error:
        raise _not_ours(file, "") from error
    if not _is_sum(told, header) or header[156:157] not in _FILES:
        raise _not_ours(file, name)
    if size < 0:
        raise _not_ours(file, name)
    if size > os.fstat(opened.fileno()).st_size:  # reading would take as much memory first
        raise cut_shard(file)
    content = opened.read(size)
    rest = -size % _BLOCK
    if len(content) < size or len(opened.read(rest)) < rest:
        raise cut_shard(file)
    return name, content


def _is_sum(told: int, header: bytes) -> bool:
    """Whether the bytes of a header add up, those of the sum counted as blanks; told by a sum in C."""
    blanked = b"".join((header[:148], b" " * 8, header[156:]))
    return zlib.adler32(blanked) & 0xFFFF == (told + 1) % _ADLER


def cut_shard(file: Path) -> UserError:
    """That a shard ends too early."""
    return UserError(
        Text("{name} is cut off", name=file.name), remedy=Text("Copy or write the shards again.")
    )


def _not_ours(file: Path, entry: str) -> UserError:
    return UserError(
        Text(
            "{name} is damaged, or no shard that this program wrote: {entry} does not belong there",
            name=file.name,
            entry=repr(entry),
        ),
        remedy=Text("Write the shards again; those of other programs are imported, see `audioclf import`."),
    )
