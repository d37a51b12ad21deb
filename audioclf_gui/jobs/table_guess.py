"""Which tables beside recordings say what is in these, and how much they say."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import names_meant
from audioclf_gui.formats.datasets import Columns, Sheet, likely_columns, read_header, read_sheet

_BEGINNINGS = ("start", "begin", "onset")  # of columns that tell of stretches


@dataclass(frozen=True, slots=True)
class NamingTable:
    """A table that names recordings."""

    file: Path
    columns: Columns  # the likely ones
    named: int = 0  # how many recordings that are there it names
    classes: int = 0  # how many it tells apart

    @property
    def tells_classes(self) -> bool:
        """Whether it is surely about classes, several of them, by the names of its columns."""
        return self.columns.are_called_classes and self.classes > 1


def naming_tables(files: Iterable[Path], heard: AbstractSet[str]) -> list[NamingTable]:
    """Those of the files that describe whole recordings, the most telling first.

    Parameters
    ----------
    heard
        The recordings that are there, as `recording_names.name_key` compares them; a table that names none
        of them is none, if there are any.
    """
    found = [one for file in files if (one := _naming_table(file, heard))]
    return sorted(found, key=lambda one: (one.tells_classes, one.named), reverse=True)


def _naming_table(file: Path, heard: AbstractSet[str]) -> NamingTable | None:
    head = read_header(file)
    if head is None or not likely_columns(head, heard).path:
        return None
    try:
        sheet = read_sheet(file)
    except UserError:
        return None
    columns = likely_columns(sheet, heard)
    cells = sheet.column(columns.path)
    if len(set(cells)) < len(cells) and any(one.lower().startswith(_BEGINNINGS) for one in sheet.columns):
        return None  # it tells of stretches, several in a recording
    named = {name.key for cell in set(cells) for name in names_meant(cell)} & heard
    return None if heard and not named else NamingTable(file, columns, len(named), _classes(sheet, columns))


def _classes(sheet: Sheet, columns: Columns) -> int:
    if columns.classes or not columns.label:
        return len(columns.classes)
    return len(set(sheet.column(columns.label)) - {""})


def other_tables(tables: Sequence[NamingTable]) -> list[str]:
    """The names of those behind the first that are about classes, too."""
    return [one.file.name for one in tables[1:] if one.columns.are_called_classes]
