"""The tables of the importer: what would come in, and what was refused."""

from PySide6.QtCore import QObject

from audioclf_gui.core.text import Text
from audioclf_gui.gui.table_model import Column, ValueTable
from audioclf_gui.gui.text import DASH
from audioclf_gui.gui.translate import words


def candidates_table(parent: QObject) -> ValueTable:
    """Files with what is known about each."""
    return ValueTable(
        (
            Column(words(Text("File")), lambda one: one.path.name, lambda one: str(one.path)),
            Column(words(Text("Class")), lambda one: one.class_name or DASH),
            Column(words(Text("Group")), lambda one: one.group or DASH),
            Column(words(Text("Fold")), lambda one: one.fold or DASH),
        ),
        parent,
    )


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
