"""What a linear model on statistics of pictures learns, in a second or two."""

import threading
import time
from collections.abc import Generator
from dataclasses import replace
from itertools import chain

import torch
from torch import Tensor

from audioclf_gui.ml.estimators.head import head_loss, learnt_windows
from audioclf_gui.ml.events import FitProgress
from audioclf_gui.ml.heads import fit_numbers
from audioclf_gui.ml.models.summary import SummaryHead
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task

_MOST_ANSWERS = 2**20  # windows times outputs: of more, evenly spaced examples are learnt from
_LEAST_DEVIATION = 1e-3


def fit_summary(
    plan: TrainingPlan, task: Task, stop: threading.Event, deadline: float | None
) -> Generator[FitProgress, None, SummaryHead]:
    """Fit it to the windows of the training examples, how closely being chosen by kept-back groups.

    When `stop` is set or the time is over, what was tried so far decides.
    """
    task = replace(
        task,
        split=replace(task.split, train=_enough(task)),
        settings=replace(task.settings, label_smoothing=0.0),
    )
    head = SummaryHead(task.objective.outputs, task.front_end.shape)
    numbers = _numbers(head, task)
    head.mean.copy_(numbers.mean(dim=0))
    head.deviation.copy_(numbers.std(dim=0, correction=0).clamp(min=_LEAST_DEVIATION))
    learnt = learnt_windows(plan, task)
    found = yield from fit_numbers(
        (numbers - head.mean) / head.deviation,
        learnt.targets,
        learnt.groups,
        outputs=task.objective.outputs,
        loss=head_loss(task),
        strata=learnt.strata,
        weights=learnt.weights,
        is_over=lambda: stop.is_set() or (deadline is not None and time.monotonic() > deadline),
    )
    head.weight.copy_(found.arrays["weight"])
    head.bias.copy_(found.arrays["bias"])
    return head.eval()


def _enough(task: Task) -> tuple[int, ...]:
    windows = int(task.features.counts(task.split.train).sum())
    every = -(-windows * task.objective.outputs // _MOST_ANSWERS)
    return task.split.train[::every]


def _numbers(head: SummaryHead, task: Task) -> Tensor:
    """Of every window that is learnt, (windows, n)."""
    noise = () if task.noise is None else (task.noise,)
    with torch.inference_mode():
        found = [
            head.numbers(task.standardised(windows.float()))
            for windows in chain(map(task.features.windows, task.split.train), noise)
        ]
    return torch.cat(found).clone()
