"""What a random forest makes of the same clips, where a model is no better than guessing."""

import threading
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import nn

from audioclf_gui.core.text import Text
from audioclf_gui.ml.estimators import learn
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.guessing import guess_notes
from audioclf_gui.ml.pipeline.judging import Verdict, out_of_fold_verdict, pass_verdict
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.settings import settings_for

_MOST_SOUND_S = 1200.0
"""A forest learns from as much in seconds."""

_CPU = torch.device("cpu")
_End = TypeVar("_End")


def second_opinion(
    plans: Sequence[TrainingPlan], report: Mapping[str, Any], cache_dir: Path, stop: threading.Event
) -> Text | None:
    """What to say of a forest's figure beside a guessed one; None where that is not called for.

    It is not where the model is better than guessing or is a forest itself, repeats a reference's mistakes,
    was stopped, or where there is so much sound that it would take its time.

    Parameters
    ----------
    plans
        One, or those of the folds that the report is about.
    """
    own, data = plans[0].settings, plans[0].data
    settings = settings_for("forest", seed=own.seed, balance=own.balance)
    long = sum(example.duration_s for example in data.examples) > _MOST_SOUND_S
    if not guess_notes(report) or own.architecture == settings.architecture or own.as_given or long:
        return None
    ends = front_end_for(data.examples, settings)
    features = _end(cache_features(data.examples, ends, cache_dir, stop))
    verdicts = []
    for plan in plans:
        if stop.is_set():
            return None
        verdict = _forest(replace(plan, settings=settings, front_end=ends, options={}), features, stop)
        if verdict is None:
            return None
        verdicts.append(verdict)
    of_all = verdicts[0] if len(verdicts) == 1 else out_of_fold_verdict(one.measured for one in verdicts)
    return _compared(report, of_all)


def _forest(plan: TrainingPlan, features: Features, stop: threading.Event) -> Verdict | None:
    """What a forest is worth; None if it was stopped."""
    task = make_task(plan, features)
    fitted = _end(learn(plan, task, _CPU, keep=_keep_nothing, stop=stop))
    if fitted is None or stop.is_set():
        return None
    return _end(pass_verdict(fitted.model, task, plan.data.examples, _CPU))


def _compared(report: Mapping[str, Any], verdict: Verdict) -> Text:
    key = verdict.measured.objective.figure_key
    theirs = {**report, **verdict.figures()}
    name, figure = PRESETS["forest"].title, theirs[key]
    if not guess_notes(theirs):
        return Text(
            "The preset {name} on the same clips is better: {figure:.3f}. Try it.", name=name, figure=figure
        )
    if theirs[key] > report[key]:
        return Text(
            "The preset {name} on the same clips comes to {figure:.3f}, hardly better.",
            name=name,
            figure=figure,
        )
    return Text(
        "The preset {name} on the same clips comes to {figure:.3f}: it may be that these sounds do not tell"
        " what the labels say.",
        name=name,
        figure=figure,
    )


def _end(events: Generator[object, None, _End]) -> _End:
    """What a generator comes to."""
    while True:
        try:
            next(events)
        except StopIteration as end:
            value: _End = end.value
            return value


def _keep_nothing(_model: nn.Module, _epoch: int) -> None:
    """It is asked for its figure only."""
