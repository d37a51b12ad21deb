"""How good models of few, more and all of the labels are, and what more labels would bring."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.grouping import counted_to
from audioclf_gui.ml.intervals import Chosen, of_difference
from audioclf_gui.ml.learning_curve_values import ClassGain, CurvePoint, LearningCurve
from audioclf_gui.ml.power_law import fitted_law
from audioclf_gui.ml.splits import Split
from audioclf_gui.ml.unlearnt_scores import UnlearntScores, groups_among, interval_of, shared

SHARES = (0.125, 0.25, 0.5, 0.75, 1.0)
"""Of what a fold learns from."""

_LEAST_STEP = 1.1  # by which a size differs from the one before, or it is left out


def nested(data: TrainingData, split: Split, rng: np.random.Generator) -> list[Split]:
    """Splits whose training sets are growing parts of that of `split`, made of whole groups.

    Groups come by chance, those of each class evenly spread, and the first of each class before all others,
    so that even the smallest part knows every class. Parts that come out alike are one.
    """
    groups = counted_to([data.examples[at] for at in split.train])
    members: dict[str, list[int]] = {}
    for at, group in zip(split.train, groups, strict=True):
        members.setdefault(group, []).append(at)
    names = sorted(members)
    of_class: dict[tuple[int, ...], list[str]] = {}
    for at in rng.permutation(len(names)).tolist():
        of_class.setdefault(_commonest(data, members[names[at]]), []).append(names[at])
    keyed = sorted(
        ((place + rng.random()) / len(own) if place else -1.0, name)
        for own in of_class.values()
        for place, name in enumerate(own)
    )
    sizes = np.cumsum([len(members[name]) for _, name in keyed])
    first = sizes[sum(key < 0.0 for key, _ in keyed) - 1]
    found: list[Split] = []
    for share in SHARES:
        count = int(np.searchsorted(sizes, max(first, share * sizes[-1]) - 0.5)) + 1
        train = tuple(sorted(at for _, name in keyed[:count] for at in members[name]))
        found.append(Split(train, split.valid, split.test, split.method, split.selection))
    return found


def _commonest(data: TrainingData, places: Sequence[int]) -> tuple[int, ...]:
    """The classes that most of these examples are of."""
    counts: dict[tuple[int, ...], int] = {}
    for at in places:
        counts[data.examples[at].classes] = counts.get(data.examples[at].classes, 0) + 1
    return max(sorted(counts), key=counts.__getitem__)


def learning_curve(
    data: TrainingData, sizes: Sequence[float], answers: Sequence[Sequence[UnlearntScores]]
) -> LearningCurve:
    """What was answered with parts of the labels, drawn as a curve and drawn on.

    Parameters
    ----------
    sizes
        How many labels each part had on average, in growing order; the last is all of them.
    answers
        For each size the scores of each repeat.
    """
    flat = shared(one for repeats in answers for one in repeats)
    count = len(answers[0])
    rows = [flat[at : at + count] for at in range(0, len(flat), count)]
    kept = _apart(sizes)
    sizes, rows = [sizes[at] for at in kept], [rows[at] for at in kept]
    groups = groups_among(data, flat[0].places)
    everything = np.ones(len(groups), np.bool_)
    objective = flat[0].objective
    points = tuple(
        CurvePoint(
            size, mean_figure(row, everything), interval_of(partial(mean_figure, row), objective, groups)
        )
        for size, row in zip(sizes, rows, strict=True)
    )

    def gain(chosen: Chosen) -> float:
        law = fitted_law(sizes, [1.0 - mean_figure(row, chosen) for row in rows])
        now, then = law.error([sizes[-1], 2.0 * sizes[-1]]).tolist()
        return float(now - then)

    law = fitted_law(sizes, [1.0 - point.figure for point in points])
    return LearningCurve(
        points,
        law,
        gain(everything),
        of_difference(gain, groups, of_shares=objective.has_classes),
        _gains(data, sizes, rows),
    )


def mean_figure(repeats: Sequence[UnlearntScores], chosen: Chosen) -> float:
    """The figure of the chosen examples, on average over repeats."""
    return float(np.mean([one.figure(chosen) for one in repeats]))


def _apart(sizes: Sequence[float]) -> list[int]:
    """The places of the sizes that differ enough, the last among them."""
    kept = [len(sizes) - 1]
    for at in range(len(sizes) - 2, -1, -1):
        if sizes[kept[-1]] >= _LEAST_STEP * sizes[at]:
            kept.append(at)
    return kept[::-1]


def _gains(
    data: TrainingData, sizes: Sequence[float], rows: Sequence[Sequence[UnlearntScores]]
) -> tuple[ClassGain, ...]:
    if not data.classes:
        return ()
    half = int(np.abs(np.asarray(sizes) - sizes[-1] / 2.0).argmin())
    counts = data.counts()
    found = [
        ClassGain(name, counts[place], *(_found_share(rows[at], place) for at in (half, -1)))
        for place, name in enumerate(data.classes)
        if rows[0][0].wanted[:, place].any()
    ]
    return tuple(sorted(found, key=lambda one: (-one.gain, one.name)))


def _found_share(repeats: Sequence[UnlearntScores], place: int) -> float:
    """Which share of the examples of a class is found; of sets, where its score is above a half."""
    return float(np.mean([_hits(one, place).mean() for one in repeats]))


def _hits(one: UnlearntScores, place: int) -> npt.NDArray[np.bool_]:
    scores = one.scores[one.wanted[:, place] >= 0.5]
    if one.objective.kind == "single-label":
        hits: npt.NDArray[np.bool_] = scores.argmax(axis=1) == place
        return hits
    return scores[:, place] >= 0.5
