"""How good scores are where a sound may be of several classes or of none."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml import intervals
from audioclf_gui.ml.intervals import Scale
from audioclf_gui.ml.metrics import THRESHOLDS, event_threshold, reliability_steps

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.floating]
Integers = npt.NDArray[np.integer]
Places = npt.NDArray[np.intp]

SUMMARY: Mapping[str, Scale] = {
    "macro_average_precision": "share",
    "macro_f1": "share",
    "exact": "share",
    "log_loss": "error",
}
"""The figures that have an interval, and of which folds have a mean."""

_LEAST_PROBABILITY = 1e-12
_DEALS = 100
_LOW_THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25)  # beside those of one class per sound: rare classes need them
_TEMPERATURES = np.exp(np.linspace(math.log(0.05), math.log(20.0), 121))


def report(
    there: Bools,
    scores: Floats,
    names: Sequence[str],
    least: Sequence[float] | Floats,
    groups: Integers | None = None,
) -> dict[str, object]:
    """Everything a run is judged by that names sets of classes, as plain numbers that JSON can hold.

    Parameters
    ----------
    there : shape (n, classes)
        Which classes each example is of.
    scores : shape (n, classes)
        Probabilities, each class by itself.
    least : shape (classes,) or (n, classes)
        Per class the score from which it is answered, if need be for each example.
    groups : shape (n,), optional
        The number of each example's group; None: nobody says, so that there are no intervals.

    Returns
    -------
    dict
        `macro_average_precision` over the classes that occur; `guess_average_precision`, what the same
        scores come to when they are dealt to the examples by chance, and `guess_average_precision_high`,
        which 97.5 % of such deals stay below; `macro_f1`; `exact`, the share of examples of
        which the whole set is right; `log_loss` in nats per class; `intervals`, those of 95 % of the figures
        of `SUMMARY` (see `ml.intervals`), None where there are too few groups to tell; `reliability`, how
        often a class is there of which the score is about the same; `per_class` with
        precision, recall, f1, average_precision, threshold (the mean of those used), support and how many
        examples were missed or falsely answered. Where nothing was counted, a share is 0.0.
    """
    heard = scores >= np.asarray(least, np.float32)
    usual = np.atleast_2d(least).mean(axis=0)
    shares = [_shares(there[:, at], heard[:, at]) for at in range(len(names))]
    per_class = [
        {
            "class": name,
            **shares[at],
            "average_precision": average_precision(there[:, at], scores[:, at]),
            "threshold": float(usual[at]),
            "support": int(there[:, at].sum()),
            "missed": int((there[:, at] & ~heard[:, at]).sum()),
            "false": int((heard[:, at] & ~there[:, at]).sum()),
        }
        for at, name in enumerate(names)
    ]
    by_chance = chance_precisions(there, scores)
    found = intervals.of_figures(
        lambda chosen: summary(there[chosen], scores[chosen], heard[chosen]),
        SUMMARY,
        np.zeros(len(there), np.int64) if groups is None else groups,
    )
    return {
        **summary(there, scores, heard),
        "guess_average_precision": float(by_chance.mean()),
        "guess_average_precision_high": float(np.quantile(by_chance, 0.975)),
        "intervals": {key: None if one is None else list(one) for key, one in found.items()},
        "reliability": [asdict(step) for step in reliability_steps(scores.ravel(), there.ravel())],
        "per_class": per_class,
    }


def summary(there: Bools, scores: Floats, heard: Bools) -> dict[str, float]:
    """The figures that have an interval; see `report`.

    Parameters
    ----------
    heard : shape (n, classes)
        Which classes are answered.
    """
    occur = np.flatnonzero((there | heard).any(axis=0))
    f1s = [_shares(there[:, at], heard[:, at])["f1"] for at in occur]
    return {
        "macro_average_precision": macro_average_precision(there, scores),
        "macro_f1": float(np.mean(f1s)) if f1s else 0.0,
        "exact": float((there == heard).all(axis=1).mean()) if len(there) else 0.0,
        "log_loss": log_loss(there, scores),
    }


def average_precision(there: Bools, scores: Floats) -> float:
    """Mean precision at each example that is of the class, by falling score; 0.0 where there is none.

    Equal scores count as one step, so that their order cannot matter.
    """
    return _precision(there, *_falling(scores)) if there.any() else 0.0


def macro_average_precision(there: Bools, scores: Floats) -> float:
    """The mean of `average_precision` over the classes that occur; 0.0 where none does."""
    occur = np.flatnonzero(there.any(axis=0))
    found = [average_precision(there[:, at], scores[:, at]) for at in occur]
    return float(np.mean(found)) if found else 0.0


def chance_precisions(there: Bools, scores: Floats) -> Floats:
    """The macro average precision of the scores in a hundred deals by chance, always the same ones.

    So a guess knows how frequent each class is and how many examples are of several, and nothing else.
    """
    occur = np.flatnonzero(there.any(axis=0))
    steps = [_falling(scores[:, at]) for at in occur]
    if not steps:
        return np.zeros(_DEALS)
    rng = np.random.default_rng(0)
    found = np.zeros(_DEALS)
    for deal in range(_DEALS):
        dealt = there[rng.permutation(len(there))]
        found[deal] = np.mean([_precision(dealt[:, at], *by) for at, by in zip(occur, steps, strict=True)])
    return found


def log_loss(there: Bools, scores: Floats) -> float:
    """Mean negative logarithm of what is right of each class, in nats; 0.0 for no examples."""
    if not there.size:
        return 0.0
    right = np.where(there, scores, 1.0 - scores).astype(np.float64)
    return float(-np.log(np.maximum(right, _LEAST_PROBABILITY)).mean())


def fit_temperature(logits: Floats, there: Bools) -> float:
    """The number that logits are divided by so that probabilities mean what they say; 1.0 for nothing.

    Minimises the log loss (Guo et al., ICML 2017) after adding one imagined example that is of each class by
    half, in the manner of Platt (1999): a small set without mistakes is no proof of certainty.
    """
    if not logits.size or not logits.any():
        return 1.0
    signed = np.where(there, logits, -logits).astype(np.float64)
    imagined = np.abs(logits.astype(np.float64)).mean(axis=0)

    def loss(temperature: float) -> float:
        known = np.logaddexp(0.0, -signed / temperature).sum()
        scaled = imagined / temperature
        unsure = 0.5 * (np.logaddexp(0.0, -scaled) + np.logaddexp(0.0, scaled)).sum()
        return float(known + unsure)

    return float(min(_TEMPERATURES, key=loss))


def thresholds(there: Bools, scores: Floats) -> tuple[float, ...]:
    """Per class the score from which it is answered, that of the best F1; 0.5 for one that is not there."""
    steps = (*_LOW_THRESHOLDS, *THRESHOLDS)
    return tuple(event_threshold(scores[:, at], there[:, at], steps) for at in range(there.shape[1]))


def _falling(scores: Floats) -> tuple[Places, Places]:
    """The examples by falling score, and where in that order a step of equal scores ends."""
    order = np.argsort(-scores, kind="stable")
    falling = scores[order]
    return order, np.flatnonzero(np.append(falling[1:] != falling[:-1], True))


def _precision(there: Bools, order: Places, ends: Places) -> float:
    """`average_precision` of examples in such an order, one of which at least is of the class."""
    hits = np.cumsum(there[order])[ends]
    return float((hits / (ends + 1.0) * np.diff(hits, prepend=0)).sum() / hits[-1])


def _shares(there: Bools, heard: Bools) -> dict[str, float]:
    both, true, answered = int((there & heard).sum()), int(there.sum()), int(heard.sum())
    return {
        "precision": both / answered if answered else 0.0,
        "recall": both / true if true else 0.0,
        "f1": 2.0 * both / (true + answered) if true + answered else 0.0,
    }
