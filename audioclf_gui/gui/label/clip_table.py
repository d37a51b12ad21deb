"""The list of clips at the left: filter, table, how many are labelled."""

from itertools import groupby
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.query import matching_rows
from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.label.clip_model import ClipTableModel, Index
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import Panel, muted_label, set_role

_ROW_PX = 24
_ITEM_PADDING = 5
_LABEL_PX, _LABEL_ALONE_PX = 80, 108  # beside the model's column, and without it
_TYPING_MS = 120
_SUGGESTION = 3
_UNSORTED = -1


class ClipTable(QTableView):
    """A table whose letters and digits are commands, not a search."""

    @override
    def keyboardSearch(self, search: str) -> None:
        """Typed keys belong to the classes; the filter box searches."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # else they would select and edit
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row of the clip in the editor stays in view when there is less room."""
        place = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if place.intersects(QRect(QPoint(), event.oldSize())):
            self.scrollTo(self.currentIndex())


class _NameDelegate(QStyledItemDelegate):
    """Shortens names where they differ least: first the suffix goes, then the middle."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        shown: Any = option  # its members are missing in the stubs
        shown.textElideMode = Qt.TextElideMode.ElideMiddle
        if shown.fontMetrics.horizontalAdvance(shown.text) > shown.rect.width() - 2 * _ITEM_PADDING:
            shown.text = PurePath(shown.text).stem


class ClipPanel(Panel):
    """Which clip is shown is decided here; labelling never makes a row jump away.

    It is empty until the first `take_clips`.
    """

    clip_chosen = Signal(object)  # ClipId | None
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(words(Text("Clips")), parent)
        self.heading.setText(self.tr("CLIPS"))
        self.setAccessibleName(self.tr("Clips"))
        self._document = document
        self._sorted_by = _UNSORTED
        self._falls = False
        self.model = ClipTableModel(document.project)
        self.filter = QLineEdit()
        self.problem = muted_label(wrap=True)
        self.table = ClipTable()
        self.empty = muted_label(wrap=True)
        self.progress = QProgressBar()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.apply_filter)
        self._dress()
        for widget in (self.filter, self.problem, self.empty, self.table, self.progress):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.table, 1)
        self._connect()

    def focus_filter(self) -> None:
        """Let the user type what to look for."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def selected_ids(self) -> list[ClipId]:
        """The selected clips in the order of the rows."""
        ranges = self.table.selectionModel().selection()
        spans = [ranges.at(place) for place in range(ranges.count())]
        rows = {row for span in spans for row in range(span.top(), span.bottom() + 1)}
        return self.model.ids_at(sorted(rows))

    def step(self, by: int) -> None:
        """Go so many rows down."""
        if self.model.rowCount():
            row = self.table.currentIndex().row() + by
            self._go_to_row(min(max(row, 0), self.model.rowCount() - 1))

    def neighbour(self) -> Clip | None:
        """The clip in the row below."""
        row = self.table.currentIndex().row() + 1
        return self.model.clip_at(row) if 0 < row < self.model.rowCount() else None

    def go_to_next(self, *, suggested: bool = False) -> bool:
        """Go to the next clip without a label, from the top again at the end; False if there is none."""
        view, count = self._document.view, self.model.rowCount()
        current = self.table.currentIndex().row()
        for step in range(1, count):
            row = (current + step) % count
            clip_id = self.model.clip_at(row).id
            if view.labels(clip_id) or (suggested and view.suggestion(clip_id) is None):
                continue
            self._go_to_row(row)
            return True
        return False

    def show_clip(self, clip_id: ClipId | None) -> None:
        """Show which clip is in the editor; a filter that hides it is cleared."""
        if clip_id is None:
            return
        row = self.model.row_of(clip_id)
        if row is None and self.filter.text() and not self._document.view.clip(clip_id).removed:
            self.filter.clear()
            self.apply_filter()
            row = self.model.row_of(clip_id)
        if row is not None and row != self.table.currentIndex().row():
            self._go_to_row(row)

    def take_clips(self) -> None:
        """Clips came, went or got other facts."""
        self._count()
        self.apply_filter()

    def take_labels(self, clip_ids: frozenset[ClipId]) -> None:
        """Labels of these clips are others now; the filter is left as it is."""
        self.model.touch(clip_ids)
        self._count()
        self._again.setVisible(bool(self.filter.text()) or self._sorted_by == 1)

    def take_suggestions(self, clip_ids: frozenset[ClipId]) -> None:
        """The model has something to say about these clips."""
        self.model.touch(clip_ids)
        self._show_suggestions()

    def apply_filter(self) -> None:
        """Pick out the clips anew; the clip in the editor stays there, even if it is not among them."""
        view = self._document.view
        self._typing.stop()
        self._again.setVisible(False)
        try:
            rows = matching_rows(view, self.filter.text())
        except UserError as error:
            self.problem.setText(in_sentences(error))
            self.problem.show()
            return
        self.problem.hide()
        if self._sorted_by != _UNSORTED:
            rows = self.model.ordered(view.clips, rows, self._sorted_by, falling=self._falls)
        self._show_rows(rows)

    def _show_rows(self, rows: list[int]) -> None:
        selected, before = set(self.selected_ids()), self.table.currentIndex().row()
        current = self._document.current
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show(self._document.view.clips, rows)
        row = None if current is None else self.model.row_of(current.id)
        if row is not None:
            self._go_to_row(row, also=selected if len(selected) > 1 else set())
        elif current is None or current.removed:
            self._go_to_row(min(max(before, 0), len(rows) - 1))
        self._explain_emptiness()
        self._show_suggestions()

    def _go_to_row(self, row: int, also: set[ClipId] | None = None) -> None:
        if row < 0:
            self._choose_row(row)
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.table.selectionModel()
        index = self.model.index(row, 0)
        chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if also:
            chosen.select(self._selection_of(also), flags.Select)
        self.table.scrollTo(index)
        self._choose_row(row)

    def _selection_of(self, clip_ids: set[ClipId]) -> QItemSelection:
        """The rows of these clips, in as few ranges as they form: Qt looks through all for each new one."""
        found = [row for clip_id in clip_ids if (row := self.model.row_of(clip_id)) is not None]
        selection, last_column = QItemSelection(), self.model.columnCount() - 1
        for _, run in groupby(enumerate(sorted(found)), key=lambda pair: pair[1] - pair[0]):
            rows = [row for _, row in run]
            selection.append(
                QItemSelectionRange(self.model.index(rows[0], 0), self.model.index(rows[-1], last_column))
            )
        return selection

    def _dress(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter: name, class:dog, is:unlabelled"))
        self.filter.setAccessibleName(self.tr("Filter the clips"))
        self.filter.setToolTip(
            self.tr(
                "Words, class:dog, is:unlabelled, is:suggested, is:wrong, is:unsure, note:far, group:site3, "
                "len:>10; a leading - turns a term round"
            )
        )
        speaks_for(self.filter, "find_clip")
        self.filter.setClearButtonEnabled(True)
        self._again = self.filter.addAction(icon("refresh"), QLineEdit.ActionPosition.TrailingPosition)
        self._again.setToolTip(self.tr("Labels have changed: filter and sort again (Enter)"))
        self._again.setVisible(False)
        set_role(self.problem, "warn")
        self.problem.hide()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress.setAccessibleName(self.tr("Labelled clips"))
        self._dress_table()

    def _dress_table(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Clips"))
        table.setWhatsThis(
            self.tr(
                "The clips of the project that fit the filter. A click or the arrow keys show a clip, "
                "Ctrl+click and Shift+click choose several; a right click tells what can be done to "
                "them, a click on a heading sorts."
            )
        )
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setIconSize(QSize(12, 12))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(0, _NameDelegate(table))
        table.setColumnHidden(_SUGGESTION, True)
        for column, width in ((1, _LABEL_ALONE_PX), (2, 58), (_SUGGESTION, 58)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        header.setSectionsClickable(True)

    def _connect(self) -> None:
        self.filter.textEdited.connect(lambda _text: self._typing.start())
        self.filter.textChanged.connect(self._cleared)
        self.filter.returnPressed.connect(self._confirm_filter)
        self._again.triggered.connect(self.apply_filter)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.customContextMenuRequested.connect(self._ask_menu)

    def _confirm_filter(self) -> None:
        self.apply_filter()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self._go_to_row(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cleared(self, text: str) -> None:
        if not text:
            self.apply_filter()

    def _row_changed(self, current: Index, _previous: Index) -> None:
        self._choose_row(current.row())

    def _choose_row(self, row: int) -> None:
        self.clip_chosen.emit(self.model.clip_at(row).id if row >= 0 else None)

    def _ask_menu(self, place: QPoint) -> None:
        if self.table.indexAt(place).isValid():
            self.menu_asked.emit(self.table.viewport().mapToGlobal(place))

    def _sort(self, column: int) -> None:
        """By this column, then the other way round, then in the project's order again."""
        header = self.table.horizontalHeader()
        if column != self._sorted_by:
            self._sorted_by, self._falls = column, column == _SUGGESTION
        elif self._falls == (column == _SUGGESTION):
            self._falls = not self._falls
        else:
            self._sorted_by = _UNSORTED
        header.setSortIndicatorShown(self._sorted_by != _UNSORTED)
        order = Qt.SortOrder.DescendingOrder if self._falls else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(self._sorted_by, order)
        self.apply_filter()

    def _show_suggestions(self) -> None:
        """The column appears with the first suggestion."""
        has_any = self._document.view.has_suggestions
        if self.table.isColumnHidden(_SUGGESTION) == has_any:
            self.table.setColumnHidden(_SUGGESTION, not has_any)
            self.table.setColumnWidth(1, _LABEL_PX if has_any else _LABEL_ALONE_PX)

    def _explain_emptiness(self) -> None:
        has_clips = bool(self._document.view.clips)
        is_empty = not self.model.rowCount()
        self.empty.setText(
            self.tr("No clip matches the filter.")
            if has_clips
            else self.tr("No clips yet. Drop recordings or folders here, or Import…")
        )
        self.empty.setVisible(is_empty)

    def _count(self) -> None:
        labelled, total = self._document.view.labelled, len(self._document.view.clips)
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(labelled)
        self.progress.setFormat(words(Text("{n} of {total} labelled", n=labelled, total=total)))
