"""The field in which the name of a class is typed: Enter takes what is marked in the list below it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from typing_extensions import override

from audioclf_gui.core.class_search import offers, taken
from audioclf_gui.core.spelling import name_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TABS = {Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
_OWN_KEYS = (Qt.Key.Key_Escape, *_ENTER, *_TABS, *_STEPS)
_STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_PADDING_PX, _AROUND_PX = 3, 4  # of the list, and above and below a row, in the style sheet
_LIST_PX = 190  # at least, so that a row can be read below a short field


class ClassField(QLineEdit):
    """Enter or leaving it confirms, Shift+Enter takes the text as it stands, Esc drops it.

    While one types, the classes that the text may mean stand in a list below and, unless it is the name of
    one, a row that makes a new class of it. One of them is marked, see `core.class_search.taken`, and is what
    Enter takes; without the list it is the text.

    Parameters
    ----------
    completes
        Whether Tab writes out the class that is marked, as in a shell, and confirms only what is the name of
        one already: where nothing comes after the field. Otherwise Tab confirms as Enter does.
    """

    confirmed = Signal(str, int)  # the name, and in which direction Tab left: -1, 0 or 1
    dropped = Signal()

    def __init__(
        self, text: str, names: Iterable[str], parent: QWidget | None = None, *, completes: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._completes = completes
        self._names: Sequence[str] = tuple(names)
        self._found: list[str] = []
        self._is_over = False
        self.list = QListWidget(self)
        self.list.setWindowFlag(Qt.WindowType.ToolTip)  # a window of its own that takes no key from the field
        self.list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "offers")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Classes that the text may mean"))
        self.list.itemClicked.connect(lambda _item: self.confirm())
        self.textEdited.connect(self._offer)
        self.setAccessibleName(self.tr("Label text"))
        self.setPlaceholderText(self.tr("Class"))
        self.selectAll()

    @property
    def offered(self) -> list[str]:
        """The rows of the list, as they are read; none while it is hidden."""
        return self._rows if self.list.isVisible() else []

    @property
    def _rows(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]

    @property
    def meant(self) -> str:
        """The name that Enter takes now."""
        row = self.list.currentRow() if self.list.isVisible() else -1
        return self._found[row] if 0 <= row < len(self._found) else self.text()

    def confirm(self, direction: int = 0) -> None:
        """Take what is meant; a second call does nothing."""
        self._end(self.meant, direction)

    def drop(self) -> None:
        """Take nothing."""
        if not self._is_over:
            self._is_over = True
            self.list.hide()
            self.dropped.emit()

    def _end(self, name: str, direction: int = 0) -> None:
        if not self._is_over:
            self._is_over = True
            self.list.hide()
            self.confirmed.emit(name, direction)

    def _offer(self, typed: str) -> None:
        name = name_of(typed)
        self._found = offers(self._names, name) if name else []
        self.list.clear()
        self.list.addItems(self._found)
        if name and name not in self._names:
            self.list.addItem(self.tr("New class “{name}”").format(name=name))
        wanted = taken(self._names, name)
        self.list.setCurrentRow(self._found.index(wanted) if wanted in self._found else self.list.count() - 1)
        self._show_list()

    def _show_list(self) -> None:
        rows = self.list.count()
        frame = 2 * (self.list.frameWidth() + _PADDING_PX)
        widest = max((self.list.fontMetrics().horizontalAdvance(text) for text in self._rows), default=0)
        room = self.screen().availableGeometry()
        width = min(max(widest + frame + 4 * _AROUND_PX, self.width(), _LIST_PX), room.width())
        self.list.resize(width, rows * (self.list.fontMetrics().height() + 2 * _AROUND_PX) + frame)
        below, above = QPoint(0, self.height() + 1), QPoint(0, -self.list.height() - 1)
        place = self.mapToGlobal(below)
        if place.y() + self.list.height() > room.bottom():
            place = self.mapToGlobal(above)
        self.list.move(max(room.left(), min(place.x(), room.right() + 1 - width)), place.y())
        self.list.setVisible(rows > 0)

    def _step(self, by: int) -> None:
        if self.list.isVisible():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
        else:
            self._offer(self.text())

    def _complete(self) -> None:
        """Write out what is marked; a class that is new is made by Enter only."""
        meant = name_of(self.meant)
        if meant not in self._names:
            return
        if meant == name_of(self.text()):
            self._end(meant)
        else:
            self.setText(meant)
            self._offer(meant)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take_key(Qt.Key(event.key()), event.modifiers())
                return True
        return super().event(event)

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _TABS and self._completes:
            self._complete()
        elif key in _TABS:
            self.confirm(_TABS[key])
        elif key == Qt.Key.Key_Escape:
            self.drop()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._end(self.text())
        else:
            self.confirm()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.confirm()
        else:
            self.list.hide()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.list.hide()
        super().hideEvent(event)
