"""One writer for a project: the first to open it; whoever comes later may only read."""

import sqlite3
from pathlib import Path


class WriterLock:
    """Held from a successful `acquire` to `release`; the system frees it when the process dies.

    It is an exclusive transaction on a small SQLite file beside the project, which is a file lock
    that works alike on every system and never goes stale.
    """

    def __init__(self, project_file: Path) -> None:
        self._path = project_file.with_name(project_file.name + "-lock")
        self._database: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock if nobody else has it."""
        try:
            database = sqlite3.connect(self._path, isolation_level=None, timeout=0.0, check_same_thread=False)
        except sqlite3.OperationalError:
            return False  # a folder without write permission: nobody can write, so nobody needs the lock
        try:
            database.execute("PRAGMA journal_mode = MEMORY")
            database.execute("BEGIN EXCLUSIVE")
            database.execute("PRAGMA user_version = 1")  # refused where the file may only be read
        except sqlite3.OperationalError:
            database.close()
            return False
        self._database = database
        return True

    def release(self) -> None:
        """Let others write; releasing twice does no harm."""
        if self._database is not None:
            self._database.close()
            self._database = None
