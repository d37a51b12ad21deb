"""ESC-50 and its parts: a table of file, fold and category beside a folder of audio."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.datasets.columns import Columns
from audioclf_gui.formats.datasets.finding import Places
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.sheet import Sheet, read_sheet
from audioclf_gui.formats.datasets.table import described, find_table

_COLUMNS = ("filename", "fold", "target", "category")
_PLACES = (
    "meta/esc50.csv",
    "meta/*.[cC][sS][vV]",
    "*.[cC][sS][vV]",
    "*/meta/*.[cC][sS][vV]",
    "*/*.[cC][sS][vV]",
    "*/*/meta/*.[cC][sS][vV]",
)


def esc50_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The table of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)


@layout(
    "esc50",
    Text("ESC-50 or a table like it"),
    esc50_table,
    lambda folder: Text("{folder} looks like ESC-50: it has a table with the same columns", folder=folder),
)
def esc50(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the table names them
    """Category, given fold and source recording of each clip in the table, whatever the table is called.

    Raises
    ------
    UserError
        If no table with these columns lies in `root`, in its `meta` folder or a folder or two deeper.
    """
    return _listed(_sheet(root, _COLUMNS))


@layout(
    "esc10",
    Text("ESC-10, the part of ESC-50 that its table marks"),
    lambda _root, _files: None,  # whoever wants the whole of it gets that
    lambda folder: Text("{folder} looks like ESC-50", folder=folder),
    fits=lambda root, _files: find_table(root, _PLACES, (*_COLUMNS, "esc10")),
)
def esc10(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the table names them
    """The clips of ESC-50 that its table marks as those of ESC-10; the rest stays out, which is told.

    Raises
    ------
    UserError
        If there is no such table, see `esc50`, or it has no column for that.
    """
    sheet = _sheet(root, (*_COLUMNS, "esc10"))
    marked = [cell.strip().lower() in {"true", "1"} for cell in sheet.column("esc10")]
    rows = tuple(row for row, is_in in zip(sheet.rows, marked, strict=True) if is_in)
    note = Text(
        "{n} recording is in ESC-10, of the {total} in {table}",
        "{n} recordings are in ESC-10, of the {total} in {table}",
        n=len(rows),
        total=len(marked),
        table=sheet.file.name,
    )
    return _listed(replace(sheet, rows=rows, notes=(*sheet.notes, note)))


def _sheet(root: Path, columns: Sequence[str]) -> Sheet:
    """The table with these columns."""
    file = find_table(root, _PLACES, columns)
    if file is None:
        raise UserError(
            Text(
                "{name} holds no table with the columns {columns}",
                name=root.name,
                columns=joined(columns),
            ),
            remedy=Text(
                "Choose the folder that holds meta/esc50.csv, or import the table with chosen columns."
            ),
        )
    return read_sheet(file)


def _listed(sheet: Sheet) -> Listing:
    file = sheet.file
    top = file.parent.parent if file.parent.name == "meta" else file.parent
    named = Places([top / "audio", top], [top]).find(sheet.column("filename"))
    group = "src_file" if sheet.has(["src_file"]) else ""
    return described(sheet, Columns("filename", "category", group, "fold"), named)
