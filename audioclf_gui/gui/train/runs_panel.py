"""RUNS: the history; one is shown, others are laid over it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from audioclf_gui.core.figures import Figure
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.gui.text import DASH, capitalised, minute_text
from audioclf_gui.gui.train.run_question import RunQuestion
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, muted_label
from audioclf_gui.ml.presets import title_of

_MARKS = {RunStatus.RUNNING: " ●", RunStatus.FAILED: " ✕", RunStatus.STOPPED: " ■", RunStatus.DONE: ""}
_STATUS_WORDS = {
    RunStatus.RUNNING: Text("running"),
    RunStatus.DONE: Text("finished"),
    RunStatus.STOPPED: Text("stopped"),
    RunStatus.FAILED: Text("failed"),
}
NO_NOTES: Mapping[RunId, RunNote] = {}


class RunsPanel(Panel):
    """The newest run first. Ctrl and a click on a second one compares the two; any number is drawn."""

    chosen = Signal(object)  # tuple[RunId, ...]: the first one chosen first
    menu_asked = Signal(object, QPoint)  # RunId, or None beside all, and where on the screen
    deletion_asked = Signal(object)  # tuple[RunId, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Runs").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Runs"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Training runs"))
        self.hint = muted_label(self.tr("Ctrl+click compares runs"))
        self.body.addWidget(self.table, 1)
        self.question = RunQuestion()
        self.body.addWidget(self.hint)
        self.body.addWidget(self.question)
        self._order: list[RunId] = []
        self._prepare_table()
        self._connect()

    def _prepare_table(self) -> None:
        titles = (self.tr("Run"), self.tr("Model"), "")
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(36)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.table.setColumnWidth(0, self.fontMetrics().horizontalAdvance("000 ●") + 14)
        self.table.setColumnWidth(2, self.fontMetrics().horizontalAdvance("0.000") + 16)
        for column, side in enumerate(
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        ):
            title = QTableWidgetItem(titles[column])
            title.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.table.setHorizontalHeaderItem(column, title)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._choose)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._ask_menu)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self._ask_deletion).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def show_runs(self, runs: Sequence[Run], notes: Mapping[RunId, RunNote] = NO_NOTES) -> None:
        """Show the history; what was chosen stays chosen, or the newest is while nothing is left of it."""
        known = {run.id for run in runs}
        kept = tuple(run_id for run_id in self._order if run_id in known)
        is_lost = bool(self._order) and not kept
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(runs))
            for row, run in enumerate(reversed(runs)):
                self._fill(row, run, notes.get(run.id, RunNote()))
            self._select(kept)
        self._order = list(kept)
        if is_lost and runs:
            self.choose(runs[-1].id)
        self.table.setHorizontalHeaderItem(2, self._figure_header({run.objective for run in runs}))
        self.hint.setVisible(len(runs) > 1)

    def _figure_header(self, objectives: AbstractSet[str]) -> QTableWidgetItem:
        """What the figures are, where all are of one kind."""
        titles = {"single-label": self.tr("Acc."), "multi-label": "AP", "regression": "R²"}
        (kind,) = objectives if len(objectives) == 1 else ("",)
        header = QTableWidgetItem(titles.get(kind, self.tr("Figure")))
        header.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return header

    @property
    def selected(self) -> tuple[RunId, ...]:
        """The runs that are chosen, in the order in which they were."""
        return tuple(self._order)

    def choose(self, run_id: RunId) -> None:
        """Choose one run."""
        with QSignalBlocker(self.table):
            self._select((run_id,))
        self._order = [run_id]
        self.chosen.emit(self.selected)

    def _select(self, run_ids: Sequence[RunId]) -> None:
        self.table.clearSelection()
        model = self.table.selectionModel()
        for row in range(self.table.rowCount()):
            if self._id(row) in run_ids:
                flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
                model.select(self.table.model().index(row, 0), flags)

    def _fill(self, row: int, run: Run, note: RunNote) -> None:
        found = report_from_json(run.report).headline
        texts = (
            f"{run.id}{_MARKS[run.status]}",
            note.name or words(title_of(run.preset, run.settings)),
            words(found.value_text) if found else DASH,
        )
        tip = _tip(run, found, note)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, int(run.id))
            item.setToolTip(tip)
            side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _id(self, row: int) -> RunId:
        item = self.table.item(row, 0)
        assert item is not None
        return RunId(int(item.data(Qt.ItemDataRole.UserRole)))

    def _ask_menu(self, place: QPoint) -> None:
        row = self.table.rowAt(place.y())
        run_id = self._id(row) if row >= 0 else None
        self.menu_asked.emit(run_id, self.table.viewport().mapToGlobal(place))

    def _ask_deletion(self) -> None:
        if self._order:
            self.deletion_asked.emit(self.selected)

    def _choose(self) -> None:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        now = [self._id(row) for row in sorted(rows)]
        kept = [run_id for run_id in self._order if run_id in now]
        self._order = kept + [run_id for run_id in now if run_id not in kept]
        if self._order:
            self.chosen.emit(self.selected)


def _tip(run: Run, found: Figure | None, note: RunNote) -> str:
    said = (words(title_of(run.preset, run.settings)) if note.name else "", note.text)
    return "\n".join(filter(None, (note.name, *_facts(run, found), *said)))


def _facts(run: Run, found: Figure | None) -> tuple[str, ...]:
    facts = Text(
        "Run {id:d}, {status}, {time} UTC",
        id=run.id,
        status=_STATUS_WORDS[run.status],
        time=minute_text(run.started_at),
    )
    if found is None:
        return (words(facts),)
    figure = found.text
    if found.sd is not None:
        figure = Text("{figure} ± {sd:.3f}, mean and sd of the folds", figure=figure, sd=found.sd)
    elif found.interval_text is not None:
        figure = Text("{figure} ({interval})", figure=figure, interval=found.interval_text)
    return words(facts), capitalised(words(figure))
