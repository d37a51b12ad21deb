"""A learning curve as a value, which needs nothing that learns."""

from dataclasses import dataclass

from audioclf_gui.core.figures import Interval
from audioclf_gui.ml.power_law import PowerLaw


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What models of so many labels came to."""

    labels: float  # that a fold learnt from, on average
    figure: float  # of the objective, mean over the repeats; 1 is perfect
    interval: Interval | None  # None: too few groups to tell


@dataclass(frozen=True, slots=True)
class ClassGain:
    """What the last doubling of the labels brought for one class."""

    name: str
    labels: int
    half: float  # share of its examples that is found with half of the labels
    whole: float  # with all of them

    @property
    def gain(self) -> float:
        """How much more that is."""
        return self.whole - self.half


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """The points in order of size, and what follows from them.

    Attributes
    ----------
    law : PowerLaw
        Of what each figure lacks to 1.
    gain : float
        What twice the labels are expected to add to the figure.
    gain_interval : Interval, optional
        None where there are too few groups.
    classes : tuple of ClassGain
        What would gain most first; none where a number is estimated.
    """

    points: tuple[CurvePoint, ...]
    law: PowerLaw
    gain: float
    gain_interval: Interval | None
    classes: tuple[ClassGain, ...]
