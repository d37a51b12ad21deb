"""Networks learn by gradient descent, epoch after epoch."""

import threading
from collections.abc import Generator, Sequence
from dataclasses import replace

import torch

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import device_name, placement, repeatable
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
    devices = placement(plan.settings).for_batches_of(min(size, len(task.split.train)))
    said = [one for one in (note, _sharing(devices)) if one is not None]
    for one in said:
        yield Note(one)
    task = replace(task, settings=replace(task.settings, batch_size=size))
    with repeatable(device):
        fitted = yield from fit(
            network, task, device, keep=keep, stop=stop, deadline=deadline, saved=saved, devices=devices
        )
    if fitted is None:
        return None
    return replace(fitted, notes=(*said, *fitted.notes), batch_size=size)


def _sharing(devices: Sequence[torch.device]) -> Text | None:
    """What the user should know about the devices that share each step, if any do."""
    if len(devices) < 2:
        return None
    names = ", ".join(map(device_name, devices))
    return Text("{n} processes share each step: {devices}.", n=len(devices), devices=names)
