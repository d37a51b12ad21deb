"""Tracks: the rows in which labels stand, as in a TextGrid's tiers or Audacity's label tracks."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count

from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.times import SAME_S


class TrackKind(StrEnum):
    """What labels of a track are to each other."""

    INTERVALS = "intervals"  # they adjoin, and no two overlap
    REGIONS = "regions"  # they are free: stretches and moments, over each other or not
    MOMENTS = "moments"  # none has a length


@dataclass(frozen=True, slots=True)
class Track:
    """A row of labels; a project has the same ones for all clips, in the order in which they are shown.

    A label tells its track by name, so that no two of a project are called the same.
    """

    name: str  # empty: the main track, which every project has
    kind: TrackKind = TrackKind.REGIONS
    hidden: bool = False  # not shown; its labels count as before
    locked: bool = False  # shown, and not to be changed by hand
    learnt: bool = True  # whether models learn from its labels


MAIN = ""
"""The name of the track of all labels for which nobody has chosen another."""

MAIN_TRACK = Track(MAIN)
MAIN_TITLE, MAIN_MOMENTS = "labels", "points"
"""What files and commands call the main track, and a row of its moments; no other one can be called so."""
_MAIN_NAME = re.compile(rf"(?:{MAIN_TITLE}|{MAIN_MOMENTS})(?: \d+)?")


def with_tracks(tracks: tuple[Track, ...], wanted: Iterable[Track]) -> tuple[Track, ...]:
    """The tracks with those added whose names are missing."""
    known = {one.name for one in tracks}
    for one in wanted:
        if one.name not in known:
            tracks = (*tracks, one)
            known.add(one.name)
    return tracks


def with_main(tracks: tuple[Track, ...], used: Iterable[str]) -> tuple[Track, ...]:
    """The tracks with the main one first if it is missing, and those last whose names are used besides."""
    is_there = any(one.name == MAIN for one in tracks)
    return with_tracks(tracks if is_there else (MAIN_TRACK, *tracks), map(Track, used))


def track_name(text: str) -> str:
    """The name of a track that a text means: tidied, and that of the main track where that is meant.

    Where a file has no row for all of its labels, moments and those over each other go to rows of their own.
    """
    name = tidied(text)
    return MAIN if _MAIN_NAME.fullmatch(name) else name


def track_titles(names: Iterable[str]) -> Text:
    """The names of tracks as the user reads them."""
    return listed([Text("“{name}”", name=name or Text("labels")) for name in names], ", ")


def is_clear(end_s: float, start_s: float) -> bool:
    """Whether a row has room for a label from `start_s` behind one that ends at `end_s`, both in seconds.

    Neighbours may overlap by less than that by which times differ that are one.
    """
    return end_s - start_s < SAME_S


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with a number behind it where that is taken: `words`, `words 2`."""
    names = chain((name,), (f"{name} {number}" for number in count(2)))
    return next(one for one in names if one not in taken)
