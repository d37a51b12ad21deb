"""Opening a project file that may be damaged: that is found out, told, and mended as far as it goes."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.content import flush_file, name_or_copy
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.store import notes, schema
from audioclf_gui.core.store.disk_trouble import reason_of
from audioclf_gui.core.store.mending import mend
from audioclf_gui.core.store.pages import Page, Pages, padded
from audioclf_gui.core.store.salvage import Salvaged, salvage
from audioclf_gui.core.store.seal import Seal, end_of_pages, page_size_of, read_seal, take_seal_off
from audioclf_gui.core.store.snapshots import is_good, snapshots, take_snapshot
from audioclf_gui.core.store.soundness import is_of_the_disk, is_sound
from audioclf_gui.core.store.wal import Log, read_log
from audioclf_gui.core.text import Text

_MAGIC = b"SQLite format 3\0"
_PAGE_BYTES = 4096  # SQLite's own choice
_FIXED = {20: b"\0\x40\x20\x20", 44: b"\0\0\0\4", 52: b"\0\0\0\0\0\0\0\1", 64: b"\0\0\0\0"}
"""What stands in the head of every project at which byte: layout, format, no auto-vacuum, UTF-8."""


class FullDiskError(UserError):
    """A project file that cannot be opened for writing since there is no room beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A project file as it lies there.

    Attributes
    ----------
    content : bytes
        The file.
    seal : Seal or None
        What tells whether the pages of the file are as it was closed; None if nothing does.
    log : Log
        What a crash has left in the write-ahead log.
    page_size : int
        In bytes.
    damaged : list of int
        Pages of the file, counted from 0, that are not as they were left.
    lost_seal : bool
        Whether something stands behind the pages that is no seal any more.
    """

    content: bytes
    seal: Seal | None
    log: Log
    page_size: int
    damaged: list[int]
    lost_seal: bool

    @property
    def needed(self) -> list[int]:
        """The damaged pages that nothing newer in the log stands for."""
        return [place for place in self.damaged if place + 1 not in self.log.pages]

    def pages(self, content: bytes, damaged: Collection[int]) -> list[Page]:
        """What `content` and the log come to; None for pages that are damaged or missing."""
        count = len(self.seal.sums) if self.seal is not None else -(-len(content) // self.page_size)
        pages = padded(content, self.page_size, self.log.count or count)
        for place in damaged:
            pages[place : place + 1] = [None]
        for number, page in self.log.pages.items():
            pages[number - 1 : number] = [page]
        return pages[: self.log.count or count]

    @property
    def head(self) -> bytes:
        """The first page; empty if it is damaged."""
        return self.log.pages.get(1, b"" if 0 in self.damaged else self.content[: self.page_size])


def open_or_recover(file: Path) -> tuple[sqlite3.Connection, tuple[Text, ...]]:
    """Open for writing; a damaged file is put aside and replaced by what can be restored of it.

    The caller has the right to write.

    Returns
    -------
    connection, notes
        The notes say in words what was put aside, restored and lost; none if the file was sound.

    Raises
    ------
    UserError
        If the file is no project or beyond help, which leaves it untouched, or the disk refuses it.
    """
    try:
        _roll_back(file)
        found = _look_at(file)
        _refuse_foreign(file, found)
        said: tuple[Text, ...] = ()
        if _is_damaged(file, found):
            said = _restore(file, found)
        elif _has_foreign_log(file, found):
            aside = _kept_aside(file, shutil.copyfile)
            _log_of(file).unlink()
            file.with_name(f"{file.name}-shm").unlink(missing_ok=True)
            said = notes.log_foreign(file.name, aside.name)
        elif found.log.lost:
            aside = _kept_aside(file, shutil.copyfile)
            said = notes.log_damaged(file.name, aside.name, found.log.lost)
        return _opened(file), said
    except (OSError, sqlite3.OperationalError) as error:
        kind = FullDiskError if _is_full(error) else UserError
        raise kind(
            Text("{name} cannot be opened: {reason}", name=file.name, reason=reason_of(error)),
            remedy=Text("Check that the disk is not full and that you may write to the folder."),
        ) from error


def _is_full(error: OSError | sqlite3.OperationalError) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return error.sqlite_errorcode == sqlite3.SQLITE_FULL


def check_for_reading(file: Path) -> None:
    """UserError if the file is no project, or damaged: to mend it would be a change."""
    found = _look_at(file)
    _refuse_foreign(file, found)
    if _is_broken_off(file, found) or _is_damaged(file, found) or _has_foreign_log(file, found):
        raise notes.damaged_but_kept(file.name)


def _roll_back(file: Path) -> None:
    """Let SQLite take back what a crash broke off while the log was begun or ended: reading does not do so.

    A file that is as it was closed stays as it is: the journal has not changed it yet, or is that of another
    one, in whose place a backup was put. So does one that would make no sense then.
    """
    journal = _journal_of(file)
    if not journal.exists():
        return
    found = _look_at(file)
    _refuse_foreign(file, found)
    if _is_broken_off(file, found):
        if _is_read_for_writing(file) and _reads_well(file):
            return
        with _in_place_of(file) as before:
            before.write_bytes(found.content)
            flush_file(before)
            before.replace(file)
    journal.unlink(missing_ok=True)


def _is_broken_off(file: Path, found: _Found) -> bool:
    """Whether a crash may have left pages of a file half written, which are to be rolled back."""
    return _journal_of(file).exists() and (found.seal is None or bool(found.damaged))


def _look_at(file: Path) -> _Found:
    content = file.read_bytes()
    log_file = _log_of(file)
    log = read_log(log_file.read_bytes() if log_file.exists() else b"")
    seal = read_seal(content)
    if seal is not None and not seal.is_void(content):
        return _Found(content, seal, log, seal.page_size, seal.damaged(content), lost_seal=False)
    has_tail = seal is None and not log.pages and 0 < end_of_pages(content) < len(content)
    return _Found(content, None, log, _likely_page_size(content), [], lost_seal=has_tail)


def _likely_page_size(content: bytes) -> int:
    """In bytes; what the head says is believed if what it says of the file's length fits, too."""
    fits = 0 < end_of_pages(content) <= len(content)
    return page_size_of(content) if fits else _PAGE_BYTES


