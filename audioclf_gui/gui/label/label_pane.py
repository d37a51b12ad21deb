"""A pane in which labels are objects: clicked, named, moved by edges, corners and body."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.label_drag import MOST_SHOWN, Drag, Grip, Hold, attracted, hold
from audioclf_gui.gui.label.label_hits import Hit, LabelOutline, hits
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier, spanned
from audioclf_gui.gui.label.label_remarks import remarks
from audioclf_gui.gui.label.selection_painter import paint_bubble, paint_outline
from audioclf_gui.gui.label.time_pane import CLICK_PX, EDGE_PX, GUTTER, TimePane
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.text import shown_number

_SHAPES = {
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.LOW: Qt.CursorShape.SizeVerCursor,
    Grip.HIGH: Qt.CursorShape.SizeVerCursor,
    Grip.START | Grip.HIGH: Qt.CursorShape.SizeFDiagCursor,
    Grip.END | Grip.LOW: Qt.CursorShape.SizeFDiagCursor,
    Grip.START | Grip.LOW: Qt.CursorShape.SizeBDiagCursor,
    Grip.END | Grip.HIGH: Qt.CursorShape.SizeBDiagCursor,
    Grip.BODY: Qt.CursorShape.SizeAllCursor,
}
SNAP_PX = 8
"""How near to another edge one that is dragged goes to it, if edges snap."""
_SAME_PX = 4  # so near to each other two clicks are at the same place
_NAME_PX, _NAME_HEIGHT_PX = 150, 25


class LabelPane(TimePane):
    """What labels do under the mouse, in every pane that shows them.

    A click selects the label under the pointer, another one at the same place the one beneath it. An edge
    of a label moves when it is dragged, with Shift every edge at the same time; the body of a selected label
    moves the label. Every other drag selects, and with Alt held down each does.
    """

    moved = Signal(object)  # Drag that was let go of
    refused = Signal(object)  # Label of a locked track that was to be dragged
    edit_asked = Signal(object)  # Label
    event_accepted = Signal(object)  # Label of the model's tier
    menu_asked = Signal(object, object)  # Label | None where none is, QPoint on the screen

    shows_rows = False
    """Whether labels have rows to themselves, so that there is nothing else to be meant by the pointer."""

    is_picture = False
    """Whether lines need to be set off against what is below them."""

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QWidget | None = None) -> None:
        super().__init__(view, parent)
        self.layer = layer
        self._hold: Hold | None = None
        self._holds_selection = False
        self._way = 0.0, 0.0  # by which the pointer has moved what it holds, in seconds and hertz
        self._pressed = self._pointer = QPointF()
        self._click: Callable[[], object] | None = None  # what it means to let go without a drag
        self._before: tuple[Selection | None, float, tuple[Label, ...], Tier] | None = None
        self._clicked: QPointF | None = None
        self._cycled_from: Label | None = None
        layer.drag_changed.connect(self.update)
        layer.selected_changed.connect(self.update)

    # What a pane of its kind knows

    def outlines(self, labels: Iterable[Label], _tier: Tier = Tier.LABELS) -> Iterator[LabelOutline]:
        """Where labels are drawn; one may be drawn more than once."""
        for label in labels:
            start_s, end_s = label.span_s(self.view.duration_s)
            yield LabelOutline(label, self.x_of(start_s), self.x_of(end_s), 0.0, float(self.height()))

    def tier_at(self, _position: QPointF) -> Tier:
        """Whose labels are at a place."""
        return Tier.LABELS

    def hertz_between(self, _grip: Grip, _outline: LabelOutline, _start: QPointF, _end: QPointF) -> float:
        """By how much a drag moves edges of a band."""
        return 0.0

    @property
    def top_hz(self) -> float:
        """The highest frequency that a label can have."""
        return float("inf")

    def name_box(self, label: Label) -> QRect:
        """Where a label is named, in pixels."""
        outline = next(iter(self.outlines((label,))), None)
        left = GUTTER if outline is None else round(min(max(outline.left, GUTTER), self.width() - _NAME_PX))
        top = 0 if outline is None else round(min(max(outline.top, 0.0), self.height() - _NAME_HEIGHT_PX))
        return QRect(left, top, _NAME_PX, _NAME_HEIGHT_PX)

    # What is under the pointer

    def hits(self, position: QPointF) -> list[Hit]:
        """The labels under the pointer, the one that a drag means first."""
        return self._found(position, self.layer.has_chosen)

    def _found(
        self, position: QPointF, is_preferred: Callable[[Label], bool] = lambda _label: False
    ) -> list[Hit]:
        if position.x() < GUTTER or self.view.duration_s <= 0:
            return []
        tier = self.tier_at(position)
        time_s = self.view.t0_s + (position.x() - GUTTER) * self.view.s_per_px
        near = self.layer.tiers[tier].near(time_s, EDGE_PX * self.view.s_per_px)
        return hits(self.outlines(near, tier), position.x(), position.y(), is_preferred)

    def _grabbed(self, position: QPointF, found: Iterable[Hit]) -> tuple[Hit | None, bool]:
        """What a drag from here would move, and whether that is the selection, which is no label."""
        hit = next((one for one in found if self._is_movable(one, position)), None)
        selection = None if self.layer.selected else self.view.selection
        if selection is None or selection.duration_s == 0:
            return hit, False
        stretch = Label(None, selection.start_s, selection.end_s, selection.low_hz, selection.high_hz)
        own = next(iter(hits(self.outlines((stretch,)), position.x(), position.y())), None)
        if own is None or not own.is_edge or (hit is not None and hit.off_px <= own.off_px + 1):
            return hit, False
        return own, True

    def _is_movable(self, hit: Hit, position: QPointF) -> bool:
        """Whether a drag moves it, and does not begin a selection."""
        if self.tier_at(position) is Tier.MODEL:
            return False
        if self.shows_rows or self.layer.has_chosen(hit.label):
            return True
        return hit.is_edge and hit.outline.is_wide and not self.layer.is_locked(hit.label)

    @override
    def show_pointer_shape(self, position: QPointF) -> None:
        found = self.hits(position)
        self._tell(self.tip(found[0].label) if found else "")
        grabbed, _ = self._grabbed(position, found)
        if grabbed is None or (self.shows_rows and not grabbed.is_edge and not self._is_chosen(grabbed)):
            shape = Qt.CursorShape.PointingHandCursor if found and self.shows_rows else self.free_shape()
        elif self.layer.is_locked(grabbed.label):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = _SHAPES[grabbed.grip]
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def free_shape(self) -> Qt.CursorShape:
        """The pointer where a drag would begin a selection."""
        return Qt.CursorShape.IBeamCursor

    def tip(self, label: Label) -> str:
        """A label in words."""
        start_s, end_s = label.span_s(self.view.duration_s)
        text = self.layer.text(label) or self.tr("no class yet")
        start, end, length = (shown_number(one, ".3f") for one in (start_s, end_s, end_s - start_s))
        times = f"{start} – {end} s ({length} s)"
        return "\n".join((text, times, *remarks(label)))

    def _tell(self, tip: str) -> None:
        if self.toolTip() != tip:
            self.setToolTip(tip)

    def _is_chosen(self, hit: Hit) -> bool:
        return self.layer.has_chosen(hit.label)

    # Pressing, dragging, letting go

    @override
    def _begin(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        layer, view = self.layer, self.view
        chosen = layer.chosen or (() if layer.selected is None else (layer.selected,))
        self._before = view.selection, view.cursor_s, chosen, layer.selected_tier
        self._pressed = self._pointer = position
        self._pressed_x, self._is_drag = position.x(), False
        self._hold, self._holds_selection = None, False
        adds = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._click = partial(self._take_click, position, adds=adds, extends=extends)
        grabbed, is_selection = (None, False)
        if not adds and not modifiers & Qt.KeyboardModifier.AltModifier:
            grabbed, is_selection = self._grabbed(position, self.hits(position))
        if grabbed is not None and (grabbed.is_edge or not extends):
            self._anchor_s = self.time_of(position.x())
            self._take_hold(grabbed, is_selection=is_selection, together=extends)
        elif extends and self._chooses(position):
            self.begin_selection(position, modifiers & ~Qt.KeyboardModifier.ShiftModifier)
        else:
            self.begin_selection(position, modifiers)

    def begin_selection(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin to select, at a place where nothing is taken hold of."""
        super()._begin(position, modifiers)

    def _chooses(self, position: QPointF) -> bool:
        """Whether Shift+click means all labels up to this one, and not more or less of the selection."""
        is_meant = self.shows_rows or bool(self.layer.chosen)
        return is_meant and self.tier_at(position) is Tier.LABELS and bool(self.hits(position))

    def _take_hold(self, hit: Hit, *, is_selection: bool, together: bool) -> None:
        self._grip_outline = hit.outline
        self._holds_selection = is_selection
        if is_selection:
            self._hold = Hold(hit.label, hit.grip)
            return
        layer = self.layer
        index, chosen = layer.tiers[Tier.LABELS], tuple(layer.unlocked(layer.chosen))
        self._hold = hold(index, hit.label, hit.grip, layer.locked, chosen, together=together)

    @override
    def _drag_to(self, position: QPointF) -> None:
        self._pointer = position
        if self._hold is None:
            super()._drag_to(position)
            return
        if not self._is_drag and (position - self._pressed).manhattanLength() < CLICK_PX:
            return
        if not self._is_drag and not self._holds_selection and not self._start_drag(self._hold.label):
            return
        self._is_drag = True
        self._scroll_along(position.x())
        by_s = self.time_of(position.x()) - self._anchor_time()
        if self.layer.snaps:
            index, reach_s = self.layer.tiers[Tier.LABELS], SNAP_PX * self.view.s_per_px
            by_s = attracted(self._hold, by_s, index, (self.view.head_s,), reach_s)
        by_hz = self.hertz_between(self._hold.grip, self._grip_outline, self._pressed, position)
        drag = self._hold.moved(by_s, by_hz, self.view.duration_s, self.top_hz, MOST_SHOWN)
        self._way = by_s, by_hz
        if self._holds_selection:
            self.view.select(spanned((drag.new,)))
            self.view.set_cursor(drag.new.span_s(0.0)[0])
        else:
            self.layer.set_drag(drag)

    @override
    def edge_of(self, x: float) -> float:
        time_s = self.time_of(x)
        if not self.layer.snaps:
            return time_s
        near_s = self.layer.tiers[Tier.LABELS].edge_near(time_s, SNAP_PX * self.view.s_per_px)
        return time_s if near_s is None else near_s

    def _anchor_time(self) -> float:
        assert self._anchor_s is not None
        return self._anchor_s

    def _start_drag(self, label: Label) -> bool:
        """Select what is dragged; nothing is moved in a locked track."""
        if self.layer.is_locked(label):
            self._let_go()
            self.refused.emit(label)
            return False
        if not self.layer.has_chosen(label):
            self.layer.select(label)
        return True

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._anchor_s is None:
            return
        drag, click = self.layer.drag, self._click
        if not self._is_drag and click is not None:
            self._let_go()
            click()
        elif drag is not None and self._hold is not None:
            drag = self._hold.moved(*self._way, self.view.duration_s, self.top_hz)
            if drag.is_worth_it:
                self.moved.emit(drag)
            self._let_go()
        else:
            self._let_go()

    def _let_go(self) -> None:
        self._hold = self._anchor_s = self._click = self._before = None
        self._is_drag = self._holds_selection = False
        self.layer.set_drag(None)
        self.update()

    def cancel_drag(self) -> bool:
        """Put everything back as it was before a drag; says whether there was one."""
        if self._anchor_s is None:
            return False
        was_dragging, is_label, before = self._is_drag, self.layer.drag is not None, self._before
        self._let_go()
        if was_dragging and before is not None and not is_label:
            selection, cursor_s, chosen, tier = before
            self.view.select(selection)
            self.view.set_cursor(cursor_s)
            self.layer.choose(chosen, tier)
        return was_dragging

    # Clicks

    def _take_click(self, position: QPointF, *, adds: bool, extends: bool) -> None:
        found = [hit.label for hit in self._found(position)]
        tier = self.tier_at(position)
        self._cycled_from = None
        if not found:
            if not adds:
                self.layer.select(None)
                self.clicked_at(self.time_of(position.x()))
        elif adds or extends:
            if tier is Tier.LABELS:
                (self.layer.toggle if adds else self.layer.extend_to)(found[0])
        else:
            self._select_one(found, tier, position)
        self._clicked = position

    def _select_one(self, found: list[Label], tier: Tier, position: QPointF) -> None:
        """Select the label under the pointer, or after a click at the same place the next one beneath."""
        selected, meant = self.layer.selected, found[0]
        is_again = self._clicked is not None and (position - self._clicked).manhattanLength() <= _SAME_PX
        if is_again and selected in found and tier is self.layer.selected_tier:
            meant = found[(found.index(selected) + 1) % len(found)]
            self._cycled_from = selected
        self.select(meant, tier, self.time_of(position.x()))

    def select(self, label: Label, tier: Tier, _time_s: float) -> None:
        """Select a label that was clicked at a time, where the cursor goes."""
        self.layer.select(label, tier)
        self.view.set_cursor(_time_s)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = [hit.label for hit in self._found(event.position())]
        if event.button() != Qt.MouseButton.LeftButton or not found:
            super().mouseDoubleClickEvent(event)
            return
        self._let_go()
        tier = self.tier_at(event.position())
        was_selected = self._cycled_from or self.layer.selected  # the first of two clicks does not count
        label = was_selected if was_selected in found else found[0]
        self.layer.select(label, tier)
        (self.edit_asked if tier is Tier.LABELS else self.event_accepted).emit(label)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        position = QPointF(event.pos())
        found = [hit.label for hit in self._found(position)]
        if not found:
            self._ask_ground_menu(position, event.globalPos())
            return
        tier = self.tier_at(position)
        label = next((one for one in found if self.layer.has_chosen(one)), found[0])
        if not self.layer.has_chosen(label):
            self.select(label, tier, self.time_of(position.x()))
        self._ask_menu(label, event.globalPos())

    def _ask_ground_menu(self, position: QPointF, place: QPoint) -> None:
        """Where no label is, the menu is about the time that was clicked, which the red line goes to."""
        if position.x() >= GUTTER and self.view.duration_s > 0:
            self.view.set_cursor(self.time_of(position.x()))
            self.menu_asked.emit(None, place)

    def _ask_menu(self, label: Label, place: QPoint) -> None:
        self.menu_asked.emit(label, place)

    # Painting

    @override
    def paint_selection(self, painter: QPainter) -> None:
        drag, chosen = self.layer.drag, self.layer.chosen
        moving = [new for _, new in drag.pairs] if drag is not None else list(chosen[-1:])
        if drag is None and len(chosen) != 1:
            super().paint_selection(painter)
        for outline in self.outlines(reversed(moving)):
            colour, is_first = self.colour_of(outline.label), outline.label == moving[0]
            paint_outline(painter, outline, colour, has_handles=is_first, has_halo=self.is_picture)
        self._paint_bubble(painter, drag)

    def colour_of(self, label: Label) -> QColor:
        """The colour in which a selected label is drawn."""
        return self.layer.colour(label.class_id)

    def _paint_bubble(self, painter: QPainter, drag: Drag | None) -> None:
        """What a drag comes to, beside the pointer."""
        dragged = self.view.selection if drag is None else spanned((drag.new,))
        if self._is_drag and self._anchor_s is not None and dragged is not None:
            paint_bubble(painter, self.plot(), self._pointer, dragged)
