"""One rule for what is selected: selected labels own the selection."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from audioclf_gui.core.change import LabelDifference
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.history import Move
from audioclf_gui.core.label import Labels
from audioclf_gui.core.reselection import came_back, left_behind
from audioclf_gui.core.view import AppliedChange
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier, spanned
from audioclf_gui.gui.label.view_state import Selection, ViewState

_MOST_STEPS = 200  # of which is known what was selected
_MOST_GUESSED = 2000  # labels that are told apart by what they are


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
        self._spanned: tuple[Labels, Selection | None] = (), None
        self._steps: dict[int, _Step] = {}
        self._newest: _Step | None = None  # an edit that has just been made
        self._now = _Selected(None, (), None)  # what is selected before the next one
        layer.selected_changed.connect(self._follow_labels)
        layer.drag_changed.connect(self._follow_labels)
        view.selection_changed.connect(self._follow_selection)
        document.editing.connect(self._note)
        document.edited.connect(self._take_edit)
        document.moved.connect(self._restore)

    def _owned(self) -> Selection | None:
        """What is selected by labels; None if none is selected."""
        drag, selected = self._layer.drag, self._layer.selected
        if drag is not None:
            return spanned((drag.new,))
        if selected is None:
            return None
        labels = self._layer.chosen or (selected,)
        if labels is not self._spanned[0]:
            self._spanned = labels, spanned(labels)
        return self._spanned[1]

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
        span = self._spanned[1] if self._meant is self._spanned[0] else spanned(self._meant)
        if span is None or self._view.selection != self._view.inside(span):
            return False
        return len(self._meant) > 1 or self._layer.tiers[Tier.LABELS].place_of(self._meant[0]) is not None

    def _remember(self) -> None:
        """Note who is meant; those that are not selected any more because they went are meant still."""
        selected = self._layer.selected
        chosen = self._layer.chosen or (() if selected is None else (selected,))
        index = self._layer.tiers[self._layer.selected_tier]
        here, before = set(map(id, chosen)), set(map(id, self._meant))
        left = [one for one in self._meant if id(one) not in here]
        if not left or here - before or len(index.places_of(left)):
            self._meant = chosen

    def _follow_selection(self) -> None:
        owned = self._owned()
        if owned is None or self._view.selection == self._view.inside(owned):
            return
        self._meant = ()
        if self._layer.drag is None:
            self._layer.select(None)

    def _note(self) -> None:
        """Note what is selected before an edit, which is what the edit before has left selected."""
        clip = self._document.current
        self._now = _Selected(None if clip is None else clip.id, self._layer.chosen, self._view.selection)
        if self._newest is not None:
            self._newest.after, self._newest = self._now, None

    def _take_edit(self, edit_id: int) -> None:
        """Remember what was selected before an edit and, as soon as it has taken its course, what is now."""
        self._newest = self._steps.setdefault(edit_id, _Step(self._now))
        while len(self._steps) > _MOST_STEPS:
            del self._steps[next(iter(self._steps))]
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._newest is not None:
            self._note()

    def _restore(self, done: AppliedChange, move: Move) -> None:
        """Select what was selected before the step that was undone, or after the one that was made again.

        Of steps of which that is not known, and of those for which nothing was selected, it is the labels
        that they were about, or the stretch where one was.
        """
        clip = self._document.current
        difference = next((one for one, clips in done.differences if clip and clip.id in clips), None)
        if difference is None or clip is None:
            return
        step = self._steps.get(move.steps[-1].id)
        was = None if step is None else step.before if move.undone else step.after
        if was is None or was.clip_id != clip.id or not self._select(was.labels, was.selection):
            self._guess(difference)

    def _guess(self, difference: LabelDifference) -> None:
        if len(difference.removed) + len(difference.added) <= _MOST_GUESSED:
            gone = left_behind(difference)
            self._select(came_back(difference, self._meant), None if gone is None else spanned((gone,)))

    def _select(self, labels: Labels, selection: Selection | None) -> bool:
        """Select those of the labels that are there, else the stretch; says whether there is anything."""
        self._layer.choose(there := tuple(self._layer.present(labels)))
        span = self._owned() if there else None
        if span is not None:
            self._view.reveal(span.start_s, span.end_s)
        elif selection is not None:
            self._view.select(selection)
        return span is not None or selection is not None


@dataclass(frozen=True, slots=True)
class _Selected:
    """What is selected in a clip."""

    clip_id: ClipId | None
    labels: Labels
    selection: Selection | None


@dataclass(slots=True)
class _Step:
    """What was selected before and after an edit."""

    before: _Selected
    after: _Selected | None = None
