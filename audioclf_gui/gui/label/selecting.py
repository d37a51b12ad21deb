"""One rule for what is selected: selected labels own the selection."""

from PySide6.QtCore import QObject

from audioclf_gui.core.label import Labels
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
        self._meant: Labels = ()  # the labels that were selected last: they may have gone since
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
            self._remember()
            self._view.select(owned)
        elif self._is_forsaken():
            self._view.select(None)

    def _is_forsaken(self) -> bool:
        """Whether a stretch is selected only because labels were that are not any more.

        That of a single label that went stays, so that the next key names it anew.
        """
        span = spanned(self._meant)
        if span is None or self._view.selection != self._view.inside(span):
            return False
        return len(self._meant) > 1 or self._layer.tiers[Tier.LABELS].place_of(self._meant[0]) is not None

    def _remember(self) -> None:
        """Note who is meant; those that are not selected any more because they went are meant still."""
        selected = self._layer.selected
        chosen = self._layer.chosen or (() if selected is None else (selected,))
        index = self._layer.tiers[self._layer.selected_tier]
        left = set(self._meant).difference(chosen)
        if not left or set(chosen) - set(self._meant) or any(index.place_of(one) is not None for one in left):
            self._meant = chosen

    def _follow_selection(self) -> None:
        owned = self._owned()
        if owned is None or self._view.selection == self._view.inside(owned):
            return
        self._meant = ()
        if self._layer.drag is None:
            self._layer.select(None)

    def _restore(self, done: AppliedChange) -> None:
        """Select the labels that a step through the history was about, or the stretch where one was."""
        clip = self._document.current
        difference = next((one for one, clips in done.differences if clip and clip.id in clips), None)
        if difference is None:
            return
        place_of = self._layer.tiers[Tier.LABELS].place_of
        labels = [one for one in came_back(difference, self._meant) if place_of(one) is not None]
        gone, span = left_behind(difference), spanned(labels)
        if span is not None:
            self._layer.choose(labels)
            self._view.reveal(span.start_s, span.end_s)
        elif gone is not None and not gone.is_whole_clip:
            self._view.select(spanned((gone,)))
