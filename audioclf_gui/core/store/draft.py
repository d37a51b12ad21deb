"""A project that is only in memory until there is something to keep."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from typing_extensions import override

from audioclf_gui.core.store import schema
from audioclf_gui.core.store.database import Database
from audioclf_gui.core.store.opening import open_database

Content: TypeAlias = sqlite3.Connection
"""What a project file is to hold."""


class DraftDatabase(Database):
    """What `Database` is, but the file is made at the first writing, and never if there is none.

    Parameters
    ----------
    file
        Where it will be.
    create
        Makes the file with the content of a database. UserError if that cannot be done: then everything
        is as before, and the next writing tries again.
    """

    def __init__(self, file: Path, create: Callable[[Content], None]) -> None:
        super().__init__(file, schema.connect_in_memory(), None)
        self.read_only = False
        self.is_draft = True
        self._create = create

    @override
    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        self.keep()
        with super().writing() as connection:
            yield connection

    @override
    def keep(self) -> None:
        """Make the file, if that was not done yet."""
        if not self.is_draft:
            return
        self._create(self.connection)
        opened = open_database(self.file)
        self.connection.close()
        self.connection, self.lock = opened.connection, opened.lock
        self.read_only, self.is_protected = opened.read_only, opened.is_protected
        self.is_full = opened.is_full
        self.is_draft = False
