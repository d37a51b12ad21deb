"""Labels, the classes they name, and regions as label files write them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, TypeAlias

from audioclf_gui.core.track import MAIN

ClassId = NewType("ClassId", int)

OKABE_ITO = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999")
"""Okabe and Ito's palette ("Color Universal Design", 2008) without black: distinct to colour-blind eyes."""


class Source(StrEnum):
    """Who made a label."""

    HUMAN = "human"
    MODEL = "model"
    IMPORT = "import"


class Certainty(StrEnum):
    """How sure the person was who named a label."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"  # it was heard, and what it is nobody could say


Extra: TypeAlias = tuple[tuple[str, str], ...]
"""Further columns of the table that a label came from: name and text of each that holds something."""


@dataclass(frozen=True, slots=True)
class LabelClass:
    """A class of sounds; its place in the project's list decides its number key."""

    id: ClassId
    name: str
    colour: str  # "#rrggbb"
    merged: tuple[ClassId, ...] = ()  # the classes that were merged into it, directly or not


@dataclass(frozen=True, slots=True)
class Label:
    """A class given to a whole clip, to a stretch [start_s, end_s) of it, or to a moment.

    `start_s` and `end_s` are both None for the whole clip; equal for a moment. `low_hz` and
    `high_hz` bound a box in the spectrogram; either may be unknown.
    """

    class_id: ClassId | None  # None: not named yet
    start_s: float | None = None
    end_s: float | None = None
    low_hz: float | None = None
    high_hz: float | None = None
    source: Source = Source.HUMAN
    score: float | None = None  # 0 to 1, of the model or file that proposed it
    raw: str = ""  # the record of the file it was imported from
    track: str = MAIN  # the name of a track of the project; a label of the whole clip stands in none
    note: str = ""
    certainty: Certainty | None = None  # None: nobody has said
    extra: Extra = ()

    def __post_init__(self) -> None:
        _check_span(self.start_s, self.end_s)

    @property
    def is_whole_clip(self) -> bool:
        """Whether it stands for the whole clip."""
        return self.start_s is None

    @property
    def is_moment(self) -> bool:
        """Whether it marks a point in time."""
        return self.start_s is not None and self.start_s == self.end_s

    def span_s(self, duration_s: float) -> tuple[float, float]:
        """Its start and end in a clip of `duration_s`."""
        if self.start_s is None or self.end_s is None:
            return 0.0, duration_s
        return self.start_s, self.end_s


Labels = tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A label as label files know it: its class is a text. Equal ends mark a moment.

    Attributes
    ----------
    start_s, end_s : float
        The stretch, in seconds from the beginning of the recording.
    text : str
        The name of its class.
    low_hz, high_hz : float or None
        The edges of its box in the spectrogram, in hertz; None: not known.
    score : float or None
        0 to 1, of the model or file that proposed it.
    raw : str
        The file's own record, so that an untouched one can be written back as it was.
    track : str
        The track that it stands in; empty: the main one.
    note : str
        What was noted about it.
    certainty : Certainty or None
        How sure the person was who named it; None: nobody has said.
    extra : tuple of (str, str)
        Further columns of the table that it came from.
    sound_file : str
        The one that the file names with it; empty: none.
    """

    start_s: float
    end_s: float
    text: str
    low_hz: float | None = None
    high_hz: float | None = None
    score: float | None = None
    raw: str = ""
    track: str = MAIN
    note: str = ""
    certainty: Certainty | None = None
    extra: Extra = ()
    sound_file: str = ""

    def __post_init__(self) -> None:
        _check_span(self.start_s, self.end_s)


def _check_span(start_s: float | None, end_s: float | None) -> None:
    if start_s is None and end_s is None:
        return
    if start_s is None or end_s is None or not 0.0 <= start_s <= end_s < math.inf:
        raise ValueError(f"a label cannot run from {start_s} s to {end_s} s")


def new_class(name: str, classes: Sequence[LabelClass], last_id: ClassId) -> LabelClass:
    """A class called `name` with the next distinguishable colour.

    Parameters
    ----------
    last_id
        The highest id that any class has had. One that was dropped leaves its id to nobody: suggestions
        and rejections still speak of it.
    """
    number = max(last_id, max((known.id for known in classes), default=0)) + 1
    return LabelClass(ClassId(number), name, distinct_colour(len(classes)))


def distinct_colour(index: int) -> str:
    """The colour of the class at `index`: Okabe-Ito first, then darker and lighter shades of it."""
    shade, position = divmod(index, len(OKABE_ITO))
    colour = OKABE_ITO[position]
    factor = (1.0, 0.65, 1.35, 0.45, 1.6)[shade % 5]
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{min(255, round(channel * factor)):02x}" for channel in channels)
