"""UrbanSound8K: a table of slices and ten folders of audio."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import Places
from audioclf_gui.formats.datasets.table import find_table, read_sheet

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
    places = Places([top / "audio", top])
    return Listing(
        tuple(
            Candidate(places.find(f"fold{fold}/{name}"), category, group, fold)
            for name, category, group, fold in zip(
                sheet.column("slice_file_name"),
                sheet.column("class"),
                sheet.column("fsID"),
                sheet.column("fold"),
                strict=True,
            )
            if name
        )
    )


def urbansound8k_table(root: Path) -> Path | None:
    """The table of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)
