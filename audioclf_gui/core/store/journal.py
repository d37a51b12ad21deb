"""The journal of edits: what each one took away and put there, and which of them are undone.

An entry keeps labels as groups of clips that lost or got the same ones, `[[clip ids], [label rows]]`, so
that giving one class to a hundred thousand clips is one short line. Version 0.1.0 kept them clip by clip,
and of an import the ids of its clips only; both are still read.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from audioclf_gui.core.change import Change, Edit
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Labels
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.store.rows import (
    class_from_row,
    class_row,
    clip_from_row,
    clip_row,
    labels_from_json,
    labels_to_json,
    now,
    track_from_row,
    track_row,
)
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.core.view import AppliedChange

_LAST = "ifnull((SELECT max(step) FROM edits WHERE undone_at IS NULL), 0)"
"""The last step that stands; 0 if there is none."""
_REDOABLE = f"undone_at IS NOT NULL AND NOT left_behind AND step > {_LAST}"


@dataclass(frozen=True, slots=True)
class EditParts:
    """One side of an edit: what was there before it, or after it, and is not on the other side."""

    labels: Mapping[ClipId, Labels]
    rest: Change  # classes, rejections, clips and tracks, whole
    imported: tuple[ClipId, ...] = ()  # clips that version 0.1.0 noted by their ids only


def write_edit(
    connection: sqlite3.Connection, what: Text, change: AppliedChange, *, continuing: bool = False
) -> None:
    """Note an edit; part of the caller's transaction.

    Parameters
    ----------
    continuing
        It belongs to the step before, if that is called the same and stands.
    """
    removed = ((difference.removed, clip_ids) for difference, clip_ids in change.differences)
    added = ((difference.added, clip_ids) for difference, clip_ids in change.differences)
    sides = (_side(removed, change.before), _side(added, change.after))
    last = last_done(connection) if continuing else None
    step = last.id if last is not None and last.what == what and first_undone(connection) is None else None
    cursor = connection.execute(
        "INSERT INTO edits (made_at, what, before, after, clips, step) VALUES (?, ?, ?, ?, ?, ?)",
        (
            now(),
            what.stored(),
            *(json.dumps(side, ensure_ascii=False) for side in sides),
            len(change.after.clip_ids),
            step,
        ),
    )
    if step is None:
        connection.execute(f"UPDATE edits SET left_behind = 1 WHERE {_REDOABLE}")
        connection.execute("UPDATE edits SET step = id WHERE id = ?", (cursor.lastrowid,))


def read_edits(connection: sqlite3.Connection, count: int, before: int | None = None) -> tuple[Edit, ...]:
    """The newest edits first, at most `count` of them; those before an id if one is given."""
    return _edits(connection, "step < ?", "DESC LIMIT ?", (2**62 if before is None else before, count))


def read_edit(connection: sqlite3.Connection, edit_id: int) -> Edit:
    """One edit; LookupError if there is none of that id."""
    found = _edits(connection, "step = ?", arguments=(edit_id,))
    return found[0]


def edits_since(connection: sqlite3.Connection, edit_id: int) -> tuple[Edit, ...]:
    """An edit and all that were made after it, the newest first."""
    return _edits(connection, "step >= ?", "DESC", (edit_id,))


def label_times(connection: sqlite3.Connection, since: str) -> dict[ClipId, str]:
    """For each clip whose labels or rejections were edited since a moment, when that was last.

    Only edits that stand count. One that is damaged is passed over.
    """
    rows = connection.execute(
        "SELECT made_at, before, after FROM edits WHERE undone_at IS NULL AND made_at >= ? ORDER BY id",
        (since,),
    )
    found: dict[ClipId, str] = {}
    for made_at, *sides in rows:
        for side in sides:
            with suppress(ValueError, TypeError, LookupError, AttributeError):
                parts = parts_from_json(side)
                found.update(dict.fromkeys((*parts.labels, *parts.rest.rejected), made_at))
    return found


def last_done(connection: sqlite3.Connection) -> Edit | None:
    """The edit that undo would take back."""
    return next(iter(_edits(connection, f"step = {_LAST}")), None)


def first_undone(connection: sqlite3.Connection) -> Edit | None:
    """The edit that redo would make again: the first undone after the last one that stands."""
    condition = f"step = (SELECT min(step) FROM edits WHERE {_REDOABLE})"
    return next(iter(_edits(connection, condition)), None)


def read_sides(connection: sqlite3.Connection, edit: Edit) -> list[tuple[EditParts, EditParts]]:
    """What an edit took away, and what it put there, in the order of its parts.

    Raises
    ------
    UserError
        If the file was damaged there.
    """
    rows = connection.execute("SELECT before, after FROM edits WHERE step = ? ORDER BY id", (edit.id,))
    try:
        return [(parts_from_json(before), parts_from_json(after)) for before, after in rows]
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise UserError(
            Text("the history is damaged at “{what}”", what=edit.what),
            remedy=Text("Edits after it can be undone, those before it cannot; all labels are as they were."),
        ) from error


def parts_from_json(side: str) -> EditParts:
    """One side of an entry as it is kept; one of many errors if the file was damaged there."""
    return _parts(json.loads(side))


def noted_bytes(connection: sqlite3.Connection, edits: Iterable[Edit]) -> int:
    """How much is noted of edits, which tells how many labels they touch without reading them."""
    size = "SELECT ifnull(sum(length(CAST(before AS BLOB)) + length(CAST(after AS BLOB))), 0) FROM edits"
    return sum(int(connection.execute(f"{size} WHERE step = ?", (one.id,)).fetchone()[0]) for one in edits)


def mark(connection: sqlite3.Connection, edits: Iterable[Edit], *, undone: bool) -> None:
    """Note that edits are undone, or stand again; part of the caller's transaction."""
    moment = now() if undone else None
    connection.executemany(
        "UPDATE edits SET undone_at = ? WHERE step = ?", ((moment, edit.id) for edit in edits)
    )


