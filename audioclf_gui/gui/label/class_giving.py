"""What the key of a class does: give it to labels, a stretch, a moment, or whole clips."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core import edits
from audioclf_gui.core.class_target import (
    ClassTarget,
    Marks,
    Moment,
    SelectedLabels,
    Situation,
    TimeSpan,
    WholeClips,
    class_target,
)
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.clip_table import ClipPanel
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.inline_question import InlineQuestion
from audioclf_gui.gui.label.label_table_hands import LabelTableHands
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.view_state import Selection
from audioclf_gui.gui.text import clock, duration_text
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.edit_clips import LabelClips, ToggleClass


@dataclass(frozen=True, slots=True)
class _ClassWish:
    """A class for whole clips; the same wish once more is the answer to the question whether it is meant."""

    given: LabelClass
    is_beside: bool
    clip_ids: tuple[ClipId, ...]


class ClassGiving(QObject):
    """Gives classes to what `core.class_target` says is meant, and asks before long clips are labelled."""

    clip_labelled = Signal()  # the clip that is shown, as a whole: one may go on to the next

    def __init__(
        self,
        context: Context,
        clips: ClipPanel,
        editor: ClipEditor,
        listed: LabelTableHands,
        playing: Playing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._clips = clips
        self._editor = editor
        self._listed = listed
        self._playing = playing
        self._wish: _ClassWish | None = None
        self.question = InlineQuestion()
        self.question.confirmed.connect(self.answer)
        self.question.dropped.connect(self.drop_question)
        self._document.current_changed.connect(self.drop_question)
        editor.view.selection_changed.connect(self.drop_question)

    def give(self, given: LabelClass) -> None:
        """Give a class to what is meant."""
        self._give(given, is_beside=False)

    def toggle(self, given: LabelClass) -> None:
        """Give a class beside those that are there already to what is meant, or take it away."""
        self._give(given, is_beside=True)

    def mark(self, *, is_in: bool) -> None:
        """Mark where a stretch begins or ends: at the red line. Both marks together select it."""
        view = self._editor.view
        head_s = view.head_s
        marks = view.marks.with_in(head_s) if is_in else view.marks.with_out(head_s)
        view.select(None if marks.span_s is None else Selection(*marks.span_s))
        view.set_marks(marks)
        time = clock(head_s)
        told = Text("Begins at {time}", time=time) if is_in else Text("Ends at {time}", time=time)
        self._context.status(words(told))

    def target(self) -> ClassTarget:
        """What a class would be given to now; whether one would be asked is known of a single clip only."""
        return class_target(self._situation(self._clips.selected_ids(), is_for_show=True))

    def _situation(self, clip_ids: list[ClipId], *, is_for_show: bool = False) -> Situation:
        view, project = self._editor.view, self._document.view
        looked_at = clip_ids if len(clip_ids) == 1 or not is_for_show else []
        selection = view.selection
        return Situation(
            labels=self._listed.beyond or len(self._editor.layer.chosen),
            span_s=None if selection is None else (selection.start_s, selection.end_s),
            marks=view.marks,
            head_s=view.head_s,
            is_playing=self._playing.is_on and self._playing.is_asked_for,
            clips=len(clip_ids),
            longest_s=max((project.clip(one).duration_s for one in looked_at), default=0.0),
            has_regions=any(not label.is_whole_clip for one in looked_at for label in project.labels(one)),
        )

    def _give(self, given: LabelClass, *, is_beside: bool) -> None:
        clip_ids = self._clips.selected_ids()
        match class_target(self._situation(clip_ids)):
            case SelectedLabels() if self._listed.beyond:
                self._listed.give_class(given)
            case SelectedLabels():
                chosen = self._editor.chosen
                (chosen.toggle_class if is_beside else chosen.set_class)(given.id)
            case TimeSpan(start_s, end_s, is_marked):
                selection = None if is_marked else self._editor.view.selection
                self._add(selection or Selection(start_s, end_s), given, goes_on=is_marked)
            case Moment(time_s, is_heard):
                self._add(Selection(time_s, time_s), given, goes_on=is_heard)
            case WholeClips(_, asks):
                self._label_clips(_ClassWish(given, is_beside, tuple(clip_ids)), asks=asks)

    def _add(self, selection: Selection, given: LabelClass, *, goes_on: bool) -> None:
        """Make a label; while one listens it is not selected, so that the next key makes the next one."""
        label = self._editor.edits.add(selection, given.id, selects=not goes_on)
        if label is not None and goes_on:
            self._editor.view.select(None)
            self._editor.view.set_marks(Marks())
            time = clock(selection.start_s)
            self._context.status(words(Text("{name} at {time}", name=given.name, time=time)))

    def _label_clips(self, wish: _ClassWish, *, asks: bool) -> None:
        if asks and wish != self._wish:
            self._wish = wish
            self.question.ask(*_question(wish, self._document.view.clip(wish.clip_ids[0]).duration_s))
            return
        self.drop_question()
        if wish.is_beside:
            self._toggle(wish.given, wish.clip_ids)
        elif len(wish.clip_ids) > 1:
            self._context.edit(LabelClips(wish.clip_ids, wish.given.name))
        else:
            change = edits.label_clips(self._document.view, wish.clip_ids, wish.given.id)
            if self._context.do(Text("label {name}", name=wish.given.name), change):
                self.clip_labelled.emit()

    def _toggle(self, given: LabelClass, clip_ids: tuple[ClipId, ...]) -> None:
        if len(clip_ids) > 1:
            self._context.edit(ToggleClass(clip_ids, given.name))
            return
        view = self._document.view
        self._context.do(
            edits.toggle_text(view, clip_ids, given), edits.toggle_class(view, clip_ids, given.id)
        )

    def answer(self) -> bool:
        """Say yes to the question; says whether there was one."""
        wish = self._wish
        if wish is not None:
            self._label_clips(wish, asks=False)
        return wish is not None

    def drop_question(self) -> bool:
        """Take the question away; says whether there was one."""
        was_asked, self._wish = self._wish is not None, None
        self.question.hide()
        return was_asked


def _question(wish: _ClassWish, duration_s: float) -> tuple[str, str]:
    """What is asked before clips are labelled as a whole, and what is written on the button."""
    count, name = len(wish.clip_ids), wish.given.name
    if count > 1:
        asked = Text(
            "Label {n} clip as a whole with {name}?",
            "Label {n} clips as a whole with {name}?",
            n=count,
            name=name,
        )
    else:
        length = duration_text(duration_s)
        asked = Text("Label the whole clip of {length} with {name}?", length=length, name=name)
    return words(asked), words(Text("Label as a whole"))
