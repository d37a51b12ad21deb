"""Labels that a model doubts."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.model_classes import model_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Answer
from audioclf_gui.core.view import CatalogueView

_CONFIDENT = 0.5  # so sure the model must be of another class
_DOUBTED = 0.1  # so little it must think of the given one


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """Whose doubts are wanted: a run's model."""

    bundle: Path


@dataclass(frozen=True, slots=True)
class DoubtedLabel:
    """A clip that a model which never trained on it takes for something else than its label says.

    Classes are called as the project calls them now.
    """

    clip_id: ClipId
    given: str
    predicted: str
    score: float  # of the given class, 0 to 1
    answer: Answer  # with the predicted class


@dataclass(frozen=True, slots=True)
class DoubtedLabels:
    """The labels most in doubt first, each clip once, of so many that were judged."""

    doubted: tuple[DoubtedLabel, ...]
    judged: int


def label_errors(request: LabelErrors, project: ProjectView) -> Generator[Progress, None, DoubtedLabels]:
    """Read what a run said about the clips it did not train on, and where it contradicts their labels.

    Labels that are not there any more are in no doubt, and neither are those whose class has been merged
    with the one that the model answered.

    Raises
    ------
    UserError
        If the model cannot be read.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions

    yield Progress(0, 1)
    card, predictions = read_card(request.bundle), read_predictions(request.bundle)
    doubted = sorted(
        _doubted(predictions, card.classes, card.class_ids, project.catalogue),
        key=lambda one: (one.score, one.clip_id),
    )
    yield Progress(1, 1)
    first = {one.clip_id: one for one in reversed(doubted)}
    return DoubtedLabels(tuple(one for one in doubted if first[one.clip_id] is one), len(predictions))


def _doubted(
    predictions: Iterable[Mapping[str, Any]],
    names: Sequence[str],
    class_ids: Sequence[ClassId],
    view: CatalogueView,
) -> Iterator[DoubtedLabel]:
    classes = model_classes(view, names, class_ids)
    for one in predictions:
        scores = [0.0] * len(classes.names)
        for place, score in zip(classes.places, one["scores"], strict=True):
            scores[place] += float(score)
        given = classes.places[names.index(one["true"])]
        predicted = max(range(len(scores)), key=scores.__getitem__)
        clip_id, class_id = ClipId(int(one["clip_id"])), classes.ids[given]
        is_there = class_id is not None and any(label.class_id == class_id for label in view.labels(clip_id))
        if is_there and predicted != given and scores[predicted] >= _CONFIDENT and scores[given] < _DOUBTED:
            answer = Answer(clip_id, classes.ids[predicted], scores[predicted])
            yield DoubtedLabel(clip_id, classes.names[given], classes.names[predicted], scores[given], answer)
