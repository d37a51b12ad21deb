"""The classes of a project file, and what they were called and merged into."""

import sqlite3
from collections.abc import Mapping, Sequence

from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.store.settings import read_setting, write_setting
from audioclf_gui.core.view import ClassNames

# Settings that are kept with the project, so that its tables stay those of earlier versions:
_LAST_CLASS_ID = "last class id"
_MERGED = "merged classes"  # for each class, by its id as a text, those that were merged into it
_NAMES_SO_FAR = "names of classes so far"


def read_classes(connection: sqlite3.Connection) -> tuple[LabelClass, ...]:
    """The classes in the user's order."""
    kept = _noted(connection, _MERGED)
    merged = kept if isinstance(kept, Mapping) else {}
    rows = connection.execute("SELECT id, name, colour FROM classes ORDER BY position")
    return tuple(
        LabelClass(class_id, name, colour, tuple(merged.get(str(class_id), ())))
        for class_id, name, colour in rows
    )


def read_last_class_id(connection: sqlite3.Connection) -> ClassId:
    """The highest id that any class has had; what version 0.1.0 did not note is told by what speaks of it."""
    (number,) = connection.execute(
        "SELECT max(ifnull((SELECT value + 0 FROM settings WHERE name = ?), 0),"
        " ifnull((SELECT max(class_id) FROM rejections), 0),"
        " ifnull((SELECT max(class_id) FROM predictions), 0))",
        (_LAST_CLASS_ID,),
    ).fetchone()
    return ClassId(number)


def read_names_so_far(connection: sqlite3.Connection) -> ClassNames:
    """What classes are and were called, as far back as it was noted."""
    kept = _noted(connection, _NAMES_SO_FAR)
    noted = {(ClassId(int(number)), str(name)) for number, name in kept} if isinstance(kept, list) else set()
    return frozenset(noted | set(connection.execute("SELECT id, name FROM classes").fetchall()))


def write_classes(connection: sqlite3.Connection, classes: Sequence[LabelClass]) -> None:
    """Make the tables agree; part of the caller's transaction.

    Only those that are gone are deleted: for each of them every label is looked at.
    """
    names = read_names_so_far(connection) | {(known.id, known.name) for known in classes}
    merged = {str(known.id): known.merged for known in classes if known.merged}
    gone = {row[0] for row in connection.execute("SELECT id FROM classes")} - {known.id for known in classes}
    connection.executemany("DELETE FROM classes WHERE id = ?", ((class_id,) for class_id in gone))
    connection.execute("UPDATE classes SET name = char(0) || id")  # so that two classes can swap their names
    connection.executemany(
        "INSERT INTO classes VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " position = excluded.position, name = excluded.name, colour = excluded.colour",
        ((known.id, place, known.name, known.colour) for place, known in enumerate(classes)),
    )
    connection.execute(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        " WHERE excluded.value + 0 > value + 0",
        (_LAST_CLASS_ID, str(max((known.id for known in classes), default=0))),
    )
    write_setting(connection, _MERGED, merged)
    write_setting(connection, _NAMES_SO_FAR, sorted(names))


def _noted(connection: sqlite3.Connection, name: str) -> object:
    """A setting; None also where the file was damaged there, since classes are more than their past."""
    try:
        return read_setting(connection, name)
    except ValueError:
        return None
