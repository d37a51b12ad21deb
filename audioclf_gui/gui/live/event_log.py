"""Everything that was decided while listening, as the rows of a table and as regions of a label file."""

from collections.abc import Iterable
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
        self._window: LiveScores | None = None  # not decided upon: it goes on with the event, or is new
        self._is_event = False

    @property
    def current(self) -> LoggedEvent | None:
        """The event that goes on."""
        return self.rows[self.accepted[-1]] if self._is_event else None

    def begin(self, offset_s: float) -> None:
        """Another listening begins, at this second of the log or at its end, whichever is later."""
        self.finish()
        self.offset_s = max([offset_s, *(row.end_s for row in self.rows[-1:])])

    def finish(self) -> int:
        """Listening has ended, and with it an event that was going on; the first row that has changed."""
        changed = self._go_on()
        self._is_event = False
        return changed

    def clear(self) -> None:
        """Forget everything."""
        self.rows.clear()
        self.accepted.clear()
        self.offset_s, self._window, self._is_event = 0.0, None, False

    def add(self, answers: Iterable["LiveEvent"]) -> int:
        """Take in what was answered; the first row that is new or has changed."""
        from audioclf_gui.ml.live import Decision, LiveScores

        first = len(self.rows)
        for answer in answers:
            match answer:
                case LiveScores():
                    first = min(first, self._go_on())
                    self._window = answer
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
        self.accepted = [place for place, row in enumerate(self.rows) if row.accepted]
        return True

    def events_since(self, start_s: float) -> list[LoggedEvent]:
        """The events that end after `start_s` of the present listening, the newest first; its own times."""
        found = []
        for place in reversed(self.accepted):
            row = self.rows[place]
            if row.end_s - self.offset_s < start_s or row.time_s < self.offset_s:
                break
            times = {name: getattr(row, name) - self.offset_s for name in ("time_s", "start_s", "end_s")}
            found.append(replace(row, **times))
        return found

    def regions(self) -> list[Region]:
        """The events as regions of a label file."""
        rows = (self.rows[place] for place in self.accepted)
        return [Region(row.start_s, row.end_s, row.class_name, score=round(row.score, 4)) for row in rows]

    def _go_on(self) -> int:
        """A window without a decision of its own belongs to the event that goes on."""
        window, self._window = self._window, None
        if window is None or not self._is_event:
            return len(self.rows)
        place = self.accepted[-1]
        row = self.rows[place]
        score = max(row.score, float(window.smoothed.max()))
        self.rows[place] = replace(row, end_s=self.offset_s + window.end_s, score=score)
        return place

    def _goes_on_with(self, row: LoggedEvent) -> bool:
        """Whether an event is one with the last one: of the same class, and nothing lies between them."""
        from audioclf_gui.ml.live import GAP, NO_SIGNAL, SILENT

        if not self.accepted or self.rows[self.accepted[-1]].time_s <= self.offset_s:
            return False
        last, since = self.rows[self.accepted[-1]], self.rows[self.accepted[-1] + 1 :]
        touches = last.class_name == row.class_name and row.start_s <= last.end_s + _TOUCHING_S
        return touches and not any(one.reason in (GAP, NO_SIGNAL, SILENT) for one in since)

    def _decide(self, decision: "Decision") -> int:
        window, self._window = self._window, None
        start_s = decision.time_s if window is None else window.start_s
        self._is_event = decision.accepted
        row = LoggedEvent(
            self.offset_s + decision.time_s,
            self.offset_s + start_s,
            self.offset_s + decision.time_s,
            decision.class_name,
            decision.score,
            decision.accepted,
            decision.reason,
        )
        if row.accepted and self._goes_on_with(row):
            last = self.rows[self.accepted[-1]]
            score = max(last.score, row.score)
            self.rows[self.accepted[-1]] = replace(last, end_s=row.end_s, score=score)
            return self.accepted[-1]
        if self.rows and row.is_more_of(self.rows[-1]):
            last = self.rows[-1]
            self.rows[-1] = replace(last, end_s=row.end_s, score=max(last.score, row.score))
            return len(self.rows) - 1
        self.rows.append(row)
        if row.accepted:
            self.accepted.append(len(self.rows) - 1)
        return len(self.rows) - 1
