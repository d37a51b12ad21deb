"""How good the scores are: figures with their uncertainty, calibration and event thresholds."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypedDict

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml import intervals
from audioclf_gui.ml.intervals import Scale

Floats = npt.NDArray[np.floating]
Integers = npt.NDArray[np.integer]

SUMMARY: Mapping[str, Scale] = {
    "accuracy": "share",
    "balanced_accuracy": "share",
    "macro_f1": "share",
    "log_loss": "error",
}
"""The figures that have an interval, and of which folds have a mean."""

TEMPERATURE_RANGE = (0.05, 20.0)
THRESHOLDS = tuple(round(0.3 + 0.05 * step, 2) for step in range(14))  # 0.30 to 0.95

_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
_LEAST_PROBABILITY = 1e-12  # keeps the log loss of a certain mistake finite


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Answers of about the same confidence, and how many of them were right."""

    confidence: float  # mean, 0 to 1
    accuracy: float
    count: int


_ClassFigures = TypedDict(
    "_ClassFigures",
    {
        "class": str,
        "precision": float,
        "recall": float,
        "f1": float,
        "support": int,
        "low": float,
        "high": float,
        "groups": int,
    },
)


def report(
    true: Integers, scores: Floats, class_names: Sequence[str], groups: Integers | None = None
) -> dict[str, object]:
    """Everything a run is judged by, as plain numbers that JSON can hold.

    Parameters
    ----------
    true : shape (n,)
        Index of each clip's class.
    scores : shape (n, classes)
        Probabilities; no row sums to more than 1. The highest is the answer, the first of equal ones.
    groups : shape (n,), optional
        The number of each clip's group; None: nobody says, so that there are no intervals.

    Returns
    -------
    dict
        `accuracy`; `balanced_accuracy`, the mean recall of the classes that occur; `macro_f1`, the mean F1
        of the classes that occur or were answered; `log_loss` in nats; `intervals`, those of 95 % of these
        (see `ml.intervals`), None where there are too few groups to tell; `accuracy_low` and
        `accuracy_high`, the same of the accuracy; `ece`, and `reliability`, the steps that it is made of;
        `per_class`, whose `low` and `high` bound the
        recall, and whose `groups` are how many its clips are of; `confusion`, a row per true class. Where
        nothing was counted, a share is 0.0, and where nothing can be told its bounds are 0.0 and 1.0; a loss
        is 0.0. No figure is ever NaN.

    Raises
    ------
    ValueError
        If the shapes disagree, or a class or score is out of range.
    """
    _check(true, scores, len(class_names))
    groups = np.zeros(len(true), np.int64) if groups is None else groups
    matrix = confusion(true, scores.argmax(axis=1), len(class_names))
    right = scores.argmax(axis=1) == true
    found = intervals.of_figures(lambda chosen: summary(true[chosen], scores[chosen]), SUMMARY, groups)
    found["accuracy"] = intervals.of_share(right, groups)
    low, high = found["accuracy"] or (0.0, 1.0)
    return {
        **summary(true, scores),
        "accuracy_low": low,
        "accuracy_high": high,
        "intervals": {key: None if one is None else list(one) for key, one in found.items()},
        "ece": expected_calibration_error(true, scores),
        "reliability": [asdict(step) for step in reliability(true, scores)],
        "per_class": [
            _class_figures(matrix, index, name, right[true == index], groups[true == index])
            for index, name in enumerate(class_names)
        ],
        "confusion": matrix.tolist(),
    }


def summary(true: Integers, scores: Floats) -> dict[str, float]:
    """The figures that have an interval; see `report`."""
    matrix = confusion(true, scores.argmax(axis=1), scores.shape[1])
    right, support, answered = matrix.diagonal(), matrix.sum(axis=1), matrix.sum(axis=0)
    there, spoken_of = support > 0, support + answered > 0
    recalls = right[there] / support[there]
    f1s = 2.0 * right[spoken_of] / (support + answered)[spoken_of]
    return {
        "accuracy": _share(int(right.sum()), int(support.sum())),
        "balanced_accuracy": float(recalls.mean()) if len(recalls) else 0.0,
        "macro_f1": float(f1s.mean()) if len(f1s) else 0.0,
        "log_loss": log_loss(true, scores),
    }


def confusion(true: Integers, predicted: Integers, classes: int) -> npt.NDArray[np.int64]:
    """Counts, shape (classes, classes): row = true class, column = answer."""
    matrix = np.zeros((classes, classes), np.int64)
    np.add.at(matrix, (true, predicted), 1)
    return matrix


def log_loss(true: Integers, scores: Floats) -> float:
    """Mean negative logarithm of the true class's probability, in nats; 0.0 for no clips."""
    if len(true) == 0:
        return 0.0
    chosen = scores[np.arange(len(true)), true].astype(np.float64)
    return float(-np.log(np.maximum(chosen, _LEAST_PROBABILITY)).mean()) + 0.0


