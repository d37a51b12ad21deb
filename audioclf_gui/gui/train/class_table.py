"""PER CLASS: what there is to learn of each class; after a run its precision, recall and F1, sortable."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from audioclf_gui.core.figures import ClassFigures
from audioclf_gui.core.text import Text
from audioclf_gui.gui.table_model import Column, SpeakingTable, ValueTable
from audioclf_gui.gui.text import DASH, number_text, shown_number
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch
from audioclf_gui.ml.class_counts import ClassCount, ClassCounts

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_NAME = 0
_ROOM_PX = 10  # beside a heading


class Wrong(Enum):
    """Which clips of a class somebody wants to hear."""

    ANY = auto()
    MISSED = auto()
    FALSE = auto()


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    tip: str
    text: Callable[[ClassFigures], str]
    key: Callable[[ClassFigures], str | float]
    of_sets: bool = False  # only where a sound may be of several classes
    wrong: Wrong = Wrong.ANY  # what a click on it opens then


class ClassTableModel(QAbstractTableModel):
    """The figures of one run, in the order that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ClassFigures] = []
        self._places: dict[str, int] = {}  # in the order of the run
        self._colours: Mapping[str, str] = {}
        self._all = self._make_columns()
        self._columns = [column for column in self._all if not column.of_sets]

    def _make_columns(self) -> tuple[_Column, ...]:
        name = _Column(self.tr("Class"), "", lambda one: one.name, lambda one: one.name.casefold())
        return (name, *self._shares(), *self._counts())

    def _shares(self) -> Iterator[_Column]:
        """How well it was told, 0 to 1."""
        yield from (
            _Column(
                self.tr("Avg. prec."),
                self.tr("Average precision: of the precisions at each clip of the class, by falling score"),
                lambda one: shown_number(one.average_precision or 0.0, ".2f") if one.clips else DASH,
                lambda one: one.average_precision or 0.0,
                of_sets=True,
            ),
            _Column(
                self.tr("Prec."),
                self.tr("Precision: of the answers “this class”, how many were right"),
                lambda one: shown_number(one.precision, ".2f"),
                lambda one: one.precision,
            ),
            _Column(
                self.tr("Recall"),
                self.tr("Of the clips of this class, how many were recognised"),
                lambda one: shown_number(one.recall, ".2f") if one.clips else DASH,
                lambda one: one.recall,
            ),
            _Column(
                "F1",
                self.tr("The harmonic mean of precision and recall"),
                lambda one: shown_number(one.f1, ".2f") if one.clips else DASH,
                lambda one: one.f1,
            ),
            _Column(
                self.tr("Threshold"),
                self.tr("The score from which the class is answered"),
                lambda one: shown_number(one.threshold or 0.0, ".2f"),
                lambda one: one.threshold or 0.0,
                of_sets=True,
            ),
        )

    def _counts(self) -> Iterator[_Column]:
        """How many clips that is about."""
        yield from (
            _Column(
                self.tr("Clips"),
                self.tr("How many clips of the class were judged"),
                lambda one: number_text(one.clips),
                lambda one: one.clips,
            ),
            _Column(
                self.tr("Missed"),
                self.tr("Clips of the class that were not recognised as such; click to hear them"),
                lambda one: number_text(one.missed),
                lambda one: one.missed,
                of_sets=True,
                wrong=Wrong.MISSED,
            ),
            _Column(
                self.tr("False"),
                self.tr("Clips that were taken for the class, too; click to hear them"),
                lambda one: number_text(one.false),
                lambda one: one.false,
                of_sets=True,
                wrong=Wrong.FALSE,
            ),
        )

    def show(self, rows: Sequence[ClassFigures], colours: Mapping[str, str]) -> None:
        """Show other figures."""
        are_sets = any(one.average_precision is not None for one in rows)
        self.beginResetModel()
        self._rows, self._colours = list(rows), colours
        self._places = {one.name: place for place, one in enumerate(rows)}
        self._columns = [column for column in self._all if are_sets or not column.of_sets]
        self.endResetModel()

    def wrong_at(self, index: Index) -> tuple[int, Wrong] | None:
        """Which clips a click asks for, with the place of their class; None where that is a matrix's."""
        one, column = self._rows[index.row()], self._columns[index.column()]
        if one.average_precision is None or not (one.missed or one.false):
            return None
        return self._places[one.name], column.wrong

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()].text(one)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _NAME:
            return swatch(self._colours.get(one.name, "#999999"), size=10)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words(_recall_text(one))
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=self._columns[column].key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()


