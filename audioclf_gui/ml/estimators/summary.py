"""What a linear model on statistics of pictures learns, in a second or two."""

import threading
import time
from collections import Counter
from collections.abc import Generator, Sequence
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
_MOST_NUMBERS = 2**23  # the same for windows times statistics, of which there are several copies in float64
_LEAST_OF_CLASS = 20  # examples, however many are passed over
_LEAST_DEVIATION = 1e-3


def fit_summary(
    plan: TrainingPlan, task: Task, stop: threading.Event, deadline: float | None
) -> Generator[FitProgress, None, SummaryHead]:
    """Fit it to the windows of the training examples, how closely being chosen by kept-back groups.

    When `stop` is set or the time is over, what was tried so far decides.
    """
    head = SummaryHead(task.objective.outputs, task.front_end.shape)
    task = replace(
        task,
        split=replace(task.split, train=_enough(plan, task, len(head.mean))),
        settings=replace(task.settings, label_smoothing=0.0),
    )
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


def _enough(plan: TrainingPlan, task: Task, size: int) -> tuple[int, ...]:
    """Examples to learn from that many statistics of each window."""
    train = task.split.train
    windows = int(task.features.counts(train).sum())
    every = max(-(-windows * task.objective.outputs // _MOST_ANSWERS), -(-windows * size // _MOST_NUMBERS))
    return tuple(train[place] for place in thinned([plan.data.examples[at].classes for at in train], every))


def thinned(classes: Sequence[Sequence[int]], every: int) -> list[int]:
    """Places of examples with these classes: evenly spaced, one of `every`, and the first of each class.

    Of a rare class up to 20 stay, since what is passed over there would be missed.
    """
    seen: Counter[int] = Counter()
    kept = []
    for place, of_one in enumerate(classes):
        seen.update(of_one)
        if place % every == 0 or any(seen[one] <= _LEAST_OF_CLASS for one in of_one):
            kept.append(place)
    return kept


def _numbers(head: SummaryHead, task: Task) -> Tensor:
    """Of every window that is learnt, (windows, n)."""
    noise = () if task.noise is None else (task.noise,)
    with torch.inference_mode():
        found = [
            head.numbers(task.standardised(windows.float()))
            for windows in chain(map(task.features.windows, task.split.train), noise)
        ]
    return torch.cat(found).clone()
