"""Numbers as the window shows them: rounded for reading, with units and real minus signs."""

import math

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EM DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"
_GROUP = "\N{NARROW NO-BREAK SPACE}"
_SHORT_S = 0.1  # below it lengths are told in milliseconds, and moments to a tenth of one


def signed(text: str) -> str:
    """The text of a number with a real minus sign in the place of a leading hyphen; none before zero."""
    if not text.startswith("-"):
        return text
    return MINUS + text[1:] if text.strip("-0.,") else text[1:]


def number_text(number: int) -> str:
    """44100 as "44 100"; the space does not break."""
    return signed(f"{number:,}".replace(",", _GROUP))


def clock(seconds: float) -> str:
    """A position: "00:02.481", "1:00:02.481"."""
    total_ms = round(max(0.0, seconds) * 1000)
    minutes, ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:" if hours else ""
    return f"{start}{minutes:02}:{ms // 1000:02}.{ms % 1000:03}"


def clock_short(seconds: float) -> str:
    """A position to the second: "00:02", "1:00:02"."""
    return clock(math.floor(max(0.0, seconds))).partition(".")[0]


def seconds_text(seconds: float) -> str:
    """A length in a table: "0.25 s", "5.0 s", "2 min 05 s", "1 h 02 min"."""
    if seconds < 0.9995:
        return f"{seconds:.2f} s"
    if seconds < 99.95:
        return f"{seconds:.1f} s"
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
    return f"{length_s:.3f} s" if length_s >= _SHORT_S or not length_s else f"{length_s * 1000:.2f} ms"


def edges_text(start_s: float, end_s: float, dash: str = "\N{EN DASH}") -> str:
    """From when to when something is, more exactly where it is short: "2.250–3.000 s", "0.1803–0.1816 s"."""
    decimals = 3 if end_s - start_s >= _SHORT_S else 4
    return f"{start_s:.{decimals}f}{dash}{end_s:.{decimals}f} s"


def hz_text(hz: float, step_hz: float = 100.0) -> str:
    """A frequency on an axis, as exact as its ticks are apart: "620", "5.1k", "12k", "2.05k"."""
    exponent = math.floor(math.log10(step_hz) + 1e-9)
    if hz < 999.5:
        return f"{hz:.{max(0, -exponent)}f}"
    thousands = f"{hz / 1000:.{max(0, 3 - exponent)}f}"
    return f"{thousands.rstrip('0').rstrip('.') if '.' in thousands else thousands}k"


def rate_text(rate_hz: int) -> str:
    """A sampling rate: "44 100 Hz"."""
    return f"{number_text(rate_hz)} Hz"


def db_text(db: float) -> str:
    """A level: "−2.1 dBFS"; silence is "−∞ dBFS"."""
    return f"{MINUS}∞ dBFS" if db <= -120.0 else f"{signed(f'{db:.1f}')} dBFS"


def score_text(score: float) -> str:
    """A probability: "0.93"; never "1.00" for what is not certain."""
    return f"{min(score, 0.99) if score < 1.0 else score:.2f}"


def capitalised(text: str) -> str:
    """The text with a capital letter first, where its language has such."""
    return text[:1].upper() + text[1:]
