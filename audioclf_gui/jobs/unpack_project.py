"""A project out of the one file into which it was packed."""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError, cannot_read, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.pack_files import BLOCK_BYTES, PackedFile, checked_list, damaged, new_digest

_SPARE_BYTES = 2**26
"""So much of the disk stays free."""


@dataclass(frozen=True, slots=True)
class UnpackProject:
    """A packed project, and the folder that it becomes."""

    pack: Path
    folder: Path  # it is made; one that is there may hold nothing


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came of it."""

    folder: Path
    files: int
    size: int  # bytes of all files


def unpack_project(request: UnpackProject) -> Generator[Progress, None, Unpacked]:
    """Unfold a packed project; the folder is there as a whole or not at all.

    Nothing is written before every name in the pack was looked at, and every file is compared with the hash
    that it had when it was packed. To cancel, stop iterating: nothing is left then.

    Raises
    ------
    UserError
        If the file is no packed project, is damaged or unsafe, the folder holds anything, or the disk has no
        room for it.
    """
    _check_empty(request.folder)
    try:
        with request.pack.open("rb"), zipfile.ZipFile(request.pack) as opened:
            files = checked_list(request.pack, opened)
            yield from _let_out(request, opened, files)
    except zipfile.BadZipFile as error:
        raise UserError(
            Text("{name} is no packed project, or only a part of one", name=request.pack.name),
            remedy=Text("Choose a file that `audioclf pack` or the window's menu has made; copy it again."),
        ) from error
    except OSError as error:
        raise cannot_read(request.pack, error) from error
    return Unpacked(request.folder, len(files), sum(one.size for one in files))


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(
            Text("{folder} is there already", folder=folder),
            remedy=Text("Choose a folder that is not there yet, or an empty one."),
        )


def _let_out(
    request: UnpackProject, opened: zipfile.ZipFile, files: Sequence[PackedFile]
) -> Generator[Progress, None, None]:
    total, done = sum(one.size for one in files), 0
    wanted = request.folder.resolve()  # of a link, or `.`, the folder itself: that one is replaced
    above = wanted.parent
    try:
        above.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(above).free
        if total + _SPARE_BYTES > free:
            raise UserError(
                Text(
                    "{name} needs {needed_mb:.0f} MB, and {folder} has {free_mb:.0f} MB of room",
                    name=request.pack.name,
                    needed_mb=total / 1e6,
                    folder=above,
                    free_mb=free / 1e6,
                ),
                remedy=Text("Free some space on its disk, or choose a folder on another one."),
            )
        with tempfile.TemporaryDirectory(prefix=".unpack-", dir=above, ignore_cleanup_errors=True) as held:
            folder = Path(held, "project")
            for one in files:
                for size in _written(request.pack, opened, one, folder / one.name):
                    yield Progress(done + size, total)
                done += one.size
            with suppress(FileNotFoundError):
                wanted.rmdir()
            folder.rename(wanted)
    except OSError as error:
        raise cannot_write(request.folder, error) from error


def _written(pack: Path, opened: zipfile.ZipFile, one: PackedFile, path: Path) -> Generator[int, None, None]:
    """Write one file, telling how many of its bytes are there; never more than it should have."""
    digest, size = new_digest(), 0
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened.open(one.name) as read, path.open("wb") as written:
            while block := read.read(min(BLOCK_BYTES, 1 + one.size - size)):
                size += len(block)
                digest.update(block)
                written.write(block)
                yield size
                if size > one.size:
                    break
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(pack, one.name) from error
    if (size, digest.hexdigest()) != (one.size, one.digest):
        raise damaged(pack, one.name)
