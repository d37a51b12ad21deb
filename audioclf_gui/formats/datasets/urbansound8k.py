"""UrbanSound8K: a table of slices and ten folders of audio."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.columns import Columns, names_told
from audioclf_gui.formats.datasets.finding import Places
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.sheet import read_sheet
from audioclf_gui.formats.datasets.table import described, find_table

_COLUMNS = ("slice_file_name", "fsID", "fold", "class")
_PLACES = ("metadata/*.[cC][sS][vV]", "*.[cC][sS][vV]", "*/metadata/*.[cC][sS][vV]")


def urbansound8k(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the table names them
    """Class, given fold and source recording of each slice.

    Raises
    ------
    UserError
        If `root` holds no table with these columns.
    """
    file = urbansound8k_table(root)
    if file is None:
        raise UserError(
            Text(
                "{name} holds no table with the columns {columns}",
                name=root.name,
                columns=", ".join(_COLUMNS),
            ),
            remedy=Text("Choose the folder that holds metadata/UrbanSound8K.csv."),
        )
    sheet = read_sheet(file)
    top = file.parent.parent if file.parent.name == "metadata" else file.parent
    rows = zip(sheet.column("slice_file_name"), names_told(sheet.column("fold")), strict=True)
    cells = [f"fold{fold}/{name}" if name else "" for name, fold in rows]
    named = Places([top / "audio", top], [top]).find(cells)
    return described(sheet, Columns("slice_file_name", "class", "fsID", "fold"), named)


def urbansound8k_table(root: Path) -> Path | None:
    """The table of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)
