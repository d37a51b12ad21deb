"""A folder whose new recordings come into the project by themselves."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label_imports import LabelImports
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.import_clips import ClipsImported, ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported
from audioclf_gui.jobs.import_plan import ImportPlan
from audioclf_gui.jobs.watch_folder import (
    Looked,
    WatchFolders,
    arrived,
    label_files_of,
    late_label_files,
    watch_folder,
)


class FolderWatcher(QObject):
    """Looks into a folder in the background until it is told to stop or the project is closed.

    The system tells at once where something is new; as not every disk does, the folder is looked into every
    few seconds as well.
    """

    changed = Signal()  # it began or ended

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.every_s = WatchFolders(()).every_s
        self._plan = ImportPlan("")
        self._copy = False
        self._stop, self._wake = threading.Event(), threading.Event()
        self._waiting: list[Path] = []
        self._texts: list[Path] = []  # what may be label files that were written meanwhile
        self._is_taking = False
        self._is_missing = False
        self._labels = LabelImports(context, self)
        self._labels.done.connect(self._tell_labels)
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._wake_up)
        self.folder: Path | None = None

    def start(self, folder: Path, plan: ImportPlan, *, copy: bool, since_s: float | None) -> None:
        """Watch a folder, in the place of any other; recordings in it are described as the plan says.

        Parameters
        ----------
        since_s
            Label files that were written after this moment count as those that come.
        """
        self.stop()
        self._plan, self._copy = plan, copy
        self._stop, self._wake = threading.Event(), threading.Event()
        self.folder = folder
        request = WatchFolders((folder,), self.every_s, since_s)
        self._system.addPath(str(self.folder))
        self._context.start(
            partial(watch_folder, request, self._stop, self._wake),
            Text("Watching {folder}", folder=self.folder.name),
            partial(self._look, self._stop),
            on_ended=partial(self._end, self._stop),
        )
        self.changed.emit()

    def stop(self) -> None:
        """Watch nothing any more; what is coming in stays."""
        self._stop.set()
        self._wake.set()
        if self._system.directories():
            self._system.removePaths(self._system.directories())

    def _wake_up(self) -> None:
        self._wake.set()

    def _end(self, stop: threading.Event) -> None:
        if stop is self._stop:
            self.folder = None
            self.changed.emit()

    def _look(self, stop: threading.Event, looked: Looked) -> None:
        if stop is not self._stop:
            return
        self._waiting += looked.ready
        self._texts += looked.texts
        if looked.missing and not self._is_missing:
            told = Text("{folder} is not there any more; it is waited for", folder=looked.missing[0])
            self._context.message_bar.show_note(words(told))
        self._is_missing = bool(looked.missing)
        if self._waiting and not self._is_taking:
            self._ask()
        elif self._texts and not self._is_taking:
            self._ask_of_labels()

    def _ask_of_labels(self) -> None:
        """Find out which label files came later than their recordings."""
        texts, self._texts = self._texts, []
        self._context.start(
            answering(partial(late_label_files, texts, self._context.document.view)),
            Text("Looking at files"),
            on_done=partial(self._take_labels, unasked=True),
        )

    def _ask(self) -> None:
        """Find out what is known of the files that came."""
        files, self._waiting = self._waiting, []
        if self.folder is None:
            return
        self._is_taking = True
        view = self._context.document.view
        self._context.start(
            answering(partial(arrived, files, (self.folder,), self._plan, view)),
            Text("Looking at files"),
            on_done=self._take,
            on_failed=self._refuse,
        )

    def _take(self, answer: tuple[Sequence[Candidate], Sequence[Text]]) -> None:
        found, notes = answer
        if not found:
            self._is_taking = False
            return
        request = ImportClips(tuple(found), self._copy)
        self._context.start(
            partial(import_clips, request, self._context.document.project.view()),
            Text("Importing"),
            on_done=partial(self._tell, notes),
            on_failed=self._refuse,
            on_ended=self._end_taking,
        )

    def _end_taking(self) -> None:
        self._is_taking = False

    def _refuse(self, error: Exception) -> None:
        self._is_taking = False
        self._context.message_bar.show_failure(error)

    def _tell(self, notes: Sequence[Text], done: ClipsImported) -> None:
        if done.taken:
            came = Text(
                "{n} recording came in: {names}",
                "{n} recordings came in: {names}",
                n=len(done.taken),
                names=quoted([path.name for path in done.taken]),
            )
            self._context.status(words(came))
            self._context.start(
                answering(partial(label_files_of, done.taken)),
                Text("Looking at files"),
                on_done=self._take_labels,
            )
        told = [words(note) for note in notes]
        told += [f"{one.path.name}: {words(one.reason)}" for one in done.refused]
        if told:
            self._context.message_bar.show_note("\n".join(told))

    def _take_labels(self, files: tuple[Path, ...], *, unasked: bool = False) -> None:
        if files:
            self._labels.take_in(ImportLabels(files, unasked=unasked))

    def _tell_labels(self, _request: ImportLabels, done: LabelsImported) -> None:
        if done.files:
            names = quoted([one.file.source.name for one in done.files])
            came = Text(
                "Labels came in from {n} file: {names}",
                "Labels came in from {n} files: {names}",
                n=len(done.files),
                names=names,
            )
            self._context.status(words(came))
        told = [f"{one.path.name}: {words(one.reason)}" for one in done.refused]
        if done.left_note is not None:
            told.append(words(done.left_note))
        if told:
            self._context.message_bar.show_note("\n".join(told))
