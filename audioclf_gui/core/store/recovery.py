"""Opening a project file that may be damaged, and the snapshots that make mending it easier."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from audioclf_gui.core.errors import FREE_DISK, UserError
from audioclf_gui.core.store import schema
from audioclf_gui.core.text import Text

_SNAPSHOTS = "snapshots"
_SNAPSHOTS_KEPT = 10


def open_read_only(file: Path) -> sqlite3.Connection:
    """Open without changing anything; a damaged file is refused, since mending it would be a change."""
    try:
        try:
            return _reading(file)
        except sqlite3.OperationalError:  # SQLite writes beside the file, even to read from it
            if file.with_name(f"{file.name}-wal").exists():
                raise
            return _reading(file, immutable=True)
    except sqlite3.DatabaseError as error:
        raise UserError(
            Text("{name} cannot be opened for reading: {reason}", name=file.name, reason=str(error)),
            remedy=Text("Copy the project to a folder that you may write to and open it there."),
        ) from error


def _reading(file: Path, *, immutable: bool = False) -> sqlite3.Connection:
    database = schema.connect(file, read_only=True, immutable=immutable)
    try:
        version = schema.check_version(database, file)
    except BaseException:
        database.close()
        raise
    if version == len(schema.MIGRATIONS):
        return database
    database.close()
    raise UserError(
        Text(
            "{name} was made by an older version and is open elsewhere or may not be written", name=file.name
        ),
        remedy=Text("Close the other window, or copy the project to a folder that you may write to."),
    )


def open_or_recover(file: Path) -> tuple[sqlite3.Connection, tuple[Text, ...]]:
    """Open for writing; a damaged file is put aside and replaced by what can still be read.

    Returns
    -------
    connection, notes
        The notes say in words what was put aside; none if the file was sound.
    """
    database = None
    try:
        database = schema.connect(file, read_only=False)
        if 0 < schema.check_version(database, file) < len(schema.MIGRATIONS):
            take_snapshot(file, f"before version {len(schema.MIGRATIONS)}")
        schema.migrate(database, file)
        (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if verdict == "ok":
            return database, ()
    except sqlite3.OperationalError as error:
        if database is not None:
            database.close()
        raise UserError(
            Text("{name} cannot be opened: {reason}", name=file.name, reason=str(error)),
            remedy=Text("Check that the disk is not full and that you may write to the folder."),
        ) from error
    except sqlite3.DatabaseError:
        pass  # what is damaged is found out and told below
    except BaseException:
        if database is not None:
            database.close()
        raise
    if database is not None:
        database.close()
    return _recover(file)


def take_snapshot(file: Path, reason: str) -> Path:
    """Copy the project file into `snapshots/`, named by time and reason; keeps the newest ten.

    It reads through a connection of its own, so any thread may do it while the project is open.

    Raises
    ------
    UserError
        If the disk refuses it; no half copy is left then.
    """
    folder = file.parent / _SNAPSHOTS
    words = re.sub(r"\W+", "-", reason).strip("-")[:60]
    path = folder / f"{datetime.now():%Y%m%d-%H%M%S-%f}-{words}{file.suffix}"
    part = folder / f".{path.name}.part"
    try:
        folder.mkdir(exist_ok=True)
        try:
            with closing(schema.connect(file, read_only=True)) as database:
                database.execute("VACUUM INTO ?", (str(part),))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (sqlite3.OperationalError, OSError) as error:
        raise UserError(
            Text("the project could not be copied before this step: {reason}", reason=str(error)),
            remedy=FREE_DISK,
        ) from error
    for old in sorted(folder.glob(f"*{file.suffix}"))[:-_SNAPSHOTS_KEPT]:
        old.unlink()
    return path


def _recover(file: Path) -> tuple[sqlite3.Connection, tuple[Text, ...]]:
    aside = file.with_name(f"{file.name}.damaged-{datetime.now():%Y%m%d-%H%M%S-%f}")
    mended = file.with_name(f".{file.name}.mended")
    mended.unlink(missing_ok=True)
    salvaged = _salvage(file, mended)
    snapshots = sorted((file.parent / _SNAPSHOTS).glob(f"*{file.suffix}"), reverse=True)
    newest = next((one for one in snapshots if _rows(one)), None)
    snapshot_rows = 0 if newest is None else _rows(newest)
    if salvaged == 0 and snapshot_rows == 0:
        mended.unlink(missing_ok=True)
        raise UserError(
            Text("{name} is damaged beyond reading and has no snapshot", name=file.name),
            remedy=Text("Put back a copy from a backup; the file was left as it is."),
        )
    for suffix in ("", "-wal", "-shm"):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    if newest is not None and snapshot_rows > salvaged:
        mended.unlink(missing_ok=True)
        mended.write_bytes(newest.read_bytes())
        source = Text("the snapshot {name}", name=newest.name)
    else:
        source = Text(
            "{n} entry that could still be read", "{n} entries that could still be read", n=salvaged
        )
    mended.replace(file)
    database = schema.connect(file, read_only=False)
    schema.migrate(database, file)
    note = Text(
        "{name} was damaged. It was put aside as {aside}, and the project restored from {source}.",
        name=file.name,
        aside=aside.name,
        source=source,
    )
    return database, (note,)


def _salvage(damaged: Path, mended: Path) -> int:
    """Copy every readable row that still fits together into a new file; how many there are."""
    with closing(schema.connect(mended, read_only=False)) as target:
        schema.migrate(target, mended)
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN")
        try:
            with closing(schema.connect(damaged, read_only=True)) as source:
                for table in _tables(target):
                    for columns, row in _readable_rows(source, table):
                        marks = ", ".join("?" * len(row))
                        target.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)
        except sqlite3.DatabaseError:
            return 0
        for table, column, parent in _references(target):
            target.execute(
                f"DELETE FROM {table} WHERE {column} IS NOT NULL"
                f" AND {column} NOT IN (SELECT id FROM {parent})"
            )
        target.execute(schema.COMPLETE_JOURNAL)
        target.execute("COMMIT")
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target.execute("PRAGMA journal_mode = DELETE")
    return _rows(mended)


def _readable_rows(source: sqlite3.Connection, table: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Rows with the names of their columns: from the front up to the first damage, then from the back."""
    for order in ("ASC", "DESC"):
        try:
            rows = source.execute(f"SELECT * FROM {table} ORDER BY rowid {order}")
            columns = ", ".join(name for name, *_ in rows.description)
            for row in rows:
                yield columns, row
        except sqlite3.DatabaseError:
            continue
        return


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in rows]


def _references(database: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return [
        (table, row[3], row[2])
        for table in _tables(database)
        for row in database.execute(f"PRAGMA foreign_key_list({table})")
    ]


def _rows(file: Path) -> int:
    try:
        with closing(schema.connect(file, read_only=True)) as database:
            return sum(
                int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in _tables(database)
            )
    except sqlite3.DatabaseError:
        return 0
