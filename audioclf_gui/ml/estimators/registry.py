"""Which ways to learn there are, and which one a plan asks for."""

import threading
from collections.abc import Callable, Generator
from typing import Protocol

import torch

from audioclf_gui.ml.models import known_architecture
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted, Keep
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task


class Estimator(Protocol):
    """Fits the model that a plan names; the generator's value is None if nothing was learnt before `stop`."""

    def __call__(
        self,
        plan: TrainingPlan,
        task: Task,
        device: torch.device,
        *,
        keep: Keep,
        stop: threading.Event,
        deadline: float | None,
    ) -> Generator[FitEvent, None, Fitted | None]:
        """See `learn`."""


ESTIMATORS: dict[str, Estimator] = {}


def estimator(name: str) -> Callable[[Estimator], Estimator]:
    """Make a way to learn known under `name`, by which architectures ask for it; it comes back unchanged."""

    def register(learns: Estimator) -> Estimator:
        if name in ESTIMATORS:
            raise ValueError(f"two estimators are called {name!r}")
        ESTIMATORS[name] = learns
        return learns

    return register


def learn(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None = None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Fit a fresh model of the kind that the plan names, as its estimator does it."""
    learns = ESTIMATORS[known_architecture(plan.settings.architecture).estimator]
    return (yield from learns(plan, task, device, keep=keep, stop=stop, deadline=deadline))
