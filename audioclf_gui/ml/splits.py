"""Which examples train, which choose the best epoch, and which are judged once at the end.

`group` keeps whatever belongs together (speaker, site, recording, copies of a file) in one set. The test
set is what the user names, else the fold that came with the data and is called so, or is the last one not
called otherwise, else groups that are dealt out so that every set has about the same mixture of classes.
Validation is a share by group of what is not tested: the best epoch is chosen on it, tests are read once.

Where too few groups are left to spare some, and with `fold:NAME`, there is no third set: everything else
trains, nothing is chosen on the clips that are measured, and the weights at the end of the schedule are
kept.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.mixtures import Subset
from audioclf_gui.core.spelling import name_of, natural
from audioclf_gui.core.split_names import subset_of_fold
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.core.usable import faults_remedy, unusable_text
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.dealing import deal, spare
from audioclf_gui.ml.grouping import (
    examples_by_title,
    groups_of,
    singly,
    together,
    without_copies,
)
from audioclf_gui.ml.held_out import HeldOut, held_out
from audioclf_gui.ml.presets import AsGiven
from audioclf_gui.ml.split_errors import (
    all_alike,
    check_left,
    check_resolved,
    nothing_known,
    one_group,
    one_of_each,
    too_many_folds,
    unknown_name,
)
from audioclf_gui.ml.split_notes import (
    absent_notes,
    copied_files_note,
    copies_note,
    fewer_folds_note,
    folds_not_used_note,
    left_out_note,
    straddling_note,
    tests_trained_on_note,
)

Indices = tuple[int, ...]

USUAL_FOLDS = 5
"""How many are made where the data has none and nobody says how many."""

_FAIR = 1.5  # validation is at most so many times its share, or training would lose too much to it
_RANDOM_FLATTERS = Text(
    "The split is random: clips of one recording may be in training and test, so the figures flatter"
    " the model."
)
_TOO_FEW_GROUPS = Text(
    "There are too few groups to keep some for validation: no epoch was chosen, and the weights at the"
    " end of training were measured."
)


@dataclass(frozen=True, slots=True)
class Split:
    """Places in `TrainingData.examples`; the three sets share none, nor the sound of any file."""

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

    def as_given(self, reference: AsGiven) -> "Split":
        """As the authors of a reference system had it; most chose no epoch, and had no third set."""
        if reference.has_test_set or not self.test:
            return self if reference.chooses_epoch else replace(self, selection="last")
        train = tuple(sorted((*self.train, *self.valid)))
        return replace(self, train=train, valid=self.test, test=(), selection="last")

    def groups(self, data: TrainingData) -> dict[str, int]:
        """How many groups each set has."""
        sets = {"train": self.train, "valid": self.valid, "test": self.test}
        return {name: len(groups_of(data.examples[at] for at in chosen)) for name, chosen in sets.items()}


def make_split(
    data: TrainingData,
    validate: str,
    test: str = "",
    *,
    valid_share: float = 0.15,
    test_share: float = 0.15,
    seed: int = 0,
) -> Split:
    """Divide the examples as `validate` (group, fold:NAME or random:SHARE) and `test` say.

    Parameters
    ----------
    test
        The groups or folds of the test set, see `held_out`; empty where `validate` is not group.

    Raises
    ------
    UserError
        If nothing can be learnt or measured: no examples, one class, one group, an unknown fold or group.
    """
    check_trainable(data)
    kind, _, rest = validate.partition(":")
    rng = np.random.default_rng(seed)
    if kind == "fold":
        return hold_out_fold(data, rest)
    if kind == "random":
        return _random(data, float(rest), min(valid_share, (1.0 - float(rest)) / 2), rng)
    if named := held_out(test):
        return _by_named_test(data, named, valid_share, rng)
    folds = fold_names(data)
    if not folds:
        return _by_groups(data, valid_share, test_share, rng)
    split = _by_folds(data, folds, valid_share, rng)
    trained_on = {name for at in split.train if _is(name := data.examples[at].fold, Subset.TEST)}
    return replace(split, notes=(*tests_trained_on_note(trained_on), *split.notes))


def check_trainable(data: TrainingData) -> None:
    """UserError unless there is something to tell apart: two classes, two sets of them, two unlike values."""
    if len({example.target for example in data.examples}) >= 2:
        check_resolved(data)
        return
    reason, remedy = all_alike(data) if data.examples else nothing_known(data)
    unusable = {name: faults for name, faults in data.faults.items() if name in data.unused}
    if unusable:
        told = [unusable_text(name, faults) for name, faults in unusable.items()]
        reason = listed([reason, *told] if data.examples else told, "; ")
        remedy = faults_remedy(sum(map(Counter, unusable.values()), Counter()))
    raise UserError(reason, remedy=remedy)


def fold_names(data: TrainingData) -> tuple[str, ...]:
    """The folds that came with the data, in natural order; none unless every example is in one of several."""
    return usable_folds({example.fold for example in data.examples})


def usable_folds(names: Collection[str]) -> tuple[str, ...]:
    """The folds of examples, "" for those in none, as `fold_names` gives them."""
    return () if "" in names or len(names) < 2 else tuple(sorted(names, key=natural))


def hold_out_fold(data: TrainingData, name: str) -> Split:
    """Everything outside the fold trains; the fold is what is measured."""
    valid = tuple(at for at, example in enumerate(data.examples) if example.fold == name)
    outside = tuple(at for at, example in enumerate(data.examples) if example.fold != name)
    if not valid or not outside:
        known = sorted({example.fold for example in data.examples} - {""}, key=natural)
        raise UserError(
            Text("every clip is in fold {name!r}", name=name)
            if valid
            else Text("the labelled clips have no fold called {name!r}", name=name),
            remedy=Text("Use one of: {folds}.", folds=joined(known))
            if len(known) > 1
            else Text("Choose validation by group."),
        )
    train = without_copies(data, outside, valid)
    left_out = left_out_note(data, set(outside) - set(train))
    check_left(data, train, left_out)
    notes = (
        *left_out,
        *straddling_note(data, (train, valid)),
        *absent_notes(data, train=train, fold=valid),
    )
    return Split(train, valid, (), Text("fold {name} held out", name=name), "last", notes)


def cross_validation(
    data: TrainingData, validate: str, seed: int = 0, wanted: int | None = None
) -> list[tuple[str, Split]]:
    """Each fold held out once.

    Parameters
    ----------
    wanted
        Into how many folds whole groups are dealt; by default the data's own folds are taken, else five (or
        fewer) are made.

    Raises
    ------
    UserError
        If there are fewer groups than folds are wanted, or nothing can be learnt or measured.
    """
    check_trainable(data)
    names = fold_names(data)
    is_random = validate.startswith("random")
    if names and not is_random and wanted is None:
        return [(name, hold_out_fold(data, name)) for name in names]
    groups = singly(data) if is_random else together(data)
    there = len(set(groups))
    if there < 2:
        raise one_group(data)
    if wanted is not None and wanted > there:
        raise too_many_folds(wanted, there, is_random=is_random)
    count = wanted or min(USUAL_FOLDS, there)
    places = deal(data, groups, [1.0 / count] * count, np.random.default_rng(seed))
    used = np.unique(places)  # classes of few groups leave the last folds empty
    if len(used) < 2:
        raise one_of_each(is_random=is_random)
    found = []
    told = fewer_folds_note(len(used), wanted)
    if wanted is None and not is_random:
        told = folds_not_used_note(data)
    for number, fold in enumerate(used, start=1):
        train, valid = _where(places != fold), _where(places == fold)
        check_left(data, train)
        copies = copied_files_note(data) if is_random else copies_note(data)
        notes = (*told, *copies, *absent_notes(data, train=train, fold=valid))
        method = _made_folds(len(used), "" if is_random else data.grouped_by, number)
        found.append((str(number), Split(train, valid, (), method, "last", notes)))
    return found


def _by_groups(data: TrainingData, valid_share: float, test_share: float, rng: np.random.Generator) -> Split:
    groups = together(data)
    if len(set(groups)) < 2:
        raise one_group(data)
    method = Text("by {groups}", groups=data.grouped_by)
    told = (*folds_not_used_note(data), *copies_note(data))
    places = deal(data, groups, [1.0 - valid_share - test_share, valid_share, test_share], rng)
    train, valid, test = (_where(places == part) for part in range(3))
    if test and _is_fair(valid, train, valid_share / (1.0 - test_share)):
        notes = (*told, *absent_notes(data, train=train, validation=valid, test=test))
        return Split(train, valid, test, method, "best", notes)
    held = test or valid or tuple(spare(data, groups, valid_share))
    if not held:
        raise one_of_each(is_random=False)
    train = tuple(sorted(set(range(len(data.examples))) - set(held)))
    return _two_sets(data, train, held, method, told)


def _is(fold: str, subset: Subset) -> bool:
    return subset_of_fold(fold) is subset


def _for_test(folds: Sequence[str]) -> str:
    """The first that is called a test set, else the last that is called nothing, else one for validation."""
    called: dict[Subset | None, str] = {subset_of_fold(name): name for name in folds}
    first = next((name for name in folds if _is(name, Subset.TEST)), None)
    return first or called.get(None) or called.get(Subset.VALID) or folds[-1]


def _by_folds(
    data: TrainingData, folds: tuple[str, ...], valid_share: float, rng: np.random.Generator
) -> Split:
    test_fold = _for_test(folds)
    others = [name for name in folds if name != test_fold]
    named = next((name for name in others if _is(name, Subset.VALID)), None)
    test = tuple(at for at, example in enumerate(data.examples) if example.fold == test_fold)
    if named is None or len(others) == 1:
        return _validated(data, test, valid_share, rng, Text("fold {test} is the test set", test=test_fold))
    method = Text("fold {test} is the test set, fold {valid} the validation set", test=test_fold, valid=named)
    in_valid = tuple(at for at, example in enumerate(data.examples) if example.fold == named)
    in_train = tuple(at for at, example in enumerate(data.examples) if example.fold not in (test_fold, named))
    valid = without_copies(data, in_valid, test)
    train = without_copies(data, in_train, (*test, *valid))
    left_out = left_out_note(data, {*in_valid, *in_train} - {*valid, *train})
    check_left(data, train, left_out)
    if not valid:
        return _two_sets(data, train, test, method, left_out)
    notes = (
        *left_out,
        *straddling_note(data, (train, valid, test)),
        *absent_notes(data, train=train, validation=valid, test=test),
    )
    return Split(train, valid, test, method, "best", notes)


def _by_named_test(data: TrainingData, named: HeldOut, valid_share: float, rng: np.random.Generator) -> Split:
    """The test set is the groups or folds of these names."""
    known: Mapping[str, Sequence[int]]
    if named.kind == "group":
        known = examples_by_title(data)
    else:
        folds = {example.fold for example in data.examples} - {""}
        known = {name: [at for at, one in enumerate(data.examples) if one.fold == name] for name in folds}
    chosen = [name if name in known else name_of(name) for name in named.names]
    for name in chosen:
        if name not in known:
            raise unknown_name(named.kind, name, known)
    test = tuple(sorted({at for name in chosen for at in known[name]}))
    if len(test) == len(data.examples):
        raise UserError(
            Text("every labelled clip is in the test set, so none is left to learn from"),
            remedy=Text("Name fewer groups."),
        )
    names = joined(chosen)
    n = len(named.names)
    method = (
        Text("group {names} is the test set", "groups {names} are the test set", n=n, names=names)
        if named.kind == "group"
        else Text("fold {names} is the test set", "folds {names} are the test set", n=n, names=names)
    )
    return _validated(data, test, valid_share, rng, method)


def _validated(
    data: TrainingData, test: Indices, valid_share: float, rng: np.random.Generator, method: Text
) -> Split:
    """Train on all outside the test set but a share, by group, that chooses the epoch."""
    outside = tuple(sorted(set(range(len(data.examples))) - set(test)))
    rest = without_copies(data, outside, test)
    left_out = left_out_note(data, set(outside) - set(rest))
    check_left(data, rest, left_out)
    inner = replace(data, examples=tuple(data.examples[at] for at in rest))
    notes = (*left_out, *copies_note(inner))
    places = deal(inner, together(inner), [1.0 - valid_share, valid_share], rng)
    train, valid = (tuple(rest[at] for at in _where(places == part)) for part in range(2))
    if not _is_fair(valid, train, valid_share):
        return _two_sets(data, rest, test, method, notes)
    notes = (
        *notes,
        *straddling_note(data, (train, valid, test)),
        *absent_notes(data, train=train, validation=valid, test=test),
    )
    method = Text("{test}; validation by {groups} from the rest", test=method, groups=data.grouped_by)
    return Split(train, valid, test, method, "best", notes)


def _two_sets(
    data: TrainingData, train: Indices, held: Indices, method: Text, notes: tuple[Text, ...]
) -> Split:
    """Nothing is chosen on what is measured, since no group can be spared for validation."""
    check_left(data, train)
    notes = (
        _TOO_FEW_GROUPS,
        *notes,
        *straddling_note(data, (train, held)),
        *absent_notes(data, train=train, test=held),
    )
    return Split(train, held, (), method, "last", notes)


def _is_fair(valid: Indices, train: Indices, share: float) -> bool:
    """Whether validation is not empty and has taken about its share of what is not tested, no more."""
    return 0 < len(valid) <= _FAIR * share * (len(valid) + len(train))


def _random(data: TrainingData, test_share: float, valid_share: float, rng: np.random.Generator) -> Split:
    places = deal(data, singly(data), [1.0 - valid_share - test_share, valid_share, test_share], rng)
    train, valid, test = (_where(places == part) for part in range(3))
    held = test or valid or tuple(spare(data, singly(data), valid_share))
    method = Text("random")
    if not (test and valid):
        if not held:
            raise one_of_each(is_random=True)
        train = tuple(sorted(set(range(len(data.examples))) - set(held)))
        return _two_sets(data, train, held, method, (_RANDOM_FLATTERS, *copied_files_note(data)))
    notes = (
        _RANDOM_FLATTERS,
        *copied_files_note(data),
        *straddling_note(data, (train, valid, test)),
        *absent_notes(data, train=train, validation=valid, test=test),
    )
    return Split(train, valid, test, method, "best", notes)


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


def _where(mask: npt.NDArray[np.bool_]) -> Indices:
    return tuple(np.flatnonzero(mask).tolist())
