"""The tools there are, and how a user names one: mlflow:ADDRESS, tensorboard:FOLDER, wandb:FOLDER."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.installation import adding
from audioclf_gui.core.text import Text
from audioclf_gui.remote.tracking.values import RunBegun, Tracker


@dataclass(frozen=True, slots=True)
class _Tool:
    name: str
    packages: tuple[str, ...]  # as they are imported
    module: str  # that holds `begin(run, place)`


TOOLS: Mapping[str, _Tool] = {
    "mlflow": _Tool("MLflow", ("mlflow",), "mlflow_run"),
    "tensorboard": _Tool("TensorBoard", ("tensorboard",), "tensorboard_run"),
    "wandb": _Tool("Weights & Biases", ("wandb",), "wandb_run"),
}
"""By the word before the colon, which is also the extra that installs it."""


@dataclass(frozen=True, slots=True)
class TrackTo:
    """Where runs are told to."""

    tool: str  # a key of `TOOLS`
    place: str  # an address, or a folder

    @property
    def text(self) -> str:
        """As it was given."""
        return f"{self.tool}:{self.place}"

    @property
    def name(self) -> str:
        """What the tool is called."""
        return TOOLS[self.tool].name

    def opener(self, run: RunBegun) -> Callable[[], Tracker]:
        """What begins the run there, in whatever thread it is called."""
        module = f"audioclf_gui.remote.tracking.{TOOLS[self.tool].module}"
        return partial(_begin, module, run, self.place)


def _begin(module: str, run: RunBegun, place: str) -> Tracker:
    tracker: Tracker = import_module(module).begin(run, place)
    return tracker


def places_in(text: str) -> tuple[TrackTo, ...]:
    """Those that a line names, with semicolons between them; see `track_to`."""
    return tuple(track_to(part) for part in text.split(";") if part.strip())


def track_to(text: str) -> TrackTo:
    """What a user has written, checked as far as that goes without the tool.

    A folder that is given without a beginning lies where the program was started.

    Raises
    ------
    UserError
        If there is no such tool, if it is not installed, or if no place is named.
    """
    tool, _colon, place = text.strip().partition(":")
    if tool not in TOOLS or not place.strip():
        raise UserError(
            Text("{text} names no place where runs can be told to", text=text),
            remedy=Text("Write mlflow:ADDRESS, tensorboard:FOLDER or wandb:FOLDER."),
        )
    for package in TOOLS[tool].packages:
        if find_spec(package) is None:
            raise UserError(
                Text("telling runs to {name} needs a package that is not installed", name=TOOLS[tool].name),
                remedy=adding(tool),
            )
    place = place.strip()
    return TrackTo(tool, place if "://" in place else str(Path(place).expanduser().absolute()))
