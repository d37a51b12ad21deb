"""Letting files out of an archive: into one new folder, as a whole or not at all."""

import errno
import lzma
import os
import re
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import IO

from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError, cannot_read, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.text import Text

BLOCK_BYTES = 2**20
SPARE_BYTES = 2**26
"""So much of the disk stays free."""

_DRIVE = re.compile(r"[A-Za-z]:")
_FAULTS_OF_DATA = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
)


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in an archive."""

    name: str  # below the folder, with slashes
    size: int  # bytes
    digest: str = ""  # of all its bytes: 32 hexadecimal digits (BLAKE2b); empty if that is not known
    copy_of: str = ""  # the name of a file before it whose bytes are its own, where there are none beside


def new_digest() -> blake2b:
    """The hash that tells whether a file came through whole."""
    return blake2b(digest_size=16)


def way_out(name: str) -> Text | None:
    """Why a path in an archive could land elsewhere than below the folder; None if it cannot."""
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return Text("its path starts elsewhere than in the folder")
    if ".." in name.replace("\\", "/").split("/"):
        return Text("its path leads out of the folder")
    return None


def check_room(name: str, needed: int, folder: Path) -> None:
    """UserError if the disk of a folder has no room for so many bytes more."""
    free = shutil.disk_usage(folder).free
    if needed + SPARE_BYTES > free:
        raise UserError(
            Text(
                "{name} needs {needed_mb:.0f} MB beside {spare_mb:.0f} MB that stay free,"
                " and {folder} has {free_mb:.0f} MB of room",
                name=name,
                spare_mb=SPARE_BYTES / 1e6,
                needed_mb=needed / 1e6,
                folder=folder,
                free_mb=free / 1e6,
            ),
            remedy=Text("Free some space on its disk, or choose a folder on another one."),
        )


def let_out(
    archive: Path,
    files: Sequence[PackedFile],
    streams: Iterable[Callable[[], IO[bytes]]],
    folder: Path,
    damaged: Callable[[Path, str], UserError],
    beside: Callable[[Path], object] = lambda _folder: None,
) -> Generator[Progress, None, None]:
    """Write files of an archive; the folder is there as a whole or not at all.

    They are written to a hidden folder beside it, which is renamed at the end. What a process that was
    killed has left of it goes when the same archive is let out again. To cancel, stop iterating.

    Parameters
    ----------
    files
        All that is let out; their names lead nowhere else, see `way_out`.
    streams
        For each of these, in the same order, what opens it; it is not asked for that of a copy.
    folder
        It is made; one that is there may hold nothing.
    damaged
        Makes the error of a file that is not as the archive says.
    beside
        Is called with the hidden folder before it is renamed, to put something more into it.

    Yields
    ------
    Progress
        Bytes, after each block of at most 1 MiB.

    Raises
    ------
    UserError
        If the archive is damaged, or the disk has no room or refuses it.
    """
    total, done = sum(one.size for one in files), 0
    wanted = folder.resolve()  # of a link, or `.`, the folder itself: that one is replaced
    above = wanted.parent
    try:
        above.mkdir(parents=True, exist_ok=True)
        check_room(archive.name, total, above)
        held = above / f".unpacking-{content_hash(archive)[:16]}"
        shutil.rmtree(held, ignore_errors=True)
        held.mkdir()
        try:
            _check_told_apart(archive, files, held)
            for one, packed in zip(files, streams, strict=True):
                opened = _opening(held / one.copy_of) if one.copy_of else packed
                for size in _written(archive, one, opened, held / one.name, damaged):
                    yield Progress(done + size, total)
                done += one.size
            if measured(held) != (len(files), total):  # somebody else has been at it
                raise OSError(errno.EBUSY, "its folder was changed meanwhile")
            beside(held)
            with suppress(FileNotFoundError):
                wanted.rmdir()
            held.rename(wanted)
        finally:
            shutil.rmtree(held, ignore_errors=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def measured(folder: Path, skip: Callable[[Path], bool] = lambda _folder: False) -> tuple[int, int]:
    """How many files lie below a folder, and their bytes; not in the folders to `skip`."""
    count = size = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not skip(Path(place, name))]
        count += len(names)
        size += sum(Path(place, name).lstat().st_size for name in names)
    return count, size


def _opening(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _written(
    archive: Path,
    one: PackedFile,
    opened: Callable[[], IO[bytes]],
    path: Path,
    damaged: Callable[[Path, str], UserError],
) -> Generator[int, None, None]:
    """Write one file, telling how many of its bytes are there; never more than it should have."""
    digest, size = new_digest(), 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as written:
        for block in blocks(archive, one, opened, damaged):
            size += len(block)
            if one.digest:
                digest.update(block)
            written.write(block)
            yield size
    if one.digest and digest.hexdigest() != one.digest:
        raise damaged(archive, one.name)


def blocks(
    archive: Path,
    one: PackedFile,
    opened: Callable[[], IO[bytes]],
    damaged: Callable[[Path, str], UserError],
) -> Generator[bytes, None, None]:
    """The bytes of a file in an archive, as many as it says; a UserError if they are fewer or more."""
    left = one.size
    try:
        with opened() as stream:
            while block := stream.read(min(BLOCK_BYTES, left + 1)):
                left -= len(block)
                if left < 0:
                    break
                yield block
    except _FAULTS_OF_DATA as error:
        raise damaged(archive, one.name) from error
    except OSError as error:
        raise (damaged(archive, one.name) if error.errno is None else cannot_read(archive, error)) from error
    if left:
        raise damaged(archive, one.name)


def _check_told_apart(archive: Path, files: Sequence[PackedFile], folder: Path) -> None:
    """UserError if names would be one name on this disk, so that files or folders would run into each other.

    Many disks take no notice of capitals or of how an accent is written.
    """
    spelled: dict[str, str] = {}
    for one in files:
        path = PurePosixPath(one.name)
        for place in (path, *path.parents[:-1]):
            name = str(place)
            other = spelled.setdefault(plain(name), name)
            if other != name and not _tells_apart(folder):
                raise UserError(
                    Text(
                        "{archive} holds {name} and {other}, which are one name on the disk of {folder}",
                        archive=archive.name,
                        name=repr(name),
                        other=repr(other),
                        folder=folder.parent,
                    ),
                    remedy=Text("Choose a folder on another disk, or rename one of them in the archive."),
                )


def _tells_apart(folder: Path) -> bool:
    probe = folder / "\N{LATIN SMALL LETTER E WITH ACUTE}"
    probe.touch()
    others = ("\N{LATIN CAPITAL LETTER E WITH ACUTE}", "e\N{COMBINING ACUTE ACCENT}")
    is_sharp = not any((folder / other).exists() for other in others)
    probe.unlink()
    return is_sharp
