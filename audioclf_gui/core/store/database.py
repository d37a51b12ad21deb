"""The open project file: one transaction for each edit, and the right to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from typing_extensions import override

from audioclf_gui.core.closing import Closing, on_failure
from audioclf_gui.core.errors import FREE_DISK, ReadOnlyProjectError, UserError
from audioclf_gui.core.store import schema
from audioclf_gui.core.store.disk_trouble import reason_of
from audioclf_gui.core.store.lock import WriterLock, lock_file
from audioclf_gui.core.store.seal import put_seal
from audioclf_gui.core.store.snapshots import take_due_snapshot
from audioclf_gui.core.text import Text


class Database(Closing):
    """A project file, opened; used by one thread at a time, which may be another than opened it.

    Attributes
    ----------
    file : Path
        The SQLite file.
    read_only : bool
        Somebody else has the right to write, or nobody may.
    is_protected : bool
        Nobody may: the folder or the disk can only be read.
    is_full : bool
        That is so because there was no room on the disk.
    is_draft : bool
        There is no file yet; see `core.store.draft`.
    lock : WriterLock or None
        The right to write.
    notes : tuple of Text
        What opening had to put aside or repair.
    """

    def __init__(
        self,
        file: Path,
        connection: sqlite3.Connection,
        lock: WriterLock | None,
        *,
        is_protected: bool = False,
        is_full: bool = False,
    ) -> None:
        self.file = file
        self.read_only = lock is None
        self.is_protected = is_protected
        self.is_full = is_full
        self.is_draft = False
        self.notes: tuple[Text, ...] = ()
        self.connection = connection
        self.lock = lock

    def keep(self) -> None:
        """See to it that there is a file; there is one but of a draft."""

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing, and on disk when it ends.

        Raises
        ------
        ReadOnlyProjectError
            If the project is open elsewhere.
        UserError
            If the disk refuses it, for being full for one; nothing has changed then.
        """
        self.check_writable()
        with transaction(self.connection):
            yield self.connection

    @contextmanager
    def noting(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, for what is not worth a file by itself: a draft stays one."""
        self.check_writable()
        with transaction(self.connection):
            yield self.connection

    def check_writable(self) -> None:
        """ReadOnlyProjectError if the project is open elsewhere or nobody may write."""
        if self.read_only:
            raise ReadOnlyProjectError(self.file, is_protected=self.is_protected, is_full=self.is_full)

    @override
    def close(self) -> None:
        """Give the file back, sealed, and copy it if that is due; closing twice does no harm."""
        if self.lock is None:
            self.connection.close()
            return
        try:
            self._put_to_rest()
        finally:
            self.lock.release()
            self.lock = None

    def _put_to_rest(self) -> None:
        """What fails here costs no edit: whoever opens the file next reads all of it instead."""
        is_at_rest = False
        try:
            with suppress(UserError, sqlite3.DatabaseError, OSError):
                take_due_snapshot(self.file, "at closing")
            with suppress(sqlite3.DatabaseError):
                self.connection.execute("PRAGMA busy_timeout = 0")
                mode = self.connection.execute("PRAGMA journal_mode = DELETE").fetchone()
                is_at_rest = mode == ("delete",)
        finally:
            self.connection.close()
        if is_at_rest:
            with suppress(OSError):
                put_seal(self.file)


def open_read_only(file: Path) -> sqlite3.Connection:
    """Open without changing anything."""
    try:
        try:
            return _reading(file)
        except sqlite3.OperationalError:  # SQLite writes beside the file, even to read from it
            if file.with_name(f"{file.name}-wal").exists():
                raise
            return _reading(file, immutable=True)
    except sqlite3.DatabaseError as error:
        raise UserError(
            Text("{name} cannot be opened for reading: {reason}", name=file.name, reason=reason_of(error)),
            remedy=Text("Copy the project to a folder that you may write to and open it there."),
        ) from error


def _reading(file: Path, *, immutable: bool = False) -> sqlite3.Connection:
    connection = schema.connect(file, read_only=True, immutable=immutable)
    with on_failure(connection.close):
        version = schema.check_version(connection, file)
    if version == len(schema.MIGRATIONS):
        return connection
    connection.close()
    raise UserError(
        Text(
            "{name} was made by an older version and is open elsewhere or may not be written", name=file.name
        ),
        remedy=Text("Close the other window, or copy the project to a folder that you may write to."),
    )


@contextmanager
def second_connection(file: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    """The file once more, for a worker; writing is for that of whoever has the right to write.

    Of a draft, which has no file, nothing is known this way.
    """
    if read_only and not file.exists() and not lock_file(file).exists():
        connection = schema.connect_in_memory()
    else:
        connection = open_read_only(file) if read_only else schema.connect(file, read_only=False)
    try:
        yield connection
    finally:
        connection.close()


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; on disk when it returns. UserError if the disk refuses it."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        with on_failure(partial(_roll_back, connection)):
            yield
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise UserError(
            Text("the project could not be saved: {reason}", reason=reason_of(error)), remedy=FREE_DISK
        ) from error
