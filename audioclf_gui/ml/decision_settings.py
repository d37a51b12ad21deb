"""When scores become events, of a microphone, a file and an archive alike; known before torch is."""

from dataclasses import dataclass, replace
from typing import Self

from audioclf_gui.ml.windows import LEAST_HOP_S

USUALLY_QUIET_DB = -70.0
"""Below this level, dBFS RMS of a window, it is silent to a model that has learnt from no quieter sound."""


@dataclass(frozen=True, slots=True)
class DecisionSettings:
    """When the scores of windows become events."""

    threshold: float | None = None  # for all classes; None: each class's own, from the model
    release: float = 0.8  # of its threshold, down to which the score of a class may fall in an event
    smoothing: float = 0.0  # weight of the past in each window's scores, 0 (none) to below 1
    min_event_s: float = 0.0  # how long a class must stay above its threshold before it counts
    join_s: float = 0.25  # two events of a class with less between them are one
    cool_down_s: float = 0.0  # silence about a class after an event of it has ended
    silence_db: float | None = None  # windows below it, dBFS RMS, have no class; None: the model's own

    def __post_init__(self) -> None:
        if not 0.0 <= self.smoothing < 1.0:
            raise ValueError(f"cannot decide with a smoothing of {self.smoothing}")
        if self.threshold is not None and not 0.0 <= self.threshold <= 1.0:
            raise ValueError(f"a threshold of {self.threshold} is not within 0 to 1")
        if not 0.0 < self.release <= 1.0:
            raise ValueError(f"no event goes on down to {self.release} of its threshold")
        if self.silence_db is not None and not self.silence_db <= 0.0:
            raise ValueError(f"sound of {self.silence_db} dBFS is no silence")
        if not (self.min_event_s >= 0.0 and self.cool_down_s >= 0.0 and self.join_s >= 0.0):
            raise ValueError(
                f"no event lasts {self.min_event_s} s, rests for {self.cool_down_s} s"
                f" or is one with another {self.join_s} s away"
            )

    def of_model(self, quiet_db: float) -> Self:
        """The same with what is silence to a model, where nothing else is said."""
        return self if self.silence_db is not None else replace(self, silence_db=quiet_db)


@dataclass(frozen=True, slots=True)
class LiveSettings(DecisionSettings):
    """The same, and how often live sound is listened to."""

    hop_s: float = 0.25  # distance of two windows

    def __post_init__(self) -> None:
        DecisionSettings.__post_init__(self)
        if not self.hop_s >= LEAST_HOP_S:
            raise ValueError(f"cannot listen every {self.hop_s} s")
