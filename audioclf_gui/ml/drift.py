"""Whether new sound is unlike the training data: how far off each measure is, and where an alarm begins."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

LEAST_GROUPS = 6  # of the training data; among fewer nobody can tell how much groups differ
_DRAWS = 400
_TINY = 1e-9
_KINDS = 4  # of figures: PSI, KS, shift and distance
_FALSE_ALARMS = 0.01  # of all kinds of figures together (Bonferroni)
_BINS = 10
_LEAST_USUAL = (0.02, 0.05, 0.05, 0.1)  # of PSI, KS, shift and distance: smaller ones are luck
_LEAST_SD = 0.5  # of a measure, in its unit: a training set that never varies does not alarm at a hair


@dataclass(frozen=True, slots=True)
class MeasureDrift:
    """One measure in new sound against the training data, each figure with the line above which it alarms."""

    before: float  # mean over the training data
    now: float
    psi: float  # population stability index
    psi_line: float
    ks: float  # Kolmogorov-Smirnov statistic, 0 to 1
    ks_line: float
    shift: float  # distance of the means in standard deviations of the training data
    shift_line: float

    @property
    def is_alarming(self) -> bool:
        """Whether any figure is above its line."""
        return max(self.ratios) > 1.0

    @property
    def ratios(self) -> tuple[float, float, float]:
        """Each figure in units of its line."""
        return self.psi / self.psi_line, self.ks / self.ks_line, self.shift / self.shift_line


@dataclass(frozen=True, slots=True)
class Drift:
    """All measures of new sound against the training data."""

    measures: tuple[MeasureDrift, ...]
    distance: float  # Mahalanobis distance of the mean of all measures
    distance_line: float

    @property
    def is_alarming(self) -> bool:
        """Whether this differs more than groups of the training data differ from each other."""
        return max(self.ratios) > 1.0

    @property
    def ratios(self) -> tuple[float, ...]:
        """Every figure in units of its line, the distance last."""
        return *(ratio for one in self.measures for ratio in one.ratios), self.distance / self.distance_line


class Reference:
    """The training data, to which new sound is compared.

    Parameters
    ----------
    values : shape (n, measures)
    groups : int, shape (n,)
        The number of each row's group, from 0; `LEAST_GROUPS` of them at least.
    kinds : int
        How many kinds of figures share the false alarms, those of other references to the same data among
        them.
    only_distance : bool
        Whether the measures mean nothing each by itself, so that only their mean is compared.

    Notes
    -----
    Population stability index: Siddiqi, Credit Risk Scorecards (2006), over deciles of the training data with
    half a case added to each bin. Covariance with shrinkage: Ledoit and Wolf (2004).
    """

    def __init__(
        self,
        values: Values,
        groups: npt.NDArray[np.int64],
        *,
        kinds: int = _KINDS,
        least_sd: float = _LEAST_SD,
        only_distance: bool = False,
    ) -> None:
        self._values, self._groups = values, groups
        self._confidence = 1.0 - _FALSE_ALARMS / kinds
        self._only_distance = only_distance
        self._lines_by_rows: dict[int, Values] = {}
        self._sd = np.maximum(values.std(axis=0), least_sd)
        self._precision = _precision(values / self._sd)

    def drift(self, new: Values, rows: int | None = None) -> Drift:
        """Compare new sound (m, measures) with the training data.

        Parameters
        ----------
        new : shape (m, measures)
        rows : int, optional
            How many rows the lines are for, m at most; default: m. Lines are kept, and fewer rows have
            higher ones.

        Notes
        -----
        The lines come from the training data itself. Again and again some of its groups, as few as hold as
        many rows, are compared with all others. What counts of each draw is the largest figure of a kind,
        each in units of its median (as in Westfall and Young's max-T). The line is the upper end of the
        prediction interval of one more such value, whose logarithm is taken for normal: with Student's t of
        as many degrees of freedom as there are groups but one. So new speakers or sites of the same kind
        rarely alarm, whatever the number of measures, and the line is higher where few groups tell it.
        """
        found = self._figures(self._values, new)
        rows = len(new) if rows is None else rows
        if rows not in self._lines_by_rows:
            self._lines_by_rows[rows] = self._lines_for(rows)
        lines = self._lines_by_rows[rows]
        if self._only_distance:
            return Drift((), float(found[-1]), float(lines[-1]))
        psi, ks, shift, _distance = self._places
        columns = (
            self._values.mean(axis=0),
            new.mean(axis=0),
            *(values[part] for part in (psi, ks, shift) for values in (found, lines)),
        )
        measures = tuple(MeasureDrift(*row) for row in np.transpose(columns).tolist())
        return Drift(measures, float(found[-1]), float(lines[-1]))

    def distances(self, new: Values) -> Values:
        """Mahalanobis distance of each row (m, measures) from the mean of the training data, (m,)."""
        moved = (new - self._values.mean(axis=0)) / self._sd
        squared: Values = np.einsum("ij,jk,ik->i", moved, self._precision, moved)
        return np.sqrt(np.maximum(0.0, squared))

    @property
    def _places(self) -> tuple[slice, ...]:
        """Of each kind among the figures."""
        count = 0 if self._only_distance else self._values.shape[1]
        return *(slice(at * count, (at + 1) * count) for at in range(3)), slice(3 * count, None)

    def _lines_for(self, rows: int) -> Values:
        """Where the figures of so many rows alarm."""
        generator = np.random.default_rng(0)
        drawn = np.array([self._drawn(rows, generator) for _ in range(_DRAWS)])
        return np.concatenate(
            [
                self._lines(drawn[:, place], least)
                for place, least in zip(self._places, _LEAST_USUAL, strict=True)
                if place.start != place.stop
            ]
        )

    def _lines(self, drawn: Values, least: float) -> Values:
        """Where figures of one kind alarm, from draws (n, measures) of them."""
        from scipy.stats import t

        usual = np.maximum(np.median(drawn, axis=0), least)
        largest = np.log(np.maximum((drawn / usual).max(axis=1), _TINY))
        groups = int(self._groups.max()) + 1
        reach = float(t.ppf(self._confidence, groups - 1)) * math.sqrt(1.0 + 1.0 / groups)
        return usual * math.exp(float(largest.mean()) + reach * float(largest.std()))

    def _drawn(self, rows: int, generator: np.random.Generator) -> Values:
        """The figures of some groups against all others."""
        total = len(self._values)
        order = generator.permutation(int(self._groups.max()) + 1)
        sizes = np.cumsum(np.bincount(self._groups)[order])
        taken = min(int(np.searchsorted(sizes, min(rows, total // 2))) + 1, len(order) - 1)
        chosen = np.isin(self._groups, order[:taken])
        held = generator.permutation(np.flatnonzero(chosen))[:rows]
        return self._figures(self._values[~chosen], self._values[held])

    def _figures(self, before: Values, now: Values) -> Values:
        """PSI, KS and shift of each measure, and last the distance."""
        moved = (now.mean(axis=0) - before.mean(axis=0)) / self._sd
        # of `before` alone: what new sound is compared with does not know of it either
        distance = np.sqrt(max(0.0, float(moved @ _precision(before / self._sd) @ moved)))
        if self._only_distance:
            return np.array([distance])
        columns = list(zip(before.T, now.T, strict=True))
        psi = [_psi(one, other) for one, other in columns]
        ks = [_ks(one, other) for one, other in columns]
        return np.concatenate([psi, ks, np.abs(moved), [distance]])


def _precision(values: Values) -> Values:
    """Inverse of the covariance of rows, shrunk."""
    from sklearn.covariance import LedoitWolf

    precision: Values = LedoitWolf().fit(values).precision_
    return precision


def _psi(before: Values, now: Values) -> float:
    edges = np.unique(np.quantile(before, np.linspace(0.0, 1.0, _BINS + 1)[1:-1]))
    shares = []
    for values in (before, now):
        counts = np.bincount(np.searchsorted(edges, values, side="right"), minlength=len(edges) + 1) + 0.5
        shares.append(counts / counts.sum())
    return float(np.sum((shares[1] - shares[0]) * np.log(shares[1] / shares[0])))


def _ks(before: Values, now: Values) -> float:
    """The largest distance of two empirical distribution functions."""
    both = np.concatenate([before, now])
    first, second = (
        np.searchsorted(np.sort(values), both, side="right") / len(values) for values in (before, now)
    )
    return float(np.abs(first - second).max())
