"""Two models' answers to the same examples: how their figures compare."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml import set_metrics
from audioclf_gui.ml.objectives import Objective

Predictions = Sequence[Mapping[str, Any]]
"""As a bundle keeps them, and with `true_then`, the classes as the model calls them."""


@dataclass(frozen=True, slots=True, eq=False)
class PairedFigure:
    """The figure that two models are compared by."""

    key: str  # in a report
    rule: Callable[[npt.NDArray[np.bool_]], float]  # what the chosen examples, a mask (n,), come to


def figure_of(goal: Objective, predictions: Predictions) -> PairedFigure:
    """What a model is compared by, of these predictions."""
    match goal.kind:
        case "multi-label":
            names = [set(one["true_then"]) for one in predictions]
            there = np.array([[name in said for name in goal.names] for said in names], np.bool_)
            scores = np.array([one["scores"] for one in predictions], np.float32)
            return PairedFigure(
                goal.figure_key, lambda at: set_metrics.macro_average_precision(there[at], scores[at])
            )
        case "regression":
            wrong = np.array([abs(one["true"] - one["predicted"]) for one in predictions], np.float64)
            return PairedFigure("mae", lambda at: float(wrong[at].mean()))
    right = _right(predictions)
    return PairedFigure(goal.figure_key, lambda at: float(right[at].mean()))


def mcnemar_of(first: Predictions, second: Predictions) -> float:
    """`mcnemar` of what two models of one class for each sound answered to the same examples."""
    of_first, of_second = _right(first), _right(second)
    return mcnemar(int((of_first & ~of_second).sum()), int((of_second & ~of_first).sum()))


def mcnemar(only_first: int, only_second: int) -> float:
    """How often luck parts examples on which two models disagree as unevenly, or more so.

    The exact two-sided test of Q. McNemar (Psychometrika 12, 1947), for examples that have nothing in common.

    Parameters
    ----------
    only_first, only_second
        How many examples the one answered rightly and the other did not.
    """
    count, fewer = only_first + only_second, min(only_first, only_second)
    tail = sum(math.comb(count, at) for at in range(fewer + 1))
    return min(1.0, 2 * tail / (1 << count))


def _right(predictions: Predictions) -> npt.NDArray[np.bool_]:
    return np.array([one["true"] == one["predicted"] for one in predictions], np.bool_)
