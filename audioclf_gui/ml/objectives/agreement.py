"""How much better than chance the answers agree with the labels."""

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.metrics import confusion
from audioclf_gui.ml.objectives.metric import metric
from audioclf_gui.ml.objectives.objective import Array, Floats


@metric("single-label", "kappa", Text("Cohen's kappa"))
def kappa(wanted: Array, scores: Floats) -> float:
    """Agreement beyond that of answers drawn by chance as often as they were given (J. Cohen, 1960).

    1 is perfect, 0 no better than chance; 1 where there is one class only and all answers name it.
    """
    matrix = confusion(wanted.argmax(axis=1), scores.argmax(axis=1), scores.shape[1]).astype(np.float64)
    total = matrix.sum()
    by_chance = float((matrix.sum(axis=0) * matrix.sum(axis=1)).sum()) / total**2
    agreed = float(np.trace(matrix)) / total
    return (agreed - by_chance) / (1.0 - by_chance) if by_chance < 1.0 else 1.0
