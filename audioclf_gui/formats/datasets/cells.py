"""What the cells of a table's column mean: one name, several, or a mark for yes or no."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from audioclf_gui.core.spelling import is_missing, name_in_file, tidied
from audioclf_gui.formats.text import finite

_WITH_COMMA = re.compile(r"([+-]?\d+),0+", re.ASCII)
_WHOLE_OR_WITH_COMMA = re.compile(r"[+-]?\d+(?:,\d+)?", re.ASCII)
_LISTED = re.compile(r"[,;|]")
_IN_BRACKETS = re.compile(r"[\[({]\s*(([\"']).*\2)\s*,?\s*[\])}]")
"""A list as Python and JSON write it: ['dog', 'cat'], ["dog"]."""
_ITEM = re.compile(r"([\"'])(.*?)\1")
_YES = frozenset(
    [
        "true",
        "t",
        "yes",
        "y",
        "x",
        "ja",
        "oui",
        "si",
        "sí",
        "sim",
        "tak",
        "да",
        "是",
        "有",
        "+",
        "✓",
        "✔",
        "☑",
        "√",
        "☒",
    ]
)
_NO = frozenset(["false", "f", "no", "n", "nein", "non", "não", "nie", "нет", "否", "无", "-", "–", "☐"])
_NUMBERS: Mapping[float | None, bool] = {1.0: True, 0.0: False}


def names_told(cells: Sequence[str]) -> list[str]:
    """What the cells of a column of names mean; empty where one holds no name.

    Where every cell of the column is a number and some have a decimal comma, `1,0` is 1 as `1.0` is. A list
    of one name in brackets, as Python and JSON write it, is that name.
    """
    cells = [only_item(cell) for cell in cells]
    with_commas = any(map(_WITH_COMMA.fullmatch, cells)) and all(
        is_missing(cell) or _WHOLE_OR_WITH_COMMA.fullmatch(cell) for cell in cells
    )
    return [name_in_file(_WITH_COMMA.sub(r"\1", cell) if with_commas else cell) for cell in cells]


def only_item(cell: str) -> str:
    """The item of a list in brackets that has one; other cells as they are."""
    listed = _IN_BRACKETS.fullmatch(cell)
    items = _ITEM.findall(listed[1]) if listed else []
    return items[0][1] if len(items) == 1 else cell


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


def items(name: str) -> tuple[str, ...]:
    """The names that a list holds, each once."""
    listed = _IN_BRACKETS.fullmatch(name)
    parts = [part for _, part in _ITEM.findall(listed[1])] if listed else _LISTED.split(name)
    return tuple(dict.fromkeys(filter(None, map(name_in_file, parts))))


def is_separated(name: str) -> bool:
    """Whether a name holds what separates the items of a list."""
    return _LISTED.search(name) is not None


@lru_cache(maxsize=1024)  # a table has few marks and many cells
def mark(cell: str) -> bool | None:
    """What a cell says that marks or does not mark its row: 1, `True`, `yes`; None for anything else.

    Examples
    --------
    >>> [mark(cell) for cell in ("1.0", "FALSE", "x", "", "2", "dog")]
    [True, False, True, False, None, None]
    """
    word = tidied(cell).lower()
    if is_missing(word) or word in _NO:
        return False
    return True if word in _YES else _NUMBERS.get(finite(word))