def reliability(true: Integers, scores: Floats, bins: int = 15) -> list[ReliabilityBin]:
    """Confidence against accuracy in `bins` equal steps of confidence; empty steps are left out."""
    return reliability_steps(scores.max(axis=1), scores.argmax(axis=1) == true, bins)


def reliability_steps(
    confidence: Floats, right: npt.NDArray[np.bool_], bins: int = 15
) -> list[ReliabilityBin]:
    """The same of answers that are right or not, each given with a confidence; both of shape (n,)."""
    confidence = confidence.astype(np.float64)
    place = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    return [
        ReliabilityBin(float(confidence[at].mean()), float(right[at].mean()), int(at.sum()))
        for at in (place == step for step in range(bins))
        if at.any()
    ]


def expected_calibration_error(true: Integers, scores: Floats) -> float:
    """Mean distance between confidence and accuracy over the clips (Naeini et al., AAAI 2015)."""
    if len(true) == 0:
        return 0.0
    steps = reliability(true, scores)
    return sum(abs(step.confidence - step.accuracy) * step.count for step in steps) / len(true)


def fit_temperature(logits: Floats, true: Integers) -> float:
    """The number that logits are divided by so that probabilities mean what they say.

    Minimises the log loss (Guo et al., ICML 2017) after adding one imagined clip that is spread over
    all classes, in the manner of Platt (1999): a small set without mistakes is no proof of certainty.

    Parameters
    ----------
    logits : shape (n, classes)
    true : shape (n,)

    Returns
    -------
    float
        Within `TEMPERATURE_RANGE`; 1.0 when there is nothing to learn from.
    """
    if len(true) == 0 or logits.shape[1] < 2:
        return 1.0
    _check(true, logits, logits.shape[1])
    centred = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    if not centred.any():
        return 1.0
    count = len(true)
    wanted = float((centred[np.arange(count), true].sum() + centred.mean()) / (count + 1))

    def loss(log_temperature: float) -> float:
        scaled = centred / math.exp(log_temperature)
        return float(np.log(np.exp(scaled).sum(axis=1)).mean()) - wanted / math.exp(log_temperature)

    low, high = (math.log(bound) for bound in TEMPERATURE_RANGE)
    while high - low > 1e-4:  # the loss has one valley, since it is convex in 1 / temperature
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if loss(left) <= loss(right):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2.0)


def event_thresholds(scores: Floats, true: Integers) -> list[float]:
    """For each class the probability from which a window counts as an event of it.

    The one of `THRESHOLDS` with the best F1 of "this class or not"; of equally good ones the middle.
    A class that does not occur among `true`, or is never scored that high, gets 0.5.
    """
    _check(true, scores, scores.shape[1])
    return [event_threshold(scores[:, index], true == index) for index in range(scores.shape[1])]


def event_threshold(
    scores: Floats, is_class: npt.NDArray[np.bool_], steps: Sequence[float] = THRESHOLDS
) -> float:
    """The one of `steps` with the best F1 of "this class or not", of equally good ones the middle."""
    positives = int(is_class.sum())
    counted = np.array(
        [
            (int((above & is_class).sum()), int(above.sum()))
            for above in (scores >= threshold for threshold in steps)
        ]
    )
    hits, answers = counted[:, 0], counted[:, 1]
    if not hits.any():
        return 0.5
    f1 = 2.0 * hits / (positives + answers)
    best = np.flatnonzero(f1 >= f1.max() - 1e-12)
    return steps[int(best[len(best) // 2])]


def _class_figures(
    matrix: npt.NDArray[np.int64],
    index: int,
    name: str,
    right: npt.NDArray[np.bool_],
    groups: Integers,
) -> _ClassFigures:
    hits, support, answered = (
        int(matrix[index, index]),
        int(matrix[index].sum()),
        int(matrix[:, index].sum()),
    )
    low, high = intervals.of_share(right, groups) or (0.0, 1.0)
    return {
        "class": name,
        "precision": _share(hits, answered),
        "recall": _share(hits, support),
        "f1": _share(2 * hits, support + answered),
        "support": support,
        "low": low,
        "high": high,
        "groups": len(np.unique(groups)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _check(true: Integers, scores: Floats, classes: int) -> None:
    if scores.ndim != 2 or scores.shape != (len(true), classes):
        raise ValueError(f"{len(true)} clips and {classes} classes do not fit scores of shape {scores.shape}")
    if len(true) and not 0 <= int(true.min()) <= int(true.max()) < classes:
        raise ValueError(f"there are classes outside 0 to {classes - 1}")
    if not np.isfinite(scores).all():
        raise ValueError("there are scores that are not numbers")
