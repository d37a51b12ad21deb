"""The workspaces of an open project: made as they are needed, one of them shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.run import Answer
from audioclf_gui.gui.actions import name_keys, shown_text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.workspace import Workspace
from audioclf_gui.gui.workspaces import FIRST, FOR_CLIPS, WORKSPACES


class Desk(QStackedWidget):
    """Makes the workspaces, shows one of them, and passes on what they ask of each other."""

    made = Signal(str)  # a workspace with actions of its own is there now
    escaped = Signal()  # Esc, and the workspace had nothing to leave
    switched = Signal(str)  # another one is wanted, by a click in a workspace

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[str, Workspace] = {}
        self._name = ""

    @property
    def name(self) -> str:
        """The workspace that is shown."""
        return self._name

    def show_workspace(self, name: str) -> None:
        """Show a workspace, and let the one before it rest."""
        if name == self._name:
            return
        if self._name:
            self._made[self._name].deactivate()
        workspace = self.workspace(name)
        self._name = name
        self.setCurrentWidget(workspace)
        workspace.activate()

    def take_keyboard(self) -> None:
        """Give the keyboard back to what had it last in the workspace that is shown."""
        workspace = self._made[self._name]
        had_it = workspace.focusWidget()
        if had_it is not None and had_it.isVisible():
            had_it.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            workspace.activate()

    def workspace(self, name: str) -> Workspace:
        """A workspace, made if it is not there yet."""
        if name not in self._made:
            workspace = WORKSPACES[name].load()(self._context)
            if (layout := workspace.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)  # the margin around them all is the window's
            workspace.setAccessibleName(shown_text(WORKSPACES[name].title))
            workspace.clips_shown.connect(self.show_clips)
            workspace.clip_opened.connect(self.open_clip)
            workspace.escaped.connect(self.escaped)
            self._made[name] = workspace
            name_keys(workspace, self._context.session)
            self.addWidget(workspace)
            self.made.emit(name)
        return self._made[name]

    def own_actions(self) -> list[QAction]:
        """The menu entries of the workspace that is shown: nothing is done where nobody sees it."""
        return self._made[self._name].menu_actions() if self._name else []

    def shutdown(self) -> None:
        """Let every workspace stop what it does."""
        for workspace in self._made.values():
            workspace.shutdown()

    def show_clips(self, title: str, clips: Sequence[ClipId | Answer]) -> None:
        """Show clips under a title, in the workspace that is for this."""
        self.workspace(FOR_CLIPS).show_clips(title, clips)
        self.switched.emit(FOR_CLIPS)

    def open_clip(self, clip_id: ClipId) -> None:
        """Show one clip, in the first workspace."""
        self._context.document.set_current(clip_id)
        self.switched.emit(FIRST)
