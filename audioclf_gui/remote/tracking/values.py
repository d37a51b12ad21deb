"""What is told of a run: frozen values, known without any of the tools."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class RunBegun:
    """A run before its first epoch."""

    name: str  # as its folder: run-0004
    title: str  # as people call it
    project: str
    settings: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EpochTold:
    """The values of an epoch: losses in nats, the figures of learnt and judged sounds, the learning rate."""

    number: int  # counted from 1
    part: str  # of a cross-validation the fold; empty: there is none
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class JudgedSound:
    """A sound that the model had not learnt, and what it took it for."""

    path: Path
    start_s: float
    stop_s: float
    wanted: str
    answered: str


@dataclass(frozen=True, slots=True)
class RunEnded:
    """How a run ended, and what came of it."""

    status: RunStatus
    figures: Mapping[str, float]
    classes: tuple[str, ...] = ()  # of the table of confusions, in its order
    confusion: Sequence[Sequence[int]] = ()  # a row for each class that was meant
    model: Path | None = None  # its folder
    files: tuple[Path, ...] = ()  # its log, settings and pictures
    judged: tuple[JudgedSound, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackingEnded:
    """One of the tools is not told of the run any more, which goes on."""

    text: Text


class Tracker(Protocol):
    """One run in one of the tools. Whatever these raise, it is told once, and training goes on."""

    def tell(self, epochs: Sequence[EpochTold], /) -> None:
        """Epochs, in their order."""

    def end(self, ended: RunEnded, /) -> None:
        """The end; nothing follows."""
