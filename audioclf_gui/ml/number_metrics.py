"""How good estimates of a quantity are, in its unit."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml import intervals
from audioclf_gui.ml.intervals import Scale

SUMMARY: Mapping[str, Scale] = {"r2": "explained", "mae": "error", "rmse": "error"}
"""The figures that have an interval, and of which folds have a mean."""

_MOST_PAIRS = 2000  # that a report holds, for a picture

Floats = npt.NDArray[np.generic]
Integers = npt.NDArray[np.integer]


def report(true: Floats, estimated: Floats, groups: Integers | None = None) -> dict[str, object]:
    """Everything a run is judged by that estimates a number; R² is 0 where nothing varies.

    Parameters
    ----------
    true, estimated : shape (n,)
        In the unit of the quantity.
    groups : shape (n,), optional
        The number of each example's group; None: nobody says, so that there are no intervals.

    Returns
    -------
    dict
        `r2`, `mae` (mean absolute error), `rmse`, `intervals`, those of 95 % of these (see `ml.intervals`),
        None where there are too few groups to tell, `bias` (mean of estimate minus truth), `guess_rmse`,
        what always saying the mean of these would come to, and `estimates`, pairs of truth and estimate, of
        many examples evenly chosen ones.
    """
    step = max(1, -(-len(true) // _MOST_PAIRS))
    error = estimated.astype(np.float64) - true.astype(np.float64)
    found = intervals.of_figures(
        lambda chosen: summary(true[chosen], estimated[chosen]),
        SUMMARY,
        np.zeros(len(true), np.int64) if groups is None else groups,
    )
    return {
        **summary(true, estimated),
        "intervals": {key: None if one is None else list(one) for key, one in found.items()},
        "bias": float(error.mean()) if len(error) else 0.0,
        "guess_rmse": float(true.astype(np.float64).std()) if len(error) else 0.0,
        "estimates": np.stack([true, estimated], axis=1)[::step].astype(np.float64).round(6).tolist(),
    }


def summary(true: Floats, estimated: Floats) -> dict[str, float]:
    """The figures that have an interval; see `report`."""
    error = estimated.astype(np.float64) - true.astype(np.float64)
    return {
        "r2": r2(true, estimated),
        "mae": float(np.abs(error).mean()) if len(error) else 0.0,
        "rmse": float(np.sqrt(mean_square(true, estimated))),
    }


def r2(true: Floats, estimated: Floats) -> float:
    """Part of the variance that the estimates explain; below 0 where the mean would be nearer."""
    variance = float(true.astype(np.float64).var()) if len(true) else 0.0
    return 1.0 - mean_square(true, estimated) / variance if variance else 0.0


def mean_square(true: Floats, estimated: Floats) -> float:
    """Mean square of the errors; 0.0 for no examples."""
    if not len(true):
        return 0.0
    return float(np.square(estimated.astype(np.float64) - true.astype(np.float64)).mean())
