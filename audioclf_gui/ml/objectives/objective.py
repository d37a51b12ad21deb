"""What is learnt, and all that depends on it: targets, loss, scores, calibration, figures, answers."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, ClassVar, Literal, Self, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Target, TrainingData
from audioclf_gui.ml.settings import TrainSettings

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

Thresholds = Sequence[float] | Floats
"""From which score a class is answered: (classes,), or for each example by itself (n, classes)."""

Link = Literal["log", "logit", "identity"]
Scaled = TypeVar("Scaled", Array, Tensor)

OBJECTIVES: "dict[str, type[Objective]]" = {}


class BadObjectiveError(ValueError):
    """A description that no objective has; `reason` is for the user."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True)
class Quality:
    """How good scores are, in two numbers that are drawn epoch by epoch."""

    figure: float  # the greater, the better; 1 is perfect
    loss: float

    def rank(self, by: Literal["accuracy", "loss"]) -> tuple[float, float]:
        """The greater, the better."""
        return (self.figure, -self.loss) if by == "accuracy" else (-self.loss, self.figure)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What makes scores mean what they say, and decisions of them."""

    temperature: float  # logits are divided by it
    thresholds: tuple[float, ...]  # per class: from which score a window is an event; none without classes


@dataclass(frozen=True)
class Objective(ABC):
    """What a model says of a sound, as a value that is stored with it.

    Attributes
    ----------
    names : tuple of str
        What the outputs are about, in their order: classes, or the one quantity that is estimated.
    weights : tuple of float
        What each class counts in the loss; none: all alike. They are not kept with the model.
    """

    kind: ClassVar[str]
    figure_name: ClassVar[Text]  # of `Quality.figure`
    figure_key: ClassVar[str]  # where it stands in the report
    summary_keys: ClassVar[tuple[str, ...]]  # the figures of which folds have a mean
    has_classes: ClassVar[bool] = True
    is_exclusive: ClassVar[bool] = False  # a sound is of one class at a time
    blends: ClassVar[bool] = True  # what two sounds together are worth is between what they are alone
    link: ClassVar[Link]  # from the mean `scaled` target of sounds to a logit
    merging: ClassVar[Literal["sum", "max"]] = "sum"  # of scores of classes that became one, see `merged`

    names: tuple[str, ...]
    weights: tuple[float, ...] = field(default=(), compare=False, kw_only=True)
    unit: str = ""  # of the quantity

    @property
    def outputs(self) -> int:
        """How many numbers the model gives."""
        return len(self.names)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes in the order of the scores; none where a quantity is estimated."""
        return self.names if self.has_classes else ()

    @abstractmethod
    def to_json(self) -> dict[str, object]:
        """Everything but the names, as JSON holds it."""

    @classmethod
    @abstractmethod
    def from_json(cls, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        """What `to_json` wrote, from whomever it comes; BadObjectiveError if that is no such objective."""

    @classmethod
    @abstractmethod
    def of(cls, data: TrainingData) -> Self:
        """What is to be learnt from these data."""

    @abstractmethod
    def encoded(self, targets: Sequence[Target]) -> Array:
        """Targets as the loss takes them, (n, outputs)."""

    def scaled(self, wanted: Scaled) -> Scaled:
        """Targets (n, outputs) on the scale that models learn them on."""
        return wanted

    @abstractmethod
    def loss(self, logits: Tensor, wanted: Tensor, settings: TrainSettings) -> Tensor:
        """What training makes small: the mean over a batch, from logits and targets (batch, outputs)."""

    @abstractmethod
    def scores(self, logits: Tensor, temperature: float = 1.0) -> Tensor:
        """What the outputs (..., outputs) mean: probabilities, or the quantity in its unit."""

    def merged(self, scores: Array, places: Sequence[int]) -> Array:
        """Scores (n, outputs) of classes that became one with others, whose place each output has."""
        together = np.zeros((len(scores), max(places) + 1), scores.dtype)
        for place, column in zip(places, scores.T, strict=True):
            together[:, place] += column
        return together

    @property
    def background(self) -> int | None:
        """The place of a class that stands for none of the others; None: there is no such class."""
        return None

    def is_none(self, scores: Floats) -> bool:  # noqa: ARG002 - most have no answer for that
        """Whether a sound with these scores (outputs,) is likelier none of the classes than any of them."""
        return False

    @abstractmethod
    def answered(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        """The places of the classes of a sound with these scores (outputs,), the likeliest first."""

    def heard(self, scores: Floats, thresholds: Sequence[float]) -> tuple[int, ...]:
        """The places of the classes that a window with these scores (outputs,) is an event of."""
        return tuple(at for at in self.answered(scores, thresholds) if scores[at] >= thresholds[at])

    def heard_in(self, scores: Floats, thresholds: Sequence[float]) -> Bools:
        """The same of many windows: which classes each is an event of, (n, outputs)."""
        heard: Bools = scores >= np.asarray(thresholds, np.float32)
        return heard

    @abstractmethod
    def quality(self, wanted: Array, scores: Floats) -> Quality:
        """How good `scores` are; the targets may be blends."""

    @abstractmethod
    def calibration(self, logits: Floats, wanted: Array) -> Calibration:
        """What suits these answers to windows that were not learnt from."""

    def opened(self) -> Self:
        """The same of a model that learns sounds of no class as well."""
        return self

    def untempered(self, calibration: Calibration) -> Calibration:
        """The same decisions at a temperature of 1, at which nothing was fitted to the examples measured."""
        return replace(calibration, temperature=1.0)

    @abstractmethod
    def figures(
        self, wanted: Array, scores: Floats, thresholds: Thresholds, groups: Array | None = None
    ) -> dict[str, object]:
        """Everything a run is judged by, as plain numbers that JSON can hold.

        `groups` (n,) are the numbers of the examples' groups; None: no intervals are wanted.
        """

    @abstractmethod
    def of_group(self, wanted: Array, scores: Floats, thresholds: Thresholds) -> dict[str, float]:
        """What tells how hard the examples of one group are, the figure that counts first."""

    @abstractmethod
    def answer(self, wanted: Array, scores: Floats, thresholds: Sequence[float]) -> tuple[object, object]:
        """What is true of one example and what is answered, as a bundle's predictions hold them."""


_Kind = TypeVar("_Kind", bound=type[Objective])


def objective(kind: str) -> Callable[[_Kind], _Kind]:
    """Make a kind of objective known under its name; the class itself comes back."""

    def register(cls: _Kind) -> _Kind:
        if kind in OBJECTIVES:
            raise ValueError(f"two objectives are called {kind!r}")
        cls.kind = kind
        OBJECTIVES[kind] = cls
        return cls

    return register


def objective_for(data: TrainingData) -> Objective:
    """What is to be learnt from these data."""
    return OBJECTIVES[data.objective].of(data)


def objective_to_json(goal: Objective) -> dict[str, object]:
    """As a bundle holds it."""
    return {"kind": goal.kind, "names": list(goal.names), **goal.to_json()}


def objective_from_json(values: Mapping[str, object]) -> Objective:
    """What `objective_to_json` wrote; BadObjectiveError for anything else."""
    kind, names = values.get("kind"), values.get("names")
    if not isinstance(kind, str) or kind not in OBJECTIVES:
        raise BadObjectiveError(Text("it learnt {kind}, which is not known", kind=repr(kind)))
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadObjectiveError(Text("{name!r} is not a list of texts", name="names"))
    return OBJECTIVES[kind].from_json(values, tuple(names))


@lru_cache(maxsize=4)
def weights_on(device: torch.device, weights: tuple[float, ...]) -> Tensor | None:
    """What classes count, on the device, sent there once; None where all are alike."""
    return torch.tensor(weights, device=device) if weights else None
