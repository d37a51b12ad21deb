"""Of which label file that came before a file that comes is a later version.

Several people may have labelled one recording: each of their files goes its own way, and is compared with
what itself said before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from audioclf_gui.core.clip import KeptLabelFile
from audioclf_gui.core.label import Region
from audioclf_gui.core.recording_names import own_names, plain
from audioclf_gui.core.region_pairs import succession


@dataclass(frozen=True, slots=True)
class Version:
    """A label file, and what it says about its clip."""

    kept: KeptLabelFile
    regions: tuple[Region, ...]

    def since(self, known: Sequence["Version"]) -> tuple[Region, ...]:
        """What the last file of its series says, if that came after it; the newest of those known is last."""
        last = next(one for one in reversed(known) if one.kept.series == self.kept.series)
        return () if last is self else last.regions

    def is_file_of(self, other: "Version") -> bool:
        """Whether both are called the same, and lay in folders called the same as far as those are known."""
        one, two = self.kept, other.kept
        return (
            one.format_key == two.format_key
            and plain(one.name) == plain(two.name)
            and (not (one.folder and two.folder) or plain(one.folder) == plain(two.folder))
        )

    def is_namesake_of(self, other: "Version") -> bool:
        """Whether both are called after the same recording, or person."""
        return _key(self.kept.name) == _key(other.kept.name)


def _key(name: str) -> str:
    names = own_names(name)
    return names[-1].key if names else plain(name)


def predecessors(coming: Sequence[Version], before: Sequence[Version]) -> list[Version | None]:
    """For each file about one clip that comes the one that it is a later version of, if there is any.

    A file of the same name in the same folder is preferred, then one that is called after the same
    recording, then one of the same format, then the one that it has most labels in common with, and at
    last the newest. None is given away twice.

    Parameters
    ----------
    before
        The newest comes last.
    """
    ranked = []
    for at, one in enumerate(coming):
        for place, other in enumerate(before):
            later = succession(other.regions, one.regions)
            is_same, is_namesake = one.is_file_of(other), one.is_namesake_of(other)
            is_of_format = one.kept.format_key == other.kept.format_key
            told = {"same_file": is_same, "namesake": is_namesake, "same_format": is_of_format}
            if later.is_version(len(one.regions), **told):
                share = later.share(len(one.regions))
                ranked.append(((is_same, is_namesake, is_of_format, share, place), at))
    found: dict[int, Version] = {}
    used: set[int] = set()
    for (*_, place), at in sorted(ranked, reverse=True):
        if at not in found and place not in used:
            found[at] = before[place]
            used.add(place)
    return [found.get(at) for at in range(len(coming))]
