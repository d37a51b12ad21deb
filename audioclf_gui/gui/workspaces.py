"""The workspaces of an open project, in the order of their buttons and keys."""

import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # each is loaded when it is first looked at: together they take as long as Qt
    from audioclf_gui.gui.workspace import Workspace


def _t(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class WorkspaceSpec:
    """What is known of a workspace before it is loaded."""

    name: str  # of its commands' place, and in the settings
    title: str  # in English; a text of the table of commands
    icon: str
    where: str  # its class: "module:Class"

    @property
    def action(self) -> str:
        """The key of the command that shows it."""
        return f"show_{self.name}"

    def load(self) -> "type[Workspace]":
        """Import its class, with whatever that needs."""
        found: type[Workspace] = pkgutil.resolve_name(self.where)
        return found


_SPECS = (
    WorkspaceSpec("label", _t("Label"), "label-outline", "audioclf_gui.gui.label.workspace:LabelWorkspace"),
    WorkspaceSpec(
        "review", _t("Review"), "view-grid-outline", "audioclf_gui.gui.review.workspace:ReviewWorkspace"
    ),
    WorkspaceSpec("train", _t("Train"), "chart-line", "audioclf_gui.gui.train.workspace:TrainWorkspace"),
    WorkspaceSpec("live", _t("Live"), "microphone-outline", "audioclf_gui.gui.live.workspace:LiveWorkspace"),
)
WORKSPACES: dict[str, WorkspaceSpec] = {spec.name: spec for spec in _SPECS}
"""Every workspace by its name. Window, menus, top bar and key sheet are made from this table."""

FIRST = "label"
"""Shown while none was chosen; a clip that is opened elsewhere is shown here, too."""
FOR_CLIPS = "review"
"""Shows the clips that another workspace hands over."""
