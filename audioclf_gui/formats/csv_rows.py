"""Tables of separated values, taken apart without losing a byte."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.text import Text

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; a quoted cell can make it run over several lines."""

    number: int  # of its first line, counted from 1
    text: str  # as it stands in the file, line end included
    cells: tuple[str, ...]
    fault: Text | None = None  # why its cells cannot be trusted


def rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """The rows of a table; together their texts are all of `lines`."""
    taken: list[str] = []

    def take() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    reader = csv.reader(take(), delimiter=delimiter, strict=True)
    number = 1
    while True:
        cells: list[str] = []
        fault = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = Text.plain(str(error))
        yield Row(number, "".join(taken), tuple(cells), fault)
        number += len(taken)
        taken.clear()


def delimiter_of(header: str) -> str:
    """The separator that makes the most columns of a table's first line."""
    return max(_DELIMITERS, key=lambda delimiter: len(next(csv.reader([header], delimiter=delimiter), [])))


def joined(cells: Sequence[str], delimiter: str) -> str:
    """A row without line end; cells are quoted where they need it."""
    return delimiter.join(_quoted(cell, delimiter) for cell in cells)


def _quoted(cell: str, delimiter: str) -> str:
    if cell != cell.strip() or any(character in cell for character in f'{delimiter}"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
