"""A disk that refuses says why, in words that say what may be done."""

import errno
import sqlite3

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.store.database import transaction
from audioclf_gui.core.store.disk_trouble import reason_of


def test_a_database_with_no_room_left_says_that_the_disk_is_full(tmp_path):
    folder = tmp_path / "birds"
    Project.create(folder).close()
    connection = sqlite3.connect(folder / "birds.audioclf", isolation_level=None)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as refusal, transaction(connection):
        connection.execute("CREATE TABLE wide AS SELECT zeroblob(1000000)")
    connection.close()
    assert "the disk is full" in str(refusal.value)


def test_an_input_or_output_error_names_what_it_may_be():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    said = str(reason_of(error))
    assert "full" in said
    assert "not there any more" in said
    assert "disk I/O error" in said


def test_what_the_system_says_stays_as_it_is():
    assert str(reason_of(OSError(errno.EROFS, "Read-only file system"))) == "Read-only file system"
    assert str(reason_of(sqlite3.OperationalError("database is locked"))) == "database is locked"
