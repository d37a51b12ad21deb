"""What is done with events beside showing them: a log, sounds that are kept unasked, alerts."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from audioclf_gui.audio.streams import FileInput
from audioclf_gui.jobs.alerts import Alarm, AlertOn, Alerts, NotAlerted
from audioclf_gui.jobs.keep_sound import KeepSound
from audioclf_gui.jobs.log_events import EventFile, LogTo, NotLogged
from audioclf_gui.jobs.near_misses import KeepNear, NearMisses

if TYPE_CHECKING:
    from audioclf_gui.jobs.listen import Opened

_Event = TypeVar("_Event")

BesideTold = NotLogged | KeepSound | Alarm | NotAlerted
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
        self._log = wanted.log and EventFile(wanted.log, occasion.source.name, occasion.model, began)
        self._alerts = wanted.alerts and Alerts(wanted.alerts)
        self._near = wanted.near and NearMisses(
            wanted.near, occasion, opened.recent, opened.classes, opened.thresholds, opened.silence_db
        )

    def told(self, events: Iterable[_Event]) -> Generator[_Event | BesideTold, None, None]:
        """The events, and after each what comes of it."""
        from audioclf_gui.ml.decisions import EventTold, Phase

        if self._alerts:
            yield from self._alerts.unknown(self._opened.classes)
        for event in events:
            yield event
            if self._log and isinstance(event, EventTold) and event.phase is Phase.ENDED:
                yield from self._log.write(event.event)
            if self._near:
                yield from self._near.hear(event)
            if self._alerts:
                yield from self._alerts.hear(event)
        if self._log:
            yield from self._log.catch_up()
