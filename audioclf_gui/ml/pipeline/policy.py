"""When training ends: after so many epochs, when nothing improves any more, or when the time is up."""

import math
from dataclasses import dataclass, replace

from audioclf_gui.ml.pipeline.schedule import OneCycle
from audioclf_gui.ml.settings import TrainSettings

_STEP_BUDGET = (1200, 6000)
_USUAL_EPOCHS, _FEWEST_EPOCHS, _MOST_EPOCHS = 120, 8, 300
_SHORTEST_S = 1e-3  # some clocks tick at 15 ms only, so that no time seems to have passed


@dataclass(frozen=True, slots=True)
class StoppingPolicy:
    """How long training goes on, as planned now; times are those of `time.monotonic`."""

    schedule: OneCycle
    epoch_steps: int
    wanted_steps: int  # if nothing ends it early
    cool_steps: int  # in which an early end cools down
    cool_down: float
    patience: int | None = None  # epochs without improvement
    deadline: float | None = None
    first_step_at: float = 0.0  # its end; it is no measure of speed, since on a GPU it takes seconds

    @property
    def epochs(self) -> int:
        """How many there will be."""
        return math.ceil(self.schedule.steps / self.epoch_steps)

    def is_over(self, step: int) -> bool:
        """Whether nothing is left to learn after `step` steps."""
        return step >= self.schedule.steps

    def after_step(self, step: int, now: float) -> "StoppingPolicy":
        """Plan for the time there is; later begin to cool down when what is left is just enough for it."""
        if step == 1:
            return replace(self, first_step_at=now)
        if self.deadline is None or self.schedule.is_cooling:
            return self
        speed = (step - 1) / elapsed_s(self.first_step_at, now)
        possible = max(1, int((self.deadline - now) * speed))
        if self.schedule.is_rising(step):
            steps = min(self.wanted_steps, step + possible)
            cool_steps = max(1, round(self.cool_down * steps))
            return replace(self, schedule=replace(self.schedule, steps=steps), cool_steps=cool_steps)
        if possible > self.cool_steps:
            return self
        return replace(self, schedule=self.schedule.shortened(step, possible))

    def after_epoch(self, step: int, waited: int) -> "StoppingPolicy":
        """Cool down when `waited` epochs in a row were no improvement and patience is at its end."""
        if self.patience is None or waited < self.patience:
            return self
        return replace(self, schedule=self.schedule.shortened(step, self.cool_steps))


def stopping_policy(settings: TrainSettings, examples: int, deadline: float | None) -> StoppingPolicy:
    """The policy for so many training examples."""
    epoch_steps = max(1, examples // settings.batch_size)
    epochs = settings.epochs or epochs_for(examples, settings.batch_size)
    steps = epochs * epoch_steps
    return StoppingPolicy(
        schedule=OneCycle(steps, settings.learning_rate, settings.warm_up, settings.decay),
        epoch_steps=epoch_steps,
        wanted_steps=steps,
        cool_steps=max(1, round(settings.cool_down * epochs)) * epoch_steps,
        cool_down=settings.cool_down,
        patience=settings.patience,
        deadline=deadline,
    )


def epochs_for(examples: int, batch_size: int) -> int:
    """120 epochs for hundreds of examples; 1 200 steps at least, 6 000 at most for thousands."""
    steps = max(1, examples // batch_size)
    wanted = min(max(_USUAL_EPOCHS * steps, _STEP_BUDGET[0]), _STEP_BUDGET[1])
    return min(max(round(wanted / steps), _FEWEST_EPOCHS), _MOST_EPOCHS)


def elapsed_s(began: float, now: float) -> float:
    """Seconds from `began` to `now`, never 0."""
    return max(_SHORTEST_S, now - began)
