"""When training ends: after so many epochs, when nothing improves any more, or when the time is up."""

import math
from dataclasses import dataclass, replace

from audioclf_gui.ml.pipeline.schedule import OneCycle
from audioclf_gui.ml.settings import TrainSettings

USUAL_EPOCHS = 120
MOST_STEPS = 6000
_LEAST_STEPS = 1200
_FEWEST_EPOCHS, _MOST_EPOCHS = 8, 160
_USUAL_COLUMNS = 250  # of a window; wider ones take longer, so there are fewer steps
_QUICK_COLUMNS = 400_000  # judged in a few seconds
_LEAST_BATCH = 2  # examples: from one alone a batch norm learns nothing
_STEP_COST = 3.0  # of a window learnt from, in windows only judged: there and back, and the weights
_SHORTEST_S = 1e-3  # some clocks tick at 15 ms only, so that no time seems to have passed


@dataclass(frozen=True, slots=True)
class StoppingPolicy:
    """How long training goes on, as planned now; times are those of `time.monotonic`."""

    schedule: OneCycle
    epoch_steps: int
    wanted_steps: int  # unless the time is up before
    cool_steps: int  # in which an early end cools down
    cool_down: float
    patience: int | None = None  # epochs without improvement
    deadline: float | None = None
    judge_every: int = 1  # epochs
    first_step_at: float = 0.0  # its end; it is no measure of speed, since on a GPU it takes seconds

    @property
    def epochs(self) -> int:
        """How many there will be."""
        return math.ceil(self.schedule.steps / self.epoch_steps)

    @property
    def wanted_epochs(self) -> int:
        """How many there would be if there were time for them."""
        return math.ceil(self.wanted_steps / self.epoch_steps)

    def is_judged(self, epoch: int, step: int) -> bool:
        """Whether epoch `epoch`, which ended with step `step`, is judged: the last one always is."""
        return epoch % self.judge_every == 0 or self.is_over(step)

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
        schedule = self.schedule.shortened(step, self.cool_steps)
        if schedule == self.schedule:
            return self
        return replace(self, schedule=schedule, wanted_steps=schedule.steps)


@dataclass(frozen=True, slots=True)
class Workload:
    """How much there is to do in an epoch."""

    examples: int  # that are learnt from
    columns: int = 1  # of a window's picture; 1 for a row of numbers
    judged_windows: int = 0


def stopping_policy(settings: TrainSettings, work: Workload, deadline: float | None) -> StoppingPolicy:
    """The policy for so much work.

    A schedule that is as short as it is for few clips is gone through to its end: an epoch of theirs is a
    step or two, and few clips tell by chance alone whether validation improves. The pitch of 40 tones in
    noise was learnt with R² 0.53 where patience ended it and 0.75 where it did not (three seeds).
    """
    epoch_steps = max(1, min(round(work.examples / settings.batch_size), work.examples // _LEAST_BATCH))
    usual = epochs_for(work.examples, settings.batch_size, work.columns)
    epochs = settings.epochs or max(1, round(settings.effort * usual))
    steps = epochs * epoch_steps
    is_of_few = settings.epochs is None and _MOST_EPOCHS * epoch_steps < _LEAST_STEPS
    return StoppingPolicy(
        schedule=OneCycle(steps, settings.learning_rate, settings.warm_up, settings.decay),
        epoch_steps=epoch_steps,
        wanted_steps=steps,
        cool_steps=max(1, round(settings.cool_down * epochs)) * epoch_steps,
        cool_down=settings.cool_down,
        patience=None if is_of_few else settings.patience,
        deadline=deadline,
        judge_every=_judge_every(settings.judging_share, work, epochs),
    )


def _judge_every(share: float, work: Workload, epochs: int) -> int:
    """How many epochs apart judging takes no more than its part of the time, or seconds only."""
    within_share = work.judged_windows / (share * _STEP_COST * work.examples)
    within_seconds = epochs * work.judged_windows * work.columns / _QUICK_COLUMNS
    return max(1, math.ceil(min(within_share, within_seconds)))


def epochs_for(examples: int, batch_size: int, columns: int = _USUAL_COLUMNS) -> int:
    """120 epochs for hundreds of examples, more for tens, fewer for thousands and for wide windows."""
    steps = max(1, round(examples / batch_size))
    wanted = min(max(USUAL_EPOCHS * steps, _LEAST_STEPS), MOST_STEPS)
    part = min(1.0, _USUAL_COLUMNS / columns)
    return min(max(round(part * wanted / steps), _FEWEST_EPOCHS), _MOST_EPOCHS)


def elapsed_s(began: float, now: float) -> float:
    """Seconds from `began` to `now`, never 0."""
    return max(_SHORTEST_S, now - began)
