"""FSD50K: several classes for each clip, in one table for development and one for evaluation."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.spelling import name_in_file, twin_key
from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.core.text import Text, joined, quoted
from audioclf_gui.formats.datasets.finding import Named, Places, place_notes
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.table import find_table

_COLUMNS = ("fname", "labels", "mids")
_PLACES = (
    "FSD50K.ground_truth/*.[cC][sS][vV]",
    "labels/*.[cC][sS][vV]",
    "*.[cC][sS][vV]",
    "*/FSD50K.ground_truth/*.[cC][sS][vV]",
    "*/labels/*.[cC][sS][vV]",
    "*/*.[cC][sS][vV]",
)
_CLASSES = "vocabulary.csv"
_INFO = "*/*_clips_info_FSD50K.json"
_BETWEEN = ","


def fsd50k_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """One of the tables of the data set in `root`, if there is one."""
    return find_table(root, _PLACES, _COLUMNS)


@layout(
    "fsd50k",
    Text("FSD50K or tables like its"),
    fsd50k_table,
    lambda folder: Text("{folder} looks like FSD50K: it has a table with the same columns", folder=folder),
)
def fsd50k(root: Path, files: Sequence[Path] = ()) -> Listing:  # noqa: ARG001 - the tables name them
    """All classes of each clip, the part of the split, and who uploaded it, as far as that is told.

    Raises
    ------
    UserError
        If no table with these columns lies in `root` or in a folder or two deeper.
    """
    first = fsd50k_table(root)
    if first is None:
        raise UserError(
            Text(
                "{name} holds no table with the columns {columns}", name=root.name, columns=joined(_COLUMNS)
            ),
            remedy=Text("Choose the folder that holds FSD50K.ground_truth and the folders of audio."),
        )
    tables = [file for file in in_order(first.parent.glob("*.csv")) if _is_of_clips(file)] or [first]
    top = root if first.parent == root else first.parent.parent
    places = Places([top / "FSD50K.dev_audio", top / "FSD50K.eval_audio", top], [top])
    uploaders = _uploaders(top)
    sheets = [read_sheet(file) for file in tables]
    named = [places.find([_file_name(cell) for cell in sheet.column("fname")]) for sheet in sheets]
    found = {
        one.path: one
        for sheet, names in zip(sheets, named, strict=True)
        for one in _candidates(sheet, names, uploaders)
    }
    notes = [
        *chain.from_iterable(sheet.notes for sheet in sheets),
        *chain.from_iterable(map(place_notes, tables, named)),
        *_notes(tuple(found.values()), first.parent / _CLASSES),
    ]
    read = (*tables, *filter(Path.is_file, [first.parent / _CLASSES]))
    return Listing(tuple(found.values()), tuple(notes), read)


def _file_name(cell: str) -> str:
    """The tables leave out the ending, which is the same for all."""
    return f"{cell}.wav" if cell and not is_recording(cell) else cell


def _is_of_clips(file: Path) -> bool:
    head = read_header(file)
    return not file.name.startswith(".") and head is not None and head.has(_COLUMNS)


def _candidates(
    sheet: Sheet, named: Sequence[Named | None], uploaders: Mapping[str, str]
) -> Iterator[Candidate]:
    """A clip for each row; without a column of the split, the table's name is its fold."""
    labels = sheet.column("labels")
    folds = sheet.column("split") if sheet.has(["split"]) else [fold_of_folder(sheet.file.stem)] * len(labels)
    for one, cell, fold in zip(named, labels, folds, strict=True):
        if one is not None:
            classes = tuple(filter(None, map(name_in_file, cell.split(_BETWEEN))))
            group = uploaders.get(one.path.stem, "")
            yield Candidate(one.path, next(iter(classes), ""), group, fold, others=classes[1:])


def _uploaders(top: Path) -> dict[str, str]:
    """Who uploaded each clip, by its name without ending."""
    found = {}
    for file in top.glob(_INFO):
        try:
            told = json_value(file.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        for name, facts in told.items() if isinstance(told, dict) else ():
            if isinstance(facts, dict) and isinstance(facts.get("uploader"), str):
                found[name] = facts["uploader"]
    return found


def _notes(found: Sequence[Candidate], vocabulary: Path) -> Iterator[Text]:
    if several := [one for one in found if one.others]:
        yield Text(
            "{n} clip has several classes, general ones beside special ones: {name} is {classes}",
            "{n} clips have several classes, general ones beside special ones: {name} is {classes}",
            n=len(several),
            name=several[0].path.name,
            classes=quoted(several[0].class_names),
        )
    if any(one.group for one in found):
        yield Text("who uploaded a clip is its group")
    else:
        yield Text("nothing tells who uploaded the clips, so they have no groups")
    if vocabulary.is_file():
        known = {twin_key(cell) for row in read_sheet(vocabulary).rows for cell in row.cells}
        known |= {twin_key(cell) for cell in read_sheet(vocabulary).columns}
        strange = {name for one in found for name in one.class_names if twin_key(name) not in known}
        if strange:
            yield Text(
                "{classes} is not in {file} and is taken all the same",
                "{classes} are not in {file} and are taken all the same",
                n=len(strange),
                classes=quoted(sorted(strange)),
                file=vocabulary.name,
            )
