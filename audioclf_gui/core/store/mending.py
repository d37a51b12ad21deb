"""Putting a project file together again: from a snapshot, the journal since, and the rows that can be read.

Whatever the tables of clips and labels have lost, the journal may know still: it says of every edit what it
put there. So the state of a snapshot, or of an empty project, is brought forward edit by edit as far as the
journal goes. Only where it is damaged, too, are rows taken one by one.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.history import Move
from audioclf_gui.core.label import distinct_colour
from audioclf_gui.core.store import journal, schema
from audioclf_gui.core.store.catalogue import read_view
from audioclf_gui.core.store.classes import read_names_so_far
from audioclf_gui.core.store.editing import write_move
from audioclf_gui.core.store.pages import Record
from audioclf_gui.core.store.rows import LABEL_COLUMNS
from audioclf_gui.core.store.salvage import Salvaged
from audioclf_gui.core.store.soundness import shapes

_CATALOGUE = ("clips", "classes", "labels", "rejections")
_BESIDE = ("settings", "runs", "epochs", "predictions", "label_files", "quarantine")
COUNTED = ("clips", "labels", "classes")
"""The tables of which it is told how much there is now."""
_BROKEN = (UserError, sqlite3.DatabaseError, LookupError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged file.

    Attributes
    ----------
    counts : dict
        For each table of `COUNTED` how many rows it has now.
    missing : dict
        For each table that has lost rows how many; None where nobody knows.
    older : tuple of str
        The tables whose lost rows are as the snapshot had them.
    has_base : bool
        Whether there was a snapshot to start from.
    may_be_back : bool
        Whether labels may be among them that had been deleted or changed.
    """

    counts: dict[str, int]
    missing: dict[str, int | None]
    older: tuple[str, ...]
    has_base: bool
    may_be_back: bool


def mend(mended: Path, salvaged: Salvaged, folder: Path) -> Mended:
    """Bring `mended`, a copy of a snapshot or an empty project, as near to the damaged file as it can be.

    Parameters
    ----------
    folder
        That of the project.

    Raises
    ------
    sqlite3.OperationalError
        If the disk refuses it.
    """
    has_base = mended.exists()
    database = schema.connect(mended, read_only=False, durable=False)
    try:
        schema.migrate(database, mended)
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("BEGIN")
        for table in _BESIDE:
            _put(database, table, salvaged)
        is_exact = salvaged.whole.issuperset(_CATALOGUE)
        if is_exact:
            for table in (*_CATALOGUE, "edits"):
                _put(database, table, salvaged)
        else:
            is_exact = _replay(database, salvaged, folder)
            if not is_exact:
                _add_rows(database, salvaged)
        database.execute(schema.COMPLETE_JOURNAL)
        _name_classes(database)
        _drop_what_hangs(database)
        outcome = _outcome(database, salvaged, is_exact=is_exact, has_base=has_base)
        database.execute("COMMIT")
    finally:
        database.close()
    return outcome


def _put(database: sqlite3.Connection, table: str, salvaged: Salvaged) -> None:
    """Make a table that of the damaged file; what that has lost is left as it is."""
    if table in salvaged.whole:
        database.execute(f"DELETE FROM {table}")
    _insert(database, table, salvaged.rows[table])


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Record]) -> None:
    columns = shapes()[table].columns
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _replay(database: sqlite3.Connection, salvaged: Salvaged, folder: Path) -> bool:
    """Go on from the journal that is there to that of the damaged file; whether its very end was reached."""
    before = _standing(database)
    _put(database, "edits", salvaged)
    database.execute(schema.COMPLETE_JOURNAL)
    ids = [number for (number,) in database.execute("SELECT id FROM edits ORDER BY id")]
    first_lost = next((place for place, number in enumerate(ids, start=1) if place != number), len(ids) + 1)
    is_end_known = "edits" in salvaged.whole or salvaged.expected.get("edits") == len(ids)
    now = _standing(database)
    wanted = [step for step in now if step < first_lost]
    back = [step for step in reversed(before) if step not in now]
    forth = [step for step in wanted if step not in before]
    done = _go(database, folder, back, forth)
    _insert(database, "edits", salvaged.rows["edits"])  # with the moments at which they were undone
    return is_end_known and first_lost > len(ids) and done == len(back) + len(forth)


def _standing(database: sqlite3.Connection) -> list[int]:
    query = "SELECT DISTINCT step FROM edits WHERE undone_at IS NULL ORDER BY step"
    return [step for (step,) in database.execute(query)]


