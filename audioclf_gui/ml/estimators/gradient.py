"""Networks learn by gradient descent, epoch after epoch."""

import threading
from collections.abc import Generator
from dataclasses import replace

import torch

from audioclf_gui.ml.devices import repeatable
from audioclf_gui.ml.estimators.registry import estimator
from audioclf_gui.ml.events import Note
from audioclf_gui.ml.pipeline.batching import batch_size
from audioclf_gui.ml.pipeline.checkpoint import CheckpointFile, origin_of
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted, Keep, fit
from audioclf_gui.ml.pipeline.plan import TrainingPlan, fresh_network
from audioclf_gui.ml.pipeline.task import Task


@estimator("gradient")
def fit_by_gradient(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None,
) -> Generator[FitEvent, None, Fitted | None]:
    """See `pipeline.fit`; on a GPU a step may learn from more clips than is set, see `batch_size`."""
    saved = CheckpointFile(plan.checkpoint, origin_of(plan)) if plan.checkpoint else None
    network = fresh_network(plan)
    size, note = batch_size(task.settings, len(task.split.train), task.front_end.shape, device)
    if note is not None:
        yield Note(note)
    task = replace(task, settings=replace(task.settings, batch_size=size))
    with repeatable(device):
        fitted = yield from fit(network, task, device, keep=keep, stop=stop, deadline=deadline, saved=saved)
    if fitted is None:
        return None
    notes = fitted.notes if note is None else (note, *fitted.notes)
    return replace(fitted, notes=notes, batch_size=size)
