"""UrbanSound8K: a table of slices and ten folders of audio."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.datasets.cells import names_told
from audioclf_gui.formats.datasets.columns import Columns
from audioclf_gui.formats.datasets.finding import Places
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import visible_folders
from audioclf_gui.formats.datasets.sheet import read_sheet
from audioclf_gui.formats.datasets.table import described, find_table

_COLUMNS = ("slice_file_name", "fsID", "fold", "class")
_PLACES = (
    "metadata/*.[cC][sS][vV]",
    "*.[cC][sS][vV]",
    "*/metadata/*.[cC][sS][vV]",
    "*/*.[cC][sS][vV]",
    "*/*/metadata/*.[cC][sS][vV]",
)


def urbansound8k_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The table of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)


@layout(
    "urbansound8k",
    Text("UrbanSound8K"),
    urbansound8k_table,
    lambda folder: Text(
        "{folder} looks like UrbanSound8K: it has a table with the same columns", folder=folder
    ),
)
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
                columns=joined(_COLUMNS),
            ),
            remedy=Text("Choose the folder that holds metadata/UrbanSound8K.csv."),
        )
    sheet = read_sheet(file)
    top = file.parent.parent if file.parent.name == "metadata" else file.parent
    folds = names_told(sheet.column("fold"))
    numbers = {fold: _number(fold) for fold in folds}
    folders = {fold_of_folder(path.name): path.name for path in _folders(top)}
    rows = zip(sheet.column("slice_file_name"), (numbers[fold] for fold in folds), strict=True)
    cells = [
        f"{folders.get(number, f'fold{number}')}/{name}" if name and folders.keys() - {""} else name
        for name, number in rows
    ]
    named = Places([top / "audio", top], [top]).find(cells)
    listing = described(sheet, Columns("slice_file_name", "class", "fsID", "fold"), named)
    numbered = (replace(one, fold=numbers.get(one.fold, one.fold)) for one in listing.candidates)
    return Listing(tuple(numbered), (*listing.notes, *_fold_notes(file, numbers)), listing.read)


def _fold_notes(file: Path, numbers: Mapping[str, str]) -> Iterator[Text]:
    odd = next((fold for fold, number in numbers.items() if fold != number), None)
    if odd is not None:
        yield Text(
            "column “fold” of {file} has other names for the folds than their numbers: {name} is read as"
            " {number}",
            file=file.name,
            name=odd,
            number=numbers[odd],
        )


def _number(fold: str) -> str:
    """The number of a fold, however it is written: `fold3`, `03`."""
    return (fold.lstrip("0") or fold) if fold.isdecimal() else fold_of_folder(fold) or fold


def _folders(top: Path) -> list[Path]:
    return [folder for place in (top, top / "audio") for folder in visible_folders(place)]
