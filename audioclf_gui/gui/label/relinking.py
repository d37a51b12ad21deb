"""Finds sounds that were moved, by their content, and tells the project where they are now."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.relink import Relink, Relinked, relink


class Relinking(QObject):
    """Asks for a folder, searches it in the background, and relinks all that was found in one edit."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Let the user say in which folder to look."""
        start = str(self._context.document.project.folder)
        title = self.tr("Where are the missing sounds now?")
        folder = QFileDialog.getExistingDirectory(self._window, title, start)
        if folder:
            self.search(Path(folder))

    def search(self, folder: Path) -> None:
        """Look in a folder for every clip whose file is not where it should be."""
        job = partial(relink, Relink(folder), self._context.document.project.view())
        self._context.start(job, Text("Looking for moved sounds"), on_done=self._tell)

    def _tell(self, done: Relinked) -> None:
        if done.found:
            text = Text("{n} clip was found again", "{n} clips were found again", n=done.found)
            if done.missing:
                left = Text("{n} is still missing", "{n} are still missing", n=done.missing)
                text = Text("{first}; {second}", first=text, second=left)
            self._context.status(words(text))
        notes = [done.note, None if done.watched is None else done.watched.note]
        if any(notes):
            self._context.message_bar.show_note("\n".join(words(note) for note in notes if note is not None))
        elif not done.found and not done.missing:
            self._context.message_bar.show_note(self.tr("Every recording is where it should be."))
        elif not done.found:
            self._context.message_bar.show_note(self.tr("None of the missing sounds is in that folder."))
