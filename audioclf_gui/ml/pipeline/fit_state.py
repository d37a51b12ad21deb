"""Where a fit stands between two epochs."""

from dataclasses import dataclass

from audioclf_gui.ml.pipeline.learner import Weights
from audioclf_gui.ml.pipeline.policy import StoppingPolicy


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """The best epoch so far."""

    epoch: int
    rank: tuple[float, float]
    weights: Weights


@dataclass(frozen=True, slots=True, eq=False)
class FitState:
    """Where a fit stands at the end of an epoch."""

    began: float  # by `time.monotonic`
    policy: StoppingPolicy
    step: int = 0
    epoch: int = 0
    examples: int = 0  # learnt from, repetitions counted
    best: Best | None = None
    smoothed: float | None = None  # validation loss, a running mean over the epochs that were judged
    has_diverged: bool = False

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to learn."""
        return self.has_diverged or self.policy.is_over(self.step)

    @property
    def waited(self) -> int:
        """Epochs since the best one."""
        return self.epoch - (self.best.epoch if self.best else 0)
