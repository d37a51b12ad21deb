"""When scores become events, of a microphone, a file and an archive alike; known before torch is."""

from dataclasses import dataclass

from audioclf_gui.ml.windows import LEAST_HOP_S


@dataclass(frozen=True, slots=True)
class DecisionSettings:
    """When the scores of windows become events."""

    threshold: float | None = None  # for all classes; None: each class's own, from the model
    release: float = 0.8  # of its threshold, down to which the score of a class may fall in an event
    smoothing: float = 0.0  # weight of the past in each window's scores, 0 (none) to below 1
    min_event_s: float = 0.0  # how long a class must stay above its threshold before it counts
    join_s: float = 0.25  # two events of a class with less between them are one
    cool_down_s: float = 0.0  # silence about a class after an event of it has ended
    silence_db: float = -70.0  # windows below this level, dBFS RMS, are given no class

    def __post_init__(self) -> None:
        if not 0.0 <= self.smoothing < 1.0:
            raise ValueError(f"cannot decide with a smoothing of {self.smoothing}")
        if self.threshold is not None and not 0.0 <= self.threshold <= 1.0:
            raise ValueError(f"a threshold of {self.threshold} is not within 0 to 1")
        if not 0.0 < self.release <= 1.0:
            raise ValueError(f"no event goes on down to {self.release} of its threshold")
        if not self.silence_db <= 0.0:
            raise ValueError(f"sound of {self.silence_db} dBFS is no silence")
        if not (self.min_event_s >= 0.0 and self.cool_down_s >= 0.0 and self.join_s >= 0.0):
            raise ValueError(
                f"no event lasts {self.min_event_s} s, rests for {self.cool_down_s} s"
                f" or is one with another {self.join_s} s away"
            )


@dataclass(frozen=True, slots=True)
class LiveSettings(DecisionSettings):
    """The same, and how often live sound is listened to."""

    hop_s: float = 0.25  # distance of two windows

    def __post_init__(self) -> None:
        DecisionSettings.__post_init__(self)
        if not self.hop_s >= LEAST_HOP_S:
            raise ValueError(f"cannot listen every {self.hop_s} s")