def _refuse_foreign(file: Path, found: _Found) -> None:
    """UserError for what another program or a newer version wrote; whatever else is wrong can be mended."""
    head = found.head
    if not head.startswith(_MAGIC):
        return
    application, version = (int.from_bytes(head[at : at + 4], "big") for at in (68, 60))
    if application == schema.APPLICATION_ID:
        schema.refuse_newer(file, version)
        return
    pages = Pages(found.pages(found.content, found.damaged), found.page_size)
    tables = {row[1] for row in pages.tree(1).rows.values() if len(row) == 5}
    if not {"clips", "labels", "edits"} <= tables:
        raise notes.not_a_project(file.name, Text("it is a database of another program"))


def _is_damaged(file: Path, found: _Found) -> bool:
    """Whether a file is not as it was closed or, if nothing tells how that was, makes no sense."""
    if found.seal is not None:
        return bool(found.needed)
    return found.lost_seal or _is_head_odd(found.head) or not _reads_well(file)


def _has_foreign_log(file: Path, found: _Found) -> bool:
    """Whether a file is as it was closed, but makes no sense with the log that lies beside it.

    So it is when a crash has left the log of another file there, in whose place a backup was put.
    """
    return found.seal is not None and bool(found.log.pages) and not _reads_well(file)


def _is_head_odd(head: bytes) -> bool:
    """Whether a project's first page does not begin as every project's does."""
    kinds = head[18:19], head[19:20]
    return any(kind not in {b"\1", b"\2"} for kind in kinds) or any(
        head[at : at + len(wanted)] != wanted for at, wanted in _FIXED.items()
    )


def _reads_well(file: Path) -> bool:
    """Whether SQLite and this program understand everything in a file."""
    try:
        with closing(schema.connect(file, read_only=True)) as database:
            version = schema.check_version(database, file)
            return version > 0 and is_sound(database, version)
    except sqlite3.OperationalError as error:
        if is_of_the_disk(error):
            raise
        return False
    except (sqlite3.DatabaseError, UserError):  # of its damaged head: foreign files are refused by now
        return False


