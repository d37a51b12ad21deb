"""The tracks of a project file."""

import sqlite3
from collections.abc import Iterable

from audioclf_gui.core.store.rows import track_from_row, track_row
from audioclf_gui.core.store.settings import read_setting, write_setting
from audioclf_gui.core.track import Track

_TRACKS = "tracks"  # the setting that lists them in the user's order


def read_tracks(connection: sqlite3.Connection) -> tuple[Track, ...]:
    """The tracks that were made so far; none where the file is older than tracks, or damaged there.

    Labels name their track, so that nothing but order and looks is lost with the list.
    """
    try:
        kept = read_setting(connection, _TRACKS)
        return tuple(map(track_from_row, kept)) if isinstance(kept, list) else ()
    except (ValueError, TypeError):
        return ()


def write_tracks(connection: sqlite3.Connection, tracks: Iterable[Track]) -> None:
    """Keep the list of tracks; part of the caller's transaction."""
    write_setting(connection, _TRACKS, list(map(track_row, tracks)))
