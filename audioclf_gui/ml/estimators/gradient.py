"""Networks learn by gradient descent, epoch after epoch."""

import threading
from collections.abc import Generator

import torch

from audioclf_gui.ml.estimators.registry import estimator
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
    """See `pipeline.fit`."""
    saved = CheckpointFile(plan.checkpoint, origin_of(plan)) if plan.checkpoint else None
    network = fresh_network(plan)
    return (yield from fit(network, task, device, keep=keep, stop=stop, deadline=deadline, saved=saved))
