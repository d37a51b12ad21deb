"""Choices that are kept with a project."""

from pathlib import Path

from audioclf_gui.core.store.database import Database, second_connection
from audioclf_gui.core.store.settings import read_setting, write_setting

WATCHED = "watched folder"
"""The folder whose new recordings come in by themselves, and how; None if there is none."""

GROUPS_CALLED = "groups called"
"""What one of the project's groups is, "speaker" for one; None or empty if nobody has said it."""


class ProjectSettings:
    """Values by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> object:
        """A kept value; None if it was never set."""
        return read_setting(self._database.connection, name)

    def put(self, name: str, value: object) -> None:
        """Keep any JSON value."""
        with self._database.writing() as connection:
            write_setting(connection, name, value)

    def put_look(self, name: str, value: object) -> None:
        """As `put`, of how things look and sound: where there is no project file yet none is made for it."""
        with self._database.noting() as connection:
            write_setting(connection, name, value)


def kept_setting(file: Path, name: str) -> object:
    """A value that is kept in a project's file, None if it was never set; read by any thread."""
    with second_connection(file, read_only=True) as connection:
        return read_setting(connection, name)
