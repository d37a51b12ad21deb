"""Common Voice: tables of sentences that many people read, with what these tell of themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import name_key
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.columns import Columns
from audioclf_gui.formats.datasets.finding import Places
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.table import described, find_table

_COLUMNS = ("client_id", "path", "sentence")
_ALL = "validated"
_PARTS = ("train", "dev", "test")
_PLACES = tuple(f"{above}{name}.tsv" for above in ("", "*/", "*/*/", "*/*/*/") for name in (_ALL, *_PARTS))
_CLASS = "gender"
_OTHERS = ("age", "accents", "accent", "sentence")


def commonvoice_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """One of the tables of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)


@layout(
    "commonvoice",
    Text("Common Voice: readers"),
    commonvoice_table,
    lambda folder: Text(
        "{folder} looks like Common Voice: it has a table with the same columns", folder=folder
    ),
)
def commonvoice(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the tables name them
    """Gender as readers tell it, the reader as the group, the part of the split as the fold.

    Clips that nobody validated stay out, unless there is no table of those that somebody did.

    Raises
    ------
    UserError
        If no such table lies in `root` or in a folder or two deeper.
    """
    first = commonvoice_table(root)
    if first is None:
        raise UserError(
            Text("{name} holds no table validated.tsv of Common Voice", name=root.name),
            remedy=Text("Choose the folder of a language: it holds validated.tsv and clips."),
        )
    folder = first.parent
    parts = {name: _read(folder / f"{name}.tsv") for name in _PARTS if _is_one(folder / f"{name}.tsv")}
    whole = (
        _read(folder / f"{_ALL}.tsv") if _is_one(folder / f"{_ALL}.tsv") else _joined(list(parts.values()))
    )
    fold_of = {name_key(cell): name for name, sheet in parts.items() for cell in sheet.column("path")}
    named = Places([folder / "clips", folder], [root]).find(whole.column("path"))
    label = _CLASS if whole.has([_CLASS]) else ""
    listing = described(whole, Columns("path", label, "client_id"), named)
    candidates = tuple(
        replace(one, fold=fold_of.get(name_key(one.path.name), "")) for one in listing.candidates
    )
    others = [name for name in _OTHERS if whole.has([name])]
    read = tuple(dict.fromkeys((whole.file, *(sheet.file for sheet in parts.values()))))
    return Listing(candidates, (*listing.notes, *_notes(whole, label, others, parts)), read)


def _is_one(file: Path) -> bool:
    head = read_header(file)
    return head is not None and head.has(_COLUMNS)


def _read(file: Path) -> Sheet:
    return read_sheet(file, has_quotes=False)  # in sentences a quote is a letter


def _joined(sheets: Sequence[Sheet]) -> Sheet:
    return replace(sheets[0], rows=tuple(row for sheet in sheets for row in sheet.rows))


def _notes(whole: Sheet, label: str, others: Sequence[str], parts: Iterable[str]) -> Iterator[Text]:
    if label:
        yield Text(
            "the class is what readers tell in the column “{column}”; for {others} choose {table} with chosen"
            " columns",
            column=label,
            others=quoted(others),
            table=whole.file.name,
        )
    if not parts:
        yield Text("there are no lists of files for training and testing, so no clip has a fold")
