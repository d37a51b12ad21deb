"""What a ready-made way to train is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class AsGiven:
    """What the authors of a reference system did otherwise; the setting `as_given` repeats it.

    Whatever the reference, it then learns from features that are not standardised, and judges sounds altered
    as in training.

    Attributes
    ----------
    keeps_start : bool
        Whether all of a longer sound after the first window is thrown away.
    pads_at_random : bool
        Whether the silence that lengthens a short sound comes before it, too, as chance has it.
    has_test_set : bool
        Whether there is a third set; else the clips that are measured are the validation clips too.
    chooses_epoch : bool
        Whether the best epoch is kept; else it is the last one.
    """

    values: Mapping[str, object]  # parameters, over those of the preset
    defects: Text  # what is wrong with it, in one sentence, and what could not be repeated
    keeps_start: bool = False
    pads_at_random: bool = False
    has_test_set: bool = False
    chooses_epoch: bool = False


@dataclass(frozen=True, slots=True)
class Preset:
    """A named choice of training parameters; what `values` leaves out keeps its general default."""

    name: str
    title: Text
    reason: Text  # one sentence: when to take it
    values: Mapping[str, object] = field(default_factory=dict)
    as_given: AsGiven | None = None  # of reference systems only

    def values_for(self, *, as_given: bool) -> Mapping[str, object]:
        """What it sets, as its authors had it if that is wanted."""
        assert self.as_given is not None or not as_given
        return {**self.values, **self.as_given.values} if as_given and self.as_given else self.values
