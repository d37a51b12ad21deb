"""The grid of pictures: as many as fill the window, whole rows at a time, whatever the queue's length."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from audioclf_gui.gui.accessible import Part, set_accessible_role, tell_moved
from audioclf_gui.gui.review.queue import Entry
from audioclf_gui.gui.review.tile_loader import TileLoader, TileRequest
from audioclf_gui.gui.review.tile_painter import Tile, TilePainter
from audioclf_gui.gui.theme import paint_focus, palette, theme_signals
from audioclf_gui.gui.translate import words

_TILE_WIDTH, _TILE_HEIGHT = 252.0, 176.0  # about; tiles are stretched until they fill the grid
_GAP = 8.0
_KEPT_PIXMAPS = 150


class ClipGrid(QAbstractScrollArea):
    """Shows the entries of a queue and says what was pointed at and which keys were pressed."""

    current_changed = Signal(int)  # place in the queue, -1: none
    opened = Signal(int)
    hovered = Signal(int)  # -1: the pointer has left
    page_changed = Signal()
    part_role = QAccessible.Role.ListItem

    def __init__(
        self, loader: TileLoader, tile_of: Callable[[Entry], Tile], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.current = -1
        self.empty_text = ""
        self._loader = loader
        self._tile_of = tile_of
        self._painter = TilePainter(self.font())
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._playing: tuple[int, float] | None = None  # place, part of its length
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Clips to judge"))
        self.setWhatsThis(
            self.tr(
                "The spectrograms of the queue, with what is proposed and its score. Y accepts the "
                "framed one, N rejects it, a digit gives another class, Space plays it; a double "
                "click opens it in Label."
            )
        )
        set_accessible_role(self, QAccessible.Role.List)
        self.setMinimumSize(280, 200)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("ClipGrid { background: transparent; border: none; }")
        loader.ready.connect(self._picture_ready)
        theme_signals.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show another queue from its start."""
        self.entries = tuple(entries)
        self.verticalScrollBar().setValue(0)
        self._set_scroll_range()
        self.current = -2  # so that the first one counts as a change
        self.set_current(0 if self.entries else -1)
        self._ask_pictures()
        self.viewport().update()

    def set_current(self, place: int) -> None:
        """Move to an entry and scroll until it can be seen."""
        place = min(max(place, 0), len(self.entries) - 1) if self.entries else -1
        if place == self.current:
            return
        self.current = place
        if place >= 0:
            row = place // self.columns
            first = self.verticalScrollBar().value()
            if not first <= row < first + self.rows:
                self.verticalScrollBar().setValue(row if row < first else row - self.rows + 1)
            self.setAccessibleDescription(self._tile_of(self.entries[place]).description)
            tell_moved(self)
        self.viewport().update()
        self.current_changed.emit(place)

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, round(self.viewport().width() / _TILE_WIDTH))

    @property
    def rows(self) -> int:
        """How many rows are seen at a time."""
        return max(1, round(self.viewport().height() / _TILE_HEIGHT))

    @property
    def page(self) -> range:
        """The places that are seen now."""
        first = self.verticalScrollBar().value() * self.columns
        return range(min(first, len(self.entries)), min(first + self.rows * self.columns, len(self.entries)))

    def tile_rect(self, place: int) -> QRectF:
        """Where a tile of the page lies in the viewport."""
        row, column = divmod(place, self.columns)
        row -= self.verticalScrollBar().value()
        width = (self.viewport().width() + _GAP) / self.columns
        height = (self.viewport().height() + _GAP) / self.rows
        left, top = round(column * width), round(row * height)
        right, bottom = round((column + 1) * width - _GAP), round((row + 1) * height - _GAP)
        return QRectF(left, top, right - left, bottom - top)

    def part_count(self) -> int:
        """How many entries there are, for screen readers."""
        return len(self.entries)

    def part(self, place: int) -> Part:
        """An entry, for screen readers."""
        box = self.tile_rect(place).toAlignedRect()
        return Part(self._tile_of(self.entries[place]).description, box, is_chosen=place == self.current)

    def current_part(self) -> int:
        """The place of the entry that the keys speak to."""
        return self.current

    def place_at(self, position: QPointF) -> int:
        """The entry under a position of the viewport; -1 if there is none."""
        return next((place for place in self.page if self.tile_rect(place).contains(position)), -1)

    def show_playing(self, place: int, part: float) -> None:
        """Draw the playing position in a tile; a place of -1 takes it away."""
        before = self._playing
        self._playing = (place, part) if place >= 0 else None
        for drawn in (before, self._playing):
            if drawn is not None:
                self.viewport().update(self.tile_rect(drawn[0]).toAlignedRect())

    def refresh(self) -> None:
        """Paint again what has been decided meanwhile."""
        if 0 <= self.current < len(self.entries):
            self.setAccessibleDescription(self._tile_of(self.entries[self.current]).description)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            if not self.entries:
                painter.setPen(QColor(palette().muted))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.viewport().rect().adjusted(40, 0, -40, 0), flags, self.empty_text)
            for place in self.page:
                box = self.tile_rect(place)
                if box.toAlignedRect().intersects(event.rect()):
                    self._paint_tile(painter, place, box)
            paint_focus(painter, self)

    def _paint_tile(self, painter: QPainter, place: int, box: QRectF) -> None:
        tile = self._tile_of(self.entries[place])
        picture = self._loader.picture(tile.request.content)
        high_hz = picture.high_hz if picture else min(16_000.0, tile.request.rate_hz / 2)
        pixmap = self._pixmap(tile.request.content, self._painter.picture_rect(box).toRect().size())
        problem = words(picture.problem) if picture and picture.problem else ""
        self._painter.paint(painter, box, tile, pixmap, high_hz, problem, is_current=place == self.current)
        if self._playing is not None and self._playing[0] == place:
            self._painter.paint_position(painter, box, self._playing[1])

    def _pixmap(self, content: str, size: QSize) -> QPixmap | None:
        """The picture of a clip at the size of a tile, scaled once."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        known = self._pixmaps.get(content)
        if known is not None and known.size() == wanted:
            self._pixmaps.move_to_end(content)
            return known
        picture = self._loader.picture(content)
        if picture is None or picture.image is None:
            return None
        mode = Qt.TransformationMode.SmoothTransformation
        scaled = picture.image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(ratio)
        self._pixmaps[content] = pixmap
        while len(self._pixmaps) > _KEPT_PIXMAPS:
            self._pixmaps.popitem(last=False)
        return pixmap

    def _ask_pictures(self) -> None:
        """The page first, then the page after it."""
        page = self.page
        ahead = range(page.stop, min(page.stop + len(page), len(self.entries)))
        self._loader.ask([self._request(place) for place in (*page, *ahead)])

    def _request(self, place: int) -> TileRequest:
        return self._tile_of(self.entries[place]).request

    def _picture_ready(self, content: str) -> None:
        for place in self.page:
            if self._request(place).content == content:
                self._pixmaps.pop(content, None)
                self.viewport().update(self.tile_rect(place).toAlignedRect())

    def _set_scroll_range(self) -> None:
        bar = self.verticalScrollBar()
        total = -(-len(self.entries) // self.columns)
        bar.setPageStep(self.rows)
        bar.setSingleStep(1)
        bar.setRange(0, max(0, total - self.rows))

    def _scrolled(self) -> None:
        self._ask_pictures()
        self.viewport().update()
        self.page_changed.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first = self.page.start
        self._set_scroll_range()
        if self.current >= 0:
            row = self.current // self.columns
            top = self.verticalScrollBar().value()
            if not top <= row < top + self.rows:
                self.verticalScrollBar().setValue(row)
        if self.page.start == first:
            self._ask_pictures()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y()
        if steps:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (1 if steps > 0 else -1))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.set_current(place)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.place_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.hovered.emit(place)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            if place >= 0:
                QToolTip.showText(event.globalPos(), self._tile_of(self.entries[place]).description, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        target = self._target(key)
        if plain and target is not None:
            self.set_current(target)
        else:
            event.ignore()

    def _target(self, key: Qt.Key) -> int | None:
        """Where a key leads."""
        last, row, page = len(self.entries) - 1, self.columns, self.rows * self.columns
        here = self.current
        targets = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here - row if here >= row else here,
            Qt.Key.Key_Down: here + row if here + row <= last else here,
            Qt.Key.Key_PageUp: max(0, here - page),
            Qt.Key.Key_PageDown: min(last, here + page),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        return targets.get(key)
