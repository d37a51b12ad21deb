"""What can be done with a run in the list: name it, note something, delete it, bring one back."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.menu_field import add_field
from audioclf_gui.gui.train.runs_panel import RunsPanel
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.keep_runs import (
    DeleteRun,
    NoteRun,
    delete_runs,
    deleted_runs,
    note_run,
    restore_runs,
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
        listed.deletion_asked.connect(lambda run_ids: self.ask_deletion(tuple(map(self._run, run_ids))))

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
        chosen = self._listed.selected
        runs = tuple(map(self._run, chosen)) if run.id in chosen else (run,)
        one, n = Text("Delete run {id:d}", id=run.id), len(runs)
        deletion = menu.addAction(words(one if n == 1 else Text("Delete {n} run", "Delete {n} runs", n=n)))
        deletion.setEnabled(all(one.status is not RunStatus.RUNNING for one in runs))
        deletion.triggered.connect(lambda: self.ask_deletion(runs))

    def _offer_deleted(self, menu: QMenu) -> None:
        gone = deleted_runs(self._context.document.project.folder)
        if gone:
            menu.addSeparator()
            back = menu.addMenu(words(Text("Bring back")))
            for run_id in gone:
                action = back.addAction(words(Text("Run {id:d}", id=run_id)))
                action.triggered.connect(partial(self._bring_back, (run_id,)))
            if len(gone) > 1:
                action = back.addAction(words(Text("All {n} run", "All {n} runs", n=len(gone))))
                action.triggered.connect(partial(self._bring_back, gone))

    def name(self, run_id: RunId, name: str) -> None:
        """Call a run so; empty: by its preset."""
        self._put(run_id, replace(self._note(run_id), name=name))

    def note(self, run_id: RunId, text: str) -> None:
        """Note something of a run."""
        self._put(run_id, replace(self._note(run_id), text=text))

    def ask_deletion(self, runs: tuple[Run, ...]) -> None:
        """Delete a run at once, which can be taken back; of several ask first whether all are meant."""
        n = len(runs)
        if n == 1:
            self.delete(runs)
            return
        numbers = joined(str(run.id) for run in runs)
        asked = Text(
            "Delete {n} run with its model: {numbers}?",
            "Delete {n} runs with their models: {numbers}?",
            n=n,
            numbers=numbers,
        )
        yes = words(Text("Delete {n} run", "Delete {n} runs", n=n))
        self._listed.question.ask(words(asked), yes, partial(self.delete, runs))
        self._listed.question.yes.setFocus()

    def delete(self, runs: tuple[Run, ...]) -> None:
        """Take runs out of the project; they can be brought back."""
        project = self._context.document.project
        requests = [DeleteRun(run, project.runs.epochs(run.id), self._note(run.id)) for run in runs]
        self._context.start(
            partial(delete_runs, requests, project.view()),
            Text("Deleting {n} run", "Deleting {n} runs", n=len(runs)),
            on_done=partial(self._tell_deleted, tuple(run.id for run in runs)),
        )

    def _tell_deleted(self, run_ids: tuple[RunId, ...], places: tuple[Path, ...]) -> None:
        folder = places[0] if len(places) == 1 else places[0].parent
        n, numbers = len(run_ids), joined(map(str, run_ids))
        told = Text(
            "Run {numbers} is deleted; its model lies in {folder}.",
            "Runs {numbers} are deleted; their models lie in {folder}.",
            n=n,
            numbers=numbers,
            folder=folder,
        )
        self._context.status(words(told))
        asked = Text("Run {numbers} is deleted.", "Runs {numbers} are deleted.", n=n, numbers=numbers)
        undo = partial(self.bring_back, run_ids)
        self._listed.question.ask(words(asked), words(Text("Bring back")), undo)

    def bring_back(self, run_ids: tuple[RunId, ...]) -> None:
        """Bring runs back that were deleted."""
        n, numbers = len(run_ids), joined(map(str, run_ids))
        told = Text("Run {numbers} is back.", "Runs {numbers} are back.", n=n, numbers=numbers)
        self._listed.question.hide()
        self._context.start(
            partial(restore_runs, run_ids, self._context.document.project.view()),
            Text("Bringing back {n} run", "Bringing back {n} runs", n=n),
            on_done=lambda _runs: self._context.status(words(told)),
        )

    def _bring_back(self, run_ids: tuple[RunId, ...], *_checked: bool) -> None:
        self.bring_back(run_ids)

    def _run(self, run_id: RunId) -> Run:
        return next(run for run in self._context.document.project.runs.all if run.id == run_id)

    def _note(self, run_id: RunId) -> RunNote:
        return self._context.document.project.runs.notes.get(run_id, RunNote())

    def _put(self, run_id: RunId, note: RunNote) -> None:
        self._context.start(
            partial(note_run, NoteRun(run_id, note), self._context.document.project.view()),
            Text("Naming run {id:d}", id=run_id),
        )
