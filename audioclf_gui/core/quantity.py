"""What the number of each clip is a number of, and in which unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from audioclf_gui.core.spelling import tidied, twin_key
from audioclf_gui.core.text import Text, listed

_DIGITS = 3
_BRACKETED = re.compile(r"(.*?)[\s_]*(?:\[([^\[\]]*)\]|\(([^()]*)\))")
_ENDING = re.compile(r"(.+)[\s_-]+([^\s_-]+)")
_PLAIN_UNITS = (
    "dB dBFS dBA Hz kHz MHz Pa kPa bpm rpm s ms min h seconds minutes hours days weeks months years mm cm m"
    " km mg g kg t ° % °C km/h m/s"
)
_UNITS = {unit.casefold(): unit for unit in _PLAIN_UNITS.split()} | {
    "kmh": "km/h",
    "mps": "m/s",
    "percent": "%",
    "pct": "%",
    "deg": "°",
    "degc": "°C",
}
"""Endings of names of columns that are units, case-folded, and how these are written."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that is known of clips; all of a project are of one quantity."""

    name: str = ""  # empty: not known
    unit: str = ""  # empty: a bare number, or not known
    column: str = ""  # of the table that the numbers came from

    @classmethod
    def of_row(cls, row: Sequence[str]) -> Self:
        """What `row` wrote."""
        name, unit, column = map(str, row)
        return cls(name, unit, column)

    @property
    def row(self) -> list[str]:
        """As JSON holds it."""
        return [self.name, self.unit, self.column]

    @property
    def text(self) -> Text:
        """Name and unit, for the user."""
        if not self.name:
            return Text("numbers without a name")
        if not self.unit:
            return Text.plain(self.name)
        return Text("{quantity} in {unit}", quantity=self.name, unit=self.unit)

    def is_same(self, other: Self) -> bool:
        """Whether both mean the same: they came from columns of one name, or are called the same."""
        if self.column and twin_key(self.column) == twin_key(other.column):
            return True
        return (twin_key(self.name), self.unit) == (twin_key(other.name), other.unit)


UNKNOWN_QUANTITY = Quantity()


def quantity_of(column: str) -> Quantity:
    """What the name of a table's column says about its numbers.

    The unit stands in brackets at the end, or is a usual one behind a blank or `_`. A column that is called
    by its number says nothing.

    Examples
    --------
    >>> quantity_of("snr_db").row, quantity_of("age [years]").row
    (['snr', 'dB', 'snr_db'], ['age', 'years', 'age [years]'])
    """
    name, unit = tidied(column), ""
    if name.isdecimal():
        return Quantity(column=column)
    if (bracketed := _BRACKETED.fullmatch(name)) and bracketed[1]:
        name, unit = bracketed[1], (bracketed[2] or bracketed[3] or "").strip()
    elif (ending := _ENDING.fullmatch(name)) and ending[2].casefold() in _UNITS:
        name, unit = ending[1], _UNITS[ending[2].casefold()]
    return Quantity(name.replace("_", " "), unit, column)


def in_unit(value: float, unit: str = "") -> Text:
    """A value with its unit, to three digits or to whole numbers: "2.13 dB", "-0.0512", "12346 Hz"."""
    whole_digits = len(f"{abs(value):.0f}") if abs(value) >= 1.0 else 0
    decimals = max(0, _DIGITS - whole_digits)
    spec = f".{_DIGITS}g" if 0.0 < abs(value) < 0.01 else f".{decimals}f"
    number = Text.number(value, spec)
    return listed([number, Text.plain(unit)]) if unit else number
