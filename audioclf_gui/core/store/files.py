"""Files that the project knows of besides its clips: imported label files, and what was put aside."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.text import text_from


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


def read_label_file(connection: sqlite3.Connection, clip_id: ClipId, format_key: str) -> bytes | None:
    """The content of a kept label file."""
    row = connection.execute(
        "SELECT content FROM label_files WHERE clip_id = ? AND format = ?", (clip_id, format_key)
    ).fetchone()
    return None if row is None else bytes(row[0])


def read_label_files(connection: sqlite3.Connection, format_key: str) -> dict[ClipId, bytes]:
    """For each clip the content of its kept label file of that format."""
    rows = connection.execute("SELECT clip_id, content FROM label_files WHERE format = ?", (format_key,))
    return {ClipId(clip_id): bytes(content) for clip_id, content in rows}


def write_label_files(
    connection: sqlite3.Connection, files: Iterable[tuple[ClipId, str, str, bytes]]
) -> None:
    """Keep label files: clip, key of the format, name, content; part of the caller's transaction."""
    connection.executemany("INSERT OR REPLACE INTO label_files VALUES (?, ?, ?, ?)", files)
