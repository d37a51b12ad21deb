"""The whole clip in one strip, with a frame around what the panes show."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.gui.accessible import set_accessible_role
from audioclf_gui.gui.colour_maps import coverage_table
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.pictures import Picture, Request, Wave
from audioclf_gui.gui.label.time_pane import EDGE_PX, ZOOM_STEP, wheel_notches
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.label.wave_pane import peak
from audioclf_gui.gui.theme import palette, theme_signals

_LEAST_FRAME_PX = 8


class Overview(QWidget):
    """Drag the frame to scroll, its edges to zoom; a click elsewhere brings the frame there."""

    wanted = Signal(object)  # Request

    name = "overview"

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.layer = layer
        self._clip_view: ClipView | None = None
        self._picture: Picture | None = None
        self._image = QImage()
        self._grip: tuple[str, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview"))
        set_accessible_role(self, QAccessible.Role.Graphic)
        self.setToolTip(self.tr("The whole clip: drag the frame to scroll, its edges to zoom"))
        view.span_changed.connect(self.update)
        view.head_moved.connect(self._repaint_head)
        theme_signals.changed.connect(self._ask)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 46)

    def show_view(self, clip_view: ClipView | None, *, same_clip: bool) -> None:
        """Draw another clip, or the same one better."""
        self._clip_view = clip_view
        if not same_clip or clip_view is None:
            self._picture, self._image = None, QImage()
            self.update()
        self._ask()

    def take(self, picture: Picture) -> None:
        """Show a picture that was asked for."""
        height, width = picture.colours.shape
        self._picture = picture  # the image does not own its bytes
        self._image = QImage(
            picture.colours.data,
            width,
            height,
            4 * width,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = palette()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.wave_background))
            if self.view.duration_s > 0:
                if not self._image.isNull():
                    painter.setOpacity(0.7)
                    painter.drawImage(self.rect(), self._image)
                    painter.setOpacity(1.0)
                frame = self._frame()
                if not self.view.is_fitted:
                    shade = QColor(colours.window)
                    shade.setAlpha(120)
                    painter.fillRect(QRectF(0, 0, frame.left(), self.height()), shade)
                    painter.fillRect(QRectF(frame.right(), 0, self.width(), self.height()), shade)
                tint = QColor(colours.accent)
                tint.setAlpha(40)
                painter.fillRect(frame, tint)
                painter.setPen(QPen(QColor(colours.accent), 1))
                for x in (frame.left(), frame.right() - 1):
                    painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
                painter.fillRect(
                    QRectF(self._x(self.view.head_s) - 0.5, 0, 1, self.height()), QColor(colours.cursor)
                )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.view.duration_s <= 0:
            return
        x = event.position().x()
        part = self._part(x)
        if part == "elsewhere":
            span_s = self.view.end_s - self.view.t0_s
            self.view.show_span(self._time(x) - span_s / 2, self._time(x) + span_s / 2)
            part = "frame"
        self._grip = part, self._time(x) - self.view.t0_s

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.view.duration_s <= 0:
            return
        x = event.position().x()
        if self._grip is None:
            part = self._part(x)
            shapes = {"frame": Qt.CursorShape.OpenHandCursor, "elsewhere": Qt.CursorShape.PointingHandCursor}
            self.setCursor(shapes.get(part, Qt.CursorShape.SizeHorCursor))
            return
        part, offset_s = self._grip
        view, time_s = self.view, self._time(x)
        match part:
            case "start":
                view.show_span(min(time_s, view.end_s - 1e-3), view.end_s)
            case "end":
                view.show_span(view.t0_s, max(time_s, view.t0_s + 1e-3))
            case _:
                view.scroll_px((time_s - offset_s - view.t0_s) / view.s_per_px)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = wheel_notches(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.view.zoom(ZOOM_STEP**notches)
        else:
            self.view.scroll_px(-notches * self.view.width_px / 10)
        event.accept()

    def _ask(self) -> None:
        clip_view = self._clip_view
        if clip_view is None or self.view.duration_s <= 0:
            return
        ratio = self.devicePixelRatioF()
        colour = QColor(palette().wave)
        self.wanted.emit(
            Request(
                self.name,
                clip_view,
                Wave(
                    max(0.002, min(1.0, peak(clip_view.wave) * 1.1)),
                    coverage_table(colour.red(), colour.green(), colour.blue()),
                ),
                0.0,
                self.view.duration_s,
                max(1, round(self.width() * ratio)),
                max(1, round(self.height() * ratio)),
                (0.0, 0.0),
            )
        )

    def _x(self, time_s: float) -> float:
        return time_s / self.view.duration_s * self.width()

    def _time(self, x: float) -> float:
        return x / max(self.width(), 1) * self.view.duration_s

    def _frame(self) -> QRectF:
        left, right = self._x(self.view.t0_s), min(self._x(self.view.end_s), float(self.width()))
        if right - left < _LEAST_FRAME_PX:
            middle = (left + right) / 2
            left, right = middle - _LEAST_FRAME_PX / 2, middle + _LEAST_FRAME_PX / 2
        return QRectF(left, 0, right - left, self.height())

    def _part(self, x: float) -> str:
        frame = self._frame()
        if abs(x - frame.left()) <= EDGE_PX:
            return "start"
        if abs(x - frame.right()) <= EDGE_PX:
            return "end"
        return "frame" if frame.left() < x < frame.right() else "elsewhere"

    def _repaint_head(self, before_s: float, after_s: float) -> None:
        if self.view.duration_s > 0:
            for time_s in (before_s, after_s):
                self.update(QRect(round(self._x(time_s)) - 2, 0, 5, self.height()))
