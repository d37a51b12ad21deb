"""How sure a share is that was counted in a sample."""

import math
from dataclasses import dataclass

from audioclf_gui.core.figures import Interval
from audioclf_gui.core.text import Text

_Z = 1.959963984540054  # of the normal distribution, for 95 %


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many of a sample were right; ValueError if that cannot be."""

    right: int
    judged: int

    def __post_init__(self) -> None:
        if not 0 <= self.right <= self.judged or not self.judged:
            raise ValueError(f"{self.right} of {self.judged} cannot be right")

    @property
    def share(self) -> float:
        """Of those that were judged, 0 to 1."""
        return self.right / self.judged

    @property
    def interval(self) -> Interval:
        """Where the share of all lies with 95 % confidence.

        It is Wilson's score interval, which holds for samples as small as ten and for shares near 0 and 1
        (Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16,
        2001). Of a sample that is most of the whole it is wider than need be.
        """
        n, share, z2 = self.judged, self.share, _Z**2
        centre = (share + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return max(0.0, centre - half), min(1.0, centre + half)

    @property
    def text(self) -> Text:
        """In words, as a precision."""
        low, high = self.interval
        return Text(
            "{right} of {judged} are right: precision {share:.2f} (95 % interval {low:.2f} to {high:.2f})",
            right=self.right,
            judged=self.judged,
            share=self.share,
            low=low,
            high=high,
        )
