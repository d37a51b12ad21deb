"""Label files as they were imported, so that what nobody touched can be exported byte for byte."""

from collections.abc import Iterable

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.store import files as store
from audioclf_gui.core.store.database import Database


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
