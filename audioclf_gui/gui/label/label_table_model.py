"""The labels of the project as rows of a table; nothing is copied, text is made when it is painted."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass, Source
from audioclf_gui.core.label_cells import NUMBER_CELLS, is_editable
from audioclf_gui.core.label_columns import MEASURED_KEYS, TableColumn, columns_with
from audioclf_gui.core.label_rows import NO_CLASS, Bools, Ints, LabelRows, with_numbers
from audioclf_gui.core.text import Text
from audioclf_gui.gui.label.clip_model import class_icon
from audioclf_gui.gui.table_model import ROOT, Index
from audioclf_gui.gui.text import number_text, score_text, shown_number
from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.translate import words

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WAITING = "…"
_RISES, _FALLS = "\N{BLACK UP-POINTING TRIANGLE}", "\N{BLACK DOWN-POINTING TRIANGLE}"
_WORDS = {
    Certainty.SURE.value: Text("sure"),
    Certainty.UNSURE.value: Text("unsure"),
    Certainty.UNKNOWN.value: Text("unknown"),
    Source.HUMAN.value: Text("by hand"),
    Source.MODEL.value: Text("by a model"),
    Source.IMPORT.value: Text("from a file"),
}


class LabelTableModel(QAbstractTableModel):
    """Shows those labels that a filter picked out, in the order that a heading asked for.

    Attributes
    ----------
    rows : LabelRows
        All labels, with what was measured of them so far.
    order : int64, shape (rows that are shown,)
        The place in `rows` of each row of the table.
    measured : bool, shape (all rows,)
        Of which there is nothing more to measure.
    """

    edit_asked = Signal(int, str, str)  # the place of a label, the key of a column, what was typed

    def __init__(self, rows: LabelRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = measurable(rows)
        self.order: Ints = np.arange(0)
        self.columns: Sequence[TableColumn] = columns_with(())
        self.measured: Bools = np.zeros(len(rows), np.bool_)
        self._names: Mapping[ClassId, str] = {}
        self._icons: dict[ClassId, QIcon] = {}
        self._classes: Sequence[LabelClass] = ()
        self._sorted_by, self._falls = "", False
        theme_signals.changed.connect(self._repaint_classes)

    def show_rows(self, rows: LabelRows, measured: Bools, order: Ints) -> None:
        """Show other rows, in an order of their own."""
        self.beginResetModel()
        self.rows, self.measured, self.order = rows, measured, order
        self.columns = columns_with(rows.further)
        self.endResetModel()

    def change_rows(self, rows: LabelRows, touched: Ints) -> None:
        """Labels at these places are others now; each keeps its row."""
        self.rows = rows
        self.measured[touched] = False
        self.repaint()

    def set_classes(self, classes: Sequence[LabelClass]) -> None:
        """Names and colours of classes are these now."""
        self._classes = classes
        self._names = {known.id: known.name for known in classes}
        self._repaint_classes()

    def mark_sorted(self, key: str, *, falls: bool) -> None:
        """Say in its heading by which column the rows are sorted."""
        self._sorted_by, self._falls = key, falls
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def repaint(self) -> None:
        """What stands in the cells may be something else now."""
        if len(self.order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.order) - 1, len(self.columns) - 1))

    def column_of(self, key: str) -> int:
        """Where a column stands; -1 if there is none."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def place_at(self, row: int) -> int:
        """The place of the label of a row."""
        return int(self.order[row])

    def label_at(self, row: int) -> tuple[ClipId, Label]:
        """The label of a row and its clip."""
        return self.label_of(self.place_at(row))

    def label_of(self, place: int) -> tuple[ClipId, Label]:
        """The label at a place and its clip."""
        label: Label = self.rows.labels[place]
        return ClipId(int(self.rows.clip_ids[place])), label

    def rows_of(self, places: Ints) -> Ints:
        """Where these places are shown, in the order of the rows; those that a filter hides are left out."""
        shown = np.zeros(len(self.rows), np.bool_)
        shown[places] = True
        return np.flatnonzero(shown[self.order])

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.order)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place, column = self.place_at(index.row()), self.columns[index.column()]
        text = {
            Qt.ItemDataRole.DisplayRole: self.shown,
            Qt.ItemDataRole.EditRole: self.typed,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }.get(Qt.ItemDataRole(role))
        return self._look(place, column, role) if text is None else text(place, column)

    def _look(self, place: int, column: TableColumn, role: int) -> object:
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
            case Qt.ItemDataRole.DecorationRole if column.key == "class":
                return self._icon(ClassId(int(self.rows.class_ids[place])))
            case Qt.ItemDataRole.ForegroundRole if self._is_aside(place, column):
                return QColor(palette().muted)
        return None

    def value(self, place: int, column: TableColumn) -> str | float | None:
        """What stands in a cell, as files have it."""
        return self.rows.value(column, place, self._names)

    def shown(self, place: int, column: TableColumn) -> str:
        """What stands in a cell, as it is read."""
        value = self.value(place, column)
        if column.key in MEASURED_KEYS and not self.measured[place]:
            return _WAITING
        if value is None:
            return ""
        if isinstance(value, str):
            name = value.rpartition("/")[2] if column.key == "clip" else " ".join(value.splitlines())
            return words(_WORDS[name]) if column.key in {"certainty", "source"} and name in _WORDS else name
        if column.key == "score":
            return score_text(value)
        exact = self.rows.number(column, place)
        number = value if exact is None else exact
        return number_text(round(number)) if not column.shown_decimals else _number(number, column)

    def typed(self, place: int, column: TableColumn) -> str:
        """What an editor of a cell begins with."""
        value = self.value(place, column)
        return value if isinstance(value, str) else "" if value is None else shown_number(value, ".12g")

    def _tip(self, place: int, column: TableColumn) -> str:
        if column.key == "clip":
            return self.rows.text("clip", place)
        if self.rows.wholes[place] and column.key in NUMBER_CELLS:
            return self.tr("A label of the whole clip")
        return self.typed(place, column) if column.key == "note" else self.shown(place, column)

    def _is_aside(self, place: int, column: TableColumn) -> bool:
        """Whether a cell stands back: a label of the whole clip has no times of its own."""
        return bool(self.rows.wholes[place]) and column.key in NUMBER_CELLS

    def _icon(self, class_id: ClassId) -> QIcon | None:
        if class_id == NO_CLASS:
            return None
        if class_id not in self._icons:
            colour = next((known.colour for known in self._classes if known.id == class_id), None)
            if colour is None:
                return None
            self._icons[class_id] = class_icon(colour)
        return self._icons[class_id]

    def _repaint_classes(self) -> None:
        self._icons.clear()
        self.repaint()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole if column.key == self._sorted_by:
                return f"{heading(column)} {_FALLS if self._falls else _RISES}"
            case Qt.ItemDataRole.DisplayRole:
                return heading(column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self.tr("{name}: click to sort, right-click to choose columns").format(
                    name=heading(column)
                )
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        label: Label = self.rows.labels[self.place_at(index.row())]
        can_edit = is_editable(label, self.columns[index.column()].key)
        return usual | Qt.ItemFlag.ItemIsEditable if can_edit else usual

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place, column = self.place_at(index.row()), self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or str(value) == self.typed(place, column):
            return False
        self.edit_asked.emit(place, column.key, str(value))
        return True


def heading(column: TableColumn) -> str:
    """The title of a column with its unit."""
    title = words(column.title)
    return f"{title} ({column.unit})" if column.unit else title


def certainty_words(value: str) -> str:
    """A certainty as it is read; a dash if nobody has said."""
    return words(_WORDS[value]) if value else "\N{EM DASH}"


def _number(value: float, column: TableColumn) -> str:
    return shown_number(value, f".{column.shown_decimals}f")


def measurable(rows: LabelRows) -> LabelRows:
    """The rows with room for what is measured of them."""
    return with_numbers(rows, {key: np.full(len(rows), math.nan) for key in MEASURED_KEYS})
