"""Everything that was decided while listening, as the rows of a table and as regions of a label file."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN

if TYPE_CHECKING:
    from audioclf_gui.ml.decisions import Decision, EventTold
    from audioclf_gui.ml.live import LiveEvent, LiveScores

_MOST_ROWS = 30_000
_ROWS_LEFT = 20_000


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event, or a decision against one, or several alike that followed each other; in times of the log."""

    time_s: float  # of the first decision
    start_s: float  # of the event, or of the window that it was made about
    end_s: float  # of the event, or of the last window
    class_name: str  # empty where there was nothing to classify
    score: float  # the highest
    accepted: bool
    reason: Text
    model: str = ""  # which of two has heard it; empty: there was one
    is_second: bool = False  # whether that is the second of them

    def is_more_of(self, other: "LoggedEvent") -> bool:
        """Whether both say the same: one row is enough for them."""
        said = (self.class_name, self.accepted, self.reason)
        return not self.accepted and said == (other.class_name, other.accepted, other.reason)


class EventLog:
    """Grows while listening; refused decisions that repeat themselves share a row.

    Of a second model there are the events, and not what it refused.

    `offset_s` is where in the log's time the present listening began: the log goes on when
    listening is interrupted.
    """

    def __init__(self) -> None:
        self.rows: list[LoggedEvent] = []
        self.accepted: list[int] = []  # the rows of the events
        self.offset_s = 0.0
        self._window: LiveScores | None = None  # the newest
        self._models = ("", "")  # the names of the first and the second, where there are two
        self._on: dict[tuple[bool, int], int] = {}  # the row of each event that goes on: is_second, number
        self._longest_s = 0.0  # of all events

    @property
    def current(self) -> tuple[LoggedEvent, ...]:
        """The events that go on, the newest first."""
        return tuple(self.rows[row] for row in sorted(self._on.values(), reverse=True))

    @property
    def heard_by_first(self) -> tuple[LoggedEvent, ...]:
        """Those of them that the first model hears."""
        return tuple(row for row in self.current if not row.is_second)

    def begin(self, offset_s: float, models: tuple[str, str] = ("", "")) -> None:
        """Another listening begins, at this second of the log or at its end, whichever is later.

        Parameters
        ----------
        models
            The names of two models, by which their events are told apart; empty where there is one.
        """
        self.finish()
        self._models = models
        self.offset_s = max([offset_s, *(row.end_s for row in self.rows)])

    def finish(self) -> None:
        """Listening has ended, and with it the events that were going on."""
        self._window, self._on = None, {}

    def clear(self) -> None:
        """Forget everything."""
        self.rows.clear()
        self.accepted.clear()
        self.offset_s = self._longest_s = 0.0
        self.finish()

    def add(self, answers: Iterable["LiveEvent"]) -> int:
        """Take in what was answered; the first row that is new or has changed."""
        from audioclf_gui.ml.decisions import Decision, EventTold
        from audioclf_gui.ml.live import LiveScores, SecondAnswer

        first = len(self.rows)
        for answer in answers:
            match answer:
                case LiveScores():
                    self._window = answer
                case EventTold():
                    first = min(first, self._hear(answer))
                case SecondAnswer(answer=EventTold() as told):
                    first = min(first, self._hear(told, is_second=True))
                case Decision(accepted=False):
                    first = min(first, self._refuse(answer))
        return first

    def trim(self) -> bool:
        """Drop the oldest refused decisions when there are too many; whether there were."""
        if len(self.rows) - len(self.accepted) <= _MOST_ROWS:
            return False
        kept = frozenset(self.accepted)
        recent = len(self.rows) - _ROWS_LEFT
        self.rows = [row for place, row in enumerate(self.rows) if place >= recent or place in kept]
        moved = dict(zip(self.accepted, _accepted(self.rows), strict=True))
        self.accepted = list(moved.values())
        self._on = {key: moved[row] for key, row in self._on.items()}
        return True

    def events_between(self, start_s: float, stop_s: float = math.inf) -> list[LoggedEvent]:
        """The first model's events in a stretch of the present listening, the newest first; its own times."""
        found = []
        for place in reversed(self.accepted):
            row = self.rows[place]
            if row.time_s < max(self.offset_s, self.offset_s + start_s - self._longest_s):
                break
            is_inside = row.end_s - self.offset_s >= start_s and row.start_s - self.offset_s <= stop_s
            if is_inside and not row.is_second:
                times = {name: getattr(row, name) - self.offset_s for name in ("time_s", "start_s", "end_s")}
                found.append(replace(row, **times))
        return found

    def regions(self) -> list[Region]:
        """The events as regions of a label file; those of a second model on a track that is called so."""
        rows = (self.rows[place] for place in self.accepted)
        return [
            Region(
                row.start_s,
                row.end_s,
                row.class_name,
                score=round(row.score, 4),
                track=row.model if row.is_second else MAIN,
            )
            for row in rows
        ]

    def _hear(self, told: "EventTold", *, is_second: bool = False) -> int:
        """An event begins, goes on or is over."""
        from audioclf_gui.ml.decisions import EVENT, Phase

        event = told.event
        key = (is_second, told.number)
        place = self._on.get(key)
        if place is None:
            place = self._on[key] = len(self.rows)
            time_s = self.offset_s + (event.end_s if self._window is None else self._window.end_s)
            model = self._models[is_second]
            row = LoggedEvent(time_s, 0.0, 0.0, event.class_name, 0.0, True, EVENT, model, is_second)
            self.rows.append(row)
            self.accepted.append(place)
        start_s, end_s = self.offset_s + event.start_s, self.offset_s + event.end_s
        self.rows[place] = replace(self.rows[place], start_s=start_s, end_s=end_s, score=event.score)
        self._longest_s = max(self._longest_s, end_s - self.rows[place].time_s)
        if told.phase is Phase.ENDED:
            del self._on[key]
        return place

    def _refuse(self, decision: "Decision") -> int:
        window = self._window
        is_about_it = window is not None and window.end_s == decision.time_s
        start_s = window.start_s if window is not None and is_about_it else decision.time_s
        row = LoggedEvent(
            self.offset_s + decision.time_s,
            self.offset_s + start_s,
            self.offset_s + decision.time_s,
            decision.class_name,
            decision.score,
            decision.accepted,
            decision.reason,
        )
        if not (self.rows and row.is_more_of(self.rows[-1])):
            self.rows.append(row)
        else:
            last = self.rows[-1]
            self.rows[-1] = replace(last, end_s=row.end_s, score=max(last.score, row.score))
        return len(self.rows) - 1


def _accepted(rows: Sequence[LoggedEvent]) -> list[int]:
    return [place for place, row in enumerate(rows) if row.accepted]