def _go(database: sqlite3.Connection, folder: Path, back: Sequence[int], forth: Sequence[int]) -> int:
    """Undo, then redo steps until one cannot be; how many that were."""
    done = 0
    try:
        view = result_of(read_view(database, folder))
        for step, undone in (*((step, True) for step in back), *((step, False) for step in forth)):
            edit = journal.read_edit(database, step)
            database.execute("SAVEPOINT step")
            try:
                with on_failure(partial(database.execute, "ROLLBACK TO step")):
                    view = write_move(database, view, Move((edit,), undone=undone)).view
            finally:
                database.execute("RELEASE step")
            done += 1
    except sqlite3.OperationalError:
        raise
    except _BROKEN:
        pass  # from here on the journal does not belong to these clips, or is damaged
    return done


def _add_rows(database: sqlite3.Connection, salvaged: Salvaged) -> None:
    """Take rows of the damaged file, and for each clip the fuller set of labels."""
    _insert(database, "clips", salvaged.rows["clips"])
    _insert(database, "classes", _renamed(database, salvaged.rows["classes"]))
    _put(database, "rejections", salvaged)
    rows = salvaged.rows["labels"]
    if "labels" in salvaged.whole:
        database.execute("DELETE FROM labels")
        _insert(database, "labels", rows)
        return
    here = dict(database.execute("SELECT clip_id, count(*) FROM labels GROUP BY clip_id").fetchall())
    there = Counter(row[1] for row in rows)
    fuller = {clip_id for clip_id, count in there.items() if count > here.get(clip_id, 0)}
    database.executemany("DELETE FROM labels WHERE clip_id = ?", ((clip_id,) for clip_id in fuller))
    database.executemany(
        f"INSERT INTO labels (clip_id, {', '.join(LABEL_COLUMNS)}) VALUES (?{', ?' * len(LABEL_COLUMNS)})",
        (row[1:] for row in rows if row[1] in fuller),
    )


def _renamed(database: sqlite3.Connection, rows: Iterable[Record]) -> Iterator[Record]:
    """Classes, so that none has the name of another that is there."""
    taken = {name: number for number, name in database.execute("SELECT id, name FROM classes")}
    for number, position, name, colour in rows:
        while taken.get(name, number) != number:
            name = f"{name} (2)"  # noqa: PLW2901 - the row is made anew
        yield number, position, name, colour


def _name_classes(database: sqlite3.Connection) -> None:
    """Give classes that only labels speak of any more the name that is noted of them."""
    lost = database.execute(
        "SELECT DISTINCT class_id FROM labels WHERE class_id NOT IN (SELECT id FROM classes)"
    ).fetchall()
    names = _noted_names(database) if lost else {}
    rows: list[Record] = []
    for (number,) in lost:
        (count,) = database.execute("SELECT count(*) FROM classes").fetchone()
        place = count + len(rows)
        rows.append((number, place, names.get(number, f"class {number}"), distinct_colour(place)))
    _insert(database, "classes", list(_renamed(database, rows)))


def _noted_names(database: sqlite3.Connection) -> dict[int, str]:
    try:
        names: dict[int, str] = dict(read_names_so_far(database))
    except (ValueError, TypeError):
        names = {}
    for (after,) in database.execute("SELECT after FROM edits ORDER BY id"):
        side = json.loads(after)
        classes: Collection[Sequence[object]] = side.get("classes", ()) if isinstance(side, dict) else ()
        names.update((int(str(row[0])), str(row[1])) for row in classes)
    return names


def _drop_what_hangs(database: sqlite3.Connection) -> None:
    """Delete rows whose clip or run is lost."""
    for table in shapes():
        for _, _, parent, column, *_ in database.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            database.execute(
                f"DELETE FROM {table} WHERE {column} IS NOT NULL"
                f" AND {column} NOT IN (SELECT id FROM {parent})"
            )


def _outcome(database: sqlite3.Connection, salvaged: Salvaged, *, is_exact: bool, has_base: bool) -> Mended:
    missing: dict[str, int | None] = {}
    older = []
    counts = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in shapes()}
    for table, count in counts.items():
        is_whole = table in salvaged.whole
        wanted = len(salvaged.rows[table]) if is_whole else salvaged.expected.get(table)
        if is_exact and table in _CATALOGUE:
            continue
        if wanted is None or count < wanted:
            missing[table] = None if wanted is None else wanted - count
        elif not is_whole and len(salvaged.rows[table]) < wanted:
            older.append(table)
    is_partly_read = not is_exact and "labels" not in salvaged.whole and bool(salvaged.rows["labels"])
    may_be_back = is_partly_read and (has_base or not salvaged.is_free_known)
    now = {table: counts[table] for table in COUNTED}
    return Mended(now, missing, tuple(older), has_base, may_be_back)
