"""Which of two sets of regions are the same ones, and which were made from which."""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audioclf_gui.core.label import Label, Region
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.times import time

_BAND_DECIMALS = 3
_REWRITTEN_S = 0.0011  # so near an edge is the same one, written with fewer digits: no two people hit it so
_LIKE = 0.5  # of the time that two regions cover together: so much in common makes them one that was changed
_SHARE = 0.5  # of the labels of the shorter file: so many in common make it a version of the other
_SHARE_ELSEWHERE = 0.75  # and of the longer one, if another program wrote it


def match(known: Sequence[Region], regions: Sequence[Region]) -> list[int | None]:
    """For each of `regions` the index of the known one that it is, or was made from; None if it is new.

    Equal regions are paired first, then those equal but for their record, or for the spelling of their
    name; then those that were changed: by their record, and at last by name and time, to the digits that
    label files have. No known region is given away twice.
    """
    origins: list[int | None] = [None] * len(regions)
    taken: set[int] = set()
    for same in (_whole, values, meaning, _raw, place):
        free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, region in enumerate(known):
            if index not in taken and (trait := same(region)):
                free[trait].append(index)
        for at, region in enumerate(regions):
            if origins[at] is None and (queue := free.get(same(region))):
                taken.add(index := queue.popleft())
                origins[at] = index
    return origins


def values(region: Region) -> Region:
    """The region apart from the record it came from."""
    return replace(region, raw="", sound_file="")


def meaning(region: Region) -> Region:
    """The region apart from its record and from how that spells its name."""
    return replace(region, raw="", sound_file="", text=name_in_file(region.text))


def place(region: Region) -> tuple[str, float, float]:
    """Name and times, to the digits that label files have."""
    return name_in_file(region.text), time(region.start_s), time(region.end_s)


def band(region: Region | Label) -> tuple[float | None, float | None]:
    """The frequencies to the digits that label files have."""
    low_hz, high_hz = region.low_hz, region.high_hz
    return (
        None if low_hz is None else round(low_hz, _BAND_DECIMALS),
        None if high_hz is None else round(high_hz, _BAND_DECIMALS),
    )


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of the regions of a file in a later version of it.

    Attributes
    ----------
    later : tuple of (int or None)
        For each region of the earlier file the index of the one that it became.
    equal : int
        How many kept name and times.
    kept : int
        How many kept their name and an edge, or both edges; those before are among them.
    met : int
        How many kept some time at least; the others are told by their neighbours alone.
    """

    later: tuple[int | None, ...]
    equal: int
    kept: int
    met: int

    @property
    def paired(self) -> int:
        """How many became any."""
        return sum(one is not None for one in self.later)

    def is_version(self, count: int, *, same_file: bool, namesake: bool, same_format: bool) -> bool:
        """Whether the later file, of `count` regions, is a version of the earlier one.

        At least half of the labels of the shorter one are in the other: changed in any way if it is the same
        file by name and folder, as `kept` counts them if it is only called so, else unchanged. And one of
        them is where it was, or each became another. Only then do labels that are missing mean that
        somebody deleted them: somebody else's labels of the same recording are no version of mine.

        Who uses another program may well be somebody else, who began with the same labels or labels the
        same windows: of a file in another format hardly anything may be missing, new or other.
        """
        shorter = min(len(self.later), count)
        if shorter == 0:
            return same_file
        common = self.paired if same_file else self.kept if namesake else self.equal
        wanted = _SHARE * shorter if same_format else _SHARE_ELSEWHERE * max(len(self.later), count)
        return common >= wanted and (self.met > 0 or self.paired == len(self.later) == count)

    def share(self, count: int) -> float:
        """How much the files have in common, from 0 to 1; a label that was changed counts half."""
        whole = len(self.later) + count
        return (self.equal + self.kept) / whole if whole else 1.0


def succession(earlier: Sequence[Region], later: Sequence[Region]) -> Succession:
    """Find for each region of a file what it became in a later version of the file.

    Those that kept name and times are paired first, those with the same frequencies and the same track among
    them before others; twins in their order. The rest is paired if they overlap and have an edge or their
    name in common, or half of the time that they cover together: those of one track first, among them those
    with most edges in common, then equal names, then frequencies, then the largest overlap. What was moved
    as a whole is told by its name, where between the same neighbours that were found only one of that name
    is missing and one is new; or all are shifted by the same time.
    """
    pairs: dict[int, int] = {}
    for same in (_place_and_band, _place_and_track, place):
        _pair_equal(earlier, later, pairs, same)
    equal = len(pairs)
    _pair_overlapping(earlier, later, pairs)
    met = len(pairs)
    kept = sum(_is_kept(earlier[one], later[other]) for one, other in pairs.items())
    _pair_moved(earlier, later, pairs)
    return Succession(tuple(pairs.get(index) for index in range(len(earlier))), equal, kept, met)


def _is_kept(one: Region, other: Region) -> bool:
    edges = (abs(one.start_s - other.start_s) <= _REWRITTEN_S) + (
        abs(one.end_s - other.end_s) <= _REWRITTEN_S
    )
    return edges + (name_in_file(one.text) == name_in_file(other.text)) >= 2


def _whole(region: Region) -> Region:
    return replace(region, sound_file="")


def _raw(region: Region) -> str:
    return region.raw


def _place_and_band(region: Region) -> tuple[object, ...]:
    return place(region), region.track, band(region)


def _place_and_track(region: Region) -> tuple[object, ...]:
    return place(region), region.track


def _pair_equal(
    earlier: Sequence[Region],
    later: Sequence[Region],
    pairs: dict[int, int],
    same: Callable[[Region], Hashable],
) -> None:
    taken = set(pairs.values())
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for index, region in enumerate(later):
        if index not in taken:
            free[same(region)].append(index)
    for index, region in enumerate(earlier):
        if index not in pairs and (queue := free.get(same(region))):
            pairs[index] = queue.popleft()


def _pair_overlapping(earlier: Sequence[Region], later: Sequence[Region], pairs: dict[int, int]) -> None:
    ranked = sorted(
        (_likeness(earlier[one], later[other]), -one, -other)
        for one, other in _overlapping(earlier, later, pairs)
    )
    taken = set(pairs.values())
    for (_, edges, is_called_so, _, overlap), one, other in reversed(ranked):
        is_like = edges > 0 or (is_called_so and overlap > 0.0) or overlap >= _LIKE
        if is_like and -one not in pairs and -other not in taken:
            pairs[-one] = -other
            taken.add(-other)


def _overlapping(
    earlier: Sequence[Region], later: Sequence[Region], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Those that are not paired yet and have some time in common, if only a moment."""
    taken = set(pairs.values())
    waiting = [(region.start_s, 0, index) for index, region in enumerate(earlier) if index not in pairs]
    waiting += [(region.start_s, 1, index) for index, region in enumerate(later) if index not in taken]
    both = (earlier, later)
    active: tuple[list[int], list[int]] = ([], [])
    for start_s, side, index in sorted(waiting):
        other = 1 - side
        active[other][:] = [one for one in active[other] if both[other][one].end_s >= start_s]
        for one in active[other]:
            yield (index, one) if side == 0 else (one, index)
        active[side].append(index)


