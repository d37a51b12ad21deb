"""The members of an ensemble learn one after the other."""

import threading
import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import cycle

import torch
from torch import nn

from audioclf_gui.core.text import Text
from audioclf_gui.ml.estimators.gradient import fit_by_gradient
from audioclf_gui.ml.estimators.registry import estimator
from audioclf_gui.ml.estimators.summary import fit_summary
from audioclf_gui.ml.events import BatchDone, EpochDone, Note
from audioclf_gui.ml.models import takes
from audioclf_gui.ml.models.ensemble import Ensemble
from audioclf_gui.ml.models.summary import SummaryHead
from audioclf_gui.ml.pipeline.fit import DivergedAtOnceError, FitEvent, Fitted, Keep
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task

_SEEDS_APART = 7919  # of two members
_LEFT_OUT = Text("One of the networks diverged at once: it is left out, the others answer without it.")


@estimator("ensemble")
def fit_ensemble(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,
    *,
    keep: Keep,
    stop: threading.Event,
    deadline: float | None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Fit each member from a start, and to a sequence of variations, of its own.

    Epochs are told as if they were those of one network. What was cut short is left out where a member has
    learnt to its end; the time left is shared equally among those that are to come.
    """
    members = int(str(plan.options["members"]))
    summary = (yield from fit_summary(plan, task, stop, deadline)) if plan.options["summary_share"] else None
    whole: list[Fitted] = []
    epochs = left_out = 0
    for number in range(members):
        now = time.monotonic()
        until = None if deadline is None else now + (deadline - now) / (members - number)
        learnt = [one.model for one in whole]

        def keep_joined(network: nn.Module, epoch: int, learnt: Sequence[nn.Module] = learnt) -> None:
            keep(_joined(plan, task, learnt or [network], summary), epoch)

        member = _member(plan, number)
        alone = replace(task, settings=member.settings)
        fit = fit_by_gradient(member, alone, device, keep=keep_joined, stop=stop, deadline=until)
        try:
            fitted = yield from _counted_on(fit, epochs, members - number)
        except DivergedAtOnceError:
            if not whole:
                raise
            yield Note(_LEFT_OUT)
            left_out += 1
            whole[-1] = replace(whole[-1], notes=(*whole[-1].notes, _LEFT_OUT))
            continue
        if fitted is not None and not (fitted.interrupted and whole):
            whole.append(fitted)
        if fitted is None or stop.is_set():
            break
        epochs += fitted.epochs
    return _fitted(plan, task, whole, members - left_out, summary) if whole else None


def _member(plan: TrainingPlan, number: int) -> TrainingPlan:
    """The plan of one network by itself."""
    seed = plan.settings.seed + number * _SEEDS_APART
    settings = replace(plan.settings, architecture="residual_cnn", seed=seed)
    options = {name: value for name, value in plan.options.items() if takes("residual_cnn", name)}
    checkpoint = plan.checkpoint and plan.checkpoint.with_stem(f"{plan.checkpoint.stem}-{number + 1}")
    return replace(plan, settings=settings, options=options, checkpoint=checkpoint)


def _counted_on(
    fit: Generator[FitEvent, None, Fitted | None], before: int, to_come: int
) -> Generator[FitEvent, None, Fitted | None]:
    """The fit of one of the `to_come` members, its epochs counted on from the `before` that there were."""
    began = time.monotonic()
    while True:
        try:
            event = next(fit)
        except StopIteration as ended:
            fitted: Fitted | None = ended.value
            return fitted
        match event:
            case BatchDone():
                event = replace(event, epoch=before + event.epoch, epochs=before + to_come * event.epochs)
            case EpochDone():
                spent = time.monotonic() - began
                event = replace(
                    event,
                    epoch=replace(event.epoch, number=before + event.epoch.number),
                    epochs=before + to_come * event.epochs,
                    best_epoch=before + event.best_epoch,
                    seconds_left=event.seconds_left + (to_come - 1) * (spent + event.seconds_left),
                )
        yield event


def _joined(
    plan: TrainingPlan, task: Task, learnt: Sequence[nn.Module], summary: SummaryHead | None
) -> Ensemble:
    """The ensemble, in which those networks that have learnt stand in for those that have not."""
    ensemble = Ensemble(task.objective.outputs, plan.front_end.shape, **plan.options)  # type: ignore[arg-type]
    for member, network in zip(ensemble.members, cycle(learnt), strict=False):
        member.load_state_dict(network.state_dict())
    if ensemble.summary is not None and summary is not None:
        ensemble.summary.load_state_dict(summary.state_dict())
    return ensemble.eval()


def _fitted(
    plan: TrainingPlan, task: Task, whole: Sequence[Fitted], members: int, summary: SummaryHead | None
) -> Fitted:
    """What the fits of the members come to together, their epochs counted through."""
    last = whole[-1]
    epochs = sum(one.epochs for one in whole)
    return replace(
        last,
        model=_joined(plan, task, [one.model for one in whole], summary),
        best_epoch=epochs - last.epochs + last.best_epoch,
        epochs=epochs,
        steps=sum(one.steps for one in whole),
        interrupted=len(whole) < members or last.interrupted,
        notes=tuple(dict.fromkeys(note for one in whole for note in one.notes)),
        networks=len(whole),
    )
