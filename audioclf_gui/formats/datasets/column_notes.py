"""What the cells of a table's column were taken for, where one may doubt it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from audioclf_gui.core.quantity import quantity_of
from audioclf_gui.core.spelling import is_missing, may_be_missing, near_twins, twin_key
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.cells import is_separated, items, only_item
from audioclf_gui.formats.datasets.sheet import Sheet
from audioclf_gui.formats.grouped_digits import are_grouped, doubted
from audioclf_gui.formats.text import finite

_WITH_FRACTION = re.compile(r"[+-]?\d+[.,]0+", re.ASCII)
_MONTH = "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_MANGLED = re.compile(
    rf"\d{{1,2}}[-. ]{{1,2}}(?:{_MONTH})|(?:{_MONTH})[-. ]{{1,2}}\d{{1,2}}|\d(?:[.,]\d+)?E[+]\d+",
    re.IGNORECASE,
)
"""What spreadsheet programs make of 1-2, mar3 and numbers of many digits."""

_GENUS = frozenset(("genus", "gattung", "genero", "genere", "属"))

_Doubt = Callable[[Sheet, str, Sequence[str]], Iterable[Text]]
"""What there is to say of a column with these names; most often nothing."""


def column_notes(
    sheet: Sheet, column: str, names: Sequence[str], *, is_wanted: bool = False
) -> Iterator[Text]:
    """What the cells of a column of names were taken for, where one may doubt it.

    Parameters
    ----------
    names
        What `cells.names_told` makes of the cells.
    is_wanted
        Whether every row should say something in this column: that of the classes. Which of these look
        alike is told where they can be merged.
    """
    yield from _missing(sheet, column, is_wanted=is_wanted)
    doubts: tuple[_Doubt, ...] = (_fractions, _lists_of_one, _mangled)
    of_classes: tuple[_Doubt, ...] = (_measured, _of_several_genera)
    for doubt in (*doubts, *(of_classes if is_wanted else (_twins,)), _doubtful):
        yield from doubt(sheet, column, names)


def _missing(sheet: Sheet, column: str, *, is_wanted: bool) -> Iterator[Text]:
    missing = Counter(filter(is_missing, sheet.column(column)))
    if missing and (is_wanted or missing.keys() - {""}):
        yield Text(
            "{n} row of {file} says nothing in column “{column}” ({cells})",
            "{n} rows of {file} say nothing in column “{column}” ({cells})",
            n=missing.total(),
            file=sheet.file.name,
            column=column,
            cells=quoted(list(missing)),
        )


def _fractions(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    pairs = zip(sheet.column(column), names, strict=True)
    whole = next((pair for pair in pairs if _WITH_FRACTION.fullmatch(pair[0])), None)
    if whole:
        yield Text(
            "column “{column}” of {file} writes whole numbers with a fraction: {cell} is read as {name}",
            column=column,
            file=sheet.file.name,
            cell=whole[0],
            name=whole[1],
        )


def _lists_of_one(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    pairs = zip(sheet.column(column), names, strict=True)
    listing = next((pair for pair in pairs if only_item(pair[0]) != pair[0]), None)
    if listing:
        yield Text(
            "column “{column}” of {file} holds lists: {cell} is read as {name}",
            column=column,
            file=sheet.file.name,
            cell=listing[0],
            name=listing[1],
        )


def _mangled(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    mangled = [name for name in dict.fromkeys(names) if _MANGLED.fullmatch(name)]
    if mangled:
        yield Text(
            "{names} in column “{column}” of {file} looks as if a spreadsheet program had changed it",
            "{names} in column “{column}” of {file} look as if a spreadsheet program had changed them",
            n=len(mangled),
            names=quoted(mangled),
            column=column,
            file=sheet.file.name,
        )


def is_measured(names: Iterable[str]) -> bool:
    """Whether names are numbers, some with a fraction: measured, counted or estimated, and no classes."""
    told = set(names) - {""}
    numbers = [finite(name) for name in told]
    return any(number is not None and number % 1 for number in numbers) and None not in numbers


def _measured(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    if is_measured(names):
        yield Text(
            "column “{column}” of {file} holds numbers ({names}), and each is taken for a class; a number to"
            " estimate belongs into the target's column",
            column=column,
            file=sheet.file.name,
            names=quoted(list(dict.fromkeys(filter(None, names)))),
        )


def target_notes(sheet: Sheet, column: str, targets: Sequence[float | None]) -> Iterator[Text]:
    """Of what a column is taken to hold numbers, and which of its cells are none."""
    quantity = quantity_of(column)
    if quantity.name:
        yield Text(
            "column “{column}” of {file} is a number to estimate: {quantity}",
            column=column,
            file=sheet.file.name,
            quantity=quantity.text,
        )
    cells = sheet.column(column)
    if (doubt := doubted(cells)) and not are_grouped(cells, counts_small=False):
        yield Text(
            "commas in column “{column}” of {file} are read as decimal points, “{cell}” as {value}",
            column=column,
            file=sheet.file.name,
            cell=doubt,
            value=doubt.replace(",", "."),
        )
    pairs = zip(cells, targets, strict=True)
    odd = Counter(cell for cell, target in pairs if target is None)
    if odd:
        yield Text(
            "{n} row of {file} has no number in column “{column}” ({cells})",
            "{n} rows of {file} have no number in column “{column}” ({cells})",
            n=odd.total(),
            file=sheet.file.name,
            column=column,
            cells=quoted(list(odd)),
        )


def _of_several_genera(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    """Species that are named without their genus, which stands in a column of its own: `major` is several."""
    genus = next((one for one in sheet.columns if twin_key(one) in _GENUS and one != column), None)
    if genus is None:
        return
    genera: defaultdict[str, set[str]] = defaultdict(set)
    for name, cell in zip(names, sheet.column(genus), strict=True):
        if name and not is_missing(cell):
            genera[name].add(twin_key(cell))
    several = [name for name, found in genera.items() if len(found) > 1]
    if several:
        yield Text(
            "{names} in column “{column}” of {file} is of several genera (column “{genus}”) and becomes one"
            " class",
            "{names} in column “{column}” of {file} are of several genera (column “{genus}”) and become one"
            " class each",
            n=len(several),
            names=quoted(several),
            column=column,
            file=sheet.file.name,
            genus=genus,
        )


def _twins(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    for alike in near_twins(filter(None, names)):
        yield Text(
            "{names} in column “{column}” of {file} look alike and are kept apart",
            names=quoted(alike),
            column=column,
            file=sheet.file.name,
        )


def _doubtful(sheet: Sheet, column: str, names: Sequence[str]) -> Iterator[Text]:
    if doubtful := Counter(filter(may_be_missing, names)):
        yield Text(
            "{n} row of {file} says {names} in column “{column}”, which is taken for a name",
            "{n} rows of {file} say {names} in column “{column}”, which is taken for a name",
            n=doubtful.total(),
            file=sheet.file.name,
            names=quoted(list(doubtful)),
            column=column,
        )


def list_notes(sheet: Sheet, column: str, names: Sequence[str], lists: set[str]) -> Iterator[Text]:
    """Where a cell lists several classes, or seems to."""
    listing = [place for place, name in enumerate(names) if name in lists]
    if listing:
        yield Text(
            "{n} row of {file} lists several classes in column “{column}” (line {line:d}: “{cell}”), and"
            " its clip gets all of them: {names}",
            "{n} rows of {file} list several classes in column “{column}” (line {line:d}: “{cell}”), and"
            " their clips get all of them: {names}",
            n=len(listing),
            file=sheet.file.name,
            column=column,
            line=sheet.rows[listing[0]].number,
            cell=names[listing[0]],
            names=quoted(items(names[listing[0]])),
        )
    odd = [name for name in dict.fromkeys(names) if name not in lists and is_separated(name)]
    if odd:
        yield Text(
            "{names} is taken for one class, for all its separators",
            "{names} are taken for one class each, for all their separators",
            n=len(odd),
            names=quoted(odd),
        )
