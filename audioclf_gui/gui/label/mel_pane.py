"""The spectrogram, with the time-frequency boxes drawn in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.audio.mel_kernel import decibels
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.gui.colour_maps import COLOUR_MAPS, Table, colour_table, comfortable_range
from audioclf_gui.gui.frequency_axis import Axis, frequency_at, height_at
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.picture_pane import PicturePane
from audioclf_gui.gui.label.pictures import Mel, Wave
from audioclf_gui.gui.label.time_pane import GUTTER, Pointed
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.text import hz_text

_ROUND_HZ = (1, 2, 3, 4, 5, 6, 8)
_TICK_PX = 44
_MOST_BOXES = 300
_RANGE_STEPS = 100.0


@dataclass(frozen=True, slots=True)
class MelLook:
    """How the spectrogram is shown.

    Attributes
    ----------
    brightness : int
        -100 to 100, added to the range that suits the clip.
    contrast : int
        -100 to 100: the range of levels from wide to narrow.
    """

    colour_map: str = COLOUR_MAPS[0]
    axis: Axis = "mel"
    brightness: int = 0
    contrast: int = 0


class MelPane(PicturePane):
    """A mel spectrogram; Alt+drag selects a box of time and frequency."""

    label_strength = 0.6

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__("spectrogram", view, layer, parent)
        self._look = MelLook()
        self._range = (0, 255)
        self._box_from: tuple[float, float] | None = None
        self.setMinimumHeight(120)
        self.setAccessibleName(self.tr("Spectrogram"))

    @property
    def look(self) -> MelLook:
        """How it is shown."""
        return self._look

    def set_look(self, look: MelLook) -> None:
        """Show it in another way."""
        self._look = look
        self.redraw()
        self.update()

    @override
    def show_view(self, clip_view: ClipView | None, *, same_clip: bool) -> None:
        if clip_view is not None:
            self._range = comfortable_range(clip_view.mel.coarse)
        super().show_view(clip_view, same_clip=same_clip)

    @override
    def picture_kind(self, clip_view: ClipView) -> Wave | Mel:
        return Mel(self._look.axis)

    @override
    def colour_table(self, clip_view: ClipView) -> Table:
        darkest, brightest = self._range
        shift = self._look.brightness
        span = (brightest - darkest) * 2.0 ** (-self._look.contrast / _RANGE_STEPS)
        middle = (darkest + brightest) / 2 - shift
        return colour_table(self._look.colour_map, round(middle - span / 2), round(middle + span / 2))

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        super().paint_content(painter, dirty)
        for box, colour in self._boxes():
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    @override
    def paint_selection(self, painter: QPainter) -> None:
        selection = self.view.selection
        if selection is None:
            return
        if selection.band_hz is None:
            self.paint_stretch(painter, selection, QColor(Qt.GlobalColor.white))
            return
        shade = QColor(Qt.GlobalColor.white)
        painter.setPen(QPen(shade, 1, Qt.PenStyle.DashLine))
        shade.setAlpha(40)
        painter.setBrush(shade)
        painter.drawRect(self._box(selection.start_s, selection.end_s, *selection.band_hz))

    @override
    def paint_axis(self, painter: QPainter) -> None:
        self.paint_ticks(painter, [(y, hz_text(frequency_hz)) for frequency_hz, y in self._ticks()])
        painter.drawText(QRect(2, 0, GUTTER - 10, 16), Qt.AlignmentFlag.AlignLeft, self.tr("Hz"))

    @override
    def describe(self, position: QPointF) -> Pointed:
        time_s = self.time_of(position.x())
        if self.clip_view is None:
            return Pointed(time_s)
        return Pointed(time_s, self._frequency_of(position.y()), self._level_db(time_s, position.y()))

    @override
    def _begin(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._box_from = None
        if modifiers & Qt.KeyboardModifier.AltModifier and self.clip_view is not None:
            self._anchor_s = self.time_of(position.x())
            self._box_from = self._anchor_s, self._frequency_of(position.y())
            self._pressed_x, self._is_drag = position.x(), False
            return
        super()._begin(position, modifiers)

    @override
    def _drag_to(self, position: QPointF) -> None:
        if self._box_from is None:
            super()._drag_to(position)
            return
        self._is_drag = True
        self._scroll_along(position.x())
        (from_s, from_hz), to_s = self._box_from, self.time_of(position.x())
        low_hz, high_hz = sorted((from_hz, self._frequency_of(position.y())))
        self.view.select(Selection(min(from_s, to_s), max(from_s, to_s), low_hz, high_hz))
        self.view.set_cursor(min(from_s, to_s))

    def _band_hz(self) -> tuple[float, float]:
        if self.clip_view is None:
            return 0.0, 1.0
        kernel = self.clip_view.mel.kernel
        return kernel.low_hz, kernel.high_hz

    def _frequency_of(self, y: float) -> float:
        up = min(max(1.0 - y / self.height(), 0.0), 1.0)
        return float(frequency_at(up, *self._band_hz(), self._look.axis))

    def _y_of(self, frequency_hz: float) -> float:
        return (1.0 - height_at(frequency_hz, *self._band_hz(), self._look.axis)) * self.height()

    def _level_db(self, time_s: float, y: float) -> float | None:
        if self.picture is None:
            return None
        request = self.picture.request
        rows, columns = self.picture.bytes.shape
        column = int((time_s - request.start_s) / (request.stop_s - request.start_s) * columns)
        row = int(y / self.height() * rows)
        if not (0 <= column < columns and 0 <= row < rows):
            return None
        return float(decibels(self.picture.bytes[row : row + 1, column])[0])

    def _ticks(self) -> list[tuple[float, int]]:
        """Round frequencies that have room for their text, with their rows."""
        if self.clip_view is None:
            return []
        low_hz, high_hz = self._band_hz()
        ticks: list[tuple[float, int]] = []
        candidates = [low_hz, *(digit * 10.0**power for power in range(2, 6) for digit in _ROUND_HZ)]
        if self._look.axis == "linear":
            step = max(10.0 ** len(str(int(high_hz / 10))) / 10, 1.0)
            candidates = [low_hz, *(step * number for number in range(1, 100))]
        for frequency_hz in candidates:
            y = round(self._y_of(frequency_hz))
            has_room = not ticks or ticks[-1][1] - y >= _TICK_PX
            if frequency_hz <= high_hz and has_room and (y > 20 or not ticks):
                ticks.append((frequency_hz, min(y, self.height() - 1)))
        return ticks

    def _box(self, start_s: float, end_s: float, low_hz: float, high_hz: float) -> QRectF:
        left, right = self.x_of(start_s), self.x_of(end_s)
        top, bottom = self._y_of(high_hz), self._y_of(low_hz)
        return QRectF(left, top, right - left, bottom - top)

    def _boxes(self) -> Iterator[tuple[QRectF, QColor]]:
        """The labels in view that are bounded in frequency; none if they would cover everything."""
        index = self.layer.tiers[Tier.LABELS]
        seen = index.visible(self.view.t0_s, self.view.end_s)
        if len(seen) > _MOST_BOXES:
            return
        for place in seen.tolist():
            label = index.labels[place]
            if (
                label.start_s is None
                or label.end_s is None
                or (label.low_hz is None and label.high_hz is None)
            ):
                continue
            low_hz, high_hz = self._band_hz()
            band_hz = label.low_hz or low_hz, label.high_hz or high_hz
            yield self._box(label.start_s, label.end_s, *band_hz), self.layer.colour(label.class_id)
