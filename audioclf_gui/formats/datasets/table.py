"""Tables that name files and say something about each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import delimiter_of, rows
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import Places, composed
from audioclf_gui.formats.text import FileText, finite


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's columns and its rows; every row has a cell for each column."""

    file: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """The cells of one column, without spaces around them, accents composed.

        Raises
        ------
        UserError
            If there is no such column; the message names those that exist.
        """
        if name not in self.columns:
            raise UserError(
                Text("{file} has no column “{name}”", file=self.file.name, name=name),
                remedy=Text("Choose one of its columns: {columns}.", columns=", ".join(self.columns)),
            )
        place = self.columns.index(name)
        return [composed(row[place].strip()) for row in self.rows]


def table(
    file: Path,
    path_column: str,
    label_column: str | None = None,
    group_column: str | None = None,
    fold_column: str | None = None,
    target_column: str | None = None,
    root: Path | None = None,
) -> Listing:
    """A candidate for each row of a table with chosen columns, in the table's order.

    Parameters
    ----------
    file
        Separated by commas, semicolons, tabs or bars; its first line names the columns.
    path_column
        Where the audio lies, relative to `root`, to the table's folder or to its `audio` folder.
        Files that are not there become candidates too, so that they are reported as missing.
    target_column
        Numbers for regression; cells that are no number give None.

    Raises
    ------
    UserError
        If the table cannot be read, lacks a column, or has no number in its target column.
    """
    sheet = read_sheet(file)
    paths = sheet.column(path_column)
    empty = [""] * len(paths)
    labels, groups, folds = (
        sheet.column(name) if name else empty for name in (label_column, group_column, fold_column)
    )
    targets = _targets(sheet, target_column) if target_column else [None] * len(paths)
    places = Places([*([root] if root else []), file.parent, file.parent / "audio"])
    found = (
        Candidate(places.find(path), label, group, fold, target)
        for path, label, group, fold, target in zip(paths, labels, groups, folds, targets, strict=True)
        if path
    )
    return Listing(tuple(dict.fromkeys(found)))


def table_columns(file: Path) -> tuple[str, ...]:
    """The names of a table's columns."""
    return read_sheet(file).columns


def read_sheet(file: Path) -> Sheet:
    """Read a table; empty rows are left out, short ones filled up.

    Raises
    ------
    UserError
        If it cannot be opened, is empty, or has a quote that is never closed.
    """
    try:
        lines = FileText.decode(file.read_bytes()).lines
    except OSError as error:
        raise UserError(
            Text("{name} cannot be read: {problem}", name=file.name, problem=error.strerror or str(error)),
            remedy=Text("Choose the table of the data set."),
        ) from error
    header = next((line for line in lines if line.strip()), "")
    found = [row for row in rows(lines, delimiter_of(header)) if row.text.strip()]
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
    columns = tuple(cell.strip() for cell in found[0].cells)
    padding = ("",) * len(columns)
    return Sheet(file, columns, tuple((*row.cells, *padding)[: len(columns)] for row in found[1:]))


def find_table(root: Path, patterns: Sequence[str], columns: Iterable[str]) -> Path | None:
    """The first file below `root` that matches one of the glob `patterns` and has all `columns`."""
    wanted = set(columns)
    for pattern in patterns:
        for file in sorted(root.glob(pattern)):
            if not file.name.startswith(".") and wanted <= _header(file):
                return file
    return None


def _header(file: Path) -> set[str]:
    try:
        with file.open("rb") as opened:
            lines = FileText.decode(opened.readline(2**16)).lines
    except OSError:
        return set()
    found = next(rows(lines, delimiter_of(lines[0])), None) if lines else None
    return {cell.strip() for cell in found.cells} if found else set()


def _targets(sheet: Sheet, column: str) -> list[float | None]:
    cells = sheet.column(column)
    targets = [finite(cell) for cell in cells]
    if any(cells) and all(target is None for target in targets):
        raise UserError(
            Text("the column “{name}” of {file} holds no numbers", name=column, file=sheet.file.name),
            remedy=Text("Choose a column of numbers as the target, or choose it as the label."),
        )
    return targets
