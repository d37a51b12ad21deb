"""The open project as the window sees it: signals, the undo stack, which clip is shown."""

from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.catalogue import move_in_worker, write_in_worker
from audioclf_gui.core.change import Change, Edit, differing
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.history import Move
from audioclf_gui.core.project import Project
from audioclf_gui.core.rebase import rebased
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import AppliedChange, CatalogueView
from audioclf_gui.gui.tasks import Tasks, answering
from audioclf_gui.jobs.writing import (
    AddClips,
    KeepSetting,
    MakeEdit,
    ProjectWrite,
    PutRun,
    PutRunNote,
    PutSuggestions,
    RemoveRun,
    write,
)

_AT_ONCE = 2000  # clips that are changed by an edit, or labels: it is written within a tenth of a second

_Told = TypeVar("_Told")
_Written = TypeVar("_Written")


class Document(QObject):
    """Owns the project; every change of it from the window goes through here.

    Everything happens in the window's thread but the writing of edits of thousands of clips or labels, and
    what is signalled is on disk already.

    Attributes
    ----------
    tasks : Tasks or None
        Where large edits are written meanwhile; without them they are written at once.
    awaits_edit : bool
        Whether an edit of many clips was asked for that is not made yet: nothing is undone before it.
    """

    clips_changed = Signal()  # clips came, went or got other facts
    labels_changed = Signal(object)  # frozenset[ClipId]: their labels or rejections differ now
    classes_changed = Signal()
    tracks_changed = Signal()
    suggestions_changed = Signal(object)  # frozenset[ClipId]
    history_changed = Signal()  # what can be undone and redone
    runs_changed = Signal()
    setting_changed = Signal(str)  # which of the choices that are kept with the project
    failed = Signal(object)  # UserError: an undo or redo that could not be saved
    editing = Signal()  # an edit is going to be made, undone or made again
    edited = Signal(int)  # the id of an edit that has been made
    moved = Signal(object, object)  # AppliedChange and Move, of edits that were undone or made again
    current_changed = Signal(object)  # ClipId | None: the clip that the Label workspace shows

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.tasks: Tasks | None = None
        self.awaits_edit = False
        self._saving: Text | None = None  # the large edit that is being written
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

    def do(self, what: Text, change: Change, *, continuing: bool = False) -> None:
        """Make an edit that can be undone; `what` is what the Undo menu says.

        An edit of thousands of clips or labels is made a little later: it is written in the background.

        Parameters
        ----------
        continuing
            It goes on with the edit before, if that is called the same and stands: both are one step.

        Raises
        ------
        UserError
            If it cannot be saved, or a large edit is just being written; nothing has changed then.
        """
        self.check_idle()
        self.editing.emit()
        if self.tasks is not None and self._is_large(change):
            work = partial(write_in_worker, self.project.file, self.view, what, change)
            self._save(self.tasks, what, work, self._adopt)
        else:
            self._tell_edit(self.project.catalogue.apply(what, change, continuing=continuing))

    def do_worked_out(
        self,
        what: Text,
        work: Callable[[CatalogueView], tuple[Change, _Told]],
        on_done: Callable[[_Told], object],
    ) -> None:
        """Make an edit that takes long to work out, too: both in the background, and nothing in between.

        Parameters
        ----------
        work
            Gives the change, and what `on_done` is to be told once it is made. It is called in a thread
            of its own; a UserError in it is told, and nothing has changed then.

        Raises
        ------
        UserError
            As `do`.
        """
        self.check_idle()
        self.editing.emit()
        view, file = self.view, self.project.file
        if self.tasks is None:
            change, told = work(view)
            if change != Change():
                self.do(what, change)
            on_done(told)
            return

        def write() -> tuple[AppliedChange | None, _Told]:
            change, told = work(view)
            done = None if change == Change() else write_in_worker(file, view, what, change)
            return done, told

        def adopt(written: tuple[AppliedChange | None, _Told]) -> None:
            done, told = written
            if done is not None:
                self._adopt(done)
            on_done(told)

        self._save(self.tasks, what, write, adopt)

    def undo(self) -> None:
        """Take the last edit back; `failed` says so if that cannot be saved."""
        last = self.project.catalogue.undoable
        if last is not None:
            self._move(lambda: Move((last,), undone=True))

    def redo(self) -> None:
        """Make the edit again that was undone last; `failed` says so if that cannot be saved."""
        next_one = self.project.catalogue.redoable
        if next_one is not None:
            self._move(lambda: Move((next_one,), undone=False))

    def go_to(self, edit_id: int) -> None:
        """Undo or redo until this edit is the last that stands; 0 is before the first."""
        self._move(partial(self.project.catalogue.way_to, edit_id))

    def _move(self, way: Callable[[], Move]) -> None:
        try:
            self.check_idle()
            if self.awaits_edit:
                raise UserError(
                    Text("An edit of many clips is just being made"),
                    remedy=Text("Wait a moment, then do it again."),
                )
            move = way()
            self.editing.emit()
            if self.tasks is not None and (move.clips > _AT_ONCE or self.project.catalogue.is_long(move)):
                what = move.steps[-1].what
                work = partial(move_in_worker, self.project.file, self.view, move)
                self._save(self.tasks, what, work, partial(self._adopt_move, move))
            elif move.steps:
                done = self.project.catalogue.move(move)
                self._tell(done)
                self.moved.emit(done, move)
        except UserError as error:
            self.failed.emit(error)

    def check_idle(self) -> None:
        """UserError while a large edit is being written."""
        if self._saving is not None:
            raise UserError(
                Text("“{what}” is still being saved", what=self._saving),
                remedy=Text("Wait a moment, then do it again."),
            )

    def _is_large(self, change: Change) -> bool:
        """Whether an edit takes long to be written, for the number of its clips or of their labels."""
        if max(len(change.labels), len(change.rejected), len(change.clips)) > _AT_ONCE:
            return True
        view = self.view
        of_clips = (differing(view.labels(clip_id), after) for clip_id, after in change.labels.items())
        return any(so_far > _AT_ONCE for so_far in accumulate(of_clips))

    def _save(
        self,
        tasks: Tasks,
        what: Text,
        write: Callable[[], _Written],
        adopt: Callable[[_Written], object],
    ) -> None:
        """Write in the background, then take up what was written; no other job is heard meanwhile."""
        self.project.catalogue.keep()
        self.project.view().check_writable()
        self._saving = what
        tasks.start(
            answering(write),
            Text("Saving “{what}”", what=what),
            on_done=adopt,
            on_ended=self._end_saving,
            alone=True,
            kept=True,
        )

    def _adopt(self, done: AppliedChange) -> None:
        self._saving = None
        self._tell_edit(self.project.catalogue.adopt(done))

    def _adopt_move(self, move: Move, done: AppliedChange) -> None:
        self._saving = None
        self._tell(self.project.catalogue.adopt(done))
        self.moved.emit(done, move)

    def _end_saving(self) -> None:
        self._saving = None

    def _tell_edit(self, done: AppliedChange) -> None:
        self._tell(done)
        made = self.project.catalogue.undoable
        if made is not None:
            self.edited.emit(made.id)

    def _tell(self, done: AppliedChange) -> None:
        """Let the window see a change."""
        if done.after.clips or done.after.quantity is not None:
            self.clips_changed.emit()
        if done.after.classes is not None:
            self.classes_changed.emit()
        if done.after.tracks is not None:
            self.tracks_changed.emit()
        touched = frozenset(done.after.labels) | frozenset(done.after.rejected)
        if touched:
            self.labels_changed.emit(touched)
        self.history_changed.emit()

    def write(self, wanted: ProjectWrite) -> None:
        """Do what a job wants, and let the window see it. UserError as `do`."""
        match wanted:
            case MakeEdit():
                self.do(wanted.what, rebased(wanted.change, wanted.base, self.view))
            case AddClips() | PutSuggestions():
                self.check_idle()
                classes = self.view.classes
                write(self.project, wanted)
                if self.view.classes != classes:
                    self.classes_changed.emit()
                self._tell_written(wanted)
            case _:
                write(self.project, wanted)
                self._tell_written(wanted)

    def _tell_written(self, wanted: ProjectWrite) -> None:
        match wanted:
            case AddClips():
                self.clips_changed.emit()
                self.history_changed.emit()
            case PutSuggestions():
                given = (one.suggestion.clip_id for one in wanted.details)
                self.suggestions_changed.emit(frozenset((*given, *wanted.withdrawn)))
            case PutRun() | PutRunNote() | RemoveRun():
                self.runs_changed.emit()
            case KeepSetting():
                self.setting_changed.emit(wanted.name)
