"""Labels of one clip as sorted arrays, so that painting and pointing cost what is on the screen."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.track import MAIN_TRACK, Track

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

UNNAMED = 0
"""Stands in `classes` for a label without a class; class ids begin at 1."""

_MOST_NEAR = 24  # labels under the pointer that are told apart


@dataclass(frozen=True, slots=True)
class TrackRows:
    """The rows in which the labels of a track are drawn."""

    track: Track
    first: int
    count: int


class LabelIndex:
    """Regions and moments of a clip in the order of their starts; whole-clip labels are left out.

    Parameters
    ----------
    tracks
        Those that are shown, from the top down; labels of others are left out, too.
    most_rows
        So many a track gets at most: all that overlaps beyond them lies in the last.

    Attributes
    ----------
    labels : list of Label
        In the order of the arrays.
    starts_s, ends_s : float64, shape (n,)
    classes : int64, shape (n,)
        Class ids; `UNNAMED` where there is none.
    has_band : bool, shape (n,)
        Whether it is bounded in frequency.
    lanes : int64, shape (n,)
        In which row each is drawn so that no two overlap: 0 is the first.
    rows : list of TrackRows
    """

    def __init__(
        self,
        labels: Sequence[Label],
        tracks: Sequence[Track] = (MAIN_TRACK,),
        most_rows: int | None = None,
    ) -> None:
        shown = {track.name: place for place, track in enumerate(tracks)}
        regions = [label for label in labels if label.start_s is not None and label.track in shown]
        starts_s = np.fromiter((label.start_s for label in regions), np.float64, len(regions))
        order = np.argsort(starts_s, kind="stable")
        self.labels = [regions[place] for place in order.tolist()]
        self.starts_s: Floats = starts_s[order]
        self.ends_s: Floats = np.fromiter(
            (label.end_s for label in self.labels), np.float64, len(self.labels)
        )
        self.classes: Ints = np.fromiter(
            (label.class_id or UNNAMED for label in self.labels), np.int64, len(self.labels)
        )
        bands = (label.low_hz is not None or label.high_hz is not None for label in self.labels)
        self.has_band: Flags = np.fromiter(bands, np.bool_, len(self.labels))
        self.longest_s = float((self.ends_s - self.starts_s).max(initial=0.0))
        self.lanes: Ints = np.zeros(len(self.labels), np.int64)
        self.rows: list[TrackRows] = []
        self.lane_count = 0
        places = np.fromiter((shown[label.track] for label in self.labels), np.int64, len(self.labels))
        for place, track in enumerate(tracks):
            self._lay(track, np.flatnonzero(places == place), most_rows)

    def _lay(self, track: Track, inside: Ints, most_rows: int | None) -> None:
        """Give the labels of a track their rows, below those that are there."""
        lanes = _lanes(self.starts_s[inside], self.ends_s[inside])
        if most_rows is not None:
            lanes = np.minimum(lanes, most_rows - 1)
        count = int(lanes.max(initial=0)) + 1
        self.lanes[inside] = self.lane_count + lanes
        self.rows.append(TrackRows(track, self.lane_count, count))
        self.lane_count += count

    def __len__(self) -> int:
        return len(self.labels)

    def visible(self, t0_s: float, t1_s: float) -> Ints:
        """Places of the labels that reach into [t0_s, t1_s]."""
        first = int(np.searchsorted(self.starts_s, t0_s - self.longest_s, side="left"))
        last = int(np.searchsorted(self.starts_s, t1_s, side="right"))
        return first + np.flatnonzero(self.ends_s[first:last] >= t0_s)

    def place_of(self, label: Label | None) -> int | None:
        """Where a label is in the arrays; None if it is not there."""
        return None if label is None else next(self._places(label), None)

    def _places(self, label: Label) -> Iterator[int]:
        if label.start_s is None:
            return
        first = int(np.searchsorted(self.starts_s, label.start_s, side="left"))
        last = int(np.searchsorted(self.starts_s, label.start_s, side="right"))
        yield from (place for place in range(first, last) if self.labels[place] == label)

    def places_of(self, labels: Iterable[Label]) -> Ints:
        """Where labels are in the arrays, each time that one equal to them is there.

        A label that alone starts where one of them does, and has its end, class and track, is that one: only
        what is said of it may be another. So tens of thousands are found without being compared as wholes.
        """
        wanted = [label for label in labels if label.start_s is not None]
        starts_s = np.fromiter((label.start_s for label in wanted), np.float64, len(wanted))
        firsts = np.searchsorted(self.starts_s, starts_s, side="left")
        counts = np.searchsorted(self.starts_s, starts_s, side="right") - firsts
        alone = np.flatnonzero(counts == 1)
        ends_s = np.fromiter((wanted[at].end_s for at in alone.tolist()), np.float64, len(alone))
        same = alone[self.ends_s[firsts[alone]] == ends_s]
        stands = [
            wanted[at] is (label := self.labels[place]) or _stands_for(wanted[at], label)
            for at, place in zip(same.tolist(), firsts[same].tolist(), strict=True)
        ]
        shared = [
            (at, place)
            for at in np.flatnonzero(counts > 1).tolist()
            for place in range(int(firsts[at]), int(firsts[at] + counts[at]))
            if self.labels[place] == wanted[at]
        ]
        found = np.stack([same, firsts[same]], axis=1)[np.array(stands, np.bool_)]
        found = np.concatenate([found, np.array(shared, np.int64).reshape(-1, 2)])
        places: Ints = found[np.argsort(found[:, 0], kind="stable"), 1]
        return places

    def between(self, first: int, last: int) -> Ints:
        """Places of the labels from one to another, in the order of time and in the rows that lie between."""
        rows = sorted((self.lanes.item(first), self.lanes.item(last)))
        tracks = [one for one in self.rows if one.first <= rows[1] and rows[0] < one.first + one.count]
        places = np.arange(min(first, last), max(first, last) + 1)
        lanes = self.lanes[places]
        return places[(lanes >= tracks[0].first) & (lanes < tracks[-1].first + tracks[-1].count)]

    def inside(self, t0_s: float, t1_s: float, first_lane: int, last_lane: int) -> Ints:
        """Places of the labels that a rectangle of time and rows touches."""
        near = self.visible(t0_s, t1_s)
        return near[(self.lanes[near] >= first_lane) & (self.lanes[near] <= last_lane)]

    def edge_near(self, time_s: float, reach_s: float, but: Collection[Label] = ()) -> float | None:
        """The nearest edge within reach of labels, but for some of them; None if there is none."""
        near = (self.labels[place] for place in self.visible(time_s - reach_s, time_s + reach_s).tolist())
        edges_s = [edge_s for label in near if label not in but for edge_s in label.span_s(0.0)]
        nearest_s = min(edges_s, key=lambda edge_s: abs(edge_s - time_s), default=math.inf)
        return nearest_s if abs(nearest_s - time_s) <= reach_s else None

    def near(self, time_s: float, reach_s: float) -> list[Label]:
        """The labels at a time or so near to it; of very many the shortest of those that are nearest."""
        near = self.visible(time_s - reach_s, time_s + reach_s)
        if len(near) > _MOST_NEAR:
            starts_s, ends_s = self.starts_s[near], self.ends_s[near]
            off_s = np.maximum(0.0, np.maximum(starts_s - time_s, time_s - ends_s))
            near = near[np.lexsort((ends_s - starts_s, off_s))[:_MOST_NEAR]]
        return [self.labels[place] for place in near.tolist()]

    def class_ids(self) -> list[ClassId]:
        """The classes that occur."""
        return [ClassId(one) for one in np.unique(self.classes).tolist() if one != UNNAMED]


def _stands_for(label: Label, other: Label) -> bool:
    return label.class_id == other.class_id and label.track == other.track


def _lanes(starts_s: Floats, ends_s: Floats) -> Ints:
    """The first free row for each label; only labels that overlap others are looked at one by one."""
    lanes = np.zeros(len(starts_s), np.int64)
    if len(starts_s) < 2:
        return lanes
    reach = np.maximum.accumulate(ends_s)
    overlaps = starts_s[1:] < reach[:-1]
    if not overlaps.any():
        return lanes
    crowded = np.flatnonzero(np.append(overlaps, False) | np.append(False, overlaps))
    free_from: list[float] = []
    for place in crowded.tolist():
        start = starts_s[place]
        lane = next((lane for lane, free_s in enumerate(free_from) if free_s <= start), len(free_from))
        free_from[lane : lane + 1] = [ends_s[place]]
        lanes[place] = lane
    return lanes
