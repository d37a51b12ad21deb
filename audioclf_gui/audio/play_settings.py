"""How sound is made audible: one value, kept with a project and changed while it plays."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, Self, cast

SLOWEST, FASTEST = 0.05, 4.0
SPEEDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
"""The usual ones, between which keys step."""
LONGEST_PRE_ROLL_S = 30.0

Channel = int | Literal["all", "mix"]
"""A channel counted from 0, all of them as they are recorded, or all of them as one."""

_USUAL_CARRIER_HZ = 45_000.0  # in the middle of what most bats of Europe and America call at
_BESIDE_PEAK_HZ = 1000.0  # a tone mixed with itself would not be heard at all


@dataclass(frozen=True, slots=True)
class PlaySettings:
    """How a stretch of sound is played.

    Attributes
    ----------
    speed : float
        SLOWEST to FASTEST.
    keeps_pitch : bool
        Whether the sound is stretched in time only; otherwise its pitch moves along, as on a tape.
    heterodyne : bool
        Whether the sound is brought down by mixing it with a carrier, as a bat detector does.
    carrier_hz : float or None
        The frequency that it is mixed with; None is automatic, see `carrier_for`.
    channel : int or str
        What of the recording is heard.
    pre_roll_s : float
        So much of what comes before a selection is heard first.
    scrubs : bool
        Whether dragging in a picture makes what is under the pointer heard.
    """

    speed: float = 1.0
    keeps_pitch: bool = False
    heterodyne: bool = False
    carrier_hz: float | None = None
    channel: Channel = "all"
    pre_roll_s: float = 0.0
    scrubs: bool = False

    def __post_init__(self) -> None:
        if not SLOWEST <= self.speed <= FASTEST:
            raise ValueError(f"speed {self.speed} is not from {SLOWEST} to {FASTEST}")
        if self.carrier_hz is not None and not 0.0 < self.carrier_hz < math.inf:
            raise ValueError(f"nothing is mixed with {self.carrier_hz} Hz")
        is_known = self.channel in ("all", "mix") or (isinstance(self.channel, int) and self.channel >= 0)
        if not is_known:
            raise ValueError(f"no such channel: {self.channel}")
        if not 0.0 <= self.pre_roll_s <= LONGEST_PRE_ROLL_S:
            raise ValueError(f"nothing can be heard {self.pre_roll_s} s before")

    def to_json(self) -> dict[str, object]:
        """As a JSON value."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: object) -> Self:
        """From a JSON value; the usual settings if it is none of ours, as of a version that knew more."""
        if not isinstance(value, Mapping):
            return cls()
        try:
            return cls(**cast(dict[str, object], {**value}))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return cls()


def is_mixed(settings: PlaySettings, rate_hz: int) -> bool:
    """Whether sound of a sampling rate is heterodyned; where it does not reach the carrier it is not."""
    return settings.heterodyne and (settings.carrier_hz or 0.0) < rate_hz / 2


def carrier_for(peak_hz: float | None, rate_hz: int) -> float:
    """The carrier that suits a sound, in Hz.

    Parameters
    ----------
    peak_hz
        The frequency at which it is loudest, which is heard as 1 kHz; None is not known: 45 kHz is taken, or
        the middle of the band where the recording does not reach so far.
    """
    if peak_hz is not None and peak_hz > 2 * _BESIDE_PEAK_HZ:
        return peak_hz - _BESIDE_PEAK_HZ
    return min(_USUAL_CARRIER_HZ, rate_hz / 4) if rate_hz <= 2 * _USUAL_CARRIER_HZ else _USUAL_CARRIER_HZ
