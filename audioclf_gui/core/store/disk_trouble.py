"""What a disk refuses, in words that say more than SQLite's."""

import sqlite3

from audioclf_gui.core.text import Text


def reason_of(error: OSError | sqlite3.Error) -> Text:
    """Why a disk did not do what was asked; what SQLite calls an I/O error has more than one cause.

    It reports so, too, a disk that has no room for the file of its shared memory
    (https://www.sqlite.org/rescode.html#ioerr_shmsize).
    """
    if isinstance(error, OSError):
        return Text.plain(error.strerror or str(error))
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return Text("the disk is full")
        case sqlite3.SQLITE_IOERR:
            return Text("the disk is full, fails or is not there any more ({problem})", problem=str(error))
        case _:
            return Text.plain(str(error))
