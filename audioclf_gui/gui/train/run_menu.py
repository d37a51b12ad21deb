"""What can be done with a run in the list: name it, note something, delete it, bring one back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.menu_field import add_field
from audioclf_gui.gui.train.runs_panel import RunsPanel
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.keep_runs import (
    DeleteRun,
    NoteRun,
    delete_run,
    deleted_folder,
    deleted_runs,
    note_run,
    restore_run,
)
from audioclf_gui.ml.presets import title_of

PRESET_NAME = Text("Name of the preset")


class RunKeeper(QObject):
    """Does with the runs of a list what their menu offers."""

    preset_asked = Signal(object, str)  # Run, and what its settings are to be called

    def __init__(self, context: Context, listed: RunsPanel) -> None:
        super().__init__(listed)
        self._context = context
        self._listed = listed
        listed.menu_asked.connect(self._open_menu)
        listed.deletion_asked.connect(lambda run_id: self.delete(self._run(run_id)))

    def _open_menu(self, run_id: RunId | None, place: QPoint) -> None:
        menu = QMenu(self._listed)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if run_id is not None:
            self._offer(self._run(run_id), menu)
        self._offer_deleted(menu)
        if menu.actions():
            menu.popup(place)

    def _offer(self, run: Run, menu: QMenu) -> None:
        """What can be done with this run."""
        note = self._note(run.id)
        named, noted = menu.addMenu(words(Text("Name"))), menu.addMenu(words(Text("Note")))
        add_field(named, Text("Name of the run"), note.name, lambda text: self.name(run.id, text), menu)
        add_field(noted, Text("Note on the run"), note.text, lambda text: self.note(run.id, text), menu)
        saved = menu.addMenu(words(Text("Save as preset")))
        name = note.name or words(title_of(run.preset, run.settings))
        add_field(saved, PRESET_NAME, name, lambda text: self.preset_asked.emit(run, text), menu)
        deletion = menu.addAction(words(Text("Delete run {id:d}", id=run.id)))
        deletion.setEnabled(run.status is not RunStatus.RUNNING)
        deletion.triggered.connect(lambda: self.delete(run))

    def _offer_deleted(self, menu: QMenu) -> None:
        gone = deleted_runs(self._context.document.project.folder)
        if gone:
            menu.addSeparator()
            back = menu.addMenu(words(Text("Bring back")))
            for run_id in gone:
                action = back.addAction(words(Text("Run {id:d}", id=run_id)))
                action.triggered.connect(partial(self._bring_back, run_id))

    def name(self, run_id: RunId, name: str) -> None:
        """Call a run so; empty: by its preset."""
        self._put(run_id, replace(self._note(run_id), name=name))

    def note(self, run_id: RunId, text: str) -> None:
        """Note something of a run."""
        self._put(run_id, replace(self._note(run_id), text=text))

    def delete(self, run: Run) -> None:
        """Take a run out of the project; it can be brought back."""
        project = self._context.document.project
        request = DeleteRun(run, project.runs.epochs(run.id), self._note(run.id))
        place = deleted_folder(project.folder, run.id)
        told = Text("Run {id:d} is deleted; its model lies in {folder}.", id=run.id, folder=place)
        self._context.start(
            partial(delete_run, request, project.view()),
            Text("Deleting run {id:d}", id=run.id),
            on_done=lambda _place: self._context.status(words(told)),
        )

    def bring_back(self, run_id: RunId) -> None:
        """Bring a run back that was deleted."""
        told = Text("Run {id:d} is back.", id=run_id)
        self._context.start(
            partial(restore_run, run_id, self._context.document.project.view()),
            Text("Bringing back run {id:d}", id=run_id),
            on_done=lambda _run: self._context.status(words(told)),
        )

    def _bring_back(self, run_id: RunId, *_checked: bool) -> None:
        self.bring_back(run_id)

    def _run(self, run_id: RunId) -> Run:
        return next(run for run in self._context.document.project.runs.all if run.id == run_id)

    def _note(self, run_id: RunId) -> RunNote:
        return self._context.document.project.runs.notes.get(run_id, RunNote())

    def _put(self, run_id: RunId, note: RunNote) -> None:
        self._context.start(
            partial(note_run, NoteRun(run_id, note), self._context.document.project.view()),
            Text("Naming run {id:d}", id=run_id),
        )
