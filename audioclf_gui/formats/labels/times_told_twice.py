"""Columns that tell a time in several units: the same time again, or minutes with seconds beside them."""

from collections.abc import Iterator
from dataclasses import replace

from audioclf_gui.formats.csv_rows import heading
from audioclf_gui.formats.labels.column_names import DURATION
from audioclf_gui.formats.labels.csv_columns import LabelColumn, LabelTable, base_and_unit
from audioclf_gui.formats.labels.label_units import unit_of

_TIMES = ("start_s", "end_s", DURATION)
_SHARE = 0.05  # of the coarser unit, by which times that were rounded may differ


def contradicting(table: LabelTable) -> list[str]:
    """The first columns that are called after one time, in different units, and hold different ones.

    They may be parts that have to be added, minutes and seconds for instance, or two clocks.
    """
    for ours in _TIMES:
        for other in _others(table, ours):
            column = table.columns[ours]
            again = replace(table, columns={**table.columns, ours: other})
            most_s = _SHARE * max(column.unit or 1.0, other.unit or 1.0)
            pairs = ((table.value(ours, row), again.value(ours, row)) for row in table.rows)
            if any(one is not None and two is not None and abs(one - two) > most_s for one, two in pairs):
                return [heading(table.header[place]) for place in sorted((column.place, other.place))]
    return []


def _others(table: LabelTable, ours: str) -> Iterator[LabelColumn]:
    """The columns called as that of one of our times is, but for another unit."""
    column = table.columns.get(ours)
    if column is None:
        return
    base, _ = base_and_unit(table.header[column.place])
    for place, name in enumerate(table.header):
        called, unit = base_and_unit(name)
        scale = unit_of(ours, unit)
        if called == base and unit and place != column.place and scale not in {None, column.unit}:
            yield LabelColumn(place, scale)
