"""One writer for a project: the first to open it; whoever comes later may only read."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text


def lock_file(project_file: Path) -> Path:
    """The file beside a project that whoever has the right to write holds; it stays when nobody does."""
    return project_file.with_name(project_file.name + "-lock")


class WriterLock:
    """Held from a successful `acquire` to `release`; the system frees it when the process dies.

    It is an exclusive transaction on a small SQLite file beside the project, which is a file lock
    that works alike on every system and never goes stale.
    """

    def __init__(self, project_file: Path) -> None:
        self._path = lock_file(project_file)
        self._was_there = self._path.exists()
        self._database: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock if nobody else has it.

        Raises
        ------
        UserError
            If there is a folder where the lock belongs.
        """
        if self._path.is_dir():
            raise UserError(
                Text("{path} is a folder where a file of the program belongs", path=self._path),
                remedy=Text("Move or rename that folder, then open the project again."),
            )
        try:
            return self._is_taken()
        except sqlite3.DatabaseError:  # no lock of this program: whoever holds one has a sound file
            with suppress(OSError):
                self._path.unlink()
            with suppress(sqlite3.DatabaseError):
                return self._is_taken()
            return False

    def _is_taken(self) -> bool:
        try:
            database = sqlite3.connect(self._path, isolation_level=None, timeout=0.0, check_same_thread=False)
        except sqlite3.OperationalError:
            return False  # a folder without write permission: nobody can write, so nobody needs the lock
        try:
            with on_failure(database.close):
                database.execute("PRAGMA journal_mode = MEMORY")
                database.execute("BEGIN EXCLUSIVE")
                database.execute("PRAGMA user_version = 1")  # refused where the file may only be read
        except sqlite3.OperationalError:
            return False
        self._database = database
        return True

    def release(self) -> None:
        """Let others write; releasing twice does no harm."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def withdraw(self) -> None:
        """Release the lock of a file that is no project, and leave nothing beside it."""
        if self._database is not None and not self._was_there:
            with suppress(OSError):
                self._path.unlink()
        self.release()