def _is_read_for_writing(file: Path) -> bool:
    """Whether SQLite makes sense of a file's head after it has rolled back what waits for that."""
    try:
        with closing(schema.connect(file, read_only=False)) as database:
            database.execute("PRAGMA user_version")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and is_of_the_disk(error):
            raise
        return False
    return True


def _opened(file: Path) -> sqlite3.Connection:
    """The connection to a file that is sound."""
    database = schema.connect(file, read_only=False)
    with on_failure(database.close):
        if 0 < schema.check_version(database, file) < len(schema.MIGRATIONS):
            take_snapshot(file, f"before version {len(schema.MIGRATIONS)}")
        schema.migrate(database, file)
        schema.count_opening(database)
    return database


def _restore(file: Path, found: _Found) -> tuple[Text, ...]:
    """Replace a damaged file by the best that can be made of it; notes of what that is."""
    pages = found.pages(found.content, found.damaged)
    if found.seal is not None:
        content, still = found.seal.mended(found.content, found.damaged)
        pages = found.pages(content, still)
        whole = [page for page in pages if page is not None]
        if len(whole) == len(pages):
            with _in_place_of(file) as mended:
                mended.write_bytes(b"".join(whole))
                aside = _exchange(file, mended)
            return notes.restored_by_seal(file.name, aside.name, len(found.damaged), found.log.lost)
    salvaged = salvage(Pages(pages, found.page_size))
    snapshot = next((one for one in snapshots(file) if is_good(one) and _is_of_the_same(one, salvaged)), None)
    if snapshot is None and not salvaged.count:
        raise notes.beyond_help(file.name, found.content)
    with _in_place_of(file) as mended:
        if snapshot is not None:
            shutil.copyfile(snapshot, mended)
            content = mended.read_bytes()
            seal = read_seal(content)
            take_seal_off(mended, len(content) if seal is None else seal.end)
        outcome = mend(mended, salvaged, file.parent)
        aside = _exchange(file, mended)
    lost = notes.Losses(found.log.lost, found.lost_seal)
    return notes.restored(file.name, aside.name, outcome, snapshot, salvaged.count, lost)


def _is_of_the_same(snapshot: Path, salvaged: Salvaged) -> bool:
    """Whether a snapshot is of an earlier state of what was salvaged, as their journals tell."""
    with closing(schema.connect(snapshot, read_only=True, immutable=True)) as database:
        made_at = dict(database.execute("SELECT id, made_at FROM edits").fetchall())
    alike = [made_at[row[0]] == row[1] for row in salvaged.rows["edits"] if row[0] in made_at]
    return alike.count(True) >= alike.count(False)


@contextmanager
def _in_place_of(file: Path) -> Iterator[Path]:
    """A file in the making, that nothing is left of; UserError if the disk refuses it."""
    mended = file.with_name(f".{file.name}.mended")
    try:
        mended.unlink(missing_ok=True)
        yield mended
    except (OSError, sqlite3.OperationalError) as error:
        raise notes.could_not_be_written(file.name, reason_of(error)) from error
    finally:
        mended.unlink(missing_ok=True)


def _exchange(file: Path, mended: Path) -> Path:
    """Put a damaged file and its log aside and the mended one in its place; where the damaged one is now.

    At any moment one of the two is there.
    """
    flush_file(mended)
    aside = _kept_aside(file, name_or_copy)
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    mended.replace(file)
    return aside


def _kept_aside(file: Path, copy: Callable[[Path, Path], object]) -> Path:
    """A copy of the file as it is, and of its log."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    log, log_aside = _log_of(file), aside.with_name(f"{aside.name}-wal")
    with (
        on_failure(partial(aside.unlink, missing_ok=True)),
        on_failure(partial(log_aside.unlink, missing_ok=True)),
    ):
        if log.exists():
            shutil.copyfile(log, log_aside)
        copy(file, aside)
    return aside


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _journal_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-journal")
