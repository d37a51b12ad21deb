"""How much of new sound has nothing like it among the labelled sounds, whatever the mixture."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

USUAL = 0.05
"""So much of the labelled sounds themselves has nothing like it in other groups, by definition."""

_LEAST_SD = 0.05  # of a number of an embedding
_ROWS = 256  # at a time, so that memory stays bounded


def novel_share(known: Values, groups: npt.NDArray[np.int64], new: Values) -> float:
    """The share of `new` (m, size) that is farther from all of `known` than 95 % of it is from other groups.

    Parameters
    ----------
    known : shape (n, size)
        Of two groups at least.
    groups : int, shape (n,)

    Notes
    -----
    The distance to the nearest neighbour as a measure of novelty: Ramaswamy, Rastogi and Shim, Efficient
    algorithms for mining outliers from large data sets (SIGMOD 2000).
    """
    sd = np.maximum(known.std(axis=0), _LEAST_SD)
    known, new = known / sd, new / sd
    usual = _nearest(known, known, groups)
    return float(np.mean(_nearest(new, known) > np.quantile(usual, 1.0 - USUAL)))


def _nearest(rows: Values, known: Values, groups: npt.NDArray[np.int64] | None = None) -> Values:
    """Distance of each row to the nearest of `known`; with `groups` of both, of another group."""
    found = []
    for at in range(0, len(rows), _ROWS):
        part = rows[at : at + _ROWS]
        squared = np.square(part).sum(axis=1)[:, None] + np.square(known).sum(axis=1) - 2.0 * part @ known.T
        if groups is not None:
            squared[groups[at : at + _ROWS][:, None] == groups] = np.inf
        found.append(np.sqrt(np.maximum(0.0, squared.min(axis=1))))
    return np.concatenate(found)
