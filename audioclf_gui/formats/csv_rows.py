"""Tables of separated values, taken apart without losing a byte."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.spelling import is_missing, tidied
from audioclf_gui.core.text import Text
from audioclf_gui.formats.text import end_of, number

LONGEST_CELL = 2**17
"""More characters in one cell are no cell, but the rest of a table behind a quote that nobody closed."""

_DELIMITERS = ",;\t|"
_HINT = "sep="  # begins a first line that tells spreadsheet programs the separator
_REMARK = "#"
_UNCLOSED = Text("a quote is opened here and not closed")
_MISPLACED = Text("after a closing quote the cell goes on")
_TOO_LONG = Text("a cell has over {n} characters", n=LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; a quoted cell can make it run over several lines."""

    number: int  # of its first line, counted from 1
    text: str  # as it stands in the file, line end included
    cells: tuple[str, ...]
    fault: Text | None = None  # why its cells cannot be trusted


def rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """The rows of a table; together their texts are all of `lines`.

    A row that cannot be read ends with its first line, so that a quote that is opened and never closed
    costs that row and no other. A quote counts as not closed, too, if it swallows what has as many cells
    as the first row of the table: a whole line, or the first and the last of its lines each.
    """
    place = width = 0
    while place < len(lines):
        row, taken = _row(lines, place, delimiter)
        if taken > 1 and _swallows(lines[place : place + taken], delimiter, width):
            row, taken = Row(row.number, lines[place], (), _UNCLOSED), 1
        width = width or len(row.cells)
        yield row
        place += taken


def unquoted_rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """The rows of a table in which a quote is a letter like any other, as between tabs."""
    for place, line in enumerate(lines, start=1):
        bare = line.removesuffix(end_of(line))
        yield Row(place, line, tuple(bare.split(delimiter)) if bare else ())


