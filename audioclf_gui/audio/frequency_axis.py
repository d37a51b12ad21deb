"""Where frequencies are on the axis of a spectrogram: even in hertz, in mel or in octaves."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

AxisKind = Literal["linear", "mel", "log"]
AXIS_KINDS: tuple[AxisKind, ...] = ("linear", "mel", "log")

_MOST_DECADES = 3.0  # of a logarithmic axis that would begin at 0 Hz
_FEW_TICKS = 3
_TICK_DIGITS = ((1,), (2, 5), (3,), (2, 3, 4, 5, 6, 8))
"""First digits of ticks, those that people look for first: powers of ten, then what there is room for."""


@dataclass(frozen=True, slots=True)
class FrequencyAxis:
    """A band of frequencies, drawn from the foot (`low_hz`) to the top (`high_hz`) of a picture.

    A logarithmic axis cannot reach 0 Hz: it begins three decades below its top, or at `low_hz`.
    """

    kind: AxisKind
    low_hz: float
    high_hz: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.low_hz < self.high_hz < math.inf:
            raise ValueError(f"no band runs from {self.low_hz} Hz to {self.high_hz} Hz")

    @property
    def foot_hz(self) -> float:
        """What its foot really is."""
        return self.low_hz if self.kind != "log" else max(self.low_hz, self.high_hz / 10**_MOST_DECADES)

    def frequency_at(self, up: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """The frequency at a height: 0 at the foot, 1 at the top."""
        foot, top = self._place(self.foot_hz), self._place(self.high_hz)
        places = foot + np.asarray(up, np.float64) * (top - foot)
        match self.kind:
            case "linear":
                return places
            case "mel":
                return np.asarray(700.0 * (10.0 ** (places / 2595.0) - 1.0))
            case "log":
                return np.asarray(10.0**places)

    def height_at(self, frequency_hz: float) -> float:
        """The inverse of `frequency_at`; below 0 and above 1 outside the band."""
        foot, top = self._place(self.foot_hz), self._place(self.high_hz)
        return (self._place(frequency_hz) - foot) / (top - foot)

    def rows_hz(self, height: int) -> npt.NDArray[np.float64]:
        """The edges of rows of pixels, shape (height + 1,): the top of the uppermost row first."""
        return self.frequency_at((height - np.arange(height + 1)) / height)

    def zoomed(self, factor: float, around_hz: float, widest: "FrequencyAxis") -> "FrequencyAxis":
        """`factor` times as much of the axis, `around_hz` keeping its height; held inside `widest`."""
        up = self.height_at(around_hz)
        return self._between(up - up * factor, up + (1 - up) * factor, widest)

    def moved(self, up: float, widest: "FrequencyAxis") -> "FrequencyAxis":
        """Moved by a part of its height, as far as `widest` reaches."""
        down = min(self.height_at(widest.foot_hz), 0.0)
        up = min(max(up, down), max(self.height_at(widest.high_hz) - 1.0, 0.0))
        return self._between(up, 1.0 + up, widest)

    def _between(self, low_up: float, high_up: float, widest: "FrequencyAxis") -> "FrequencyAxis":
        low_hz, high_hz = widest.low_hz, widest.high_hz
        if low_up > self.height_at(widest.foot_hz):
            low_hz = max(low_hz, float(self.frequency_at(low_up)))
        if high_up < self.height_at(widest.high_hz):
            high_hz = min(high_hz, float(self.frequency_at(high_up)))
        least_hz = widest.high_hz / 1000
        if high_hz - low_hz < least_hz:
            low_hz = min(max((low_hz + high_hz - least_hz) / 2, 0.0), widest.high_hz - least_hz)
            high_hz = low_hz + least_hz
        return FrequencyAxis(self.kind, low_hz, high_hz)

    def _place(self, frequency_hz: float) -> float:
        match self.kind:
            case "linear":
                return frequency_hz
            case "mel":
                return 2595.0 * math.log10(max(1.0 + frequency_hz / 700.0, 1e-9))
            case "log":
                return math.log10(max(frequency_hz, 1e-9))


@lru_cache(maxsize=64)
def ticks_hz(axis: FrequencyAxis, height: float, room: float, head: float = 0.0) -> tuple[float, ...]:
    """Round frequencies at least `room` apart and `head` below the top of an axis, the lowest first.

    They are evenly spaced on a linear axis. On the others they are powers of ten, those of the digits 2
    and 5 or else 3 between them, and more where these leave much room.
    """
    if axis.kind == "linear":
        step = _round_step((axis.high_hz - axis.low_hz) * room / max(height, 1.0))
        most_hz = axis.high_hz - head / max(height, 1.0) * (axis.high_hz - axis.low_hz)
        first, last = math.ceil(axis.low_hz / step - 1e-9), math.floor(most_hz / step + 1e-9)
        return tuple(number * step for number in range(first, last + 1))
    powers = range(math.floor(math.log10(max(axis.foot_hz, 1.0))), math.ceil(math.log10(axis.high_hz)) + 1)
    ticks = [axis.low_hz] if axis.low_hz == 0 and axis.kind == "mel" else []
    for digits in _TICK_DIGITS:
        for candidate in (digit * 10.0**power for power in powers for digit in digits):
            at = axis.height_at(candidate) * height
            inside = axis.foot_hz * (1 - 1e-9) <= candidate and at <= height - head + 1e-6
            if inside and all(abs(axis.height_at(known) * height - at) >= room for known in ticks):
                ticks.append(candidate)
    if len(ticks) < _FEW_TICKS:  # a narrow band is hardly any different from a linear one
        even = list(ticks_hz(FrequencyAxis("linear", axis.foot_hz, axis.high_hz), height, 1.3 * room, head))
        places = [axis.height_at(hz) * height for hz in even]
        has_room = all(after - before >= room for before, after in pairwise(places))
        ticks = even if has_room and len(even) > len(ticks) else ticks
    return tuple(sorted(ticks))


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(max(least, 1e-9)))
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least * (1 - 1e-9))
