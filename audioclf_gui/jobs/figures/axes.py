"""Two axes, and where a value lies between them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from audioclf_gui.jobs.figures import svg

_TICKS = 4  # on an axis, about
_NICE = (1.0, 2.0, 5.0, 10.0)

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """A frame at a place, with what its sides stand for; lengths in points."""

    left: float
    top: float
    width: float
    height: float
    across: Range
    up: Range

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where the values are in the figure."""
        (x_low, x_high), (y_low, y_high) = self.across, self.up
        return (
            self.left + (x - x_low) / (x_high - x_low) * self.width,
            self.top + self.height * (1.0 - (y - y_low) / (y_high - y_low)),
        )

    def line(
        self, points: Iterable[tuple[float, float]], colour: svg.Colour, width: float = 1.5, dashes: str = ""
    ) -> list[str]:
        """A line through values; those that are no numbers are left out."""
        placed = [self.place(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]
        return [svg.line(placed, colour, width, dashes=dashes)] if placed else []

    def frame(self, x_ticks: Sequence[float], y_ticks: Sequence[float]) -> list[str]:
        """The frame, with a number and a thin line at each tick."""
        parts = [svg.rect(self.left, self.top, self.width, self.height, svg.NONE, svg.LIGHT)]
        for value in y_ticks:
            x, y = self.place(self.across[0], value)
            parts.append(svg.rule((x, y), (x + self.width, y), svg.LIGHT))
            parts.append(svg.text(x - 4.0, y + 4.0, tick_text(value, y_ticks), anchor="end", colour=svg.GREY))
        for value in x_ticks:
            x, y = self.place(value, self.up[0])
            parts.append(svg.rule((x, y - self.height), (x, y), svg.LIGHT))
            parts.append(svg.text(x, y + 14.0, tick_text(value, x_ticks), anchor="middle", colour=svg.GREY))
        return parts

    def titles(self, across: str, up: str, room: float = 36.0) -> list[str]:
        """What the sides are called; the left one's name stands so far left of it."""
        middle = self.left + 0.5 * self.width, self.top + 0.5 * self.height
        return [
            svg.text(middle[0], self.top + self.height + 30.0, across, anchor="middle", colour=svg.GREY),
            svg.text(self.left - room, middle[1], up, anchor="middle", colour=svg.GREY, turned_deg=-90.0),
        ]


def unit_axes(left: float, top: float, size: float) -> Axes:
    """Of two shares, each from 0 to 1."""
    return Axes(left, top, size, size, (0.0, 1.0), (0.0, 1.0))


def ticks(within: Range) -> tuple[float, ...]:
    """Round numbers at even steps within a range."""
    low, high = within
    rough = (high - low) / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in _NICE if power * one >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(number * step, 12) for number in range(first, last + 1))


def range_of(values: Iterable[float], margin: float = 0.05) -> Range:
    """From the least to the greatest of the values that are numbers, with so much room around them."""
    finite = [value for value in values if math.isfinite(value)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    is_flat = high - low <= 1e-9 * abs(high)
    room = (0.5 * abs(high) or 0.5) if is_flat else margin * (high - low)
    return low - room, high + room


def tick_text(value: float, beside: Sequence[float]) -> str:
    """A number on an axis, as exact as the ticks are apart, with a real minus sign."""
    step = min((abs(after - one) for one, after in pairwise(beside)), default=abs(value) or 1.0)
    if max(map(abs, beside)) >= 1e5 or step < 1e-4:
        said = f"{value:.3g}"
    else:
        said = f"{value:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}"
    return said.replace("-", "\N{MINUS SIGN}", 1) if said.startswith("-") else said
