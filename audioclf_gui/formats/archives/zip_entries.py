"""The entries of a ZIP archive."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives.entries import ArchiveEntry, name_fault
from audioclf_gui.formats.archives.kinds import UNPACK_BY_HAND, no_archive, opened_zip

_ENCRYPTED = 0x1
_IS_UTF8 = 0x800
_UNIX = 3
_UNICODE_PATH = 0x7075  # of Info-ZIP's extra field, APPNOTE.TXT 4.6.9
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))


def entries(archive: Path) -> Iterator[ArchiveEntry]:
    """Every entry, by the archive's own directory; nothing is unpacked for that.

    Raises
    ------
    UserError
        If it is no ZIP archive, or files in it share their bytes.
    """
    with _opened(archive) as opened:
        infos = opened.infolist()
    if sum(info.compress_size for info in infos) > archive.stat().st_size:
        raise UserError(
            Text(
                "{name} is not unpacked: files in it share their bytes, so that they unfold to more and more",
                name=archive.name,
            ),
            remedy=UNPACK_BY_HAND,
        )
    yield from map(_entry, infos)


@contextmanager
def streams(archive: Path) -> Iterator[Iterator[tuple[ArchiveEntry, Callable[[], IO[bytes]]]]]:
    """Every entry with what opens it."""
    with _opened(archive) as opened:
        yield ((_entry(info), partial(opened.open, info)) for info in opened.infolist())


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return opened_zip(archive)
    except zipfile.BadZipFile as error:
        raise no_archive(archive) from error


def _entry(info: zipfile.ZipInfo) -> ArchiveEntry:
    name, guessed_from = _name(info)
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    is_odd = stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}
    is_folder = name.endswith(("/", "\\")) or stat.S_ISDIR(mode)
    if is_odd or is_folder:
        return ArchiveEntry(
            name, is_file=False, is_odd=is_odd, fault=name_fault(name), guessed_from=guessed_from
        )
    return ArchiveEntry(
        name,
        info.file_size,
        fault=name_fault(name) or _fault(info),
        guessed_from=guessed_from,
    )


def _fault(info: zipfile.ZipInfo) -> Text | None:
    if info.flag_bits & _ENCRYPTED:
        return Text("it is encrypted")
    if info.compress_type not in _METHODS:
        return Text("it is packed by a method ({number}) that is not known here", number=info.compress_type)
    return None


def _name(info: zipfile.ZipInfo) -> tuple[str, str]:
    """The name, and the encoding that it was guessed to have.

    Without the mark for UTF-8, names are in code page 437 by the standard (APPNOTE.TXT, appendix D). Many
    programs write UTF-8 all the same, which hardly any other text looks like; others write it beside that.
    """
    if info.flag_bits & _IS_UTF8 or info.filename.isascii():
        return info.filename, ""
    raw = info.orig_filename.encode("cp437", "replace")
    if (told := _unicode_path(info, raw)) is not None:
        return told, ""
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return info.filename, "cp437"


def _unicode_path(info: zipfile.ZipInfo, raw: bytes) -> str | None:
    """The name in Info-ZIP's extra field, if it is that of this entry."""
    extra = info.extra
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1:
            if struct.unpack_from("<L", field, 1)[0] != zlib.crc32(raw):
                return None
            return field[5:].decode("utf-8", "replace")
    return None
