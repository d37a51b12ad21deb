"""A project out of the one file into which it was packed."""

import zipfile
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.progress import Progress, paced
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives import let_out, opened_zip
from audioclf_gui.jobs.pack_files import checked_list, damaged


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
        with request.pack.open("rb"), opened_zip(request.pack) as opened:
            files = checked_list(request.pack, opened)
            streams = (partial(opened.open, one.name) for one in files)
            yield from paced(let_out(request.pack, files, streams, request.folder, damaged))
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
