"""Clips, labels, classes and suggestions: rows of the project file to values and back."""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from audioclf_gui.core.change import Change, LabelDifference
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.collecting import no_garbage_collection
from audioclf_gui.core.generators import ending_in
from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.quantity import UNKNOWN_QUANTITY, Quantity
from audioclf_gui.core.store.classes import (
    read_classes,
    read_last_class_id,
    read_names_so_far,
    write_classes,
)
from audioclf_gui.core.store.rows import LABEL_COLUMNS, audio_facts, clip_row, label_from_row, label_row
from audioclf_gui.core.store.settings import read_setting, write_setting
from audioclf_gui.core.store.suggestions import read_suggestions
from audioclf_gui.core.store.tracks import read_tracks, write_tracks
from audioclf_gui.core.view import CatalogueView, first_view

Differences = Iterable[tuple[LabelDifference, Sequence[ClipId]]]

_LABEL_COLUMNS = ", ".join(LABEL_COLUMNS)
_PART = 2000  # rows between two reports of how far reading is
_QUANTITY = "quantity"  # the setting that says what the numbers of the clips are
_FEW = 8  # a clip with so many labels at most is written anew as a whole


def read_view(connection: sqlite3.Connection, folder: Path) -> Generator[Progress, None, CatalogueView]:
    """Everything that is known about the clips, and now and then how much of it is read."""
    with _one_moment(connection):
        return (yield from _read_counted(connection, folder))


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read meanwhile fits together, whatever another process writes."""
    is_own = not connection.in_transaction
    if is_own:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if is_own and connection.in_transaction:
            connection.execute("COMMIT")


def _read_counted(connection: sqlite3.Connection, folder: Path) -> Generator[Progress, None, CatalogueView]:
    tables = ("clips", "labels", "predictions")
    total = sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
    done = 0
    views: list[CatalogueView] = []
    with no_garbage_collection(total):
        for rows in ending_in(_reading(connection, folder), views.append):
            done += rows
            yield Progress(done, total)
    return views[0]


def _reading(connection: sqlite3.Connection, folder: Path) -> Generator[int, None, CatalogueView]:
    """Yields how many rows more have been read."""
    clips = yield from _read_clips(connection)
    labels = yield from _read_labels(connection)
    suggestions = read_suggestions(connection)
    yield len(suggestions)
    return first_view(
        folder,
        clips,
        labels,
        read_classes(connection),
        _read_rejections(connection),
        suggestions,
        read_last_class_id(connection),
        read_names_so_far(connection),
        _read_quantity(connection),
        read_tracks(connection),
    )


def _in_parts(rows: sqlite3.Cursor) -> Iterator[list[Any]]:
    return iter(partial(rows.fetchmany, _PART), [])


def _read_clips(connection: sqlite3.Connection) -> Generator[int, None, list[Clip]]:
    """Every clip, removed ones too, in the order in which they came; equal facts are one value."""
    rows = connection.execute(
        "SELECT id, path, content, clip_group, fold, target, removed, rate_hz, channels, frames, encoding,"
        " warning FROM clips ORDER BY id"
    )
    facts: dict[tuple[object, ...], AudioFacts] = {}
    clips = []
    for part in _in_parts(rows):
        for row in part:
            key = row[7:]
            audio = facts.get(key)
            if audio is None:
                audio = facts[key] = audio_facts(key)
            clips.append(Clip(row[0], row[1], audio, row[2], row[3], row[4], row[5], bool(row[6])))
        yield len(part)
    return clips


def _read_labels(connection: sqlite3.Connection) -> Generator[int, None, dict[ClipId, Labels]]:
    """The labels of every clip that has any; equal labels are one value, and so are equal single ones."""
    rows = connection.execute(f"SELECT clip_id, {_LABEL_COLUMNS} FROM labels ORDER BY clip_id, id")
    known: dict[tuple[object, ...], Label] = {}
    labels: dict[ClipId, list[Label]] = {}
    for part in _in_parts(rows):
        for row in part:
            key = row[1:]
            label = known.get(key)
            if label is None:
                label = known[key] = label_from_row(key)
            labels.setdefault(row[0], []).append(label)
        yield len(part)
    alone = {id(label): (label,) for label in known.values()}
    return {
        clip_id: tuple(found) if len(found) > 1 else alone[id(found[0])] for clip_id, found in labels.items()
    }


def _read_rejections(connection: sqlite3.Connection) -> dict[ClipId, frozenset[ClassId]]:
    """For each clip the classes that a person ruled out."""
    rejected: dict[ClipId, frozenset[ClassId]] = {}
    for clip_id, class_id in connection.execute("SELECT clip_id, class_id FROM rejections"):
        rejected[clip_id] = rejected.get(clip_id, frozenset()) | {class_id}
    return rejected


def _read_quantity(connection: sqlite3.Connection) -> Quantity:
    row = read_setting(connection, _QUANTITY)
    return Quantity.of_row(row) if isinstance(row, list) else UNKNOWN_QUANTITY


def present_paths(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Those of the paths that clips have which are not removed."""
    query = "SELECT 1 FROM clips WHERE path = ? AND NOT removed LIMIT 1"
    return {path for path in paths if connection.execute(query, (path,)).fetchone()}


