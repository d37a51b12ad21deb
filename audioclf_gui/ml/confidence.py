"""How sure a model is of an answer, in numbers that are watched over time."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.objectives.objective import Floats, Objective

Likely = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Confidence:
    """Of the scores of one sound."""

    top_score: float  # the highest, 0 to 1
    entropy: float  # as a share of the largest that there can be, 0 to 1


def confidence(objective: Objective, scores: Floats) -> Confidence | None:
    """Of scores (outputs,); None where a number is estimated, which has none.

    Notes
    -----
    Shannon's entropy; of a set of classes the mean over the classes, each of which is there or not.
    """
    if not objective.has_classes:
        return None
    likely = np.clip(np.asarray(scores, np.float64), 0.0, 1.0)
    terms = _surprise(likely)
    if objective.is_exclusive:
        entropy = float(terms.sum()) / math.log(max(2, len(likely)))
    else:
        entropy = float((terms + _surprise(1.0 - likely)).mean()) / math.log(2.0)
    return Confidence(float(likely.max()), min(1.0, entropy))


def _surprise(likely: Likely) -> Likely:
    return -likely * np.log(np.maximum(likely, 1e-300))
