"""The view of the table of labels: its keys, what a click means, and the fields in its cells."""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.core.label import Certainty
from audioclf_gui.core.label_rows import Ints
from audioclf_gui.core.track import MAIN_TITLE
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.label_table_model import LabelTableModel, certainty_words
from audioclf_gui.gui.table_model import Index

ROW_PX = 22
_JUMPING = ("clip", "start_s", "end_s", "duration_s", "source", "score")
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_OWN_KEYS = _ENTER | {
    Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2,
}  # fmt: skip
_OWN_SEQUENCES = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Find,
)
_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LabelTableView(QTableView):
    """Letters and digits are commands, not a search; Enter, Space, Delete and Ctrl+C speak to the rows."""

    chosen_by_hand = Signal()  # other rows are selected, by the user
    jump_asked = Signal()
    play_asked = Signal()
    delete_asked = Signal()
    copy_asked = Signal()
    find_asked = Signal()

    def __init__(self, model: LabelTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._is_led = False  # whether it is not the user who selects
        self.setModel(model)
        self.setAccessibleName(self.tr("Labels"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(12, 12))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(36)
        # of the selection that the rows have it would ask for every cell whether whole columns are selected
        header.setSelectionModel(QItemSelectionModel(model, header))

    def chosen(self) -> Ints:
        """The places of the labels of the selected rows, in the order of the rows."""
        ranges = self.selectionModel().selection()
        spans = [ranges.at(place) for place in range(ranges.count())]
        rows = [np.arange(span.top(), span.bottom() + 1) for span in spans]
        places: Ints = self._model.order[np.unique(np.concatenate(rows))] if rows else np.arange(0)
        return places

    def current_place(self) -> int | None:
        """The place of the label that the keys of one row speak to."""
        row = self.currentIndex().row()
        return self._model.place_at(row) if row >= 0 else None

    @override
    def reset(self) -> None:
        """The rows are others; the field of a cell goes and leaves the keyboard to them."""
        had_keyboard = any(one.hasFocus() for one in self.viewport().findChildren(QWidget))
        super().reset()
        if had_keyboard:
            self.setFocus()

    def choose(self, rows: Ints, current: int, *, scroll: bool = True) -> None:
        """Select rows, which rise, the current one among them, and none if there are none."""
        flags = QItemSelectionModel.SelectionFlag
        column = self._current_column()
        self._is_led = True
        self.selectionModel().setCurrentIndex(self._model.index(current, column), flags.NoUpdate)
        self.selectionModel().select(self._selection_of(rows), flags.ClearAndSelect)
        self._is_led = False
        if scroll and current >= 0:
            self.scrollTo(self._model.index(current, column))

    def rest_on(self, row: int) -> None:
        """Let the keys of arrows begin at a row, which is not selected."""
        if row >= 0:
            index = self._model.index(row, self._current_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _current_column(self) -> int:
        """Where the current cell is; the first column that is shown if there is none."""
        column = self.currentIndex().column()
        return column if column >= 0 else max(self.columnAt(0), 0)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._is_led:
            self.chosen_by_hand.emit()

    def _selection_of(self, rows: Ints) -> QItemSelection:
        """In as few ranges as they form: Qt looks through all for each new one."""
        selection, last = QItemSelection(), self._model.columnCount() - 1
        for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
            if len(run):
                top, bottom = self._model.index(int(run[0]), 0), self._model.index(int(run[-1]), last)
                selection.append(QItemSelectionRange(top, bottom))
        return selection

    @override
    def event(self, event: QEvent) -> bool:
        """Have keys that mean something in a table before they are commands of the workspace."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        if any(event.matches(sequence) for sequence in _OWN_SEQUENCES):
            return True
        return event.key() in _OWN_KEYS and not event.modifiers() & ~_MODIFIERS

    @override
    def keyboardSearch(self, search: str) -> None:
        """Typed keys belong to the classes and commands; the filter box searches."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_Space: self.play_asked, Qt.Key.Key_Delete: self.delete_asked}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_asked.emit()
        elif event.modifiers() & ~_MODIFIERS or key not in _ENTER | asked.keys():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            asked.get(key, self.jump_asked).emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the label from its clip or times, and type into any other cell."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        elif (
            self._model.columns[index.column()].key in _JUMPING
            or not index.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            self.jump_asked.emit()
        else:
            self.edit(index)


class CellDelegate(QStyledItemDelegate):
    """Makes the field of a cell: classes are offered, certainty and track are chosen from a list."""

    def __init__(self, catalogue: Callable[[], CatalogueView], parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model: Any = index.model()
        key, text = model.columns[index.column()].key, str(index.data(Qt.ItemDataRole.EditRole))
        if key == "class":
            return self._class_field(parent, text)
        if key in {"certainty", "track"}:
            return self._list(parent, key, text)
        return super().createEditor(parent, option, index)

    def _class_field(self, parent: QWidget, text: str) -> ClassField:
        field = ClassField(text, [known.name for known in self._catalogue().classes], parent)
        hints = QAbstractItemDelegate.EndEditHint

        def take(name: str, direction: int) -> None:
            field.setText(name)
            self.commitData.emit(field)
            moves = {1: hints.EditNextItem, -1: hints.EditPreviousItem}
            self.closeEditor.emit(field, moves.get(direction, hints.NoHint))

        field.confirmed.connect(take)
        field.dropped.connect(lambda: self.closeEditor.emit(field, hints.NoHint))
        return field

    def _list(self, parent: QWidget, key: str, text: str) -> QComboBox:
        box = QComboBox(parent)
        if key == "certainty":
            for value in ("", *(one.value for one in Certainty)):
                box.addItem(certainty_words(value), value)
        else:
            for track in self._catalogue().tracks:
                box.addItem(track.name or MAIN_TITLE, track.name or MAIN_TITLE)
        box.setCurrentIndex(max(box.findData(text), 0))

        def take() -> None:
            self.commitData.emit(box)
            self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

        box.activated.connect(lambda _row: take())
        QTimer.singleShot(0, box, box.showPopup)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, ClassField | QComboBox):
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """At least as wide as what it holds, also in a narrow column."""
        shown: Any = option  # its members are missing in the stubs
        rect = shown.rect
        rect.setWidth(max(rect.width(), min(editor.sizeHint().width(), 180)))
        editor.setGeometry(rect)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field of a class knows itself what Enter, Tab, Esc and leaving it mean."""
        return False if isinstance(watched, ClassField) else super().eventFilter(watched, event)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Shorten clips where they differ least."""
        super().initStyleOption(option, index)
        shown, model = cast(Any, option), cast(LabelTableModel, index.model())  # stubs lack its members
        if model.columns[index.column()].key == "clip":
            shown.textElideMode = Qt.TextElideMode.ElideMiddle
