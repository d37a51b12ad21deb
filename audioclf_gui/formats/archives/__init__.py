"""Archives: what is in them, and how it is let out without harm."""

from audioclf_gui.formats.archives.kinds import (
    PACK_LIST,
    archive_stem,
    begins_as_web_page,
    damaged,
    is_called_archive,
    is_called_unreadable_archive,
    is_packed_project,
    opened_zip,
)
from audioclf_gui.formats.archives.letting_out import (
    BLOCK_BYTES,
    PackedFile,
    check_room,
    let_out,
    measured,
    new_digest,
    way_out,
)
from audioclf_gui.formats.archives.reading import Contents, files_of, look_into

__all__ = [
    "BLOCK_BYTES",
    "PACK_LIST",
    "Contents",
    "PackedFile",
    "archive_stem",
    "begins_as_web_page",
    "check_room",
    "damaged",
    "files_of",
    "is_called_archive",
    "is_called_unreadable_archive",
    "is_packed_project",
    "let_out",
    "look_into",
    "measured",
    "new_digest",
    "opened_zip",
    "way_out",
]
