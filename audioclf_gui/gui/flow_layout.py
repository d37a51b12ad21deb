"""Widgets side by side that go on in a second line where the first is full."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from audioclf_gui.gui.widgets import row_layout


class FlowLayout(QLayout):
    """Lines of items in reading order; what expands takes the room that is left in its line.

    Parameters
    ----------
    in_columns
        Items are as wide as each other and stand below each other, as many in a line as have room.
    """

    def __init__(self, *widgets: QWidget, spacing: int = 6, in_columns: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._in_columns = in_columns
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def add_together(self, *widgets: QWidget) -> None:
        """Add widgets that stay in one line, as a name and its field do; the second takes the room."""
        row = row_layout(*widgets)
        row.setStretch(1, 1)
        self.addChildLayout(row)
        self.addItem(row)

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._height(self._lines(arg__1))

    @override
    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(_wanted(item) for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, self._height([shown]))

    @override
    def minimumSize(self) -> QSize:
        """As wide as the widest item, and one line high: how many are needed depends on the width."""
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, self._height([self._shown()]))

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        top = arg__1.top()
        for line in self._lines(arg__1.width()):
            height = self._height([line])
            left = arg__1.left()
            for item, width in zip(line, self._widths(line, arg__1.width()), strict=True):
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _columns(self, width: int) -> int:
        widest = max(map(_wanted, self._shown()), default=0) + self.spacing()
        return max(1, (width + self.spacing()) // max(1, widest))

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        if self._in_columns:
            shown, columns = self._shown(), self._columns(width)
            return [shown[first : first + columns] for first in range(0, len(shown), columns)]
        lines: list[list[QLayoutItem]] = []
        free = -1
        for item in self._shown():
            if _wanted(item) > free or not lines:
                lines.append([])
                free = width
            lines[-1].append(item)
            free -= _wanted(item) + self.spacing()
        return lines

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> Iterator[int]:
        """Of each item of a line: that of a column; or what it wants, and its part of what is left."""
        if self._in_columns:
            columns = self._columns(width)
            yield from [(width - self.spacing() * (columns - 1)) // columns] * len(line)
            return
        left = width - sum(map(_wanted, line)) - self.spacing() * (len(line) - 1)
        wide = sum(_expands(item) for item in line)
        for item in line:
            share = left // wide if _expands(item) else 0
            yield max(item.minimumSize().width(), _wanted(item) + share)

    def _height(self, lines: Sequence[Sequence[QLayoutItem]]) -> int:
        heights = [max((item.sizeHint().height() for item in line), default=0) for line in lines]
        return sum(heights) + self.spacing() * max(0, len(lines) - 1)


def _wanted(item: QLayoutItem) -> int:
    return item.sizeHint().expandedTo(item.minimumSize()).width()


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
