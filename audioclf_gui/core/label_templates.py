"""Label files as they were imported: untouched ones are exported byte for byte, corrected ones are compared.

A file belongs to the step of the history in which it came: while that is undone, the one before it holds.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from audioclf_gui.core.clip import ClipId, KeptLabelFile
from audioclf_gui.core.store import files as store
from audioclf_gui.core.store.database import Database, second_connection


class LabelTemplates:
    """For each clip and format the file that was imported last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def content(self, clip_id: ClipId, format_key: str) -> bytes | None:
        """The file of that format for the clip, as it was; None if there was none."""
        kept = store.read_label_file(self._database.connection, clip_id, format_key)
        return None if kept is None else kept.content

    @property
    def newest_format(self) -> str:
        """The key of the format that was imported or exported last; empty if none was."""
        return store.read_newest_format(self._database.connection)

    def keep(self, files: Iterable[KeptLabelFile]) -> None:
        """Keep files that were imported in the step of the history that was made last."""
        with self._database.writing() as connection:
            store.write_label_files(connection, files)


def templates(file: Path, format_key: str) -> dict[ClipId, KeptLabelFile]:
    """For each clip the kept file of that format; read from the project file by any thread."""
    with second_connection(file, read_only=True) as connection:
        return store.read_label_files(connection, format_key)


def last_versions(file: Path, clip_ids: Iterable[ClipId]) -> dict[ClipId, list[KeptLabelFile]]:
    """For each clip the last version of every label file about it, in each format; the newest comes last."""
    with second_connection(file, read_only=True) as connection:
        return {clip_id: store.read_last_versions(connection, clip_id) for clip_id in set(clip_ids)}


def chosen_columns(file: Path) -> list[tuple[str, bytes]]:
    """Which columns somebody chose of tables of labels, each with the table's beginning, newest first."""
    with second_connection(file, read_only=True) as connection:
        return store.read_chosen_columns(connection)


def companions(file: Path, format_key: str, name: str, clip_ids: Collection[ClipId]) -> list[ClipId]:
    """The other clips that a label file of that name spoke of when it came for some of these."""
    with second_connection(file, read_only=True) as connection:
        others = store.read_companions(connection, clip_ids, format_key, name)
        last = {clip_id: store.read_last_versions(connection, clip_id) for clip_id in others}
        wanted = format_key, name
        return [
            clip_id
            for clip_id, kept in last.items()
            if wanted in {(one.format_key, one.name) for one in kept}
        ]
