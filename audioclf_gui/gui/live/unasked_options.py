"""What is done while listening without a key being pressed: log, sounds near the threshold, alerts."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.jobs.alerts import AlertOn
from audioclf_gui.jobs.listen_beside import DoneBeside
from audioclf_gui.jobs.log_events import LogTo
from audioclf_gui.jobs.near_misses import KeepNear

if TYPE_CHECKING:
    from audioclf_gui.gui.session import Session

_KEY = "live/unasked"

ROTATIONS: Mapping[str, tuple[bool, float]] = {
    "never": (False, 0.0),
    "daily": (True, 0.0),
    "10 MB": (False, 10.0),
    "100 MB": (False, 100.0),
}
"""When another log is begun: each day, and before so many MB."""


@dataclass(frozen=True, slots=True)
class UnaskedOptions:
    """All of it is off until somebody wants it."""

    is_logged: bool = False
    log: str = ""  # the file
    rotation: str = "never"  # one of ROTATIONS
    keeps_near: bool = False
    per_hour: int = 10
    margin: float = 0.1  # how far a score may be from the threshold
    alert_on: tuple[str, ...] = ()  # names of classes
    rings: bool = True
    shows_banner: bool = True
    command: str = ""  # typed by the user on this computer; no project brings one along

    @property
    def wanted(self) -> DoneBeside:
        """The same for the job that listens."""
        return DoneBeside(
            LogTo(Path(self.log), *ROTATIONS[self.rotation]) if self.is_logged and self.log else None,
            KeepNear(self.per_hour, self.margin) if self.keeps_near else None,
            AlertOn(frozenset(self.alert_on), self.command) if self.alert_on else None,
        )


def remembered(session: "Session") -> UnaskedOptions:
    """What was wanted the last time; nothing where somebody else wrote there."""
    try:
        values = json.loads(session.text(_KEY, "{}"))
        known = {one.name: values[one.name] for one in fields(UnaskedOptions) if one.name in values}
        options = UnaskedOptions(**{**known, "alert_on": tuple(map(str, known.get("alert_on", ())))})
        _ = options.wanted
    except (ValueError, TypeError, KeyError):
        return UnaskedOptions()
    return options


def remember(session: "Session", options: UnaskedOptions) -> None:
    """Keep it for the next time."""
    session.put(_KEY, json.dumps(asdict(options)))
