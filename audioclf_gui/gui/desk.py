"""The four workspaces of an open project and what they tell each other."""

from collections.abc import Callable, Mapping
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from audioclf_gui.core.clip import ClipId
from audioclf_gui.gui.context import Context


class Workspace(Protocol):
    """What a workspace is besides a widget."""

    def activate(self) -> None:
        """It is seen from now on."""

    def deactivate(self) -> None:
        """It is not seen any more."""

    def shutdown(self) -> None:
        """The project is about to be closed: stop at once what is going on, return without waiting."""


def _label(context: Context) -> QWidget:
    from audioclf_gui.gui.label.workspace import LabelWorkspace

    return LabelWorkspace(context)


def _review(context: Context) -> QWidget:
    from audioclf_gui.gui.review.workspace import ReviewWorkspace

    return ReviewWorkspace(context)


def _train(context: Context) -> QWidget:
    from audioclf_gui.gui.train.workspace import TrainWorkspace

    return TrainWorkspace(context)


def _live(context: Context) -> QWidget:
    from audioclf_gui.gui.live.workspace import LiveWorkspace

    return LiveWorkspace(context)


WORKSPACES: Mapping[str, Callable[[Context], QWidget]] = {
    "label": _label,
    "review": _review,
    "train": _train,
    "live": _live,
}
"""How each workspace is made, when it is first looked at."""


class Desk(QStackedWidget):
    """Makes the workspaces as they are needed and shows one of them."""

    made = Signal(str)  # a workspace with actions of its own is there now
    switched = Signal(str)  # another one is wanted, by a click in a workspace

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[str, QWidget] = {}
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
            self._workspace(self._name).deactivate()
        widget = self.workspace_widget(name)
        self._name = name
        self.setCurrentWidget(widget)
        self._workspace(name).activate()

    def workspace_widget(self, name: str) -> QWidget:
        """A workspace, made if it is not there yet."""
        if name not in self._made:
            widget = WORKSPACES[name](self._context)
            if (layout := widget.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)  # the margin around them all is the window's
            self._made[name] = widget
            self.addWidget(widget)
            self._connect(name, widget)
            self.made.emit(name)
        return self._made[name]

    def own_actions(self) -> dict[str, list[QAction]]:
        """The menu entries of each workspace that was made."""
        return {name: list(widget.actions()) for name, widget in self._made.items()}

    def shutdown(self) -> None:
        """Let every workspace stop what it does."""
        for name in self._made:
            self._workspace(name).shutdown()

    def _workspace(self, name: str) -> Workspace:
        return cast(Workspace, self._made[name])

    def _connect(self, name: str, widget: QWidget) -> None:
        signals = {
            "review": ("clip_opened", self._open_clip),
            "train": ("cell_chosen", self._review_clips),
        }
        if name in signals:
            signal, slot = signals[name]
            getattr(widget, signal).connect(slot)

    def _open_clip(self, clip_id: object) -> None:
        self._context.document.set_current(cast(ClipId, clip_id))
        self.switched.emit("label")

    def _review_clips(self, chosen: object) -> None:
        title, clip_ids = cast("tuple[str, tuple[ClipId, ...]]", chosen)
        review = self.workspace_widget("review")
        review.show_clips(title, clip_ids)  # type: ignore[attr-defined]
        self.switched.emit("review")
