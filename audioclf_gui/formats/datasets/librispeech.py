"""LibriSpeech and LibriTTS: folders of readers, and a table that says who reads."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below, visible_folders
from audioclf_gui.formats.text import FileText

_TABLE = "speakers.txt"
_COLUMNS = 5  # the name, the last of them, may hold further bars


class _Speaker(NamedTuple):
    sex: str
    subset: str


def speakers_file(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The table of readers in `root` or in a folder of it, however its name is written."""
    for place in (root, *visible_folders(root)):
        try:
            tables = [file for file in in_order(place.iterdir()) if file.name.lower() == _TABLE]
        except OSError:
            continue
        if tables:
            return tables[0]
    return None


@layout(
    "librispeech",
    Text("LibriSpeech: readers"),
    speakers_file,
    lambda folder: Text("{folder} looks like LibriSpeech: it has the same table of speakers", folder=folder),
)
def librispeech(root: Path, files: Sequence[Path]) -> Listing:
    """Sex of the reader as the table writes it (F or M), the reader as the group, the subset as the fold.

    A file of which the table does not know the reader is unlabelled.

    Raises
    ------
    UserError
        If neither `root` nor a folder in it has the table SPEAKERS.TXT.
    """
    table = speakers_file(root)
    if table is None:
        raise UserError(
            Text("{name} holds no SPEAKERS.TXT", name=root.name),
            remedy=Text("Choose the folder LibriSpeech that holds SPEAKERS.TXT and the subsets."),
        )
    readers = _readers(table)
    candidates = []
    for file in in_order(files):
        if parts_below(root, file):
            reader_id = re.split(r"[-_]", file.name, maxsplit=1)[0]
            reader = readers.get(reader_id, _Speaker("", ""))
            group = reader_id if reader.sex or reader_id.isdecimal() else ""
            candidates.append(Candidate(file, reader.sex, group, reader.subset))
    unknown = [one.path for one in candidates if not one.class_name]
    if not unknown:
        return Listing(tuple(candidates), (), (table,))
    note = Text(
        "{n} file is of no reader that {table} knows, so it has no class: {first}",
        "{n} files are of no reader that {table} knows, so they have no class: {first} for one",
        n=len(unknown),
        table=table.name,
        first=unknown[0].name,
    )
    return Listing(tuple(candidates), (note,), (table,))


def _readers(table: Path) -> dict[str, _Speaker]:
    """The readers by number; lines that start with a semicolon are comments."""
    readers = {}
    for line in FileText.decode(table.read_bytes()).lines:
        cells = [cell.strip() for cell in line.split("|", maxsplit=_COLUMNS - 1)]
        if len(cells) >= _COLUMNS - 1 and not line.startswith(";"):
            readers[cells[0]] = _Speaker(cells[1], cells[2])
    return readers
