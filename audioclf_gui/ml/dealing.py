"""Dealing groups out to sets, so that every set has about the same mixture of classes."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.dataset import TrainingData

_PARTS = 4  # that the values of a number are put into, equally many in each

Places = npt.NDArray[np.int64]
"""For each example the set that it is in, shape (examples,)."""


def deal(
    data: TrainingData, groups: Sequence[str], shares: Sequence[float], rng: np.random.Generator
) -> Places:
    """For each example the set its group falls to, so that sets keep the mixture of classes.

    Of a number, low, middling and high values are such classes.

    Groups come in order of size, largest first; each goes where it brings the sets' class counts
    nearest to their share (least squares, classes weighted equally). Where shares differ, the first set
    is for training: it has an example of every class.
    """
    names = sorted(set(groups))
    number = {name: place for place, name in enumerate(names)}
    kinds, count = _kinds(data)
    counts = np.zeros((len(names), count))
    for name, own in zip(groups, kinds, strict=True):
        counts[number[name], own] += 1
    totals = np.maximum(counts.sum(axis=0), 1.0)
    short = np.outer(shares, counts.sum(axis=0))  # what each set still wants of each class
    order = rng.permutation(len(names))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    chosen = np.zeros(len(names), np.int64)
    for at in order:
        cost = (counts[at] * (counts[at] - 2.0 * short) / totals).sum(axis=1)
        chosen[at] = int(cost.argmin())
        short[chosen[at]] -= counts[at]
    places = chosen[[number[name] for name in groups]]
    if len(set(shares)) > 1:
        train_every_class(data, groups, places)
    return places


def _kinds(data: TrainingData) -> tuple[list[tuple[int, ...]], int]:
    """For each example the places of what it is to be dealt out by, and how many of these there are."""
    if data.classes:
        none = len(data.classes)
        return [example.classes or (none,) for example in data.examples], none + 1
    values = np.array([example.target for example in data.examples], np.float64)
    ranks = values.argsort(kind="stable").argsort()
    return [(int(rank) * _PARTS // len(ranks),) for rank in ranks], _PARTS


def train_every_class(data: TrainingData, groups: Sequence[str], places: Places) -> None:
    """Move the smallest group of a class that training (set 0) would lack into it."""
    sizes = Counter(groups)
    trained = {place for at in np.flatnonzero(places == 0) for place in data.examples[at].classes}
    for index in range(len(data.classes)):
        if index in trained:
            continue
        of_class = {group for group, one in zip(groups, data.examples, strict=True) if index in one.classes}
        if of_class:
            moved = min(of_class, key=lambda name: (sizes[name], name))
            places[[group == moved for group in groups]] = 0


def spare(data: TrainingData, groups: Sequence[str], share: float) -> list[int]:
    """Examples of small groups that training can spare, none if each class comes from one group only.

    At most one group of each class, until they have their share of the examples.
    """
    members: dict[str, list[int]] = {}
    for at, name in enumerate(groups):
        members.setdefault(name, []).append(at)
    left = Counter(place for example in data.examples for place in example.classes)
    spared: set[int] = set()
    found: list[int] = []
    for name in sorted(members, key=lambda name: (len(members[name]), name)):
        taken = Counter(place for at in members[name] for place in data.examples[at].classes)
        if not spared & taken.keys() and all(left[index] > count for index, count in taken.items()):
            found += members[name]
            spared |= taken.keys()
            if len(found) >= share * len(groups):
                break
    return sorted(found)
