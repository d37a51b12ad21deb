"""One epoch: every training example about once, then the validation examples."""

import math
import threading
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import seed
from audioclf_gui.ml.events import EVENT_EVERY_S, BatchDone, Measuring, Note
from audioclf_gui.ml.objectives.objective import Quality
from audioclf_gui.ml.pipeline.judging import clip_scores, window_logits
from audioclf_gui.ml.pipeline.learner import DivergedError, Learner
from audioclf_gui.ml.pipeline.policy import StoppingPolicy
from audioclf_gui.ml.pipeline.recovery import step_in_parts
from audioclf_gui.ml.pipeline.sampling import epoch_batches
from audioclf_gui.ml.pipeline.task import Task

_EVEN = 0.5  # from which score a class is there before thresholds are fitted


@dataclass(frozen=True, slots=True)
class Trained:
    """The end of an epoch's training, before it is judged."""

    began: float  # by `time.monotonic`
    policy: StoppingPolicy
    step: int  # so many since training began
    examples: int  # in this epoch
    loss: float  # mean
    figure: float  # of the objective, on what was learnt from
    rate: float  # learning rate of the last step


def train_epoch(
    learner: Learner,
    task: Task,
    epoch: int,
    step: int,
    policy: StoppingPolicy,
    *,
    stop: threading.Event,
    notes: list[Text],
) -> Generator[BatchDone | Note, None, Trained]:
    """Learn from every training example about once, or until the end of `policy`, or `stop` is set.

    Every random number of epoch `epoch` comes from its number and the seed, so that it can be repeated.

    Raises
    ------
    DivergedError
        If the loss is no number any more.
    """
    began = reported_at = time.monotonic()
    number = task.settings.seed * 100_003 + epoch
    seed(number, learner.device)
    rng = torch.Generator().manual_seed(number)
    batches = epoch_batches(
        task.split.train,
        task.strata,
        task.settings.balance,
        policy.epoch_steps,
        np.random.default_rng(number),
    )
    losses, sizes, rate = _Losses(), [], 0.0
    logits: list[Tensor] = []
    wanted: list[Tensor] = []
    for number, chosen in enumerate(batches, start=1):
        rate = policy.schedule.rate(step)
        done = yield from step_in_parts(learner, chosen, rate, rng, notes)
        step = step + 1
        losses.add(done.loss)
        sizes.append(len(chosen))
        logits.append(done.logits)
        wanted.append(done.wanted)
        policy = policy.after_step(step, time.monotonic())
        ended = number == len(batches) or policy.is_over(step) or stop.is_set()
        if ended or time.monotonic() - reported_at >= EVENT_EVERY_S:
            reported_at = time.monotonic()
            yield BatchDone(epoch, policy.epochs, number, len(batches), losses.read()[-1])
        if ended:
            break
    scores = task.objective.scores(torch.cat(logits)).cpu().numpy()
    figure = task.objective.quality(torch.cat(wanted).cpu().numpy(), scores).figure
    count = sum(sizes)
    loss = sum(loss * size for loss, size in zip(losses.read(), sizes, strict=True)) / count
    return Trained(began, policy, step, count, loss, figure, rate)


class _Losses:
    """Those of an epoch, read many at a time: whoever reads from a GPU waits for all that it has to do."""

    def __init__(self) -> None:
        self._unread: list[Tensor] = []
        self._read: list[float] = []

    def add(self, loss: Tensor) -> None:
        """The loss (,) of the next batch."""
        self._unread.append(loss)

    def read(self) -> list[float]:
        """All so far; DivergedError if one is no number."""
        if self._unread:
            self._read += torch.stack(self._unread).tolist()
            self._unread = []
        if not all(map(math.isfinite, self._read)):
            raise DivergedError(Text("The loss"))
        return self._read


@dataclass(frozen=True, slots=True, eq=False)
class Validation:
    """What the validation examples say about an epoch."""

    quality: Quality
    figures: Mapping[str, object] | None  # see `Objective.figures`, where these were wanted


def validate(
    learner: Learner, task: Task, epoch: int, stop: threading.Event
) -> Generator[Measuring, None, Validation | None]:
    """Judge the averaged weights; None if there are no validation examples, or `stop` was set meanwhile.

    Raises
    ------
    DivergedError
        If an answer is no number.
    """
    valid = task.split.valid
    logits = yield from window_logits(
        learner.averaged, task, valid, learner.device, stop, low_precision=learner.low_precision
    )
    if not valid or len(logits) < len(valid):
        return None
    if not bool(torch.isfinite(torch.cat(logits)).all()):
        raise DivergedError(Text("The model's answer"))
    wanted, scores = task.targets[list(valid)], clip_scores(task.objective, logits)
    figures = None
    if task.is_reported(epoch):
        figures = task.objective.figures(wanted, scores, [_EVEN] * task.objective.outputs)
    return Validation(task.objective.quality(wanted, scores), figures)
