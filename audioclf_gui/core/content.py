"""Telling files apart by what they hold, and writing them so that nothing is ever half there."""

import errno
import filecmp
import hashlib
import itertools
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.project_files import is_called_project
from audioclf_gui.core.text import Text

_OF_MODELS = ("bundle.json", "model.safetensors")  # files that make a folder a model
_WHOLE_BYTES = 64 * 2**20
_SAMPLE_BYTES = 256 * 2**10
_SAMPLES = 64


def content_hash(path: Path) -> str:
    """Hash of a file's bytes, by which moved audio is found again and caches are keyed.

    Files above 64 MiB are sampled at 64 evenly spaced places (first and last included) together
    with their size, so that a day-long recording is identified in milliseconds.

    Returns
    -------
    str
        32 hexadecimal digits (BLAKE2b).

    Raises
    ------
    OSError
        If the file cannot be read, or is a folder or a pipe, which would be waited for without end.
    """
    digest = hashlib.blake2b(digest_size=16)
    if not path.is_file():
        path.stat()  # which says so if there is nothing
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    size = path.stat().st_size
    digest.update(size.to_bytes(8, "little"))
    with path.open("rb") as file:
        if size <= _WHOLE_BYTES:
            while block := file.read(2**20):
                digest.update(block)
        else:
            for index in range(_SAMPLES):
                file.seek((size - _SAMPLE_BYTES) * index // (_SAMPLES - 1))
                digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()


def content_hash_of(content: bytes) -> str:
    """The hash that `content_hash` has for a file with these bytes, of which there are at most 64 MiB.

    Raises
    ------
    ValueError
        If there are more.
    """
    if len(content) > _WHOLE_BYTES:
        raise ValueError("a file of so many bytes is sampled")
    return hashlib.blake2b(len(content).to_bytes(8, "little") + content, digest_size=16).hexdigest()


def write_atomically(path: Path, *content: bytes | memoryview) -> None:
    """Replace `path` by some bytes after each other; at any moment the old or the new file is there, whole.

    For files of the program's own; what a user wants somewhere is written by `write_where_wanted`.
    """
    with part_of(path) as part:
        _write(part, *content)
        part.replace(path)


def write_derived(path: Path, content: bytes) -> None:
    """Replace `path` by what can be made again, as `write_atomically`, but do not wait for the disk.

    For many small files, of which each would wait longer than it takes to make it. Where the power fails a
    file may be cut off, so whoever reads it has to tell whether it is whole.
    """
    with part_of(path) as part:
        part.write_bytes(content)
        part.replace(path)


def write_where_wanted(path: Path, content: bytes) -> Path | None:
    """Write a file at a place that a user named, as `write_atomically`, but never lose what was there.

    Returns
    -------
    Path or None
        Where the file is kept that was in the place and held something else; see `put_where_wanted`.
    """
    with part_of(path) as part:
        _write(part, content)
        return put_where_wanted(part, path)


def put_where_wanted(part: Path, path: Path) -> Path | None:
    """Let a finished file take a place that a user named; at any moment there is a whole one.

    Nobody can tell whose file is there already, or what was changed in it since the program wrote it.
    So it is kept, unless it holds the very same: as `night.1.csv` beside `night.csv`, or with the next
    number that is free.

    Returns
    -------
    Path or None
        Where it is kept; None if there was nothing to keep.

    Raises
    ------
    OSError
        If the place is no ordinary file, or the disk refuses it.
    """
    check_place(path)
    kept = None
    if path.exists() and not filecmp.cmp(part, path, shallow=False):
        kept = _kept_beside(path)
    part.replace(path)
    return kept


def kept_note(kept: Sequence[Path]) -> Text | None:
    """What to tell of files that `put_where_wanted` has kept; None if there were none."""
    if not kept:
        return None
    return Text(
        "{n} file that was there already is kept as {first}.",
        "{n} files that were there already are kept with a number, the first as {first}.",
        n=len(kept),
        first=kept[0].name,
    )


def check_place(path: Path) -> None:
    """OSError if something is at `path` that no file may take the place of: no file, a project or a model."""
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    if path.exists() and not path.is_file():
        raise OSError(0, "it is a device or a pipe, not a file")
    if is_called_project(path):
        raise OSError(0, "it is the name of a project")
    if path.name in _OF_MODELS and all(path.with_name(name).is_file() for name in _OF_MODELS):
        raise OSError(0, "it is part of a model")


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """A place to write to before `path` is replaced, where nothing stays.

    Folders that are missing are made. Where the writing fails these go again, if nothing else is in them.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")  # short: names have limits in bytes
    missing = [folder for folder in path.parents if not folder.exists()]
    with on_failure(partial(_remove_empty, missing)):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):  # somebody else has put something into it, or it was never made
            folder.rmdir()


def _write(path: Path, *content: bytes | memoryview) -> None:
    with path.open("xb") as file:
        file.writelines(content)
        flush(file)


def _kept_beside(path: Path) -> Path:
    """Give a file a second name with a number; on disks that know no second names, copy it."""
    for number in itertools.count(1):
        kept = path.with_name(f"{path.stem}.{number}{path.suffix}")
        try:
            name_or_copy(path, kept)
        except FileExistsError:
            continue
        return kept
    raise AssertionError("there is always a number more")


def name_or_copy(path: Path, kept: Path) -> None:
    """Give a file a second name, or copy it; FileExistsError if there is a file of that name."""
    try:
        kept.hardlink_to(path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        with (
            path.open("rb") as old,
            kept.open("xb") as new,
            on_failure(partial(kept.unlink, missing_ok=True)),
        ):
            _copy(old, new)


def _copy(old: BinaryIO, new: BinaryIO) -> None:
    while block := old.read(2**20):
        new.write(block)
    flush(new)


def flush(file: BinaryIO) -> None:
    """Bring what was written to the disk; it is there when this returns."""
    file.flush()
    os.fsync(file.fileno())


def flush_file(path: Path) -> None:
    """Bring a file that another library wrote to the disk."""
    with path.open("r+b") as file:
        flush(file)
