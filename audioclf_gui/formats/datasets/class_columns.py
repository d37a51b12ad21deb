"""Tables that have one column for each class, and marks in it: 0 and 1, True and False, or an x."""

import re
from collections.abc import Iterator, Sequence

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import name_in_file, twin_key
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.cells import mark
from audioclf_gui.formats.datasets.sheet import Sheet
from audioclf_gui.formats.text import finite

_PREFIX = re.compile(r"(?:is|has|class|label|category|species|target|event)[\s_.:-]+(?=.)", re.IGNORECASE)
_OF_CLASSES = frozenset(("label", "class", "classname", "category", "species", "target", "event"))


def marking_columns(sheet: Sheet, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the columns that hold nothing but marks, at least one of them written."""
    return tuple(name for name in names if _only_marks(sheet.column(name)))


def _only_marks(cells: Sequence[str]) -> bool:
    return any(cells) and all(mark(cell) is not None for cell in cells)


def likely_class_columns(sheet: Sheet, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the columns that probably are classes: several with marks, of which most rows have one.

    A column that is itself called after classes says which class, even if it says 0 or 1. One that is marked
    in every row beside others counts something else, the labels for one.
    """
    found = marking_columns(sheet, names)
    if any(twin_key(name) in _OF_CLASSES for name in found):
        return ()
    telling = tuple(name for name in found if not all(map(mark, sheet.column(name))))
    if telling and all(_marked(sheet, telling)):
        found = telling
    marked = sum(bool(row) for row in _marked(sheet, found))
    return found if len(found) > 1 and 2 * marked > len(sheet.rows) else ()


def graded_columns(sheet: Sheet, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the columns that probably are classes and say how much or how surely, not only whether.

    They hold numbers, in most rows only one of them more than 0, and not all of them only marks.
    """
    numbers = {name: _amounts(sheet.column(name)) for name in names}
    amounts = {name: cells for name, cells in numbers.items() if cells}
    rows = list(zip(*amounts.values(), strict=True))
    alone = [sum(map(bool, row)) == 1 for row in rows]
    found = tuple(
        name
        for name, cells in amounts.items()
        if 2 * sum(one for one, cell in zip(alone, cells, strict=True) if cell) > sum(map(bool, cells)) > 0
    )
    is_graded = any(cell not in {0.0, 1.0} for name in found for cell in amounts[name])
    return found if len(found) > 1 and is_graded and 2 * sum(alone) > len(rows) else ()


def _amounts(cells: Sequence[str]) -> list[float]:
    """The numbers that cells are, 0 where one says nothing; none if they are something else or below 0."""
    amounts: list[float] = []
    for cell in cells:
        amount = 0.0 if mark(cell) is False else finite(cell)
        if amount is None or amount < 0.0:
            return []
        amounts.append(amount)
    return amounts


def names_marked(sheet: Sheet, columns: Sequence[str]) -> tuple[list[tuple[str, ...]], list[Text]]:
    """The classes of each row, those whose columns are marked in it, and what there is to say.

    Raises
    ------
    UserError
        If there is no such column, or a cell holds something else than a mark.
    """
    for column in columns:
        _check_marks(sheet, column)
    classes = {column: _class_of(column, columns) for column in columns}
    marked = _marked(sheet, columns)
    names = [tuple(classes[column] for column in row) for row in marked]
    return names, [
        Text(
            "each of the columns {columns} of {file} is taken for a class of its own, of the recordings that"
            " are marked in it",
            columns=quoted(list(classes.values()), most=6),
            file=sheet.file.name,
        ),
        *_row_notes(sheet, marked),
    ]


def _check_marks(sheet: Sheet, column: str) -> None:
    for row, cell in zip(sheet.rows, sheet.column(column), strict=True):
        if mark(cell) is None:
            raise UserError(
                Text(
                    "{file}, line {line:d}: “{cell}” in column “{column}” is no mark",
                    file=sheet.file.name,
                    line=row.number,
                    cell=cell,
                    column=column,
                ),
                remedy=Text(
                    "Where each class has a column, mark it by 1 and 0; or choose the one column that names"
                    " the classes."
                ),
            )


def _row_notes(sheet: Sheet, marked: Sequence[Sequence[str]]) -> Iterator[Text]:
    several = [place for place, row in enumerate(marked) if len(row) > 1]
    if several:
        yield Text(
            "{n} row of {file} marks several classes (line {line:d}: {columns}), and its clip gets all of"
            " them",
            "{n} rows of {file} mark several classes (line {line:d}: {columns}), and their clips get all of"
            " them",
            n=len(several),
            file=sheet.file.name,
            line=sheet.rows[several[0]].number,
            columns=quoted(marked[several[0]]),
        )
    bare = [place for place, row in enumerate(marked) if not row]
    if bare:
        yield Text(
            "{n} row of {file} marks no class (line {line:d}), so its clip has none",
            "{n} rows of {file} mark no class (the first is in line {line:d}), so their clips have none",
            n=len(bare),
            file=sheet.file.name,
            line=sheet.rows[bare[0]].number,
        )


def mark_notes(sheet: Sheet, chosen: str, taken: Sequence[str]) -> Iterator[Text]:
    """What to say where the chosen column of classes holds marks only, or marks elsewhere are not used.

    Parameters
    ----------
    chosen
        The column of classes; empty if there is none.
    taken
        Columns that say something else.
    """
    if chosen and not _only_marks(sheet.column(chosen)):
        return
    if chosen:
        yield Text(
            "column “{column}” of {file} holds marks only ({cells}), and these are taken for the names of"
            " classes",
            column=chosen,
            file=sheet.file.name,
            cells=quoted(list(dict.fromkeys(filter(None, sheet.column(chosen))))),
        )
    free = [name for name in sheet.columns if name not in {*taken, chosen}]
    if graded := graded_columns(sheet, free):
        yield Text(
            "{columns} of {file} hold numbers and look like one class each; how much or how surely is not"
            " read: write 1 and 0, and choose one column for each class",
            columns=quoted(graded),
            file=sheet.file.name,
        )
        return
    others = marking_columns(sheet, free)
    if others:
        yield Text(
            "{columns} of {file} holds marks only; if it is a class, choose a column for each class",
            "{columns} of {file} hold marks only; if they are classes, choose one column for each class",
            n=len(others),
            columns=quoted(others),
            file=sheet.file.name,
        )


def _marked(sheet: Sheet, columns: Sequence[str]) -> list[list[str]]:
    """For each row the columns that are marked in it."""
    marks = zip(*(map(mark, sheet.column(column)) for column in columns), strict=True)
    return [[column for column, is_marked in zip(columns, row, strict=True) if is_marked] for row in marks]


def _class_of(column: str, columns: Sequence[str]) -> str:
    """The class that a column is: without `label_` and the like, if all of them have it."""
    bare = all(map(_PREFIX.match, columns))
    return name_in_file(_PREFIX.sub("", column, count=1) if bare else column) or column
