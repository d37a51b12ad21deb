"""What becomes of labels that are dragged by an edge, a corner or their body."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Flag, auto

import numpy as np

from audioclf_gui.core.label import Label
from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.track import TrackKind
from audioclf_gui.gui.label.label_index import LabelIndex

MOST_SHOWN = 300
"""So many labels are moved while the pointer moves; more of them follow when it lets go."""

_LEAST_S = 1e-3  # of an interval, and of what adjoins an edge that is dragged


class Grip(Flag):
    """Which edges of a label move in a drag: one, two of a corner, or all when its body is moved."""

    START = auto()
    END = auto()
    LOW = auto()
    HIGH = auto()
    BODY = START | END | LOW | HIGH


_SIDES = Grip.START | Grip.END


@dataclass(frozen=True, slots=True)
class Drag:
    """A label that is being moved: how it is now and how it would be on release; others that go with it."""

    old: Label
    new: Label
    along: tuple[tuple[Label, Label], ...] = ()

    @property
    def pairs(self) -> tuple[tuple[Label, Label], ...]:
        """Every label that moves, as it is and as it would be."""
        return (self.old, self.new), *self.along

    @property
    def is_worth_it(self) -> bool:
        """Whether anything changes, and no label is squeezed to nothing."""
        return any(old != new for old, new in self.pairs) and not any(
            _is_squeezed(old, new) for old, new in self.pairs
        )


def _is_squeezed(old: Label, new: Label) -> bool:
    has_no_height = new.low_hz is not None and new.low_hz == new.high_hz
    return (new.is_moment and not old.is_moment) or (has_no_height and old.low_hz != old.high_hz)


@dataclass(frozen=True, slots=True)
class Hold:
    """What the pointer has taken hold of.

    Attributes
    ----------
    along
        Labels with an edge at the same time, which goes with that of the first.
    least_s, most_s : float
        How far it may be moved, so that none of them is turned round and no two intervals overlap.
    last_s : float
        Where the last of several bodies ends, which stays inside the clip as the first does.
    """

    label: Label
    grip: Grip
    along: tuple[tuple[Label, Grip], ...] = ()
    least_s: float = -math.inf
    most_s: float = math.inf
    last_s: float = -math.inf

    @property
    def held(self) -> tuple[tuple[Label, Grip], ...]:
        """Every label that moves, and which of its edges."""
        return (self.label, self.grip), *self.along

    def moved(
        self, by_s: float, by_hz: float, duration_s: float, top_hz: float, most: int | None = None
    ) -> Drag:
        """The labels after a move by so many seconds and hertz, held inside the clip.

        Parameters
        ----------
        most
            If more labels than these go along, the first is moved alone, to show the way at once.
        """
        by_s = min(max(by_s, self.least_s), self.most_s)
        by_s = min(by_s, max(duration_s - self.last_s, 0.0))
        new = dragged(self.label, self.grip, by_s, by_hz, duration_s, top_hz)
        held = self.along if most is None or len(self.along) <= most else ()
        along = ((label, dragged(label, grip, by_s, 0.0, duration_s, top_hz)) for label, grip in held)
        return Drag(self.label, new, tuple(along))


def dragged(label: Label, grip: Grip, by_s: float, by_hz: float, duration_s: float, top_hz: float) -> Label:
    """A label some edges of which were moved by so many seconds and hertz.

    An edge that passes the other one turns the label round. A band that is open at one end is bounded
    there by the drag of that edge; a label without a band has none afterwards, either.

    Parameters
    ----------
    duration_s, top_hz : float
        Nothing is moved beyond them, nor below 0.
    """
    moves_in_time = (Grip.START in grip, Grip.END in grip)
    start_s, end_s = _moved(*label.span_s(duration_s), *moves_in_time, by_s, duration_s)
    if label.low_hz is None and label.high_hz is None:
        return replace(label, start_s=start_s, end_s=end_s)
    low_hz = 0.0 if label.low_hz is None else label.low_hz
    high_hz = top_hz if label.high_hz is None else label.high_hz
    low_hz, high_hz = _moved(low_hz, high_hz, Grip.LOW in grip, Grip.HIGH in grip, by_hz, top_hz)
    is_moved_whole = grip == Grip.BODY
    return replace(
        label,
        start_s=start_s,
        end_s=end_s,
        low_hz=None if label.low_hz is None and (is_moved_whole or Grip.LOW not in grip) else low_hz,
        high_hz=None if label.high_hz is None and (is_moved_whole or Grip.HIGH not in grip) else high_hz,
    )


def _moved(
    low: float, high: float, moves_low: bool, moves_high: bool, by: float, most: float
) -> tuple[float, float]:
    most = max(most, high)  # what reaches beyond the clip may stay there
    if moves_low and moves_high:
        by = min(max(by, -low), most - high)
        return low + by, high + by
    if moves_low:
        low = min(max(low + by, 0.0), most)
    if moves_high:
        high = min(max(high + by, 0.0), most)
    return min(low, high), max(low, high)


def hold(
    index: LabelIndex,
    label: Label,
    grip: Grip,
    locked: Collection[str] = (),
    chosen: Sequence[Label] = (),
    *,
    together: bool = False,
) -> Hold:
    """Take hold of a label.

    Parameters
    ----------
    chosen
        Labels that are moved with it when its body is, if it is one of them.
    locked
        The names of tracks whose labels stay where they are.
    together
        Whether every edge at the same time goes along, whatever its track. In a track of intervals
        the edge of the neighbour does so anyway, and nothing moves over a neighbour.
    """
    track = next((row.track for row in index.rows if row.track.name == label.track), None)
    is_interval = track is not None and track.kind is TrackKind.INTERVALS
    edge = grip & _SIDES
    if label.start_s is None or label.end_s is None or not edge:
        return Hold(label, grip)
    if edge == _SIDES:
        return _hold_of_body(index, label, chosen, is_interval=is_interval)
    if not (together or is_interval):
        return Hold(label, grip)
    edge_s = label.start_s if edge == Grip.START else label.end_s
    along = tuple(
        (other, side)
        for other, side in _edges_at(index, edge_s)
        if other != label
        and other.track not in locked
        and (together or (other.track == label.track and side != edge))
    )
    least_s, most_s = _range(((label, edge), *along), edge_s)
    if is_interval and not any(other.track == label.track for other, _ in along):
        before_s, after_s = _free(index, label)
        least_s = max(least_s, before_s) if edge == Grip.START else least_s
        most_s = min(most_s, after_s) if edge == Grip.END else most_s
    return Hold(label, grip, along, least_s, most_s)


def reshaped(index: LabelIndex, label: Label, wanted: Label) -> Drag:
    """The move that gives a label other edges; between intervals that adjoin their edge is moved."""
    (start_s, end_s), (new_start_s, new_end_s) = label.span_s(0.0), wanted.span_s(0.0)
    sides = Grip(0)
    if new_start_s != start_s:
        sides |= Grip.START
    if new_end_s != end_s:
        sides |= Grip.END
    along = hold(index, label, sides).along if sides and sides != _SIDES else ()
    by_s = new_start_s - start_s if sides == Grip.START else new_end_s - end_s
    return Drag(
        label, wanted, tuple((one, dragged(one, grip, by_s, 0.0, new_end_s, math.inf)) for one, grip in along)
    )


def attracted(hold: Hold, by_s: float, index: LabelIndex, more_s: Sequence[float], reach_s: float) -> float:
    """How far a drag goes if an edge that comes near to one of another label is put on it.

    Parameters
    ----------
    more_s
        Further times that attract edges.
    reach_s
        What is near.
    """
    moving = {label for label, _ in hold.held}
    off_s = [math.inf]
    for side, edge_s in zip((Grip.START, Grip.END), hold.label.span_s(0.0), strict=True):
        if side in hold.grip:
            place_s = edge_s + by_s
            near_s = index.edge_near(place_s, reach_s, moving)
            off_s += (time_s - place_s for time_s in (near_s, *more_s) if time_s is not None)
    nearest_s = min(off_s, key=abs)
    return by_s + nearest_s if abs(nearest_s) <= reach_s else by_s


def _hold_of_body(index: LabelIndex, label: Label, chosen: Sequence[Label], *, is_interval: bool) -> Hold:
    """The body of a label; of several that are chosen each keeps its distance to the others."""
    if is_interval:
        return Hold(label, Grip.BODY, (), *_free(index, label))
    intervals = {row.track.name for row in index.rows if row.track.kind is TrackKind.INTERVALS}
    along = [one for one in chosen if one != label and one.track not in intervals]
    if label not in chosen or not along:
        return Hold(label, Grip.BODY)
    spans = [one.span_s(0.0) for one in (label, *along)]
    first_s, last_s = min(start_s for start_s, _ in spans), max(end_s for _, end_s in spans)
    return Hold(label, Grip.BODY, tuple((one, Grip.BODY) for one in along), -first_s, last_s=last_s)


def _edges_at(index: LabelIndex, time_s: float) -> Iterator[tuple[Label, Grip]]:
    for place in index.visible(time_s - SAME_S, time_s + SAME_S).tolist():
        start_s, end_s = index.starts_s.item(place), index.ends_s.item(place)
        if abs(end_s - time_s) <= SAME_S < end_s - start_s:
            yield index.labels[place], Grip.END
        elif abs(start_s - time_s) <= SAME_S < end_s - start_s:
            yield index.labels[place], Grip.START


def _range(held: Sequence[tuple[Label, Grip]], edge_s: float) -> tuple[float, float]:
    """How far an edge may go before one of these labels would be as good as gone."""
    spans = [(*label.span_s(0.0), side) for label, side in held]
    least_s = max((start_s for start_s, _, side in spans if side == Grip.END), default=-math.inf)
    most_s = min((end_s for _, end_s, side in spans if side == Grip.START), default=math.inf)
    return min(least_s + _LEAST_S - edge_s, 0.0), max(most_s - _LEAST_S - edge_s, 0.0)


def _free(index: LabelIndex, label: Label) -> tuple[float, float]:
    """How far a label may move to both sides until it meets another one of its track."""
    assert label.start_s is not None
    assert label.end_s is not None
    rows = next(row for row in index.rows if row.track.name == label.track)
    inside = np.flatnonzero((index.lanes >= rows.first) & (index.lanes < rows.first + rows.count))
    starts_s, ends_s = index.starts_s[inside], index.ends_s[inside]
    before_s = ends_s[(ends_s <= label.start_s + SAME_S) & (starts_s < label.start_s)].max(initial=-math.inf)
    after_s = starts_s[(starts_s >= label.end_s - SAME_S) & (ends_s > label.end_s)].min(initial=math.inf)
    return min(float(before_s) - label.start_s, 0.0), max(float(after_s) - label.end_s, 0.0)
