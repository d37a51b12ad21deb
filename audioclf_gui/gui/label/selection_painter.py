"""Paints a selected label with the handles by which it is dragged, and what a drag comes to."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from audioclf_gui.gui.label.label_hits import LabelOutline
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.text import length_text, number_text
from audioclf_gui.gui.theme import palette

_HANDLE_PX = 7
_LINE_PX = 2
_HALO = QColor(0, 0, 0, 150)
_FILL = 48  # of 255
_OFF_PX = 14  # of the bubble from the pointer
_FAR_PX = 30_000.0  # beyond it painters lose count


def paint_outline(
    painter: QPainter, outline: LabelOutline, colour: QColor, *, has_handles: bool, has_halo: bool
) -> None:
    """Paint a label that is selected or on its way over what a pane shows.

    Parameters
    ----------
    has_halo
        Whether its lines are set off against a picture in many colours.
    """
    left, right = (min(max(x, -_FAR_PX), _FAR_PX) for x in (outline.left, outline.right))
    outline = replace(outline, left=left, right=right)
    if outline.is_wide:
        fill = QColor(colour)
        fill.setAlpha(_FILL)
        painter.fillRect(around(outline, 0), fill)
    box = around(outline, _LINE_PX)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_HALO, _LINE_PX + 2), QPen(colour, _LINE_PX))[not has_halo :]:
        painter.setPen(pen)
        if outline.has_band:
            painter.drawRect(box)
        else:
            for x in {box.left(), box.right()}:
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    if has_handles:
        for place in _handles(outline):
            _paint_handle(painter, place, colour)


def around(outline: LabelOutline, line_px: int) -> QRectF:
    """Where a line of that width runs around a label, so that nothing inside is covered."""
    out = (line_px + 1) // 2
    width, height = outline.right - outline.left, outline.bottom - outline.top
    box = QRectF(outline.left, outline.top, width, height)
    return box.adjusted(-out, -out, out, out) if outline.has_band else box.adjusted(-out, 0, out, 0)


def _handles(outline: LabelOutline) -> list[QPointF]:
    """Where a label is taken hold of: on its edges, or beyond them where they would cover what is inside."""
    box = around(outline, _LINE_PX if outline.is_wide else _HANDLE_PX + 1)
    middle = box.center()
    sides = [QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())]
    if not outline.has_band:
        return sides
    levels = [QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())]
    if not outline.is_wide:
        return [*sides, *levels]
    return [*sides, *levels, box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()]


def _paint_handle(painter: QPainter, place: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
    painter.setBrush(colour)
    half = _HANDLE_PX / 2
    painter.drawRect(QRectF(place.x() - half, place.y() - half, _HANDLE_PX, _HANDLE_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_bubble(painter: QPainter, plot: QRect, pointer: QPointF, selection: Selection) -> None:
    """Tell the length of what is dragged, and its band if it has one, beside the pointer."""
    text = dragged_text(selection)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 6
    left = pointer.x() + _OFF_PX
    if left + width > plot.right():
        left = pointer.x() - _OFF_PX - width
    top = min(max(pointer.y() - _OFF_PX - height, plot.top() + 2.0), plot.bottom() - height - 2.0)
    box = QRectF(max(left, plot.left()), top, width, height)
    painter.fillRect(box, QColor(palette().panel))
    painter.setPen(QColor(palette().text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def dragged_text(selection: Selection) -> str:
    """Length and band in a few words: "0.125 s   1 200 – 3 400 Hz"."""
    length = length_text(selection.duration_s)
    if selection.band_hz is None:
        return length
    low_hz, high_hz = selection.band_hz
    return f"{length}   {number_text(round(low_hz))} – {number_text(round(high_hz))} Hz"
