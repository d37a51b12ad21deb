"""Takes: from the file that the recorder writes to the clip of the project."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.project_files import RECORDINGS
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context

if TYPE_CHECKING:
    from audioclf_gui.jobs.import_clips import ClipsImported

_UNFINISHED = "takes in the making"


class Takes(QObject):
    """Notes in the project which takes are being made, so that one survives whatever happens meanwhile."""

    added = Signal(object)  # Clip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._project = context.document.project

    def begin(self) -> Path:
        """Where the next take goes; from now on it will be found again.

        Raises
        ------
        ReadOnlyProjectError
            If the project is open elsewhere.
        """
        folder = self._project.folder / RECORDINGS
        name = f"{datetime.now():%Y-%m-%d %H-%M-%S}"
        path = folder / f"{name}.wav"
        number = 1
        while path.exists():
            number += 1
            path = folder / f"{name} {number}.wav"
        self._note([*self._unfinished(), path.name])
        return path

    def finish(self, path: Path) -> None:
        """Make a clip of a take that has ended; one that never began is forgotten."""
        if path.exists():
            self._take_in([path])
        else:
            self._forget(path)

    def recover(self) -> int:
        """Take in what was being recorded when the program last died; how many takes that are."""
        if self._project.read_only:
            return 0
        names = self._unfinished()
        if not names:
            return 0
        paths = [self._project.folder / RECORDINGS / name for name in names]
        kept = [path for path in paths if path.exists()]
        self._note([path.name for path in kept])
        if kept:
            self._take_in(kept)
        return len(kept)

    def _take_in(self, paths: list[Path]) -> None:
        from audioclf_gui.jobs.import_clips import ImportClips, import_clips

        wanted = self._project.catalogue.view.unknown(Candidate(path) for path in paths)
        self._context.start(
            partial(import_clips, ImportClips(tuple(wanted)), self._project.view()),
            Text("Adding the take"),
            on_done=self._show,
            kept=True,  # a take may end because the project is left, and is a clip all the same
        )

    def _show(self, done: "ClipsImported") -> None:
        for path in done.taken:
            self._forget(path)
            self.added.emit(self._project.catalogue.view.clip_at(path))
        for refused in done.refused:
            self._forget(refused.path)
            self._context.message_bar.show_error(UnreadableAudioError(refused.path, refused.reason))

    def _unfinished(self) -> list[str]:
        names = self._project.settings.get(_UNFINISHED)
        return [str(name) for name in names] if isinstance(names, list) else []

    def _forget(self, path: Path) -> None:
        self._note([name for name in self._unfinished() if name != path.name])

    def _note(self, names: list[str]) -> None:
        self._project.settings.put(_UNFINISHED, names)
