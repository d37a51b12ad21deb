"""The open project as the window sees it: signals, the undo stack, which clip is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId, FoundClip, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, Run, RunStatus, SuggestionDetail
from audioclf_gui.core.store.journal import Edit
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import AppliedChange, CatalogueView


class Document(QObject):
    """Owns the project; every change of it from the window goes through here.

    Everything happens in the window's thread, and what is signalled is on disk already.
    """

    clips_changed = Signal()  # clips came, went or got other facts
    labels_changed = Signal(object)  # frozenset[ClipId]: their labels or rejections differ now
    classes_changed = Signal()
    suggestions_changed = Signal(object)  # frozenset[ClipId]
    history_changed = Signal()  # what can be undone and redone
    runs_changed = Signal()
    failed = Signal(object)  # UserError: an undo or redo that could not be saved
    current_changed = Signal(object)  # ClipId | None: the clip that the Label workspace shows

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._current: ClipId | None = None

    @property
    def view(self) -> CatalogueView:
        """Clips, labels and classes as they are now."""
        return self.project.catalogue.view

    @property
    def current(self) -> Clip | None:
        """The clip that the Label workspace shows."""
        return None if self._current is None else self.project.catalogue.view.clip(self._current)

    def set_current(self, clip_id: ClipId | None) -> None:
        """Show another clip."""
        if clip_id != self._current:
            self._current = clip_id
            self.current_changed.emit(clip_id)

    @property
    def undoable(self) -> Edit | None:
        """The edit that `undo` would take back; it may be of an earlier session."""
        return None if self.project.read_only else self.project.catalogue.undoable

    @property
    def redoable(self) -> Edit | None:
        """The edit that `redo` would make again."""
        return None if self.project.read_only else self.project.catalogue.redoable

    def do(self, what: Text, change: Change) -> None:
        """Make an edit that can be undone; `what` is what the Undo menu says.

        Raises
        ------
        UserError
            If it cannot be saved; nothing has changed then.
        """
        self._tell(self.project.catalogue.apply(what, change))

    def undo(self) -> None:
        """Take the last edit back; `failed` says so if that cannot be saved."""
        self._move(self.project.catalogue.undo)

    def redo(self) -> None:
        """Make the edit again that was undone last; `failed` says so if that cannot be saved."""
        self._move(self.project.catalogue.redo)

    def go_to(self, edit_id: int) -> None:
        """Undo or redo until this edit is the last that stands; 0 is before the first."""
        self._move(partial(self.project.catalogue.go_to, edit_id))

    def _move(self, step: Callable[[], AppliedChange | None]) -> None:
        try:
            done = step()
        except UserError as error:
            self.failed.emit(error)
        else:
            if done is not None:
                self._tell(done)

    def _tell(self, done: AppliedChange) -> None:
        """Let the window see a change."""
        if done.after.clips:
            self.clips_changed.emit()
        if done.after.classes is not None:
            self.classes_changed.emit()
        touched = frozenset(done.after.labels) | frozenset(done.after.rejected)
        if touched:
            self.labels_changed.emit(touched)
        self.history_changed.emit()

    def add_clips(self, found: Sequence[FoundClip]) -> tuple[Clip, ...]:
        """Take in clips that an import found, as an edit that can be undone."""
        classes = self.view.classes
        clips = self.project.catalogue.add_clips(found)
        if self.view.classes != classes:
            self.classes_changed.emit()
        self.clips_changed.emit()
        self.history_changed.emit()
        return clips

    def set_quarantine(self, files: Iterable[Quarantined], cleared: Iterable[Path] = ()) -> None:
        """Note files that could not be taken in; forget those that are `cleared`."""
        self.project.quarantine.put(files, cleared)

    def put_suggestions(self, details: Sequence[SuggestionDetail]) -> None:
        """Replace what the model suggests for these clips."""
        self.project.suggestions.put(details)
        self.suggestions_changed.emit(frozenset(one.suggestion.clip_id for one in details))

    def begin_run(self, preset: str, settings: Mapping[str, object]) -> Run:
        """Write down that a training run begins."""
        run = self.project.runs.begin(preset, settings)
        self.runs_changed.emit()
        return run

    def add_epochs(self, run: Run, epochs: Iterable[Epoch]) -> None:
        """Write down epochs that have ended."""
        self.project.runs.add_epochs(run.id, epochs)

    def end_run(self, run: Run, status: RunStatus, report: Mapping[str, object]) -> Run:
        """Write down how a run ended."""
        ended = replace(run, status=status, report=report)
        self.project.runs.put(ended)
        self.runs_changed.emit()
        return ended
