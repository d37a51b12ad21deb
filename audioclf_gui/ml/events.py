"""What training reports while it runs: frozen values that may cross threads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import CONVERT_OR_LEAVE_OUT
from audioclf_gui.core.run import Epoch
from audioclf_gui.core.text import Text

EVENT_EVERY_S = 0.1
"""Events about progress come no closer together, so that a window can show them all."""


@dataclass(frozen=True, slots=True)
class CacheProgress:
    """So many of the clips have been decoded and turned into features, now or in an earlier run."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ClipRefused:
    """A clip that is left out of the run; the others go on."""

    path: Path
    reason: Text
    remedy: Text = CONVERT_OR_LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the user should know about this run."""

    text: Text


@dataclass(frozen=True, slots=True)
class BatchDone:
    """Where the run stands; about ten of these a second at most."""

    epoch: int  # counted from 1
    epochs: int  # as planned now; an early end makes it smaller
    done: int  # batches of this epoch
    total: int
    loss: float  # of the last batch, in nats


@dataclass(frozen=True, slots=True)
class FitProgress:
    """How far a model is that does not learn in epochs."""

    done: int
    total: int
    doing: Text


@dataclass(frozen=True, slots=True)
class Measuring:
    """So many of the clips that are not for training have been judged; sent only when that takes time."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class EpochDone:
    """One pass over the training clips, judged on the validation clips."""

    epoch: Epoch
    epochs: int
    best_epoch: int  # so far
    samples_per_second: float  # training clips per second, evaluation included
    seconds_left: float
    figures: Mapping[str, object] | None = None  # of the validation clips, after every so many epochs


@dataclass(frozen=True, slots=True)
class PartBegun:
    """One of several trainings of a run begins; epochs are counted anew."""

    name: Text  # the fold that is held out, or what it learns from
    number: int  # counted from 1
    parts: int  # the folds, or the one that is measured, and the training of the model to keep
    is_judged: bool = True  # whether its epochs are, so that there is an EpochDone for each


@dataclass(frozen=True, slots=True)
class FoldDone:
    """One fold of a cross-validation."""

    name: str
    number: int  # counted from 1
    folds: int
    report: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures are there; what follows is a model of all clips in the place of the one measured."""

    report: Mapping[str, Any]
    bundle: Path


@dataclass(frozen=True, slots=True)
class TrainingDone:
    """The end: the figures, and the folder of the model that was kept."""

    report: Mapping[str, Any]
    bundle: Path


TrainEvent = (
    CacheProgress
    | ClipRefused
    | Note
    | BatchDone
    | FitProgress
    | Measuring
    | EpochDone
    | PartBegun
    | FoldDone
    | Measured
    | TrainingDone
)
