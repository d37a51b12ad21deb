"""What a model says of a sound, for scripts and notebooks."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from audioclf_gui.api.values import Refused
from audioclf_gui.core.label import Region

if TYPE_CHECKING:  # torch comes with the first model
    from audioclf_gui.ml.inference import FilePrediction

Floats: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Prediction:
    """A model's answer to a sound; its scores are the mean over the windows that are not silent.

    Attributes
    ----------
    path : pathlib.Path or None
        The file; None: the sound came as an array.
    duration_s : float
        Its length in seconds.
    classes : tuple of str
        What the scores are of, in their order: classes, or the one quantity that is estimated.
    named : tuple of str
        The classes that the sound is of, the likeliest first; none of silence, of what is none of them,
        and of a model that estimates a number.
    scores : float32, shape (classes,)
        Probabilities, 0 to 1; of one class a sound they add up to 1 at most. Of a model that estimates a
        number, that number.
    times_s : float64, shape (windows, 2)
        Start and end of each window in seconds, never beyond the end of the sound.
    window_scores : float32, shape (windows, classes)
        The scores of each window.
    events : tuple of Region
        The stretches in which a class is heard, by start; `label` takes them as they are.
    is_silent : bool
        Whether there is nothing but silence, of which nothing is said.
    told : audioclf_gui.ml.inference.FilePrediction
        The engine's own answer, which may change between versions.
    """

    path: Path | None
    duration_s: float
    classes: tuple[str, ...]
    named: tuple[str, ...]
    scores: Floats
    times_s: npt.NDArray[np.float64]
    window_scores: Floats
    events: tuple[Region, ...]
    is_silent: bool
    told: "FilePrediction"

    @property
    def class_name(self) -> str:
        """The likeliest of the classes that the sound is of; empty where it is of none."""
        return next(iter(self.named), "")

    @property
    def score(self) -> float:
        """The highest score, or the number that is estimated."""
        return float(self.scores.max())

    @property
    def by_class(self) -> dict[str, float]:
        """The scores by what they are of."""
        return dict(zip(self.classes, self.scores.tolist(), strict=True))

    def rows(self) -> list[dict[str, str | float]]:
        """A row for each window, with the columns of ``audioclf predict``: ``pandas.DataFrame(p.rows())``.

        Returns
        -------
        list of dict
            With ``path`` (empty for an array), ``start_s`` and ``end_s`` in seconds, ``class``, ``score`` and
            the score of each class by its name.
        """
        from audioclf_gui.ml.prediction_values import row_names, to_rows

        names = row_names(self.told.objective)
        rows = [dict(zip(names, row, strict=True)) for row in to_rows(self.told)]
        return rows if self.path is not None else [{**row, "path": ""} for row in rows]

    def __repr__(self) -> str:
        name = "samples" if self.path is None else self.path.name
        said = f"{self.classes[int(self.scores.argmax())]} {self.score:.3f}"
        return f"<prediction of {name}, {self.duration_s:.2f} s: {said}, {len(self.events)} events>"


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """A model's answers to several files.

    Attributes
    ----------
    found : tuple of Prediction
        In the order of the files.
    refused : tuple of Refused
        Files that could not be read.
    """

    found: tuple[Prediction, ...]
    refused: tuple[Refused, ...]

    def rows(self) -> list[dict[str, str | float]]:
        """The rows of all of them, one after the other; see `Prediction.rows`."""
        return [row for one in self.found for row in one.rows()]


def prediction_of(told: "FilePrediction", path: Path | None) -> Prediction:
    """The engine's answer as it is handed out."""
    from audioclf_gui.ml.prediction_values import to_regions

    has_classes = told.objective.has_classes
    return Prediction(
        path=path,
        duration_s=told.duration_s,
        classes=told.objective.names,
        named=told.named if has_classes else (),
        scores=told.scores,
        times_s=np.array([(one.start_s, one.end_s) for one in told.windows], np.float64).reshape(-1, 2),
        window_scores=np.stack([one.scores for one in told.windows]),
        events=to_regions(told) if has_classes else (),
        is_silent=told.is_silent,
        told=told,
    )
