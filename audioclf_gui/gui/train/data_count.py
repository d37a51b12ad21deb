"""Keeps count of what there is to learn from."""

from functools import partial

from PySide6.QtCore import Signal

from audioclf_gui.core.text import Text
from audioclf_gui.core.view import changed_clips
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.workspace import LazyRefresh, Workspace
from audioclf_gui.ml.dataset import TrainingSummary, training_summary
from audioclf_gui.ml.objective_choice import learns_numbers

_SETTLE_MS = 200  # edits come in bursts; the clips are counted once after each
_AT_ONCE = 2000  # changed clips that are counted anew without a pause that one sees


class DataCount(LazyRefresh):
    """Counts the labels, or the numbers where these are learnt, after each change.

    Attributes
    ----------
    summary : TrainingSummary, optional
        What was counted last.
    """

    changed = Signal()  # there is something to count
    counted = Signal(object)  # TrainingSummary

    def __init__(self, context: Context, workspace: Workspace, choice: TrainChoice) -> None:
        super().__init__(workspace, self._count, _SETTLE_MS)
        self.summary: TrainingSummary | None = None
        self._context = context
        self._choice = choice
        self._is_counting = False
        document = context.document
        self.watch(document.clips_changed, document.labels_changed, document.classes_changed)
        choice.changed.connect(self._follow_goal)

    def _count(self) -> None:
        self.changed.emit()
        view, summary = self._context.document.view, self.summary
        of_numbers = learns_numbers(view, self._choice.settings)
        is_like = summary is not None and summary.of_numbers == of_numbers
        if summary is not None and is_like and len(changed_clips(summary.view, view)) <= _AT_ONCE:
            self._show(summary.after(view))
        elif not self._is_counting:
            self._is_counting = True
            self._context.start(
                answering(partial(training_summary, view, of_numbers=of_numbers)),
                Text("Counting the examples"),
                on_done=self._take,
                on_ended=self._end,
            )

    def _follow_goal(self) -> None:
        """Count anew where numbers are to be learnt instead of labels, or the other way round."""
        summary = self.summary
        if summary is not None and summary.of_numbers != learns_numbers(summary.view, self._choice.settings):
            self.mark()

    def _take(self, summary: TrainingSummary) -> None:
        self._show(summary)
        if summary.view is not self._context.document.view:
            self.mark()

    def _end(self) -> None:
        self._is_counting = False

    def _show(self, summary: TrainingSummary) -> None:
        self.summary = summary
        self.counted.emit(summary)
