"""What must stay together in a split: the clips of a group, and identical sound wherever it lies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from audioclf_gui.core.spelling import natural
from audioclf_gui.ml.dataset import FILE_GROUP, Example, TrainingData, TrainingSummary, group_of


def together(data: TrainingData) -> list[str]:
    """For each example the group that it counts to; see `counted_to`."""
    return counted_to(data.examples)


def counted_to(examples: Sequence[Example]) -> list[str]:
    """For each example the group that it counts to.

    Groups that hold the same sound count as one, which is called as the first of them.
    """
    leader: dict[str, str] = {}
    holder: dict[str, str] = {}  # sound: a group that it is in
    for example in examples:
        leader.setdefault(example.group, example.group)
        other = holder.setdefault(example.sound, example.group) if example.sound else example.group
        first, second = _leader_of(leader, example.group), _leader_of(leader, other)
        leader[max(first, second)] = min(first, second)
    return [_leader_of(leader, example.group) for example in examples]


def _leader_of(leader: dict[str, str], group: str) -> str:
    while leader[group] != group:
        leader[group] = leader[leader[group]]
        group = leader[group]
    return group


def singly(data: TrainingData) -> list[str]:
    """For each example a name of its own, but one name for all the copies of a file."""
    copied = {sound for sound, clips in _by_sound(data).items() if sound and len(clips) > 1}
    first: dict[str, str] = {}
    return [
        first.setdefault(example.sound, f"{at:09}") if example.sound in copied else f"{at:09}"
        for at, example in enumerate(data.examples)
    ]


def without_copies(data: TrainingData, chosen: Iterable[int], judges: Iterable[int]) -> tuple[int, ...]:
    """Those of the chosen examples whose sound is not among that of `judges`."""
    judged = {data.examples[at].sound for at in judges} - {""}
    return tuple(at for at in chosen if data.examples[at].sound not in judged)


def group_titles(paths: Mapping[str, Path]) -> dict[str, str]:
    """What a user calls groups, of each of which `paths` has a file.

    A named group is called by its name; a file that stands for itself by as much of the end of its path
    as no other such file has.
    """
    ends = {group: path.name for group, path in paths.items() if group.startswith(FILE_GROUP)}
    depth = 1
    while True:
        counts = Counter(ends.get(group, group) for group in paths)
        longer = [group for group, end in ends.items() if counts[end] > 1 and depth < len(paths[group].parts)]
        if not longer:
            return {group: ends.get(group, group) for group in paths}
        depth += 1
        ends |= {group: Path(*paths[group].parts[-depth:]).as_posix() for group in longer}


def titled_groups(summary: TrainingSummary) -> dict[str, int]:
    """The groups that there is something to learn from, by what a user calls them, with their examples."""
    view = summary.view
    paths = {group_of(clip): view.audio_path(clip) for clip in view.clips}
    titles = group_titles({group: paths[group] for group in summary.groups})
    counts = {titles[group]: count for group, count in summary.groups.items()}
    return {title: counts[title] for title in sorted(counts, key=natural)}


def examples_by_title(data: TrainingData) -> dict[str, list[int]]:
    """The places of the examples of each group, by what `group_titles` calls it."""
    titles = group_titles({example.group: example.path for example in data.examples})
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, example in enumerate(data.examples):
        found[titles[example.group]].append(at)
    return dict(found)


def _by_sound(data: TrainingData) -> Mapping[str, set[int]]:
    clips: defaultdict[str, set[int]] = defaultdict(set)
    for example in data.examples:
        clips[example.sound].add(int(example.clip_id))
    return clips


def groups_of(examples: Iterable[Example]) -> set[str]:
    """The groups that examples are of."""
    return {example.group for example in examples}
