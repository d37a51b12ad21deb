"""What a data check can find, and how it is told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Label
from audioclf_gui.core.naming import Twins
from audioclf_gui.core.text import Text


class Kind(StrEnum):
    """What a finding is about."""

    UNREADABLE = "unreadable"
    SILENT = "silent"
    SILENT_LABEL = "silent label"
    CLIPPED = "clipped"
    OFFSET = "offset"
    CANCELLING = "cancelling channels"
    TOO_SHORT = "too short"
    DUPLICATE = "duplicate"
    TWO_CLASSES = "two classes"
    PAST_END = "label past the end"
    PARTLY_PAST_END = "label partly past the end"
    MOMENT = "moment"
    SHORT_LABEL = "short label"
    ABOVE_NYQUIST = "label above half the sampling rate"
    OVERLAP = "overlapping classes"
    OUTDONE = "whole with other parts"
    SILENT_CLASS = "class of silence"
    UNUSABLE_CLASS = "class without sound"
    NEAR_TWINS = "near twins"
    FEW_CLIPS = "few clips"
    ONE_GROUP = "one group"
    RATE_FOLLOWS_CLASS = "rate follows class"
    USABLE = "usable"


class Severity(StrEnum):
    """What a finding means for training, which no finding prevents."""

    FINE = "fine"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report, with the clips that it is about."""

    kind: Kind
    message: Text
    clip_ids: tuple[ClipId, ...] = ()
    severity: Severity = Severity.WARNING
    remedy: Text | None = None
    twins: Twins | None = None  # classes that can be merged to mend it
    labels: int = 0  # how many labels it is about; 0 where it is about clips as wholes


@dataclass(frozen=True, slots=True)
class NamedLabel:
    """A label and the name of its class."""

    name: str
    label: Label


@dataclass(frozen=True, slots=True)
class CheckedClip:
    """What the check needs to know of a clip; may cross threads."""

    id: ClipId
    path: Path
    content: str  # hash of the file
    learnt: tuple[str, ...]  # the class of each stretch of it, or of the whole, that can be learnt from
    group: str
    rate_hz: int
    duration_s: float
    labels: tuple[NamedLabel, ...] = ()  # the named ones

    @property
    def classes(self) -> tuple[str, ...]:
        """Every class that can be learnt from it."""
        return tuple(dict.fromkeys(self.learnt))


Finds = Iterator[Finding]


def ids(clips: Iterable[CheckedClip]) -> tuple[ClipId, ...]:
    """The ids of the clips, each once."""
    return tuple(dict.fromkeys(clip.id for clip in clips))


def ids_of_classes(classes: Mapping[str, Sequence[CheckedClip]]) -> tuple[ClipId, ...]:
    """The ids of the clips of several classes, each once."""
    return ids(clip for inside in classes.values() for clip in inside)


def names_text(names: Iterable[str]) -> Text:
    """The names, each once: “dog” and “cat”."""
    first, *others = (Text("“{name}”", name=name) for name in dict.fromkeys(names))
    for name in others:
        first = Text("{names} and {name}", names=first, name=name)
    return first
