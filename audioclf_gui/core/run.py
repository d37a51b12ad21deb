"""Training runs, their epochs and what a model says about the clips."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, NewType, Self

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId, Labels

RunId = NewType("RunId", int)


class RunStatus(StrEnum):
    """How far a run came."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"  # by the user; the best epoch was kept
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Epoch:
    """What one pass over the training clips came to."""

    number: int  # counted from 1
    train_loss: float  # mean cross-entropy, in nats
    train_figure: float  # the objective's first one: accuracy, macro average precision or R²; 1 is perfect
    valid_loss: float
    valid_figure: float
    learning_rate: float
    seconds: float
    part: int = 1  # of a cross-validation the fold, counted from 1 in the order in which they were held out

    def facts(self, figure: str) -> dict[str, object]:
        """As JSON holds it, with what was measured under its own name.

        Parameters
        ----------
        figure : str
            The key of the objective's first figure, see `core.report.figure_key`: `accuracy` makes
            `train_accuracy` and `valid_accuracy`.
        """
        return {_renamed(name, _FIGURE, figure): value for name, value in asdict(self).items()}


def epoch_from(facts: Mapping[str, Any]) -> Epoch:
    """What `Epoch.facts` wrote, whatever was measured; TypeError or ValueError for anything else."""
    (figure,) = {
        name.removeprefix("train_") for name in facts if name.startswith("train_") and name != "train_loss"
    }
    return Epoch(**{_renamed(name, figure, _FIGURE): value for name, value in facts.items()})


_FIGURE = "figure"


def _renamed(name: str, before: str, after: str) -> str:
    return {f"{part}_{before}": f"{part}_{after}" for part in ("train", "valid")}.get(name, name)


@dataclass(frozen=True, slots=True)
class Run:
    """One training run: what was asked, and what came of it."""

    id: RunId
    started_at: str  # ISO 8601, UTC
    preset: str
    settings: Mapping[str, object]  # every parameter, enough to repeat the run
    status: RunStatus = RunStatus.RUNNING
    bundle: str = ""  # the model's folder, relative to the project's; empty: none was kept
    report: Mapping[str, object] = field(default_factory=dict)  # as `audioclf train --json` prints it

    @property
    def classes(self) -> tuple[str, ...]:
        """What the classes of its figures were called when it was trained, in the order of the scores."""
        found = self.report.get("classes")
        return tuple(map(str, found)) if isinstance(found, list) else ()

    @property
    def class_ids(self) -> tuple[ClassId, ...]:
        """The ids of these classes; none for runs of version 0.1.0."""
        found = self.report.get("class_ids")
        return tuple(ClassId(number) for number in found) if isinstance(found, list) else ()

    @property
    def objective(self) -> str:
        """What kind of thing is learnt, as far as it is known: see `ml.objectives`."""
        return str(self.report.get("objective", self.settings.get("objective", "single-label")))

    @property
    def is_as_given(self) -> bool:
        """Whether it repeats a reference system with its authors' mistakes, so that its figures flatter."""
        return self.settings.get("as_given") is True

    @property
    def has_model(self) -> bool:
        """Whether it ended with a model; `Runs.with_model` are those whose model is still there."""
        return self.status in (RunStatus.DONE, RunStatus.STOPPED) and bool(self.bundle)


NO_CLASS = ClassId(0)
"""In the place of a class where a model takes a recording as a whole for none; classes count from 1."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a model takes a clip for."""

    clip_id: ClipId
    run_id: RunId
    class_id: ClassId  # of a set the likeliest; `NO_CLASS`: something is heard in it, but it is of no class
    score: float  # probability of that class, 0 to 1
    others: tuple[ClassId, ...] = ()  # the rest of a set, the likeliest first

    @property
    def classes(self) -> tuple[ClassId, ...]:
        """All that it is taken for, the likeliest first."""
        return () if self.class_id == NO_CLASS else (self.class_id, *self.others)

    def translated(self, class_now: Callable[[ClassId], ClassId | None]) -> Self | None:
        """The same in the classes of now; None if the likeliest is gone.

        No other takes its place, since the score is of that one. After a merge it is the least that the class
        of now has got: the whole of it, which may make another class the likeliest, comes with the next
        suggestions; what is undone meanwhile is as it was.
        """
        likeliest = class_now(self.class_id)
        if likeliest is None:
            return None
        found = dict.fromkeys(map(class_now, self.others))
        others = tuple(one for one in found if one is not None and one != likeliest)
        return replace(self, class_id=likeliest, others=others)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run took a clip for when it was measured on it, without having learnt from it."""

    clip_id: ClipId
    class_id: ClassId | None  # as the project has it now; None: it has no such class any more
    score: float  # probability of that class, 0 to 1
    others: tuple[ClassId, ...] = ()  # the rest of a set, as the project has them now

    @property
    def classes(self) -> tuple[ClassId, ...]:
        """All that it was taken for and that the project has now."""
        return self.others if self.class_id is None else (self.class_id, *self.others)


@dataclass(frozen=True, slots=True)
class SuggestionDetail:
    """A suggestion with every class's score and the events found inside the clip."""

    suggestion: Suggestion
    scores: Mapping[ClassId, float]
    events: Labels  # source is MODEL
