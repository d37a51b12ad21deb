"""The workspaces of an open project, in the order of their buttons and keys."""

import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

if TYPE_CHECKING:  # each is loaded when it is first looked at: together they take as long as Qt
    from audioclf_gui.gui.session import Session
    from audioclf_gui.gui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceSpec:
    """What is known of a workspace before it is loaded."""

    name: str  # of its commands' place, and in the settings
    title: str  # in English; a text of the table of commands
    tip: str  # the same: what it is for
    icon: str
    folder: str  # the package with its `workspace.py` and its `commands.py`
    class_name: str
    uses_models: bool = False  # it is worth loading torch, once it is shown

    @property
    def action(self) -> str:
        """The key of the command that shows it."""
        return f"show_{self.name}"

    def load(self) -> "type[Workspace]":
        """Import its class, with whatever that needs."""
        found: type[Workspace] = pkgutil.resolve_name(f"{self.folder}.workspace:{self.class_name}")
        return found

    def commands(self) -> tuple[ActionSpec, ...]:
        """Its commands; their `where` is its name."""
        found: tuple[ActionSpec, ...] = pkgutil.resolve_name(f"{self.folder}.commands:COMMANDS")
        return found

    def fixed_keys(self) -> tuple[FixedKeys, ...]:
        """Its keys that belong to no command."""
        found: tuple[FixedKeys, ...] = pkgutil.resolve_name(f"{self.folder}.commands:FIXED_KEYS")
        return found


_SPECS = (
    WorkspaceSpec(
        "label",
        _t("Label"),
        _t("Listen to clips, see them, and say what sounds in them"),
        "label-outline",
        "audioclf_gui.gui.label",
        "LabelWorkspace",
    ),
    WorkspaceSpec(
        "review",
        _t("Review"),
        _t("Judge what a model suggests, many clips on a page"),
        "view-grid-outline",
        "audioclf_gui.gui.review",
        "ReviewWorkspace",
    ),
    WorkspaceSpec(
        "train",
        _t("Train"),
        _t("Let a model learn from the labels, and see how good it is"),
        "chart-line",
        "audioclf_gui.gui.train",
        "TrainWorkspace",
        uses_models=True,
    ),
    WorkspaceSpec(
        "live",
        _t("Live"),
        _t("Let a model say what a microphone or a file sounds like now"),
        "microphone-outline",
        "audioclf_gui.gui.live",
        "LiveWorkspace",
        uses_models=True,
    ),
)
WORKSPACES: dict[str, WorkspaceSpec] = {spec.name: spec for spec in _SPECS}
"""Every workspace by its name. Window, menus, top bar and key sheet are made from this table."""

FIRST = "label"
"""Shown while none was chosen; a clip that is opened elsewhere is shown here, too."""
FOR_CLIPS = "review"
"""Shows the clips that another workspace hands over."""


def first_workspace(session: "Session") -> str:
    """The workspace that is shown when a project is opened: the one that was shown last."""
    name = session.text("workspace", FIRST)
    return name if name in WORKSPACES else FIRST
