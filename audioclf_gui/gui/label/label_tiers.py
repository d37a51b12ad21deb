"""The rows of labels below the spectrogram: the user's own and the model's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from audioclf_gui.core.label import Label
from audioclf_gui.core.track import Track, TrackKind
from audioclf_gui.gui.accessible import Part, set_accessible_role, tell_moved
from audioclf_gui.gui.label.label_hits import LabelOutline
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.label_painter import ROW_PX, LabelPainter
from audioclf_gui.gui.label.label_pane import LabelPane
from audioclf_gui.gui.label.rubber_band import RubberBand
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.theme import palette

_GAP_PX = 5
_EDIT_PX = 150


class LabelTiers(LabelPane):
    """Shows labels in rows, where one drags, names and chooses them; what it is told to do, others do."""

    track_menu_asked = Signal(object, object)  # Track, QPoint on the screen

    shows_rows = True
    part_role = QAccessible.Role.ListItem

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(view, layer, parent)
        self._painter = LabelPainter(view, layer)
        self._band: RubberBand | None = None
        self._has_keyboard = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Labels"))
        self.setWhatsThis(
            self.tr(
                "A row for each track of labels, and one for what a model suggests. Click a label to "
                "select it, drag its inside or an edge to move it, double click to name it or to take "
                "over the model's."
            )
        )
        set_accessible_role(self, QAccessible.Role.List)
        layer.changed.connect(self._follow)
        layer.selected_changed.connect(partial(tell_moved, self))
        self._follow()

    def set_has_keyboard(self, *, on: bool) -> None:
        """Show whether Tab and Delete speak to the labels."""
        self._has_keyboard = on
        self.update()

    @override
    def paint_content(self, painter: QPainter, dirty: QRect) -> None:
        painter.fillRect(dirty, QColor(palette().window))
        for tier in Tier:
            rows = [self._row_top(tier, row) for row in range(self._rows(tier))]
            self._painter.paint_tier(painter, tier, rows)
        drag = self.layer.drag
        for old, new in () if drag is None else reversed(drag.pairs):
            self._painter.paint_drag(painter, new, self._row_top(Tier.LABELS, self._row_of(old)))
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
        short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)

    def part_count(self) -> int:
        """How many labels there are, for screen readers."""
        return sum(len(self.layer.tiers[tier].labels) for tier in Tier)

    def part(self, place: int) -> Part:
        """A label, the user's own before the model's, for screen readers."""
        own = len(self.layer.tiers[Tier.LABELS].labels)
        tier, place = (Tier.LABELS, place) if place < own else (Tier.MODEL, place - own)
        label = self.layer.tiers[tier].labels[place]
        start_s, end_s = label.span_s(self.view.duration_s)
        left, right = round(self.x_of(start_s)), round(self.x_of(end_s))
        box = QRect(left, round(self._row_top(tier, self._row_of(label, tier))), right - left + 1, ROW_PX)
        times = " – ".join(shown_number(one, ".3f") for one in (start_s, end_s)) + " s"
        return Part(self.label_text(label), box, times, self.layer.has_chosen(label))

    def label_text(self, label: Label) -> str:
        """What a label is called where nobody sees its place."""
        return self.layer.text(label) or self.tr("no class yet")

    def current_part(self) -> int:
        """The place of the label that the keys speak to."""
        tier = self.layer.selected_tier
        place = self.layer.tiers[tier].place_of(self.layer.selected)
        if place is None:
            return -1
        return place if tier is Tier.LABELS else len(self.layer.tiers[Tier.LABELS].labels) + place

    def track_text(self, track: Track) -> str:
        """What a track is called on the screen."""
        return track.name or self.tr("labels")

    def track_top(self, name: str) -> int:
        """Where the rows of a track that is shown begin, in pixels."""
        first = next(row.first for row in self.layer.rows if row.track.name == name)
        return round(self._row_top(Tier.LABELS, first))

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        track = self._track_at(position)
        if track is None:
            super().show_pointer_shape(position)
        else:
            self.setToolTip(self._track_tip(track))
            self.setCursor(Qt.CursorShape.PointingHandCursor)

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
        super().contextMenuEvent(event)

    @override
    def select(self, label: Label, tier: Tier, time_s: float) -> None:
        super().select(label, tier, label.span_s(self.view.duration_s)[0])

    @override
    def begin_selection(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        super().begin_selection(position, modifiers)
        if not self._is_drag:  # else the selection is made longer or shorter
            adds = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self._band = RubberBand(
                self.time_of(position.x()), position.y(), self.layer.chosen if adds else ()
            )

    @override
    def _drag_to(self, position: QPointF) -> None:
        super()._drag_to(position)
        if self._band is not None and self._is_drag:
            self._draw_band(self._band, position)

    def _draw_band(self, band: RubberBand, position: QPointF) -> None:
        """Choose what a rubber band touches; without such the time is selected that it spans."""
        band.stretch_to(self.time_of(position.x()), position.y())
        rows = (int((y - self._row_top(Tier.LABELS, 0)) // ROW_PX) for y in (band.top, band.bottom))
        index = self.layer.tiers[Tier.LABELS]
        inside = index.inside(band.start_s, band.end_s, *rows).tolist()
        touched = [index.labels[place] for place in inside]
        self.layer.choose(dict.fromkeys((*band.kept, *(self.layer.unlocked(touched) or touched))))
        self.update()

    @override
    def _let_go(self) -> None:
        self._band = None
        super()._let_go()

    @override
    def name_box(self, label: Label) -> QRect:
        start_s, end_s = label.span_s(self.view.duration_s)
        width = max(_EDIT_PX, round(self.x_of(end_s) - self.x_of(start_s)))
        left = min(max(round(self.x_of(start_s)), GUTTER), max(self.width() - _EDIT_PX, GUTTER))
        top = round(self._row_top(Tier.LABELS, self._row_of(label)))
        return QRect(left, top - 1, min(width, max(self.width() - left, _EDIT_PX)), ROW_PX + 2)

    @override
    def outlines(self, labels: Iterable[Label], _tier: Tier = Tier.LABELS) -> Iterator[LabelOutline]:
        for outline in super().outlines(labels, _tier):
            top = self._row_top(_tier, self._row_of(outline.label, _tier))
            yield replace(outline, top=top, bottom=top + ROW_PX - 1)

    @override
    def tier_at(self, position: QPointF) -> Tier:
        return Tier.MODEL if position.y() >= self._row_top(Tier.MODEL, 0) else Tier.LABELS

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
            lines.append(self.tr("Locked: its labels are not changed, and not chosen together with others"))
        if not track.learnt:
            lines.append(self.tr("Models do not learn from it"))
        return "\n".join(lines)

    def _rows(self, tier: Tier) -> int:
        return self.layer.tiers[tier].lane_count

    def _row_of(self, label: Label, tier: Tier = Tier.LABELS) -> int:
        place = self.layer.tiers[tier].place_of(label)
        return 0 if place is None else int(self.layer.tiers[tier].lanes[place])

    def _row_top(self, tier: Tier, row: int) -> float:
        above = 0 if tier is Tier.LABELS else self._rows(Tier.LABELS) * ROW_PX + _GAP_PX
        return _GAP_PX + above + row * ROW_PX

    def _follow(self) -> None:
        self._painter.forget()
        self.setFixedHeight(round(self._row_top(Tier.MODEL, self._rows(Tier.MODEL))) + 3)
        self.update()
