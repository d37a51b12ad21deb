"""The tables of the importer: what would come in, and what was refused."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.table_model import Column, ValueTable, value_view, wrapping_view
from audioclf_gui.gui.text import DASH, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.import_plan import Role

NUMBER_COLUMN = 4
"""The column of the preview that says what number was measured of each recording."""

_BESIDE_PX = 116  # a header and three rows


def candidate_rows(candidates: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """Candidates with their names, before which the folder stands where several have the same."""
    times = Counter(one.path.name for one in candidates)
    return [
        (f"{one.path.parent.name}/{one.path.name}" if times[one.path.name] > 1 else one.path.name, one)
        for one in candidates
    ]


def candidates_table(parent: QObject) -> ValueTable:
    """Files with what is known about each: what `candidate_rows` makes."""
    return ValueTable(
        (
            Column(words(Text("File")), lambda row: row[0], lambda row: str(row[1].path)),
            Column(words(Text("Class")), lambda row: words(joined(row[1].class_names)) or DASH),
            Column(words(Text("Group")), lambda row: row[1].group or DASH),
            Column(words(Text("Fold")), lambda row: row[1].fold or DASH),
            Column(words(Text("Number")), _number_text, is_number=True),
        ),
        parent,
    )


_ROLES = {
    Role.READ: Text("read: says what is in the recordings"),
    Role.LABELS: Text("labels: come in after the recordings"),
    Role.LEFT: Text("a table that is not read"),
    Role.STRANGE: Text("about no recording here, stays out"),
}


def beside_table(parent: QObject) -> ValueTable:
    """Files that are no sound, with what each is for."""
    return ValueTable(
        (
            Column(words(Text("File")), lambda one: one.path.name, lambda one: str(one.path)),
            Column(words(Text("What it is for")), lambda one: words(_ROLES[one.role])),
        ),
        parent,
    )


def beside_view(table: ValueTable) -> QTableView:
    """A few rows; the rest is scrolled to."""
    view = value_view(table, words(Text("Beside the recordings")), stretched=1)
    view.horizontalHeader().resizeSection(0, 240)
    view.setFixedHeight(_BESIDE_PX)
    return view


def _number_text(row: tuple[str, Candidate]) -> str:
    candidate = row[1]
    if candidate.target is None:
        return DASH
    return f"{shown_number(candidate.target, 'g')} {candidate.quantity.unit}".strip()


def refused_table(parent: QObject) -> ValueTable:
    """Files with the reason and the remedy."""
    return ValueTable(
        (
            Column(words(Text("File")), lambda one: one.path.name, lambda one: str(one.path)),
            Column(words(Text("Why not")), lambda one: words(one.reason)),
            Column(words(Text("What to do")), lambda one: words(one.remedy)),
        ),
        parent,
    )


def candidates_view(table: ValueTable) -> QTableView:
    """Most room for the names of the files."""
    empty_text = words(
        Text("What would be imported is listed here: choose a folder or files with recordings.")
    )
    view = value_view(table, words(Text("Preview")), empty_text=empty_text)
    view.setWhatsThis(
        words(
            Text(
                "Every recording that would come in, with the class, group and fold that it would "
                "get. Nothing is taken in before you press Import."
            )
        )
    )
    for section, width in ((1, 210), (2, 140), (3, 80), (4, 80)):
        view.horizontalHeader().resizeSection(section, width)
    return view


def refused_view(table: ValueTable) -> QTableView:
    """Reasons and remedies to their ends."""
    view = wrapping_view(table, words(Text("Refused files")), stretched=2)
    for section, width in ((0, 170), (1, 370)):
        view.horizontalHeader().resizeSection(section, width)
    return view
