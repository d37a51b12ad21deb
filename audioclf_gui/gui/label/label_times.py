"""The times of labels: shifted, put on edges, zero crossings or a grid, merged; of this clip or of many."""

from contextlib import closing
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.zero_crossings import nearest_crossings
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.label_equals import told_of_equals
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import track_titles
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.labelling import Labelling
from audioclf_gui.gui.label.times_panel import LEAST_STEP_S, MOST_STEP_S, TimesPanel
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.edit_labels import (
    LabelEdit,
    LabelsEdited,
    LabelsMeant,
    SnapLabels,
    SnapTo,
    edit_labels,
)

_STEP_KEY, _SNAPS_KEY = "label/grid_s", "label/snaps"


class LabelTimes(QObject):
    """Makes the edits as jobs, and chooses in this clip what became of the labels."""

    def __init__(self, context: Context, editor: ClipEditor, labelling: Labelling, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._editor = editor
        self._labelling = labelling
        editor.layer.snaps = context.session.flag(_SNAPS_KEY, False)
        step_s = context.session.number(_STEP_KEY, 0.1, LEAST_STEP_S, MOST_STEP_S)
        self.panel = TimesPanel(step_s, parent)
        self.panel.asked.connect(self.run)
        self.panel.step.valueChanged.connect(partial(context.session.put, _STEP_KEY))

    def set_snaps(self, *, snaps: bool) -> None:
        """Let edges that are dragged go to near ones from now on, or not."""
        self._editor.layer.snaps = snaps
        self._context.session.put(_SNAPS_KEY, snaps)

    def open_at(self, button: QWidget) -> None:
        """Ask what is to be done, and to which labels."""
        self.panel.offer(self._offers())
        self.panel.open_at(button)

    def snap_to_grid(self) -> None:
        """Put both edges of the chosen labels on the grid."""
        self._editor.chosen.snap_to_grid(self.panel.step.value())

    def quantise(self) -> None:
        """Put the starts of the chosen labels on the grid."""
        self._editor.chosen.quantise(self.panel.step.value())

    def snap_to_zero(self) -> None:
        """Put edges where the sound passes through zero: those of chosen labels, or of the selection."""
        clip = self._document.current
        if clip is not None and not self._editor.layer.chosen:
            self._snap_selection(clip)
        elif clip is not None and self._editor.chosen.are_there():
            meant = LabelsMeant((clip.id,), chosen=self._editor.layer.chosen)
            self.run(SnapLabels(meant, SnapTo.ZERO))

    def _snap_selection(self, clip: Clip) -> None:
        """Move the selection, or without one the red line, in the background."""
        view, path = self._editor.view, self._document.view.audio_path(clip)
        selection = view.selection or Selection(view.head_s, view.head_s)
        with_edges = selection.start_s, selection.end_s

        def search() -> dict[float, float]:
            with closing(MonoReader()) as reader:
                return nearest_crossings(reader, path, with_edges)

        def move(found: dict[float, float]) -> None:
            if (view.selection or selection) != selection or self._document.current != clip:
                return  # something else is meant by now
            start_s, end_s = (found.get(edge_s, edge_s) for edge_s in with_edges)
            if view.selection is not None:
                view.select(replace(selection, start_s=start_s, end_s=end_s))
            view.set_cursor(start_s)

        self._context.start(answering(search), Text("Looking for zero crossings"), on_done=move)

    def run(self, request: LabelEdit) -> None:
        """Make an edit; a background job, since clips may be many and their sound may be needed."""
        job = partial(edit_labels, request, self._document.project.view())
        take = partial(self._take, is_of_chosen=request.meant.chosen is not None)
        self._context.start(job, Text("Editing labels"), on_done=take, kept=True)

    def _offers(self) -> tuple[tuple[str, LabelsMeant], ...]:
        """The sets of labels that can be meant, in words."""
        clip, chosen = self._document.current, self._editor.layer.chosen
        if clip is None:
            return ()
        whole = LabelsMeant((clip.id,))
        track = self._editor.layer.current_track
        offers = [(words(Text("all labels of this clip")), whole)]
        if len(self._editor.layer.rows) > 1:
            name = Text("labels of this clip in {track}", track=track_titles([track.name]))
            offers.append((words(name), LabelsMeant((clip.id,), tracks=(track.name,))))
        if chosen:
            text = Text("the {n} chosen label", "the {n} chosen labels", n=len(chosen))
            offers.insert(0, (words(text), LabelsMeant((clip.id,), chosen=chosen)))
        clips = self._labelling.meant_clips()
        if len(clips) > 1:
            text = Text("all labels of {n} selected clip", "all labels of {n} selected clips", n=len(clips))
            offers.append((words(text), LabelsMeant(clips)))
        return tuple(offers)

    def _take(self, done: LabelsEdited, *, is_of_chosen: bool) -> None:
        for refused in done.refused:
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))
        clip, place_of = self._document.current, self._editor.layer.tiers[Tier.LABELS].place_of
        if is_of_chosen and clip is not None and clip.id in done.chosen:
            self._editor.layer.choose(one for one in done.chosen[clip.id] if place_of(one) is not None)
        said = Text("{n} label changed", "{n} labels changed", n=done.labels)
        if done.left:
            left = Text("{n} in a locked track left alone", "{n} in locked tracks left alone", n=done.left)
            said = Text("{first}; {second}", first=said, second=left)
        if done.joined:
            said = Text("{first}; {second}", first=said, second=told_of_equals(done.joined))
        self._context.status(words(said))
        if self.panel.isVisible():
            self.panel.offer(self._offers())
