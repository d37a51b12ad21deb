"""The table of what was decided: its sound is played and kept there, and it is exported as labels."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHeaderView, QMenu
from typing_extensions import override

from audioclf_gui.core.content import write_where_wanted
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.label import LabelClass, Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.live.end_follower import EndFollower
from audioclf_gui.gui.live.event_log import EventLog, LoggedEvent
from audioclf_gui.gui.live.keep_menu import add_classes
from audioclf_gui.gui.live.time_axis import time_text
from audioclf_gui.gui.table_model import ROOT, Index, ValueTable, value_view
from audioclf_gui.gui.text import DASH, clock, score_text, seconds_text
from audioclf_gui.gui.theme import palette, theme_signals
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, add_heading, button, icon_button, row_layout, swatch

_SWATCH_PX = 9
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TIME, _CLASS, _SCORE, _WHY, _KEEP = range(5)
_KEEP_PX = 26


class EventModel(QAbstractTableModel):
    """Shows the rows of a log as they come; a row costs something only while it is painted."""

    def __init__(self, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._only_accepted = False
        self._count = 0
        self._colours: Mapping[str, str] = {}
        self._swatches: dict[str, QPixmap] = {}
        theme_signals.changed.connect(self._paint_swatches)
        self.began: datetime | None = None  # the time of day of second 0; None: a file, which has none
        self._titles = (self.tr("Time"), self.tr("Class"), self.tr("Score"), self.tr("Why"), "")
        self._keep_icon, self._kept_icon = icon("content-save-outline", "muted"), icon("check", "good")
        self.is_kept: Callable[[LoggedEvent], bool] = lambda _row: False

    def set_colours(self, colours: Mapping[str, str]) -> None:
        """The colour of each class."""
        self._colours = colours
        self._paint_swatches()

    def _paint_swatches(self) -> None:
        self._swatches = {name: swatch(colour, size=_SWATCH_PX) for name, colour in self._colours.items()}

    def set_only_accepted(self, chosen: bool) -> None:
        """Show events only, or what was refused too."""
        self._only_accepted = chosen
        self.reset()

    def reset(self) -> None:
        """The log is another now."""
        self.beginResetModel()
        self._count = self._length()
        self.endResetModel()

    def refresh(self, first: int) -> None:
        """The log has grown, or changed from row `first` on."""
        shown, length = self._count, self._length()
        changed = bisect_left(self._log.accepted, first) if self._only_accepted else first
        if changed < shown:
            self.dataChanged.emit(self.index(changed, 0), self.index(shown - 1, _KEEP))
        if length > shown:
            self.beginInsertRows(ROOT, shown, length - 1)
            self._count = length
            self.endInsertRows()

    def row(self, place: int) -> LoggedEvent:
        """What stands in a row of the table."""
        return self._log.rows[self._log.accepted[place] if self._only_accepted else place]

    def time_text(self, time_s: float) -> str:
        """The time of day, or the place in the file."""
        return time_text(self.began, time_s)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return None if row.accepted else QColor(palette().muted)
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() == _SCORE else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section == _SCORE else _LEFT
        return None

    def _length(self) -> int:
        return len(self._log.accepted if self._only_accepted else self._log.rows)

    def _text(self, row: LoggedEvent, column: int) -> str:
        match column:
            case 0:
                return self.time_text(row.time_s)
            case 1:
                return row.class_name or DASH
            case 2:
                return score_text(row.score) if row.class_name else ""
            case 4:
                return ""
        return row.model if row.accepted and row.model else words(row.reason)

    def _picture(self, row: LoggedEvent, column: int) -> QPixmap | QIcon | None:
        if column == _KEEP:
            return self._kept_icon if self.is_kept(row) else self._keep_icon
        return self._swatches.get(row.class_name) if column == _CLASS and row.accepted else None

    def _tip(self, row: LoggedEvent, column: int) -> str:
        if column == _KEEP:
            if self.is_kept(row):
                return self.tr("It is a clip of the project: play it, or give it another class")
            return self.tr("Play or keep this sound")
        lasted = self.tr("from {start} to {end}, {length}").format(
            start=clock(row.start_s), end=clock(row.end_s), length=seconds_text(row.end_s - row.start_s)
        )
        told = words(row.reason)
        if row.model:
            told = self.tr("{reason}, heard by {model}").format(reason=told, model=row.model)
        return f"{row.class_name or DASH}: {told}\n{lasted}"


class EventPanel(Panel):
    """EVENTS: the table, what to show in it, export."""

    export_asked = Signal(object, str)  # Path, key of the format
    clear_asked = Signal()
    play_asked = Signal(object)  # LoggedEvent
    keep_asked = Signal(object, str)  # LoggedEvent, name of a class or "" for none yet
    picked = Signal(object)  # LoggedEvent | None: what the user points at

    def __init__(self, log: EventLog) -> None:
        super().__init__("")
        self._log = log
        self.heading.setText(self.tr("Events").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Events"))
        self.model = EventModel(log, self)
        self.view = value_view(
            ValueTable(()),
            self.tr("Events and refused decisions"),
            empty_text=self.tr("What the model hears is listed here, once it listens."),
        )
        self.view.setModel(self.model)
        self.view.setWhatsThis(
            self.tr(
                "What was decided, the newest last: when, which class, with which score, and why it "
                "was refused if it was. A double click plays the sound; the last column keeps it "
                "under the right class."
            )
        )
        self._end = EndFollower(self.view)
        self.only_accepted = QCheckBox(self.tr("Events only"))
        self.only_accepted.setAccessibleName(self.only_accepted.text())
        self.only_accepted.setToolTip(self.tr("Hide what was refused"))
        self.only_accepted.toggled.connect(self.model.set_only_accepted)
        self.clear_button = icon_button("delete-sweep-outline", self.tr("Clear the list"), flat=True)
        self.clear_button.setWhatsThis(
            self.tr("Takes all rows out of this list. Clips that were kept and the file of the log stay.")
        )
        self.clear_button.clicked.connect(self.clear_asked)
        self.export_button = button(
            self.tr("Export events…"), self.tr("Write the events as a label file; refused decisions stay out")
        )
        self.export_button.clicked.connect(self._choose_file)
        self.menu = QMenu(self.view)
        self._classes: Sequence[LabelClass] = ()
        self._arrange()
        self._connect()
        theme_signals.changed.connect(self.view.viewport().update)
        self.refresh_buttons()

    def _arrange(self) -> None:
        self.body.removeWidget(self.heading)
        top = row_layout(self.heading, self.only_accepted, self.clear_button)
        top.insertStretch(1, 1)
        self.body.insertLayout(0, top)
        header = self.view.horizontalHeader()
        fixed = QHeaderView.ResizeMode.Fixed
        metrics = self.view.fontMetrics()
        for column, *examples in (
            (_TIME, "00:00:00"),
            (_SCORE, "0.00", self.tr("Score")),
            (_WHY, words(Text("below {threshold:.2f}", threshold=0.6))),
        ):
            header.setSectionResizeMode(column, fixed)
            header.resizeSection(column, max(map(metrics.horizontalAdvance, examples)) + 14)
        header.setSectionResizeMode(_KEEP, fixed)
        header.resizeSection(_KEEP, _KEEP_PX)
        header.setMinimumSectionSize(_KEEP_PX)
        header.setSectionResizeMode(_CLASS, QHeaderView.ResizeMode.Stretch)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.export_button)

    def _connect(self) -> None:
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.clicked.connect(self._click)
        self.view.activated.connect(lambda index: self.play_asked.emit(self.model.row(index.row())))
        self.view.selectionModel().selectionChanged.connect(lambda: self.picked.emit(self.chosen))

    @property
    def chosen(self) -> LoggedEvent | None:
        """The row that is selected."""
        rows = self.view.selectionModel().selectedRows()
        return self.model.row(rows[0].row()) if rows else None

    def show_classes(self, classes: Sequence[LabelClass]) -> None:
        """The classes of the project, as which a row can be kept."""
        self._classes = tuple(classes)

    def _click(self, index: Index) -> None:
        if index.column() == _KEEP:
            self._open_menu(self.view.visualRect(index).bottomLeft())

    def _open_menu(self, at: QPoint) -> None:
        """Play or keep the row at a place."""
        index = self.view.indexAt(at)
        if not index.isValid():
            return
        row = self.model.row(index.row())
        self.view.selectRow(index.row())
        self.menu.clear()
        play = self.menu.addAction(icon("play"), self.tr("Play"))
        play.triggered.connect(lambda: self.play_asked.emit(row))
        add_heading(self.menu, self.tr("Keep this sound as"))
        add_classes(self.menu, self._classes, lambda name: self.keep_asked.emit(row, name))
        self.menu.popup(self.view.viewport().mapToGlobal(at))

    def refresh(self, first: int) -> None:
        """The log has changed from row `first` on; whoever looks at its end stays there."""
        is_at_end = self._end.is_at_end
        if self._log.trim():
            self.model.reset()
        else:
            self.model.refresh(first)
        if is_at_end:
            self.view.scrollToBottom()
        self.refresh_buttons()

    def reset(self, began: datetime | None) -> None:
        """The log is empty; its second 0 is at `began`."""
        self.model.began = began
        self.model.reset()
        self.refresh_buttons()

    def refresh_buttons(self) -> None:
        """Nothing can be exported while there is nothing."""
        self.export_button.setEnabled(bool(self._log.accepted))
        self.clear_button.setEnabled(bool(self._log.rows))

    def _choose_file(self) -> None:
        filters = {
            f"{words(label_format.name)} (*{label_format.suffixes[0]})": label_format.key
            for label_format in FORMATS.values()
        }
        name, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Export events"), self.tr("events"), ";;".join(filters)
        )
        if name:
            key = filters[chosen]
            path = Path(name)
            suffixes = FORMATS[key].suffixes
            is_known = path.suffix.lower() in {suffix.lower() for suffix in suffixes}
            self.export_asked.emit(path if is_known else path.with_name(path.name + suffixes[0]), key)


def write_events(regions: Sequence[Region], path: Path, key: str) -> Path | None:
    """Write events in the format called `key`; where the file is kept that was in the place before.

    Raises
    ------
    UserError
        If the file cannot be written.
    """
    return written(path, FORMATS[key].write(regions))


def written(path: Path, content: bytes) -> Path | None:
    """The same with what a file of any kind is to hold."""
    try:
        return write_where_wanted(path, content)
    except OSError as error:
        raise cannot_write(path, error) from error
