"""Which columns of a table of labels somebody chose, as one text that a project can keep."""

import json
from collections.abc import Mapping, Sequence

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.csv_rows import column_names, heading, rows, start_of
from audioclf_gui.formats.text import FileText, number

LABEL, FILE = "label", "file"
FIELDS = (
    "start_s",
    "end_s",
    "duration_s",
    LABEL,
    "low_hz",
    "high_hz",
    "score",
    "track",
    "note",
    "certainty",
    FILE,
)
"""What a column can say."""


def chosen(text: str) -> dict[str, str]:
    """The names of columns by what they say; a bare name is that of the column of the labels."""
    if text.startswith("{"):
        try:
            found = json_value(text)
        except ValueError:
            found = None
        if isinstance(found, dict) and found.keys() <= set(FIELDS):
            return {str(field): str(name) for field, name in found.items()}
    return {LABEL: text} if text else {}


def chosen_text(columns: Mapping[str, str]) -> str:
    """The text from which `chosen` tells these columns; empty names are none.

    Raises
    ------
    UserError
        If a column is to say what no column can.
    """
    named = {field: columns[field] for field in FIELDS if columns.get(field)}
    if unknown := [field for field in columns if field not in FIELDS]:
        raise UserError(
            Text("no column of labels can say “{field}”", field=unknown[0]),
            remedy=Text("It can say one of: {fields}.", fields=joined(FIELDS)),
        )
    if list(named) == [LABEL] and not named[LABEL].startswith("{"):
        return named[LABEL]
    return json.dumps(named, ensure_ascii=False) if named else ""


def is_more_than_label(text: str) -> bool:
    """Whether columns are chosen beside that of the labels: then any table will do."""
    return bool(chosen(text).keys() - {LABEL})


def header_of(content: bytes) -> tuple[str, ...]:
    """What the columns of a table are called; nothing if there are no two, or a number stands there."""
    lines = FileText.decode(content).lines
    start, delimiter = start_of(lines)
    first = next(iter(rows(lines[start : start + 1], delimiter)), None)
    names: Sequence[str] = () if first is None or first.fault else column_names([first])
    is_named = len(names) > 1 and all(number(name) is None for name in names)
    return tuple(map(heading, names)) if is_named else ()
