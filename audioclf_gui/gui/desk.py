"""The four workspaces of an open project and what they tell each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.gui.context import Context

if TYPE_CHECKING:  # each is loaded when it is first looked at
    from audioclf_gui.gui.label.workspace import LabelWorkspace
    from audioclf_gui.gui.live.workspace import LiveWorkspace
    from audioclf_gui.gui.review.workspace import ReviewWorkspace
    from audioclf_gui.gui.train.workspace import TrainWorkspace

    Workspace = LabelWorkspace | ReviewWorkspace | TrainWorkspace | LiveWorkspace

WORKSPACES = ("label", "review", "train", "live")


class Desk(QStackedWidget):
    """Makes the workspaces as they are needed and shows one of them."""

    made = Signal(str)  # a workspace with actions of its own is there now
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
        widget = self.workspace_widget(name)
        self._name = name
        self.setCurrentWidget(widget)
        widget.activate()

    def workspace_widget(self, name: str) -> "Workspace":
        """A workspace, made if it is not there yet."""
        if name not in self._made:
            widget = self._make(name)
            if (layout := widget.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)  # the margin around them all is the window's
            self._made[name] = widget
            self.addWidget(widget)
            self.made.emit(name)
        return self._made[name]

    def own_actions(self) -> dict[str, list[QAction]]:
        """The menu entries of each workspace that was made."""
        return {name: list(widget.actions()) for name, widget in self._made.items()}

    def shutdown(self) -> None:
        """Let every workspace stop what it does."""
        for widget in self._made.values():
            widget.shutdown()

    def _make(self, name: str) -> "Workspace":
        match name:
            case "label":
                from audioclf_gui.gui.label.workspace import LabelWorkspace

                return LabelWorkspace(self._context)
            case "review":
                from audioclf_gui.gui.review.workspace import ReviewWorkspace

                review = ReviewWorkspace(self._context)
                review.clip_opened.connect(self._open_clip)
                return review
            case "train":
                from audioclf_gui.gui.train.workspace import TrainWorkspace

                train = TrainWorkspace(self._context)
                train.cell_chosen.connect(self.review_clips)
                return train
        from audioclf_gui.gui.live.workspace import LiveWorkspace

        return LiveWorkspace(self._context)

    def review_clips(self, chosen: tuple[str, tuple[ClipId, ...]]) -> None:
        """Show clips under a title in Review."""
        from audioclf_gui.gui.review.workspace import ReviewWorkspace

        review = self.workspace_widget("review")
        assert isinstance(review, ReviewWorkspace)
        review.show_clips(*chosen)
        self.switched.emit("review")

    def _open_clip(self, clip_id: ClipId) -> None:
        self._context.document.set_current(clip_id)
        self.switched.emit("label")
