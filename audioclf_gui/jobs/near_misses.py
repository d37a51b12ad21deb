"""Sounds about which a model nearly decided otherwise, taken from what is listened to."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.jobs.keep_sound import KeepSound, Occasion

if TYPE_CHECKING:  # with torch
    from audioclf_gui.ml.live import LiveScores

_HOUR_S = 3600.0
_MOST_SCORES = 8
_WHY = "near the threshold"


@dataclass(frozen=True, slots=True)
class KeepNear:
    """Which decisions are close enough, and how many of them are kept."""

    per_hour: int = 10
    margin: float = 0.1  # between the score and the threshold of its class

    def __post_init__(self) -> None:
        if self.per_hour < 1 or not 0.0 < self.margin <= 1.0:
            raise ValueError(f"cannot keep {self.per_hour} sounds an hour within {self.margin}")


@dataclass(slots=True)
class NearMisses:
    """Finds windows whose best class is close to its threshold; no two of them overlap."""

    wanted: KeepNear
    occasion: Occasion
    recent: RecentSound
    classes: Sequence[str]
    thresholds: Sequence[float]
    silence_db: float
    _window: "LiveScores | None" = None
    _kept_s: deque[float] = field(default_factory=deque)  # when, in the last hour of listening

    def hear(self, answer: object) -> Sequence[KeepSound]:
        """What is to be kept because of an answer."""
        from audioclf_gui.ml.decisions import Decision
        from audioclf_gui.ml.live import LiveScores

        match answer:
            case LiveScores():
                self._window = answer
            case Decision(class_name=name) if name in self.classes and self._window is not None:
                threshold = self.thresholds[self.classes.index(name)]
                if abs(answer.score - threshold) <= self.wanted.margin and self._may(self._window):
                    return (self._kept(self._window, name),)
        return ()

    def _may(self, window: "LiveScores") -> bool:
        while self._kept_s and self._kept_s[0] <= window.end_s - _HOUR_S:
            self._kept_s.popleft()
        is_apart = not self._kept_s or self._kept_s[-1] <= window.start_s
        return is_apart and len(self._kept_s) < self.wanted.per_hour

    def _kept(self, window: "LiveScores", name: str) -> KeepSound:
        self._kept_s.append(window.end_s)
        best = sorted(zip(self.classes, window.smoothed.tolist(), strict=True), key=lambda one: -one[1])
        origin = self.occasion.origin(window.start_s, name, dict(best[:_MOST_SCORES]), _WHY)
        samples = self.recent.between(window.start_s, window.end_s)
        return KeepSound(samples, self.recent.rate_hz, self.occasion.group, origin, self.silence_db)
