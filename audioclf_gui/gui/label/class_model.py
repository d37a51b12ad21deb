"""The project's classes as rows: key, colour and name, how many clips."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.project import Project
from audioclf_gui.core.spelling import name_of
from audioclf_gui.gui.command import CLASS_KEYS
from audioclf_gui.gui.label.clip_model import ROOT, Index, class_icon
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.theme import palette

_MIME = "application/x-audioclf-class"
_KEY, NAME, _COUNT = range(3)


class ClassModel(QAbstractTableModel):
    """Rows can be renamed in place and dragged to another place; what that means, others do."""

    rename_asked = Signal(object, str)  # LabelClass, the new name
    move_asked = Signal(object, int)  # LabelClass, the place it is to have

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._classes: Sequence[LabelClass] = project.catalogue.view.classes

    def take_classes(self) -> None:
        """Classes are others now."""
        self.beginResetModel()
        self._classes = self._project.catalogue.view.classes
        self.endResetModel()

    def take_counts(self) -> None:
        """Clips were labelled."""
        if self._classes:
            self.dataChanged.emit(self.index(0, _COUNT), self.index(len(self._classes) - 1, _COUNT))

    def class_at(self, row: int) -> LabelClass:
        """The class in a row."""
        return self._classes[row]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._classes)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        known = self._classes[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{name}: double-click to rename, drag to reorder, right-click for more").format(
                name=known.name
            )
        return self._name(known, role) if index.column() == NAME else self._number(index, known, role)

    def _name(self, known: LabelClass, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return known.name
        return class_icon(known.colour) if role == Qt.ItemDataRole.DecorationRole else None

    def _number(self, index: Index, known: LabelClass, role: int) -> object:
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(palette().muted)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == _KEY:
            return CLASS_KEYS[index.row()] if index.row() < len(CLASS_KEYS) else ""
        return number_text(self._project.catalogue.view.class_counts.get(known.id, 0))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Key"), self.tr("Class"), self.tr("Clips"))[section]
        return _aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        known = self._classes[index.row()]
        if role != Qt.ItemDataRole.EditRole or name_of(str(value)) in {"", known.name}:
            return False
        self.rename_asked.emit(known, name_of(str(value)))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
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
        data.setData(_MIME, str(indexes[0].row()).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        origin = int(bytes(data.data(_MIME).data()))
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._classes)
        place -= place > origin
        if place != origin:
            self.move_asked.emit(self._classes[origin], place)
        return False  # the document has moved it already; the view must not remove a row


def _aligned(column: int) -> Qt.AlignmentFlag:
    sides = (Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
    return sides[column] | Qt.AlignmentFlag.AlignVCenter
