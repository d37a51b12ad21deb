"""The project file's tables, and how an older file becomes a current one."""

import sqlite3
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

APPLICATION_ID = 0x41434C46  # "ACLF", so that `file` and other programs can tell it from any SQLite file

_LOG_PAGES = 16_384
"""So long, 64 MiB, the write-ahead log may grow; then pages are written, and the file's seal is void."""

COMPLETE_JOURNAL = """
    UPDATE edits SET step = id, clips = CASE
        WHEN NOT json_valid(after) THEN 0
        WHEN json_type(after) = 'array' THEN json_array_length(after)
        ELSE max(
            (SELECT count(*) FROM json_each(after, '$.labels')),
            (SELECT count(*) FROM json_each(after, '$.rejected')),
            ifnull(json_array_length(after, '$.clips'), 0)
        ) END
    WHERE step IS NULL
    """
"""Gives each edit of a journal of version 0.1.0 what later ones are written with."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE clips (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        rate_hz INTEGER NOT NULL,
        channels INTEGER NOT NULL,
        frames INTEGER NOT NULL,
        encoding TEXT NOT NULL,
        warning TEXT NOT NULL,
        content TEXT NOT NULL,
        clip_group TEXT NOT NULL,
        fold TEXT NOT NULL,
        target REAL,
        removed INTEGER NOT NULL
    );
    CREATE INDEX clips_by_path ON clips (path);
    CREATE INDEX clips_by_content ON clips (content);
    CREATE TABLE classes (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL,
        name TEXT NOT NULL UNIQUE,
        colour TEXT NOT NULL
    );
    CREATE TABLE labels (
        id INTEGER PRIMARY KEY,
        clip_id INTEGER NOT NULL REFERENCES clips (id),
        class_id INTEGER REFERENCES classes (id) DEFERRABLE INITIALLY DEFERRED,
        start_s REAL,
        end_s REAL,
        low_hz REAL,
        high_hz REAL,
        source TEXT NOT NULL,
        score REAL,
        raw TEXT NOT NULL
    );
    CREATE INDEX labels_by_clip ON labels (clip_id);
    CREATE TABLE label_files (
        clip_id INTEGER NOT NULL REFERENCES clips (id),
        format TEXT NOT NULL,
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (clip_id, format)
    );
    CREATE TABLE rejections (
        clip_id INTEGER NOT NULL REFERENCES clips (id),
        class_id INTEGER NOT NULL,
        PRIMARY KEY (clip_id, class_id)
    );
    CREATE TABLE quarantine (path TEXT PRIMARY KEY, reason TEXT NOT NULL, remedy TEXT NOT NULL);
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        started_at TEXT NOT NULL,
        preset TEXT NOT NULL,
        settings TEXT NOT NULL,
        status TEXT NOT NULL,
        bundle TEXT NOT NULL,
        report TEXT NOT NULL
    );
    CREATE TABLE epochs (
        run_id INTEGER NOT NULL REFERENCES runs (id),
        number INTEGER NOT NULL,
        train_loss REAL NOT NULL,
        train_accuracy REAL NOT NULL,
        valid_loss REAL NOT NULL,
        valid_accuracy REAL NOT NULL,
        learning_rate REAL NOT NULL,
        seconds REAL NOT NULL,
        PRIMARY KEY (run_id, number)
    );
    CREATE TABLE predictions (
        clip_id INTEGER PRIMARY KEY REFERENCES clips (id),
        run_id INTEGER NOT NULL REFERENCES runs (id),
        class_id INTEGER NOT NULL,
        score REAL NOT NULL,
        scores TEXT NOT NULL,
        events TEXT NOT NULL
    );
    CREATE TABLE edits (
        id INTEGER PRIMARY KEY,
        made_at TEXT NOT NULL,
        what TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    );
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
    """
    ALTER TABLE edits ADD COLUMN clips INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edits ADD COLUMN undone_at TEXT;
    ALTER TABLE edits ADD COLUMN left_behind INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edits ADD COLUMN step INTEGER;
    CREATE INDEX edits_by_step ON edits (step, undone_at, left_behind);
    """
    + COMPLETE_JOURNAL,
    """
    ALTER TABLE label_files RENAME TO older_label_files;
    CREATE TABLE label_files (
        clip_id INTEGER NOT NULL REFERENCES clips (id),
        format TEXT NOT NULL,
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        label_column TEXT NOT NULL DEFAULT '',
        step INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (clip_id, format, step)
    );
    INSERT INTO label_files (clip_id, format, name, content)
        SELECT clip_id, format, name, content FROM older_label_files;
    DROP TABLE older_label_files;
    """,
    """
    ALTER TABLE epochs RENAME TO epochs_of_one_part;
    CREATE TABLE epochs (
        run_id INTEGER NOT NULL REFERENCES runs (id),
        number INTEGER NOT NULL,
        train_loss REAL NOT NULL,
        train_accuracy REAL NOT NULL,
        valid_loss REAL NOT NULL,
        valid_accuracy REAL NOT NULL,
        learning_rate REAL NOT NULL,
        seconds REAL NOT NULL,
        part INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (run_id, part, number)
    );
    INSERT INTO epochs SELECT *, 1 FROM epochs_of_one_part;
    DROP TABLE epochs_of_one_part;
    """,
    """
    ALTER TABLE label_files RENAME TO label_files_of_one_series;
    CREATE TABLE label_files (
        clip_id INTEGER NOT NULL REFERENCES clips (id),
        format TEXT NOT NULL,
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        label_column TEXT NOT NULL DEFAULT '',
        step INTEGER NOT NULL DEFAULT 0,
        folder TEXT NOT NULL DEFAULT '',
        series INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (clip_id, format, step, series)
    );
    INSERT INTO label_files (clip_id, format, name, content, label_column, step, series)
        SELECT clip_id, format, name, content, label_column, step,
            dense_rank() OVER (PARTITION BY clip_id ORDER BY name)
        FROM label_files_of_one_series ORDER BY step;
    DROP TABLE label_files_of_one_series;
    """,
    """
    ALTER TABLE predictions ADD COLUMN others TEXT NOT NULL DEFAULT '[]';
    """,
    """
    ALTER TABLE labels ADD COLUMN track TEXT NOT NULL DEFAULT '';
    ALTER TABLE labels ADD COLUMN note TEXT NOT NULL DEFAULT '';
    ALTER TABLE labels ADD COLUMN certainty TEXT NOT NULL DEFAULT '';
    ALTER TABLE labels ADD COLUMN extra TEXT NOT NULL DEFAULT '';
    ALTER TABLE label_files ADD COLUMN older INTEGER NOT NULL DEFAULT 1;
    """,
)


def connect(
    path: Path, *, read_only: bool, immutable: bool = False, durable: bool = True
) -> sqlite3.Connection:
    """Open the project file with the durability the project promises; edits survive a power cut.

    An `immutable` file is one that nobody can be writing to; reading it needs no rights to its folder.
    One that need not be `durable` is a file in the making, which is brought to the disk as a whole.
    """
    options = f"mode={'ro' if read_only else 'rwc'}&immutable={int(immutable)}"
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        isolation_level=None,
        timeout=10.0,
        check_same_thread=False,  # whoever opens a project may hand it over to another thread
    )
    database.execute("PRAGMA foreign_keys = ON")
    if not durable:
        database.execute("PRAGMA journal_mode = MEMORY")
        database.execute("PRAGMA synchronous = OFF")
    elif not read_only:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    return database


def connect_in_memory() -> sqlite3.Connection:
    """An empty project that is in no file."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA foreign_keys = ON")
    migrate(database, Path("a project in memory"))
    return database


def count_opening(database: sqlite3.Connection) -> None:
    """Put the first page into the write-ahead log, with its change counter raised.

    So the counter goes on in the file as soon as any page of the log is written to it.
    """
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def migrate(database: sqlite3.Connection, path: Path) -> None:
    """Bring an older or empty file to the current tables, each step in one transaction.

    Raises
    ------
    UserError
        If the file is another program's, or was written by a newer version of this one.
    """
    version = check_version(database, path)
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        database.executescript(
            f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number};"
            f" PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
        )


def check_version(database: sqlite3.Connection, path: Path) -> int:
    """The file's version; refuses files of other programs and of newer versions."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION_ID:
        raise UserError(
            Text("{name} is not an audioclf project", name=path.name),
            remedy=Text("Choose a project folder, or a file ending in .audioclf that this program made."),
        )
    refuse_newer(path, version)
    return int(version)


def refuse_newer(path: Path, version: int) -> None:
    """UserError for a file that this version does not know yet."""
    if version > len(MIGRATIONS):
        raise UserError(
            Text("{name} was made by a newer version of audioclf-gui", name=path.name),
            remedy=Text("Update audioclf-gui, then open the project again."),
        )
