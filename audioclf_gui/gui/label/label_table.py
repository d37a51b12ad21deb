"""The table of labels below the editor: filter, order, whose labels are listed."""

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget
from typing_extensions import override

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label_columns import MEASURED_KEYS
from audioclf_gui.core.label_query import matching, ordered
from audioclf_gui.core.label_rows import Bools, Ints, LabelRows, patched, rows_of
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.label.label_measuring import LabelMeasuring
from audioclf_gui.gui.label.label_rows_keeper import RowsKeeper
from audioclf_gui.gui.label.label_table_columns import ColumnChoice
from audioclf_gui.gui.label.label_table_model import LabelTableModel, measurable
from audioclf_gui.gui.label.label_table_view import CellDelegate, LabelTableView
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import Panel, button, icon_button, muted_label, row_layout, set_role
from audioclf_gui.jobs.tabulate_labels import TabulateLabels

_TYPING_MS = 120
_LEAST_PX = 128
_KEPT = 2000  # of more chosen rows none is looked for when all were made anew
_OPEN_KEY = "label_table/open"


class LabelTablePane(Panel):
    """Lists the labels of all clips, or of the one that is shown; nothing is done while it is not seen."""

    export_asked = Signal()
    filled = Signal()  # it is seen again, or all of its rows were made anew

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(words(Text("Label table")))
        self.setMinimumHeight(_LEAST_PX)
        self._document = context.document
        self._session = context.session
        self._terms = ""  # those that are in force
        self._sorted_by = ""
        self._falls = False
        self.model = LabelTableModel(rows_of(self._document.view, ()), self)
        self.view = LabelTableView(self.model)
        self.columns = ColumnChoice(self.view, self.model, context.session)
        self.keeper = RowsKeeper(context, self)
        self.measuring = LabelMeasuring(context, self.view, self.model, self.columns, self)
        self.filter = QLineEdit()
        self.of_all, self.of_one = button(self.tr("All clips")), button(self.tr("This clip"))
        self.count = muted_label()
        self.problem, self.empty = muted_label(wrap=True), muted_label(wrap=True)
        self.choose_columns = icon_button("view-column-outline", self.tr("Choose columns"), flat=True)
        self.export = icon_button("tray-arrow-up", self.tr("Export these labels as a table"), flat=True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self.view.setItemDelegate(CellDelegate(lambda: self._document.view, self.view))
        self._arrange()
        self._connect()
        self._take_tracks()
        if not context.session.flag(_OPEN_KEY, False):
            self.hide()

    @property
    def request(self) -> TabulateLabels:
        """The table as it is listed, to be written."""
        view, current = self._document.view, self._document.current
        return TabulateLabels(
            view.clips if self.of_all.isChecked() else () if current is None else (current,),
            filter=self._terms,
            columns=tuple(column.key for column in self.columns.shown),
            sort=self._sorted_by,
            falling=self._falls,
        )

    def set_open(self, *, on: bool) -> None:
        """Show the table or hide it; it is remembered which."""
        self._session.put(_OPEN_KEY, on)
        self.setVisible(on)

    def apply_filter(self) -> None:
        """Pick out and sort the labels anew; those that are selected stay so."""
        self._typing.stop()
        self._show(self.model.rows, self.model.measured, self.view.chosen(), self.view.current_place())

    def sort_by(self, key: str, *, falls: bool) -> None:
        """Sort by a column, or in the project's order if the key is empty."""
        self._sorted_by, self._falls = key, falls
        self.model.mark_sorted(key, falls=falls)
        self.columns.make_room(key)
        self.apply_filter()
        self.measuring.want_all(on=key in MEASURED_KEYS)

    def choose(self, places: Ints, current: int | None, *, scroll: bool = True) -> None:
        """Select the labels at these places, as far as they are listed."""
        rows = self.model.rows_of(places)
        own = self.model.rows_of(np.array([] if current is None else [current], np.int64))
        last = int(own[0]) if len(own) else int(rows[-1]) if len(rows) else -1
        self.view.choose(rows, last, scroll=scroll)

    def _take_current(self) -> None:
        if self.of_one.isChecked() and self.isVisible():
            self.apply_filter()

    def _take_classes(self) -> None:
        self.model.set_classes(self._document.view.classes)
        self._again.setVisible(self._again.isVisible() or bool(self._terms) or self._sorted_by == "class")

    def _take_tracks(self) -> None:
        self.columns.tell_tracks(on=len(self._document.view.tracks) > 1)

    def shutdown(self) -> None:
        """End the thread."""
        self.keeper.sleep()
        self.measuring.shutdown()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeper.wake()
        self._explain()
        self.filled.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.sleep()
        self.measuring.pause()

    def _check_terms(self) -> None:
        """Take up what is typed, if it is understood; else say so and go on with what was there before."""
        terms = self.filter.text()
        try:
            matching(rows_of(self._document.view, ()), (), terms)
        except UserError as error:
            self.problem.setText(in_sentences(error))
            self.problem.show()
        else:
            self._terms = terms
            self.problem.hide()

    def _show(self, rows: LabelRows, measured: Bools, chosen: Ints, current: int | None) -> None:
        """Show rows where the view stands; of their places these are chosen."""
        self._again.setVisible(False)
        self._check_terms()
        top = self.view.verticalScrollBar().value()
        self.model.show_rows(rows, measured, self._ordered(rows))
        self.choose(chosen, current, scroll=False)
        self.view.verticalScrollBar().setValue(top)
        self._explain()
        self.measuring.begin_anew()

    def _ordered(self, rows: LabelRows) -> Ints:
        classes, current = self._document.view.classes, self._document.current
        fits = matching(rows, classes, self._terms)
        if self._sorted_by not in {"class", *rows.texts, *rows.numbers}:
            self._sorted_by = ""
        if self.of_one.isChecked():
            fits &= rows.clip_ids == (-1 if current is None else current.id)
        return ordered(rows, classes, np.flatnonzero(fits), self._sorted_by, falling=self._falls)

    def _take_rows(self, rows: LabelRows) -> None:
        """All rows were made anew: what was selected is looked for among them."""
        places, current = self.view.chosen(), self.view.current_place()
        chosen = [self.model.label_of(one) for one in places.tolist()] if len(places) <= _KEPT else []
        here = rows.places_of([] if current is None else [self.model.label_of(current)])
        self._take_classes()
        measured = np.zeros(len(rows), np.bool_)
        self._show(measurable(rows), measured, rows.places_of(chosen), int(here[0]) if len(here) else None)
        self.filled.emit()

    def _take_changed(self, clip_ids: frozenset[ClipId]) -> None:
        """Labels of some clips are others now: a row keeps its place, unless rows come or go."""
        rows, patch = self.model.rows, patched(self.model.rows, self._document.view, clip_ids)
        if patch.kept is None and patch.rows.further == rows.further:
            self.model.change_rows(patch.rows, patch.touched)
            self._again.setVisible(bool(self._terms or self._sorted_by))
            self.measuring.begin_anew()
            return
        current, row = self.view.current_place(), self.view.currentIndex().row()
        kept = np.arange(len(rows)) if patch.kept is None else patch.kept
        moved = np.full(len(rows), -1)
        moved[kept] = np.arange(len(kept))
        measured = np.zeros(len(patch.rows), np.bool_)
        self.model.measured[patch.touched] = False
        measured[: len(kept)] = self.model.measured[kept]
        left = moved[self.view.chosen()]
        here = -1 if current is None else int(moved[current])
        self._show(patch.rows, measured, left[left >= 0], here if here >= 0 else None)
        if here < 0:
            self.view.rest_on(min(row, self.model.rowCount() - 1))

    def _sort(self, section: int) -> None:
        """By this column, then the other way round, then in the project's order again."""
        key = self.model.columns[section].key
        if key != self._sorted_by:
            self.sort_by(key, falls=False)
        elif not self._falls:
            self.sort_by(key, falls=True)
        else:
            self.sort_by("", falls=False)

    def _explain(self) -> None:
        shown, known = self.model.rowCount(), len(self.model.rows)
        is_empty = not shown and not self.keeper.is_making
        self.empty.setText(
            self.tr("No label matches the filter.")
            if self.filter.text() and known
            else self.tr("No labels yet. Select a stretch and press a digit, or Ctrl+B.")
        )
        self.empty.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, known = self.model.rowCount(), len(self.model.rows)
        if left := self.measuring.left:
            told = Text("{n} label to be measured", "{n} labels to be measured", n=left)
        elif shown == known:
            told = Text("{n} label", "{n} labels", n=known)
        else:
            told = Text("{shown} of {known} labels", shown=number_text(shown), known=number_text(known))
        self.count.setText(words(told))

    def _arrange(self) -> None:
        whose = QButtonGroup(self)
        for one in (self.of_all, self.of_one):
            one.setCheckable(True)
            whose.addButton(one)
        self.of_all.setChecked(True)
        self.of_all.setToolTip(self.tr("List the labels of all clips of the project"))
        self.of_one.setToolTip(self.tr("List the labels of the clip in the editor"))
        self.filter.setPlaceholderText(self.tr("Filter: word, class:dog, note:far, is:unsure, len:>10"))
        self.filter.setAccessibleName(self.tr("Filter the labels"))
        self.filter.setToolTip(
            self.tr(
                "Words, class:dog, track:, note:, clip:, group:, is:unsure, is:unnamed, is:whole, is:moment,"
                " is:box, len:>10, start:, end:, low:<500, high:, score:, source:model, and the names of"
                " further columns; a leading - turns a term round"
            )
        )
        self.filter.setClearButtonEnabled(True)
        self._again = self.filter.addAction(icon("refresh"), QLineEdit.ActionPosition.TrailingPosition)
        self._again.setToolTip(self.tr("Labels have changed: filter and sort again (Enter)"))
        self._again.setVisible(False)
        set_role(self.problem, "warn")
        self.problem.hide()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = row_layout(self.of_all, self.of_one, self.filter, self.count, self.choose_columns, self.export)
        bar.setStretchFactor(self.filter, 1)
        self.body.addLayout(bar)
        for widget in (self.problem, self.empty, self.view):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.view, 1)
        self.body.setStretchFactor(self.empty, 1)

    def _connect(self) -> None:
        self._document.current_changed.connect(self._take_current)
        self._document.classes_changed.connect(self._take_classes)
        self._document.tracks_changed.connect(self._take_tracks)
        self.keeper.made.connect(self._take_rows)
        self.keeper.changed.connect(self._take_changed)
        self.measuring.progressed.connect(self._tell_count)
        self.measuring.settled.connect(self.apply_filter)
        self._typing.timeout.connect(self.apply_filter)
        self._again.triggered.connect(self.apply_filter)
        self.filter.textEdited.connect(lambda _text: self._typing.start())
        self.filter.textChanged.connect(self._cleared)
        self.filter.returnPressed.connect(self._confirm_filter)
        self.of_all.toggled.connect(lambda _on: self.apply_filter())
        header = self.view.horizontalHeader()
        header.sectionClicked.connect(self._sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.columns.open_menu(header.mapToGlobal(place))
        )
        self.choose_columns.clicked.connect(
            lambda: self.columns.open_menu(
                self.choose_columns.mapToGlobal(QPoint(0, self.choose_columns.height()))
            )
        )
        self.export.clicked.connect(self.export_asked)
        self.view.find_asked.connect(self.filter.selectAll)
        self.view.find_asked.connect(self.filter.setFocus)

    def _cleared(self, text: str) -> None:
        if not text:
            self.apply_filter()

    def _confirm_filter(self) -> None:
        self.apply_filter()
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.rest_on(0)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
