"""What a long file is likely to be like between the places that were looked into."""

import math

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

GUESSED_PLACES = 1024
"""An estimate has so many, about as many as a view of a whole file has pixels."""

_NEAR_PLACES = 2.0  # how far a place tells of others: what is heard here and there is heard between, too
_LOUD_POWER = 4


def near_mean(values: Values) -> Values:
    """The mean of each of some places, (places, ...), and of those around it, the nearest counting most."""
    reach = math.ceil(4 * _NEAR_PLACES)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / _NEAR_PLACES) ** 2)
    around = np.pad(values, [(reach, reach), *[(0, 0)] * (values.ndim - 1)], mode="edge")
    mean = np.zeros(values.shape)
    for step, weight in enumerate(weights / weights.sum()):
        mean += weight * around[step : step + len(values)]
    return mean


def near_loudness(values: Values) -> Values:
    """As `near_mean`, but of values that are not negative, of which the great ones are to be seen."""
    loudness: Values = near_mean(values**_LOUD_POWER) ** (1 / _LOUD_POWER)
    return loudness


def near_deviation(mean: Values, mean_square: Values) -> Values:
    """By how much single values deviate around each place; a mean has rounding errors of its own."""
    deviation: Values = np.sqrt(np.maximum(near_mean(mean_square) - near_mean(mean) ** 2, 0.0))
    return deviation


def spread_out(values: Values, count: int) -> Values:
    """Values of some places as values of `count` of them, each on the line between its neighbours.

    Places are even parts of a file, and what they have is that of their middle.
    """
    if not len(values):
        return values
    middles = (np.arange(count) + 0.5) / count * len(values) - 0.5
    middles = np.clip(middles, 0.0, len(values) - 1.0)
    before = middles.astype(np.intp)
    after = np.minimum(before + 1, len(values) - 1)
    part = (middles - before).reshape(-1, *[1] * (values.ndim - 1))
    spread: Values = values[before] * (1.0 - part) + values[after] * part
    return spread
