"""Cells of a label table that were read in one of several ways, and what to say of them."""

from collections.abc import Iterator
from itertools import islice

from audioclf_gui.core.text import Text
from audioclf_gui.formats.csv_rows import Row, heading
from audioclf_gui.formats.labels.column_names import DURATION
from audioclf_gui.formats.labels.csv_columns import LabelTable
from audioclf_gui.formats.registry import turned_note
from audioclf_gui.formats.text import seconds

_ROUNDED_S = 0.1  # by so much a duration may differ from the end less the start


def cell_notes(table: LabelTable) -> Iterator[Text]:
    """Clocks that may count hours, durations that contradict the ends, and bands upside down."""
    yield from _clocks(table)
    yield from _durations(table)
    yield from turned_note(sum(is_turned(table, row) for row in table.rows))


def is_turned(table: LabelTable, row: Row) -> bool:
    """Whether a row has the upper frequency in the column of the lower one."""
    low_hz, high_hz = table.value("low_hz", row), table.value("high_hz", row)
    return low_hz is not None and high_hz is not None and low_hz > high_hz >= 0.0


def _clocks(table: LabelTable) -> Iterator[Text]:
    cells = (table.cell(name, row).strip() for name in ("start_s", "end_s") for row in table.rows)
    told = ((cell, value) for cell in cells if cell.count(":") == 1 and (value := seconds(cell)))
    for cell, value in islice(told, 1):
        yield Text(
            "“{cell}” in its times is read as minutes and seconds, {value:g} s", cell=cell, value=value
        )


def _durations(table: LabelTable) -> Iterator[Text]:
    if not {"end_s", DURATION} <= table.columns.keys():
        return
    differing = 0
    for row in table.rows:
        start_s, end_s = table.span_s(row) if table.cell("end_s", row).strip() else (None, None)
        duration_s = table.value(DURATION, row)
        if start_s is not None and end_s is not None and duration_s is not None:
            differing += abs(end_s - start_s - duration_s) > _ROUNDED_S
    if differing:
        yield Text(
            "{n} row says another duration in its column “{column}” than its start and end, which count",
            "{n} rows say other durations in their column “{column}” than their starts and ends, which count",
            n=differing,
            column=heading(table.header[table.columns[DURATION].place]),
        )
