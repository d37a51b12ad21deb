"""What can be done to all chosen labels of the clip that is shown, each as one undoable edit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from audioclf_gui.core import label_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, LabelClass, Labels, Region
from audioclf_gui.core.label_edits import Edited
from audioclf_gui.core.label_equals import told_of_equals, without_equals
from audioclf_gui.core.label_rules import check_labels
from audioclf_gui.core.naming import as_labels, as_regions, class_named, names_in
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label import label_clipboard
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.copy_labels import CopyLabels, LabelsCopied, copy_labels

Recipe = Callable[[Labels, Sequence[Label]], Edited]

_AT_ONCE = 1000  # labels that are edited within a few frames
_NEAR_PX = 15  # how near an edge must be to another one to be put on it
_NEAR_S = 0.1  # where a pixel is long


class ChosenEdits(QObject):
    """Makes edits through the document; what may not be done is said in the message bar."""

    def __init__(self, context: Context, view: ViewState, layer: LabelLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._view = view
        self._layer = layer

    def delete(self) -> None:
        """Delete them."""
        n = len(self._layer.chosen)
        self.edit(Text("delete {n} label", "delete {n} labels", n=n), label_edits.delete)

    def set_class(self, class_id: ClassId) -> None:
        """Give them a class that exists."""
        self._replace(Text("change class"), lambda label: replace(label, class_id=class_id))

    def name(self, text: str) -> None:
        """Give them the class of that name, which is made if there is none; the empty name takes it away."""
        classes = self._document.view.with_classes([text])
        class_id = class_named(classes, text)

        def named(labels: Labels, chosen: Sequence[Label]) -> Edited:
            return label_edits.each(labels, chosen, lambda one: (replace(one, class_id=class_id),))

        n = len(self._layer.chosen)
        if self.are_there():
            self._make(Text("name {n} label", "name {n} labels", n=n), named, classes)

    def toggle_unsure(self) -> None:
        """Say that they are unsure; of those that all are, that nobody has said."""
        is_said = all(one.certainty is Certainty.UNSURE for one in self._layer.chosen)
        self.describe(certainty=None if is_said else Certainty.UNSURE)

    def toggle_class(self, class_id: ClassId) -> None:
        """Label the same stretches with another class, too; take those labels away if all are there."""

        def toggled(labels: Labels, chosen: Sequence[Label]) -> Edited:
            return label_edits.toggle_beside(labels, chosen, class_id)

        self.edit(Text("change class"), toggled)

    def describe(self, **facts: Any) -> bool:
        """Say other things of them: values of fields of `Label`; says whether that could be done."""
        return self._replace(Text("describe labels"), lambda label: replace(label, **facts))

    def set_track(self, name: str) -> None:
        """Put them into another track."""
        if self._replace(Text("move to another track"), lambda label: replace(label, track=name)):
            self._layer.choose_track(name)

    def grow(self, start_by_s: float, end_by_s: float) -> bool:
        """Move the starts and ends of all; says whether that could be done."""
        duration_s = self._view.duration_s
        return self.edit(
            Text("move edges"),
            lambda labels, chosen: label_edits.grow(labels, chosen, start_by_s, end_by_s, duration_s),
        )

    def split(self) -> None:
        """Split them at the red line; without any, the labels of the current track that it stands in."""
        head_s = self._view.head_s
        if not self._layer.chosen:
            self._layer.choose(self._under(head_s))
        self.edit(Text("split label"), lambda labels, chosen: label_edits.split(labels, chosen, head_s))

    def _under(self, time_s: float) -> list[Label]:
        """The labels of the current track that a time lies in."""
        clip, track = self._document.current, self._layer.current_track.name
        labels = () if clip is None else self._document.view.labels(clip.id)
        spans = ((one, one.span_s(0.0)) for one in labels if one.track == track and not one.is_whole_clip)
        return [one for one, (start_s, end_s) in spans if start_s < time_s < end_s]

    def merge(self) -> None:
        """Make one label of them, gaps included."""
        self.edit(Text("merge labels"), label_edits.merge)

    def snap_to_grid(self, step_s: float) -> None:
        """Put both edges on the nearest lines of a grid."""
        duration_s = self._view.duration_s
        self.edit(
            Text("snap labels"),
            lambda labels, chosen: label_edits.snap_to_grid(labels, chosen, step_s, duration_s),
        )

    def quantise(self, step_s: float) -> None:
        """Put the starts on the nearest lines of a grid."""
        duration_s = self._view.duration_s
        self.edit(
            Text("quantise labels"),
            lambda labels, chosen: label_edits.quantise(labels, chosen, step_s, duration_s),
        )

    def snap_to_neighbours(self) -> None:
        """Put their edges on those of other labels that are near, on the screen and in time."""
        reach_s = min(_NEAR_PX * self._view.s_per_px, _NEAR_S)
        self.edit(
            Text("snap labels"),
            lambda labels, chosen: label_edits.snap_to_neighbours(labels, chosen, reach_s),
        )

    def duplicate(self) -> None:
        """Put copies right behind them."""
        end_s = max((one.span_s(0.0)[1] for one in self._layer.chosen), default=0.0)
        duration_s = self._view.duration_s

        def with_copies(labels: Labels, chosen: Sequence[Label]) -> Edited:
            return label_edits.paste(labels, label_edits.placed(chosen, end_s, duration_s))

        self.edit(Text("duplicate labels"), with_copies)

    def copy(self) -> None:
        """Copy them to the system's clipboard."""
        if self.are_there():
            view = self._document.view
            in_order = sorted(self._layer.chosen, key=lambda one: one.span_s(0.0))
            label_clipboard.put(as_regions(in_order, view.classes, self._view.duration_s))
            n = len(in_order)
            self._context.status(words(Text("{n} label copied", "{n} labels copied", n=n)))

    def cut(self) -> None:
        """Copy and delete them."""
        self.copy()
        n = len(self._layer.chosen)
        self.edit(Text("cut {n} label", "cut {n} labels", n=n), label_edits.delete)

    def paste(self, *, in_place: bool = False) -> None:
        """Paste copied labels in their distances at the red line, or at the times that they had."""
        clip, regions = self._document.current, self._copied()
        if clip is None or not regions:
            return
        classes = self._document.view.with_classes(names_in(regions))
        copied = as_labels(regions, classes)
        at_s = None if in_place else self._view.head_s

        def pasted(labels: Labels, _chosen: Sequence[Label]) -> Edited:
            return label_edits.paste(labels, label_edits.placed(copied, at_s, clip.duration_s))

        n = len(regions)
        self._make(Text("paste {n} label", "paste {n} labels", n=n), pasted, classes, new=n)

    def _copied(self) -> tuple[Region, ...]:
        """The copied labels in the tracks that they are from; in the current one if there are no such.

        If there are none the user is told.
        """
        regions, has_tracks = label_clipboard.found()
        if not regions:
            self._context.status(words(Text("No labels have been copied")))
        known = {one.name for one in self._layer.tracks} if has_tracks else set()
        current = self._layer.current_track.name
        return tuple(one if one.track in known else replace(one, track=current) for one in regions)

    def paste_into(self, clip_ids: Sequence[ClipId]) -> None:
        """Paste copied labels at their times into any number of clips, in the background."""
        if (regions := self._copied()) and clip_ids:
            request = CopyLabels(regions, tuple(clip_ids))
            job = partial(copy_labels, request, self._document.project.view())
            self._context.start(job, Text("Copying labels"), on_done=self._tell_copied, kept=True)

    def _tell_copied(self, done: LabelsCopied) -> None:
        self._context.status(words(Text("{n} label copied", "{n} labels copied", n=done.labels)))

    def are_there(self) -> bool:
        """Whether any label is chosen; if none is, the user is told."""
        if not self._layer.chosen:
            self._context.status(words(Text("Choose labels first")))
        return bool(self._layer.chosen)

    def edit(self, what: Text, recipe: Recipe) -> bool:
        """Edit the chosen labels and choose what became of them; says whether that could be done."""
        return self.are_there() and self._make(what, recipe, self._document.view.classes)

    def _replace(self, what: Text, become: Callable[[Label], Label]) -> bool:
        """Put another label in the place of each chosen one."""
        return self.edit(
            what, lambda labels, chosen: label_edits.each(labels, chosen, lambda one: (become(one),))
        )

    def _make(self, what: Text, recipe: Recipe, classes: tuple[LabelClass, ...], new: int = 0) -> bool:
        """Work the edit out and make it; of very many labels, or `new` ones, both in the background."""
        clip, view, chosen = self._document.current, self._document.view, self._layer.chosen
        if clip is None:
            return False
        new_classes = None if classes == view.classes else classes

        def work(view: CatalogueView) -> tuple[Change, _Made]:
            before = view.labels(clip.id)
            edited, superfluous = without_equals(before, recipe(before, chosen))
            check_labels(view, clip.id, edited.labels)
            labels = {} if edited.labels == before else {clip.id: edited.labels}
            return Change(labels=labels, classes=new_classes), _Made(clip.id, edited.chosen, superfluous)

        if max(len(chosen), new) > _AT_ONCE:
            return self._context.do_worked_out(what, work, self._take)
        try:
            change, made = work(view)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return False
        if change.labels and not self._context.do(what, change):
            return False
        self._take(made)
        return True

    def _take(self, made: "_Made") -> None:
        """Choose what became of the labels."""
        clip = self._document.current
        if clip is not None and clip.id == made.clip_id:
            self._layer.choose(made.chosen)
        if made.superfluous:
            self._context.status(words(told_of_equals(made.superfluous)))


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of the chosen labels of a clip, and how many went since they were equal to others then."""

    clip_id: ClipId
    chosen: Labels
    superfluous: int
