"""Random forests (Breiman, 2001), grown by scikit-learn and kept as tables."""

import threading
import time
from collections.abc import Generator
from typing import Any

import torch

from audioclf_gui.core.text import Text
from audioclf_gui.ml.estimators.forest_growth import Growth, Rows, growing, most_rows, tables, training_rows
from audioclf_gui.ml.estimators.forest_search import Tried, search
from audioclf_gui.ml.estimators.registry import estimator
from audioclf_gui.ml.events import FitProgress, Note
from audioclf_gui.ml.pipeline.fit import FitEvent, Fitted, Keep
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.policy import elapsed_s
from audioclf_gui.ml.pipeline.task import Task


@estimator("forest")
def grow_forest(
    plan: TrainingPlan,
    task: Task,
    device: torch.device,  # noqa: ARG001 - trees grow on the processor and stay there
    *,
    keep: Keep,  # noqa: ARG001 - a forest is grown in seconds: nothing is kept on the way
    stop: threading.Event,
    deadline: float | None,
) -> Generator[FitEvent, None, Fitted | None]:
    """Grow trees on all training windows, of sizes that were searched for if that is wanted."""
    began = time.monotonic()
    rows = training_rows(task)
    tried = None
    if plan.settings.search != "none":
        tried = yield from search(plan, task, rows, stop, deadline)
    growth = tried.growth if tried else Growth.of(plan.settings)
    forest = yield from _grown(growth, rows, task, stop, deadline)
    if forest is None:
        return None
    notes = _notes(growth, tried, rows, task, 0 if stop.is_set() else len(forest.estimators_))
    for note in notes:
        yield Note(note)
    model, sizes = tables(forest, task.objective)
    return Fitted(
        model=model,
        best_epoch=1,
        epochs=1,
        steps=len(forest.estimators_),
        interrupted=stop.is_set(),
        has_diverged=False,
        samples_per_second=len(task.split.train) / elapsed_s(began, time.monotonic()),
        device=torch.device("cpu"),
        notes=notes,
        options=sizes,
        in_one_go=True,
    )


def _grown(
    growth: Growth, rows: Rows, task: Task, stop: threading.Event, deadline: float | None
) -> Generator[FitProgress, None, Any]:
    """The whole forest, or what it was when the time was over; None if it had not begun to grow."""
    forest = None
    if stop.is_set():
        return None
    for forest in growing(growth, rows, task.objective, task.settings.seed):
        yield FitProgress(len(forest.estimators_), growth.trees, Text("growing trees"))
        if stop.is_set() or (deadline is not None and time.monotonic() > deadline):
            break
    return forest


def _notes(growth: Growth, tried: Tried | None, rows: Rows, task: Task, trees: int) -> tuple[Text, ...]:
    """What the user should know; `trees` is how many there are, 0 where the user has ended it."""
    notes = [tried.note] if tried else []
    limit = most_rows(growth.trees, task.objective.outputs)
    if len(rows.weights) > limit:
        notes.append(
            Text(
                "Each tree learns from {n} window drawn by chance, so that the model stays small.",
                "Each tree learns from {n} windows drawn by chance, so that the model stays small.",
                n=limit,
            )
        )
    if 0 < trees < growth.trees:
        notes.append(
            Text(
                "The time sufficed for {n} tree of {wanted:d}.",
                "The time sufficed for {n} trees of {wanted:d}.",
                n=trees,
                wanted=growth.trees,
            )
        )
    return tuple(notes)
