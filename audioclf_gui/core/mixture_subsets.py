"""Dealing the groups of sounds out to training, validation and test before anything is mixed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.mixtures import MixtureSettings, SoundSource, Subset
from audioclf_gui.core.seeded import ranked
from audioclf_gui.core.spelling import natural
from audioclf_gui.core.split_names import subset_of_fold
from audioclf_gui.core.text import Text, quoted

Dealt = dict[str, Subset]
"""The subset of each group."""

_MORE_GROUPS = Text(
    "Give the clips groups (speaker, site, recording) that are more than the subsets, or ask for no mixtures"
    " of one subset."
)


def dealt_out(sources: Sequence[SoundSource], settings: MixtureSettings) -> tuple[Dealt, tuple[Text, ...]]:
    """The subset of each group, and what to tell about it: folds of these names that came with sounds count.

    Groups of validation are taken from training where there are folds for training and test only. UserError
    as `dealt_groups`.
    """
    folds: defaultdict[str, set[Subset | None]] = defaultdict(set)
    for source in sources:
        folds[source.group].add(subset_of_fold(source.fold))
    found = {subset for subsets in folds.values() for subset in subsets}
    if None in found or not found >= {Subset.TRAIN, Subset.TEST}:
        return dealt_groups(sources, settings), ()
    if any(len(subsets) > 1 for subsets in folds.values()):
        note = Text("The folds of the sounds share groups, so that these are dealt out anew.")
        return dealt_groups(sources, settings), (note,)
    dealt = {group: subset for group, subsets in folds.items() for subset in subsets if subset is not None}
    if settings.wanted()[Subset.VALID] and Subset.VALID not in found:
        inner = replace(settings, mixtures=(1, 1, 0))
        dealt |= dealt_groups([one for one in sources if dealt[one.group] is Subset.TRAIN], inner)
    return dealt, (Text("Training and test are the folds that the sounds came with."),)


def dealt_groups(sources: Sequence[SoundSource], settings: MixtureSettings) -> Dealt:
    """The subset of each group, so that every subset has about its share of the groups of each class.

    Groups with the same classes are dealt out among themselves, in an order that the seed decides. Every
    subset of which mixtures are wanted gets at least one group, and one of each class that has enough.

    Raises
    ------
    UserError
        If there are fewer groups than subsets.
    """
    classes = _classes_of_groups(sources)
    wanted = [subset for subset, count in settings.wanted().items() if count]
    if len(classes) < len(wanted):
        raise UserError(
            Text(
                "{n} group of sounds cannot be dealt out to {subsets:d} subsets",
                "{n} groups of sounds cannot be dealt out to {subsets:d} subsets",
                n=len(classes),
                subsets=len(wanted),
            ),
            remedy=_MORE_GROUPS,
        )
    order = ranked(sorted(classes), settings.seed)
    dealt: Dealt = {}
    for alike in _alike(order, classes).values():
        dealt |= _by_shares(alike, wanted, settings)
    for name in sorted({name for names in classes.values() for name in names}, key=natural):
        _spread([group for group in order if name in classes[group]], wanted, dealt)
    _spread(order, wanted, dealt)
    return dealt


def dealt_files(keys: Sequence[str], settings: MixtureSettings) -> dict[str, frozenset[Subset]]:
    """The subsets of recordings for the background: one each, or all where there are too few."""
    wanted = [subset for subset, count in settings.wanted().items() if count]
    if len(keys) < len(wanted):
        return {key: frozenset(wanted) for key in keys}
    order = ranked(sorted(keys), settings.seed)
    dealt = _by_shares(order, wanted, settings)
    _spread(order, wanted, dealt)
    return {key: frozenset((subset,)) for key, subset in dealt.items()}


def absent_classes(sources: Sequence[SoundSource], dealt: Mapping[str, Subset]) -> Iterator[Text]:
    """Which classes have too few groups to be in every subset."""
    heard: defaultdict[str, set[Subset]] = defaultdict(set)
    for source in sources:
        for name in source.classes:
            heard[name].add(dealt[source.group])
    for subset in dict.fromkeys(dealt.values()):
        lacking = sorted((name for name, subsets in heard.items() if subset not in subsets), key=natural)
        if lacking:
            yield Text(
                "{names} has too few groups to be in {subset}.",
                "{names} have too few groups to be in {subset}.",
                n=len(lacking),
                names=quoted(lacking, most=6),
                subset=subset,
            )


def _classes_of_groups(sources: Sequence[SoundSource]) -> dict[str, frozenset[str]]:
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        classes[source.group].update(source.classes)
    return {group: frozenset(names) for group, names in classes.items()}


def _alike(order: Sequence[str], classes: Mapping[str, frozenset[str]]) -> dict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for group in order:
        found[tuple(sorted(classes[group]))].append(group)
    return dict(sorted(found.items()))


def _by_shares(order: Sequence[str], wanted: Sequence[Subset], settings: MixtureSettings) -> Dealt:
    """Each in turn to the subset that is furthest below its share."""
    shares = dict(zip(Subset, settings.shares, strict=True))
    total = sum(shares[subset] for subset in wanted) or 1.0
    counts = dict.fromkeys(wanted, 0)
    dealt: Dealt = {}
    for number, group in enumerate(order, start=1):
        subset = max(wanted, key=lambda one: shares[one] / total * number - counts[one])
        counts[subset] += 1
        dealt[group] = subset
    return dealt


def _spread(groups: Sequence[str], wanted: Sequence[Subset], dealt: Dealt) -> None:
    """Let every subset have one of these groups, from the subset that has most of them, if they suffice."""
    if len(groups) < len(wanted):
        return
    for subset in wanted:
        having = {one: [group for group in groups if dealt[group] is one] for one in wanted}
        if not having[subset]:
            dealt[max(having.values(), key=len)[-1]] = subset