def _row(lines: Sequence[str], place: int, delimiter: str) -> tuple[Row, int]:
    """The row that begins with a line, and how many lines it has."""
    first = lines[place]
    if '"' not in first:
        bare = first.removesuffix(end_of(first))
        cells = bare.split(delimiter) if bare else []
        too_long = any(len(cell) > LONGEST_CELL for cell in cells)
        return Row(place + 1, first, () if too_long else tuple(cells), _TOO_LONG if too_long else None), 1
    has_blanks = re.search(rf'{re.escape(delimiter)} +"', first) is not None  # as AudioSet has before quotes
    for skips in (True, False) if has_blanks else (False,):
        rest = (lines[number] for number in range(place, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True, skipinitialspace=skips)
        try:
            cells = next(reader)
        except csv.Error as error:
            fault = _UNCLOSED if _is_unclosed(error) else _MISPLACED
        else:
            text = "".join(lines[place : place + reader.line_num])
            return Row(place + 1, text, tuple(cells)), reader.line_num
    return Row(place + 1, first, (), fault), 1


def _is_unclosed(error: csv.Error) -> bool:
    return "unexpected end" in str(error) or "field limit" in str(error)


def _swallows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether rows of a table that wide lie inside the quotes of what was read as one."""
    first, *inside, last = (width > 1 and line.count(delimiter) == width - 1 for line in lines)
    return any(inside) or (first and last)


def delimiter_of(header: str) -> str:
    """The separator that makes the most columns of a table's first line."""
    return max(_DELIMITERS, key=lambda delimiter: len(next(rows([header], delimiter)).cells) if header else 0)


def start_of(lines: Sequence[str]) -> tuple[int, str]:
    """Which line names the columns of a table, counted from 0, and what stands between them.

    Empty lines, a line `sep=;` and remarks after a `#` may come before it. The last of the lines with a `#`
    is no remark if a row comes next, one that holds a number or tells of a recording.
    """
    start = _next_filled(lines, 0)
    hint = lines[start].strip("\r\n ") if start < len(lines) else ""
    is_hint = hint.lower().startswith(_HINT) and len(hint) == len(_HINT) + 1
    start = last = _next_filled(lines, start + is_hint)
    while start < len(lines) and _is_remark(lines[start]):
        last, start = start, _next_filled(lines, start + 1)
    if start == len(lines) or (last != start and _is_row(lines[start])):
        start = last
    if is_hint or start == len(lines):
        return start, hint[-1:] or _DELIMITERS[0]
    return start, delimiter_of(lines[start])


def _next_filled(lines: Sequence[str], start: int) -> int:
    return next((place for place in range(start, len(lines)) if lines[place].strip()), len(lines))


def _is_remark(line: str) -> bool:
    """Whether a line is one behind a `#`, and not the row of a recording that is called `#1.wav`."""
    is_name = not line[1:2].isspace() and _is_row(line, numbers=False)
    return line.startswith(_REMARK) and not is_name


def _is_row(line: str, *, numbers: bool = True) -> bool:
    cells = next(rows([line], delimiter_of(line))).cells
    return any(is_recording(cell.strip()) or (numbers and number(cell) is not None) for cell in cells)


def column_names(table: Sequence[Row]) -> tuple[str, ...]:
    """What the first row of a table calls its columns; one without a name has an empty one.

    R gives the column of its row names none, not even an empty cell, so that each row has one cell more
    than the first: those are numbers then, no two alike. Commas at the ends of rows make no such table.
    """
    if not table:
        return ()
    names = table[0].cells
    body = [row.cells for row in table[1:] if any(map(str.strip, row.cells))]
    told = [number for cells in body if (number := cells[0].strip(' "'))]
    is_by_r = (
        bool(told)
        and all(len(cells) == len(names) + 1 for cells in body)
        and all(map(str.isdecimal, told))
        and len(set(told)) == len(told)
        and any(cells[-1].strip() for cells in body)
        and (all(cells[-1].strip() for cells in body) or told == [str(at + 1) for at in range(len(told))])
    )
    return ("", *names) if is_by_r else names


def widened(header: str, width: int, delimiter: str, names: Sequence[str]) -> str:
    """The first line of a table of that width with columns added, and a cell for that of the row names."""
    end = end_of(header)
    named = next(rows([header], delimiter)).cells
    return delimiter.join((*[""] * (width - len(named)), header.removesuffix(end), *names)) + end


def row_name_notes(table: Sequence[Row]) -> tuple[Text, ...]:
    """What to say where `column_names` took a column for the names of the rows."""
    if not table or len(column_names(table)) == len(table[0].cells):
        return ()
    return (Text("its rows have one cell more than its first line: the first is taken for the row's number"),)


def doubled_notes(header: Sequence[str], read: Iterable[int]) -> Iterator[Text]:
    """What to say of columns that are read, given their places, and of which another has the same name."""
    names = [heading(cell).casefold() for cell in header]
    for place in sorted(set(read)):
        if (n := names.count(names[place])) > 1 and names[place]:
            name = heading(header[place])
            yield Text("it has {n} columns “{column}”; the first of them is read", n=n, column=name)


def no_number_notes(column: str, cells: Iterable[str]) -> Iterator[Text]:
    """What to say of these cells of a column of numbers, which hold none; nothing if they hold nothing."""
    wordy = [cell.strip() for cell in cells if not is_missing(cell)]
    if wordy:
        yield Text(
            "{n} cell in its column “{column}” is no number and is left out: “{cell}”",
            "{n} cells in its column “{column}” are no numbers and are left out: “{cell}” for one",
            n=len(wordy),
            column=heading(column),
            cell=wordy[0],
        )


def heading(cell: str) -> str:
    """What a cell calls its column, without the `#` that some programs put before the first one."""
    name = tidied(cell)
    return name.lstrip(f"{_REMARK} ") or name


def joined(cells: Sequence[str], delimiter: str) -> str:
    """A row without line end; cells are quoted where they need it."""
    return delimiter.join(_quoted(cell, delimiter) for cell in cells)


def _quoted(cell: str, delimiter: str) -> str:
    if cell != cell.strip() or any(character in cell for character in f'{delimiter}"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
