"""Which tables beside recordings say what is in these, and how much they say."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import names_meant
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import Columns, Sheet, likely_columns, read_header, read_sheet
from audioclf_gui.formats.datasets.parts_beside import part_of_list
from audioclf_gui.formats.labels.selection_columns import is_selection_table
from audioclf_gui.formats.workbook import WorkbookError

_OF_STRETCHES = re.compile(r"start|begin|onset|(?:t|x|time)[ _]?min", re.IGNORECASE)
"""What columns are called that tell where in a recording something begins."""


@dataclass(frozen=True, slots=True)
class NamingTable:
    """A table that names recordings."""

    file: Path
    columns: Columns  # the likely ones
    named: int = 0  # how many recordings that are there it names
    classes: int = 0  # how many it tells apart
    stretches: str = ""  # the column that tells where something begins, though each recording has one row

    @property
    def tells_classes(self) -> bool:
        """Whether it is surely about classes, several of them, by the names of its columns."""
        return self.columns.are_called_classes and self.classes > 1


def naming_tables(
    files: Iterable[Path], heard: AbstractSet[str]
) -> tuple[list[NamingTable], dict[Path, Text]]:
    """Those of the files that describe whole recordings, the most telling first.

    Parameters
    ----------
    heard
        The recordings that are there, as `recording_names.name_key` compares them; if there are none, any
        may be described.

    Returns
    -------
    tables, reasons
        Why each other table that is about recordings is not among them.
    """
    found = {file: one for file in files if (one := _naming_table(file, heard)) is not None}
    tables = [one for one in found.values() if isinstance(one, NamingTable)]
    tables.sort(key=lambda one: (one.tells_classes, one.named), reverse=True)
    return tables, {file: one for file, one in found.items() if isinstance(one, Text)}


def _naming_table(file: Path, heard: AbstractSet[str]) -> NamingTable | Text | None:
    """What a table says about recordings, or why not; None for one that is about something else."""
    head = read_header(file)
    if head is None:
        return _as_workbook(file)
    if not likely_columns(head, heard).path:
        return None
    try:
        sheet = read_sheet(file)
    except UserError as error:
        return error.message
    columns = likely_columns(sheet, heard)
    cells = sheet.column(columns.path)
    named = {name.key for cell in set(cells) for name in names_meant(cell)} & heard
    stretches = next(filter(_OF_STRETCHES.match, sheet.columns), "")
    if heard and not named:
        return _about_others(sheet, columns) if columns.are_called_classes else None
    if stretches and (len(set(cells)) < len(cells) or is_selection_table(sheet.columns)):
        return Text(
            "{table} tells where in recordings something is: it holds labels, which come in after the"
            " recordings",
            table=file.name,
        )
    return NamingTable(file, columns, len(named), _classes(sheet, columns), stretches)


def _as_workbook(file: Path) -> Text | None:
    """What to say of a table that is none, if that is since it is a workbook."""
    try:
        read_sheet(file)
    except WorkbookError as error:
        return error.message
    except UserError:
        pass
    return None


def _about_others(sheet: Sheet, columns: Columns) -> Text | None:
    example = next(filter(None, sheet.column(columns.path)), "")
    told = Text(
        "{table} names none of the recordings here: it calls one {name}", table=sheet.file.name, name=example
    )
    return told if example else None


def _classes(sheet: Sheet, columns: Columns) -> int:
    if columns.classes or not columns.label:
        return len(columns.classes)
    return len(set(sheet.column(columns.label)) - {""})


def other_tables(tables: Sequence[NamingTable]) -> list[str]:
    """The names of those behind the first that are about classes or a part of a split, too."""
    others = (one for one in tables[1:] if one.columns.are_called_classes or part_of_list(one.file))
    return [one.file.name for one in others]
