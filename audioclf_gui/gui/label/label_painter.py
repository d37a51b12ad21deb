"""Paints rows of labels: each by itself while they can be told apart, as one image when they cannot."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.label_index import Ints, LabelIndex
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.label_remarks import MARKS
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import length_text
from audioclf_gui.gui.theme import on_colour, palette

ROW_PX = 23
_INSET_PX = 2
_AIR_PX = 1  # beside a text that just fits; a short one is indented
_INDENT_PX = 6
_NOTE_PX = 8
_LETTERS = 3  # of a name for which there is hardly any room
_PIXELS_EACH = 4  # with less room for each label, single ones could not be told apart
_OPACITY = {Tier.LABELS: 0.78, Tier.MODEL: 0.32}


class LabelPainter:
    """Remembers shortened texts and mixed colours, since the same ones are painted frame after frame."""

    def __init__(self, view: ViewState, layer: LabelLayer) -> None:
        self._view = view
        self._layer = layer
        self._texts: dict[tuple[str, int], tuple[str, int]] = {}  # what fits, and how far to the right
        self._fills: dict[tuple[Tier, int], tuple[QColor, QColor, QColor]] = {}

    def forget(self) -> None:
        """Labels, classes or colours are others now."""
        self._texts.clear()
        self._fills.clear()

    def paint_tier(self, painter: QPainter, tier: Tier, tops: Sequence[float]) -> None:
        """Paint the visible labels of a tier into the rows that begin at `tops`."""
        view = self._view
        index = self._layer.tiers[tier]
        seen = index.visible(view.t0_s, view.end_s)
        rows = index.lanes[seen]
        for row, top in enumerate(tops):
            inside = seen[rows == row]
            if len(inside) * _PIXELS_EACH > view.width_px:
                image = self._layer.tint(view, index, inside, _OPACITY[tier], _OPACITY[tier])
                height = ROW_PX - 2 * _INSET_PX
                painter.drawImage(QRectF(GUTTER, top + _INSET_PX, view.width_px, height), image)
                self._paint_runs(painter, index, inside[self._layer.is_chosen(tier)[inside]], top)
            else:
                self._paint_each(painter, tier, index, inside, top)

    def _paint_runs(self, painter: QPainter, index: LabelIndex, chosen: Ints, top: float) -> None:
        """Paint lines over and under selected labels that cannot be told apart."""
        if not len(chosen):
            return
        width = self._view.width_px
        starts, ends = (
            np.clip((times_s - self._view.t0_s) / self._view.s_per_px, 0, width).astype(np.int64)
            for times_s in (index.starts_s[chosen], index.ends_s[chosen])
        )
        steps = np.bincount(starts, minlength=width + 2) - np.bincount(ends + 1, minlength=width + 2)
        bounds = np.flatnonzero(np.diff(np.cumsum(steps) > 0, prepend=False, append=False))
        for left, right in bounds.reshape(-1, 2).tolist():
            for y in (top + _INSET_PX, top + ROW_PX - _INSET_PX - 2):
                painter.fillRect(QRectF(GUTTER + left, y, right - left, 2), QColor(palette().text))

    def paint_drag(self, painter: QPainter, label: Label, top: float) -> None:
        """Paint a label that is being moved, with how long it would be."""
        start_s, end_s = label.span_s(self._view.duration_s)
        fill, _, ink = self._colours(Tier.LABELS, label.class_id or 0)
        box = self._box(start_s, end_s, top)
        painter.fillRect(box, fill)
        painter.setPen(QPen(QColor(palette().text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        text = f"{self._layer.text(label)}  {length_text(end_s - start_s)}".strip()
        room = painter.fontMetrics().horizontalAdvance(text) + 10
        if room <= box.width():
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            return
        left = box.right() + 3
        if left + room > GUTTER + self._view.width_px:
            left = box.left() - 3 - room
        bubble = QRectF(left, box.top(), room, box.height())
        painter.fillRect(bubble, QColor(palette().panel))
        painter.setPen(QColor(palette().text))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_each(self, painter: QPainter, tier: Tier, index: LabelIndex, seen: Ints, top: float) -> None:
        moving = self._layer.moving
        is_chosen = self._layer.is_chosen(tier)
        for order, place in enumerate(seen.tolist()):
            label = index.labels[place]
            if label in moving and tier is Tier.LABELS:
                continue
            box = self._box(index.starts_s.item(place), index.ends_s.item(place), top)
            fill, edge, ink = self._colours(tier, index.classes.item(place))
            is_selected = is_chosen.item(place)
            if label.is_moment:
                later_s = index.starts_s[seen[order + 1 : order + 2]]
                room = self._view.x_at(later_s.item()) + GUTTER - box.left() if len(later_s) else None
                self._paint_moment(painter, label, box, edge, room, is_selected=is_selected)
                continue
            painter.fillRect(box, edge if is_selected else fill)
            if box.width() >= 3:
                painter.setPen(QColor(palette().text) if is_selected else edge)
                painter.drawRect(box)
            self._paint_text(painter, label, box, ink)

    def _paint_text(self, painter: QPainter, label: Label, box: QRectF, ink: QColor) -> None:
        left = max(box.left(), float(GUTTER))
        right = min(box.right(), float(GUTTER + self._view.width_px))
        room = int(right - left - self._paint_marks(painter, label, box, right, ink)) - 2 * _AIR_PX
        text = self._layer.text(label) or "?"
        fitting = self._texts.get((text, room))
        if fitting is None:
            fitting = self._texts[text, room] = _fitting(text, room, painter.fontMetrics())
        short, indent = fitting
        if short:
            painter.setPen(ink)
            painter.drawText(
                QRectF(left + indent, box.top(), room + _AIR_PX, box.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                short,
            )

    def _paint_marks(self, painter: QPainter, label: Label, box: QRectF, right: float, ink: QColor) -> int:
        """Paint a dot for a note and a sign for doubt at the right end; says how much room they take."""
        mark = MARKS.get(label.certainty, "")
        if not mark and not label.note:
            return 0
        taken = 0
        if label.note and box.width() >= _NOTE_PX:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            painter.drawEllipse(QPointF(right - _NOTE_PX / 2, box.top() + _NOTE_PX / 2 + 1), 2, 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            taken = _NOTE_PX
        width = painter.fontMetrics().horizontalAdvance(mark)
        if mark and box.width() >= taken + width + 4:
            painter.setPen(ink)
            place = QRectF(right - taken - width - 2, box.top(), width + 1, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, mark)
            taken += width + 2
        return taken

    def _paint_moment(
        self,
        painter: QPainter,
        label: Label,
        box: QRectF,
        colour: QColor,
        room: float | None,
        *,
        is_selected: bool,
    ) -> None:
        """Paint a diamond and, in the room up to the next label of the row, a name; before it at the end."""
        x, middle, half = box.left(), box.center().y(), 5.0
        painter.fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), colour)
        painter.setBrush(colour)
        painter.setPen(QColor(palette().text) if is_selected else colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        corners = [QPointF(x - half, middle), QPointF(x, middle - half), QPointF(x + half, middle)]
        painter.drawPolygon(QPolygonF([*corners, QPointF(x, middle + half)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(palette().text))
        text = " ".join(filter(None, (self._layer.text(label), MARKS.get(label.certainty))))
        text += " \N{BULLET}" if label.note else ""
        metrics = painter.fontMetrics()
        if room is not None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room - half - 8))
        baseline, left, width = (
            middle + metrics.ascent() / 2 - 1,
            x + half + 4,
            metrics.horizontalAdvance(text),
        )
        if left + width > GUTTER + self._view.width_px:  # the last of a clip often stands at its very end
            left = max(x - half - 4 - width, float(GUTTER))
        painter.drawText(QPointF(left, baseline), text)

    def _box(self, start_s: float, end_s: float, top: float) -> QRectF:
        left = round(max(self._view.x_at(start_s), -10.0)) + GUTTER
        right = round(min(self._view.x_at(end_s), self._view.width_px + 10.0)) + GUTTER
        return QRectF(left, top + _INSET_PX, max(right - left, 1), ROW_PX - 2 * _INSET_PX - 1)

    def _colours(self, tier: Tier, class_id: int) -> tuple[QColor, QColor, QColor]:
        """Fill, edge and ink of a class's labels."""
        known = self._fills.get((tier, class_id))
        if known is None:
            edge = self._layer.colour(class_id)
            fill = _mixed(edge, QColor(palette().window), _OPACITY[tier])
            known = self._fills[tier, class_id] = (fill, edge, on_colour(fill))
        return known


def _fitting(text: str, room: int, metrics: QFontMetrics) -> tuple[str, int]:
    """As much of a text as there is room for, and how far from the left it begins."""
    free = room - metrics.horizontalAdvance(text)
    if free >= 0:
        return text, min(_INDENT_PX, _AIR_PX + free // 2)
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if len(short) > _LETTERS:
        return short, _AIR_PX
    begun = (text[:letters] for letters in range(_LETTERS, 0, -1))  # which tells more than one with dots
    short = next((one for one in begun if metrics.horizontalAdvance(one) <= room), "")
    return short, _AIR_PX + (room - metrics.horizontalAdvance(short)) // 2


def _mixed(above: QColor, below: QColor, part: float) -> QColor:
    """A colour painted over another one with the opacity `part`."""
    return QColor.fromRgbF(
        part * above.redF() + (1 - part) * below.redF(),
        part * above.greenF() + (1 - part) * below.greenF(),
        part * above.blueF() + (1 - part) * below.blueF(),
    )
