"""Finds what a model heard in use that is unlike what it has learnt from, as clips to be looked at."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.run import Run
from audioclf_gui.core.suggested import was_used
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.add_drifted import AddDrifted, DriftedAdded, add_drifted, drifted_sources
from audioclf_gui.jobs.monitor_over_time import MonitoredOverTime, MonitorOverTime, monitor_over_time


class Drifted(QObject):
    """Takes the files that raise the alarm into the project, and names their clips."""

    found = Signal(str, object)  # a title and tuple[ClipId, ...]
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def find_by_newest_used(self) -> None:
        """Compare what the newest run that was used has heard, day by day, and take in what differs."""
        project = self._context.document.project
        used = (run for run in reversed(project.runs.with_model) if was_used(project.runs.bundle_path(run)))
        run = next(used, None)
        if run is None:
            text = Text("No model has classified files or listened yet, so there is nothing to compare.")
            self._context.status(words(text))
            return
        times = project.catalogue.label_times(run.started_at)
        request = MonitorOverTime(run, project.runs.bundle_path(run), label_times=times)
        self._context.start(
            partial(monitor_over_time, request, project.view()),
            Text("Comparing what was heard"),
            on_done=self._take_in_if_any,
        )

    def take_in(self, found: MonitoredOverTime) -> None:
        """Take in what differs in this comparison; `ended` always follows."""
        try:
            request = AddDrifted(drifted_sources(found))
        except UserError as error:
            self._context.message_bar.show_error(error)
            self.ended.emit()
            return
        self._context.start(
            partial(add_drifted, request, self._context.document.project.view()),
            Text("Adding what differs"),
            on_done=partial(self._hand_over, found.run),
            on_ended=self._end,
        )

    def _end(self) -> None:
        self.ended.emit()

    def _take_in_if_any(self, found: MonitoredOverTime) -> None:
        if found.has_drifted:
            self.take_in(found)
        else:
            self._context.status(words(found.answer))

    def _hand_over(self, run: Run, added: DriftedAdded) -> None:
        if added.notes:
            self._context.message_bar.show_note(words(listed(added.notes)))
        clips = added.clips(self._context.document.view)
        title = Text("Unlike what run {id:d} has learnt from, the most unlike first", id=run.id)
        if clips:
            self.found.emit(words(title), clips)
