"""When scores of live sound become events; known before torch is."""

from dataclasses import dataclass

from audioclf_gui.ml.windows import LEAST_HOP_S


@dataclass(frozen=True, slots=True)
class LiveSettings:
    """When scores become events."""

    hop_s: float = 0.25  # distance of two windows
    smoothing: float = 0.5  # weight of the past in each window's scores, 0 (none) to below 1
    threshold: float | None = None  # for all classes; None: each class's own, from the model
    min_event_s: float = 0.0  # how long a class must stay above its threshold before it counts
    cool_down_s: float = 1.0  # silence about a class after an event of it has ended
    silence_db: float = -60.0  # windows below this level, dBFS RMS, are given no class

    def __post_init__(self) -> None:
        if not (self.hop_s >= LEAST_HOP_S and 0.0 <= self.smoothing < 1.0):
            raise ValueError(f"cannot listen every {self.hop_s} s with a smoothing of {self.smoothing}")
        if self.threshold is not None and not 0.0 <= self.threshold <= 1.0:
            raise ValueError(f"a threshold of {self.threshold} is not within 0 to 1")
        if not self.silence_db <= 0.0:
            raise ValueError(f"sound of {self.silence_db} dBFS is no silence")
        if not (self.min_event_s >= 0.0 and self.cool_down_s >= 0.0):
            raise ValueError(f"no event lasts {self.min_event_s} s or rests for {self.cool_down_s} s")
