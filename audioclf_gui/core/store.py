"""Rows of the project file to values and back; one transaction for each edit."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from audioclf_gui.core.change import Change, label_difference
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels, Source
from audioclf_gui.core.run import (
    Epoch,
    Run,
    RunId,
    RunStatus,
    Suggestion,
    SuggestionDetail,
)

Row = tuple[object, ...]

_LABEL_COLUMNS = "class_id, start_s, end_s, low_hz, high_hz, source, score, raw"


def now() -> str:
    """The present moment in ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; on disk when it returns.

    Raises
    ------
    UserError
        If the disk refuses it, for being full for one; nothing has changed then.
    """
    try:
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
    except sqlite3.OperationalError as error:
        raise UserError(
            f"the project could not be saved: {error}",
            remedy="Free some disk space or check the folder's permissions, then do it again.",
        ) from error


def read_clips(database: sqlite3.Connection) -> list[Clip]:
    """Every clip, removed ones too, in the order in which they came."""
    rows = database.execute(
        "SELECT id, path, rate_hz, channels, frames, encoding, warning, content, clip_group, fold,"
        " target, removed FROM clips ORDER BY id"
    )
    return [
        Clip(row[0], row[1], AudioFacts(*row[2:7]), row[7], row[8], row[9], row[10], bool(row[11]))
        for row in rows
    ]


def read_labels(database: sqlite3.Connection) -> dict[ClipId, Labels]:
    """The labels of every clip that has any."""
    labels: dict[ClipId, list[Label]] = {}
    rows = database.execute(f"SELECT clip_id, {_LABEL_COLUMNS} FROM labels ORDER BY clip_id, id")
    sources = {source.value: source for source in Source}
    for row in rows:
        label = Label(row[1], row[2], row[3], row[4], row[5], sources[row[6]], row[7], row[8])
        labels.setdefault(row[0], []).append(label)
    return {clip_id: tuple(found) for clip_id, found in labels.items()}


def read_classes(database: sqlite3.Connection) -> tuple[LabelClass, ...]:
    """The classes in the user's order."""
    rows = database.execute("SELECT id, name, colour FROM classes ORDER BY position")
    return tuple(LabelClass(*row) for row in rows)


def read_rejections(database: sqlite3.Connection) -> dict[ClipId, frozenset[ClassId]]:
    """For each clip the classes that a person ruled out."""
    rejected: dict[ClipId, frozenset[ClassId]] = {}
    for clip_id, class_id in database.execute("SELECT clip_id, class_id FROM rejections"):
        rejected[clip_id] = rejected.get(clip_id, frozenset()) | {class_id}
    return rejected


def read_suggestions(database: sqlite3.Connection) -> dict[ClipId, Suggestion]:
    """The newest suggestion for each clip."""
    rows = database.execute("SELECT clip_id, run_id, class_id, score FROM predictions")
    return {row[0]: Suggestion(*row) for row in rows}


def read_suggestion_detail(database: sqlite3.Connection, clip_id: ClipId) -> SuggestionDetail | None:
    """One suggestion with all its scores and events."""
    row = database.execute(
        "SELECT clip_id, run_id, class_id, score, scores, events FROM predictions WHERE clip_id = ?",
        (clip_id,),
    ).fetchone()
    if row is None:
        return None
    scores = {ClassId(int(key)): float(value) for key, value in json.loads(row[4]).items()}
    return SuggestionDetail(Suggestion(*row[:4]), scores, labels_from_json(json.loads(row[5])))


def write_suggestions(database: sqlite3.Connection, details: Iterable[SuggestionDetail]) -> None:
    """Replace what is known about these clips."""
    with transaction(database):
        database.executemany(
            "INSERT OR REPLACE INTO predictions VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    detail.suggestion.clip_id,
                    detail.suggestion.run_id,
                    detail.suggestion.class_id,
                    detail.suggestion.score,
                    json.dumps({str(key): value for key, value in detail.scores.items()}),
                    json.dumps(labels_to_json(detail.events)),
                )
                for detail in details
            ),
        )


def present_paths(database: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Those of the paths that clips have which are not removed."""
    query = "SELECT 1 FROM clips WHERE path = ? AND NOT removed LIMIT 1"
    return {path for path in paths if database.execute(query, (path,)).fetchone()}


def insert_clips(database: sqlite3.Connection, clips: Sequence[Clip]) -> None:
    """Add clips that have their ids already; part of the caller's transaction."""
    database.executemany(
        "INSERT INTO clips VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_clip_row, clips)
    )


def write_change(
    database: sqlite3.Connection, change: Change, labels_before: Mapping[ClipId, Labels]
) -> None:
    """Make the tables agree with `change`; part of the caller's transaction."""
    if change.classes is not None:
        _write_classes(database, change.classes)
    database.executemany(
        "INSERT OR REPLACE INTO clips VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_clip_row, change.clips.values()),
    )
    for clip_id, after in change.labels.items():
        _write_labels(database, clip_id, labels_before.get(clip_id, ()), after)
    for clip_id, rejected in change.rejected.items():
        database.execute("DELETE FROM rejections WHERE clip_id = ?", (clip_id,))
        database.executemany(
            "INSERT INTO rejections VALUES (?, ?)", ((clip_id, class_id) for class_id in sorted(rejected))
        )


def write_journal(database: sqlite3.Connection, what: str, before: object, after: object) -> None:
    """Note an edit: what it was, what it changed, when; part of the caller's transaction."""
    database.execute(
        "INSERT INTO edits (made_at, what, before, after) VALUES (?, ?, ?, ?)",
        (now(), what, json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False)),
    )


