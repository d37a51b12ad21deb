"""What every workspace works with: the document, the player, messages, background tasks."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import NoPlaceError, UserError
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.class_keys import ClassPages
from audioclf_gui.gui.document import Document
from audioclf_gui.gui.message_bar import MessageBar
from audioclf_gui.gui.playback import PlayerController
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.tasks import Event, Result, Tasks, is_there
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.writing import WRITES, AddEpochs, MakeEdit

if TYPE_CHECKING:  # with all that edits of many clips need, which a window that is just shown does not
    from audioclf_gui.jobs.edit_clips import ClipEdit
    from audioclf_gui.jobs.edit_tracks import TrackEdit


class Context(QObject):
    """Made once for each open project; outlives the workspaces.

    Parameters
    ----------
    tasks
        The window's own background jobs, which it may have without a project.

    """

    status_changed = Signal(str)
    place_wanted = Signal()  # the project that the first edit is to make needs another folder
    hint_changed = Signal(str)  # what the keys do now, for the status line

    def __init__(
        self,
        document: Document,
        player: PlayerController,
        message_bar: MessageBar,
        session: Session,
        parent: QObject | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.player = player
        self.message_bar = message_bar
        self.session = session
        self.class_pages = ClassPages(self)
        self.tasks = Tasks(message_bar.show_failure, self) if tasks is None else tasks
        document.tasks = self.tasks
        self._edits: deque[tuple[ClipEdit | TrackEdit, Callable[[int], object] | None]] = deque()

    def start(
        self,
        job: Callable[[], Generator[Event, None, Result]],
        title: Text,
        on_event: Callable[[Event], object] | None = None,
        on_done: Callable[[Result], object] | None = None,
        *,
        on_failed: Callable[[Exception], object] | None = None,
        on_ended: Callable[[], object] | None = None,
        kept: bool = False,
    ) -> Worker:
        """Run a job in the background, see `Tasks.start`; what it wants in the project is written first."""
        take = partial(self._take, on_event)
        return self.tasks.start(job, title, take, on_done, on_failed=on_failed, on_ended=on_ended, kept=kept)

    def _take(self, on_event: Callable[[Event], object] | None, event: Event) -> None:
        if isinstance(event, AddEpochs):
            self._write_epochs(event)
        elif isinstance(event, WRITES):
            self.document.write(event)
        if on_event is not None and is_there(on_event):
            on_event(event)

    def _write_epochs(self, epochs: AddEpochs) -> None:
        """A disk that refuses them does not end the training: the model may still find room."""
        try:
            self.document.write(epochs)
        except UserError as error:
            self.message_bar.show_error(error)

    def status(self, text: str) -> None:
        """Say something in the status bar for some seconds."""
        self.status_changed.emit(text)

    def do(self, what: Text, change: Change, *, continuing: bool = False) -> bool:
        """Make an edit, see `Document.do`; False if it could not be saved, which the user was told then."""
        return self._tried(partial(self.document.do, what, change, continuing=continuing))

    def do_worked_out(
        self,
        what: Text,
        work: Callable[[CatalogueView], tuple[Change, Result]],
        on_done: Callable[[Result], object],
    ) -> bool:
        """Make an edit in the background, see `Document.do_worked_out`; False if it cannot be, as above."""
        return self._tried(partial(self.document.do_worked_out, what, work, on_done))

    def _tried(self, edit: Callable[[], None]) -> bool:
        try:
            edit()
        except UserError as error:
            self.message_bar.show_error(error)
            if isinstance(error, NoPlaceError):
                self.place_wanted.emit()
            return False
        return True

    def edit(self, request: "ClipEdit | TrackEdit", on_done: Callable[[int], object] | None = None) -> None:
        """Edit many clips at once, as a job: the project file may have to be copied before.

        Parameters
        ----------
        on_done
            Is called with the number of clips when the edit is made. Edits are worked out one after
            the other, each from what the one before has left; while a large edit of another kind is
            being written the user is told to wait.
        """
        try:
            if not self._edits:
                self.document.check_idle()
        except UserError as error:
            self.message_bar.show_error(error)
            return
        self._edits.append((request, on_done))
        if len(self._edits) == 1:
            self._start_edit()

    def _start_edit(self) -> None:
        from audioclf_gui.jobs.edit_clips import edit_clips
        from audioclf_gui.jobs.edit_tracks import TrackEdit, edit_tracks

        request, on_done = self._edits[0]
        self.document.awaits_edit = True
        project = self.document.project.view()
        self.start(
            partial(edit_tracks, request, project)
            if isinstance(request, TrackEdit)
            else partial(edit_clips, request, project),
            Text("Editing clips"),
            self._note_edit,
            on_done,
            on_ended=self._end_edit,
            kept=True,
        )

    def _note_edit(self, _made: MakeEdit) -> None:
        self.document.awaits_edit = len(self._edits) > 1

    def _end_edit(self) -> None:
        self._edits.popleft()
        self.document.awaits_edit = bool(self._edits)
        if self._edits:
            self._start_edit()
