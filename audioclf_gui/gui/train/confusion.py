"""The confusion matrix: counts that can be read, names that are whole, cells that lead to their clips."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from audioclf_gui.core.text import Text
from audioclf_gui.gui.accessible import Part, set_accessible_role, tell_moved
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.theme import on_colour, paint_focus, palette, theme_signals
from audioclf_gui.gui.translate import words

Cell = tuple[int, int]  # (row, column) = (true class, answer)

_SMALLEST_CELL = 9.0
_LARGEST_CELL = 64.0
_LONGEST_NAME = 130.0
_SLOPE = 45.0  # degrees, of the names under the columns where they do not fit side by side
_NAMES_SHARE = 0.3  # of the width or height, at most, for names: the numbers are what is looked for
_GAP = 6.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things are; the same for painting and for the mouse."""

    left: float  # of the first cell
    top: float
    cell_width: float
    cell_height: float
    name_width: float  # of the row names
    slanted: bool  # the column names
    column_name: float  # the longest a slanted name may be, along its slope


class ConfusionMatrix(QWidget):
    """Rows are true classes, columns the model's answers; a click or Enter opens a cell's clips."""

    cell_activated = Signal(int, int)  # (true, answered), as places in the list of classes
    part_role = QAccessible.Role.Cell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: tuple[str, ...] = ()
        self.counts: tuple[tuple[int, ...], ...] = ()
        self.current: Cell | None = None
        self.in_shares = False  # of the true class, in per cent, in place of the counts
        self.empty_text = self.tr("Which classes were taken for which is shown after the first run.")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setWhatsThis(
            self.tr(
                "A row for each true class, a column for each answer: clips on the diagonal were "
                "recognised, all others taken for something else. Click a cell, or go there by arrow "
                "keys and press Return, to hear its clips."
            )
        )
        set_accessible_role(self, QAccessible.Role.Table)
        theme_signals.changed.connect(self.update)

    def show_matrix(self, classes: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """Show another matrix; an empty one shows words instead."""
        self.classes = tuple(classes) if counts else ()
        self.counts = tuple(tuple(row) for row in counts)
        self.current = None
        self._set_minimum()
        self.updateGeometry()
        self.update()

    def set_in_shares(self, wanted: bool) -> None:
        """Write the share of the true class into each cell, in per cent, or the count."""
        self.in_shares = wanted
        self.update()

    def number_in(self, cell: Cell) -> str:
        """What is written into a cell: its count, or which part of its true class that is in per cent."""
        row, column = cell
        count = self.counts[row][column]
        return (
            shown_number(100 * count / max(1, sum(self.counts[row])), ".0f") if self.in_shares else str(count)
        )

    def _set_minimum(self) -> None:
        count = len(self.classes)
        side = round(count * _SMALLEST_CELL)
        self.setMinimumSize(side + 160 if count else 120, side + 110 if count else 80)

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, 380)

    def cell_text(self, cell: Cell) -> str:
        """What a cell says: "dog taken for rain: 3 of 8 clips"."""
        true, answered = cell
        count, total = self.counts[true][answered], sum(self.counts[true])
        of = Text("{count} of {n} clip", "{count} of {n} clips", n=total, count=count)
        return words(Text("{what}: {of}", what=self._cell_name(cell), of=of))

    def cell_title(self, cell: Cell) -> str:
        """What the clips of a cell have in common: "dog taken for rain"."""
        return words(self._cell_name(cell))

    def _cell_name(self, cell: Cell) -> Text:
        true, answered = (self.classes[place] for place in cell)
        if true == answered:
            return Text("{name} recognised", name=true)
        return Text("{name} taken for {other}", name=true, other=answered)

    def part_count(self) -> int:
        """How many cells there are, for screen readers."""
        return len(self.classes) ** 2

    def part(self, place: int) -> Part:
        """A cell, row by row, for screen readers."""
        cell = divmod(place, len(self.classes))
        box = self.cell_rect(cell).toAlignedRect()
        return Part(self.cell_text(cell), box, self.number_in(cell), cell == self.current)

    def current_part(self) -> int:
        """The place of the cell that the keys speak to."""
        return -1 if self.current is None else self.current[0] * len(self.classes) + self.current[1]

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where a cell is painted."""
        place = self._layout()
        row, column = cell
        return QRectF(
            place.left + column * place.cell_width,
            place.top + row * place.cell_height,
            place.cell_width,
            place.cell_height,
        )

    def cell_at(self, position: QPointF) -> Cell | None:
        """The cell under a position of the widget."""
        if not self.classes:
            return None
        place = self._layout()
        column = int((position.x() - place.left) // place.cell_width)
        row = int((position.y() - place.top) // place.cell_height)
        count = len(self.classes)
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    def _layout(self) -> _Layout:
        metrics = QFontMetricsF(self.font())
        count = len(self.classes)
        widest = max((metrics.horizontalAdvance(name) for name in self.classes), default=0.0)
        axis = metrics.height() + 2
        name_width = min(widest, _LONGEST_NAME, _NAMES_SHARE * self.width()) + _GAP
        room = self.width() - name_width - axis - 2
        cell_width = min(_LARGEST_CELL * 1.4, room / count)
        slanted = min(widest, _LONGEST_NAME) + _GAP > cell_width
        longest = (_NAMES_SHARE * self.height() - metrics.height()) / 0.75  # 0.75: its height on the slope
        column_name = max(min(widest, _LONGEST_NAME, longest), 2 * metrics.height())
        below = 0.75 * column_name + metrics.height() if slanted else metrics.height() + _GAP
        if slanted:  # the first names lean out to the left, over the row names
            room = self.width() - name_width - axis - 2
            cell_width = min(_LARGEST_CELL * 1.4, room / count)
        cell_height = min(_LARGEST_CELL, (self.height() - below - axis) / count)
        left = axis + name_width + (room - count * cell_width) / 2
        return _Layout(left, 1.0, cell_width, max(cell_height, 1.0), name_width, slanted, column_name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            if self.classes:
                place = self._layout()
                self._paint_cells(painter, place)
                self._paint_row_names(painter, place)
                self._paint_column_names(painter, place)
                self._paint_axes(painter, place)
            else:
                painter.setPen(QColor(palette().muted))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect(), flags, self.empty_text)
            paint_focus(painter, self)

    def _paint_cells(self, painter: QPainter, place: _Layout) -> None:
        font = QFont(self.font())
        most = "100" if self.in_shares else str(max(map(max, self.counts)))
        widest = QFontMetricsF(font).horizontalAdvance(most)
        is_readable = place.cell_width >= widest + 3 and place.cell_height >= QFontMetricsF(font).height() - 3
        for row, counts in enumerate(self.counts):
            total = max(1, sum(counts))
            for column, count in enumerate(counts):
                box = self.cell_rect((row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
                fill = self._fill(count / total, is_right=row == column)
                painter.fillRect(box, fill)
                if is_readable and (count or place.cell_width > 20):
                    painter.setPen(on_colour(fill) if count else QColor(palette().disabled))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.number_in((row, column)))
        if self.current is not None:
            painter.setPen(QPen(QColor(palette().text), 2))
            painter.drawRect(self.cell_rect(self.current).adjusted(1, 1, -1, -1))

    def _fill(self, share: float, *, is_right: bool) -> QColor:
        """Right answers in the accent colour, mistakes in the colour of warnings, both by their share."""
        colours = palette()
        base = QColor(colours.field)
        if share <= 0.0:
            return base
        ink = QColor(colours.accent if is_right else colours.warn)
        weight = 0.25 + 0.75 * share if is_right else 0.22 + 0.68 * share
        return QColor(
            round(base.red() + weight * (ink.red() - base.red())),
            round(base.green() + weight * (ink.green() - base.green())),
            round(base.blue() + weight * (ink.blue() - base.blue())),
        )

    def _paint_row_names(self, painter: QPainter, place: _Layout) -> None:
        metrics = QFontMetricsF(self.font())
        step = max(1, -(-int(metrics.height() * 0.85) // max(1, int(place.cell_height))))
        for row, name in enumerate(self.classes):
            if row % step:
                continue
            is_current = self.current is not None and self.current[0] == row
            painter.setPen(QColor(palette().text if is_current else palette().muted))
            box = QRectF(
                place.left - place.name_width,
                place.top + (row + 0.5) * place.cell_height - metrics.height(),
                place.name_width - _GAP,
                2 * metrics.height(),
            )
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_column_names(self, painter: QPainter, place: _Layout) -> None:
        metrics = QFontMetricsF(self.font())
        bottom = place.top + len(self.classes) * place.cell_height
        step = (
            max(1, -(-int(metrics.height() * 1.1) // max(1, int(place.cell_width)))) if place.slanted else 1
        )
        for column, name in enumerate(self.classes):
            if column % step:
                continue
            is_current = self.current is not None and self.current[1] == column
            painter.setPen(QColor(palette().text if is_current else palette().muted))
            middle = place.left + (column + 0.5) * place.cell_width
            if not place.slanted:
                box = QRectF(middle - place.cell_width / 2, bottom + 3, place.cell_width, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
                continue
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.column_name)
            painter.save()
            painter.translate(middle + metrics.height() * 0.3, bottom + 4)
            painter.rotate(-_SLOPE)
            box = QRectF(
                -metrics.horizontalAdvance(text) - 1, 0, metrics.horizontalAdvance(text) + 1, metrics.height()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)
            painter.restore()

    def _paint_axes(self, painter: QPainter, place: _Layout) -> None:
        metrics = QFontMetricsF(self.font())
        painter.setPen(QColor(palette().muted))
        font = QFont(self.font())
        font.setItalic(True)
        painter.setFont(font)
        height, width = len(self.classes) * place.cell_height, len(self.classes) * place.cell_width
        painter.save()
        painter.translate(place.left - place.name_width - metrics.height() - 2, place.top + height / 2)
        painter.rotate(-90)
        painter.drawText(
            QRectF(-height / 2, 0, height, metrics.height()),
            Qt.AlignmentFlag.AlignCenter,
            self.tr("true class"),
        )
        painter.restore()
        painter.drawText(
            QRectF(place.left, self.height() - metrics.height() - 1, width, metrics.height()),
            Qt.AlignmentFlag.AlignRight if place.slanted else Qt.AlignmentFlag.AlignCenter,
            self.tr("the model's answer"),
        )
        painter.setFont(self.font())

    def _set_current(self, cell: Cell | None) -> None:
        if cell != self.current:
            self.current = cell
            self.setAccessibleDescription(self.cell_text(cell) if cell else "")
            tell_moved(self)
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self._set_current(cell)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if cell and self._count(cell) else Qt.CursorShape.ArrowCursor
        )

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._set_current(None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._activate(cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if not self.classes:
            super().keyPressEvent(event)
        elif key in steps:
            row, column = self.current or (0, 0)
            last = len(self.classes) - 1
            down, right = steps[key] if self.current else (0, 0)
            self._set_current((min(max(row + down, 0), last), min(max(column + right, 0), last)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self._activate(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.cell_text(cell), self)
            else:
                QToolTip.hideText()
                self._name_tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _name_tip(self, position: QPoint, shown_at: QPoint) -> None:
        """The whole name of a row or column whose name may be shortened."""
        if not self.classes:
            return
        place = self._layout()
        count = len(self.classes)
        x, y = position.x() - place.left, position.y() - place.top
        row, column = int(y // place.cell_height), int(x // place.cell_width)
        if place.slanted and row >= count:  # a slanted name ends under its column, and begins left of it
            column = int((x + y - count * place.cell_height) // place.cell_width)
        if x < 0 and 0 <= row < count:
            QToolTip.showText(shown_at, self.classes[row], self)
        elif row >= count and 0 <= column < count:
            QToolTip.showText(shown_at, self.classes[column], self)

    def _count(self, cell: Cell) -> int:
        return self.counts[cell[0]][cell[1]]

    def _activate(self, cell: Cell) -> None:
        if self._count(cell):
            self.cell_activated.emit(*cell)
