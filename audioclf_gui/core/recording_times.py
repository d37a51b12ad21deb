"""When a recording began, as far as its name tells."""

import re
from datetime import datetime

_EARLIEST, _LATEST = 1990, 2100

_NAMED = re.compile(
    r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)[T _-]{1,2}(\d\d)([-_.:]?)(\d\d)\6(\d\d)(?:[.,]\d+)?(?!\d)",
    re.IGNORECASE,
)


def started_by_name(name: str) -> datetime | None:
    """The moment that a file's name tells; of several the first that can be one."""
    for match in _NAMED.finditer(name):
        year, _, month, day, hour, _, minute, second = match.groups()
        if (found := moment(year, month, day, hour, minute, second)) is not None:
            return found
    return None


def moment(year: str, month: str, day: str, hour: str, minute: str, second: str) -> datetime | None:
    """The moment that digits tell; None if there is none such, or none at which anybody recorded so."""
    try:
        found = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second))
    except ValueError:
        return None
    return found if _EARLIEST <= found.year < _LATEST else None
