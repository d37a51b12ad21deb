"""Copies of the project file in `snapshots/`, which make mending easier: taking them, and which are kept."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from audioclf_gui.core.content import flush_file
from audioclf_gui.core.errors import FREE_DISK, UserError
from audioclf_gui.core.store import schema
from audioclf_gui.core.store.disk_trouble import reason_of
from audioclf_gui.core.store.seal import put_seal, read_seal
from audioclf_gui.core.store.soundness import is_sound
from audioclf_gui.core.text import Text

SNAPSHOTS = "snapshots"
MANY_EDITS = 100
"""After so many a copy is due even if one was taken today."""

_NEWEST_KEPT = 10
_DAYS_KEPT = 14
_BYTES_KEPT = 2**30
_NAME = re.compile(r"(\d{8})-(\d{6})-\d{6}-")


def snapshots(file: Path) -> list[Path]:
    """The snapshots of a project file, the newest first."""
    found = (file.parent / SNAPSHOTS).glob("*")
    suffix = file.suffix.lower()
    return sorted(
        (path for path in found if _NAME.match(path.name) and path.suffix.lower() == suffix), reverse=True
    )


def taken_at(snapshot: Path) -> datetime:
    """When it was taken, in local time, to the second; its name tells."""
    return datetime.strptime(snapshot.name[:15], "%Y%m%d-%H%M%S")


def take_snapshot(file: Path, reason: str) -> Path:
    """Copy the project file into `snapshots/`, named by time and reason; drops those that are too many.

    It reads through a connection of its own, so any thread may do it while the project is open.

    Raises
    ------
    UserError
        If the disk refuses it, or the file turns out to be damaged; no half copy is left then.
    """
    folder = file.parent / SNAPSHOTS
    words = re.sub(r"\W+", "-", reason).strip("-")[:60]
    path = folder / f"{datetime.now():%Y%m%d-%H%M%S-%f}-{words}{file.suffix}"
    part = folder / f".{path.name}.part"
    try:
        folder.mkdir(exist_ok=True)
        try:
            write_copy(file, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(
            Text("the project could not be copied: {folder} is not a folder", folder=folder),
            remedy=Text("Move or rename what is called so, then do it again."),
        ) from error
    except OSError as error:
        raise _not_copied(error) from error
    for old in superfluous(snapshots(file)):
        old.unlink(missing_ok=True)
    return path


def write_copy(file: Path, path: Path) -> None:
    """Copy a project file that may be open to a place where there is none.

    Raises
    ------
    UserError
        If the disk refuses it, or the file turns out to be damaged.
    """
    try:
        with closing(schema.connect(file, read_only=True)) as database:
            database.execute("VACUUM INTO ?", (str(path),))
        put_seal(path)
        flush_file(path)
    except (sqlite3.OperationalError, OSError) as error:
        raise _not_copied(error) from error
    except sqlite3.DatabaseError as error:
        raise UserError(
            Text("{name} has been damaged since it was opened: {reason}", name=file.name, reason=str(error)),
            remedy=Text("Close the project and open it again: then it is mended as far as that is possible."),
        ) from error


def _not_copied(error: OSError | sqlite3.Error) -> UserError:
    return UserError(
        Text("the project could not be copied: {reason}", reason=reason_of(error)), remedy=FREE_DISK
    )


def take_due_snapshot(file: Path, reason: str) -> Path | None:
    """Copy the project file if there are edits that no copy of today has, or very many; else None.

    UserError as `take_snapshot`.
    """
    newest = next(iter(snapshots(file)), None)
    is_of_today = newest is not None and taken_at(newest).date() == datetime.now().date()
    with closing(schema.connect(file, read_only=True)) as database:
        edits = _edits_since(database, newest)
    return take_snapshot(file, reason) if edits >= (MANY_EDITS if is_of_today else 1) else None


def superfluous(newest_first: Iterable[Path]) -> Iterator[Path]:
    """Snapshots that need not be kept: older than the newest ten and not the last of one of the last days.

    The newest one, which was just taken from a project that can be read, always stays; the others go once
    all of them together are larger than a gigabyte.
    """
    days: list[str] = []
    size = 0
    for place, path in enumerate(newest_first):
        day = path.name[:8]
        is_last_of_day = day not in days
        if is_last_of_day:
            days.append(day)
        size += path.stat().st_size
        is_wanted = place < _NEWEST_KEPT or (is_last_of_day and len(days) <= _DAYS_KEPT)
        if place and (not is_wanted or size > _BYTES_KEPT):
            size -= path.stat().st_size
            yield path


def is_good(snapshot: Path) -> bool:
    """Whether it is as it was when it was taken, as far as that can be told."""
    try:
        content = snapshot.read_bytes()
        seal = read_seal(content)
        if seal is not None and not seal.is_void(content):
            return not seal.damaged(content)
        with closing(schema.connect(snapshot, read_only=True, immutable=True)) as database:
            version = schema.check_version(database, snapshot)
            return version > 0 and is_sound(database, version)
    except (OSError, sqlite3.Error, UserError):
        return False


def _edits_since(database: sqlite3.Connection, snapshot: Path | None) -> int:
    """How many edits were made or undone after a snapshot was taken, or ever."""
    taken = 0.0 if snapshot is None else snapshot.stat().st_mtime
    moment = datetime.fromtimestamp(taken, UTC).isoformat(timespec="milliseconds")
    query = "SELECT count(*) FROM edits WHERE made_at > ? OR undone_at > ?"
    return int(database.execute(query, (moment, moment)).fetchone()[0])
