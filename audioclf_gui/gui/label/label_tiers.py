"""The rows of labels below the spectrogram: the user's own and the model's."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Label
from audioclf_gui.core.track import Track, TrackKind
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.label_index import Part
from audioclf_gui.gui.label.label_layer import Drag, LabelLayer, Tier
from audioclf_gui.gui.label.label_painter import ROW_PX, LabelPainter
from audioclf_gui.gui.label.rubber_band import RubberBand
from audioclf_gui.gui.label.time_pane import EDGE_PX, GUTTER, TimePane
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.theme import palette

_GAP_PX = 5
_EDIT_PX = 150


class LabelTiers(TimePane):
    """Shows labels and lets them be dragged, named, chosen; what it is told to do, others do."""

    moved = Signal(object, object)  # Label as it was, Label as it is to be
    renamed = Signal(object, object, str, int)  # ClipId, Label, text, where Tab went
    edit_asked = Signal(object)  # Label
    event_accepted = Signal(object)  # Label of the model's tier
    menu_asked = Signal(object, object)  # Label, QPoint on the screen
    track_menu_asked = Signal(object, object)  # Track, QPoint on the screen

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(view, parent)
        self.layer = layer
        self._painter = LabelPainter(view, layer)
        self._grip: tuple[Label, Part, float] | None = None
        self._band: RubberBand | None = None
        self._click: Callable[[], object] | None = None  # what it means to let go without a drag
        self._edit: ClassField | None = None
        self._edited: tuple[ClipId, Label] | None = None
        self._has_keyboard = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Labels"))
        layer.changed.connect(self._follow)
        layer.selected_changed.connect(self.update)
        layer.drag_changed.connect(self.update)
        view.span_changed.connect(self._place_edit)
        self._follow()

    def set_has_keyboard(self, *, on: bool) -> None:
        """Show whether Tab and Delete speak to the labels."""
        self._has_keyboard = on
        self.update()

    def open_edit(self, clip_id: ClipId, label: Label) -> None:
        """Let the user type the name of a label."""
        self.confirm_edit()
        names = [one.name for one in self.layer.classes.values()]
        known = self.layer.classes.get(label.class_id) if label.class_id is not None else None
        self._edited = clip_id, label
        self._edit = ClassField("" if known is None else known.name, names, self)
        self._edit.confirmed.connect(self._confirmed)
        self._edit.dropped.connect(self._close_edit)
        self._place_edit()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm_edit(self) -> None:
        """Take a text that was typed but not confirmed, so that it is never lost."""
        if self._edit is not None:
            self._edit.confirm()

    def cancel_drag(self) -> bool:
        """Put a label that is being dragged back; says whether there was one."""
        was_dragging = self.layer.drag is not None or (self._band is not None and self._is_drag)
        self._grip = self._band = self._click = None
        self._anchor_s = None
        self.layer.set_drag(None)
        self.update()
        return was_dragging

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(palette().window))
        for tier in Tier:
            rows = [self._row_top(tier, row) for row in range(self._rows(tier))]
            self._painter.paint_tier(painter, tier, rows)
        drag = self.layer.drag
        if drag is not None:
            self._painter.paint_drag(painter, drag, self._row_top(Tier.LABELS, self._row_of(drag.old)))
        if self._band is not None and self._is_drag:
            self._band.paint(painter, self.view)

    @override
    def paint_selection(self, painter: QPainter) -> None:
        selection = self.view.selection
        if selection is not None:
            painter.setPen(QPen(QColor(palette().muted), 1, Qt.PenStyle.DashLine))
            for time_s in (selection.start_s, selection.end_s):
                x = round(self.x_of(time_s))
                painter.drawLine(x, 0, x, self.height())

    @override
    def paint_axis(self, painter: QPainter) -> None:
        if self._has_keyboard:
            painter.fillRect(QRect(0, 3, 2, self.height() - 6), QColor(palette().focus))
        painter.drawLine(GUTTER - 1, 0, GUTTER - 1, self.height())
        current = self.layer.current_track
        for row in self.layer.rows:
            is_current = row.track == current and len(self.layer.rows) > 1
            self._paint_name(painter, Tier.LABELS, row.first, self.track_text(row.track), is_bold=is_current)
        self._paint_name(painter, Tier.MODEL, 0, self.tr("model"))

    def _paint_name(
        self, painter: QPainter, tier: Tier, row: int, name: str, *, is_bold: bool = False
    ) -> None:
        box = QRect(3, round(self._row_top(tier, row)), GUTTER - 12, ROW_PX)
        font = painter.font()
        font.setBold(is_bold)
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)

    def track_text(self, track: Track) -> str:
        """What a track is called on the screen."""
        return track.name or self.tr("labels")

    def track_top(self, name: str) -> int:
        """Where the rows of a track that is shown begin, in pixels."""
        first = next(row.first for row in self.layer.rows if row.track.name == name)
        return round(self._row_top(Tier.LABELS, first))

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        found = self._hit(position)
        if found is None:
            track = self._track_at(position)
            super().show_pointer_shape(position)
            self.setToolTip("" if track is None else self._track_tip(track))
            if track is not None:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            return
        label, part, tier = found
        is_edge = part is not Part.BODY and tier is Tier.LABELS and not self.layer.is_locked(label)
        self.setCursor(Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.PointingHandCursor)
        start_s, end_s = label.span_s(self.view.duration_s)
        text = self.layer.text(label) or self.tr("no class yet")
        self.setToolTip(f"{text}\n{start_s:.3f} – {end_s:.3f} s ({end_s - start_s:.3f} s)")

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        self.cancel_drag()
        label, _, tier = found
        (self.edit_asked if tier is Tier.LABELS else self.event_accepted).emit(label)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        track = self._track_at(event.position())
        if track is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()
            self.layer.choose_track(track.name)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        track = self._track_at(QPointF(event.pos()))
        if track is not None:
            self.track_menu_asked.emit(track, event.globalPos())
            return
        found = self._hit(QPointF(event.pos()))
        if found is not None:
            label, _, tier = found
            if label not in self.layer.chosen:
                self._choose(label, tier)
            self.menu_asked.emit(label, event.globalPos())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, click, band, is_gripped = self.layer.drag, self._click, self._band, self._grip is not None
        if not self._is_drag and click is not None:
            self.cancel_drag()
            click()
        elif is_gripped:
            self.cancel_drag()
            if drag is not None and drag.new != drag.old:
                self.moved.emit(drag.old, drag.new)
        elif self._is_drag and band is not None:
            self.cancel_drag()
        else:
            super().mouseReleaseEvent(event)
            self._band = None

    @override
    def clicked_at(self, time_s: float) -> None:
        self.layer.select(None)
        super().clicked_at(time_s)

    @override
    def _begin(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        found = self._hit(position)
        adds = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        own = None if found is None or found[2] is Tier.MODEL else found[0]
        if found is None and not adds:
            super()._begin(position, modifiers)
            if not self._is_drag:  # else an edge of the selection was taken hold of
                self._band = RubberBand(self.time_of(position.x()), position.y())
            return
        self._pressed_x, self._is_drag = position.x(), False
        if adds:
            self._anchor_s = self.time_of(position.x())
            self._band = RubberBand(self._anchor_s, position.y(), self.layer.chosen)
            self._click = (lambda: None) if own is None else partial(self.layer.toggle, own)
            return
        assert found is not None
        label, part, tier = found
        if own is not None and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._click = partial(self.layer.extend_to, own)
        else:
            self._choose(label, tier)
        if tier is Tier.LABELS and label.start_s is not None and not self.layer.is_locked(label):
            self._anchor_s = label.start_s
            self._grip = label, part, self.time_of(position.x()) - label.start_s

    @override
    def _drag_to(self, position: QPointF) -> None:
        if self._band is not None:
            self._draw_band(self._band, position)
            return
        if self._grip is None:
            super()._drag_to(position)
            return
        if not self._is_drag and abs(position.x() - self._pressed_x) < EDGE_PX - 2:
            return
        self._is_drag = True
        self._scroll_along(position.x())
        label, part, held_s = self._grip
        new = dragged(label, part, self.time_of(position.x()), held_s, self.view.duration_s)
        self.layer.set_drag(Drag(label, new))

    def _draw_band(self, band: RubberBand, position: QPointF) -> None:
        """Choose what a rubber band touches; without such the time is selected that it spans."""
        super()._drag_to(position)
        if not self._is_drag:
            return
        band.stretch_to(self.time_of(position.x()), position.y())
        rows = (int((y - self._row_top(Tier.LABELS, 0)) // ROW_PX) for y in (band.top, band.bottom))
        index = self.layer.tiers[Tier.LABELS]
        touched = index.inside(band.start_s, band.end_s, *rows).tolist()
        self.layer.choose(dict.fromkeys((*band.kept, *(index.labels[place] for place in touched))))
        self.update()

    def _choose(self, label: Label, tier: Tier) -> None:
        self.layer.select(label, tier)
        self.view.set_cursor(label.span_s(self.view.duration_s)[0])

    def _confirmed(self, text: str, direction: int) -> None:
        edited = self._edited
        self._close_edit()
        if edited is not None:
            self.renamed.emit(*edited, text, direction)

    def _close_edit(self) -> None:
        edit, self._edit, self._edited = self._edit, None, None
        if edit is not None:
            had_keyboard = edit.hasFocus()
            edit.hide()
            edit.deleteLater()
            if had_keyboard:
                self.taken.emit()

    def _place_edit(self) -> None:
        if self._edit is None or self._edited is None:
            return
        label = self._edited[1]
        start_s, end_s = label.span_s(self.view.duration_s)
        width = max(_EDIT_PX, round(self.x_of(end_s) - self.x_of(start_s)))
        left = min(max(round(self.x_of(start_s)), GUTTER), max(self.width() - _EDIT_PX, GUTTER))
        top = round(self._row_top(Tier.LABELS, self._row_of(label)))
        self._edit.setGeometry(left, top - 1, min(width, max(self.width() - left, _EDIT_PX)), ROW_PX + 2)

    def _hit(self, position: QPointF) -> tuple[Label, Part, Tier] | None:
        if position.x() < GUTTER or self.view.duration_s <= 0:
            return None
        for tier in Tier:
            row = int((position.y() - self._row_top(tier, 0)) // ROW_PX)
            if not 0 <= row < self._rows(tier):
                continue
            time_s = self.view.t0_s + (position.x() - GUTTER) * self.view.s_per_px
            index = self.layer.tiers[tier]
            found = index.hit(time_s, EDGE_PX * self.view.s_per_px, row, self._rows(tier) - 1)
            if found is not None:
                return index.labels[found[0]], found[1], tier
        return None

    def _track_at(self, position: QPointF) -> Track | None:
        """The track whose name is at a place."""
        row = int((position.y() - self._row_top(Tier.LABELS, 0)) // ROW_PX)
        if position.x() >= GUTTER:
            return None
        rows = self.layer.rows
        return next((one.track for one in rows if one.first <= row < one.first + one.count), None)

    def _track_tip(self, track: Track) -> str:
        kinds = {
            TrackKind.INTERVALS: self.tr("adjoining intervals"),
            TrackKind.REGIONS: self.tr("free regions"),
            TrackKind.MOMENTS: self.tr("moments"),
        }
        lines = [f"{self.track_text(track)}: {kinds[track.kind]}"]
        if track.locked:
            lines.append(self.tr("Locked"))
        if not track.learnt:
            lines.append(self.tr("Models do not learn from it"))
        return "\n".join(lines)

    def _rows(self, tier: Tier) -> int:
        return self.layer.tiers[tier].lane_count

    def _row_of(self, label: Label) -> int:
        place = self.layer.tiers[Tier.LABELS].place_of(label)
        return 0 if place is None else int(self.layer.tiers[Tier.LABELS].lanes[place])

    def _row_top(self, tier: Tier, row: int) -> float:
        above = 0 if tier is Tier.LABELS else self._rows(Tier.LABELS) * ROW_PX + _GAP_PX
        return _GAP_PX + above + row * ROW_PX

    def _follow(self) -> None:
        self._painter.forget()
        self.setFixedHeight(round(self._row_top(Tier.MODEL, self._rows(Tier.MODEL))) + 3)
        self._place_edit()
        self.update()


def dragged(label: Label, part: Part, time_s: float, held_s: float, duration_s: float) -> Label:
    """A label whose `part` was dragged to `time_s`.

    Parameters
    ----------
    held_s : float
        How far from the label's start it was taken hold of; matters if its body is dragged.
    """
    start_s, end_s = label.span_s(duration_s)
    if part is Part.BODY:
        length_s = end_s - start_s
        start_s = min(max(time_s - held_s, 0.0), max(duration_s - length_s, 0.0))
        return replace(label, start_s=start_s, end_s=start_s + length_s)
    kept_s = end_s if part is Part.START else start_s
    return replace(label, start_s=min(kept_s, time_s), end_s=max(kept_s, time_s))
