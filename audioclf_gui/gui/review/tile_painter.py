"""One tile of the grid: a spectrogram with its axes, what it is taken for, and what was decided."""

import math
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from audioclf_gui.audio.frequency_axis import FrequencyAxis
from audioclf_gui.core.text import Text
from audioclf_gui.gui.review.queue import ReviewVerdict
from audioclf_gui.gui.review.tile_loader import TileRequest
from audioclf_gui.gui.text import hz_text, seconds_text, shown_number
from audioclf_gui.gui.theme import class_colour, palette
from audioclf_gui.gui.translate import words

if TYPE_CHECKING:
    from audioclf_gui.ml.occlusion import Occlusion

_TICKS_HZ = (500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0, 32000.0)
_STEPS_S = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400)
_EDGE = 7.0
_DARKEST = 215  # of 255: what speaks for nothing can still be made out
_NAME_SHOWN = 0.6  # a file name of which less can be shown says nothing; the tool tip has all of it
_BADGES = {ReviewVerdict.ACCEPTED: "✓", ReviewVerdict.REJECTED: "✕", ReviewVerdict.RELABELLED: "✎"}

_VERDICTS = {
    ReviewVerdict.ACCEPTED: Text("accepted"),
    ReviewVerdict.REJECTED: Text("rejected"),
    ReviewVerdict.RELABELLED: Text("relabelled"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """What one tile says."""

    request: TileRequest
    name: str  # of the file
    proposed: str  # classes and score, "dog 0.62"; empty: nothing is proposed
    colours: tuple[str, ...]  # of these
    given: str  # the classes it has now, if these are not the proposed ones
    verdict: ReviewVerdict
    evidence: "Occlusion | None" = None  # to be drawn over the picture

    @property
    def description(self) -> str:
        """All of it in words."""
        given = words(Text("labelled {name}", name=self.given)) if self.given else ""
        parts = [self.name, self.proposed, given, seconds_text(self.request.duration_s)]
        if self.verdict is not ReviewVerdict.OPEN:
            parts.append(words(_VERDICTS[self.verdict]))
        return ", ".join(part for part in parts if part)


class TilePainter:
    """Paints tiles of one size in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        self.small.setPointSizeF(max(6.5, font.pointSizeF() - 2.0))
        self._metrics = QFontMetricsF(self.font)
        self._bold_metrics = QFontMetricsF(self.bold)
        self._small_metrics = QFontMetricsF(self.small)
        self._gutter = self._small_metrics.horizontalAdvance("16k") + 6

    def picture_rect(self, box: QRectF) -> QRectF:
        """Where the spectrogram of a tile lies."""
        below = self._small_metrics.height() + self._metrics.height() + _EDGE + 3
        return QRectF(
            box.left() + _EDGE + self._gutter - 3,
            box.top() + _EDGE,
            max(1.0, box.width() - 2 * _EDGE - self._gutter + 3),
            max(1.0, box.height() - _EDGE - below),
        )

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        tile: Tile,
        picture: QPixmap | None,
        high_hz: float,
        problem: str,
        *,
        is_current: bool,
    ) -> None:
        """Paint all of a tile but the playing position; without a picture it says why, or that it comes."""
        self._paint_frame(painter, box, tile.verdict, is_current=is_current)
        inside = self.picture_rect(box)
        painter.fillRect(inside, QColor("#000004"))
        if picture is not None:
            painter.drawPixmap(inside.toRect(), picture)
            if tile.evidence is not None:
                _paint_evidence(painter, inside, tile.evidence, tile.request.duration_s, high_hz)
        else:
            painter.setFont(self.small)
            painter.setPen(QColor("#b0b4bf"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside.adjusted(6, 2, -6, -2), flags, problem or "…")
        self._paint_frequencies(painter, inside, high_hz)
        self._paint_times(painter, inside, tile.request.duration_s)
        self._paint_caption(painter, box, tile)
        if tile.verdict is not ReviewVerdict.OPEN:
            self._paint_badge(painter, inside, tile.verdict)

    def paint_position(self, painter: QPainter, box: QRectF, part: float) -> None:
        """A line where the sound is being played."""
        inside = self.picture_rect(box)
        left = inside.left() + min(1.0, max(0.0, part)) * inside.width()
        painter.setPen(QPen(QColor("#ffffff"), 1.5))
        painter.drawLine(QPointF(left, inside.top()), QPointF(left, inside.bottom()))

    def _paint_frame(
        self, painter: QPainter, box: QRectF, verdict: ReviewVerdict, *, is_current: bool
    ) -> None:
        colours = palette()
        edges = {
            ReviewVerdict.OPEN: colours.panel_edge,
            ReviewVerdict.ACCEPTED: colours.good,
            ReviewVerdict.REJECTED: colours.bad,
            ReviewVerdict.RELABELLED: colours.warn,
        }
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.selection if is_current else colours.panel))
        edge = colours.focus if is_current else edges[verdict]
        width = 1.0 if verdict is ReviewVerdict.OPEN and not is_current else 2.0
        painter.setPen(QPen(QColor(edge), width))
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_frequencies(self, painter: QPainter, inside: QRectF, high_hz: float) -> None:
        painter.setFont(self.small)
        painter.setPen(QColor(palette().muted))
        height = self._small_metrics.height()
        lowest_free = inside.bottom() + height
        axis = FrequencyAxis("mel", 0.0, high_hz)
        for hz in _TICKS_HZ:
            middle = inside.bottom() - axis.height_at(hz) * inside.height()
            if (
                hz > high_hz
                or middle - height / 2 < inside.top() - 4
                or middle + height / 2 > lowest_free - 1
            ):
                continue
            lowest_free = middle - height / 2
            box = QRectF(inside.left() - self._gutter - 3, middle - height / 2, self._gutter - 1, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hz_text(hz))
            painter.drawLine(QPointF(inside.left() - 3, middle), QPointF(inside.left() - 1, middle))

    def _paint_times(self, painter: QPainter, inside: QRectF, duration_s: float) -> None:
        painter.setFont(self.small)
        painter.setPen(QColor(palette().muted))
        height = self._small_metrics.height()
        unit = QRectF(inside.left() - self._gutter - 3, inside.bottom() + 1, self._gutter - 1, height)
        painter.drawText(unit, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "Hz")
        room = self._small_metrics.horizontalAdvance("00.0 s") + 12
        step = next((one for one in _STEPS_S if one * inside.width() >= room * duration_s), duration_s)
        for number in range(math.floor(duration_s / step + 1e-6) + 1):
            place = inside.left() + number * step / max(duration_s, 1e-9) * inside.width()
            text = shown_number(number * step, "g") + (" s" if number == 0 else "")
            width = self._small_metrics.horizontalAdvance(text)
            left = min(max(place - width / 2, inside.left()), inside.right() - width)
            painter.drawLine(QPointF(place, inside.bottom()), QPointF(place, inside.bottom() + 2))
            painter.drawText(QPointF(left, inside.bottom() + 1 + self._small_metrics.ascent() + 1), text)

    def _paint_caption(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        line = QRectF(
            box.left() + _EDGE + 1,
            box.bottom() - _EDGE - self._metrics.height() + 2,
            box.width() - 2 * _EDGE - 2,
            self._metrics.height(),
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        left = line.left()
        if tile.proposed:
            chip = QRectF(left, line.center().y() - 4.5, 9, 9)
            for place, colour in enumerate(tile.colours):
                width = chip.width() / len(tile.colours)
                part = QRectF(chip.left() + place * width, chip.top(), width, chip.height())
                painter.fillRect(part, class_colour(colour))
            left = chip.right() + 5
        painter.setFont(self.bold)
        painter.setPen(QColor(palette().text))
        words = self.proposal_text(tile, 0.62 * line.width())
        painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), middle, words)
        left += self._bold_metrics.horizontalAdvance(words) + (8 if words else 0)
        painter.setFont(self.font)
        painter.setPen(QColor(palette().muted))
        rest = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
        length = seconds_text(tile.request.duration_s)
        width = self._metrics.horizontalAdvance(length)
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | middle, length)
        room = rest.width() - width - 8
        if room > 30:
            text = self._aside(tile, room)
            painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | middle, text)

    def proposal_text(self, tile: Tile, room: float) -> str:
        """What is proposed, in so many pixels: of a long name its middle goes, and the score stays."""
        return self._bold_metrics.elidedText(tile.proposed, Qt.TextElideMode.ElideMiddle, room)

    def _aside(self, tile: Tile, room: float) -> str:
        """What stands beside the proposal: the class it has, or else the file's name."""
        if not tile.given:
            if self._metrics.horizontalAdvance(tile.name) <= room:
                return tile.name
            stem = PurePath(tile.name).stem
            return (
                self._metrics.elidedText(stem, Qt.TextElideMode.ElideMiddle, room)
                if room >= _NAME_SHOWN * self._metrics.horizontalAdvance(stem)
                else ""
            )
        is_relabelled = tile.verdict is ReviewVerdict.RELABELLED
        whole = f"→ {tile.given}" if is_relabelled else words(Text("labelled {name}", name=tile.given))
        fits = self._metrics.horizontalAdvance(whole) <= room
        return whole if fits else self._metrics.elidedText(tile.given, Qt.TextElideMode.ElideMiddle, room)

    def _paint_badge(self, painter: QPainter, inside: QRectF, verdict: ReviewVerdict) -> None:
        """A sign in the corner, so that the frame's colour is not all there is to tell verdicts apart."""
        colours = palette()
        fill = {
            ReviewVerdict.ACCEPTED: colours.good,
            ReviewVerdict.REJECTED: colours.bad,
            ReviewVerdict.RELABELLED: colours.warn,
        }[verdict]
        size = self._metrics.height() + 4
        circle = QRectF(inside.right() - size - 4, inside.top() + 4, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawEllipse(circle)
        painter.setPen(QColor(colours.panel))
        painter.setFont(self.bold)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, _BADGES[verdict])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_evidence(
    painter: QPainter, inside: QRectF, evidence: "Occlusion", duration_s: float, high_hz: float
) -> None:
    """Darken the picture the more, the less a part of it speaks for the class."""
    axis = FrequencyAxis("mel", 0.0, high_hz)
    xs = [inside.left() + inside.width() * one / max(duration_s, 1e-6) for one in evidence.edges_s]
    ys = [inside.bottom() - inside.height() * axis.height_at(one) for one in evidence.edges_hz]
    most = max(float(evidence.evidence.max()), 1e-6)
    painter.save()
    painter.setClipRect(inside)
    dark = QColor(0, 0, 0, _DARKEST)
    painter.fillRect(QRectF(QPointF(inside.left(), inside.top()), QPointF(xs[0], inside.bottom())), dark)
    painter.fillRect(QRectF(QPointF(xs[-1], inside.top()), inside.bottomRight()), dark)
    painter.fillRect(QRectF(QPointF(xs[0], inside.top()), QPointF(xs[-1], ys[-1])), dark)
    for band, row in enumerate(evidence.evidence):
        for column, one in enumerate(row):
            share = math.sqrt(max(0.0, float(one)) / most)
            patch = QRectF(QPointF(xs[column], ys[band + 1]), QPointF(xs[column + 1], ys[band]))
            painter.fillRect(patch, QColor(0, 0, 0, round(_DARKEST * (1.0 - share))))
    painter.restore()
