"""Files that the project knows of besides its clips: imported label files, and what was put aside."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import astuple
from pathlib import Path

from audioclf_gui.core.clip import ClipId, KeptLabelFile, Quarantined
from audioclf_gui.core.text import text_from

_STANDS = "step NOT IN (SELECT step FROM edits WHERE step IS NOT NULL AND undone_at IS NOT NULL)"
"""Of label files: their import is not undone."""

_KEPT = "clip_id, format, name, content, label_column, folder, series, older"
"""The columns of label files in the order of the fields of `KeptLabelFile`."""

_BEGINNING_BYTES = 2**14  # in which a table names its columns


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
        f"SELECT {_KEPT} FROM label_files WHERE clip_id = ? AND format = ? AND {_STANDS}"
        " ORDER BY step DESC, rowid DESC LIMIT 1",
        (clip_id, format_key),
    ).fetchone()
    return None if row is None else _kept(row)


def read_label_files(connection: sqlite3.Connection, format_key: str) -> dict[ClipId, KeptLabelFile]:
    """For each clip what `read_label_file` gives."""
    rows = connection.execute(
        f"SELECT {_KEPT} FROM label_files WHERE format = ? AND {_STANDS} ORDER BY step, rowid", (format_key,)
    )
    return {kept.clip_id: kept for kept in map(_kept, rows)}


def read_last_versions(connection: sqlite3.Connection, clip_id: ClipId) -> list[KeptLabelFile]:
    """Of each series of label files about a clip the last one in each format, the newest of all last."""
    rows = connection.execute(
        f"SELECT {_KEPT} FROM label_files WHERE clip_id = ? AND {_STANDS} ORDER BY step, rowid", (clip_id,)
    )
    last: dict[tuple[int | None, str], KeptLabelFile] = {}
    for kept in map(_kept, rows):
        last.pop((kept.series, kept.format_key), None)
        last[kept.series, kept.format_key] = kept
    return list(last.values())


def read_chosen_columns(connection: sqlite3.Connection) -> list[tuple[str, bytes]]:
    """Which columns were chosen of tables, with the beginning of each table; the newest choice first."""
    return connection.execute(
        f"SELECT label_column, substr(content, 1, {_BEGINNING_BYTES}) FROM label_files"
        f" WHERE label_column <> '' AND {_STANDS} ORDER BY step DESC, rowid DESC"
    ).fetchall()


def read_newest_format(connection: sqlite3.Connection) -> str:
    """The format of the label file that came or was written last; empty if there is none."""
    row = connection.execute(
        f"SELECT format FROM label_files WHERE {_STANDS} ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    return "" if row is None else str(row[0])


def _kept(row: tuple[int, str, str, bytes, str, str, int, int]) -> KeptLabelFile:
    return KeptLabelFile(ClipId(row[0]), *row[1:7], is_older=bool(row[7]))


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
        f"INSERT OR REPLACE INTO label_files ({_KEPT}, step) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
        " ifnull(?7, (SELECT ifnull(max(series), 0) + 1 FROM label_files WHERE clip_id = ?1)), ?8, ?9)",
        ((*astuple(one), step) for one in files),
    )
