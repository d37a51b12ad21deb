"""Columns of a table that tell which part of a split each row is in: what is held back must not be learnt."""

import re
from collections.abc import Iterator, Sequence

from audioclf_gui.core.mixtures import Subset
from audioclf_gui.core.spelling import is_missing, twin_key
from audioclf_gui.core.split_names import fold_abroad, fold_of_folder, subset_of_fold
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.cells import mark, names_told
from audioclf_gui.formats.datasets.sheet import Sheet

_FLAG = re.compile("(?:is|in|for)?(train|test|val|dev|eval|holdout|heldout)(?:ing|id|idation|uation|set)*")
_FOLDS = {
    Subset.TEST: ("test", "train"),
    Subset.TRAIN: ("train", "test"),
    Subset.VALID: ("valid", "train"),
}
"""The folds of rows that are marked and of those that are not, best known first."""

_MOST_PARTS = 100  # of more nobody makes folds


def split_columns(sheet: Sheet, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the columns whose cells are parts of a split, at least two of them, and nothing else."""
    return tuple(name for name in names if _tells_parts(sheet.column(name)))


def _tells_parts(cells: Sequence[str]) -> bool:
    told = set(cells)
    parts = {name for name in names_told(list(told)) if name} if len(told) <= _MOST_PARTS else set()
    return len(parts) > 1 and all(fold_of_folder(name) or fold_abroad(name) for name in parts)


def split_flags(sheet: Sheet, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the columns that are called after a part of a split and mark the rows that are in it."""
    return tuple(
        name
        for name in names
        if _FLAG.fullmatch(twin_key(name)) and {mark(cell) for cell in sheet.column(name)} == {True, False}
    )


def flag_that_tells(names: Sequence[str]) -> str:
    """The one of some `split_flags` that says best what is held back; empty where there is none."""
    return min(names, key=lambda name: list(_FOLDS).index(_part_flagged(name)), default="")


def folds_flagged(column: str, cells: Sequence[str]) -> list[str] | None:
    """The fold of each row where a column of `split_flags` tells it; None where it is no such column."""
    marks = list(map(mark, cells)) if _FLAG.fullmatch(twin_key(column)) else []
    if set(marks) != {True, False}:
        return None
    marked, others = _FOLDS[_part_flagged(column)]
    return [marked if one else others for one in marks]


def flag_notes(sheet: Sheet, column: str, folds: Sequence[str]) -> Iterator[Text]:
    """What to say of folds that such a column tells."""
    yield Text(
        "column “{column}” of {file} marks rows of one part of a split, so these are the folds: {folds}",
        column=column,
        file=sheet.file.name,
        folds=quoted(sorted(set(folds))),
    )


def _part_flagged(column: str) -> Subset:
    found = _FLAG.fullmatch(twin_key(column))
    assert found is not None, "it is a flag by its name"
    return subset_of_fold(found[1]) or Subset.TEST


def split_notes(sheet: Sheet, taken: Sequence[str]) -> Iterator[Text]:
    """What to say of columns that tell parts of a split and are not read.

    Parameters
    ----------
    taken
        The columns that are.
    """
    free = [name for name in sheet.columns if name not in taken]
    for column in (*split_columns(sheet, free), *split_flags(sheet, free)):
        cells = sorted({cell for cell in sheet.column(column) if not is_missing(cell)})
        yield Text(
            "column “{column}” of {file} tells parts of a split ({cells}) and is not read: if some of them"
            " are held back for tests, choose a column of folds that says so",
            column=column,
            file=sheet.file.name,
            cells=quoted(cells),
        )
