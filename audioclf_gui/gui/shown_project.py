"""What the window says about the open project, wherever in it one is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from audioclf_gui.core.text import Text
from audioclf_gui.gui.actions import ACTIONS, shown_text
from audioclf_gui.gui.status_line import StatusLine
from audioclf_gui.gui.top_bar import TopBar
from audioclf_gui.gui.translate import words

if TYPE_CHECKING:
    from audioclf_gui.gui.document import Document

_SETTLE_MS = 120  # many labels change in one edit; they are counted once


class ShownProject(QTimer):
    """Keeps the title, what is said of saving, and the names of Undo and Redo."""

    def __init__(
        self, window: QMainWindow, top_bar: TopBar, status_line: StatusLine, commands: Mapping[str, QAction]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._top_bar = top_bar
        self._status_line = status_line
        self._commands = commands
        self._document: Document | None = None
        self._was_draft = False
        self.setSingleShot(True)
        self.setInterval(_SETTLE_MS)
        self.timeout.connect(self._show_title)

    def follow(self, document: "Document") -> None:
        """Tell what becomes of a project."""
        document.clips_changed.connect(self.start)
        document.labels_changed.connect(self.start)
        document.history_changed.connect(self._show_steps)

    def show(self, document: "Document | None") -> None:
        """Tell of another project, or of none."""
        self._document = document
        self._was_draft = False
        self._show_title()
        self._show_steps()

    def _show_title(self) -> None:
        if self._document is None:
            self._window.setWindowTitle("audioclf-gui")
            self._top_bar.set_title("", "")
            self._status_line.set_saved("")
            return
        project = self._document.project
        view = self._document.view
        counted = words(Text("{n} clip", "{n} clips", n=len(view.clips)))
        parts = [project.name, counted, words(Text("{n} labelled", "{n} labelled", n=view.labelled))]
        if project.read_only:
            parts.append(self.tr("read-only"))
        self._top_bar.set_title("  ·  ".join(parts), str(project.file))
        self._window.setWindowTitle(f"{project.name} – audioclf-gui")
        facts = project.view()
        if self._was_draft and not facts.is_draft:
            self._status_line.say(words(Text("The project was made: {file}", file=project.file)))
        self._was_draft = facts.is_draft
        if facts.is_draft:
            to_come = Text("Nothing to save yet: the first edit makes the project {file}", file=project.file)
            self._status_line.set_saved(words(to_come))
        elif facts.is_full:
            self._status_line.set_saved(
                self.tr("Read-only: the disk was full; free some space, then open it again")
            )
        elif facts.is_protected:
            self._status_line.set_saved(self.tr("Read-only: nothing may be written where the project lies"))
        elif project.read_only:
            self._status_line.set_saved(self.tr("Read-only: open elsewhere, nothing can be changed here"))
        else:
            self._status_line.set_saved(self.tr("All changes saved"))

    def _show_steps(self) -> None:
        undoable = None if self._document is None else self._document.undoable
        redoable = None if self._document is None else self._document.redoable
        for key, edit in (("undo", undoable), ("redo", redoable)):
            text = shown_text(ACTIONS[key].text)
            self._commands[key].setEnabled(edit is not None)
            named = words(Text("{command}: {edit}", command=text, edit=edit.what)) if edit else text
            self._commands[key].setText(named)
