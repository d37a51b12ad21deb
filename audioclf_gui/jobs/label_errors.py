"""Labels that a model doubts."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.progress import Progress

_CONFIDENT = 0.5  # so sure the model must be of another class
_DOUBTED = 0.1  # so little it must think of the given one


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """Whose doubts are wanted: a run's model, and its classes in the order of its scores."""

    bundle: Path
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtedLabel:
    """A clip that a model which never trained on it takes for something else than its label says."""

    clip_id: ClipId
    given: str
    predicted: str
    score: float  # of the given class, 0 to 1


@dataclass(frozen=True, slots=True)
class DoubtedLabels:
    """The labels most in doubt first, each clip once, of so many that were judged."""

    doubted: tuple[DoubtedLabel, ...]
    judged: int


def label_errors(request: LabelErrors) -> Generator[Progress, None, DoubtedLabels]:
    """Read what a run said about the clips it did not train on, and where it contradicts their labels.

    Raises
    ------
    UserError
        If the model cannot be read.
    """
    from audioclf_gui.ml.bundle import read_predictions

    yield Progress(0, 1)
    predictions = read_predictions(request.bundle)
    places = {name: place for place, name in enumerate(request.classes)}
    doubted = sorted(_doubted(predictions, places), key=lambda one: (one.score, one.clip_id))
    yield Progress(1, 1)
    first = {one.clip_id: one for one in reversed(doubted)}
    return DoubtedLabels(tuple(one for one in doubted if first[one.clip_id] is one), len(predictions))


def _doubted(predictions: Sequence[Mapping[str, Any]], places: Mapping[str, int]) -> list[DoubtedLabel]:
    found = []
    for one in predictions:
        score = float(one["scores"][places[one["true"]]])
        sure = one["true"] != one["predicted"] and max(one["scores"]) >= _CONFIDENT
        if sure and score < _DOUBTED:
            found.append(DoubtedLabel(ClipId(int(one["clip_id"])), one["true"], one["predicted"], score))
    return found
