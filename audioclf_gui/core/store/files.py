"""Files that the project knows of besides its clips: imported label files, and what was put aside."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path

from audioclf_gui.core.clip import ClipId, KeptLabelFile, Quarantined
from audioclf_gui.core.text import text_from

_STANDS = "step NOT IN (SELECT step FROM edits WHERE step IS NOT NULL AND undone_at IS NOT NULL)"
"""Of label files: their import is not undone."""


def read_quarantine(connection: sqlite3.Connection) -> tuple[Quarantined, ...]:
    """The files that could not be taken in, by path."""
    rows = connection.execute("SELECT path, reason, remedy FROM quarantine ORDER BY path")
    return tuple(
        Quarantined(Path(path), text_from(reason), text_from(remedy)) for path, reason, remedy in rows
    )


def write_quarantine(
    connection: sqlite3.Connection, files: Iterable[Quarantined], cleared: Iterable[Path]
) -> None:
    """Note files, forget those that are `cleared`; part of the caller's transaction."""
    connection.executemany("DELETE FROM quarantine WHERE path = ?", ((str(path),) for path in cleared))
    connection.executemany(
        "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?)",
        ((str(file.path), file.reason.stored(), file.remedy.stored()) for file in files),
    )


def read_label_file(connection: sqlite3.Connection, clip_id: ClipId, format_key: str) -> KeptLabelFile | None:
    """The label file of that format that was kept last and not undone since."""
    row = connection.execute(
        f"SELECT name, content, label_column FROM label_files"
        f" WHERE clip_id = ? AND format = ? AND {_STANDS} ORDER BY step DESC LIMIT 1",
        (clip_id, format_key),
    ).fetchone()
    return None if row is None else KeptLabelFile(clip_id, format_key, row[0], bytes(row[1]), row[2])


def read_label_files(connection: sqlite3.Connection, format_key: str) -> dict[ClipId, KeptLabelFile]:
    """For each clip what `read_label_file` gives."""
    rows = connection.execute(
        f"SELECT clip_id, name, content, label_column FROM label_files"
        f" WHERE format = ? AND {_STANDS} ORDER BY step",
        (format_key,),
    )
    return {
        ClipId(clip_id): KeptLabelFile(ClipId(clip_id), format_key, name, bytes(content), label_column)
        for clip_id, name, content, label_column in rows
    }


def read_companions(
    connection: sqlite3.Connection, clip_ids: Collection[ClipId], format_key: str, name: str
) -> list[ClipId]:
    """The other clips for which a label file of that name was kept in one step with one for these."""
    of_name = f"SELECT step FROM label_files WHERE format = :format AND name = :name AND {_STANDS}"
    rows = connection.execute(
        f"WITH known AS (SELECT value FROM json_each(:known))"
        f" SELECT DISTINCT clip_id FROM label_files WHERE format = :format AND name = :name"
        f" AND clip_id NOT IN known AND step IN ({of_name} AND clip_id IN known) ORDER BY clip_id",
        {"format": format_key, "name": name, "known": json.dumps(list(clip_ids))},
    )
    return [ClipId(clip_id) for (clip_id,) in rows]


def write_label_files(connection: sqlite3.Connection, files: Iterable[KeptLabelFile]) -> None:
    """Keep label files as a part of the last step that stands; part of the caller's transaction."""
    (step,) = connection.execute("SELECT ifnull(max(step), 0) FROM edits WHERE undone_at IS NULL").fetchone()
    connection.executemany(
        "INSERT OR REPLACE INTO label_files (clip_id, format, name, content, label_column, step)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((one.clip_id, one.format_key, one.name, one.content, one.label_column, step) for one in files),
    )
