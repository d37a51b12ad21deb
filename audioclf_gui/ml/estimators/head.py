"""Heads on frozen networks learn in one go, in a second or two."""

import threading
import time
from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from audioclf_gui.core.text import Text
from audioclf_gui.ml.estimators.registry import estimator
from audioclf_gui.ml.events import FitProgress, Note
from audioclf_gui.ml.grouping import together
from audioclf_gui.ml.heads import Head, Loss, balanced, fit_head
from audioclf_gui.ml.models.head import HeadModel
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted, Keep
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.policy import elapsed_s
from audioclf_gui.ml.pipeline.task import Task


@estimator("head")
def fit_on_listener(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,  # noqa: ARG001 - what it learns from is small, and float64 is slow elsewhere
    *,
    keep: Keep,  # noqa: ARG001 - it is there in seconds: nothing is kept on the way
    stop: threading.Event,
    deadline: float | None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Fit a linear head to every window of the training examples, its strength chosen by kept-back groups.

    When `stop` is set or the time is over, what was tried so far decides; None if nothing was begun.
    """
    if stop.is_set():
        return None
    began = time.monotonic()
    yield FitProgress(0, 1, Text("learning from what was heard"))
    learnt = learnt_windows(plan, task)
    noise = () if task.noise is None else (task.noise,)
    head = yield from fit_head(
        torch.cat([*map(task.features.windows, task.split.train), *noise]),
        learnt.targets,
        learnt.groups,
        outputs=task.objective.outputs,
        loss=head_loss(task),
        strata=learnt.strata,
        weights=learnt.weights,
        is_over=lambda: stop.is_set() or (deadline is not None and time.monotonic() > deadline),
    )
    notes = _notes(head)
    for note in notes:
        yield Note(note)
    model = HeadModel(task.objective.outputs, task.front_end.shape)
    model.take(head.arrays)
    return Fitted(
        model=model.eval(),
        best_epoch=1,
        epochs=1,
        steps=1,
        interrupted=stop.is_set(),
        has_diverged=False,
        samples_per_second=len(task.split.train) / elapsed_s(began, time.monotonic()),
        device=torch.device("cpu"),
        notes=notes,
        in_one_go=True,
    )


_UNTRIED = Text("There was no time to try how closely to follow the examples.")
_UNCHOSEN = Text(
    "A class comes from one group only, so how closely to follow the examples could not be tried."
)


def _notes(head: Head) -> tuple[Text, ...]:
    """What the user should know about how closely it follows the examples."""
    if head.is_cut:
        cut = Text(
            "The time sufficed to try how closely to follow the examples in {n} inner fold only.",
            "The time sufficed to try how closely to follow the examples in {n} inner folds only.",
            n=head.folds,
        )
        return (cut,) if head.folds else (_UNTRIED,)
    return () if head.tried else (_UNCHOSEN,)


@dataclass(frozen=True, slots=True, eq=False)
class LearntWindows:
    """What is known of each window that is learnt: those of the training examples, then made noise."""

    targets: Tensor  # float64, (n, outputs)
    groups: list[str]
    strata: list[int]
    weights: Tensor  # (n,), what each counts


def learnt_windows(plan: TrainingPlan, task: Task) -> LearntWindows:
    """What is known of them; noise is of no class, and a stratum and groups of its own."""
    train = list(task.split.train)
    chosen = np.repeat(train, task.features.counts(train))
    targets = torch.from_numpy(task.targets[chosen]).double()
    groups, weights = _window_groups(plan, task), _window_weights(task)
    strata = task.strata[chosen].tolist()
    if task.noise is None:
        return LearntWindows(targets, groups, strata, weights)
    n = len(task.noise)
    each = task.settings.made_noise * float(weights.sum()) / n
    return LearntWindows(
        functional.pad(targets, (0, 0, 0, n)),
        [*groups, *(f"made noise {number}" for number in range(n))],
        [*strata, *[int(task.strata.max()) + 1] * n],
        functional.pad(weights, (0, n), value=each),
    )


def _window_groups(plan: TrainingPlan, task: Task) -> list[str]:
    """For each window of the training examples what it must not be parted from: its group, and copies."""
    train = task.split.train
    groups = together(replace(plan.data, examples=tuple(plan.data.examples[at] for at in train)))
    return [group for at, group in zip(train, groups, strict=True) for _ in range(task.features.count(at))]


def _window_weights(task: Task) -> Tensor:
    """What each window of the training examples counts: as much as its example and its class are to."""
    counts = torch.from_numpy(task.features.counts(task.split.train))
    strata = torch.from_numpy(task.strata[list(task.split.train)])
    weights = balanced(strata, int(strata.max()) + 1, task.settings.balance) / counts
    return weights.repeat_interleave(counts)


def head_loss(task: Task) -> Loss:
    """What the objective says of each example by itself."""

    def of_one(given: Tensor, wanted: Tensor) -> Tensor:
        return task.objective.loss(given[None], wanted[None], task.settings)

    return torch.vmap(of_one)
