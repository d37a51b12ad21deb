"""Mixtures of labelled sounds: what is wanted of them, and what is placed where, as values."""

import hashlib
import json
import math
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

Range = tuple[float, float]
"""The least and the greatest value; each value between them is as likely."""

LEVEL_DB = -26.0
"""Root mean square of an event before its gain, re full scale: ITU-T P.56's usual active speech level."""


_RECIPE = 1  # to be raised when the same plan comes to sound otherwise, so that no set is half of each


class Subset(StrEnum):
    """A part of the set; what sounds in one sounds in no other."""

    TRAIN = "train"
    VALID = "valid"
    TEST = "test"


class Placement(StrEnum):
    """How the events of a mixture stand to each other."""

    OVERLAPPING = "overlapping"  # each begins anywhere
    SEQUENTIAL = "sequential"  # one after the other, with pauses
    MIXED = "mixed"  # one or the other, by chance for each mixture


class Learnt(StrEnum):
    """Which labels models learn from; the others are there too."""

    EVENTS = "events"  # each event with its start and end
    CLIPS = "clips"  # what sounds in the whole mixture


class Background(StrEnum):
    """What sounds behind the events."""

    NONE = "none"
    WHITE = "white"
    PINK = "pink"
    BROWN = "brown"
    FILES = "files"


_BOUNDS: dict[str, tuple[float, float]] = {
    "length_s": (0.1, 7200.0),
    "events_per_min": (0.1, 6000.0),
    "pause_s": (0.0, 3600.0),
    "gain_db": (-60.0, 40.0),
    "speed": (0.25, 4.0),
    "rt60_s": (0.0, 20.0),
    "snr_db": (-60.0, 100.0),
}
"""What each range of the settings has to lie in."""


@dataclass(frozen=True, slots=True)
class MixtureSettings:
    """How mixtures are made of sounds; the same settings, sounds and seed make the same mixtures.

    Attributes
    ----------
    mixtures : (int, int, int)
        How many for training, validation and test.
    shares : (float, float, float)
        Of the groups of sounds, how large a part each of these gets.
    rate_hz : int
        Of the mixtures; 0 is the commonest among the sounds.
    one_class : bool
        All events of a mixture are of one class.
    speed : Range
        1 is as recorded; 2 is in half the time and an octave higher.
    rt60_s : Range
        Time in which the echo of an event's room falls by 60 dB; 0 is no room.
    snr_db : Range
        Mean power of the events while any sounds, over that of the background.
    peak_db : float
        No sample is above, re full scale.
    """

    mixtures: tuple[int, int, int] = (80, 20, 20)
    shares: tuple[float, float, float] = (0.8, 0.1, 0.1)
    length_s: Range = (10.0, 10.0)
    rate_hz: int = 0
    placement: Placement = Placement.MIXED
    events_per_min: Range = (15.0, 30.0)
    pause_s: Range = (0.0, 3.0)
    one_class: bool = False
    learnt: Learnt = Learnt.EVENTS
    gain_db: Range = (-6.0, 6.0)
    speed: Range = (0.95, 1.05)
    rt60_s: Range = (0.0, 0.4)
    background: Background = Background.PINK
    snr_db: Range = (10.0, 30.0)
    peak_db: float = -1.0
    seed: int = 0

    def __post_init__(self) -> None:
        for name, bounds in _BOUNDS.items():
            _check_range(name, getattr(self, name), bounds)
        if not sum(self.mixtures) or min(self.mixtures) < 0:
            raise _unfit("mixtures", Text("Ask for at least one mixture."))
        if not all(0.0 <= share < math.inf for share in self.shares) or not sum(self.shares):
            raise _unfit("shares", Text("Give three parts that are not negative, 0.8 0.1 0.1 for example."))
        if self.rate_hz and not 1000 <= self.rate_hz <= 768_000:
            raise _unfit("rate_hz", Text("Give a rate from 1000 to 768000 Hz, or 0 for that of the sounds."))
        if not -60.0 <= self.peak_db <= 0.0:
            raise _unfit("peak_db", Text("Give a level from -60 to 0 dB."))

    def wanted(self) -> dict[Subset, int]:
        """How many mixtures each subset gets."""
        return dict(zip(Subset, self.mixtures, strict=True))


def _check_range(name: str, span: Range, bounds: tuple[float, float]) -> None:
    low, high = bounds
    if not low <= span[0] <= span[1] <= high:
        remedy = Text("Give two numbers from {low:g} to {high:g}, the smaller one first.", low=low, high=high)
        raise _unfit(name, remedy)


def _unfit(name: str, remedy: Text) -> UserError:
    return UserError(Text("{name} is out of its range", name=name), remedy=remedy)


@dataclass(frozen=True, slots=True)
class SoundSource:
    """A labelled stretch of a recording, of which events are made."""

    key: str  # what it is told apart by, wherever the file lies
    path: Path
    start_s: float
    stop_s: float
    classes: tuple[str, ...]  # all that it is labelled with
    group: str  # speaker, site or recording: never in two subsets
    rate_hz: int
    fold: str = ""  # a split that came with it

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.stop_s - self.start_s


@dataclass(frozen=True, slots=True)
class BackgroundSource:
    """A recording that may sound behind events."""

    key: str
    path: Path
    duration_s: float
    rate_hz: int


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """A sound in a mixture."""

    source: SoundSource
    from_s: float  # of the recording
    to_s: float
    at_s: float  # of the mixture
    gain_db: float
    speed: float
    rt60_s: float
    seed: int  # of the room

    @property
    def duration_s(self) -> float:
        """Length in the mixture, without echo."""
        return (self.to_s - self.from_s) / self.speed


@dataclass(frozen=True, slots=True)
class PlacedBackground:
    """What sounds behind the events of a mixture."""

    kind: Background
    snr_db: float
    seed: int
    source: BackgroundSource | None = None
    from_s: float = 0.0  # of the recording, which begins anew at its end


@dataclass(frozen=True, slots=True)
class MixturePlan:
    """What is placed where in one mixture; nothing about it is left to chance."""

    subset: Subset
    number: int  # counted from 1 in its subset
    length_s: float
    rate_hz: int
    placement: Placement  # never MIXED
    events: tuple[PlacedEvent, ...]  # in the order of their starts
    background: PlacedBackground | None
    peak_db: float

    @property
    def name(self) -> str:
        """What its files are called, without an ending."""
        return f"{self.subset}-{self.number:05}"

    @property
    def frames(self) -> int:
        """Length in samples."""
        return round(self.length_s * self.rate_hz)

    def fingerprint(self) -> str:
        """A hash of all that decides how it sounds; where the recordings lie does not."""
        told = json.dumps([_RECIPE, asdict(self)], default=_told)
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def _told(value: object) -> str:
    """Paths are not: a moved recording is the same by its key."""
    assert isinstance(value, Path)
    return ""
