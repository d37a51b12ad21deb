"""What is in an archive, looked at as a whole before anything is let out."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.archives import record_entries, tar_entries, zip_entries
from audioclf_gui.formats.archives.entries import ArchiveEntry, path_of
from audioclf_gui.formats.archives.kinds import UNPACK_BY_HAND, kind_of
from audioclf_gui.formats.archives.letting_out import PackedFile, way_out

_SAFE_BYTES = 2**30
"""An archive that unfolds to no more than this is never taken for a bomb."""

_MOST_FOLD = 100
"""Sound shrinks to a half or so, silence to a thousandth; what unfolds more than so many times is refused."""

_MOST_ENTRIES = 3_000_000
_HEADER_BYTES = 512  # that each entry takes at least where it is not packed


@dataclass(frozen=True, slots=True)
class Contents:
    """What would be let out of an archive."""

    archive: Path
    files: tuple[PackedFile, ...]
    notes: tuple[Text, ...] = ()  # what stays in, and what was guessed of names

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(one.size for one in self.files)


def look_into(archive: Path) -> Generator[Progress, None, Contents]:
    """Look at every entry of an archive; a tar archive is read to its end for that.

    Yields
    ------
    Progress
        Bytes of a tar archive that were read.

    Raises
    ------
    UserError
        If it is no archive, is damaged or encrypted, unfolds to too much, or holds anything that could land
        elsewhere than in the folder.
    """
    try:
        kind = kind_of(archive)
        size = archive.stat().st_size
        entries: list[ArchiveEntry] = []
        steps = _entries(archive, kind)
        unfolded = 0
        for step in steps:
            if isinstance(step, ArchiveEntry):
                unfolded += step.size + _HEADER_BYTES
                entries.append(step)
                _check_size(archive, unfolded, len(entries), size)
            else:
                yield Progress(min(step, size), size)
    except OSError as error:
        raise cannot_read(archive, error) from error
    return _checked(archive, entries)


@contextmanager
def files_of(contents: Contents) -> Iterator[Iterator[Callable[[], IO[bytes]]]]:
    """For each file of `contents`, in order, what opens it; to be opened in this order, one at a time."""
    archive = contents.archive
    names = {one.name for one in contents.files}
    copies = {one.name for one in contents.files if one.copy_of}
    kind = kind_of(archive)
    with _streams(archive, kind) as opened:
        yield (
            stream
            for entry, stream in opened
            if entry.path in (names if entry.is_file else copies if entry.same_as else ())
        )


def _entries(archive: Path, kind: str) -> Iterator[ArchiveEntry | int]:
    match kind:
        case "zip":
            return zip_entries.entries(archive)
        case "records":
            return record_entries.entries(archive)
    return tar_entries.entries(archive, kind)


def _streams(
    archive: Path, kind: str
) -> AbstractContextManager[Iterator[tuple[ArchiveEntry, Callable[[], IO[bytes]]]]]:
    match kind:
        case "zip":
            return zip_entries.streams(archive)
        case "records":
            return record_entries.streams(archive)
    return tar_entries.streams(archive, kind)


def _check_size(archive: Path, unfolded: int, entries: int, size: int) -> None:
    if entries > _MOST_ENTRIES:
        raise UserError(
            Text("{name} holds more than {most} files", name=archive.name, most=_MOST_ENTRIES),
            remedy=UNPACK_BY_HAND,
        )
    if unfolded > max(_SAFE_BYTES, _MOST_FOLD * size):
        raise UserError(
            Text(
                "{name} has {size_mb:.1f} MB and would unfold to more than {unfolded_gb:.1f} GB, which no"
                " archive of sound does: more than {most} times as much is refused",
                name=archive.name,
                size_mb=size / 1e6,
                unfolded_gb=max(_SAFE_BYTES, _MOST_FOLD * size) / 1e9,
                most=_MOST_FOLD,
            ),
            remedy=UNPACK_BY_HAND,
        )


def _checked(archive: Path, entries: Sequence[ArchiveEntry]) -> Contents:
    for entry in entries:
        if (fault := way_out(entry.name)) is not None:
            raise _refused(archive, entry, fault)
        if entry.fault is not None:
            raise _refused(archive, entry, entry.fault)
    files = _files(entries)
    _check_size(archive, sum(one.size for one in files), len(files), archive.stat().st_size)
    times = Counter(one.name for one in files)
    if (twice := next((name for name, count in times.items() if count > 1), None)) is not None:
        raise UserError(
            Text("{name} holds {entry} twice", name=archive.name, entry=repr(twice)), remedy=UNPACK_BY_HAND
        )
    copies = {one.name for one in files if one.copy_of}
    odd = [one.name for one in entries if one.is_odd and not (one.same_as and one.path in copies)]
    return Contents(archive, tuple(files), tuple(_notes(archive, entries, odd)))


def _files(entries: Sequence[ArchiveEntry]) -> list[PackedFile]:
    """The files, with those that are other names of files before them."""
    files: dict[str, PackedFile] = {}
    listed: list[PackedFile] = []
    for one in entries:
        first = files.get(path_of(one.same_as)) if one.same_as else None
        if one.is_file and one.path:
            listed.append(PackedFile(one.path, one.size))
        elif first is not None and one.path:
            listed.append(PackedFile(one.path, first.size, copy_of=first.name))
        else:
            continue
        files[one.path] = listed[-1]
    return listed


def _refused(archive: Path, entry: ArchiveEntry, reason: Text) -> UserError:
    return UserError(
        Text(
            "{name} is not unpacked: of {entry}, {reason}",
            name=archive.name,
            entry=repr(entry.name),
            reason=reason,
        ),
        remedy=UNPACK_BY_HAND,
    )


def _notes(archive: Path, entries: Sequence[ArchiveEntry], left: Sequence[str]) -> Iterator[Text]:
    if left:
        yield Text(
            "{n} entry of {archive} is a link or a device and stays in it: {names}",
            "{n} entries of {archive} are links or devices and stay in it: {names}",
            n=len(left),
            archive=archive.name,
            names=quoted(left),
        )
    if guessed := [one for one in entries if one.guessed_from]:
        yield Text(
            "{n} name in {archive} is not said to be in any encoding and is read as {encoding}: {names}",
            "{n} names in {archive} are not said to be in any encoding and are read as {encoding}: {names}",
            n=len(guessed),
            archive=archive.name,
            encoding=guessed[0].guessed_from,
            names=quoted([one.name for one in guessed]),
        )
    if turned := [one.name for one in entries if "\\" in one.name]:
        yield Text(
            "{n} name in {archive} has backslashes, which are taken for those between folders: {names}",
            "{n} names in {archive} have backslashes, which are taken for those between folders: {names}",
            n=len(turned),
            archive=archive.name,
            names=quoted(turned),
        )