def settle_paths(connection: sqlite3.Connection, paths: Mapping[ClipId, str]) -> None:
    """Let every entry have clips where they are now; part of the caller's transaction.

    An entry that is damaged stays as it is: it cannot be undone in any case.
    """
    with_clips = """SELECT id, before, after FROM edits WHERE before || after LIKE '%"clips":%'"""
    for number, *sides in connection.execute(with_clips).fetchall():
        with suppress(ValueError, TypeError, LookupError, AttributeError):
            settled = [_settled(side, paths) for side in sides]
            connection.execute("UPDATE edits SET before = ?, after = ? WHERE id = ?", (*settled, number))


def _settled(side: str, paths: Mapping[ClipId, str]) -> str:
    found = json.loads(side)
    for row in found.get("clips", ()) if isinstance(found, dict) else ():
        row[1] = paths.get(row[0], row[1])
    return json.dumps(found, ensure_ascii=False)


def _edits(
    connection: sqlite3.Connection, condition: str, order: str = "", arguments: Sequence[int] = ()
) -> tuple[Edit, ...]:
    rows = connection.execute(
        "SELECT step, min(made_at), what, sum(clips), max(undone_at) IS NOT NULL, max(left_behind) FROM edits"
        f" WHERE {condition} GROUP BY step ORDER BY step {order}",
        arguments,
    ).fetchall()
    texts = {stored: text_from(stored) for stored in {row[2] for row in rows}}  # most are said many times
    return tuple(Edit(row[0], row[1], texts[row[2]], row[3], bool(row[4]), bool(row[5])) for row in rows)


def _side(labels: Iterable[tuple[Labels, Sequence[ClipId]]], change: Change) -> dict[str, object]:
    groups: dict[Labels, list[ClipId]] = {}
    for found, clip_ids in labels:
        if found:
            groups.setdefault(found, []).extend(clip_ids)
    side: dict[str, object] = {"labels": [[ids, labels_to_json(found)] for found, ids in groups.items()]}
    if change.classes is not None:
        side["classes"] = [class_row(known) for known in change.classes]
    if change.rejected:
        side["rejected"] = {clip_id: sorted(found) for clip_id, found in change.rejected.items()}
    if change.clips:
        side["clips"] = [clip_row(clip) for clip in change.clips.values()]
    if change.quantity is not None:
        side["quantity"] = change.quantity.row
    if change.tracks is not None:
        side["tracks"] = list(map(track_row, change.tracks))
    return side


def _parts(side: Mapping[str, Any] | Sequence[int]) -> EditParts:
    if not isinstance(side, Mapping):
        return EditParts({}, Change(), tuple(ClipId(number) for number in side))
    classes = side.get("classes")
    clips = [clip_from_row(row) for row in side.get("clips", ())]
    rejected, quantity, tracks = side.get("rejected", {}), side.get("quantity"), side.get("tracks")
    rest = Change(
        classes=None if classes is None else tuple(map(class_from_row, classes)),
        rejected={ClipId(int(key)): frozenset(map(ClassId, found)) for key, found in rejected.items()},
        clips={clip.id: clip for clip in clips},
        quantity=None if quantity is None else Quantity.of_row(quantity),
        tracks=None if tracks is None else tuple(map(track_from_row, tracks)),
    )
    return EditParts(_labels(side.get("labels", ())), rest)


def _labels(kept: Mapping[str, Any] | Sequence[Any]) -> dict[ClipId, Labels]:
    if isinstance(kept, Mapping):
        return {ClipId(int(key)): labels_from_json(rows) for key, rows in kept.items() if rows}
    found: dict[ClipId, Labels] = {}
    for ids, rows in kept:
        found.update(dict.fromkeys(map(ClipId, ids), labels_from_json(rows)))
    return found
