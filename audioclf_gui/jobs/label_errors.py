"""Labels that a model doubts."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.model_classes import model_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Answer
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.confused_clips import answer_of, names_in
from audioclf_gui.jobs.of_classes import check_has_classes

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.objectives import Objective

_CONFIDENT = 0.5  # so sure the model must be of another class
_DOUBTED = 0.1  # so little it must think of the given one
_INSTEAD = Text("See “Largest errors” in the Train workspace, or `audioclf labels estimates`.")


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
    check_has_classes(card.objective, _INSTEAD)
    doubted = sorted(
        _doubted(predictions, card.objective, card.class_ids, project.catalogue),
        key=lambda one: (one.score, one.clip_id),
    )
    yield Progress(1, 1)
    first = {one.clip_id: one for one in reversed(doubted)}
    return DoubtedLabels(tuple(one for one in doubted if first[one.clip_id] is one), len(predictions))


def _doubted(
    predictions: Iterable[Mapping[str, Any]],
    objective: "Objective",
    class_ids: Sequence[ClassId],
    view: CatalogueView,
) -> Iterator[DoubtedLabel]:
    classes = model_classes(view, objective.classes, class_ids)
    for one in predictions:
        scores = objective.merged(np.array([one["scores"]], np.float64), classes.places)[0].tolist()
        given = {classes.places[objective.classes.index(name)] for name in names_in(one["true"])}
        others = [place for place in range(len(scores)) if place not in given]
        clip_id = ClipId(int(one["clip_id"]))
        labelled = {label.class_id for label in view.labels(clip_id)} - {None}  # of background nobody says so
        there = [place for place in sorted(given) if classes.ids[place] in labelled]
        least = min(there, key=scores.__getitem__, default=None)
        predicted = max(others, key=scores.__getitem__, default=None)
        if least is None or predicted is None:
            continue
        if scores[predicted] >= _CONFIDENT and scores[least] < _DOUBTED:
            name = objective.classes[classes.places.index(predicted)]
            answer = replace(answer_of(one, objective.classes, classes, name), score=scores[predicted])
            yield DoubtedLabel(clip_id, classes.names[least], classes.names[predicted], scores[least], answer)
