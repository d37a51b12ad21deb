"""Numbers and dates as the window shows them: rounded for reading, with the signs of its language.

No other module of the window formats a number for somebody to read, or reads one that somebody typed.
Files and the command line have points and ISO dates in every language.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EM DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"
_GROUP = "\N{NARROW NO-BREAK SPACE}"
_SHORT_S = 0.1  # below it lengths are told in milliseconds, and moments to a tenth of one


@dataclass(frozen=True, slots=True)
class Signs:
    """How a language writes numbers and days."""

    decimal: str = "."
    thousands: str = _GROUP
    day: Callable[[date], str] | None = None  # none: as ISO 8601 does


_signs = Signs()  # of the window's language


def write_with(signs: Signs) -> None:
    """Write and read numbers and days so from now on."""
    global _signs  # noqa: PLW0603  # as the language itself, of which there is one
    _signs = signs


def signed(text: str) -> str:
    """The text of a number with a real minus sign in the place of a leading hyphen; none before zero."""
    if not text.startswith("-"):
        return text
    return MINUS + text[1:] if text.strip("-0.,") else text[1:]


def shown_number(number: float, spec: str = "") -> str:
    """A number as `format` would write it, with the signs of the window's language: "0.93", "0,93"."""
    signs = {ord("."): _signs.decimal, ord(","): _signs.thousands}
    return signed(format(number, spec).translate(signs))


def international_number(number: float, spec: str = "") -> str:
    """A number as `format` would write it, as it is the same in every language: for files."""
    return signed(format(number, spec).replace(",", _GROUP))


def exact_number(number: float, decimals: int) -> str:
    """With no more decimals than say something: "0.25", "3"."""
    text = shown_number(number, f".{decimals}f")
    return text.rstrip("0").rstrip(_signs.decimal) if decimals else text


def number_text(number: int) -> str:
    """44100 as "44 100"; the space does not break."""
    return shown_number(number, ",")


def typed_over(number: int) -> str:
    """A whole number in a field: without a sign between thousands that could be read as the decimal sign."""
    return number_text(number) if _signs.thousands == _GROUP else str(number)


def with_point(typed: str) -> str:
    """What was typed as numbers are read: with a point for the decimal sign of the window's language.

    A point that was typed stands for itself, so "1.5" is one and a half in every language, and "1.234,5" is
    no number.
    """
    return typed.replace(_signs.decimal, ".").replace(MINUS, "-")


def with_own_sign(number: str) -> str:
    """A number that somebody else wrote with a point, with the decimal sign of the window's language."""
    return number.replace(".", _signs.decimal)


def date_text(day: date, *, in_little_room: bool = False) -> str:
    """A day: "2026-11-28" or "11-28", in German "28.11.26"."""
    if _signs.day is not None:
        return _signs.day(day)
    return f"{day:%m-%d}" if in_little_room else f"{day:%Y-%m-%d}"


def time_of_day_text(moment: datetime, decimals: int = 0) -> str:
    """A time of day: "05:30:10", "05:30:10.25"; what is beyond the decimals is cut off."""
    part = f"{moment.microsecond:06}"[:decimals]
    return f"{moment:%H:%M:%S}{_signs.decimal if part else ''}{part}"


def minute_text(at: str) -> str:
    """When something was, told by ISO 8601: "2026-11-28 17:45"; nothing of nothing."""
    return f"{date_text(date.fromisoformat(at[:10]))} {at[11:16]}" if at else ""


def moment_text(moment: datetime) -> str:
    """A day and a time of day, as exact as it is known."""
    return f"{date_text(moment)} {time_of_day_text(moment, 6 if moment.microsecond else 0)}"


def clock(seconds: float) -> str:
    """A position: "00:02.481", "1:00:02.481"."""
    total_ms = round(max(0.0, seconds) * 1000)
    minutes, ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:" if hours else ""
    return f"{start}{minutes:02}:{ms // 1000:02}{_signs.decimal}{ms % 1000:03}"


def clock_short(seconds: float) -> str:
    """A position to the second: "00:02", "1:00:02"."""
    return clock(math.floor(max(0.0, seconds)))[: -len(".000")]


def seconds_text(seconds: float) -> str:
    """A length in a table: "0.25 s", "5.0 s", "2 min 05 s", "1 h 02 min"."""
    if seconds < 0.9995:
        return f"{shown_number(seconds, '.2f')} s"
    if seconds < 99.95:
        return f"{shown_number(seconds, '.1f')} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def duration_text(seconds: float) -> str:
    """How long something takes: "8 s", "1 min 12 s", "2 h 05 min"."""
    minutes, rest = divmod(round(max(0.0, seconds)), 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def length_text(length_s: float) -> str:
    """How long something is: "0.750 s", "1.35 ms"."""
    if length_s >= _SHORT_S or not length_s:
        return f"{shown_number(length_s, '.3f')} s"
    return f"{shown_number(length_s * 1000, '.2f')} ms"


def edges_text(start_s: float, end_s: float, dash: str = "\N{EN DASH}") -> str:
    """From when to when something is, more exactly where it is short: "2.250–3.000 s", "0.1803–0.1816 s"."""
    spec = ".3f" if end_s - start_s >= _SHORT_S else ".4f"
    return f"{shown_number(start_s, spec)}{dash}{shown_number(end_s, spec)} s"


def hz_text(hz: float, step_hz: float = 100.0) -> str:
    """A frequency on an axis, as exact as its ticks are apart: "620", "5.1k", "12k", "2.05k"."""
    exponent = math.floor(math.log10(step_hz) + 1e-9)
    if hz < 999.5:
        return shown_number(hz, f".{max(0, -exponent)}f")
    return f"{exact_number(hz / 1000, max(0, 3 - exponent))}k"


def rate_text(rate_hz: int) -> str:
    """A sampling rate: "44 100 Hz"."""
    return f"{number_text(rate_hz)} Hz"


def db_text(db: float) -> str:
    """A level: "−2.1 dBFS"; silence is "−∞ dBFS"."""
    return f"{MINUS}∞ dBFS" if db <= -120.0 else f"{shown_number(db, '.1f')} dBFS"


def score_text(score: float) -> str:
    """A probability: "0.93"; never "1.00" for what is not certain."""
    return shown_number(min(score, 0.99) if score < 1.0 else score, ".2f")


def capitalised(text: str) -> str:
    """The text with a capital letter first, where its language has such."""
    return text[:1].upper() + text[1:]
