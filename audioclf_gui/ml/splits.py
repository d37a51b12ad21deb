"""Which examples train, which choose the best epoch, and which are judged once at the end.

`group` keeps whatever belongs together (speaker, site, recording) in one set. A fold column that every
example has comes first: its folds named test and validation, or its last two. Otherwise groups are dealt
out so that every set has about the same mixture of classes. The best epoch is chosen on the validation
set and the test set is read once.

`fold:NAME` trains on everything outside that fold and measures on it. There is no third set then, so
nothing is chosen on the fold: the weights at the end of the schedule are kept.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import TrainingData

Indices = tuple[int, ...]

_ADD_GROUPS = Text(
    "Add recordings from another place, day or speaker, correct the groups, or choose a random split,"
    " which flatters the model."
)
_RANDOM_FLATTERS = Text(
    "The split is random: clips of one recording may be in training and test, so the figures flatter"
    " the model."
)


@dataclass(frozen=True, slots=True)
class Split:
    """Places in `TrainingData.examples`; the three sets share none."""

    train: Indices
    valid: Indices
    test: Indices
    method: Text  # for the report
    selection: Literal["best", "last"]  # epoch with the best validation accuracy, or the schedule's end
    notes: tuple[Text, ...] = ()

    @property
    def measured(self) -> Indices:
        """What the report's figures are about."""
        return self.test or self.valid

    def groups(self, data: TrainingData) -> dict[str, int]:
        """How many groups each set has."""
        sets = {"train": self.train, "valid": self.valid, "test": self.test}
        return {name: len({data.examples[at].group for at in chosen}) for name, chosen in sets.items()}


def make_split(
    data: TrainingData, validate: str, *, valid_share: float = 0.15, test_share: float = 0.15, seed: int = 0
) -> Split:
    """Divide the examples as `validate` (group, fold:NAME or random:SHARE) says.

    Raises
    ------
    UserError
        If nothing can be learnt or measured: no examples, one class, one group, an unknown fold.
    """
    check_trainable(data)
    kind, _, rest = validate.partition(":")
    rng = np.random.default_rng(seed)
    if kind == "fold":
        return hold_out_fold(data, rest)
    if kind == "random":
        return _random(data, float(rest), min(valid_share, (1.0 - float(rest)) / 2), rng)
    folds = fold_names(data)
    return (
        _by_folds(data, folds, valid_share, rng) if folds else _by_groups(data, valid_share, test_share, rng)
    )


def check_trainable(data: TrainingData) -> None:
    """UserError unless there are examples of two classes."""
    if not data.examples:
        raise UserError(Text("no clip is labelled yet"), remedy=Text("Label some clips of each class first."))
    if len({example.class_index for example in data.examples}) < 2:
        name = data.classes[data.examples[0].class_index]
        raise UserError(
            Text("every labelled clip is {name!r}, so there is nothing to tell apart", name=name),
            remedy=Text("Label clips of another class too, for example background."),
        )


def fold_names(data: TrainingData) -> tuple[str, ...]:
    """The folds that came with the data, in natural order; none unless every example is in one of several."""
    return usable_folds({example.fold for example in data.examples})


def usable_folds(names: Collection[str]) -> tuple[str, ...]:
    """The folds of examples, "" for those in none, as `fold_names` gives them."""
    return () if "" in names or len(names) < 2 else tuple(sorted(names, key=_natural))


def hold_out_fold(data: TrainingData, name: str) -> Split:
    """Everything outside the fold trains; the fold is what is measured."""
    valid = tuple(at for at, example in enumerate(data.examples) if example.fold == name)
    train = tuple(at for at, example in enumerate(data.examples) if example.fold != name)
    if not valid or not train:
        known = sorted({example.fold for example in data.examples} - {""}, key=_natural)
        raise UserError(
            Text("every clip is in fold {name!r}", name=name)
            if valid
            else Text("the labelled clips have no fold called {name!r}", name=name),
            remedy=Text("Use one of: {folds}.", folds=", ".join(known))
            if len(known) > 1
            else Text("Choose validation by group."),
        )
    notes = (*_straddling(data, (train, valid)), *_absent(data, train=train, fold=valid))
    return Split(train, valid, (), Text("fold {name} held out", name=name), "last", notes)


