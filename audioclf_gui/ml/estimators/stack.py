"""Two models in one learn one after the other: the head in a second, then the network in its epochs."""

import threading
import time
from collections.abc import Generator, Mapping
from dataclasses import replace

import torch
from torch import Tensor, nn

from audioclf_gui.ml.estimators.gradient import fit_by_gradient
from audioclf_gui.ml.estimators.head import fit_on_listener
from audioclf_gui.ml.estimators.registry import estimator
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.front_ends.listener_and_log_mel import EmbeddingsAndPictures
from audioclf_gui.ml.models.stack import LISTENERS_SHARE, Stack
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted, Keep
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task

_SIZES: Mapping[str, object] = {"share": LISTENERS_SHARE}


@estimator("stack")
def fit_stack(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Fit both to the same examples; each sees its own part of what the front end makes."""
    ends = plan.front_end
    assert isinstance(ends, EmbeddingsAndPictures)  # seen to when the plan was made
    heard = _heard(task, ends)
    half = None if deadline is None else (time.monotonic() + deadline) / 2.0  # the rest is the network's
    head = yield from fit_on_listener(plan, heard, device, keep=keep, stop=stop, deadline=half)
    if head is None:
        return None
    seen = _seen(task, ends)

    def joined(network: nn.Module) -> Stack:
        stack = Stack(task.objective.outputs, ends.shape, **plan.options, **_SIZES)  # type: ignore[arg-type]
        stack.head.load_state_dict(head.model.state_dict())
        stack.network.load_state_dict(network.state_dict())
        stack.mean.copy_(seen.mean)
        stack.deviation.copy_(seen.deviation)
        return stack.eval()

    options = {name: value for name, value in plan.options.items() if name not in ends.sizes}
    network_plan = replace(plan, front_end=ends.pictures, settings=seen.settings, options=options)

    def keep_joined(network: nn.Module, epoch: int) -> None:
        keep(joined(network), epoch)

    network = yield from fit_by_gradient(
        network_plan, seen, device, keep=keep_joined, stop=stop, deadline=deadline
    )
    if network is None:
        return None
    notes = (*head.notes, *network.notes)
    return replace(network, model=joined(network.model), notes=notes, options=_SIZES)


def _heard(task: Task, ends: EmbeddingsAndPictures) -> Task:
    """What the head learns from."""
    vectors = ends.listener.vector_size
    columns = slice(0, vectors)
    return replace(
        task,
        features=task.features.part(columns, ends.embeddings),
        front_end=ends.embeddings,
        settings=replace(task.settings, label_smoothing=0.0),
        mean=torch.zeros(vectors),
        deviation=torch.ones(vectors),
        noise=_noise(task, columns, ends.embeddings),
    )


def _seen(task: Task, ends: EmbeddingsAndPictures) -> Task:
    """What the network learns from."""
    columns = slice(ends.listener.vector_size, None)
    features = task.features.part(columns, ends.pictures)
    mean, deviation = features.statistics(task.split.train)
    settings = replace(task.settings, front_end="log-mel", architecture="residual_cnn")
    return replace(
        task,
        features=features,
        front_end=ends.pictures,
        settings=settings,
        mean=mean,
        deviation=deviation,
        noise=_noise(task, columns, ends.pictures),
    )


def _noise(task: Task, columns: slice, part: FrontEnd) -> Tensor | None:
    """What a part of the front end hears of the noise that is learnt."""
    return None if task.noise is None else task.noise[:, columns].reshape(-1, *part.shape)
