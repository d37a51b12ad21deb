"""Which ways to learn there are, and which one a plan asks for."""

import threading
from collections.abc import Callable, Generator
from typing import Protocol

import torch

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.registry import PlugInKind, Registry
from audioclf_gui.core.text import Text
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


def _fault(thing: object, _key: str) -> Text | None:
    """What is wrong with an estimator of a plug-in."""
    return None if callable(thing) and not isinstance(thing, type) else Text("it is no function")


ESTIMATORS: Registry[Estimator] = Registry(PlugInKind.ESTIMATOR, _fault)


def estimator(name: str) -> Callable[[Estimator], Estimator]:
    """Make a way to learn known under `name`, by which architectures ask for it; it comes back unchanged."""

    def register(learns: Estimator) -> Estimator:
        ESTIMATORS.add(name, learns)
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
    wanted = known_architecture(plan.settings.architecture).estimator
    if wanted not in ESTIMATORS:
        raise UserError(
            Text(
                "{architecture} learns as {estimator}, which is not known",
                architecture=plan.settings.architecture,
                estimator=wanted,
            ),
            remedy=Text("Choose another model; `audioclf doctor` tells which plug-ins are left out and why."),
        )
    learns = ESTIMATORS[wanted]
    return (yield from learns(plan, task, device, keep=keep, stop=stop, deadline=deadline))
