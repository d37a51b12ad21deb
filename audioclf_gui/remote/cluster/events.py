"""What a job on a cluster tells."""

from dataclasses import dataclass

from typing_extensions import override

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text

_HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class FilesDone(Progress):
    """So many files of an archive are done, those of earlier times included."""

    heard_s: float  # how much sound is in them

    @property
    @override
    def detail(self) -> Text:
        if self.heard_s < _HOUR_S:
            return Text("{minutes:.1f} min of sound", minutes=self.heard_s / 60.0)
        return Text("{hours:.1f} h of sound", hours=self.heard_s / _HOUR_S)


@dataclass(frozen=True, slots=True)
class ClusterNote:
    """Something that whoever waits should know."""

    text: Text


@dataclass(frozen=True, slots=True)
class WorkerReady(ClusterNote):
    """A worker has loaded the model, and begins."""


@dataclass(frozen=True, slots=True)
class WorkerLost(ClusterNote):
    """A worker died, or its computer did; what it was at is done again."""