class ClassTable(SpeakingTable):
    """The table; a click on a heading sorts, the tool tip of a row has its interval.

    Where a sound may be of several classes, a click on a row asks for the clips that were judged wrongly.
    """

    clips_asked = Signal(int, object)  # the place of a class among those of the run, and a Wrong

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = ClassTableModel()
        self.counts = ValueTable(
            (
                Column(self.tr("Class"), lambda one: str(one.name)),
                Column(self.tr("Clips"), lambda one: number_text(one.clips), is_number=True),
                Column(self.tr("Labels"), _labels_text, _labels_tip, is_number=True),
                Column(self.tr("Windows"), lambda one: number_text(one.windows), is_number=True),
            )
        )
        self.setModel(self.figures)
        self.empty_text = self.tr(
            "Press Train: after the first run it is shown how well each class is recognised."
        )
        self.setAccessibleName(self.tr("Figures per class"))
        self.setWhatsThis(
            self.tr(
                "A row for each class. Before the first run: what there is to learn from; after it: "
                "the share of its answers that are right, the share of its sounds that were found, F1 "
                "and how many were tested. A click shows the clips that went wrong."
            )
        )
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of a kind differ at their end
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._fit_columns()

    def _ask(self, index: Index) -> None:
        asked = self.figures.wrong_at(index) if self.model() is self.figures else None
        if asked is not None:
            self.clips_asked.emit(*asked)

    def show_counts(self, counts: ClassCounts) -> None:
        """Show how much there is to learn from, as long as there are no figures."""
        self.counts.show(counts.classes)
        self._choose_model()

    def _choose_model(self) -> None:
        wanted = self.counts if self.counts.rowCount() and not self.figures.rowCount() else self.figures
        if wanted is not self.model():
            self.setModel(wanted)
            self.setSortingEnabled(wanted is self.figures)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Numbers and headings are whole; names have what is left."""
        header, model, font = self.horizontalHeader(), self.model(), self.font()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        font.setBold(True)  # as the style sheet has headings
        bold, usual = QFontMetrics(font), self.fontMetrics()
        for column in range(_NAME + 1, model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            heading = max(bold.horizontalAdvance(title) + _ROOM_PX, usual.horizontalAdvance("0.00 00"))
            self.setColumnWidth(column, max(heading, self.sizeHintForColumn(column)))

    def show_figures(self, rows: Sequence[ClassFigures], colours: Mapping[str, str]) -> None:
        """Show the figures of another run; `colours` are those of the project's classes by name."""
        self.figures.show(rows, colours)
        header = self.horizontalHeader()
        self.figures.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._choose_model()


def _recall_text(one: ClassFigures) -> Text:
    if one.groups is not None and one.clips and one.low is None:
        return Text(
            "{name}: recall {recall:.3f}, from {n} clip of too few groups to tell its interval",
            "{name}: recall {recall:.3f}, from {n} clips of too few groups to tell their interval",
            n=one.clips,
            name=one.name,
            recall=one.recall,
        )
    if one.low is None or one.high is None:
        return Text(
            "{name}: recall {recall:.3f}, from {n} clip",
            "{name}: recall {recall:.3f}, from {n} clips",
            n=one.clips,
            name=one.name,
            recall=one.recall,
        )
    return Text(
        "{name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clip",
        "{name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clips",
        n=one.clips,
        name=one.name,
        recall=one.recall,
        low=one.low,
        high=one.high,
    )


def _labels_text(one: ClassCount) -> str:
    usable = number_text(one.usable)
    return usable if one.usable == one.labels else f"{usable} / {number_text(one.labels)}"


def _labels_tip(one: ClassCount) -> str:
    return words(
        Text(
            "{usable} of {n} label holds sound to learn from",
            "{usable} of {n} labels hold sound to learn from",
            n=one.labels,
            usable=one.usable,
        )
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == _NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
