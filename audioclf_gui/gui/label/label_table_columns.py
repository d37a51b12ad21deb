"""Which columns the table of labels shows, and how wide: chosen at its header, kept for the user."""

import json
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QTableView

from audioclf_gui.core.label_columns import MEASURED_KEYS, TableColumn
from audioclf_gui.gui.label.label_table_model import LabelTableModel, heading
from audioclf_gui.gui.session import Session

_Kind = TypeVar("_Kind", bool, int)

_CHOICES, _WIDTHS = "label_table/columns", "label_table/widths"
_SETTLE_MS = 300
_USUAL_PX = {"clip": 132, "class": 96, "note": 120, "track": 96, "source": 86}
_TEXT_PX = 78
_LEAST_PX, _MOST_PX = 24, 1200  # whatever somebody has written into the settings
_ROOM_PX = 12  # beside a heading
_CELL_PX = 20  # beside the number in a cell
_LATEST = "86400.000"  # seconds, in a recording of a day


class ColumnChoice(QObject):
    """Shows and hides the columns of a view, and offers a menu for it."""

    changed = Signal()  # other columns are shown

    def __init__(self, view: QTableView, model: LabelTableModel, session: Session) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._session = session
        self._choices: dict[str, bool] = _kept(session, _CHOICES, bool)
        self._widths: dict[str, int] = _kept(session, _WIDTHS, int)
        self._known: Sequence[TableColumn] = ()
        self._tells_tracks = True
        self._is_own = False  # whether it is not the user who changes widths
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._keep_widths)
        model.modelReset.connect(self._take_columns)
        view.horizontalHeader().sectionResized.connect(self._take_width)
        self._take_columns()

    @property
    def shown(self) -> tuple[TableColumn, ...]:
        """The columns that are shown, from left to right."""
        return tuple(column for column in self._model.columns if self.is_shown(column))

    @property
    def shows_measured(self) -> bool:
        """Whether sound has to be read for what is shown."""
        return any(column.key in MEASURED_KEYS for column in self.shown)

    def is_shown(self, column: TableColumn) -> bool:
        """Whether a column is shown."""
        usual = self._tells_tracks if column.key == "track" else column.by_default
        return self._choices.get(column.key, usual)

    def tell_tracks(self, *, on: bool) -> None:
        """Show the column of tracks, which tells nothing where all share one, unless the user chose."""
        if on != self._tells_tracks:
            self._tells_tracks = on
            self._apply()
            self.changed.emit()

    def show_column(self, key: str, *, on: bool) -> None:
        """Show a column, or show it no more; the last one stays."""
        self._choose([key], on=on)

    def open_menu(self, place: QPoint) -> QMenu:
        """Let the user choose, at a place of the screen."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self._model.columns:
            is_first_of_its_kind = column.key == MEASURED_KEYS[0] or (
                self._model.rows.further and column.key == self._model.rows.further[0]
            )
            if is_first_of_its_kind:
                menu.addSeparator()
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(self.is_shown(column))
            action.setEnabled(not action.isChecked() or len(self.shown) > 1)
            action.setData(column.key)
            action.toggled.connect(lambda on, key=column.key: self._choose([key], on=on))
        menu.addSeparator()
        measured = menu.addAction(self.tr("All measurements"))
        measured.setCheckable(True)
        measured.setChecked(set(MEASURED_KEYS) <= {column.key for column in self.shown})
        measured.toggled.connect(lambda on: self._choose(MEASURED_KEYS, on=on))
        menu.addAction(self.tr("Usual columns")).triggered.connect(self._reset)
        menu.popup(place)
        return menu

    def _choose(self, keys: Sequence[str], *, on: bool) -> None:
        left = {column.key for column in self.shown} - set(keys)
        if not on and not left:
            return
        self._choices.update(dict.fromkeys(keys, on))
        self._session.put(_CHOICES, json.dumps(self._choices))
        self._apply()
        self.changed.emit()

    def _reset(self) -> None:
        self._choices.clear()
        self._session.put(_CHOICES, json.dumps(self._choices))
        self._apply()
        self.changed.emit()

    def _take_columns(self) -> None:
        if self._model.columns != self._known:
            self._known = self._model.columns
            self._apply()

    def _apply(self) -> None:
        self._is_own = True
        for place, column in enumerate(self._model.columns):
            self._view.setColumnHidden(place, not self.is_shown(column))
            width = self._widths.get(column.key, self._usual_px(column))
            self._view.setColumnWidth(place, min(max(width, _LEAST_PX), _MOST_PX))
        self._is_own = False

    def make_room(self, key: str) -> None:
        """Widen a column so far that its heading, which tells the order now, can be read."""
        place = self._model.column_of(key)
        if place >= 0:
            text = str(self._model.headerData(place, Qt.Orientation.Horizontal))
            self._is_own = True
            self._view.setColumnWidth(place, max(self._view.columnWidth(place), self._heading_px(text)))
            self._is_own = False

    def _usual_px(self, column: TableColumn) -> int:
        digits_px = self._view.fontMetrics().horizontalAdvance(_LATEST) + _CELL_PX
        widest = digits_px if column.is_number else _TEXT_PX
        return max(self._heading_px(heading(column)), _USUAL_PX.get(column.key, widest))

    def _heading_px(self, text: str) -> int:
        font = self._view.horizontalHeader().font()
        font.setBold(True)  # as the style sheet has headings
        return QFontMetrics(font).horizontalAdvance(text) + _ROOM_PX

    def _take_width(self, section: int, _before: int, now: int) -> None:
        if not self._is_own and now > 0:
            self._widths[self._model.columns[section].key] = now
            self._settle.start()

    def _keep_widths(self) -> None:
        self._session.put(_WIDTHS, json.dumps(self._widths))


def _kept(session: Session, key: str, kind: type[_Kind]) -> dict[str, _Kind]:
    """What was remembered; nothing where somebody has written something else there."""
    try:
        kept = json.loads(session.text(key, "{}"))
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: kind(value) for name, value in kept.items() if isinstance(value, bool | int)}
