"""The entries of a tar archive, packed or not: read from front to end, since it has no directory."""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, Self, cast

from typing_extensions import override

from audioclf_gui.formats.archives.entries import ArchiveEntry, name_fault
from audioclf_gui.formats.archives.kinds import damaged, no_archive
from audioclf_gui.formats.archives.letting_out import BLOCK_BYTES, PackedFile, blocks

_MOST_HEADER_BYTES = 2**20  # of a name or of further facts, which are read into memory
_LARGEST = 2**63  # bytes
_MOST_SKIPPED_BYTES = 2**30  # of an entry that is no file: the library reads on as far, past the end too
_READ_INTO_MEMORY = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_FAULTS = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError)

_UNPACKED: dict[str, Callable[[IO[bytes]], object]] = {
    "gz": lambda raw: gzip.GzipFile(fileobj=raw),
    "bz2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "plain": lambda raw: raw,
}


class _Header(tarfile.TarInfo):
    """A header that does not pass damage for the end of the archive, as the library does."""

    @classmethod
    @override
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            found = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):
                raise  # the mark of the end
            raise tarfile.ReadError(str(error)) from error
        if found.type in _READ_INTO_MEMORY and found.size > _MOST_HEADER_BYTES:
            raise tarfile.ReadError("a header is too long")
        return found


def entries(archive: Path, kind: str) -> Iterator[ArchiveEntry | int]:
    """Every entry, and between them how many bytes of the archive were read; its data is read through.

    Raises
    ------
    UserError
        If it is no tar archive, or damaged.
    """
    last = archive.name
    with _opened(archive, kind) as (tar, raw, unpacked):
        try:
            while (member := _next(tar)) is not None:
                entry = _entry(member)
                last = entry.name
                yield entry
                yield raw.tell()
                if entry.is_file:
                    file = PackedFile(entry.name, entry.size)
                    for _block in blocks(archive, file, partial(_stream, tar, member), damaged):
                        yield raw.tell()
                _forget(tar)
            while unpacked.read(BLOCK_BYTES):  # its last bytes tell whether all were right
                yield raw.tell()
        except _FAULTS as error:
            raise damaged(archive, last) from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise damaged(archive, last) from error


@contextmanager
def streams(archive: Path, kind: str) -> Iterator[Iterator[tuple[ArchiveEntry, Callable[[], IO[bytes]]]]]:
    """Every entry with what opens it, before the next one is asked for."""
    with _opened(archive, kind) as (tar, _raw, _unpacked):
        yield _members(archive, tar)


def _members(archive: Path, tar: tarfile.TarFile) -> Iterator[tuple[ArchiveEntry, Callable[[], IO[bytes]]]]:
    try:
        while (member := _next(tar)) is not None:
            yield _entry(member), partial(_stream, tar, member)
            _forget(tar)
    except _FAULTS as error:
        raise damaged(archive, archive.name) from error


@contextmanager
def _opened(archive: Path, kind: str) -> Iterator[tuple[tarfile.TarFile, IO[bytes], IO[bytes]]]:
    """The archive, its bytes as they lie there, and as they are unpacked."""
    with archive.open("rb") as raw:
        unpacked = cast(IO[bytes], _UNPACKED[kind](raw))
        try:
            tar = tarfile.TarFile.open(
                fileobj=unpacked, mode="r|", tarinfo=_Header, encoding="utf-8", errors="surrogateescape"
            )
        except (*_FAULTS, OSError) as error:
            raise no_archive(archive) from error
        with tar:
            yield tar, raw, unpacked


def _next(tar: tarfile.TarFile) -> tarfile.TarInfo | None:
    """The next entry; the library takes any number for its size."""
    member = tar.next()
    largest = _LARGEST if member is None or member.isreg() else _MOST_SKIPPED_BYTES
    if member is not None and not 0 <= member.size < largest:
        raise tarfile.ReadError("an entry has a size that no file can have")
    return member


def _forget(tar: tarfile.TarFile) -> None:
    """Do not keep in memory what was read; there may be a million of them."""
    cast(Any, tar).members.clear()


def _stream(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    stream = tar.extractfile(member)
    assert stream is not None
    return stream


def _entry(member: tarfile.TarInfo) -> ArchiveEntry:
    name, guessed_from = member.name, ""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name, guessed_from = name.encode("utf-8", "surrogateescape").decode("latin-1"), "Latin-1"
    if member.isreg():
        return ArchiveEntry(name, member.size, fault=name_fault(name), guessed_from=guessed_from)
    same_as = member.linkname if member.islnk() else ""
    return ArchiveEntry(
        name, is_file=False, is_odd=not member.isdir(), same_as=same_as, guessed_from=guessed_from
    )