def cross_validation(data: TrainingData, validate: str, seed: int = 0) -> list[tuple[str, Split]]:
    """Each fold held out once: the data's own folds, else five (or fewer) made of whole groups."""
    check_trainable(data)
    names = fold_names(data)
    if names and not validate.startswith("random"):
        return [(name, hold_out_fold(data, name)) for name in names]
    groups = _identities(data) if validate.startswith("random") else _groups(data)
    count = min(5, len(set(groups)))
    if count < 2:
        raise _one_group(data)
    places = _deal(data, groups, [1.0 / count] * count, np.random.default_rng(seed))
    found = []
    for fold in range(count):
        train, valid = _where(places != fold), _where(places == fold)
        notes = _absent(data, train=train, fold=valid)
        method = _made_folds(count, "" if validate.startswith("random") else data.grouped_by, fold + 1)
        found.append((str(fold + 1), Split(train, valid, (), method, "last", notes)))
    return [(name, split) for name, split in found if split.valid]


def _by_groups(data: TrainingData, valid_share: float, test_share: float, rng: np.random.Generator) -> Split:
    groups = _groups(data)
    if len(set(groups)) < 2:
        raise _one_group(data)
    places = _deal(data, groups, [1.0 - valid_share - test_share, valid_share, test_share], rng)
    _fill_validation(data, groups, places, valid_share)
    train, valid, test = (_where(places == part) for part in range(3))
    notes = _absent(data, train=train, validation=valid, test=test)
    if not test:
        few = Text("There are too few groups for a test set: the figures are of the validation set.")
        notes = (few, *notes)
    return Split(train, valid, test, Text("by {groups}", groups=data.grouped_by), "best", notes)


def _by_folds(
    data: TrainingData, folds: tuple[str, ...], valid_share: float, rng: np.random.Generator
) -> Split:
    test_fold = next((name for name in folds if name.lower().startswith(("test", "eval"))), folds[-1])
    others = [name for name in folds if name != test_fold]
    named = next((name for name in others if name.lower().startswith(("val", "dev"))), None)
    test = tuple(at for at, example in enumerate(data.examples) if example.fold == test_fold)
    rest = tuple(at for at, example in enumerate(data.examples) if example.fold != test_fold)
    if named is None and len(others) == 1:
        inner = TrainingData(
            data.classes, data.class_ids, tuple(data.examples[at] for at in rest), data.grouped_by
        )
        places = _deal(inner, _groups(inner), [1.0 - valid_share, valid_share], rng)
        _fill_validation(inner, _groups(inner), places, valid_share)
        train, valid = (tuple(rest[at] for at in _where(places == part)) for part in range(2))
        method = Text(
            "fold {test} is the test set; validation by {groups} from fold {valid}",
            test=test_fold,
            groups=data.grouped_by,
            valid=others[0],
        )
    else:
        valid_fold = named or others[-1]
        valid = tuple(at for at in rest if data.examples[at].fold == valid_fold)
        train = tuple(at for at in rest if data.examples[at].fold != valid_fold)
        method = Text(
            "fold {test} is the test set, fold {valid} the validation set", test=test_fold, valid=valid_fold
        )
    notes = (
        *_straddling(data, (train, valid, test)),
        *_absent(data, train=train, validation=valid, test=test),
    )
    return Split(train, valid, test, method, "best", notes)


def _random(data: TrainingData, test_share: float, valid_share: float, rng: np.random.Generator) -> Split:
    groups = _identities(data)
    places = _deal(data, groups, [1.0 - valid_share - test_share, valid_share, test_share], rng)
    _fill_validation(data, groups, places, valid_share)
    train, valid, test = (_where(places == part) for part in range(3))
    notes = (
        _RANDOM_FLATTERS,
        *_straddling(data, (train, valid, test)),
        *_absent(data, train=train, validation=valid, test=test),
    )
    return Split(train, valid, test, Text("random"), "best", notes)


