"""Opening project files: for writing, or for reading where somebody else writes or nobody may."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from audioclf_gui.core.closing import on_failure
from audioclf_gui.core.content import flush_file
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.store import notes, schema
from audioclf_gui.core.store.database import Database, open_read_only
from audioclf_gui.core.store.disk_trouble import reason_of
from audioclf_gui.core.store.lock import WriterLock
from audioclf_gui.core.store.recovery import FullDiskError, check_for_reading, open_or_recover
from audioclf_gui.core.text import Text


def open_database(file: Path) -> Database:
    """Open the file for writing, or for reading if somebody else writes, nobody may, or the disk is full.

    Raises
    ------
    UserError
        If it is no project, or so damaged that nothing can be restored.
    """
    if not (os.access(file.parent, os.W_OK) and os.access(file, os.W_OK)):
        return _open_protected(file, notes.protected(file.name))
    lock = WriterLock(file)
    if not lock.acquire():
        return Database(file, open_read_only(file), None)
    try:
        with on_failure(lock.withdraw):
            connection, said = open_or_recover(file)
    except FullDiskError:
        return _open_protected(file, notes.full_disk(file.name), is_full=True)
    database = Database(file, connection, lock)
    database.notes = said
    return database


def _open_protected(file: Path, why: Text, *, is_full: bool = False) -> Database:
    """The file for reading only, as nobody may write now."""
    check_for_reading(file)
    database = Database(file, open_read_only(file), None, is_protected=True, is_full=is_full)
    database.notes = (why,)
    return database


def create_database(file: Path, content: sqlite3.Connection | None = None) -> None:
    """Write a project file, empty or with `content`; at any moment it is there as a whole, or not at all.

    Raises
    ------
    UserError
        If the disk refuses it.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        database = schema.connect(part, read_only=False, durable=False)
        try:
            if content is None:
                schema.migrate(database, part)
            else:
                content.backup(database)
        finally:
            database.close()
        flush_file(part)
        part.replace(file)
    except (OSError, sqlite3.OperationalError) as error:
        raise UserError(
            Text("no project can be made in {folder}: {reason}", folder=file.parent, reason=reason_of(error)),
            remedy=Text("Choose a folder that you may write to, with room on its disk."),
        ) from error
    finally:
        with suppress(OSError):  # a read-only disk, which has told so already
            part.unlink(missing_ok=True)
