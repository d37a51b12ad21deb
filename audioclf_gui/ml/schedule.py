"""How the learning rate goes up and down again, also when training has to end early."""

import math

_START_DIVISOR = 25.0  # the first rate is the peak divided by this


class OneCycle:
    """One rise and one fall of the learning rate (Smith & Topin, 2018), counted in steps.

    An early end only shortens it: from wherever it is, the rate falls to zero within the cool-down,
    so that training never stops at a high rate.
    """

    def __init__(self, steps: int, peak: float, warm_up: float, decay: str) -> None:
        self.steps = steps
        self._peak = peak
        self._warm_up = warm_up
        self._linear = decay == "linear"
        self._cool_start: int | None = None
        self._cool_rate = 0.0

    @property
    def _warm_steps(self) -> float:
        return self._warm_up * self.steps

    @property
    def cooling(self) -> bool:
        """Whether an early end has been decided."""
        return self._cool_start is not None

    def rate(self, step: int) -> float:
        """The learning rate of step `step`, counted from 0."""
        if self._cool_start is not None:
            return self._cool_rate * self._fall((step - self._cool_start) / (self.steps - self._cool_start))
        if step < self._warm_steps:
            start = self._peak / _START_DIVISOR
            return start + (self._peak - start) * (1.0 - self._fall(step / self._warm_steps))
        return self._peak * self._fall((step - self._warm_steps) / (self.steps - self._warm_steps))

    def plan(self, step: int, steps: int) -> bool:
        """Have so many steps in all instead; nothing changes (False) once the rate has risen."""
        if self.cooling or step >= self._warm_steps:
            return False
        self.steps = steps
        return True

    def shorten(self, step: int, cool_steps: int) -> bool:
        """End `cool_steps` after `step` instead; nothing changes (False) when the end is as near already."""
        if self.cooling or step + cool_steps >= self.steps:
            return False
        self._cool_rate = self.rate(step)
        self._cool_start = step
        self.steps = step + max(1, cool_steps)
        return True

    def _fall(self, part: float) -> float:
        """1 at the beginning, 0 at the end."""
        return 1.0 - part if self._linear else (1.0 + math.cos(math.pi * part)) / 2.0
