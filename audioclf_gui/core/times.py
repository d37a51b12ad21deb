"""How exactly times are known, and when two of them are one."""

_DECIMALS = 6  # of the seconds in most label files, in tables and in fields

SAME_S = 1e-6
"""Times so near to each other, in seconds, are one.

Every program rounds an edge that two labels share, or the end of a recording, to the microsecond in its own
way, and what adding makes of such times lies a little beside them.
"""


def time(value_s: float) -> float:
    """A time to the digits that label files have."""
    return round(value_s, _DECIMALS)
