"""A table over any sequence of values; text is made when it is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from audioclf_gui.gui.theme import palette

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PADDING = 8  # above and below the words of a row, together
_MOST_WRAPPED = 200  # rows whose words are measured; more of them would take noticeable time


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

    def show_columns(self, columns: Sequence[Column], values: Sequence[object]) -> None:
        """Show other values in other columns."""
        self._columns = columns
        self.show(values)

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


class SpeakingTable(QTableView):
    """A table that says, while it has no rows, what would fill it.

    Attributes
    ----------
    empty_text : str
        What it says then.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and not self.model().rowCount():
            with QPainter(self.viewport()) as painter:
                painter.setPen(QColor(palette().muted))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                room = self.viewport().rect().adjusted(_PADDING, 0, -_PADDING, 0)
                painter.drawText(room, flags, self.empty_text)


class _View(QTableView):
    """Makes rows as tall as their words, and is as tall as its rows where there is room for them."""

    @override
    def sizeHint(self) -> QSize:
        rows = self.horizontalHeader().height() + self.verticalHeader().length()
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    def fit(self) -> None:
        """Measure again, after the rows or the widths of the columns have changed."""
        if self.model().rowCount() <= _MOST_WRAPPED:
            for row in range(self.model().rowCount()):
                self.setRowHeight(row, self.sizeHintForRow(row) + _PADDING)
        self.updateGeometry()


def wrapping_view(model: ValueTable, name: str, stretched: int = 0) -> QTableView:
    """Such a view of a few rows that hold sentences."""
    view = _View()
    _prepare(view, model, name, stretched)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    view.setWordWrap(True)
    view.verticalHeader().setMinimumSectionSize(view.verticalHeader().defaultSectionSize())
    model.modelReset.connect(view.fit)
    # queued, since a stretched column tells of its width before it has it
    view.horizontalHeader().sectionResized.connect(view.fit, Qt.ConnectionType.QueuedConnection)
    return view


def value_view(model: ValueTable, name: str, stretched: int = 0, empty_text: str = "") -> SpeakingTable:
    """A calm view of such a table, one column of which takes the spare room."""
    view = SpeakingTable()
    view.empty_text = empty_text
    _prepare(view, model, name, stretched)
    return view


def _prepare(view: QTableView, model: ValueTable, name: str, stretched: int) -> None:
    view.setModel(model)
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + _PADDING)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
