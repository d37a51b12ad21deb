"""Which sizes of a forest suit the clips: tried out in inner folds of the training set."""

import itertools
import threading
import time
from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from audioclf_gui.core.text import Text
from audioclf_gui.ml.dealing import deal
from audioclf_gui.ml.estimators.forest_growth import Growth, Rows, growing, tables
from audioclf_gui.ml.events import FitProgress
from audioclf_gui.ml.grouping import singly, together
from audioclf_gui.ml.objectives.objective import Floats
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task

Examples = npt.NDArray[np.bool_]

_FOLDS = 5
_DEPTHS = (2, 4, 6, 8)
_LEAST_SPLITS = (2, 4, 6, 8)
_LEAST_LEAVES = (1, 2)
_TREES = (100, 300)


@dataclass(frozen=True, slots=True)
class Tried:
    """The best of what was tried."""

    growth: Growth
    figure: float  # the objective's, in the inner folds
    candidates: int
    folds: int

    @property
    def note(self) -> Text:
        """For the user."""
        return Text(
            "The best of {n} size tried in {folds:d} inner folds of the training clips: {growth}"
            " ({figure:.3f} there).",
            "The best of {n} sizes tried in {folds:d} inner folds of the training clips: {growth}"
            " ({figure:.3f} there).",
            n=self.candidates,
            folds=self.folds,
            growth=self.growth.words,
            figure=self.figure,
        )


def search(
    plan: TrainingPlan, task: Task, rows: Rows, stop: threading.Event, deadline: float | None
) -> Generator[FitProgress, None, Tried | None]:
    """Try the sizes of `candidates`, then in a full search more trees; of equals the first is the best.

    The folds are whole groups, with about the same mixture of classes. When `stop` is set, or the time
    is over, the best so far is the answer: None if that was nothing, or there are no two groups.
    """
    folds = inner_folds(plan, task)
    count = int(folds.max()) + 1
    usual = Growth.of(plan.settings)
    waiting = deque(candidates(usual, plan.settings.search))
    total = len(waiting) + (len(_TREES) - 1 if plan.settings.search == "full" else 0)
    best: Tried | None = None
    tried = 0
    while waiting and count > 1:
        growth = waiting.popleft()
        scores = np.zeros((len(folds), task.objective.outputs), np.float32)
        for fold in range(count):
            if stop.is_set() or (deadline is not None and time.monotonic() > deadline):
                return best
            scores[folds == fold] = _answers(growth, rows, folds == fold, task)
            yield FitProgress(tried * count + fold + 1, total * count, Text("trying sizes of trees"))
        tried += 1
        quality = task.objective.quality(task.targets[list(task.split.train)], scores)
        if best is None or quality.figure > best.figure:
            best = Tried(growth, quality.figure, tried, count)
        if not waiting and tried < total:
            waiting.extend(replace(best.growth, trees=trees) for trees in _TREES if trees != growth.trees)
    return None if best is None else replace(best, candidates=tried)


def candidates(usual: Growth, which: str) -> Sequence[Growth]:
    """What a search of this name tries: "shallow" as published, "full" with deeper trees too."""
    depths = _DEPTHS if which == "shallow" else (*_DEPTHS, None)
    leaves = (usual.min_leaf,) if which == "shallow" else _LEAST_LEAVES
    trees = usual.trees if which == "shallow" else _TREES[0]
    return [
        Growth(trees, depth, split, leaf)
        for depth, split, leaf in itertools.product(depths, _LEAST_SPLITS, leaves)
    ]


def inner_folds(plan: TrainingPlan, task: Task) -> npt.NDArray[np.int64]:
    """For each training example the inner fold that it is in; all in one where there is one group only."""
    data = replace(plan.data, examples=tuple(plan.data.examples[at] for at in task.split.train))
    groups = singly(data) if plan.settings.as_given else together(data)
    count = min(_FOLDS, len(set(groups)))
    return deal(data, groups, [1.0 / count] * count, np.random.default_rng(plan.settings.seed))


def _answers(growth: Growth, rows: Rows, is_judged: Examples, task: Task) -> Floats:
    """The scores that a forest of the other examples gives each example of a fold, (judged, outputs)."""
    of_rows = is_judged[rows.example]
    judged = rows[of_rows]
    (forest,) = deque(growing(growth, rows[~of_rows], task.objective, task.settings.seed), maxlen=1)
    model, _ = tables(forest, task.objective)
    scores = task.objective.scores(model(torch.from_numpy(judged.numbers))).numpy()
    total = np.zeros((len(is_judged), scores.shape[1]), np.float32)
    np.add.at(total, judged.example, scores)
    counts = np.bincount(judged.example, minlength=len(is_judged))[is_judged]
    return np.asarray(total[is_judged] / counts[:, None], np.float32)
