"""What can be done to the labels of the clip that is shown, each as one undoable edit."""

from dataclasses import replace

from PySide6.QtCore import QObject

from audioclf_gui.core import edits
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, Source
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import track_titles
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.label_layer import LabelLayer, Tier
from audioclf_gui.gui.label.view_state import Selection, ViewState

_SAME_S = 1e-6
_STRETCH = ("class_id", "start_s", "end_s", "low_hz", "high_hz", "track")


class LabelEdits(QObject):
    """Makes edits through the document; what could not be saved is said in the message bar."""

    def __init__(self, context: Context, view: ViewState, layer: LabelLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._do, self._status = context.do, context.status
        self._message_bar = context.message_bar
        self._document = context.document
        self._view = view
        self._layer = layer

    def add(self, selection: Selection, class_id: ClassId | None) -> Label | None:
        """Make a label of what is selected, and select it."""
        clip = self._document.current
        if clip is None:
            return None
        end_s = selection.start_s if selection.duration_s < _SAME_S else selection.end_s
        track = self._layer.current_track.name
        label = Label(class_id, selection.start_s, end_s, selection.low_hz, selection.high_hz, track=track)
        if self._is_locked(label):
            return None
        change = edits.add_label(self._document.view, clip.id, label)
        if not self._do(Text("add label"), change):
            return None
        self._layer.select(label)
        return label

    def replace(self, old: Label, new: Label | None, what: Text) -> None:
        """Put `new` in the place of `old`, or delete it."""
        clip = self._document.current
        if clip is None or old not in self._document.view.labels(clip.id) or self._is_locked(old, new):
            return
        if self._do(what, edits.replace_label(self._document.view, clip.id, old, new)):
            self._layer.select(new)

    def move(self, old: Label, new: Label) -> None:
        """A label was dragged."""
        self.replace(old, new, Text("move label"))

    def delete_selected(self) -> None:
        """Delete the label that is selected, if it is the user's."""
        label = self._layer.selected
        if label is not None and self._layer.selected_tier is Tier.LABELS:
            self.replace(label, None, Text("delete label"))

    def rename(self, clip_id: ClipId, label: Label, text: str) -> Label:
        """Name a label of any clip, also of one that is not shown any more; returns it as it is now."""
        view = self._document.view
        known = next((one.name for one in view.classes if one.id == label.class_id), "")
        if name_of(text) == known or label not in view.labels(clip_id) or self._is_locked(label):
            return label
        if not self._do(Text("name label"), edits.rename_label(view, clip_id, label, text)):
            return label
        if (name := name_of(text)) and class_named(view.classes, text) is None:
            self._status(self.tr("New class “{name}”").format(name=name))
        named = replace(label, class_id=class_named(self._document.view.classes, text))
        if self._document.current is not None and self._document.current.id == clip_id:
            self._layer.select(named)
        return named

    def set_class(self, label: Label, class_id: ClassId) -> None:
        """Give a label a class that exists."""
        self.replace(label, replace(label, class_id=class_id), Text("change class"))

    def toggle_beside(self, label: Label, class_id: ClassId) -> None:
        """Label the same stretch with another class, too; take that label away if it is there."""
        clip = self._document.current
        if clip is None or label.class_id == class_id or self._is_locked(label):
            return
        view = self._document.view
        edges = label.start_s, label.end_s, label.low_hz, label.high_hz
        wanted = Label(class_id, *edges, track=label.track)
        there = next((one for one in view.labels(clip.id) if _is_same(one, wanted)), None)
        if there is None:
            self._do(Text("add label"), edits.add_label(view, clip.id, wanted))
        else:
            self._do(Text("delete label"), edits.replace_label(view, clip.id, there, None))

    def accept_event(self, event: Label) -> None:
        """Make a label of something that the model found."""
        clip = self._document.current
        if clip is None:
            return
        track = self._layer.current_track.name
        label = replace(event, source=Source.HUMAN, score=None, track=track)
        if not self._is_locked(label) and self._do(
            Text("accept event"), edits.add_label(self._document.view, clip.id, label)
        ):
            self._layer.select(label)

    def set_track(self, label: Label, name: str) -> None:
        """Put a label into another track."""
        self._layer.choose_track(name)
        self.replace(label, replace(label, track=name), Text("move to another track"))

    def _is_locked(self, *labels: Label | None) -> bool:
        """Whether any of the labels is in a locked track; if so the user is told."""
        locked = next((one for one in labels if one is not None and self._layer.is_locked(one)), None)
        if locked is not None:
            name = track_titles([locked.track])
            remedy = Text("Unlock it: right-click its name, or choose Tracks in the Label menu.")
            self._message_bar.show_error(
                UserError(Text("the track {name} is locked", name=name), remedy=remedy)
            )
        return locked is not None

    def set_edge(self, *, start: bool) -> None:
        """Put one edge of the selection, or of the selected label, where the red line stands."""
        view, head_s = self._view, self._view.head_s
        selection = view.selection or Selection(head_s, head_s)
        other_s = selection.end_s if start else selection.start_s
        if (other_s < head_s) if start else (other_s > head_s):
            other_s = head_s
        new = replace(selection, start_s=min(head_s, other_s), end_s=max(head_s, other_s))
        self.reshape(new)

    def reshape(self, new: Selection) -> bool:
        """Give a selected label of the user's these edges, or select another stretch or box if there is none.

        False if the label may not be changed.
        """
        label = self._layer.selected
        if label is None or self._layer.selected_tier is Tier.MODEL:
            self._view.select(new)
            return True
        if self._is_locked(label):
            return False
        new = self._view.inside(new)
        moved = replace(label, start_s=new.start_s, end_s=new.end_s, low_hz=new.low_hz, high_hz=new.high_hz)
        if moved != label:
            self.move(label, moved)
        return True


def _is_same(one: Label, other: Label) -> bool:
    """Whether both give the same class to the same stretch."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in _STRETCH)
    return all(first == second for first, second in pairs)
