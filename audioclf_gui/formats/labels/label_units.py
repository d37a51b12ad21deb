"""The units in which tables of labels count, by what they are called in the names of columns."""

import re

from audioclf_gui.core.text import Text
from audioclf_gui.formats.labels.column_names import WORDS

_CLOCK = re.compile(r"[hms]+(?:[:.,][hms]+)+|uhrzeit", re.IGNORECASE)
_SECONDS, _MILLISECONDS, _MICROSECONDS, _MINUTES, _HOURS = 1.0, 1e-3, 1e-6, 60.0, 3600.0
_UNITS = {
    ("", "s", "sec", "secs", "second", "seconds", "sek", "sek.", "sekunden", "秒"): _SECONDS,
    ("ms", "msec", "millis", "millisecond", "milliseconds", "millisekunden", "毫秒"): _MILLISECONDS,
    ("us", "µs", "μs", "microseconds", "mikrosekunden", "微秒"): _MICROSECONDS,
    ("min", "mins", "minute", "minutes", "minuten", "分钟"): _MINUTES,
    ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "小时"): _HOURS,
}
_TIME_UNITS = {name: unit for names, unit in _UNITS.items() for name in names}
_FREQUENCY_UNITS = {"": 1.0, "hz": 1.0, "khz": 1e3}
PERCENT = 1e-2
_SCORE_UNITS = {"": 1.0, "%": PERCENT}
UNIT_TEXTS = {
    _MILLISECONDS: Text("milliseconds"),
    _MICROSECONDS: Text("microseconds"),
    _MINUTES: Text("minutes"),
    _HOURS: Text("hours"),
}
SMALL = frozenset((_MILLISECONDS, _MICROSECONDS))
"""Those of which nobody writes a thousandth."""


def unit_of(ours: str, unit: str) -> float | None:
    """What 1 of a unit is in ours: seconds, hertz, a share of 1; None if it is none for such a column."""
    if ours in WORDS:
        return None if unit else 1.0
    if ours == "score":
        return _SCORE_UNITS.get(unit)
    if ours in {"low_hz", "high_hz"}:
        return _FREQUENCY_UNITS.get(unit)
    return 1.0 if _CLOCK.fullmatch(unit) else _TIME_UNITS.get(unit)
