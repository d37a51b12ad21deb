"""What a model takes the clips for: rows of the project file to values and back."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import NO_CLASS, Suggestion, SuggestionDetail
from audioclf_gui.core.store.rows import labels_from_json, labels_to_json

_COLUMNS = "clip_id, run_id, class_id, score, others"


def read_suggestions(connection: sqlite3.Connection) -> dict[ClipId, Suggestion]:
    """The newest suggestion for each clip that has one as a whole."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM predictions WHERE class_id <> ?", (NO_CLASS,))
    return {row[0]: _suggestion(row) for row in rows}


def read_suggestion_detail(connection: sqlite3.Connection, clip_id: ClipId) -> SuggestionDetail | None:
    """One suggestion with all its scores and events."""
    row = connection.execute(
        f"SELECT {_COLUMNS}, scores, events FROM predictions WHERE clip_id = ?",
        (clip_id,),
    ).fetchone()
    if row is None:
        return None
    scores = {ClassId(int(key)): float(value) for key, value in json.loads(row[5]).items()}
    return SuggestionDetail(_suggestion(row), scores, labels_from_json(json.loads(row[6])))


def delete_suggestions(connection: sqlite3.Connection, clip_ids: Iterable[ClipId]) -> None:
    """Forget what was suggested for these clips; part of the caller's transaction."""
    connection.executemany("DELETE FROM predictions WHERE clip_id = ?", ((one,) for one in clip_ids))


def write_suggestions(connection: sqlite3.Connection, details: Iterable[SuggestionDetail]) -> None:
    """Replace what is known about these clips; part of the caller's transaction."""
    connection.executemany(
        f"INSERT OR REPLACE INTO predictions ({_COLUMNS}, scores, events) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                detail.suggestion.clip_id,
                detail.suggestion.run_id,
                detail.suggestion.class_id,
                detail.suggestion.score,
                json.dumps(detail.suggestion.others),
                json.dumps({str(key): value for key, value in detail.scores.items()}),
                json.dumps(labels_to_json(detail.events)),
            )
            for detail in details
        ),
    )


def _suggestion(row: Sequence[Any]) -> Suggestion:
    return Suggestion(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])) if row[4] != "[]" else ())
