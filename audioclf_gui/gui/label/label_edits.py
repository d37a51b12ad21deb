"""What can be done to the labels of the clip that is shown, each as one undoable edit."""

from dataclasses import replace

from PySide6.QtCore import QObject

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, Source
from audioclf_gui.core.label_edits import each
from audioclf_gui.core.label_equals import superfluous_in, told_of_equals
from audioclf_gui.core.label_meaning import meaning
from audioclf_gui.core.label_rules import check_labels, locked
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.times import SAME_S
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.chosen_edits import ChosenEdits
from audioclf_gui.gui.label.label_drag import Drag, reshaped
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.view_state import Selection, ViewState
from audioclf_gui.gui.translate import words


class LabelEdits(QObject):
    """Makes edits through the document; what could not be saved is said in the message bar."""

    def __init__(
        self, context: Context, view: ViewState, layer: LabelLayer, chosen: ChosenEdits, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._view = view
        self._layer = layer
        self._chosen = chosen

    def add(self, selection: Selection, class_id: ClassId | None, *, selects: bool = True) -> Label | None:
        """Make a label of what is selected, and select it if that is wanted."""
        clip = self._document.current
        if clip is None:
            return None
        end_s = selection.start_s if selection.duration_s < SAME_S else selection.end_s
        track = self._layer.current_track.name
        label = Label(class_id, selection.start_s, end_s, selection.low_hz, selection.high_hz, track=track)
        change = edits.add_label(self._document.view, clip.id, label)
        if not self._make(Text("add label"), change):
            return None
        if selects:
            self._layer.select(label)
        return label

    def drop(self, drag: Drag, *, continuing: bool = False) -> None:
        """Labels were dragged; those that were chosen stay so. `continuing` as in `Document.do`."""
        clip, moved, chosen = self._document.current, dict(drag.pairs), self._layer.chosen
        if clip is None:
            return
        labels = self._document.view.labels(clip.id)
        edited = each(labels, tuple(moved), lambda label: (moved[label],))
        count = len(edited.chosen)
        what = Text("move label") if count == 1 else Text("move {n} label", "move {n} labels", n=count)
        change = Change(labels={clip.id: edited.labels})
        if edited.chosen and self._make(what, change, continuing=continuing):
            others = [moved[one] for one in chosen if one in moved and one != drag.old]
            self._layer.choose((*others, drag.new))

    def refuse(self, label: Label) -> None:
        """Say that a label stands in a locked track, after somebody has tried to drag it."""
        self._context.message_bar.show_error(locked(self._document.view.track(label.track)))

    def rename(self, clip_id: ClipId, label: Label, text: str) -> Label:
        """Name a label of any clip, also of one that is not shown any more; returns it as it is now.

        With it all others get the name that are chosen, too.
        """
        view = self._document.view
        if len(self._layer.chosen) > 1 and label in self._layer.chosen and self._is_shown(clip_id):
            self._chosen.name(text)
            return self._layer.selected or label
        known = next((one.name for one in view.classes if one.id == label.class_id), "")
        if name_of(text) == known or label not in view.labels(clip_id):
            return label
        change = edits.rename_label(view, clip_id, label, text)
        if not self._make(Text("name label"), change):
            return label
        if superfluous := superfluous_in(view, change):
            self._context.status(words(told_of_equals(superfluous)))
        if (name := name_of(text)) and class_named(view.classes, text) is None:
            self._context.status(self.tr("New class “{name}”").format(name=name))
        view = self._document.view
        wanted = meaning(replace(label, class_id=class_named(view.classes, text)))
        named = next((one for one in view.labels(clip_id) if meaning(one) == wanted), label)
        if self._is_shown(clip_id):
            self._layer.select(named)
        return named

    def _is_shown(self, clip_id: ClipId) -> bool:
        return self._document.current is not None and self._document.current.id == clip_id

    def accept_event(self, event: Label) -> None:
        """Make a label of something that the model found."""
        clip = self._document.current
        if clip is None:
            return
        track = self._layer.current_track.name
        label = replace(event, source=Source.HUMAN, score=None, track=track)
        if self._make(Text("accept event"), edits.add_label(self._document.view, clip.id, label)):
            self._layer.select(label)

    def _make(self, what: Text, change: Change, *, continuing: bool = False) -> bool:
        """Make an edit; False if it may not be made or could not be saved, which the user is told."""
        view = self._document.view
        try:
            for clip_id, labels in change.labels.items():
                check_labels(view, clip_id, labels)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return False
        return self._context.do(what, change, continuing=continuing)

    @property
    def last(self) -> int | None:
        """The edit that was made last, of whatever."""
        undoable = self._document.undoable
        return None if undoable is None else undoable.id

    def set_edge(self, *, start: bool) -> None:
        """Put one edge of the selection, or of the selected label, where the red line stands."""
        view, head_s = self._view, self._view.head_s
        selection = view.selection or Selection(head_s, head_s)
        other_s = selection.end_s if start else selection.start_s
        if (other_s < head_s) if start else (other_s > head_s):
            other_s = head_s
        new = replace(selection, start_s=min(head_s, other_s), end_s=max(head_s, other_s))
        if self._layer.chosen and selection.duration_s > 0.0 and new.duration_s == 0.0:
            self._context.status(self.tr("The red line stands beyond the other edge of the label"))
            return
        self.reshape(new)

    def reshape(self, new: Selection, *, continuing: bool = False) -> bool:
        """Give a selected label of the user's these edges, or select another stretch or box if there is none.

        Of several labels the starts and the ends move as far as those of the stretch that they span. False if
        they may not be changed. A step of one label that is `continuing` is undone with the one before.
        """
        label, now = self._layer.selected, self._view.selection
        if len(self._layer.chosen) > 1 and now is not None:
            return self._chosen.grow(new.start_s - now.start_s, new.end_s - now.end_s)
        if label is None or self._layer.selected_tier is Tier.MODEL:
            self._view.select(new)
            return True
        if self._layer.is_locked(label):
            self._context.message_bar.show_error(locked(self._document.view.track(label.track)))
            return False
        new = self._view.inside(new)
        moved = replace(label, start_s=new.start_s, end_s=new.end_s, low_hz=new.low_hz, high_hz=new.high_hz)
        if moved != label:
            self.drop(reshaped(self._layer.tiers[Tier.LABELS], label, moved), continuing=continuing)
        return True
