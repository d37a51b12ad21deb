"""What is done with events beside showing them: a log, sounds that are kept unasked, alerts."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.alerts import Alarm, AlertOn, Alerts, NotAlerted
from audioclf_gui.jobs.keep_sound import KeepSound
from audioclf_gui.jobs.log_events import EventFile, LogTo, NotLogged
from audioclf_gui.jobs.near_misses import KeepNear, NearMisses

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import Opened

_Event = TypeVar("_Event")


@dataclass(frozen=True, slots=True)
class NothingOfNumbers:
    """What is wanted goes by classes, and the model has none: nothing comes of it."""

    text: Text


BesideTold = NotLogged | KeepSound | Alarm | NotAlerted | NothingOfNumbers
"""What comes of it; a KeepSound is for whoever has the project."""


@dataclass(frozen=True, slots=True)
class DoneBeside:
    """What is wanted; None: nothing of the kind."""

    log: LogTo | None = None  # where events are written as they end
    near: KeepNear | None = None  # which sounds are kept that nobody asked for
    alerts: AlertOn | None = None  # of which events is to be warned

    def begin(self, opened: "Opened") -> "BesideListening":
        """Ready for what is heard from now on; UserError if the log or the command cannot be."""
        return BesideListening(self, opened)


class BesideListening:
    """Does it for one sitting."""

    def __init__(self, wanted: DoneBeside, opened: "Opened") -> None:
        occasion = opened.occasion
        began = None if isinstance(occasion.source, FileInput) else occasion.began.astimezone()
        self._opened = opened
        is_number = opened.estimated is not None
        self._without = tuple(_of_no_number(wanted, opened))
        self._log = (
            EventFile(wanted.log, occasion.source.name, occasion.model, began)
            if wanted.log and opened.has_events
            else None
        )
        self._alerts = wanted.alerts and Alerts(wanted.alerts)
        self._near = (
            NearMisses(
                wanted.near, occasion, opened.recent, opened.classes, opened.thresholds, opened.silence_db
            )
            if wanted.near and not is_number
            else None
        )

    def told(self, events: Iterable[_Event]) -> Generator[_Event | BesideTold, None, None]:
        """The events, and after each what comes of it."""
        yield from self._without
        if self._alerts:
            yield from self._alerts.unknown(self._opened.classes)
        for event in events:
            yield event
            if self._log:
                yield from self._logged(self._log, event)
            if self._near:
                yield from self._near.hear(event)
            if self._alerts:
                yield from self._alerts.hear(event)
        if self._log:
            yield from self._log.catch_up()

    def _logged(self, log: EventFile, told: object) -> Sequence[NotLogged]:
        """Write what is over, whichever model has heard it."""
        from audioclf_gui.ml.decisions import EventTold, Phase
        from audioclf_gui.ml.live import SecondAnswer

        second = self._opened.second
        match told:
            case EventTold(phase=Phase.ENDED, event=event):
                return log.write(event)
            case SecondAnswer(answer=EventTold(phase=Phase.ENDED, event=event)) if second is not None:
                return log.write(event, second.name)
        return ()


def _of_no_number(wanted: DoneBeside, opened: "Opened") -> Iterator[NothingOfNumbers]:
    """What is wanted and cannot be where a number is estimated."""
    if opened.estimated is None:
        return
    number = opened.estimated.name
    if wanted.log and not opened.has_events:
        name = wanted.log.path.name
        text = Text(
            "{number} is a number, which has no events: nothing is logged to {name}.",
            number=number,
            name=name,
        )
        yield NothingOfNumbers(text)
    if wanted.near:
        text = Text("{number} is a number, which has no threshold: no sound near one is kept.", number=number)
        yield NothingOfNumbers(text)
