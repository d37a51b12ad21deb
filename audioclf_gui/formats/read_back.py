"""Whether a label file that was written says what it was to say: what a reader of it misses is told."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.label import Region
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import BadLabelFileError, LabelFormat

_ROUNDED_S = 1e-3  # more than any file rounds its times by


def not_found_again(known: LabelFormat, regions: Sequence[Region], content: bytes) -> tuple[Text, ...]:
    """What to say of labels that whoever reads the file does not find with their name and time.

    So a layer of instants has no place for how long a label lasts. What a format leaves out by its nature,
    or spells otherwise, is not counted: `formats.losses` tells it.
    """
    try:
        found = known.read(content, Path()).regions
    except BadLabelFileError:
        found = ()
    free: defaultdict[str, list[Region]] = defaultdict(list)
    for region in sorted(found, key=_start_s):
        free[_held_name(known, region)].append(region)
    expected = [one for one in regions if not known.capabilities.leaves_out(one)]
    lost = [one for one in sorted(expected, key=_start_s) if not _taken(free[_held_name(known, one)], one)]
    if not lost:
        return ()
    return (
        Text(
            "The file has no place for {n} label as it is here, “{name}” at {start_s:.3f} s: it is not in it,"
            " or is changed.",
            "The file has no place for {n} labels as they are here, “{name}” at {start_s:.3f} s for one: they"
            " are not in it, or are changed.",
            n=len(lost),
            name=lost[0].text,
            start_s=lost[0].start_s,
        ),
    )


def _start_s(region: Region) -> float:
    return region.start_s


def _held_name(known: LabelFormat, region: Region) -> str:
    name = name_in_file(region.text)
    return name if known.capabilities.blanks else "_".join(name.split())


def _taken(free: list[Region], wanted: Region) -> bool:
    """Take the one that is nearest to the time of a region from those of its name, if it is near enough."""

    def distance_s(at: int) -> float:
        return max(abs(free[at].start_s - wanted.start_s), abs(free[at].end_s - wanted.end_s))

    start = bisect_left(free, wanted.start_s - _ROUNDED_S, key=_start_s)
    stop = bisect_right(free, wanted.start_s + _ROUNDED_S, key=_start_s)
    nearest = min(range(start, stop), key=distance_s, default=None)
    if nearest is None or distance_s(nearest) > _ROUNDED_S:
        return False
    del free[nearest]
    return True
