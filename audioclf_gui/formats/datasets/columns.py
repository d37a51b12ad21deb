"""Which columns of a table say what, and what their cells mean."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.spelling import is_missing, may_be_missing, name_in_file, near_twins
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.sheet import Sheet

_PATH_WORDS = ("file", "path", "name", "audio", "clip", "recording")
_LABEL_WORDS = ("label", "class", "category", "species", "target", "event")
_GROUP_WORDS = ("group", "source", "src", "speaker", "site", "recording")
_FOLD_WORDS = ("fold", "split", "subset")

_WITH_COMMA = re.compile(r"([+-]?\d+),0+", re.ASCII)
_WHOLE_OR_WITH_COMMA = re.compile(r"[+-]?\d+(?:,\d+)?", re.ASCII)
_WITH_FRACTION = re.compile(r"[+-]?\d+[.,]0+", re.ASCII)
_MONTH = "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_MANGLED = re.compile(
    rf"\d{{1,2}}[-. ]{{1,2}}(?:{_MONTH})|(?:{_MONTH})[-. ]{{1,2}}\d{{1,2}}|\d(?:[.,]\d+)?E[+]\d+",
    re.IGNORECASE,
)
"""What spreadsheet programs make of 1-2, mar3 and numbers of many digits."""
_LISTED = re.compile(r"[,;|]")
_IN_BRACKETS = re.compile(r"[\[({]\s*(([\"']).*\2)\s*,?\s*[\])}]")
"""A list as Python and JSON write it: ['dog', 'cat'], ["dog"]."""
_ITEM = re.compile(r"([\"'])(.*?)\1")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table say what; empty where none does."""

    path: str = ""
    label: str = ""
    group: str = ""
    fold: str = ""
    target: str = ""  # a number to estimate


def likely_columns(sheet: Sheet) -> Columns:
    """Which columns of a table probably say what, by their names; the recordings' also by its cells."""
    names = sheet.columns
    path = _named(names, _PATH_WORDS)
    if sheet.is_headless or not path:
        path = next((name for name in names if any(map(is_recording, sheet.column(name)))), "")
    label = _named([name for name in names if name != path], _LABEL_WORDS)
    rest = [name for name in names if name not in {path, label}]
    group, fold = _named(rest, _GROUP_WORDS), _named(rest, _FOLD_WORDS)
    other = next((name for name in rest if name not in {group, fold}), "")
    return Columns(path, label or other, group, fold)


def _named(names: Sequence[str], words: Sequence[str]) -> str:
    return next((name for word in words for name in names if word in name.lower()), "")


def names_told(cells: Sequence[str]) -> list[str]:
    """What the cells of a column of names mean; empty where one holds no name.

    Where every cell of the column is a number and some have a decimal comma, `1,0` is 1 as `1.0` is. A list
    of one name in brackets, as Python and JSON write it, is that name.
    """
    cells = [_only_item(cell) for cell in cells]
    with_commas = any(map(_WITH_COMMA.fullmatch, cells)) and all(
        is_missing(cell) or _WHOLE_OR_WITH_COMMA.fullmatch(cell) for cell in cells
    )
    return [name_in_file(_WITH_COMMA.sub(r"\1", cell) if with_commas else cell) for cell in cells]


def several(names: Sequence[str]) -> set[str]:
    """Those names that are lists of names: in brackets, or separated and with a part that is seen elsewhere.

    A comma alone makes no list: “Child speech, kid speaking” is one name.
    """
    parts = {name: {part.strip() for part in _LISTED.split(name)} - {""} for name in set(names)}
    seen = Counter(part for found in parts.values() for part in found)
    return {
        name
        for name, found in parts.items()
        if len(found) > 1 and (_IN_BRACKETS.fullmatch(name) or any(seen[part] > 1 for part in found))
    }


def _only_item(cell: str) -> str:
    """The item of a list in brackets that has one; other cells as they are."""
    listed = _IN_BRACKETS.fullmatch(cell)
    items = _ITEM.findall(listed[1]) if listed else []
    return items[0][1] if len(items) == 1 else cell


def column_notes(
    sheet: Sheet, column: str, names: Sequence[str], *, is_wanted: bool = False
) -> Iterator[Text]:
    """What the cells of a column of names were taken for, where one may doubt it.

    Parameters
    ----------
    names
        What `names_told` makes of the cells.
    is_wanted
        Whether every row should say something in this column: that of the classes.
    """
    file, cells = sheet.file.name, sheet.column(column)
    missing = Counter(filter(is_missing, cells))
    if missing and (is_wanted or missing.keys() - {""}):
        yield Text(
            "{n} row of {file} says nothing in column “{column}” ({cells})",
            "{n} rows of {file} say nothing in column “{column}” ({cells})",
            n=missing.total(),
            file=file,
            column=column,
            cells=quoted(list(missing)),
        )
    whole = [pair for pair in zip(cells, names, strict=True) if _WITH_FRACTION.fullmatch(pair[0])]
    if whole:
        yield Text(
            "column “{column}” of {file} writes whole numbers with a fraction: {cell} is read as {name}",
            column=column,
            file=file,
            cell=whole[0][0],
            name=whole[0][1],
        )
    listing = [pair for pair in zip(cells, names, strict=True) if _only_item(pair[0]) != pair[0]]
    if listing:
        yield Text(
            "column “{column}” of {file} holds lists: {cell} is read as {name}",
            column=column,
            file=file,
            cell=listing[0][0],
            name=listing[0][1],
        )
    mangled = [name for name in dict.fromkeys(names) if _MANGLED.fullmatch(name)]
    if mangled:
        yield Text(
            "{names} in column “{column}” of {file} looks as if a spreadsheet program had changed it",
            "{names} in column “{column}” of {file} look as if a spreadsheet program had changed them",
            n=len(mangled),
            names=quoted(mangled),
            column=column,
            file=file,
        )
    if not is_wanted:  # those of classes can be merged, and are told where that can be done
        for alike in near_twins(filter(None, names)):
            yield Text(
                "{names} in column “{column}” of {file} look alike and are kept apart",
                names=quoted(alike),
                column=column,
                file=file,
            )
    if doubtful := Counter(filter(may_be_missing, names)):
        yield Text(
            "{n} row of {file} says {names} in column “{column}”, which is taken for a name",
            "{n} rows of {file} say {names} in column “{column}”, which is taken for a name",
            n=doubtful.total(),
            file=file,
            names=quoted(list(doubtful)),
            column=column,
        )


def list_notes(sheet: Sheet, column: str, names: Sequence[str], lists: set[str]) -> Iterator[Text]:
    """Where a cell lists several classes, or seems to."""
    listing = [place for place, name in enumerate(names) if name in lists]
    if listing:
        yield Text(
            "{n} row of {file} lists several classes in column “{column}” (line {line:d}: “{cell}”):"
            " a clip has one, so it comes in without; leave one in the cell, or label the clip here",
            "{n} rows of {file} list several classes in column “{column}” (line {line:d}: “{cell}”):"
            " a clip has one, so they come in without; leave one in each cell, or label the clips here",
            n=len(listing),
            file=sheet.file.name,
            column=column,
            line=sheet.rows[listing[0]].number,
            cell=names[listing[0]],
        )
    odd = [name for name in dict.fromkeys(names) if name not in lists and _LISTED.search(name)]
    if odd:
        yield Text(
            "{names} is taken for one class, for all its separators",
            "{names} are taken for one class each, for all their separators",
            n=len(odd),
            names=quoted(odd),
        )
