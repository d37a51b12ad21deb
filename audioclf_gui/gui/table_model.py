"""A table over any sequence of values; text is made when it is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_WRAPPED = 50  # rows, since the height of each is computed
_AIR_PX = 8  # above and below the sentences of a row
_NO_LIMIT_PX = 2**24 - 1  # QWIDGETSIZE_MAX


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, the text of a value, and a longer text for the tool tip."""

    title: str
    text: Callable[[Any], str]
    tip: Callable[[Any], str] | None = None
    is_number: bool = False


class ValueTable(QAbstractTableModel):
    """Shows values that somebody else keeps; nothing is copied."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._values: Sequence[object] = ()

    def show(self, values: Sequence[object]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._values = values
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._values)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self._columns[index.column()]
        value = self._values[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(value)
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(value)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self._columns[section].is_number else _LEFT
        return None


def value_view(model: ValueTable, name: str, stretched: int = 0) -> QTableView:
    """A calm view of such a table, one column of which takes the spare room."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 8)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return view


def fit_rows(view: QTableView) -> None:
    """Show whole sentences, and be no higher than the rows are; very long tables stay as they were made."""
    rows = view.model().rowCount()
    if rows > _MOST_WRAPPED:
        view.setMaximumHeight(_NO_LIMIT_PX)
        return
    view.setWordWrap(True)
    for row in range(rows):
        view.setRowHeight(row, view.sizeHintForRow(row) + _AIR_PX)
    heights = sum(view.rowHeight(row) for row in range(rows))
    view.setMaximumHeight(view.horizontalHeader().sizeHint().height() + heights + 2 * view.frameWidth() + 2)
