"""A clip: one audio file of a project and what is known about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from audioclf_gui.core.label import Region
from audioclf_gui.core.quantity import UNKNOWN_QUANTITY, Quantity
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text

ClipId = NewType("ClipId", int)

CONVERT_OR_LEAVE_OUT = Text("Convert it to WAV or FLAC, or leave it out.")


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """What reading a file told about its sound."""

    rate_hz: int
    channels: int
    frames: int  # per channel, as really decodable
    encoding: str  # "FLAC 16 bit"
    warning: Text | None = None  # how its header lies

    def __post_init__(self) -> None:
        if self.rate_hz <= 0 or self.channels <= 0 or self.frames < 0:
            raise ValueError(
                f"no audio has {self.rate_hz} Hz, {self.channels} channels and {self.frames} frames"
            )

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / self.rate_hz


@dataclass(frozen=True, slots=True)
class Clip:
    """One audio file of a project."""

    id: ClipId
    path: str  # POSIX; relative to the project's folder unless it lies on another drive
    audio: AudioFacts
    content: str  # hash of the file, see `core.content`
    group: str = ""  # what must not straddle training and test: speaker, site, recording, day
    fold: str = ""  # a split that came with the data
    target: float | None = None  # the number to estimate; of what, `CatalogueView.quantity` says
    removed: bool = False  # taken out of the project; kept so that undo can bring it back

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.audio.duration_s


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that somebody wants in the project, with what its place or table says about it.

    Class, group and fold are names, see `core.spelling`, however they were written.
    """

    path: Path
    class_name: str = ""  # a label for the whole clip; empty: unlabelled
    group: str = ""
    fold: str = ""
    target: float | None = None
    regions: tuple[Region, ...] = ()
    quantity: Quantity = UNKNOWN_QUANTITY  # what `target` is a number of
    others: tuple[str, ...] = ()  # labels for the whole clip beside the first
    ruled_out: tuple[str, ...] = ()  # classes of which it is said that the clip is none of them

    def __post_init__(self) -> None:
        for field in ("class_name", "group", "fold"):
            object.__setattr__(self, field, name_of(getattr(self, field)))
        for names in ("others", "ruled_out"):
            object.__setattr__(self, names, tuple(map(name_of, getattr(self, names))))

    @property
    def class_names(self) -> tuple[str, ...]:
        """All labels for the whole clip, each once."""
        return tuple(dict.fromkeys(filter(None, (self.class_name, *self.others))))


@dataclass(frozen=True, slots=True)
class FoundClip:
    """A candidate that turned out to be readable."""

    candidate: Candidate
    audio: AudioFacts
    content: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that was put aside, with the reason; nothing else of its batch is affected."""

    path: Path
    reason: Text
    remedy: Text = CONVERT_OR_LEAVE_OUT


EXPORTED = 0
"""The series of label files that this program wrote: what all had to say about a clip."""


@dataclass(frozen=True, slots=True)
class KeptLabelFile:
    """A label file as it was imported for a clip, or exported."""

    clip_id: ClipId
    format_key: str
    name: str  # its file name
    content: bytes
    label_column: str = ""  # of a table, the column that the labels were taken from, if somebody chose it
    folder: str = ""  # the name of the one that it lay in; empty: not known
    series: int | None = None  # those of one number are versions of one file; None: it is the first of one
    is_older: bool = False  # than tracks: labels that came of it have none, nor notes and further columns
