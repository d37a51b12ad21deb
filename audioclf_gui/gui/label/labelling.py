"""Giving labels: to clips, to stretches, by keys, by the model; and going on after it."""

from PySide6.QtCore import QObject

from audioclf_gui.core import edits
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.class_panel import ClassPanel
from audioclf_gui.gui.label.clip_table import ClipPanel
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.label_layer import Tier
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.suggestion_panel import SuggestionPanel
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.jobs.edit_clips import RemoveClips


class Labelling(QObject):
    """What the keys of the workspace do to labels."""

    def __init__(
        self,
        context: Context,
        clips: ClipPanel,
        editor: ClipEditor,
        classes: ClassPanel,
        suggestion: SuggestionPanel,
        playing: Playing,
    ) -> None:
        super().__init__(editor)
        self._context = context
        self._document = context.document
        self._clips = clips
        self._editor = editor
        self._classes = classes
        self._suggestion = suggestion
        self._playing = playing

    def advance(self, *, suggested: bool = False) -> None:
        """Go on after a decision, as far as the user wants that."""
        if not self._classes.moves_on.isChecked():
            return
        if not self._clips.go_to_next(suggested=suggested):
            self._context.status(self.tr("Every clip in the list is labelled"))
        elif self._classes.plays.isChecked():
            self._playing.start(unasked=True)

    def next_unlabelled(self) -> None:
        """Go to the next clip without a label."""
        if not self._clips.go_to_next():
            self._context.status(self.tr("Every clip in the list is labelled"))

    def accept(self) -> None:
        """Agree with the model, and go on."""
        clip = self._document.current
        suggestion = None if clip is None else self._document.view.suggestion(clip.id)
        if clip is not None and suggestion is not None and self._suggestion.has_suggestion:
            change = edits.accept(self._document.view, {clip.id: suggestion.classes})
            if self._context.do(Text("accept suggestion"), change):
                self.advance(suggested=True)

    def reject(self) -> None:
        """Rule out what the model suggests, and go on."""
        clip = self._document.current
        suggestion = None if clip is None else self._document.view.suggestion(clip.id)
        if clip is not None and suggestion is not None:
            change = edits.reject(self._document.view, {clip.id: suggestion.classes})
            if self._context.do(Text("reject suggestion"), change):
                self.advance(suggested=True)

    def enter(self) -> None:
        """Name the selected label, or the stretch that is selected; without one, agree with the model."""
        layer = self._editor.layer
        if layer.selected is not None and layer.selected_tier is Tier.LABELS:
            self._editor.open_edit(layer.selected)
        elif layer.selected is not None:
            self._editor.edits.accept_event(layer.selected)
        elif self._editor.view.selection is not None:
            self.label_selection()
        else:
            self.accept()

    def label_selection(self) -> None:
        """Make a label of the selection, or of the moment at the red line, and let it be named."""
        view = self._editor.view
        self._add_and_name(view.selection or Selection(view.head_s, view.head_s))

    def label_moment(self) -> None:
        """Label the moment that is heard."""
        head_s = self._editor.view.head_s
        self._add_and_name(Selection(head_s, head_s))

    def _add_and_name(self, selection: Selection) -> None:
        label = self._editor.edits.add(selection, None)
        if label is not None:
            self._editor.open_edit(label)

    def set_group(self, clip_id: ClipId, group: str) -> None:
        """Put a clip into a recording group."""
        self._context.do(Text("set group"), edits.set_group(self._document.view, [clip_id], group))

    def remove_clips(self) -> None:
        """Take the selected clips out of the project."""
        clip_ids = self._clips.selected_ids()
        if clip_ids:
            self._context.edit(RemoveClips(tuple(clip_ids)), self._tell_removed)

    def _tell_removed(self, _clips: int) -> None:
        self._context.status(self.tr("Removed from the project; the files stay where they are"))

    def meant_clips(self) -> tuple[ClipId, ...]:
        """The clips that are selected, if they are several, else the one that is shown."""
        selected = tuple(self._clips.selected_ids())
        if len(selected) > 1:
            return selected
        return () if self._document.current is None else (self._document.current.id,)
