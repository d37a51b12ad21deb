"""From the scores of windows to events, by one rule for microphones, files and archives."""

import enum
import math
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.decision_settings import DecisionSettings
from audioclf_gui.ml.edges import FRAME_S, Region
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.window_scores import WindowScores
from audioclf_gui.ml.windows import Samples

EVENT = Text("event")
TOO_SHORT = Text("too short")
COOL_DOWN = Text("cool-down")
REMNANT = Text("only the end of a sound")
NONE_OF_THESE = Text("no class")

_REMNANT = 1 / 3  # of a window: a sound that is over by then was better heard in the windows before
_HOP_ROUNDING_S = 1e-4  # hops are whole frames


def below(threshold: float) -> Text:
    """The reason for refusing a score."""
    return Text("below {threshold:.2f}", threshold=threshold)


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch in which a class is heard."""

    start_s: float
    end_s: float
    class_name: str
    score: float  # the highest of its windows


class Phase(enum.Enum):
    """What is told of an event."""

    BEGUN = enum.auto()
    GOES_ON = enum.auto()
    ENDED = enum.auto()


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event as far as it is known."""

    number: int  # of the events of a sound, from 0
    phase: Phase
    event: Event


@dataclass(frozen=True, slots=True)
class Decision:
    """What was made of a window, and why."""

    time_s: float  # end of the window
    class_name: str  # empty where the input was silent or broken
    score: float  # smoothed, 0 to 1
    accepted: bool
    reason: Text  # one of the above, the `state` of the window, or `below` a threshold


@dataclass(frozen=True, slots=True)
class _Located:
    """Where the sounds of a window are; times in seconds of the whole sound."""

    start_s: float
    end_s: float
    sound_s: Region
    sounds: tuple[Region, ...]

    def begins_s(self, before: "_Located | None") -> float:
        """Where that begins of which the window `before` was not yet, and this one is.

        Where the level does not tell, halfway between the middles of the two windows.
        """
        if before is None:
            return self.sounds[0][0] if self.sounds else self.sound_s[0]
        new = next((one for one, end in self.sounds if end > before.end_s), self.start_s)
        return new if new > self.start_s + FRAME_S else self._within(_between(before, self))

    def ends_s(self, after: "_Located | None") -> float:
        """Where that ends of which this window is and the one `after` it is not, or where all ends."""
        if after is None:
            return self.sounds[-1][1] if self.sounds else self.sound_s[1]
        over = next((end for one, end in reversed(self.sounds) if one < after.start_s), self.end_s)
        return over if over < self.end_s - FRAME_S else self._within(_between(self, after))

    @property
    def has_remnant(self) -> bool:
        """Whether there is but the end of a sound, and silence after it: too little to begin with."""
        over_s = self.start_s + _REMNANT * (self.end_s - self.start_s)
        return bool(self.sounds) and self.sounds[-1][1] < over_s

    def _within(self, time_s: float) -> float:
        """The time itself if it is not in digital silence, else where that ends or begins."""
        first_s, last_s = self.sound_s
        return min(max(time_s, first_s), last_s)


def _between(one: _Located, other: _Located) -> float:
    return (one.start_s + one.end_s + other.start_s + other.end_s) / 4.0


@dataclass(slots=True)
class _Open:
    """A class that is above its threshold, or was a moment ago."""

    begins_s: float
    since_s: float  # end of the first window in which it was
    last: _Located  # window in which it was
    score: float
    after: _Located | None = None  # the first window in which it was no more
    number: int = -1  # none while it does not count

    @property
    def ends_s(self) -> float:
        return max(self.last.ends_s(self.after), self.begins_s + FRAME_S)


