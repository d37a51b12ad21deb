"""Tables that name files and say something about each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.quantity import Quantity, quantity_of
from audioclf_gui.core.recording_names import joint_name
from audioclf_gui.core.spelling import twin_key
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.cells import items, names_told, several
from audioclf_gui.formats.datasets.class_columns import mark_notes, names_marked
from audioclf_gui.formats.datasets.column_notes import column_notes, list_notes, target_notes
from audioclf_gui.formats.datasets.columns import Columns
from audioclf_gui.formats.datasets.finding import Named, Places, place_notes
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.sheet import Sheet, read_header, read_sheet
from audioclf_gui.formats.datasets.split_columns import flag_notes, folds_flagged, split_notes
from audioclf_gui.formats.grouped_digits import are_grouped
from audioclf_gui.formats.naming_columns import folder_column
from audioclf_gui.formats.text import finite

_LIST = "; "  # between several classes of a row, where they are told
_TOLD = 3  # files that notes tell about one by one
_Value = TypeVar("_Value")


def table(file: Path, columns: Columns, roots: Sequence[Path] = ()) -> Listing:
    """A candidate for each file that a table names in chosen columns, in the table's order.

    Parameters
    ----------
    file
        Separated by commas, semicolons, tabs or bars; see `read_sheet`.
    columns
        Where the audio lies, relative to one of `roots`, to the table's folder or to its `audio` folder,
        and what is said about it. A column of folders beside that of names counts, too. Files that are
        not there become candidates too, so that they are reported as missing. Targets are numbers; cells
        that are none give None.
    roots
        Folders, or files, that were chosen together with the table.

    Raises
    ------
    UserError
        If the table cannot be read, lacks a column, or has no number in its target column.
    """
    sheet = read_sheet(file)
    chosen = list(dict.fromkeys(root if root.is_dir() else root.parent for root in roots))
    places = Places([*chosen, file.parent, file.parent / "audio"], chosen or [file.parent])
    cells, notes = _named_with_folders(sheet, columns)
    return described(replace(sheet, notes=(*sheet.notes, *notes)), columns, places.find(cells))


def _named_with_folders(sheet: Sheet, columns: Columns) -> tuple[list[str], list[Text]]:
    """What each row calls its recording, with the folder that a column of its own tells."""
    cells = sheet.column(columns.path)
    folder = folder_column(sheet.columns, columns.chosen)
    if folder is None:
        return cells, []
    joint = [
        joint_name(cell, place) if cell else ""
        for cell, place in zip(cells, sheet.column(folder), strict=True)
    ]
    told = Text(
        "the folders of the recordings are taken from the column “{column}” of {file}",
        column=folder,
        file=sheet.file.name,
    )
    return joint, [told] if joint != cells else []


def described(sheet: Sheet, columns: Columns, named: Sequence[Named | None]) -> Listing:
    """What the rows of a table say about files, each once.

    Where rows contradict each other about a file, it is listed without the fact that they dispute, and
    the notes name the lines. A file of which one row tells several classes is of all of them.

    Parameters
    ----------
    named
        For each row the recording that it is about; None for a row that names none.
    """
    kept = [(row, one) for row, one in zip(sheet.rows, named, strict=True) if one is not None]
    told = replace(sheet, rows=tuple(row for row, _ in kept))
    of_file: defaultdict[Path, list[int]] = defaultdict(list)
    for place, (_, one) in enumerate(kept):
        of_file[one.path].append(place)
    classes, groups, folds, notes = _names(told, columns)
    targets: Sequence[float | None] = [None] * len(kept)
    if columns.target:
        targets = _targets(told, columns.target)
        notes += target_notes(told, columns.target, targets)
    rows = _Rows(classes, groups, folds, targets)
    quantity = quantity_of(columns.target)
    found = tuple(rows.candidate(path, places, quantity) for path, places in of_file.items())
    disputes = [
        note
        for column, values in rows.by_column(columns)
        for note in _dispute_notes(told, column, values, of_file)
    ]
    notes += split_notes(told, columns.chosen)
    unnamed = _unnamed_notes(sheet, len(sheet.rows) - len(kept))
    return Listing(
        found, (*sheet.notes, *place_notes(sheet.file, named), *notes, *unnamed, *disputes), (sheet.file,)
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """What each row says about its file."""

    classes: Sequence[tuple[str, ...]]
    groups: Sequence[str]
    folds: Sequence[str]
    targets: Sequence[float | None]

    def candidate(self, path: Path, places: Sequence[int], quantity: Quantity) -> Candidate:
        """The file that the rows at these places are about, with what they agree on."""
        names = _agreed(self.classes, places, ())
        return Candidate(
            path,
            next(iter(names), ""),
            _agreed(self.groups, places, ""),
            _agreed(self.folds, places, ""),
            _agreed(self.targets, places, None),
            quantity=quantity,
            others=names[1:],
        )

    def by_column(self, columns: Columns) -> Iterator[tuple[str, Sequence[str | float | None]]]:
        """The names of the columns that tell it, each with what its cells say."""
        yield columns.label or ", ".join(columns.classes), list(map(_LIST.join, self.classes))
        yield columns.group, self.groups
        yield columns.fold, self.folds
        yield columns.target, self.targets


def _unnamed_notes(sheet: Sheet, n: int) -> Iterator[Text]:
    if n:
        yield Text(
            "{n} row of {file} names no recording and is left out",
            "{n} rows of {file} name no recording and are left out",
            n=n,
            file=sheet.file.name,
        )


def _names(
    sheet: Sheet, columns: Columns
) -> tuple[Sequence[tuple[str, ...]], Sequence[str], Sequence[str], list[Text]]:
    """Classes, group and fold of each row, and what there is to say about them."""
    classes, notes = _classes(sheet, columns)
    told: list[Sequence[str]] = []
    for column in (columns.group, columns.fold):
        names = names_told(sheet.column(column)) if column else [""] * len(sheet.rows)
        flagged = folds_flagged(column, sheet.column(column)) if column and column == columns.fold else None
        if flagged is not None:
            names = flagged
            notes += flag_notes(sheet, column, names)
        else:
            notes += column_notes(sheet, column, names) if column else ()
        told.append(names)
    groups, folds = told
    return classes, groups, folds, notes


def _classes(sheet: Sheet, columns: Columns) -> tuple[Sequence[tuple[str, ...]], list[Text]]:
    if columns.classes:
        return names_marked(sheet, columns.classes)
    notes = list(mark_notes(sheet, columns.label, columns.chosen))
    if not columns.label:
        return [()] * len(sheet.rows), notes
    names = names_told(sheet.column(columns.label))
    lists = several(names)
    notes += column_notes(sheet, columns.label, names, is_wanted=True)
    notes += list_notes(sheet, columns.label, names, lists)
    told = [items(name) if name in lists else tuple(filter(None, [name])) for name in names]
    in_order: dict[frozenset[str], tuple[str, ...]] = {}
    return [in_order.setdefault(frozenset(one), one) for one in told], notes  # “a; b” is no other than “b; a”


def _targets(sheet: Sheet, column: str) -> list[float | None]:
    cells = sheet.column(column)
    has_thousands = are_grouped(cells, counts_small=False)
    targets = [finite(cell.replace(",", "") if has_thousands else cell) for cell in cells]
    if any(cells) and all(target is None for target in targets):
        raise UserError(
            Text("the column “{name}” of {file} holds no numbers", name=column, file=sheet.file.name),
            remedy=Text("Choose a column of numbers as the target, or choose it as the label."),
        )
    return targets


def _agreed(values: Sequence[_Value], places: Sequence[int], nothing: _Value) -> _Value:
    """What the rows at these places say, if they say one thing."""
    told = {values[place] for place in places} - {nothing}
    return told.pop() if len(told) == 1 else nothing


def _dispute_notes(
    sheet: Sheet, column: str, values: Sequence[str | float | None], of_file: Mapping[Path, Sequence[int]]
) -> Iterator[Text]:
    """The files of which rows say different things in a column, with the lines of the first ones."""
    count = 0
    for path, places in of_file.items():
        told: dict[str | float, int] = {}
        for place in places if len(places) > 1 else ():
            if (value := values[place]) not in {"", None}:
                told.setdefault(value, sheet.rows[place].number)
        if len(told) < 2:
            continue
        count += 1
        if count <= _TOLD:
            (first, line), (second, other), *_ = told.items()
            yield Text(
                "lines {line:d} and {other:d} of {table} contradict each other about {file}: “{first}” and"
                " “{second}” in column “{column}”; it is taken without either",
                line=line,
                other=other,
                table=sheet.file.name,
                file=path.name,
                first=first,
                second=second,
                column=column,
            )
    if count > _TOLD:
        yield Text(
            "so do lines about {n} more file",
            "so do lines about {n} more files",
            n=count - _TOLD,
        )


def find_table(root: Path, patterns: Sequence[str], columns: Iterable[str]) -> Path | None:
    """The first file below `root` that matches one of the glob `patterns` and has all `columns`."""
    wanted = set(map(twin_key, columns))
    for pattern in patterns:
        for file in sorted(root.glob(pattern)):
            if not file.name.startswith(".") and wanted <= _columns_of(file):
                return file
    return None


def _columns_of(file: Path) -> frozenset[str]:
    """What the columns of a table are called, as far as case and blanks count; empty if it cannot be read."""
    try:
        return _columns_then(file, file.stat().st_mtime_ns)
    except OSError:
        return frozenset()


@lru_cache(maxsize=2**14)  # each layout asks for the same files, of which there may be one for each recording
def _columns_then(file: Path, _written_ns: int) -> frozenset[str]:
    head = read_header(file)
    return frozenset() if head is None else frozenset(map(twin_key, head.columns))
