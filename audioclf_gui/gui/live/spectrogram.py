"""The rolling spectrogram with its axes; a stretch of it can be marked with the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from audioclf_gui.gui.accessible import set_accessible_role
from audioclf_gui.gui.colour_maps import COLOUR_MAPS, colour_table
from audioclf_gui.gui.live.listener import Tick
from audioclf_gui.gui.live.rolling_picture import RollingPicture
from audioclf_gui.gui.live.time_axis import AXIS_HEIGHT, paint_time_axis, plot_box, small_font, x_of
from audioclf_gui.gui.text import hz_text, shown_number
from audioclf_gui.gui.theme import paint_focus, palette, theme_signals

_TOP = 6
_ROUND_HZ = (
    *(digit * 10.0**power for power in (2, 3) for digit in (1, 2, 3, 4, 5, 6, 8)),
    *(1000.0 * thousands for thousands in (10, 12, 15, 16, 20, 24, 32, 40, 48, 64, 80, 96)),
)
_TICK_PX = 44
_DRAG_PX = 4  # less is a click
_NOTCH = 120  # of a wheel, as Qt counts
_EMPTY = QColor(int(colour_table(COLOUR_MAPS[0])[0]))


class Spectrogram(QWidget):
    """Draws what is heard; before that it says how to begin.

    Times are seconds since listening began.
    """

    marked = Signal(float, float)  # from where to where
    unmarked = Signal()  # a click beside it
    held = Signal()  # the mouse is down: what is seen has to stay
    wheeled = Signal(float)  # notches; up is back in time

    def __init__(self, span_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Spectrogram of what is heard"))
        self.setWhatsThis(
            self.tr(
                "What is heard, rolling on: the newest at the right, high frequencies at the top. The "
                "wheel looks back over the last ten minutes; drag to mark a stretch, which can be "
                "played and kept."
            )
        )
        set_accessible_role(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(120)
        self.picture: RollingPicture | None = None
        self._span_s = span_s
        self._hint = ""
        self._now_s = 0.0
        self._end_s: float | None = None  # the moment that is looked at; None: the present
        self._at: Callable[[float], str] = lambda time_s: f"{shown_number(time_s, '.1f')} s"
        self._mark: tuple[float, float] | None = None
        self._pressed_at: QPoint | None = None
        theme_signals.changed.connect(self.update)

    def begin(self, rate_hz: int, highest_hz: float, time_text: Callable[[float], str] | None = None) -> None:
        """Another sound begins; `time_text` says what a moment of it is called."""
        self._now_s, self._end_s, self._mark = 0.0, None, None
        self._at = time_text or self._at
        self.picture = RollingPicture(rate_hz, highest_hz, self._span_s)
        self._fit()
        self.update()

    def add(self, tick: Tick) -> None:
        """Draw more sound."""
        self._now_s = tick.now_s
        if self.picture is not None and len(tick.sound):
            moved = self.picture.push(tick.sound)
            steps = None if moved is None else moved / self.devicePixelRatioF()
            if steps is None or not steps.is_integer():
                self.update(self._box())
            else:  # what is on the screen moves there: only the new strip is painted
                self.scroll(-int(steps), 0, self._box())

    def set_span(self, span_s: float) -> None:
        """Show another stretch of time."""
        self._span_s = span_s
        if self.picture is not None:
            self.picture.set_span(span_s)
        self.update()

    @property
    def end_s(self) -> float:
        """The moment at the right edge."""
        return self._now_s if self._end_s is None else self._end_s

    def hold(self, end_s: float | None) -> None:
        """Show what was heard up to a moment, and stay there; None: follow the present."""
        self._end_s = end_s
        if self.picture is not None:
            self.picture.hold(end_s)
        self.update()

    def mark(self, stretch: tuple[float, float] | None) -> None:
        """Show a stretch as marked."""
        self._mark = stretch
        self.update()

    def set_hint(self, text: str) -> None:
        """What stands in it while there is no picture."""
        self._hint = text
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = palette()
        box = self._box()
        with QPainter(self) as painter:
            if self.picture is None:
                painter.fillRect(self.rect(), QColor(colours.window))
                painter.fillRect(box, _EMPTY)
                painter.setPen(QColor("#c8ccd4"))
                margins = box.adjusted(24, 24, -24, -24)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(margins, flags, self._hint)
            else:
                self.picture.paint(painter, box, self.devicePixelRatioF())
                self._paint_mark(painter, box)
            if not box.contains(event.rect()):
                self._paint_axes(painter, box)
            paint_focus(painter, self)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self._box()
        place = event.position().toPoint()
        if self._pressed_at is not None:
            self._drag_to(place, box)
        elif self.picture is not None and box.contains(place):
            QToolTip.showText(event.globalPosition().toPoint(), self._describe(place, box), self)
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.picture is not None:
            self._pressed_at = place
            self.held.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is not None:
            if abs(event.position().x() - pressed_at.x()) < _DRAG_PX:
                self.unmarked.emit()
            elif self._mark is not None:
                self.marked.emit(*self._mark)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and self.picture is not None:
            self.wheeled.emit(turned / _NOTCH)
            event.accept()

    def _drag_to(self, place: QPoint, box: QRect) -> None:
        assert self._pressed_at is not None
        times = sorted(self._time_at(x, box) for x in (self._pressed_at.x(), place.x()))
        self.mark((times[0], times[1]))

    def _time_at(self, x: int, box: QRect) -> float:
        inside = min(max(x, box.left()), box.right() + 1)
        return min(
            max(0.0, self.end_s - (box.right() + 1 - inside) / box.width() * self._span_s), self._now_s
        )

    def _paint_mark(self, painter: QPainter, box: QRect) -> None:
        if self._mark is None:
            return
        left, right = (x_of(self.end_s - time_s, box, self._span_s) for time_s in self._mark)
        area = QRectF(left, box.top(), max(1.0, right - left), box.height()).intersected(QRectF(box))
        if not area.isEmpty():
            colour = QColor(palette().accent)
            painter.setPen(colour)
            painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 70))
            painter.drawRect(area)

    def _describe(self, place: QPoint, box: QRect) -> str:
        assert self.picture is not None
        up = (box.bottom() + 1 - place.y()) / box.height()
        frequency_hz = float(self.picture.axis.frequency_at(up))
        if self._end_s is not None:
            at = self._at(self._time_at(place.x(), box))
            return self.tr("{frequency} Hz, at {time}").format(
                frequency=shown_number(frequency_hz, ".0f"), time=at
            )
        ago_s = (box.right() - place.x()) / box.width() * self._span_s
        return self.tr("{frequency} Hz, {ago} s ago").format(
            frequency=shown_number(frequency_hz, ".0f"), ago=shown_number(ago_s, ".1f")
        )

    def _box(self) -> QRect:
        return plot_box(self, _TOP, AXIS_HEIGHT)

    def _fit(self) -> None:
        if self.picture is not None:
            box, ratio = self._box(), self.devicePixelRatioF()
            self.picture.resize(round(box.width() * ratio), round(box.height() * ratio))

    def _paint_axes(self, painter: QPainter, box: QRect) -> None:
        colours = palette()
        for beside in (
            QRect(0, 0, box.left(), self.height()),
            QRect(box.right() + 1, 0, self.width() - box.right(), self.height()),
            QRect(box.left(), 0, box.width(), box.top()),
            QRect(box.left(), box.bottom() + 1, box.width(), self.height() - box.bottom()),
        ):
            painter.fillRect(beside, QColor(colours.window))
        painter.setFont(small_font(self.font()))
        at = "" if self._end_s is None else self._at(self._end_s)
        paint_time_axis(painter, box, self._span_s, at)
        painter.drawLine(box.left() - 1, box.top(), box.left() - 1, box.bottom())
        for frequency_hz, y in self._ticks(box):
            painter.drawLine(box.left() - 5, y, box.left() - 1, y)
            area = QRect(0, min(max(y - 8, 0), box.bottom() - 14), box.left() - 9, 16)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, hz_text(frequency_hz))
        painter.drawText(QRect(0, 0, box.left() - 9, 16), Qt.AlignmentFlag.AlignRight, self.tr("Hz"))

    def _ticks(self, box: QRect) -> list[tuple[float, int]]:
        """Round frequencies that have room for their text, with their rows."""
        if self.picture is None:
            return []
        axis = self.picture.axis
        ticks: list[tuple[float, int]] = []
        for frequency_hz in (axis.low_hz, *_ROUND_HZ):
            y = round(box.bottom() - axis.height_at(frequency_hz) * (box.height() - 1))
            has_room = not ticks or ticks[-1][1] - y >= _TICK_PX
            if frequency_hz <= axis.high_hz and has_room and (y > box.top() + 16 or not ticks):
                ticks.append((frequency_hz, y))
        return ticks
