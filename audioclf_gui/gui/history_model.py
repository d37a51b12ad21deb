"""The history as a list: read page by page, seen from the present moment."""

from datetime import date, datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from audioclf_gui.core.catalogue import Catalogue
from audioclf_gui.core.change import Edit
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.table_model import ROOT, Index
from audioclf_gui.gui.text import date_text
from audioclf_gui.gui.theme import palette
from audioclf_gui.gui.translate import words

_PAGE = 200
DETAIL = Qt.ItemDataRole.UserRole
"""The role of the second line of a row: when, how many clips, what became of it."""


class Standing(Enum):
    """What became of an edit."""

    DONE = auto()
    NOW = auto()  # the last one that stands: the project is as it left it
    UNDONE = auto()  # can be made again
    LEFT = auto()  # was undone, and others were made after that; it cannot be reached


_ICONS = {Standing.NOW: "arrow-right-bold", Standing.UNDONE: "undo", Standing.LEFT: "close"}
_FAINT = {Standing.UNDONE, Standing.LEFT}
_MARKS = {
    Standing.NOW: Text("now"),
    Standing.UNDONE: Text("undone"),
    Standing.LEFT: Text("left behind"),
}


class HistoryModel(QAbstractListModel):
    """The newest edit first; the last row, when all were read, is the moment before the first edit."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._edits: list[Edit] = []
        self._now = 0  # the id of the last edit that stands
        self._is_whole = False
        self._today = date.today()

    def reload(self) -> None:
        """Read anew as much as was read, and at least back to the present moment."""
        last = self._catalogue.undoable
        self.beginResetModel()
        self._today = date.today()
        self._now = 0 if last is None else last.id
        wanted = max(_PAGE, len(self._edits))
        self._edits = []
        self._read(wanted)
        while not self._is_whole and self._edits[-1].id > self._now:
            self._read(_PAGE)
        self.endResetModel()

    def _read(self, count: int) -> None:
        before = self._edits[-1].id if self._edits else None
        page = self._catalogue.history(count, before)
        self._edits.extend(page)
        self._is_whole = len(page) < count

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole

    @override
    def fetchMore(self, parent: Index) -> None:
        known = len(self._edits)
        page = self._catalogue.history(_PAGE, self._edits[-1].id if self._edits else None)
        is_whole = len(page) < _PAGE
        self.beginInsertRows(ROOT, known, known + len(page) + is_whole - 1)
        self._edits.extend(page)
        self._is_whole = is_whole
        self.endInsertRows()

    def edit_id(self, row: int) -> int:
        """Which edit a row shows; 0 is the moment before the first."""
        return self._edits[row].id if row < len(self._edits) else 0

    def row_of(self, edit_id: int) -> int:
        """Where an edit is shown; the present moment's row if it is not."""
        rows = {edit.id: row for row, edit in enumerate(self._edits)}
        return rows.get(edit_id, rows.get(self._now, len(self._edits)))

    def standing(self, row: int) -> Standing:
        """What became of the edit of a row."""
        edit = self._edits[row] if row < len(self._edits) else None
        edit_id = 0 if edit is None else edit.id
        if edit_id == self._now:
            return Standing.NOW
        if edit is not None and edit.left_behind:
            return Standing.LEFT
        return Standing.UNDONE if edit_id > self._now else Standing.DONE

    def steps_to(self, row: int) -> int:
        """How many edits are undone (below 0) or made again (above 0) on the way to a row."""
        now = self.row_of(self._now)
        between = range(now, row) if row > now else range(row, now)
        steps = sum(self.standing(one) is not Standing.LEFT for one in between)
        return -steps if row > now else steps

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._edits) + self._is_whole

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        standing = self.standing(row)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._what(row)
            case Qt.ItemDataRole.UserRole:
                return self._detail(row, standing)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{self._what(row)}\n{self._detail(row, standing)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._what(row)}, {self._detail(row, standing)}"
        return _look(standing, role)

    def _what(self, row: int) -> str:
        if row == len(self._edits):
            return self.tr("Before the first edit")
        what = words(self._edits[row].what)
        return what[:1].upper() + what[1:]

    def _detail(self, row: int, standing: Standing) -> str:
        parts = []
        if row < len(self._edits):
            edit = self._edits[row]
            parts = [moment(edit.made_at, self._today), Text("{n} clip", "{n} clips", n=edit.clips)]
        if standing in _MARKS:
            parts.append(_MARKS[standing])
        return words(listed(parts, "  ·  "))


def _look(standing: Standing, role: int) -> QColor | QFont | QIcon | None:
    match role:
        case Qt.ItemDataRole.DecorationRole if standing in _ICONS:
            return icon(_ICONS[standing], "muted" if standing in _FAINT else "link")
        case Qt.ItemDataRole.ForegroundRole if standing in _FAINT:
            return QColor(palette().disabled)
        case Qt.ItemDataRole.FontRole if standing is Standing.NOW:
            font = QFont()
            font.setBold(True)
            return font
    return None


def moment(made_at: str, today: date) -> Text:
    """When something was done, in local time: "Today 14:02", "Yesterday 09:30", "2026-07-01 17:45".

    Parameters
    ----------
    made_at
        ISO 8601, with the distance from UTC.
    today
        The date of today, local.
    """
    when = datetime.fromisoformat(made_at).astimezone()
    time = f"{when:%H:%M}"
    if when.date() == today:
        return Text("Today {time}", time=time)
    if when.date() == today - timedelta(days=1):
        return Text("Yesterday {time}", time=time)
    return Text.plain(f"{date_text(when)} {time}")
