"""Finds sounds that were moved, by their content, and tells the project where they are now."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from audioclf_gui.audio.ingest import Moved, find_moved
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words


@dataclass(frozen=True, slots=True)
class _Expected:
    """A clip with the place where its file should be."""

    clip: Clip
    path: Path


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
        view = self._context.document.view
        expected = [_Expected(clip, view.audio_path(clip)) for clip in view.clips]
        self._context.start(
            lambda: _search(expected, folder), Text("Looking for moved sounds"), on_done=self._relink
        )

    def _relink(self, found: Sequence[Moved]) -> None:
        document = self._context.document
        if not found:
            self._context.message_bar.show_note(self.tr("None of the missing sounds is in that folder."))
            return
        where = {moved.content: document.view.stored_path(moved.path) for moved in found}
        clips = {
            clip.id: replace(clip, path=where[clip.content])
            for clip in document.view.clips
            if clip.content in where and not document.view.audio_path(clip).is_file()
        }
        if self._context.do(Text("find moved sounds"), Change(clips=clips)):
            self._context.status(
                words(Text("{n} clip was found again", "{n} clips were found again", n=len(clips)))
            )


def _search(expected: Sequence[_Expected], folder: Path) -> Generator[Progress, None, tuple[Moved, ...]]:
    missing = {clip.clip.content: str(clip.path) for clip in expected if not clip.path.is_file()}
    found: list[Moved] = []
    with closing(find_moved(missing, folder)) as events:
        for event in events:
            if isinstance(event, Moved):
                found.append(event)
            else:
                yield event
    return tuple(found)
