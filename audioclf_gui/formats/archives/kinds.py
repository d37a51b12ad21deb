"""Which files are archives, shards of data sets among them, by their names and by how they begin."""

import struct
import zipfile
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

PACK_LIST = "audioclf-pack.json"
"""The file in a packed project that lists the others, see `jobs.pack_files`."""

_ZIP = ".zip"
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
_RECORDS = (".tfrecord", ".tfrecords")
_UNREADABLE = (".7z", ".rar", ".tar.zst", ".tar.lz4")
_BEGINNINGS = {b"PK": "zip", b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}
_WEB_PAGE = (b"<!doctype html", b"<html")
_LOOKED_AT_BYTES = 512

UNPACK_BY_HAND = Text("Unpack it with another program, then import the folder.")
_AGAIN = Text("Fetch or copy the archive again.")


def is_called_archive(path: Path) -> bool:
    """Whether a file's name says that it is an archive that can be read."""
    return path.name.lower().endswith((_ZIP, *_TAR, *_RECORDS))


def is_called_unreadable_archive(path: Path) -> bool:
    """Whether a file's name says that it is an archive of a kind that cannot be read."""
    return path.name.lower().endswith(_UNREADABLE)


def archive_stem(path: Path) -> str:
    """The name of an archive without its ending: what the folder is called that it becomes."""
    endings = sorted((_ZIP, *_TAR, *_RECORDS), key=len, reverse=True)
    ending = next((one for one in endings if path.name.lower().endswith(one)), "")
    return path.name[: len(path.name) - len(ending)].strip(" .") or "archive"


def is_packed_project(path: Path) -> bool:
    """Whether a file is a whole project in one file; False also if it cannot be read."""
    try:
        with opened_zip(path) as opened:
            return PACK_LIST in opened.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def opened_zip(archive: Path) -> zipfile.ZipFile:
    """A ZIP archive, opened; BadZipFile also where the library stumbles over it."""
    try:
        return zipfile.ZipFile(archive)
    except (NotImplementedError, ValueError, struct.error) as error:
        raise zipfile.BadZipFile(str(error)) from error


def begins_as_web_page(start: bytes) -> bool:
    """Whether the first bytes of a file are those of a page that a browser shows."""
    return start[:_LOOKED_AT_BYTES].lstrip().lower().startswith(_WEB_PAGE)


def kind_of(archive: Path) -> str:
    """What an archive is, by its first bytes: `zip`, or `gz`, `bz2`, `xz` or `plain` of a tar archive.

    TFRecord files begin in no way of their own: these are `records` by their name.

    Raises
    ------
    UserError
        If it is none that can be read.
    OSError
        If the file cannot.
    """
    with archive.open("rb") as file:
        start = file.read(_LOOKED_AT_BYTES)
    if not start:
        raise UserError(Text("{name} is empty", name=archive.name), remedy=_AGAIN)
    if begins_as_web_page(start):
        raise UserError(
            Text("{name} is a web page and no archive", name=archive.name),
            remedy=Text("Open its address in a browser, which may ask you to log in, and fetch it there."),
        )
    if archive.name.lower().endswith(_RECORDS):
        return "records"
    kind = next((kind for magic, kind in _BEGINNINGS.items() if start.startswith(magic)), "")
    if not kind and is_called_archive(archive) and not archive.name.lower().endswith(_ZIP):
        return "plain"
    if not kind:
        raise no_archive(archive)
    return kind


def no_archive(archive: Path) -> UserError:
    """That a file is not the archive which its name promises."""
    if any(archive.with_suffix(ending).exists() for ending in (".z01", ".Z01")):
        return UserError(
            Text("{name} is one part of an archive in several files", name=archive.name),
            remedy=Text("Join them, for example with `zip -s 0 {name} --out whole.zip`.", name=archive.name),
        )
    return UserError(
        Text("{name} is no archive that can be read, or only a part of one", name=archive.name),
        remedy=_AGAIN,
    )


def damaged(archive: Path, entry: str) -> UserError:
    """That what is in an archive is not as it was."""
    return UserError(
        Text("{name} is damaged or cut off: {entry} cannot be read", name=archive.name, entry=repr(entry)),
        remedy=_AGAIN,
    )
