"""The files that could not be taken into an open project."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.store import files as store
from audioclf_gui.core.store.database import Database, second_connection


class Quarantine:
    """Files that were put aside, with reasons; iterating gives them by path."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Quarantined]:
        return iter(store.read_quarantine(self._database.connection))

    def put(self, files: Iterable[Quarantined], cleared: Iterable[Path] = ()) -> None:
        """Note files that were put aside; forget those that are `cleared`."""
        with self._database.writing() as connection:
            store.write_quarantine(connection, files, cleared)


def put_aside(file: Path) -> tuple[Quarantined, ...]:
    """What a project's file tells of files that were put aside; read by any thread."""
    with second_connection(file, read_only=True) as connection:
        return store.read_quarantine(connection)
