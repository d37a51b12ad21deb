"""What answering a class from a certain score on comes to: how many are right, missed and false."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.set_metrics import average_precision

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """How sounds are answered of which those from a score on count as being of a class."""

    threshold: float
    right: int  # of the class, and answered so
    missed: int  # of the class, and not answered so
    false: int  # of other classes, and answered so
    rest: int  # of other classes, and not answered so

    @property
    def precision(self) -> float:
        """Of those answered so, the share that is right; 1 where none is."""
        answered = self.right + self.false
        return self.right / answered if answered else 1.0

    @property
    def recall(self) -> float:
        """Of those of the class, the share that is answered so; 0 where there is none."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 0.0

    @property
    def false_rate(self) -> float:
        """Of those of other classes, the share that is answered so; 0 where there is none."""
        others = self.false + self.rest
        return self.false / others if others else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class ClassScores:
    """The scores of one class, and which sounds are of it."""

    name: str  # as the model calls it
    there: Bools  # (n,)
    scores: Floats  # (n,)

    def at(self, threshold: float) -> AtThreshold:
        """What answering the class from that score on comes to."""
        heard = self.scores >= threshold
        right, answered, wanted = int((heard & self.there).sum()), int(heard.sum()), int(self.there.sum())
        false = answered - right
        return AtThreshold(threshold, right, wanted - right, false, len(self.there) - wanted - false)

    @property
    def average_precision(self) -> float | None:
        """Mean precision at each sound of the class, by falling score; None where there is none."""
        return average_precision(self.there, self.scores) if self.there.any() else None

    @property
    def area(self) -> float | None:
        """How often a sound of the class scores above another one, equal scores counting half.

        The area below recall over false answers (J. A. Hanley and B. J. McNeil, Radiology 143, 1982); None
        where all sounds are of the class, or none is.
        """
        if self.there.all() or not self.there.any():
            return None
        edges = np.array([(0.0, 0.0), *((one.false_rate, one.recall) for one in self.curve())])
        return float(np.trapezoid(edges[:, 1], edges[:, 0]))

    def curve(self) -> tuple[AtThreshold, ...]:
        """The same at each score that occurs, from the highest to the lowest."""
        order = np.argsort(-self.scores, kind="stable")
        falling, hits = self.scores[order], np.cumsum(self.there[order])
        ends = np.flatnonzero(np.append(falling[1:] != falling[:-1], True)) if len(falling) else order
        wanted, others = int(self.there.sum()), int((~self.there).sum())
        return tuple(
            AtThreshold(
                float(falling[end]),
                int(hits[end]),
                wanted - int(hits[end]),
                int(end + 1 - hits[end]),
                others - int(end + 1 - hits[end]),
            )
            for end in ends
        )


def class_scores(names: Sequence[str], predictions: Sequence[Mapping[str, Any]]) -> tuple[ClassScores, ...]:
    """Of a bundle's predictions the scores of each class, in the order of `names`."""
    scores = np.array([one["scores"] for one in predictions], np.float64).reshape(-1, len(names))
    said = [{one["true"]} if isinstance(one["true"], str) else set(one["true"]) for one in predictions]
    return tuple(
        ClassScores(name, np.array([name in true for true in said], np.bool_), scores[:, place])
        for place, name in enumerate(names)
    )
