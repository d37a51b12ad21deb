"""The model that is kept learns from all clips, once it has been measured what that is worth without some."""

import statistics
import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import placement
from audioclf_gui.ml.estimators import learn
from audioclf_gui.ml.events import PartBegun
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted
from audioclf_gui.ml.pipeline.plan import TrainingPlan, on_everything
from audioclf_gui.ml.pipeline.task import Task, make_task

_TOO_LITTLE_TIME = Text("the time did not suffice for training on all clips")
_DIVERGED = Text("training on all clips came to no numbers")


@dataclass(frozen=True, slots=True, eq=False)
class Refitted:
    """A network that has learnt from everything, and from what exactly."""

    task: Task
    fitted: Fitted


@dataclass(frozen=True, slots=True)
class NotRefitted:
    """The model that was measured is to be kept."""

    reason: Text
    is_stopped: bool = False  # by the user

    @property
    def note(self) -> Text:
        """What the user is told."""
        return Text("The model kept is the one that was measured: {reason}.", reason=self.reason)


STOPPED_BEFORE = NotRefitted(Text("training was stopped"), is_stopped=True)
_STOPPED = NotRefitted(Text("training on all clips was stopped"), is_stopped=True)


def refit(
    plan: TrainingPlan,
    measured: Sequence[Fitted],
    features: Features,
    stop: threading.Event,
    deadline: float | None,
    part: PartBegun,
) -> Generator[PartBegun | FitEvent, None, Refitted | NotRefitted]:
    """Teach a fresh network all clips, for as many epochs as the fit without some of them went.

    Not for as many as were best there: which of the last epochs is best is chance where few clips decide, and
    a schedule that ends early has not cooled down.

    What is cut short is not kept: a model must not be worse than the figures that are told of it.

    Parameters
    ----------
    measured
        The fits of which the figures are, one or one for each fold; of several the median counts.
    deadline : float, optional
        By `time.monotonic`.
    part
        What is told when it begins.
    """
    yield part
    epochs = round(statistics.median(one.epochs / one.networks for one in measured))
    everything = on_everything(plan, epochs, measured[0].batch_size)
    task, device = (
        make_task(everything, features),
        placement(plan.settings).first,
    )
    needed = statistics.median(one.steps for one in measured)
    try:
        fitted = yield from learn(everything, task, device, keep=_keep_nothing, stop=stop, deadline=deadline)
    except UserError as error:
        return NotRefitted(Text("training on all clips failed ({reason})", reason=error.message))
    if fitted is None or stop.is_set():
        return _STOPPED
    if fitted.interrupted:
        return NotRefitted(_DIVERGED)
    return Refitted(task, fitted) if fitted.steps >= needed else NotRefitted(_TOO_LITTLE_TIME)


def _keep_nothing(_model: nn.Module, _epoch: int) -> None:
    """The model that was measured is on disk, and stays there until this one is whole."""
