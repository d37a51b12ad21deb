"""Scores of examples by models that had not learnt from them, in the order of the examples."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.figures import Interval
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.grouping import counted_to
from audioclf_gui.ml.intervals import Chosen, Scale, of_figures
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.objectives.objective import Array, Floats
from audioclf_gui.ml.pipeline.judging import Judged, clip_scores


@dataclass(frozen=True, slots=True, eq=False)
class UnlearntScores:
    """What is true of the examples that were judged, and what models made of them.

    Attributes
    ----------
    places : shape (n,)
        Which of the examples of the data they are, in their order.
    wanted : shape (n, outputs)
    scores : float32, shape (n, outputs)
    """

    objective: Objective
    places: npt.NDArray[np.int64]
    wanted: Array
    scores: Floats

    def figure(self, chosen: Chosen) -> float:
        """The figure of the objective, of the chosen ones of the examples, a mask of shape (n,)."""
        return self.objective.quality(self.wanted[chosen], self.scores[chosen]).figure


def scores_of(data: TrainingData, answers: Sequence[Judged]) -> UnlearntScores:
    """The answers of several folds in the order of the examples."""
    known = {example: at for at, example in enumerate(data.examples)}
    places = np.array([known[example] for judged in answers for example in judged.examples], np.int64)
    logits = [one for judged in answers for one in judged.logits]
    order = places.argsort()
    objective = answers[0].objective
    wanted = np.concatenate([judged.wanted for judged in answers])
    return UnlearntScores(objective, places[order], wanted[order], clip_scores(objective, logits)[order])


def shared(found: Iterable[UnlearntScores]) -> list[UnlearntScores]:
    """The same of those examples only that all of them have judged."""
    found = list(found)
    common = found[0].places
    for one in found[1:]:
        common = np.intersect1d(common, one.places)
    kept = [np.isin(one.places, common) for one in found]
    return [
        UnlearntScores(one.objective, common, one.wanted[mask], one.scores[mask])
        for one, mask in zip(found, kept, strict=True)
    ]


def interval_of(
    figure: Callable[[Chosen], float], objective: Objective, groups: npt.NDArray[np.int64]
) -> Interval | None:
    """The interval of a mean of figures of an objective; None with too few groups."""
    scale: Scale = "share" if objective.has_classes else "explained"
    return of_figures(lambda chosen: {"figure": figure(chosen)}, {"figure": scale}, groups)["figure"]


def groups_among(data: TrainingData, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The number of the group of each of these examples."""
    groups = np.array(counted_to(data.examples))[places]
    return np.unique(groups, return_inverse=True)[1]
