"""Sets of domestic sound events (DESED, task 4 of DCASE): tables of whole clips beside tables of events."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.finding import Named, Places, place_notes
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.text import finite

_TABLES = ("metadata/**/*.tsv", "*/metadata/**/*.tsv")
_WEAK = ("filename", "event_labels")
_STRONG = ("filename", "onset", "offset", "event_label")


class _EventTable(NamedTuple):
    sheet: Sheet
    named: Sequence[Named | None]


def desed_tables(root: Path, files: Sequence[Path] = ()) -> list[Path]:  # noqa: ARG001 - as `Layout.shows`
    """The tables of the data set in `root` or in a folder of it."""
    found = (file for pattern in _TABLES for file in in_order(root.glob(pattern)))
    heads = {file: read_header(file) for file in found if not file.name.startswith(".")}
    return [file for file, head in heads.items() if head and (head.has(_WEAK) or head.has(_STRONG))]


@layout(
    "desed",
    Text("DESED: events at home"),
    desed_tables,
    lambda folder: Text("{folder} looks like DESED: it has tables with the same columns", folder=folder),
)
def desed(root: Path, files: Sequence[Path]) -> Listing:
    """Classes of whole clips, events as labels of parts, and the part of the split that a folder is.

    Files that no table names, those without labels among them, come in without a class.

    Raises
    ------
    UserError
        If `root` holds no such table.
    """
    paths = desed_tables(root)
    if not paths:
        raise UserError(
            Text("{name} holds no tables of events in a folder metadata", name=root.name),
            remedy=Text("Choose the folder that holds metadata and audio."),
        )
    tables = [_read(file, files) for file in paths]
    classes: dict[Path, tuple[str, ...]] = {}
    regions: defaultdict[Path, list[Region]] = defaultdict(list)
    faults: list[Text] = []
    for table in tables:
        if table.sheet.has(_STRONG):
            faults += _take_events(table, regions)
        else:
            cells = table.sheet.column("event_labels")
            for one, cell in zip(table.named, cells, strict=True):
                if one is not None:
                    classes[one.path] = tuple(filter(None, map(name_in_file, cell.split(","))))
    there = {*files, *classes, *regions}
    candidates = tuple(
        _candidate(root, file, classes.get(file, ()), regions.get(file, ())) for file in in_order(there)
    )
    notes: list[Text] = []
    for sheet, named in tables:
        notes += (*sheet.notes, *place_notes(sheet.file, named))
    return Listing(candidates, (*notes, *faults, *_notes(candidates)), tuple(paths))


def _read(file: Path, files: Sequence[Path]) -> _EventTable:
    """A table, with its recordings in the folder of the audio that is called as its own is."""
    sheet = read_sheet(file)
    folders = {one.parent: one for one in files}
    like = [folder for folder in folders if folder.name in {file.stem, file.parent.name}]
    top = next(folder for folder in file.parents if folder.name == "metadata").parent / "audio"
    places = Places([*in_order(like), top], [top])
    return _EventTable(sheet, places.find(sheet.column("filename")))


def _take_events(table: _EventTable, regions: defaultdict[Path, list[Region]]) -> Iterator[Text]:
    sheet = table.sheet
    faulty = []
    columns = zip(*map(sheet.column, _STRONG[1:]), strict=True)
    for row, one, (onset, offset, text) in zip(sheet.rows, table.named, columns, strict=True):
        if one is None:
            continue
        kept = regions[one.path]
        start_s, end_s, name = finite(onset), finite(offset), name_in_file(text)
        if start_s is not None and end_s is not None and 0.0 <= start_s <= end_s and name:
            kept.append(Region(start_s, end_s, name))
        elif onset or offset or text:
            faulty.append(row.number)
    if faulty:
        yield Text(
            "{n} row of {file} tells of no event that can be and is left out (line {line:d})",
            "{n} rows of {file} tell of no events that can be and are left out (the first is in line"
            " {line:d})",
            n=len(faulty),
            file=sheet.file.name,
            line=faulty[0],
        )


def _candidate(root: Path, file: Path, classes: Sequence[str], regions: Sequence[Region]) -> Candidate:
    folds = map(fold_of_folder, (parts_below(root, file) or ())[:-1])
    fold = next(filter(None, folds), "")
    first, *others = classes or ("",)
    return Candidate(file, first, fold=fold, regions=tuple(dict.fromkeys(regions)), others=tuple(others))


def _notes(candidates: Sequence[Candidate]) -> Iterator[Text]:
    if events := sum(len(one.regions) for one in candidates):
        yield Text(
            "{n} event becomes a label of a part of its recording",
            "{n} events become labels of parts of their recordings",
            n=events,
        )
    if bare := [one.path for one in candidates if not (one.class_names or one.regions)]:
        yield Text(
            "{n} recording is in no table, or holds no event, so it has no class: {first}",
            "{n} recordings are in no table, or hold no event, so they have no class: {first} for one",
            n=len(bare),
            first=bare[0].name,
        )
