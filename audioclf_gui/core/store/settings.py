"""Settings that are kept with a project."""

import json
import sqlite3


def read_setting(connection: sqlite3.Connection, name: str) -> object:
    """A setting kept with the project; None if it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return None if row is None else json.loads(row[0])


def write_setting(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Keep a setting, any JSON value; part of the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))
