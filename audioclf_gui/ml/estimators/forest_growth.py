"""How a forest grows: from which rows, to which sizes, step by step, and into which tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import torch

from audioclf_gui.core.text import Text
from audioclf_gui.ml.class_weights import example_weights
from audioclf_gui.ml.models.forest import Forest
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.settings import TrainSettings

_STEPS = 20  # in which a forest grows, so that it can be stopped
_MOST_LEAVES = 2**15  # of a tree: a model's sizes are bounded by 2**16
_MOST_ANSWERS = 2**26  # of a forest, 256 MiB


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees grow."""

    trees: int
    max_depth: int | None  # None: until each leaf is of one class
    min_split: int  # windows that a node needs to be divided
    min_leaf: int  # windows that a leaf needs

    @classmethod
    def of(cls, settings: TrainSettings) -> Self:
        """As the settings say."""
        return cls(settings.trees, settings.max_depth, settings.min_split, settings.min_leaf)

    @property
    def words(self) -> Text:
        """For the user."""
        depth = Text("any depth") if self.max_depth is None else Text("depth {n:d}", n=self.max_depth)
        return Text(
            "{trees:d} trees of {depth}, min_split {min_split:d}, min_leaf {min_leaf:d}",
            trees=self.trees,
            depth=depth,
            min_split=self.min_split,
            min_leaf=self.min_leaf,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Training windows, each a row."""

    numbers: npt.NDArray[np.float32]  # standardised, (windows, numbers)
    targets: npt.NDArray[np.float64]  # on the objective's scale, (windows, outputs)
    weights: npt.NDArray[np.float64]  # of each window; their mean is 1
    example: npt.NDArray[np.int64]  # place of each window's example in the training set

    def __getitem__(self, chosen: npt.NDArray[np.bool_]) -> "Rows":
        return Rows(self.numbers[chosen], self.targets[chosen], self.weights[chosen], self.example[chosen])


def training_rows(task: Task) -> Rows:
    """All windows of the training examples; each example counts alike, and classes as `balance` says."""
    train = np.array(task.split.train)
    parts = [task.standardised(task.features.windows(at).float()).numpy() for at in train.tolist()]
    counts = np.array([len(part) for part in parts])
    strata = task.strata[train]
    members = np.bincount(strata)[strata].astype(np.float64)
    weighted = members**-task.settings.balance * example_weights(task.objective.weights, task.targets[train])
    weights = np.repeat(weighted / counts, counts)
    targets = task.objective.scaled(task.targets[train]).astype(np.float64)
    return Rows(
        np.concatenate(parts),
        np.repeat(targets, counts, axis=0),
        weights / weights.mean(),
        np.repeat(np.arange(len(train)), counts),
    )


def most_rows(trees: int, outputs: int) -> int:
    """From how many windows a tree may learn, so that the model stays within its bounds."""
    return min(_MOST_LEAVES, max(1, _MOST_ANSWERS // (2 * trees * outputs)))


def growing(growth: Growth, rows: Rows, objective: Objective, seed: int) -> Iterator[Any]:
    """scikit-learn's forest after each of some steps, the last one with all its trees.

    Where there are more rows than `most_rows`, each tree draws so many.

    Notes
    -----
    Trees divide by least squares. Of targets that are 0 or 1 that is Gini's measure, halved, so that one
    kind of tree serves for classes, sets of them and numbers. At each node the square root of how many
    numbers there are is tried for classes, a third for a quantity (Breiman, 2001).
    """
    from sklearn.ensemble import RandomForestRegressor

    limit = most_rows(growth.trees, rows.targets.shape[1])
    forest = RandomForestRegressor(
        max_features="sqrt" if objective.has_classes else 1.0 / 3.0,
        max_depth=growth.max_depth,
        min_samples_split=growth.min_split,
        min_samples_leaf=growth.min_leaf,
        max_samples=limit if len(rows.weights) > limit else None,
        n_jobs=torch.get_num_threads(),
        random_state=seed,
        warm_start=True,
    )
    weights = None if np.allclose(rows.weights, 1.0) else rows.weights
    targets = rows.targets[:, 0] if rows.targets.shape[1] == 1 else rows.targets
    for trees in _steps(growth.trees):
        forest.set_params(n_estimators=trees)
        yield forest.fit(rows.numbers, targets, weights)


def tables(forest: Any, objective: Objective) -> tuple[Forest, dict[str, object]]:
    """scikit-learn's forest as a model of ours, and its options."""
    trees = [one.tree_ for one in forest.estimators_]
    sizes = {
        "trees": len(trees),
        "nodes": max(tree.node_count for tree in trees),
        "depth": max(tree.max_depth for tree in trees),
    }
    model = Forest(objective.outputs, (forest.n_features_in_,), **sizes, link=objective.link)
    state = model.state_dict()
    for number, tree in enumerate(trees):
        count = tree.node_count
        own, is_leaf = np.arange(count), tree.children_left < 0
        values = {
            "feature": np.where(is_leaf, 0, tree.feature),
            "threshold": _float32_below(tree.threshold),
            "left": np.where(is_leaf, own, tree.children_left),
            "right": np.where(is_leaf, own, tree.children_right),
            "answer": tree.value[:, :, 0],
        }
        for name, value in values.items():
            state[name][number, :count] = torch.from_numpy(value)
    model.load_state_dict(state)
    return model.eval(), {**sizes, "link": objective.link}


def _steps(trees: int) -> Sequence[int]:
    return sorted({-(-trees * step // _STEPS) for step in range(1, _STEPS + 1)})


def _float32_below(thresholds: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    """The largest float32 that is not above each, so that no float32 changes sides."""
    nearest = thresholds.astype(np.float32)
    return np.where(nearest > thresholds, np.nextafter(nearest, np.float32(-np.inf)), nearest)
