"""The waveform of each channel, between the loudest samples of the clip."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.audio.view_cache import MOST_LANES, ClipView
from audioclf_gui.audio.wave_pyramid import WavePyramid
from audioclf_gui.gui.colour_maps import coverage_table
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.picture_pane import PicturePane
from audioclf_gui.gui.label.pictures import Wave
from audioclf_gui.gui.label.time_pane import GUTTER, ZOOM_STEP, Pointed, wheel_notches
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import exact_number
from audioclf_gui.gui.theme import palette

_AIR = 1.12
_LEAST_SCALE = 0.002
_FINEST_SCALE = 1e-5


class WavePane(PicturePane):
    """Up to four channels, one above the other, all on one scale; Ctrl+wheel over the axis magnifies it."""

    image_format = QImage.Format.Format_ARGB32_Premultiplied

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__("waveform", view, layer, parent)
        self._suiting = self._full_scale = 1.0
        self.setMinimumHeight(70)
        self.setAccessibleName(self.tr("Waveform"))
        self.setWhatsThis(
            self.tr(
                "How far the sound swings, over time; loud sounds reach far up and down. Drag to "
                "select a stretch, Shift+click to extend it; Ctrl+wheel over the axis at the left "
                "magnifies it."
            )
        )

    @override
    def show_view(self, clip_view: ClipView | None, *, same_clip: bool) -> None:
        if clip_view is not None:
            gain = self._suiting / self._full_scale if same_clip else 1.0
            self._suiting = min(1.0, max(_LEAST_SCALE, peak(clip_view.wave) * _AIR))
            self._full_scale = self._suiting / gain
        super().show_view(clip_view, same_clip=same_clip)

    @override
    def picture_kind(self, clip_view: ClipView, s_per_px: float) -> Wave:
        colour = QColor(palette().wave)
        return Wave(self._full_scale, coverage_table(colour.red(), colour.green(), colour.blue()))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not has_control or event.position().x() >= GUTTER:
            super().wheelEvent(event)
            return
        notches = wheel_notches(event)
        self.magnify(ZOOM_STEP**notches)
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < GUTTER:
            self.show_all_levels()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        if position.x() >= GUTTER:
            super().show_pointer_shape(position)
            return
        self.setToolTip(self.tr("Ctrl+wheel magnifies the waveform, a double click shows all of it"))
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def magnify(self, factor: float) -> None:
        """Let `factor` times the amplitude touch the edges of the lanes; what is louder is cut off."""
        self._full_scale = min(max(self._full_scale * factor, _FINEST_SCALE), self._suiting)
        self.redraw()
        self.update()

    def show_all_levels(self) -> None:
        """Let the loudest sample of the clip just fit."""
        self.magnify(self._suiting / self._full_scale)

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        painter.setPen(QColor(palette().grid))
        for middle, half in self._lanes():
            for part in self._ticks(half):
                y = round(middle - part / self._full_scale * half)
                painter.drawLine(GUTTER, y, self.width(), y)
        super().paint_content(painter, dirty)

    @override
    def paint_axis(self, painter: QPainter) -> None:
        ticks = [
            (round(middle - part / self._full_scale * half), _amplitude_text(part))
            for middle, half in self._lanes()
            for part in self._ticks(half)
        ]
        self.paint_ticks(painter, ticks)

    @override
    def describe(self, position: QPointF) -> Pointed:
        middle, half = min(self._lanes(), key=lambda lane: abs(lane[0] - position.y()))
        amplitude = abs(middle - position.y()) / half * self._full_scale
        level_db = 20 * math.log10(max(min(amplitude, 1.0), 1e-6))
        return Pointed(self.time_of(position.x()), level=level_db)

    def _lanes(self) -> list[tuple[float, float]]:
        """Middle and half the height of each channel's lane."""
        channels = 1 if self.clip_view is None else min(self.clip_view.wave.channels, MOST_LANES)
        height = self.height() / channels
        return [((channel + 0.5) * height, height / 2) for channel in range(channels)]

    def _ticks(self, half: float) -> list[float]:
        """Amplitudes worth a mark: 0 and one round number below the edge, if there is room for it."""
        step = 10.0 ** math.floor(math.log10(self._full_scale))
        step *= max(factor for factor in (0.5, 1.0, 2.0, 5.0) if factor * step < self._full_scale * 0.95)
        return [0.0] if half < 26 else [-step, 0.0, step]


def peak(wave: WavePyramid) -> float:
    """The greatest amplitude of any channel, 0 to 1, as far as the file has been read."""
    greatest = 0.0
    for channel in range(wave.channels):
        low, high = wave.minima[channel], wave.maxima[channel]
        if len(low):
            greatest = max(greatest, -float(low.min()) / 32768, float(high.max()) / 32768)
    return greatest


def _amplitude_text(amplitude: float) -> str:
    return exact_number(amplitude, 6)