def _likeness(one: Region, other: Region) -> tuple[bool, int, bool, bool, float]:
    edges = (time(one.start_s) == time(other.start_s)) + (time(one.end_s) == time(other.end_s))
    common_s = min(one.end_s, other.end_s) - max(one.start_s, other.start_s)
    whole_s = max(one.end_s, other.end_s) - min(one.start_s, other.start_s)
    overlap = common_s / whole_s if whole_s > 0.0 else 1.0
    is_called_so = name_in_file(one.text) == name_in_file(other.text)
    return one.track == other.track, edges, is_called_so, band(one) == band(other), overlap


def _pair_moved(earlier: Sequence[Region], later: Sequence[Region], pairs: dict[int, int]) -> None:
    if not pairs and _are_shifted(earlier, later):
        pairs.update(enumerate(range(len(later))))
        return
    gone = _between(earlier, pairs)
    new = _between(later, {other: other for other in pairs.values()})
    counts = Counter(gone.values()), Counter(new.values())
    where = {key: index for index, key in new.items()}
    for index, key in gone.items():
        if counts[0][key] == 1 and counts[1][key] == 1:
            pairs[index] = where[key]


def _are_shifted(earlier: Sequence[Region], later: Sequence[Region]) -> bool:
    if len(earlier) != len(later) or not later:
        return False
    shift_s = later[0].start_s - earlier[0].start_s
    return all(
        abs(other.start_s - one.start_s - shift_s) <= _REWRITTEN_S
        and abs(other.end_s - one.end_s - shift_s) <= _REWRITTEN_S
        and name_in_file(one.text) == name_in_file(other.text)
        for one, other in zip(earlier, later, strict=True)
    )


def _between(regions: Sequence[Region], paired: Mapping[int, int]) -> dict[int, tuple[str, int, int]]:
    """For each that is not paired its name, and the pairs before and after it, by what those became."""
    order = sorted(range(len(regions)), key=lambda index: regions[index].start_s)
    known = [(at, paired[index]) for at, index in enumerate(order) if index in paired]
    places = [at for at, _ in known]
    found = {}
    for at, index in enumerate(order):
        if index not in paired:
            after = bisect_right(places, at)
            left = known[after - 1][1] if after else -1
            right = known[after][1] if after < len(known) else -1
            found[index] = (name_in_file(regions[index].text), left, right)
    return found
