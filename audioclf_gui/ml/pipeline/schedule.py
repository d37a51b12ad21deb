"""How the learning rate goes up and down again, also when training has to end early."""

import math
from dataclasses import dataclass, replace
from typing import Literal

_START_DIVISOR = 25.0  # the first rate is the peak divided by this


@dataclass(frozen=True, slots=True)
class OneCycle:
    """One rise and one fall of the learning rate (Smith & Topin, 2018), counted in steps.

    An early end only shortens it: from wherever it is, the rate falls to zero within the cool-down,
    so that training never stops at a high rate.
    """

    steps: int
    peak: float
    warm_up: float  # part of the steps in which the rate rises
    decay: Literal["cosine", "linear", "none"]  # none: it stays where it is, but for an early end
    cool_start: int | None = None  # where an early end begins; None: there is none
    cool_rate: float = 0.0

    @property
    def is_cooling(self) -> bool:
        """Whether an early end has been decided."""
        return self.cool_start is not None

    def rate(self, step: int) -> float:
        """The learning rate of step `step`, counted from 0."""
        if self.cool_start is not None:
            return self.cool_rate * self._fall((step - self.cool_start) / (self.steps - self.cool_start))
        if step < self._warm_steps:
            start = self.peak / _START_DIVISOR
            return start + (self.peak - start) * (1.0 - self._fall(step / self._warm_steps))
        if self.decay == "none":
            return self.peak
        return self.peak * self._fall((step - self._warm_steps) / (self.steps - self._warm_steps))

    def is_rising(self, step: int) -> bool:
        """Whether the peak is still to come, so that the whole cycle can be planned anew."""
        return not self.is_cooling and step < self._warm_steps

    def shortened(self, step: int, cool_steps: int) -> "OneCycle":
        """The cycle that ends `cool_steps` after `step`; the same one when its end is as near already."""
        if self.is_cooling or step + cool_steps >= self.steps:
            return self
        return replace(self, cool_rate=self.rate(step), cool_start=step, steps=step + max(1, cool_steps))

    @property
    def _warm_steps(self) -> float:
        return self.warm_up * self.steps

    def _fall(self, part: float) -> float:
        """1 at the beginning, 0 at the end."""
        return 1.0 - part if self.decay == "linear" else (1.0 + math.cos(math.pi * part)) / 2.0
