"""HISTORY: every edit of the project, and going back to an earlier moment; beside the workspaces."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QShortcut, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.history_model import DETAIL, HistoryModel, Standing
from audioclf_gui.gui.table_model import Index
from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, icon_button, muted_label, primary_button, row_layout

_WIDTH = 272
_MARK_PX = 24
_ROW_PADDING = 5


class _TwoLines(QStyledItemDelegate):
    """Paints what was done, and below it, fainter, the rest."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown: Any = option  # its members are missing in the stubs
        return QSize(0, 2 * (shown.fontMetrics.lineSpacing() + _ROW_PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        shown: Any = option
        what, shown.text = shown.text, ""
        box = QRect(shown.rect).adjusted(_MARK_PX, 2, -_ROW_PADDING, -2)
        box.setHeight(box.height() // 2)
        shown.icon = QIcon()
        shown.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, shown.widget)
        if mark := index.data(Qt.ItemDataRole.DecorationRole):
            mark.paint(painter, QRect(shown.rect.left() + 4, box.top(), _MARK_PX - 8, box.height()))
        is_selected = bool(shown.state & QStyle.StateFlag.State_Selected)  # no faint ink is readable on it
        faint = None if is_selected else index.data(Qt.ItemDataRole.ForegroundRole)
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(faint or QColor(palette().text))
        _line(painter, box, what)
        painter.setFont(shown.widget.font())
        painter.setPen(faint or QColor(palette().text if is_selected else palette().muted))
        _line(painter, box.translated(0, box.height()), str(index.data(DETAIL)))
        painter.restore()


def _line(painter: QPainter, box: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class HistoryPanel(Panel):
    """Choose an edit to see how far it is, then go there; what was undone can be made again."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(" ")
        self.heading.setText(self.tr("History").upper())
        self.setAccessibleName(self.tr("History"))
        self._document = context.document
        self.model = HistoryModel(context.document.project.catalogue, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_TwoLines(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Edits, the newest first"))
        self.view.setWhatsThis(
            self.tr(
                "Every edit of this project, the newest at the top, also of earlier sessions. Choose "
                "one to see how far away it is; the button below goes back to it, or forward again."
            )
        )
        self.close_button = icon_button("close", self.tr("Close the history (Esc)"), flat=True)
        self.close_button.setWhatsThis(self.tr("Hides the list again. Where you went in it stays as it is."))
        self.go_button = primary_button(self.tr("Go back to here"))
        self.hint = muted_label(wrap=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.body.removeWidget(self.heading)
        top = row_layout(self.heading, self.close_button)
        top.insertStretch(1, 1)
        self.body.addLayout(top)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.go_button)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._document.history_changed.connect(self._take_notice)
        self.view.selectionModel().currentRowChanged.connect(self._show_way)
        self.view.doubleClicked.connect(self.go)
        self.go_button.clicked.connect(self.go)
        self.close_button.clicked.connect(self.closed)
        theme_signals.changed.connect(self.view.viewport().update)
        for keys, owner, called in (
            ("Return", self.view, self.go),
            ("Enter", self.view, self.go),
            ("Escape", self, self.closed.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(called)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _take_notice(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the history anew; the chosen edit stays chosen, at first it is the present moment."""
        bar = self.view.verticalScrollBar()
        row, place = self.view.currentIndex().row(), bar.value()
        chosen = -1 if row < 0 else self.model.edit_id(row)
        self.model.reload()
        self.view.setCurrentIndex(self.model.index(self.model.row_of(chosen)))
        if row >= 0:
            bar.setValue(place)
        self._show_way()

    def go(self) -> None:
        """Undo or redo until the chosen edit is the last that stands."""
        row = self.view.currentIndex().row()
        if row >= 0 and not self._document.project.read_only:
            self._document.go_to(self.model.edit_id(row))

    def _show_way(self) -> None:
        row = self.view.currentIndex().row()
        standing = Standing.NOW if row < 0 else self.model.standing(row)
        steps = 0 if row < 0 else self.model.steps_to(row)
        goes_forward = standing is Standing.UNDONE
        may_go = standing in {Standing.DONE, Standing.UNDONE} and not self._document.project.read_only
        self.go_button.setEnabled(may_go)
        self.go_button.setText(self.tr("Go forward to here") if goes_forward else self.tr("Go back to here"))
        self.go_button.setAccessibleName(self.go_button.text())
        self.hint.setText(self._way_text(standing, steps))
        self.go_button.setToolTip(
            self.tr("Undo or redo until this edit is the last that stands (Return)")
            if may_go
            else self.hint.text()
        )

    def _way_text(self, standing: Standing, steps: int) -> str:
        if self._document.project.read_only:
            return self.tr("This project may only be read here: nothing can be undone or made again.")
        match standing:
            case Standing.NOW:
                return self.tr("The project is at this moment.")
            case Standing.LEFT:
                return self.tr("It was undone, and others were made after that: no way leads back there.")
            case Standing.UNDONE:
                return words(Text("{n} edit is made again.", "{n} edits are made again.", n=steps))
        return words(
            Text(
                "{n} edit is taken back; it can be made again.",
                "{n} edits are taken back; they can be made again.",
                n=-steps,
            )
        )
