"""What a class is given to when its key is pressed: labels, a stretch, a moment, or clips as a whole."""

from dataclasses import dataclass
from typing import TypeAlias

SHORT_S = 10.0
"""A clip no longer than this is one sound: its class is that of the whole, also while it is heard."""

LONG_S = 30.0
"""A longer clip is not given a class as a whole before its user has said so."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where a stretch was marked to begin and end while one listens; each may be missing."""

    in_s: float | None = None
    out_s: float | None = None

    def with_in(self, time_s: float) -> "Marks":
        """With another beginning; an end before it is forgotten."""
        return Marks(time_s, self.out_s if self.out_s is not None and self.out_s > time_s else None)

    def with_out(self, time_s: float) -> "Marks":
        """With another end; a beginning after it is forgotten."""
        return Marks(self.in_s if self.in_s is not None and self.in_s < time_s else None, time_s)

    @property
    def span_s(self) -> tuple[float, float] | None:
        """From when to when, if both are there."""
        return None if self.in_s is None or self.out_s is None else (self.in_s, self.out_s)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a key of a class may speak to.

    Attributes
    ----------
    labels : int
        How many of the user's own labels are selected.
    span_s
        The stretch or the moment that is selected, if any is.
    marks
        The beginning and end that were marked; both together are selected, too.
    head_s : float
        Where the red line stands.
    is_playing : bool
        Whether the user plays the clip, or has paused it; false if the program began to by itself.
    clips : int
        How many clips are selected in the list.
    longest_s : float
        The length of the longest of them.
    has_regions : bool
        Whether any of them has labels of stretches or moments.
    """

    labels: int = 0
    span_s: tuple[float, float] | None = None
    marks: Marks = Marks()
    head_s: float = 0.0
    is_playing: bool = False
    clips: int = 1
    longest_s: float = 0.0
    has_regions: bool = False


@dataclass(frozen=True, slots=True)
class SelectedLabels:
    """The labels that are selected."""

    count: int


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of the clip that is shown."""

    start_s: float
    end_s: float
    is_marked: bool = False  # while listening: one goes on and does not stay with it


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the clip that is shown."""

    time_s: float
    is_heard: bool = False  # while listening: one goes on and does not stay with it


@dataclass(frozen=True, slots=True)
class WholeClips:
    """The clips that are selected, each as a whole."""

    count: int
    asks: bool  # before it is done: a clip is long, or somebody labels stretches of it


ClassTarget: TypeAlias = SelectedLabels | TimeSpan | Moment | WholeClips | None


def class_target(now: Situation) -> ClassTarget:
    """What the key of a class labels; None if there is nothing to be labelled.

    Selected labels come first, then what is selected or marked, then clips: several as a whole, and a
    single one as a whole if it is short and has no regions. In every other clip a key labels the moment
    that is heard, and in silence the whole.
    """
    if now.labels:
        return SelectedLabels(now.labels)
    if now.span_s is not None:
        start_s, end_s = now.span_s
        is_marked = now.is_playing and now.span_s == now.marks.span_s
        return TimeSpan(start_s, end_s, is_marked) if end_s > start_s else Moment(start_s)
    if now.marks.in_s is not None and now.head_s > now.marks.in_s:
        return TimeSpan(now.marks.in_s, now.head_s, is_marked=True)
    if now.clips == 0:
        return None
    is_one_sound = now.longest_s <= SHORT_S and not now.has_regions
    if now.clips == 1 and now.is_playing and not is_one_sound:
        return Moment(now.head_s, is_heard=True)
    return WholeClips(now.clips, asks=now.longest_s > LONG_S or now.has_regions)