def _deal(
    data: TrainingData, groups: Sequence[str], shares: Sequence[float], rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """For each example the set its group falls to, so that sets keep the mixture of classes.

    Groups come in order of size, largest first; each goes where it brings the sets' class counts
    nearest to their share (least squares, classes weighted equally). Shape (examples,).
    """
    names = sorted(set(groups))
    number = {name: place for place, name in enumerate(names)}
    counts = np.zeros((len(names), len(data.classes)))
    for name, example in zip(groups, data.examples, strict=True):
        counts[number[name], example.class_index] += 1
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
        _every_class_trains(data, groups, places)
    return places


def _every_class_trains(data: TrainingData, groups: Sequence[str], places: npt.NDArray[np.int64]) -> None:
    """Move the smallest group of a class that training (set 0) would lack into it."""
    sizes = Counter(groups)
    trained = {data.examples[at].class_index for at in _where(places == 0)}
    for index in range(len(data.classes)):
        if index in trained:
            continue
        of_class = {
            group for group, one in zip(groups, data.examples, strict=True) if one.class_index == index
        }
        if of_class:
            moved = min(of_class, key=lambda name: (sizes[name], name))
            places[[group == moved for group in groups]] = 0


def _fill_validation(
    data: TrainingData, groups: Sequence[str], places: npt.NDArray[np.int64], share: float
) -> None:
    """Give validation (set 1) something: the test set, else small groups that training can spare.

    At most one of each class, until validation has its share of the examples.
    """
    if (places == 1).any():
        return
    if (places == 2).any():
        places[places == 2] = 1
        return
    members: dict[str, list[int]] = {}
    for at, name in enumerate(groups):
        members.setdefault(name, []).append(at)
    left = Counter(example.class_index for example in data.examples)
    spared: set[int] = set()
    for name in sorted(members, key=lambda name: (len(members[name]), name)):
        taken = Counter(data.examples[at].class_index for at in members[name])
        if not spared & taken.keys() and all(left[index] > count for index, count in taken.items()):
            places[members[name]] = 1
            spared |= taken.keys()
            if (places == 1).sum() >= share * len(places):
                break
    if not spared:
        raise UserError(
            Text("each class comes from one group only, so none of it can be kept for validation"),
            remedy=_ADD_GROUPS,
        )


def _one_group(data: TrainingData) -> UserError:
    group = data.examples[0].group
    return UserError(
        Text("all labelled clips come from one file, so none can be kept for validation")
        if group.startswith("file:")
        else Text(
            "all labelled clips come from one group, {group!r}, so none can be kept for validation",
            group=group,
        ),
        remedy=_ADD_GROUPS,
    )


def _made_folds(count: int, grouped_by: str, number: int) -> Text:
    """How the folds came about; not grouped at all where `grouped_by` is empty."""
    if not grouped_by:
        return Text(
            "{n} fold made of single clips, which flatters the model; fold {number:d} held out",
            "{n} folds made of single clips, which flatters the model; fold {number:d} held out",
            n=count,
            number=number,
        )
    return Text(
        "{n} fold made by {groups}; fold {number:d} held out",
        "{n} folds made by {groups}; fold {number:d} held out",
        n=count,
        groups=grouped_by,
        number=number,
    )


def _absent(data: TrainingData, **sets: Indices) -> tuple[Text, ...]:
    """Which classes sets lack that are not empty."""
    notes = []
    for name, chosen in sets.items():
        seen = {data.examples[at].class_index for at in chosen}
        absent = [known for place, known in enumerate(data.classes) if place not in seen]
        if chosen and absent:
            notes.append(_absent_from(name, ", ".join(absent)))
    return tuple(notes)


def _absent_from(name: str, classes: str) -> Text:
    match name:
        case "train":
            return Text("No clip in training: {classes}.", classes=classes)
        case "validation":
            return Text("No clip in validation: {classes}.", classes=classes)
        case "fold":
            return Text("No clip in the fold: {classes}.", classes=classes)
    return Text("No clip in test: {classes}.", classes=classes)


def _straddling(data: TrainingData, sets: Iterable[Indices]) -> tuple[Text, ...]:
    seen = Counter(group for chosen in sets for group in {data.examples[at].group for at in chosen})
    count = sum(times > 1 for times in seen.values())
    if not count:
        return ()
    return (
        Text(
            "{n} group is in more than one set: the figures may flatter the model.",
            "{n} groups are in more than one set: the figures may flatter the model.",
            n=count,
        ),
    )


def _groups(data: TrainingData) -> list[str]:
    return [example.group for example in data.examples]


def _identities(data: TrainingData) -> list[str]:
    return [f"{at:09}" for at in range(len(data.examples))]


def _where(mask: npt.NDArray[np.bool_]) -> Indices:
    return tuple(np.flatnonzero(mask).tolist())


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part
    )
