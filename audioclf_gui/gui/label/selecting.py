"""One rule for what is selected: selected labels own the selection."""

from PySide6.QtCore import QObject

from audioclf_gui.core.label import Label
from audioclf_gui.core.reselection import came_back, left_behind
from audioclf_gui.core.view import AppliedChange
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier, spanned
from audioclf_gui.gui.label.view_state import Selection, ViewState


class Selecting(QObject):
    """Keeps the stretch that is selected and the selected labels together, also through undo and redo.

    While labels are selected, or one is on its way in a drag, the selection is what they span. Whoever
    selects anything else deselects the labels; what is done to the selection is then not done to them.
    """

    def __init__(self, document: Document, view: ViewState, layer: LabelLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._view = view
        self._layer = layer
        self._meant: Label | None = None  # the label that was selected last: it may have gone since
        layer.selected_changed.connect(self._follow_labels)
        layer.drag_changed.connect(self._follow_labels)
        view.selection_changed.connect(self._follow_selection)
        document.moved.connect(self._restore)

    def _owned(self) -> Selection | None:
        """What is selected by labels; None if none is selected."""
        drag, selected = self._layer.drag, self._layer.selected
        if drag is not None:
            return spanned((drag.new,))
        return None if selected is None else spanned(self._layer.chosen or (selected,))

    def _follow_labels(self) -> None:
        owned = self._owned()
        if owned is not None:
            self._meant = self._layer.selected
            self._view.select(owned)

    def _follow_selection(self) -> None:
        owned = self._owned()
        if owned is None or self._view.selection == self._view.inside(owned):
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
            self._view.select(spanned((gone,)))
