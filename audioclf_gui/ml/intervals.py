"""95 % intervals of figures whose clips come in groups: of speakers, sites, recordings."""

import math
from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.figures import LEAST_GROUPS, Interval

Floats = npt.NDArray[np.floating]
Integers = npt.NDArray[np.integer]
Chosen = npt.NDArray[np.bool_]

Scale = Literal["share", "error", "explained"]
"""Within 0 to 1, at least 0, or at most 1: on which scale a figure errs alike to both sides."""

_MOST_PARTS = 50  # left out one after the other; more would sharpen the bounds by less than they are rounded
_LEAST_WIDTH = 0.5  # of that of clips that have nothing in common
_Z_95 = 1.959963984540054  # two-sided 95 % of the normal distribution


def wilson(right: float, total: float, quantile: float = _Z_95) -> Interval:
    """95 % interval of a share (E. B. Wilson, 1927); (0, 1) when nothing was counted.

    Parameters
    ----------
    quantile
        Of the distribution of the standardised share, by default the normal one.
    """
    if total <= 0:
        return 0.0, 1.0
    share = right / total
    scale = 1.0 + quantile**2 / total
    middle = (share + quantile**2 / (2 * total)) / scale
    half = quantile / scale * math.sqrt(share * (1.0 - share) / total + quantile**2 / (4 * total**2))
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def of_share(right: npt.ArrayLike, groups: Integers) -> Interval | None:
    """Interval of the mean of what is 0 or 1 for each example; None with too few groups.

    Parameters
    ----------
    right : shape (n,)
    groups : shape (n,)
        The number of each example's group. Where each has its own, this is Wilson's interval but for the
        degrees of freedom.
    """
    _, places = np.unique(groups, return_inverse=True)
    sizes = np.bincount(places)
    if len(sizes) < LEAST_GROUPS:
        return None
    hits = np.bincount(places, np.asarray(right, np.float64))
    share = float(hits.sum() / sizes.sum())
    without = (hits.sum() - hits) / (sizes.sum() - sizes)
    return _interval(share, without, "share", sizes, len(sizes))


def of_figures(
    figures: Callable[[Chosen], Mapping[str, float]], scales: Mapping[str, Scale], groups: Integers
) -> dict[str, Interval | None]:
    """Intervals of figures that are no means; None for those that cannot be told.

    The spread is that of the figure without one group after the other, a jackknife over groups. Of the ways
    to treat few groups it is the one that seldom comes out too small (MacKinnon, Nielsen and Webb, "Fast and
    reliable jackknife and bootstrap methods for cluster-robust inference", J. Appl. Econometrics 38, 2023;
    B. E. Hansen, "Jackknife standard errors for clustered regression", 2025). Many groups are dealt to fifty
    parts (P. S. Kott, "The delete-a-group jackknife", J. Official Statistics 17, 2001). It is taken with
    Student's t of one degree of freedom less than the number of equally large groups that would be worth as
    much: a group with most of the clips leaves little to compare it with (Carter, Schnepel and Steigerwald,
    "Asymptotic behavior of a t-test robust to cluster heterogeneity", Rev. Econ. Stat. 99, 2017).

    A share gets Wilson's interval for as many clips as would vary as much if they were independent (Franco,
    Little, Louis and Slud, J. Survey Statistics and Methodology 7, 2019, who recommend that form), with
    Student's t as in Korn and Graubard (Survey Methodology 24, 1998), never less than half as wide as that
    of the clips, so that groups which happen to agree prove little; where all are right or all are wrong,
    that of as many clips as there are groups. Errors are taken by their
    logarithm, and the part of a variance that is explained by that of what is left.

    Parameters
    ----------
    figures
        What the chosen ones of the examples, a mask of shape (n,), come to, by name.
    scales
        Which of them are wanted, and on which scale each is.
    groups : shape (n,)
        The number of each example's group.
    """
    count, parts = _parts(groups)
    if count < LEAST_GROUPS:
        return dict.fromkeys(scales)
    whole = figures(np.ones(len(parts), np.bool_))
    without = [figures(parts != part) for part in range(min(count, _MOST_PARTS))]
    return {
        key: _interval(whole[key], np.array([one[key] for one in without]), scale, np.bincount(parts), count)
        for key, scale in scales.items()
    }


def of_difference(
    difference: Callable[[Chosen], float], groups: Integers, *, of_shares: bool
) -> Interval | None:
    """Interval of what two models differ by on the same examples; None with too few groups.

    Parameters
    ----------
    difference
        What the chosen ones of the examples, a mask of shape (n,), come to.
    groups : shape (n,)
        The number of each example's group.
    of_shares
        Whether it is one of figures within 0 to 1, and so no further from 0 than 1.
    """
    count, parts = _parts(groups)
    if count < LEAST_GROUPS:
        return None
    value = difference(np.ones(len(parts), np.bool_))
    without = np.array([difference(parts != part) for part in range(min(count, _MOST_PARTS))])
    half = _student(np.bincount(parts)) * _deviation(value, without)
    most = 1.0 if of_shares else math.inf
    return max(-most, value - half), min(most, value + half)


def _parts(groups: Integers) -> tuple[int, Integers]:
    """How many groups there are, and for each example the part that it is left out with."""
    _, places = np.unique(groups, return_inverse=True)
    count = int(places.max()) + 1 if len(places) else 0
    dealt = np.random.default_rng(0).permutation(count) % _MOST_PARTS
    return count, dealt[places] if count > _MOST_PARTS else places


def _student(sizes: Integers) -> float:
    """Two-sided 95 % of Student's t for groups of so many examples; see `of_figures`."""
    from scipy.special import stdtrit

    as_many = float(sizes.sum()) ** 2 / float(np.square(sizes.astype(np.float64)).sum())
    return float(stdtrit(max(1.0, as_many - 1.0), 0.975))


def _interval(value: float, without: Floats, scale: Scale, sizes: Integers, groups: int) -> Interval | None:
    """The interval of a figure that comes to `without` when parts of these sizes are left out, each once."""
    quantile = _student(sizes)
    if scale == "share":
        clips = int(sizes.sum())
        return _of_share(value, quantile, quantile * _deviation(value, without), clips, groups)
    sign = -1.0 if scale == "explained" else 1.0  # what is left of the variance is an error
    offset = 1.0 if scale == "explained" else 0.0
    if offset + sign * value <= 0.0 or (offset + sign * without).min() <= 0.0:
        return None
    middle = math.log(offset + sign * value)
    half = quantile * _deviation(middle, np.log(offset + sign * without))
    bounds = sorted(sign * (math.exp(end) - offset) for end in (middle - half, middle + half))
    return bounds[0], bounds[1]


def _of_share(share: float, quantile: float, half: float, clips: int, groups: int) -> Interval:
    if not 0.0 < share < 1.0:
        return wilson(share * groups, groups)
    half = max(half, _LEAST_WIDTH * _Z_95 * math.sqrt(share * (1.0 - share) / clips))
    worth = share * (1.0 - share) * (quantile / half) ** 2
    return wilson(share * worth, worth, quantile)


def _deviation(value: float, without: Floats) -> float:
    """Standard deviation of a figure by the jackknife."""
    return math.sqrt((1.0 - 1.0 / len(without)) * float(np.square(without - value).sum()))
