"""The open project as the window sees it: signals, the undo stack, which clip is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId, FoundClip, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, Run, RunStatus, SuggestionDetail
from audioclf_gui.gui.commands import Edit


class Document(QObject):
    """Owns the project; every change of it from the window goes through here.

    Everything happens in the window's thread, and what is signalled is on disk already.
    """

    clips_changed = Signal()  # clips came, went or got other facts
    labels_changed = Signal(object)  # frozenset[ClipId]: their labels or rejections differ now
    classes_changed = Signal()
    suggestions_changed = Signal(object)  # frozenset[ClipId]
    runs_changed = Signal()
    failed = Signal(object)  # UserError: an undo or redo that could not be saved
    current_changed = Signal(object)  # ClipId | None: the clip that the Label workspace shows

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.undo_stack = QUndoStack(self)
        self._current: ClipId | None = None

    @property
    def current(self) -> Clip | None:
        """The clip that the Label workspace shows."""
        return None if self._current is None else self.project.clip(self._current)

    def set_current(self, clip_id: ClipId | None) -> None:
        """Show another clip."""
        if clip_id != self._current:
            self._current = clip_id
            self.current_changed.emit(clip_id)

    def do(self, what: str, change: Change) -> None:
        """Make an edit that can be undone; `what` is what the Undo menu says.

        Raises
        ------
        UserError
            If it cannot be saved; nothing has changed then.
        """
        before = self.project.inverse(change)
        self._apply(what, change)
        self.undo_stack.push(Edit(what, self._apply_again, before, change))

    def _apply_again(self, what: str, change: Change) -> bool:
        try:
            self._apply(what, change)
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def _apply(self, what: str, change: Change) -> None:
        """Apply a change and tell the window."""
        self.project.apply(what, change)
        if change.clips:
            self.clips_changed.emit()
        if change.classes is not None:
            self.classes_changed.emit()
        touched = frozenset(change.labels) | frozenset(change.rejected)
        if touched:
            self.labels_changed.emit(touched)

    def add_clips(self, found: Sequence[FoundClip]) -> tuple[Clip, ...]:
        """Take in clips that an import found; not undoable, but clips can be removed."""
        classes = self.project.classes
        clips = self.project.add_clips(found)
        if self.project.classes != classes:
            self.classes_changed.emit()
        self.clips_changed.emit()
        return clips

    def set_quarantine(self, files: Iterable[Quarantined], cleared: Iterable[Path] = ()) -> None:
        """Note files that could not be taken in; forget those that are `cleared`."""
        self.project.set_quarantine(files, cleared)

    def put_suggestions(self, details: Sequence[SuggestionDetail]) -> None:
        """Replace what the model suggests for these clips."""
        self.project.put_suggestions(details)
        self.suggestions_changed.emit(frozenset(one.suggestion.clip_id for one in details))

    def begin_run(self, preset: str, settings: Mapping[str, object]) -> Run:
        """Write down that a training run begins."""
        run = self.project.new_run(preset, settings)
        self.runs_changed.emit()
        return run

    def add_epochs(self, run: Run, epochs: Iterable[Epoch]) -> None:
        """Write down epochs that have ended."""
        self.project.add_epochs(run.id, epochs)

    def end_run(self, run: Run, status: RunStatus, report: Mapping[str, object]) -> Run:
        """Write down how a run ended."""
        ended = replace(run, status=status, report=report)
        self.project.put_run(ended)
        self.runs_changed.emit()
        return ended