def read_runs(database: sqlite3.Connection) -> tuple[Run, ...]:
    """Every run, oldest first."""
    rows = database.execute(
        "SELECT id, started_at, preset, settings, status, bundle, report FROM runs ORDER BY id"
    )
    return tuple(
        Run(row[0], row[1], row[2], json.loads(row[3]), RunStatus(row[4]), row[5], json.loads(row[6]))
        for row in rows
    )


def write_run(database: sqlite3.Connection, run: Run) -> None:
    """Add a run, or replace the one of its id."""
    with transaction(database):
        database.execute(
            "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " settings = excluded.settings, status = excluded.status, bundle = excluded.bundle,"
            " report = excluded.report",
            (
                run.id,
                run.started_at,
                run.preset,
                json.dumps(dict(run.settings)),
                run.status,
                run.bundle,
                json.dumps(dict(run.report)),
            ),
        )


def read_epochs(database: sqlite3.Connection, run_id: RunId) -> tuple[Epoch, ...]:
    """The epochs of one run in their order."""
    rows = database.execute(
        "SELECT number, train_loss, train_accuracy, valid_loss, valid_accuracy, learning_rate, seconds"
        " FROM epochs WHERE run_id = ? ORDER BY number",
        (run_id,),
    )
    return tuple(Epoch(*row) for row in rows)


def write_epochs(database: sqlite3.Connection, run_id: RunId, epochs: Iterable[Epoch]) -> None:
    """Add epochs to their run."""
    with transaction(database):
        database.executemany(
            "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    run_id,
                    epoch.number,
                    epoch.train_loss,
                    epoch.train_accuracy,
                    epoch.valid_loss,
                    epoch.valid_accuracy,
                    epoch.learning_rate,
                    epoch.seconds,
                )
                for epoch in epochs
            ),
        )


def labels_to_json(labels: Labels) -> list[list[object]]:
    """Labels as rows that JSON can hold."""
    return [list(_label_row(label)) for label in labels]


def labels_from_json(rows: Iterable[Sequence[Any]]) -> Labels:
    """The labels that `labels_to_json` wrote."""
    return tuple(
        Label(row[0], row[1], row[2], row[3], row[4], Source(row[5]), row[6], row[7]) for row in rows
    )


def journal_entry(before: Change, after: Change) -> tuple[object, object]:
    """What an edit took away and what it put there, without what it left alone, ready for JSON."""
    differences = {
        clip_id: label_difference(before.labels[clip_id], labels) for clip_id, labels in after.labels.items()
    }
    removed = {clip_id: labels_to_json(pair[0]) for clip_id, pair in differences.items()}
    added = {clip_id: labels_to_json(pair[1]) for clip_id, pair in differences.items()}
    return {"labels": removed, **_journal_rest(before)}, {"labels": added, **_journal_rest(after)}


def _journal_rest(change: Change) -> dict[str, object]:
    rest: dict[str, object] = {}
    if change.classes is not None:
        rest["classes"] = [[known.id, known.name, known.colour] for known in change.classes]
    if change.rejected:
        rest["rejected"] = {clip_id: sorted(classes) for clip_id, classes in change.rejected.items()}
    if change.clips:
        rest["clips"] = [_clip_row(clip) for clip in change.clips.values()]
    return rest


def _write_classes(database: sqlite3.Connection, classes: Sequence[LabelClass]) -> None:
    """Only those that are gone are deleted: for each of them every label is looked at."""
    gone = {row[0] for row in database.execute("SELECT id FROM classes")} - {known.id for known in classes}
    database.executemany("DELETE FROM classes WHERE id = ?", ((class_id,) for class_id in gone))
    database.execute("UPDATE classes SET name = char(0) || id")  # so that two classes can swap their names
    database.executemany(
        "INSERT INTO classes VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " position = excluded.position, name = excluded.name, colour = excluded.colour",
        ((known.id, place, known.name, known.colour) for place, known in enumerate(classes)),
    )


def _write_labels(database: sqlite3.Connection, clip_id: ClipId, before: Labels, after: Labels) -> None:
    removed, added = label_difference(before, after)
    for label in removed:
        database.execute(
            "DELETE FROM labels WHERE id = (SELECT min(id) FROM labels WHERE clip_id = ? AND class_id IS ?"
            " AND start_s IS ? AND end_s IS ? AND low_hz IS ? AND high_hz IS ? AND source = ?"
            " AND score IS ? AND raw = ?)",
            (clip_id, *_label_row(label)),
        )
    database.executemany(
        f"INSERT INTO labels (clip_id, {_LABEL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((clip_id, *_label_row(label)) for label in added),
    )


def _label_row(label: Label) -> Row:
    return (
        label.class_id,
        label.start_s,
        label.end_s,
        label.low_hz,
        label.high_hz,
        label.source.value,
        label.score,
        label.raw,
    )


def _clip_row(clip: Clip) -> Row:
    audio = clip.audio
    return (
        clip.id,
        clip.path,
        audio.rate_hz,
        audio.channels,
        audio.frames,
        audio.encoding,
        audio.warning,
        clip.content,
        clip.group,
        clip.fold,
        clip.target,
        int(clip.removed),
    )
