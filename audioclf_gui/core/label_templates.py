"""Label files as they were imported, so that what nobody touched can be exported byte for byte."""

from collections.abc import Iterable
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.store import files as store
from audioclf_gui.core.store.database import Database, second_connection


class LabelTemplates:
    """For each clip and format the file that was imported last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def content(self, clip_id: ClipId, format_key: str) -> bytes | None:
        """The file of that format for the clip, as it was; None if there was none."""
        return store.read_label_file(self._database.connection, clip_id, format_key)

    def keep(self, files: Iterable[tuple[ClipId, str, str, bytes]]) -> None:
        """Keep imported files: for each its clip, the key of its format, its name and what is in it."""
        with self._database.writing() as connection:
            store.write_label_files(connection, files)


def templates(file: Path, format_key: str) -> dict[ClipId, bytes]:
    """For each clip the kept file of that format; read from the project file by any thread."""
    with second_connection(file, read_only=True) as connection:
        return store.read_label_files(connection, format_key)
