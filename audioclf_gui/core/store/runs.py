"""Training runs and their epochs: rows of the project file to values and back."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple

from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus


def read_runs(connection: sqlite3.Connection) -> tuple[Run, ...]:
    """Every run, oldest first."""
    rows = connection.execute(
        "SELECT id, started_at, preset, settings, status, bundle, report FROM runs ORDER BY id"
    )
    return tuple(
        Run(row[0], row[1], row[2], json.loads(row[3]), RunStatus(row[4]), row[5], json.loads(row[6]))
        for row in rows
    )


def write_run(connection: sqlite3.Connection, run: Run) -> None:
    """Add a run, or replace the one of its id; part of the caller's transaction."""
    connection.execute(
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


def delete_run(connection: sqlite3.Connection, run_id: RunId) -> None:
    """Forget a run with its epochs and suggestions; part of the caller's transaction."""
    for table, column in (("predictions", "run_id"), ("epochs", "run_id"), ("runs", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (run_id,))


def read_epochs(connection: sqlite3.Connection, run_id: RunId) -> tuple[Epoch, ...]:
    """The epochs of one run in their order, one part after the other.

    Project files call what was measured accuracy, since at first there was nothing else.
    """
    rows = connection.execute(
        "SELECT number, train_loss, train_accuracy, valid_loss, valid_accuracy, learning_rate, seconds, part"
        " FROM epochs WHERE run_id = ? ORDER BY part, number",
        (run_id,),
    )
    return tuple(Epoch(*row) for row in rows)


def write_epochs(connection: sqlite3.Connection, run_id: RunId, epochs: Iterable[Epoch]) -> None:
    """Add epochs to their run; part of the caller's transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((run_id, *astuple(epoch)) for epoch in epochs),
    )
