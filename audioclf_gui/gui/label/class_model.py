"""The project's classes as rows: key, colour and name, how many clips and labels; levels have headings."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from audioclf_gui.core.class_rows import ClassRow, class_rows
from audioclf_gui.core.label import ClassId, LabelClass
from audioclf_gui.core.project import Project
from audioclf_gui.core.spelling import name_of
from audioclf_gui.gui.class_keys import ClassPages
from audioclf_gui.gui.label.clip_model import ROOT, Index, class_icon
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.theme import palette

_MIME = "application/x-audioclf-class"
_KEY, NAME, CLIPS, LABELS = range(4)
_INDENT = "\N{EM SPACE}"


class ClassModel(QAbstractTableModel):
    """Rows can be renamed in place and dragged to another place; what that means, others do."""

    rename_asked = Signal(object, str)  # LabelClass, the new name
    move_asked = Signal(object, int)  # LabelClass, the place it is to have

    def __init__(self, project: Project, pages: ClassPages) -> None:
        super().__init__()
        self._project = project
        self._pages = pages
        self._closed: frozenset[str] = frozenset()
        self._classes: Sequence[LabelClass] = ()
        self._rows: Sequence[ClassRow] = ()
        pages.changed.connect(lambda: self._renew(_KEY, _KEY))
        self.take_classes()

    def take_classes(self) -> None:
        """Classes are others now."""
        self.beginResetModel()
        self._classes = self._project.catalogue.view.classes
        self._rows = class_rows(self._classes, self._closed)
        self.endResetModel()

    def take_counts(self) -> None:
        """Clips were labelled."""
        self._renew(CLIPS, LABELS)

    def _renew(self, first: int, last: int) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._rows) - 1, last))

    def row(self, row: int) -> ClassRow:
        """What stands in a row."""
        return self._rows[row]

    def row_of(self, class_id: ClassId) -> int | None:
        """Where a class stands; None below a closed heading."""
        found = (row for row, one in enumerate(self._rows) if _is(one.label_class, class_id))
        return next(found, None)

    def toggle(self, row: int) -> None:
        """Close a heading, so that what is below it is not shown, or open it."""
        if self._rows[row].label_class is None:
            self._closed ^= {self._rows[row].level}
            self.take_classes()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        return self._name(row, role) if index.column() == NAME else self._number(index.column(), row, role)

    def _tip(self, row: ClassRow) -> str:
        if row.label_class is None:
            return self.tr("{name}: click to close or open").format(name=row.level)
        return self.tr("{name}: double-click to rename, drag to reorder, right-click for more").format(
            name=row.level
        )

    def _name(self, row: ClassRow, role: int) -> object:
        known = row.label_class
        if role == Qt.ItemDataRole.EditRole:
            return row.level
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "" if known else "\N{BLACK RIGHT-POINTING SMALL TRIANGLE} "
            if not known and row.level not in self._closed:
                sign = "\N{BLACK DOWN-POINTING SMALL TRIANGLE} "
            return _INDENT * row.depth + sign + row.text
        if role == Qt.ItemDataRole.DecorationRole and known is not None:
            return class_icon(known.colour)
        return QColor(palette().muted) if role == Qt.ItemDataRole.ForegroundRole and not known else None

    def _number(self, column: int, row: ClassRow, role: int) -> object:
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(palette().muted)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        known, view = row.label_class, self._project.catalogue.view
        if column == LABELS:
            members = row.members if known is None else (known,)
            return number_text(sum(view.label_counts.get(one.id, 0) for one in members))
        if known is None:
            return ""
        if column == _KEY:
            return self._pages.key(row.place, len(self._classes))
        return number_text(view.class_counts.get(known.id, 0))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Key"), self.tr("Class"), self.tr("Clips"), self.tr("Labels"))[section]
        return _aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        known = self._rows[index.row()].label_class
        if known is None or role != Qt.ItemDataRole.EditRole or name_of(str(value)) in {"", known.name}:
            return False
        self.rename_asked.emit(known, name_of(str(value)))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        if self._rows[index.row()].label_class is None:
            return usual
        usual |= flag.ItemIsDragEnabled
        return usual | flag.ItemIsEditable if index.column() == NAME else usual

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, str(self._rows[indexes[0].row()].place).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        origin = int(bytes(data.data(_MIME).data()))
        at = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        place = self._rows[at].place if at < len(self._rows) else len(self._classes)
        place -= place > origin
        if place != origin:
            self.move_asked.emit(self._classes[origin], place)
        return False  # the document has moved it already; the view must not remove a row


def _is(known: LabelClass | None, class_id: ClassId) -> bool:
    return known is not None and known.id == class_id


def _aligned(column: int) -> Qt.AlignmentFlag:
    flag = Qt.AlignmentFlag
    sides = (flag.AlignHCenter, flag.AlignLeft, flag.AlignRight, flag.AlignRight)
    return sides[column] | flag.AlignVCenter
