"""Whether what stands in a project file is what this program writes there."""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.store import journal, schema
from audioclf_gui.core.store.classes import read_classes, read_last_class_id, read_names_so_far
from audioclf_gui.core.store.rows import audio_facts, label_from_row, labels_from_json

Row: TypeAlias = Sequence[Any]

_STORED: Mapping[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "REAL": (float, int),  # SQLite keeps 2.0 as 2
    "TEXT": (str,),
    "BLOB": (bytes,),
}
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_NONSENSE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row of a table looks like.

    Attributes
    ----------
    columns : tuple of str
    types : tuple of tuple of type
        For each column what may stand there.
    defaults : tuple
        What stands in columns that came with a later version.
    rowid_column : int or None
        The column that is the rowid itself.
    """

    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    defaults: tuple[object, ...]
    rowid_column: int | None

    def fits(self, row: Row) -> bool:
        """Whether each value is of its column's kind."""
        return len(row) == len(self.types) and all(map(_is_of_kind, row, self.types))

    def completed(self, rowid: int, row: Row) -> tuple[object, ...] | None:
        """A stored record as a row; None if it cannot be one of this table."""
        if self.rowid_column is not None:
            if len(row) <= self.rowid_column or row[self.rowid_column] is not None:
                return None
            row = (*row[: self.rowid_column], rowid, *row[self.rowid_column + 1 :])
        whole = (*row, *self.defaults[len(row) :])
        return whole if self.fits(whole) else None


def _is_of_kind(value: object, kinds: tuple[type, ...]) -> bool:
    return type(value) in kinds


@cache
def shapes(version: int = len(schema.MIGRATIONS)) -> Mapping[str, Shape]:
    """The tables of that version, in an order in which no row refers to a later one."""
    with closing(sqlite3.connect(":memory:")) as database:
        for script in schema.MIGRATIONS[:version]:
            database.executescript(script)
        names = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
        return {name: _shape(database, name) for (name,) in names.fetchall()}


def _shape(database: sqlite3.Connection, table: str) -> Shape:
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [place for place, column in enumerate(columns) if column[5]]
    is_rowid = len(keys) == 1 and columns[keys[0]][2] == "INTEGER"
    return Shape(
        tuple(name for _, name, *_ in columns),
        tuple(
            _STORED[kind] if needed or key else (*_STORED[kind], type(None))
            for _, _, kind, needed, _, key in columns
        ),
        tuple(
            None if default is None else database.execute(f"SELECT {default}").fetchone()[0]
            for *_, default, _ in columns
        ),
        keys[0] if is_rowid else None,
    )


def is_sound(database: sqlite3.Connection, version: int) -> bool:
    """Whether every row can be read, makes sense and has what it refers to.

    Nothing but the file's seal can tell whether a text is still the one that was written.

    Raises
    ------
    sqlite3.OperationalError
        If the disk cannot be read, or another program holds the file.
    """
    try:
        if database.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            return False
        if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return False
        for table, shape in shapes(version).items():
            columns = ", ".join(shape.columns)
            for row in database.execute(f"SELECT {columns} FROM {table}"):
                if not (shape.fits(row) and makes_sense(table, row)):
                    return False
        return _is_readable(database)
    except sqlite3.OperationalError as error:
        if is_of_the_disk(error):
            raise
        return False
    except sqlite3.DatabaseError:
        return False


def _is_readable(database: sqlite3.Connection) -> bool:
    try:
        read_classes(database), read_last_class_id(database), read_names_so_far(database)
    except _NONSENSE:
        return False
    return True


def is_of_the_disk(error: sqlite3.OperationalError) -> bool:
    """Whether it is not the content's fault; a text that is no UTF-8 is an error without a code."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF != sqlite3.SQLITE_ERROR


def makes_sense(table: str, row: Row) -> bool:
    """Whether values of the right kind are also such as the program writes."""
    read = _READERS.get(table)
    if read is None:
        return True
    try:
        read(row)
    except _NONSENSE:
        return False
    return True


def _read_class(row: Row) -> None:
    if not row[2].strip() or not _COLOUR.fullmatch(row[3]):
        raise ValueError("no class is called or painted so")


def _read_run(row: Row) -> None:
    RunStatus(row[4])
    for content in (row[3], row[6]):
        dict(json.loads(content).items())


def _read_prediction(row: Row) -> None:
    {int(key): float(value) for key, value in json.loads(row[4]).items()}
    labels_from_json(json.loads(row[5]))
    if any(type(one) is not int for one in json.loads(row[6] if len(row) > 6 else "[]")):
        raise ValueError("a class has no number")


def _read_edit(row: Row) -> None:
    for side in row[3:5]:
        journal.parts_from_json(side)


_audio_facts = lru_cache(maxsize=1024)(audio_facts)


_READERS: Mapping[str, Callable[[Row], object]] = {
    "clips": lambda row: _audio_facts(tuple(row[2:7])),
    "classes": _read_class,
    "labels": lambda row: label_from_row(row[2:]),
    "runs": _read_run,
    "predictions": _read_prediction,
    "edits": _read_edit,
    "settings": lambda row: json.loads(row[1]),
}
