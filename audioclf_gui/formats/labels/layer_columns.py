"""Which columns the text exports of Sonic Visualiser have; nothing in such a file says what layer it was.

The columns are those of svcore's `base/Event.h` and its models; times have nine decimals.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.csv_rows import Row, rows, unquoted_rows
from audioclf_gui.formats.labels.unnamed_times import is_of_layer
from audioclf_gui.formats.text import finite

_PREVIEWED_ROWS = 50
_OWN_NAMES = {
    "", "time", "start", "end", "value", "duration", "level", "extent start", "extent end", "label",
}  # fmt: skip
_FINE = re.compile(r"\s*\d+\.\d{6,}\s*")


class Layer(NamedTuple):
    """Which columns of a layer say what; None where it has no such column."""

    columns: Text
    start: int = 0
    end: int | None = None
    duration: int | None = None
    low: int | None = None
    high: int | None = None
    label: int | None = None
    has_names: bool = False


REGIONS = Layer(Text("time, value, duration, label"), duration=2, label=3)
NOTES = Layer(Text("time, value, duration, level, label"), duration=2, label=4)
INSTANTS = Layer(Text("time, label"), label=1)
CURVE = Layer(Text("time, value, label"), label=2)
BOXES = Layer(Text("start, end, low frequency, high frequency, label"), end=1, low=2, high=3, label=4)


def is_export(lines: Sequence[str]) -> bool:
    """Whether these are the lines of a text export, and its second column is no time of an end."""
    return layer_of(table_rows(lines, delimiter_of_layer(lines))) is not None


def delimiter_of_layer(lines: Sequence[str]) -> str:
    """What stands between the columns: tabs, if the first of them is a time or has a name; else commas."""
    first = next((line for line in lines if line.strip()), "")
    cell, tab, _ = first.partition("\t")
    return "\t" if tab and (finite(cell) is not None or cell.strip().lower() in _OWN_NAMES) else ","


def table_rows(lines: Sequence[str], delimiter: str) -> list[Row]:
    """The rows of an export; only between commas are cells quoted."""
    return list(unquoted_rows(lines, delimiter) if delimiter == "\t" else rows(lines, delimiter))


def layer_of(table: Sequence[Row]) -> Layer | None:
    """The kind of layer whose columns these are; None if they may be anything else.

    Without names, a third column of numbers alone proves nothing: labels may be called by numbers. It is
    a duration, and the second column no end, where a row ends before it starts, or where times and
    durations have the many decimals that no other number gets.
    """
    head = [row.cells for row in table if row.text.strip()][:_PREVIEWED_ROWS]
    return (
        (_named_layer([cell.strip().lower() for cell in head[0]]) or _unnamed_layer(head)) if head else None
    )


def _unnamed_layer(head: Sequence[Sequence[str]]) -> Layer | None:
    numbers = [[finite(cell) for cell in cells[:4]] for cells in head]
    known = [(one[0], one[1], one[2]) for one in numbers if len(one) > 2]
    triples = [(first, second, third) for first, second, third in known
               if first is not None and second is not None and third is not None]  # fmt: skip
    if len(triples) < len(head):
        return _of_moments(head)
    if any(third < 0.0 for _, _, third in triples):
        return None
    fine = [{place for place, cell in enumerate(cells[:4]) if _FINE.fullmatch(cell)} for cells in head]
    backward = any(second < first for first, second, _ in triples)
    fourth = [one[3] for one in numbers if len(one) > 3]
    levels = [level for level in fourth if level is not None]
    has_five = max(map(len, head)) > 4
    is_four = len(levels) == len(head)
    if is_four and not backward and all({0, 1} <= one and 2 not in one for one in fine):
        return BOXES if all(low <= high for (_, _, low), high in zip(triples, levels, strict=True)) else None
    if not backward and not all({0, 2} <= one and 1 not in one for one in fine):
        return None
    return NOTES if has_five and is_four else REGIONS


def _of_moments(head: Sequence[Sequence[str]]) -> Layer | None:
    """The layer without durations whose rows these are: times as it writes them, values or none, labels."""
    if not all(cells and is_of_layer(cells[0]) for cells in head):
        return None
    seconds = [cells[1] for cells in head if len(cells) > 1]
    thirds = [cells[2] for cells in head if len(cells) > 2]
    if not thirds and all(finite(cell) is None for cell in seconds):
        return INSTANTS
    is_curve = len(seconds) == len(head) and all(
        finite(cell) is not None and not is_of_layer(cell) for cell in seconds
    )
    has_labels = any(finite(cell) is None for cell in thirds)
    return CURVE if is_curve and has_labels and max(map(len, head)) == 3 else None


def _named_layer(names: Sequence[str]) -> Layer | None:
    """The layer of a header as Sonic Visualiser writes it; None if it is none of its own."""
    places = {name: place for place, name in enumerate(names)}
    if not places.keys() <= _OWN_NAMES:
        return None
    is_own = "time" in places and ({"value", "duration"} & places.keys() or names == ["time", "label"])
    if not is_own and not {"start", "end", "extent start", "extent end"} <= places.keys():
        return None
    return Layer(
        joined(names),
        places.get("time", places.get("start", 0)),
        places.get("end"),
        places.get("duration"),
        places.get("extent start"),
        places.get("extent end"),
        places.get("label"),
        has_names=True,
    )
