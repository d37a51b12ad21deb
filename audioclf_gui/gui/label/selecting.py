"""One rule for what is selected: a selected label owns the selection."""

from PySide6.QtCore import QObject

from audioclf_gui.core.label import Label
from audioclf_gui.core.reselection import came_back, left_behind
from audioclf_gui.core.view import AppliedChange
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.view_state import Selection, ViewState


class Selecting(QObject):
    """Keeps the stretch that is selected and the selected label together, also through undo and redo.

    While a label is selected, or on its way in a drag, the selection is its stretch and band. Whoever
    selects anything else deselects the label; what is done to the selection is then not done to it.
    """

    def __init__(self, document: Document, view: ViewState, layer: LabelLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._view = view
        self._layer = layer
        self._meant: Label | None = None  # the label that was selected last: it may have gone since
        layer.selected_changed.connect(self._follow_label)
        layer.drag_changed.connect(self._follow_label)
        view.selection_changed.connect(self._follow_selection)
        document.moved.connect(self._restore)

    def _label(self) -> Label | None:
        drag = self._layer.drag
        return self._layer.selected if drag is None else drag.new

    def _follow_label(self) -> None:
        label = self._label()
        if label is not None:
            self._meant = label
            self._view.select(stretch_of(label, self._view.duration_s))

    def _follow_selection(self) -> None:
        label = self._label()
        if label is None:
            return
        if self._view.selection == self._view.inside(stretch_of(label, self._view.duration_s)):
            return
        self._meant = None
        if self._layer.drag is None:
            self._layer.select(None)

    def _restore(self, done: AppliedChange) -> None:
        """Select the label that a step through the history was about, or the stretch where it was."""
        clip = self._document.current
        difference = next((one for one, clips in done.differences if clip and clip.id in clips), None)
        if difference is None:
            return
        label, gone = came_back(difference, self._meant), left_behind(difference)
        if label is not None and self._layer.tiers[Tier.LABELS].place_of(label) is not None:
            self._layer.select(label)
            self._view.reveal(*label.span_s(self._view.duration_s))
        elif gone is not None and not gone.is_whole_clip:
            self._view.select(stretch_of(gone, self._view.duration_s))


def stretch_of(label: Label, duration_s: float) -> Selection:
    """What is selected while a label is."""
    return Selection(*label.span_s(duration_s), label.low_hz, label.high_hz)
