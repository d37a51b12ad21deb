"""What a packed project is: a ZIP file with a list of its files, and what is let out of it."""

import json
import lzma
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.project_files import is_called_project
from audioclf_gui.core.recording_names import plain
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives import PACK_LIST, PackedFile, way_out

_VERSION = 1
_MOST_LIST_BYTES = 2**28
_FAULTS_OF_DATA = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError)
_ENCRYPTED = 0x1
_ASK_AGAIN = Text("Have the project packed again, by `audioclf pack` or the window's menu.")
_NOT_OURS = Text("Choose a file that `audioclf pack` or the window's menu has made.")


def listed(files: Sequence[PackedFile]) -> bytes:
    """The list of files as it is written into the pack."""
    told = {one.name: {"size": one.size, "digest": one.digest} for one in files}
    return json.dumps({"version": _VERSION, "files": told}, indent=1, sort_keys=True).encode()


def checked_list(pack: Path, opened: zipfile.ZipFile) -> tuple[PackedFile, ...]:
    """The files of a pack, if everything in it may be let out.

    Raises
    ------
    UserError
        If it is no packed project, or holds anything that could land elsewhere than in the project's
        folder, be something else than a file, or unfold to more than it says.
    """
    entries = opened.infolist()
    files = _read_list(pack, opened)
    for entry in entries:
        if (fault := _fault(entry)) is not None:
            raise _unsafe(pack, entry.filename, fault)
    times = Counter(plain(entry.filename) for entry in entries)
    twice = next((entry.filename for entry in entries if times[plain(entry.filename)] > 1), None)
    if twice is not None:
        raise _unsafe(pack, twice, Text("it is there twice"))
    sizes = {entry.filename: entry.file_size for entry in entries if entry.filename != PACK_LIST}
    if strange := sizes.keys() ^ {one.name for one in files}:
        raise damaged(pack, min(strange))
    if wrong := [one.name for one in files if sizes[one.name] != one.size]:
        raise damaged(pack, wrong[0])
    if sum(entry.compress_size for entry in entries) > pack.stat().st_size:
        raise _unsafe(pack, PACK_LIST, Text("files share their bytes, so that they unfold to more and more"))
    if sum(is_called_project(Path(one.name)) and "/" not in one.name for one in files) != 1:
        raise _no_pack(pack)
    return files


def _read_list(pack: Path, opened: zipfile.ZipFile) -> tuple[PackedFile, ...]:
    try:
        info = opened.getinfo(PACK_LIST)
        if info.file_size > _MOST_LIST_BYTES:
            raise _unsafe(pack, PACK_LIST, Text("it is too long"))
        with opened.open(info) as file:
            told = json_value(file.read(_MOST_LIST_BYTES))
    except (KeyError, ValueError, RuntimeError, *_FAULTS_OF_DATA) as error:
        raise _no_pack(pack) from error
    files = told.get("files") if isinstance(told, dict) else None
    if not isinstance(files, dict) or not all(map(_is_told, files.values())):
        raise _no_pack(pack)
    if told.get("version") != _VERSION:
        raise UserError(
            Text("{name} was packed by a newer version of this program", name=pack.name),
            remedy=Text("Install the newest version of audioclf-gui, then unpack it."),
        )
    return tuple(PackedFile(name, one["size"], one["digest"]) for name, one in files.items())


def _is_told(facts: object) -> bool:
    if not isinstance(facts, Mapping):
        return False
    return isinstance(facts.get("size"), int) and isinstance(facts.get("digest"), str)


def _fault(entry: zipfile.ZipInfo) -> Text | None:
    """Why an entry may not be let out."""
    name, mode = entry.filename, entry.external_attr >> 16
    path = PurePosixPath(name)
    if (fault := way_out(name)) is not None:
        return fault
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return Text("it is a link or another thing that is no file")
    is_odd = "\\" in name or str(path) != name or any(part != file_name_kept(part) for part in path.parts)
    if is_odd or entry.is_dir():
        return Text("not every system can have a file of that name")
    if entry.flag_bits & _ENCRYPTED:
        return Text("it is encrypted")
    return None


def file_name_kept(part: str) -> str:
    """A part of a path with an ending as every system takes it, see `file_names.file_name`."""
    path = PurePosixPath(part)
    return f"{file_name(path.stem)}{path.suffix}" if path.suffix[1:].isalnum() else file_name(part)


def _unsafe(pack: Path, entry: str, reason: Text) -> UserError:
    return UserError(
        Text(
            "{name} is not unpacked: of {entry}, {reason}", name=pack.name, entry=repr(entry), reason=reason
        ),
        remedy=_ASK_AGAIN,
    )


def damaged(pack: Path, entry: str) -> UserError:
    """That a file came through otherwise than it was packed."""
    return UserError(
        Text("{name} is damaged: {entry} is not what was packed", name=pack.name, entry=entry),
        remedy=_ASK_AGAIN,
    )


def _no_pack(pack: Path) -> UserError:
    return UserError(Text("{name} is no packed project", name=pack.name), remedy=_NOT_OURS)