def write_change(connection: sqlite3.Connection, change: Change, differences: Differences) -> None:
    """Make the tables agree with a change whose labels are settled; part of the caller's transaction."""
    if change.classes is not None:
        write_classes(connection, change.classes)
    if change.quantity is not None:
        write_setting(connection, _QUANTITY, change.quantity.row)
    if change.tracks is not None:
        write_tracks(connection, change.tracks)
    connection.executemany(
        "INSERT INTO clips VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " path = excluded.path, rate_hz = excluded.rate_hz, channels = excluded.channels,"
        " frames = excluded.frames, encoding = excluded.encoding, warning = excluded.warning,"
        " content = excluded.content, clip_group = excluded.clip_group, fold = excluded.fold,"
        " target = excluded.target, removed = excluded.removed",
        map(clip_row, change.clips.values()),
    )
    _write_labels(connection, differences)
    _in_set(connection, "DELETE FROM rejections WHERE clip_id IN touched", change.rejected)
    connection.executemany(
        "INSERT INTO rejections VALUES (?, ?)",
        ((clip_id, class_id) for clip_id, found in change.rejected.items() for class_id in sorted(found)),
    )


def _write_labels(connection: sqlite3.Connection, differences: Differences) -> None:
    """Clips with few labels as a whole, in one set; of the others only what differs."""
    anew: list[ClipId] = []
    put: list[tuple[str, Labels]] = []
    for difference, clip_ids in differences:
        fresh = difference.added
        if difference.removed and len(difference.settled) <= _FEW:
            anew.extend(clip_ids)
            fresh = difference.settled
        elif difference.removed:
            for clip_id in clip_ids:
                _delete_labels(connection, clip_id, difference.removed)
        put.append((json.dumps(clip_ids), fresh))
    _in_set(connection, "DELETE FROM labels WHERE clip_id IN touched", anew)
    connection.executemany(
        f"INSERT INTO labels (clip_id, {_LABEL_COLUMNS})"
        f" SELECT value{', ?' * len(LABEL_COLUMNS)} FROM json_each(?)",
        ((*label_row(label), clip_ids) for clip_ids, fresh in put for label in fresh),
    )


def _in_set(connection: sqlite3.Connection, statement: str, clip_ids: Iterable[ClipId]) -> None:
    """Do something to the rows of these clips, which the statement calls `touched`."""
    chosen = list(clip_ids)
    if chosen:
        touched = "WITH touched AS (SELECT value FROM json_each(?)) "
        connection.execute(touched + statement, (json.dumps(chosen),))


def _delete_labels(connection: sqlite3.Connection, clip_id: ClipId, removed: Labels) -> None:
    connection.executemany(
        "DELETE FROM labels WHERE id = (SELECT min(id) FROM labels WHERE clip_id = ?"
        f"{''.join(f' AND {column} IS ?' for column in LABEL_COLUMNS)})",
        ((clip_id, *label_row(label)) for label in removed),
    )
