"""What a model says of one window of a sound."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.levels import rms_db, swing
from audioclf_gui.core.text import Text
from audioclf_gui.ml.edges import Region
from audioclf_gui.ml.sound_profile import Profiles
from audioclf_gui.ml.windows import Samples

Mask = npt.NDArray[np.bool_]

SILENT = Text("silent input")
NO_SIGNAL = Text("no signal")


@dataclass(frozen=True, slots=True, eq=False)
class SoundMeasures:
    """What is recorded of a window beside its scores, to be compared with others over time."""

    profile: Profiles  # (2 + bands,), see `sound_profile.profile`
    embedding: Samples  # see `embedding.embeddings`


@dataclass(frozen=True, slots=True, eq=False)
class WindowScores:
    """The model's answer to one window."""

    start_s: float
    end_s: float  # never beyond the end of the sound
    scores: Samples  # (classes,), probabilities
    lead_s: float = 0.0  # digital silence before its first sound: samples that are 0
    trail_s: float = 0.0  # digital silence after its last sound
    is_quiet: bool = False  # so quiet that it is given no class
    sounds: tuple[Region, ...] = ()  # what stands out from the background, in times of the whole sound
    measured: SoundMeasures | None = None  # of one window a minute

    @property
    def state(self) -> Text | None:
        """Why there is nothing to classify, if so."""
        if self.lead_s >= self.end_s - self.start_s:
            return NO_SIGNAL
        return SILENT if self.is_quiet else None

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to classify."""
        return self.state is not None

    @property
    def sound_s(self) -> tuple[float, float]:
        """From where to where there is sound."""
        return self.start_s + self.lead_s, self.end_s - self.trail_s


def mean_of_heard(scores: Samples, silent: Sequence[bool]) -> Samples:
    """Scores (outputs,) of a sound from those of its windows (windows, outputs).

    They are the mean over the windows in which there is something to hear: what a model guesses at silence
    says nothing of the sound before it. Of a sound that is all silent they are the mean over all.
    """
    windows = np.asarray(silent, dtype=bool)
    counted = counting(windows, np.array([len(windows)]))
    mean: Samples = scores[counted].mean(axis=0, dtype=np.float64).astype(np.float32)
    return mean


def counting(silent: Mask, counts: npt.NDArray[np.int64]) -> Mask:
    """Which windows count for what is said of their sounds, whose windows follow each other.

    Parameters
    ----------
    silent : shape (windows,)
    counts : shape (sounds,)
        How many windows each sound has, one at least.
    """
    if not len(counts):
        return ~silent
    all_silent = np.logical_and.reduceat(silent, counts.cumsum() - counts)
    return ~silent | all_silent.repeat(counts)


def level_db(window: Samples) -> float:
    """How loud a window is, dBFS RMS without a constant offset; minus infinity where nothing moves in it.

    Below the `quiet_db` of a model it is silent to that.
    """
    return rms_db(swing(window)) if window.min() < window.max() else -math.inf
