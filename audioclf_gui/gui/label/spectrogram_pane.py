"""The spectrogram, with the time-frequency boxes drawn in it."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.audio.frequency_axis import FrequencyAxis, ticks_hz
from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.audio.spectrum_shown import SCALES, Scale
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.core.text import Text
from audioclf_gui.gui.colour_maps import colour_table
from audioclf_gui.gui.label.box_pane import BoxPane
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.legend import LevelLegend, paint_note
from audioclf_gui.gui.label.pictures import Picture, Spectrum
from audioclf_gui.gui.label.time_pane import GUTTER, ZOOM_STEP, Pointed, wheel_notches
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import clock_short, hz_text
from audioclf_gui.gui.translate import words

_TICK_PX = 34
_TOP_PX = 26  # the band's top is named here, and no tick


class SpectrogramPane(BoxPane):
    """The picture with its legend; the axis at its left pans and zooms the band."""

    view_changed = Signal(object)  # SpectrogramView: the user panned or zoomed the band
    band_changed = Signal()  # by whatever
    drawn = Signal(object)  # Picture: what is in view now

    label_strength = 0.6

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__("spectrogram", view, layer, parent)
        self._shown = SpectrogramView()
        self._kept: tuple[object, tuple[int, int]] | None = None  # what an automatic range was found for
        self._legend = LevelLegend()
        self._has_pointer_on_legend = False
        self._panned_from: tuple[float, FrequencyAxis] | None = None
        self.setMinimumHeight(120)
        self.setAccessibleName(self.tr("Spectrogram"))
        self.setWhatsThis(
            self.tr(
                "Time runs to the right, frequency upwards, and colour is level. Drag to select a "
                "stretch, Alt+drag for a box; the wheel scrolls, Ctrl+wheel zooms; double click a "
                "label to name it."
            )
        )

    @property
    def spectrogram_view(self) -> SpectrogramView:
        """How it is shown."""
        return self._shown

    def set_spectrogram_view(self, shown: SpectrogramView) -> None:
        """Show it in another way."""
        before, self._shown = self._shown, shown
        self.redraw()
        self.update()
        if (before.low_hz, before.high_hz) != (shown.low_hz, shown.high_hz):
            self.band_changed.emit()

    @property
    @override
    def axis(self) -> FrequencyAxis:
        drawn = self._drawn()
        return self._wanted_axis() if drawn is None else drawn.axis

    @property
    def scale(self) -> Scale:
        """What the bytes of the picture in view stand for."""
        drawn = self._drawn()
        return SCALES[self._shown.shown if drawn is None else drawn.shown]

    def _drawn(self) -> Spectrum | None:
        """What the picture in view was asked to be; another one may be on its way."""
        what = None if self.picture is None else self.picture.request.what
        return what if isinstance(what, Spectrum) else None

    def _wanted_axis(self) -> FrequencyAxis:
        return self._shown.band(self._rate_hz())

    @override
    def picture_kind(self, clip_view: ClipView, s_per_px: float) -> Spectrum:
        shown = self._shown
        darkest = brightest = None
        if shown.shown == "level":
            darkest, brightest = (
                None if level_db is None else SCALES["level"].byte(level_db)
                for level_db in (shown.floor_db, shown.ceiling_db)
            )
        wanted = Spectrum(self._wanted_axis(), shown.shown, shown.colours, darkest, brightest)
        if self._kept is not None and self._kept[0] == self._range_key(wanted, s_per_px):
            darkest, brightest = self._kept[1]
            return replace(wanted, darkest=darkest, brightest=brightest)
        return wanted

    @override
    def take(self, picture: Picture) -> None:
        request = picture.request
        if picture.is_exact and isinstance(request.what, Spectrum) and request.pane == self.name:
            asked = self.picture_kind(request.view, 0.0)
            self._kept = self._range_key(asked, request.s_per_px), picture.span
        super().take(picture)
        if request.pane == self.name:
            self.update()  # the axis, too
            self.drawn.emit(picture)

    @override
    def show_view(self, clip_view: ClipView | None, *, same_clip: bool) -> None:
        if not same_clip:
            self._kept = None
        super().show_view(clip_view, same_clip=same_clip)

    def _range_key(self, wanted: Spectrum, s_per_px: float) -> object:
        """While this stays the same an automatic range does, too, so that panning does not flicker."""
        return wanted, self._shown.analysis, f"{s_per_px:.4g}"

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        super().paint_content(painter, dirty)
        if len(self.lanes) > 1:
            painter.setPen(QColor(128, 128, 128))
            for top, _ in self.lanes[1:]:
                painter.drawLine(GUTTER, top, self.width(), top)
        if self.picture is not None:
            self._paint_signs(painter, self.picture, dirty)

    def _paint_signs(self, painter: QPainter, picture: Picture, dirty: QRect) -> None:
        plot, scale = self.plot(), self.scale
        first, last = (scale.value(byte) for byte in picture.span)
        self._legend.set_levels(self._shown.colours, first, last, scale.unit, self)
        if dirty.intersects(self._legend.box(plot)) and not self._has_pointer_on_legend:
            self._legend.paint(painter, plot)
        known = picture.request.view
        if not known.is_exact:
            until = clock_short(known.exact_until_s)
            paint_note(painter, plot, words(Text("exact up to {time}, an estimate after it", time=until)))
        elif not picture.is_exact:
            paint_note(painter, plot, words(Text("an estimate, being made exact")))

    @override
    def paint_axis(self, painter: QPainter) -> None:
        axis = self.axis
        lanes = self.lanes if self.clip_view is not None else []
        ticks: list[tuple[int, str]] = []
        for top, bottom in lanes:
            known = ticks_hz(axis, bottom - top, _TICK_PX, _TOP_PX)
            steps = [after - before for before, after in pairwise(known)]
            step_hz = min(steps, default=axis.high_hz - axis.low_hz)
            for frequency_hz in known:
                y = round(bottom - axis.height_at(frequency_hz) * (bottom - top))
                is_free = y <= bottom - _TOP_PX // 2 or bottom == self.height()
                if is_free:  # a lane's foot is the next one's top
                    ticks.append((min(y, self.height() - 1), hz_text(frequency_hz, step_hz)))
            ticks.append((top, hz_text(axis.high_hz, min(axis.high_hz / 100, step_hz))))
        self.paint_ticks(painter, ticks)
        painter.drawText(QRect(2, 13, GUTTER - 10, 16), Qt.AlignmentFlag.AlignLeft, self.tr("Hz"))

    @override
    def describe(self, position: QPointF) -> Pointed:
        time_s = self.time_of(position.x())
        if self.clip_view is None:
            return Pointed(time_s)
        level = self._level(time_s, position.y())
        return Pointed(time_s, self.frequency_at(position.y()), level, self.scale.unit)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.position().x() < GUTTER and is_shifted and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()
            self._panned_from = event.position().y(), self._wanted_axis()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is None:
            self._uncover(event.position())
            super().mouseMoveEvent(event)
            return
        from_y, axis = self._panned_from
        top, bottom = self.lane_at(from_y)
        self._show_axis(axis.moved((event.position().y() - from_y) / (bottom - top), self._widest()))

    def _uncover(self, position: QPointF | None) -> None:
        """Let the user see, hear and label what lies under the legend: it gives way to the pointer."""
        is_on_it = position is not None and self._legend.box(self.plot()).contains(position.toPoint())
        if is_on_it != self._has_pointer_on_legend:
            self._has_pointer_on_legend = is_on_it
            self.update(self._legend.box(self.plot()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._uncover(None)
        super().leaveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is not None:
            self._panned_from = None
            self.show_pointer_shape(event.position())
            return
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < GUTTER:
            self.show_all_frequencies()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        modifiers = event.modifiers()
        has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if not has_control or not (has_shift or event.position().x() < GUTTER) or self.clip_view is None:
            super().wheelEvent(event)
            return
        notches = wheel_notches(event)
        around_hz = self.frequency_at(event.position().y())
        self._show_axis(self._wanted_axis().zoomed(ZOOM_STEP**notches, around_hz, self._widest()))
        event.accept()

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        is_axis = position.x() < GUTTER
        if is_axis:
            self.setToolTip(
                self.tr("Shift+drag pans the band, Ctrl+wheel zooms it, a double click shows all of it")
            )
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            super().show_pointer_shape(position)

    def zoom_band(self, factor: float) -> None:
        """Show `factor` times as much of the frequency axis; its middle keeps its place."""
        axis = self._wanted_axis()
        self._show_axis(axis.zoomed(factor, float(axis.frequency_at(0.5)), self._widest()))

    def move_band(self, up: float) -> None:
        """Show frequencies that lie higher by a part of what is in view."""
        self._show_axis(self._wanted_axis().moved(up, self._widest()))

    def moved_hz(self, frequency_hz: float, up_px: float) -> float:
        """The frequency so many pixels above another one, held inside what the sound can have."""
        top, bottom = self.lanes[0]
        moved = float(self.axis.frequency_at(self.axis.height_at(frequency_hz) + up_px / (bottom - top)))
        return min(max(moved, 0.0), self.top_hz)

    def show_all_frequencies(self) -> None:
        """Show the whole band."""
        self._show_axis(self._widest())

    def show_band(self, low_hz: float, high_hz: float | None) -> None:
        """Show a band; without an upper end, as far up as the sound reaches."""
        self.set_spectrogram_view(replace(self._shown, low_hz=low_hz, high_hz=high_hz))
        self.view_changed.emit(self._shown)

    def _show_axis(self, axis: FrequencyAxis) -> None:
        self.set_spectrogram_view(self._shown.with_band(axis, self._rate_hz()))
        self.view_changed.emit(self._shown)

    def _widest(self) -> FrequencyAxis:
        return FrequencyAxis(self._shown.axis, 0.0, self._rate_hz() / 2)

    def _rate_hz(self) -> int:
        return 2 if self.clip_view is None else self.clip_view.spectra[0].rate_hz

    def _level(self, time_s: float, y: float) -> float | None:
        if self.picture is None:
            return None
        request = self.picture.request
        rows, columns = self.picture.bytes.shape
        column = int((time_s - request.start_s) / (request.stop_s - request.start_s) * columns)
        row = int(y / self.height() * rows)
        if not (0 <= column < columns and 0 <= row < rows):
            return None
        return self.scale.value(int(self.picture.bytes[row, column]))

    @property
    @override
    def background(self) -> QColor:
        return QColor.fromRgb(int(colour_table(self._shown.colours)[0]))

    @property
    @override
    def top_hz(self) -> float:
        return self._rate_hz() / 2
