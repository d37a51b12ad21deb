"""A pane that blits pictures of sound; what is not there yet is shown stretched till it comes."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.label_pane import LabelPane
from audioclf_gui.gui.label.pictures import Picture, Request, Spectrum, Wave
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.theme import theme_signals

_BESIDE = 0.5  # of the view, kept ready on both sides for scrolling
_ENOUGH = 0.1  # of the view: with less left on one side more is fetched
_WHOLE_COLUMNS = 1600
_GATHER_MS = 8  # zooming by wheel comes in bursts; one picture for each frame is enough


class _Strip:
    """A picture as an image that may be painted."""

    def __init__(self, picture: Picture, image_format: QImage.Format) -> None:
        self.picture = picture
        self.start_s = picture.request.start_s
        self.stop_s = picture.request.stop_s
        height, width = picture.colours.shape
        self.image = QImage(
            picture.colours.data,
            width,
            height,
            4 * width,
            image_format,
        )

    @property
    def s_per_px(self) -> float:
        """How much time a pixel of the image shows."""
        return (self.stop_s - self.start_s) / self.image.width()


class PicturePane(LabelPane):
    """Asks for pictures of what is in view, and of the whole clip to fall back on."""

    wanted = Signal(object)  # Request
    resized = Signal()

    image_format = QImage.Format.Format_RGB32
    label_strength = 1.0

    def __init__(self, name: str, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(view, layer, parent)
        self.name = name
        self._clip_view: ClipView | None = None
        self._strip: _Strip | None = None
        self._whole: _Strip | None = None
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._ask)
        view.span_changed.connect(self._keep_up)
        layer.changed.connect(self.update)
        theme_signals.changed.connect(self.redraw)

    def picture_kind(self, clip_view: ClipView, s_per_px: float) -> Wave | Spectrum:
        """What is drawn, and how."""
        raise NotImplementedError

    def draws_boxes(self) -> bool:
        """Whether labels with a band are drawn as such, and need no tint over the whole height."""
        return False

    @property
    def clip_view(self) -> ClipView | None:
        """What is drawn from; None while nothing is loaded."""
        return self._clip_view

    @property
    def picture(self) -> Picture | None:
        """The picture in view."""
        return None if self._strip is None else self._strip.picture

    def show_view(self, clip_view: ClipView | None, *, same_clip: bool) -> None:
        """Draw from another view; one of the same clip replaces the picture only when it is drawn."""
        self._clip_view = clip_view
        if not same_clip or clip_view is None:
            self._strip = self._whole = None
            self.update()
        self.redraw()

    def redraw(self) -> None:
        """Ask for everything anew, since how it is drawn has changed."""
        self._ask_whole()
        self._ask()

    def take(self, picture: Picture) -> None:
        """Show a picture that was asked for."""
        strip = _Strip(picture, self.image_format)
        if picture.request.pane == self.name:
            self._strip = strip
        else:
            self._whole = strip
        self.update(self.plot())
        self.tell_pointed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._ask_whole()
        self.resized.emit()
        self._gather.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        plot = self.plot()
        strip = self._strip
        fits = strip is not None and self._covers(strip, 0.0) and self._has_zoom(strip)
        if self._whole is not None and not fits:
            self._blit(painter, self._whole, plot)
        if strip is not None:
            self._blit(painter, strip, plot)
        overlay = self.layer.overlay(self.view, self.label_strength, has_boxes=not self.draws_boxes())
        if not overlay.isNull():
            painter.translate(plot.topLeft())  # SVG files know no origin of a brush
            painter.fillRect(
                plot.translated(-plot.topLeft()), QBrush(overlay)
            )  # three times as fast as an image
            painter.translate(-plot.topLeft())

    def _blit(self, painter: QPainter, strip: _Strip, plot: QRect) -> None:
        view, ratio = self.view, self.devicePixelRatioF()
        if self._has_zoom(strip) and strip.image.height() == round(plot.height() * ratio):
            left = round((strip.start_s - view.t0_s) / view.s_per_px * ratio) / ratio
            strip.image.setDevicePixelRatio(ratio)  # drawn pixel by pixel, which is fast
            painter.drawImage(QPointF(plot.left() + left, plot.top()), strip.image)
            return
        left = view.x_at(strip.start_s)
        width = (strip.stop_s - strip.start_s) / view.s_per_px
        seen_left, seen_right = max(left, 0.0), min(left + width, float(plot.width()))
        if seen_right <= seen_left:
            return
        strip.image.setDevicePixelRatio(1.0)
        scale = strip.image.width() / width
        source = QRectF((seen_left - left) * scale, 0, (seen_right - seen_left) * scale, strip.image.height())
        target = QRectF(plot.left() + seen_left, plot.top(), seen_right - seen_left, plot.height())
        painter.drawImage(target, strip.image, source)

    def _has_zoom(self, strip: _Strip) -> bool:
        wanted = self.view.s_per_px / self.devicePixelRatioF()
        return math.isclose(strip.s_per_px, wanted, rel_tol=1e-6)

    def _covers(self, strip: _Strip, spare: float) -> bool:
        spare_s = spare * self.view.width_px * self.view.s_per_px
        first_s = max(self.view.t0_s - spare_s, 0.0)
        last_s = min(self.view.end_s + spare_s, self.view.duration_s)
        return strip.start_s <= first_s + 1e-9 and strip.stop_s >= last_s - 1e-9

    def _keep_up(self) -> None:
        strip = self._strip
        if strip is None or not self._has_zoom(strip) or not self._covers(strip, _ENOUGH):
            self._gather.start()

    def _ask(self) -> None:
        view, clip_view = self.view, self._clip_view
        if clip_view is None or view.duration_s <= 0 or not self.isVisible():
            return
        s_per_px = view.s_per_px / self.devicePixelRatioF()
        spare_s = _BESIDE * view.width_px * view.s_per_px
        start_s = math.floor(max(view.t0_s - spare_s, 0.0) / s_per_px) * s_per_px
        stop_s = min(view.end_s + spare_s, view.duration_s)
        columns = max(1, math.ceil((stop_s - start_s) / s_per_px - 1e-6))
        seen_s = max(view.t0_s, start_s), min(view.end_s, start_s + columns * s_per_px)
        self._request(self.name, start_s, start_s + columns * s_per_px, columns, seen_s)

    def _ask_whole(self) -> None:
        duration_s = self.view.duration_s
        if self._clip_view is not None and duration_s > 0 and self.isVisible():
            self._request(f"{self.name}, whole", 0.0, duration_s, _WHOLE_COLUMNS, (0.0, 0.0))

    def _request(
        self, pane: str, start_s: float, stop_s: float, columns: int, seen_s: tuple[float, float]
    ) -> None:
        assert self._clip_view is not None
        height = max(1, round(self.height() * self.devicePixelRatioF()))
        kind = self.picture_kind(self._clip_view, (stop_s - start_s) / columns)
        self.wanted.emit(Request(pane, self._clip_view, kind, start_s, stop_s, columns, height, seen_s))
