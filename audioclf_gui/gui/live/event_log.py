"""Everything that was decided while listening, as the rows of a table and as regions of a label file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    from audioclf_gui.ml.live import Decision, LiveEvent, LiveScores

_MOST_ROWS = 30_000
_ROWS_LEFT = 20_000
_TOUCHING_S = 1e-3  # more than a frame at any rate: times are sums of rounded fractions


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One decision, or several alike that followed each other. Times are those of the log."""

    time_s: float  # of the first decision
    start_s: float  # of the window that it was made about
    end_s: float  # of the last window
    class_name: str  # empty where there was nothing to classify
    score: float  # the highest
    accepted: bool
    reason: Text

    def is_more_of(self, other: "LoggedEvent") -> bool:
        """Whether both say the same: one row is enough for them."""
        said = (self.class_name, self.accepted, self.reason)
        return not self.accepted and said == (other.class_name, other.accepted, other.reason)


class EventLog:
    """Grows while listening; refused decisions that repeat themselves share a row.

    `offset_s` is where in the log's time the present listening began: the log goes on when
    listening is interrupted.
    """

    def __init__(self) -> None:
        self.rows: list[LoggedEvent] = []
        self.accepted: list[int] = []  # the rows of the events
        self.offset_s = 0.0
        self._window: LiveScores | None = None  # the newest
        self._on: dict[str, int] = {}  # for each class that has an event now its row
        self._longest_s = 0.0  # of all events

    @property
    def current(self) -> tuple[LoggedEvent, ...]:
        """The events that go on, the newest first."""
        return tuple(self.rows[row] for row in sorted(self._on.values(), reverse=True))

    def begin(self, offset_s: float) -> None:
        """Another listening begins, at this second of the log or at its end, whichever is later."""
        self.finish()
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
        from audioclf_gui.ml.live import Decision, LiveScores

        first = len(self.rows)
        for answer in answers:
            match answer:
                case LiveScores():
                    first = min(first, self._go_on(answer))
                case Decision():
                    first = min(first, self._decide(answer))
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
        self._on = {name: moved[row] for name, row in self._on.items()}
        return True

    def events_since(self, start_s: float) -> list[LoggedEvent]:
        """The events that end after `start_s` of the present listening, the newest first; its own times."""
        found = []
        for place in reversed(self.accepted):
            row = self.rows[place]
            if row.time_s < max(self.offset_s, self.offset_s + start_s - self._longest_s):
                break
            if row.end_s - self.offset_s >= start_s:
                times = {name: getattr(row, name) - self.offset_s for name in ("time_s", "start_s", "end_s")}
                found.append(replace(row, **times))
        return found

    def regions(self) -> list[Region]:
        """The events as regions of a label file."""
        rows = (self.rows[place] for place in self.accepted)
        return [Region(row.start_s, row.end_s, row.class_name, score=round(row.score, 4)) for row in rows]

    def _go_on(self, window: "LiveScores") -> int:
        """A window belongs to the events that go on in it; the others have ended."""
        self._window = window
        self._on = {name: row for name, row in self._on.items() if name in window.on}
        for name, place in self._on.items():
            self._extend(place, self.offset_s + window.end_s, window.on[name])
        return min(self._on.values(), default=len(self.rows))

    def _extend(self, place: int, end_s: float, score: float) -> None:
        row = self.rows[place]
        self.rows[place] = replace(row, end_s=end_s, score=max(row.score, score))
        self._longest_s = max(self._longest_s, end_s - row.time_s)

    def _to_go_on(self, row: LoggedEvent) -> int | None:
        """The event that this one is one with: of the same class, and nothing lies between them."""
        from audioclf_gui.ml.live import GAP, NO_SIGNAL, SILENT

        own = (at for at in reversed(self.accepted) if self.rows[at].class_name == row.class_name)
        place = next(own, None)
        if place is None or self.rows[place].time_s <= self.offset_s:
            return None
        if row.start_s > self.rows[place].end_s + _TOUCHING_S:
            return None
        is_apart = any(one.reason in (GAP, NO_SIGNAL, SILENT) for one in self.rows[place + 1 :])
        return None if is_apart else place

    def _decide(self, decision: "Decision") -> int:
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
        if not row.class_name:  # nothing can be heard
            self._on = {}
        same = self._to_go_on(row) if row.accepted else self._alike(row)
        if same is not None:
            self._extend(same, row.end_s, row.score)
        else:
            self.rows.append(row)
        place = len(self.rows) - 1 if same is None else same
        if row.accepted:
            self._on[row.class_name] = place
            if same is None:
                self.accepted.append(place)
        return place

    def _alike(self, row: LoggedEvent) -> int | None:
        """The last row, if it says the same as this one."""
        return len(self.rows) - 1 if self.rows and row.is_more_of(self.rows[-1]) else None


def _accepted(rows: Sequence[LoggedEvent]) -> list[int]:
    return [place for place, row in enumerate(rows) if row.accepted]
