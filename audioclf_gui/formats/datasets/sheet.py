"""Tables as spreadsheet and database programs write them: column names, then a row for each thing."""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Self

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.csv_rows import (
    Row,
    column_names,
    heading,
    row_name_notes,
    rows,
    start_of,
    unquoted_rows,
)
from audioclf_gui.formats.datasets.json_rows import json_rows
from audioclf_gui.formats.text import FileText, encoding_note
from audioclf_gui.formats.workbook import WorkbookError, is_workbook

_HEAD_BYTES = 2**16
_HEAD_ROWS = 50
_AS_TEXT = re.compile(r'^="([^"]*)"$')
_UNSEEN = " \t\r\n\xa0\u200b\u200e\u200f\u202a\u202c\ufeff"  # direction marks come with copied paths


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; it has a cell for each column."""

    number: int  # of its first line in the file, counted from 1
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's columns and its rows, and what had to be guessed to read it."""

    file: Path
    columns: tuple[str, ...]  # no two alike
    rows: tuple[SheetRow, ...]
    is_headless: bool = False  # its columns are called by their numbers, from 1
    notes: tuple[Text, ...] = ()

    def place(self, name: str) -> int:
        """Which column has that name, however it is capitalised.

        Raises
        ------
        UserError
            If there is no such column; the message names those that exist.
        """
        if name in self.columns:
            return self.columns.index(name)
        alike = [place for place, known in enumerate(self.columns) if twin_key(known) == twin_key(name)]
        if len(alike) == 1:
            return alike[0]
        raise UserError(
            Text(
                "{file} has no column “{name}”: its first line tells of a recording already",
                file=self.file.name,
                name=name,
            )
            if self.is_headless
            else Text("{file} has no column “{name}”", file=self.file.name, name=name),
            remedy=Text("Choose one of its columns: {columns}.", columns=joined(self.columns)),
        )

    def column(self, name: str) -> list[str]:
        """The cells of one column, without what cannot be seen around them; UserError as `place`.

        A formula that is only a text (`="007"`), by which it keeps its zeros, is that text.
        """
        place = self.place(name)
        cells = (row.cells[place].replace("\0", "").strip(_UNSEEN) for row in self.rows)
        return [_AS_TEXT.sub(r"\1", cell) if cell.startswith("=") else cell for cell in cells]

    def sample(self, count: int) -> Self:
        """The same table with at most `count` of its rows, evenly spread."""
        if len(self.rows) <= count:
            return self
        step = len(self.rows) / count
        return replace(self, rows=tuple(self.rows[int(place * step)] for place in range(count)))

    def has(self, names: Iterable[str]) -> bool:
        """Whether it has all these columns, however they are capitalised."""
        return set(map(twin_key, names)) <= set(map(twin_key, self.columns))


def read_sheet(file: Path, *, has_quotes: bool = True) -> Sheet:
    """Read a table, also one of JSON objects (`json_rows`); empty rows are left out, short ones filled up.

    A first line `sep=;` names the separator; remarks after a `#` may come before the columns. Where the
    first row tells of a recording instead of naming columns, these are called 1, 2, 3 and so on. Of columns
    with one name the first keeps it. A row with more cells than there are columns is left out: some quote
    is missing in it, and nobody knows where.

    Parameters
    ----------
    has_quotes
        Whether a quote around a cell is none of its letters.

    Raises
    ------
    UserError
        If it cannot be opened, is empty, a workbook, or has a quote that is never closed.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserError(
            Text("{name} cannot be read: {problem}", name=file.name, problem=error.strerror or str(error)),
            remedy=Text("Choose the table of the data set."),
        ) from error
    if is_workbook(content):
        raise WorkbookError(file)
    lines = FileText.decode(content).lines
    found = json_rows(lines) or list(_filled(lines, rows if has_quotes else unquoted_rows))
    for row in found:
        if row.fault:
            raise UserError(
                Text("{name}, line {line:d}: {fault}", name=file.name, line=row.number, fault=row.fault),
                remedy=Text(
                    "Correct the quotes in that line, or save the table again from a spreadsheet program."
                ),
            )
    if not found:
        raise UserError(
            Text("{name} is empty", name=file.name),
            remedy=Text("Choose a table whose first line names its columns."),
        )
    sheet = _sheet(file, found)
    return replace(sheet, notes=(*encoding_note(content), *sheet.notes))


def read_header(file: Path) -> Sheet | None:
    """The columns of a table with its first rows; None if they cannot be read."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD_BYTES)
    except OSError:
        return None
    if len(head) == _HEAD_BYTES and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: head.rfind(b"\n") + 1]
    if is_workbook(head):
        return None
    lines = FileText.decode(head).lines
    first = json_rows(lines, is_beginning=len(head) == _HEAD_BYTES) or list(
        islice(_filled(lines, rows), _HEAD_ROWS)
    )
    return _sheet(file, first) if first and not first[0].fault else None


def _filled(
    lines: Sequence[str], taken_apart: Callable[[Sequence[str], str], Iterator[Row]]
) -> Iterator[Row]:
    """The rows that are not empty, without what comes before the names of the columns."""
    start, delimiter = start_of(lines)
    for row in taken_apart(lines[start:], delimiter):
        if row.fault or any(cell.strip() for cell in row.cells):
            yield replace(row, number=row.number + start)


def _sheet(file: Path, found: Sequence[Row]) -> Sheet:
    header = tuple(map(heading, column_names(found)))
    is_headless = _tells_of_a_recording(found[:2])
    body = found if is_headless else found[1:]
    numbers = tuple(str(place) for place in range(1, len(header) + 1))
    columns = numbers if is_headless else _told_apart(header)
    notes = [Text("{file}: {note}", file=file.name, note=note) for note in row_name_notes(found)]
    notes += _column_notes(file, header, is_headless=is_headless)
    wide = [row for row in body if any(cell.strip() for cell in row.cells[len(columns) :])]
    left_out = {row.number for row in wide}
    if wide:
        notes.append(
            Text(
                "{n} row of {file} has more cells than there are columns and is left out (line {line:d})",
                "{n} rows of {file} have more cells than there are columns and are left out"
                " (the first is in line {line:d})",
                n=len(wide),
                file=file.name,
                line=wide[0].number,
            )
        )
    padding = ("",) * len(columns)
    filled = (
        SheetRow(row.number, (*row.cells, *padding)[: len(columns)])
        for row in body
        if row.number not in left_out
    )
    return Sheet(file, columns, tuple(filled), is_headless, tuple(notes))


def _tells_of_a_recording(first: Sequence[Row]) -> bool:
    """Whether rows, of which the first should name columns, have a recording in the same column each."""
    return any(all(map(is_recording, cells)) for cells in zip(*(row.cells for row in first), strict=False))


def _told_apart(header: Sequence[str]) -> tuple[str, ...]:
    """The columns' names; a column without one, or with one that is taken, gets its number, too."""
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        names.append(f"{cell} ({number})".strip() if not cell or cell in names else cell)
    return tuple(names)


def _column_notes(file: Path, header: Sequence[str], *, is_headless: bool) -> Iterator[Text]:
    if is_headless:
        yield Text(
            "the first line of {file} tells of a recording, so its columns are called by their numbers",
            file=file.name,
        )
        return
    for name, times in Counter(header).items():
        if name and times > 1:
            yield Text(
                "{file} has {n} column “{name}”",
                "{file} has {n} columns “{name}”; the first of them is meant by it",
                n=times,
                file=file.name,
                name=name,
            )