class Decider:
    """Events of a sound from its windows as they come, each with a decision about every class in question.

    An event of a class begins where its score reaches its threshold, and goes on while it does not fall below
    `release` of that; of an objective with one class a sound there is one at a time, see `Objective.heard`.
    Where it begins and ends is read from how loud the sound is, or else lies between two windows. `EventTold`
    says so when it begins to count, with every window that it goes on in, and when it is over.
    """

    def __init__(self, objective: Objective, thresholds: Sequence[float], settings: DecisionSettings) -> None:
        given = settings.threshold
        self._objective = objective
        self._settings = settings
        self._least = tuple(thresholds) if given is None else (given,) * len(objective.classes)
        self._released = tuple(settings.release * one for one in self._least)
        self._rested_s: dict[int, float] = {}  # for each class, when it was heard last in an event
        self._count = 0
        self._over_s = -math.inf  # the end of the last event
        self._smoothed: Samples | None = None
        self._before: _Located | None = None
        self._open: dict[int, _Open] = {}

    def hear(self, window: WindowScores) -> tuple[Samples, list[Decision | EventTold]]:
        """The smoothed scores of the next window, 0 where there is nothing to hear, and what follows of them.

        Of a quantity nothing follows.
        """
        if window.state is not None:
            return np.zeros_like(window.scores), self._silent(window, window.state)
        past = window.scores if self._smoothed is None else self._smoothed
        weight = self._settings.smoothing
        smoothed: Samples = weight * past + (1.0 - weight) * window.scores
        self._smoothed = smoothed
        if not self._objective.has_classes:
            return smoothed, []
        seen = _Located(window.start_s, window.end_s, window.sound_s, window.sounds)
        told = list(self._decided(seen, smoothed))
        self._before = seen
        return smoothed, told

    def _silent(self, window: WindowScores, state: Text) -> list[Decision | EventTold]:
        """Nothing can be heard here: what was going on is over."""
        seen = _Located(window.start_s, window.end_s, window.sound_s, ())
        for one in self._open.values():
            one.after = one.after or seen
        told = self.end()
        self._before = seen
        return [*told, Decision(window.end_s, "", 0.0, accepted=False, reason=state)]

    def end(self) -> list[EventTold]:
        """The sound ends here, or is broken off: what was going on is over."""
        told = list(self._ended(list(self._open)))
        self._smoothed = self._before = None  # the next window stands alone
        return told

    def _decided(self, seen: _Located, scores: Samples) -> Iterator[Decision | EventTold]:
        heard = self._objective.heard(scores, self._least)
        goes_on = [at for at in self._objective.heard(scores, self._released) if at in self._open]
        on = [*heard, *(at for at in goes_on if at not in heard)]
        yield from self._left(seen, on)
        for at in on:
            if at not in self._open and self._before is not None and seen.has_remnant:
                name = self._objective.classes[at]
                yield Decision(seen.end_s, name, float(scores[at]), accepted=False, reason=REMNANT)
                continue
            yield from self._joined(at, seen, float(scores[at]))
            yield from self._about(at, seen.end_s, float(scores[at]))
        if not on:
            best = int(scores.argmax())
            reason = NONE_OF_THESE if self._objective.is_none(scores) else below(self._least[best])
            name = self._objective.classes[best]
            yield Decision(seen.end_s, name, float(scores[best]), accepted=False, reason=reason)

    def _left(self, seen: _Located, on: Sequence[int]) -> Iterator[EventTold]:
        """What is not in this window: it may come back, while there is too little between to part the two."""
        for at, one in list(self._open.items()):
            if at in on:
                continue
            one.after = one.after or seen
            if one.number < 0:
                del self._open[at]
            elif seen.start_s > one.ends_s + self._settings.join_s:
                yield from self._ended([at])

    def _joined(self, at: int, seen: _Located, score: float) -> Iterator[EventTold]:
        """The class is in this window: an event of it goes on, or begins."""
        one = self._open.get(at)
        if one is None or one.after is not None:
            begins_s = seen.begins_s(self._before)
            if one is not None and begins_s > one.ends_s + self._settings.join_s:
                yield from self._ended([at])
                one = None
            if one is None:
                begins_s = yield from self._parted(at, begins_s)
                self._open[at] = one = _Open(begins_s, seen.end_s, seen, score)
        one.last, one.after, one.score = seen, None, max(one.score, score)

    def _parted(self, at: int, begins_s: float) -> Generator[EventTold, None, float]:
        """Where an event begins that cannot overlap with another one, which is over then."""
        if not self._objective.is_exclusive:
            return begins_s
        for other in [one for one in self._open if one != at]:
            edge_s = (self._open[other].ends_s + begins_s) / 2.0
            yield from self._ended([other], edge_s if edge_s > begins_s else math.inf)
        return max(begins_s, self._over_s)

    def _about(self, at: int, now_s: float, score: float) -> Iterator[Decision | EventTold]:
        """Whether a class counts that is above its threshold."""
        one, name = self._open[at], self._objective.classes[at]
        is_new = one.number < 0
        if is_new and (refusal := self._refusal(at, now_s)) is not None:
            yield Decision(now_s, name, score, accepted=False, reason=refusal)
            return
        self._rested_s[at] = now_s
        if is_new:
            one.number = self._count
            self._count += 1
            yield Decision(now_s, name, score, accepted=True, reason=EVENT)
        yield EventTold(one.number, Phase.BEGUN if is_new else Phase.GOES_ON, self._event(at))

    def _refusal(self, at: int, now_s: float) -> Text | None:
        if now_s - self._open[at].since_s < self._settings.min_event_s - _HOP_ROUNDING_S:
            return TOO_SHORT
        rested_s = now_s - self._rested_s.get(at, -math.inf)
        return COOL_DOWN if rested_s < self._settings.cool_down_s - _HOP_ROUNDING_S else None

    def _ended(self, classes: Iterable[int], latest_s: float = math.inf) -> Iterator[EventTold]:
        for at in classes:
            event, one = self._event(at, latest_s), self._open.pop(at)
            if one.number >= 0:
                self._over_s = event.end_s
                yield EventTold(one.number, Phase.ENDED, event)

    def _event(self, at: int, latest_s: float = math.inf) -> Event:
        one = self._open[at]
        end_s = max(min(one.ends_s, latest_s), one.begins_s)
        return Event(one.begins_s, end_s, self._objective.classes[at], one.score)


def find_events(
    windows: Sequence[WindowScores],
    objective: Objective,
    thresholds: Sequence[float],
    settings: DecisionSettings,
) -> tuple[Event, ...]:
    """The events of a whole sound, in order of their starts."""
    decider = Decider(objective, thresholds, settings)
    told = [one for window in windows for one in decider.hear(window)[1]]
    ended = [
        one for one in (*told, *decider.end()) if isinstance(one, EventTold) and one.phase is Phase.ENDED
    ]
    return tuple(sorted((one.event for one in ended), key=lambda event: (event.start_s, event.end_s)))
