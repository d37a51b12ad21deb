"""Stretches of sound that share their time, as pieces that each have one set of classes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.usable import SHORTEST_S

_Class = TypeVar("_Class")

Piece = tuple[frozenset[_Class], float, float]


def pieces(stretches: Sequence[tuple[_Class, float, float]]) -> list[Piece[_Class]]:
    """Cut stretches (class, start_s, stop_s) wherever the set of classes changes, in order of time.

    Edges closer than `SHORTEST_S` are one edge, since nobody marks them more exactly: two stretches that were
    meant to be of equal length are one piece with both classes. Stretches of one class that overlap are one
    piece, those that only touch are not.
    """
    edges = _joined(sorted(edge for _, start_s, stop_s in stretches for edge in (start_s, stop_s)))
    begun: list[list[_Class]] = [[] for _ in edges]
    ended: list[list[_Class]] = [[] for _ in edges]
    for one, start_s, stop_s in stretches:
        first, last = (bisect_right(edges, edge) - 1 for edge in (start_s, stop_s))
        if first < last:
            begun[first].append(one)
            ended[last].append(one)
    found: list[Piece[_Class]] = []
    sounding = Counter[_Class]()
    for at, (start_s, stop_s) in enumerate(pairwise(edges)):
        sounding.subtract(ended[at])
        sounding = +sounding
        goes_on = bool(sounding)
        sounding.update(begun[at])
        classes = frozenset(sounding)
        if goes_on and classes and found[-1][0] == classes:
            found[-1] = (classes, found[-1][1], stop_s)
        elif classes:
            found.append((classes, start_s, stop_s))
    return found


def _joined(edges: Iterable[float]) -> list[float]:
    """Edges without those that lie too near the one before."""
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] >= SHORTEST_S - SAME_S:
            kept.append(edge)
    return kept
