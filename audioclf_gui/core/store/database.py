"""The open project file: one transaction for each edit, and the right to write."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from typing_extensions import override

from audioclf_gui.core.closing import Closing
from audioclf_gui.core.errors import FREE_DISK, ReadOnlyProjectError, UserError
from audioclf_gui.core.store.lock import WriterLock
from audioclf_gui.core.store.recovery import open_or_recover, open_read_only
from audioclf_gui.core.store.schema import connect
from audioclf_gui.core.text import Text


class Database(Closing):
    """A project file, opened; used by one thread at a time, which may be another than opened it.

    Attributes
    ----------
    file : Path
        The SQLite file.
    read_only : bool
        Somebody else has the right to write, or nobody may.
    notes : tuple of Text
        What opening had to put aside or repair.
    """

    def __init__(self, file: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.file = file
        self.read_only = lock is None
        self.notes: tuple[Text, ...] = ()
        self.connection = connection
        self._lock = lock

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

    def check_writable(self) -> None:
        """ReadOnlyProjectError if the project is open elsewhere."""
        if self.read_only:
            raise ReadOnlyProjectError(self.file)

    @override
    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()


def open_database(file: Path) -> Database:
    """Open the file for writing, or for reading if somebody else writes or nobody may."""
    lock = WriterLock(file)
    if not os.access(file.parent, os.W_OK) or not lock.acquire():
        return Database(file, open_read_only(file), None)
    try:
        connection, notes = open_or_recover(file)
    except BaseException:
        lock.release()
        raise
    database = Database(file, connection, lock)
    database.notes = notes
    return database


@contextmanager
def second_connection(file: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    """The file once more, for a worker; writing is for that of whoever has the right to write."""
    connection = open_read_only(file) if read_only else connect(file, read_only=False)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; on disk when it returns. UserError if the disk refuses it."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except sqlite3.OperationalError as error:
        raise UserError(
            Text("the project could not be saved: {reason}", reason=str(error)), remedy=FREE_DISK
        ) from error


def read_setting(connection: sqlite3.Connection, name: str) -> object:
    """A setting kept with the project; None if it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return None if row is None else json.loads(row[0])


def write_setting(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Keep a setting, any JSON value; part of the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))


def now() -> str:
    """The present moment in ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
