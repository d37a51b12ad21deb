"""How good estimates of a quantity are, in its unit."""

import numpy as np
import numpy.typing as npt

_MOST_PAIRS = 2000  # that a report holds, for a picture

Floats = npt.NDArray[np.generic]


def report(true: Floats, estimated: Floats) -> dict[str, object]:
    """Everything a run is judged by that estimates a number; R² is 0 where nothing varies.

    Parameters
    ----------
    true, estimated : shape (n,)
        In the unit of the quantity.

    Returns
    -------
    dict
        `r2`, `mae` (mean absolute error), `rmse`, `bias` (mean of estimate minus truth), `guess_rmse`,
        what always saying the mean of these would come to, and `estimates`, pairs of truth and estimate, of
        many examples evenly chosen ones.
    """
    step = max(1, -(-len(true) // _MOST_PAIRS))
    error = estimated.astype(np.float64) - true.astype(np.float64)
    return {
        "r2": r2(true, estimated),
        "mae": float(np.abs(error).mean()) if len(error) else 0.0,
        "rmse": float(np.sqrt(mean_square(true, estimated))),
        "bias": float(error.mean()) if len(error) else 0.0,
        "guess_rmse": float(true.astype(np.float64).std()) if len(error) else 0.0,
        "estimates": np.stack([true, estimated], axis=1)[::step].astype(np.float64).round(6).tolist(),
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
