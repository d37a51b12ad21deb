"""The clips behind one cell of a confusion matrix."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.model_classes import ModelClasses, model_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Answer
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.of_classes import check_has_classes

_INSTEAD = Text("See “Largest errors” in the Train workspace, or `audioclf labels estimates`.")


@dataclass(frozen=True, slots=True)
class ConfusedClips:
    """A run's model, the classes that clips are of, and those that it took them for.

    Without `true` these are the clips that are of none of `predicted`; without `predicted`, those that were
    taken for none of `true`. Classes are called as they were when the model was trained; see
    `classes_called`.
    """

    bundle: Path
    true: tuple[str, ...]
    predicted: tuple[str, ...]


def confused_clips(
    request: ConfusedClips, project: ProjectView
) -> Generator[Progress, None, tuple[Answer, ...]]:
    """Read which clips a run judged like that, the most confident answer first, each clip once.

    Raises
    ------
    UserError
        If the model cannot be read.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions

    yield Progress(0, 1)
    card = read_card(request.bundle)
    check_has_classes(card.objective, _INSTEAD)
    classes = model_classes(project.catalogue, card.classes, card.class_ids)
    found: dict[ClipId, Answer] = {}
    for one in read_predictions(request.bundle):
        if (named := _confused(request, one)) is None:
            continue
        answer = answer_of(one, card.classes, classes, named)
        before = found.get(answer.clip_id)
        if before is None or answer.score > before.score:
            found[answer.clip_id] = answer
    yield Progress(1, 1)
    return tuple(sorted(found.values(), key=lambda answer: -answer.score))


def _confused(request: ConfusedClips, one: Mapping[str, Any]) -> str | None:
    """The answer by which a sound belongs to what is asked for; "" for the want of one, None for no."""
    true, predicted = set(names_in(one["true"])), names_in(one["predicted"])
    if not request.predicted:
        return "" if true.intersection(request.true).difference(predicted) else None
    if request.true and true.isdisjoint(request.true):
        return None
    wrong = (name for name in predicted if name not in true or name in request.true)
    return next((name for name in wrong if name in request.predicted), None)


def answer_of(one: Mapping[str, Any], names: Sequence[str], classes: ModelClasses, first: str) -> Answer:
    """What a bundle says that its model answered to a sound; of a set all classes, `first` first."""
    scores = dict(zip(names, one["scores"], strict=True))
    rest = sorted(names_in(one["predicted"]), key=scores.__getitem__, reverse=True)
    named = [first, *(name for name in rest if name != first)] if first else rest
    ids = [classes.of(names.index(name)) for name in named]
    others = dict.fromkeys(class_id for class_id in ids[1:] if class_id not in (None, ids[0]))
    return Answer(
        ClipId(int(one["clip_id"])),
        ids[0] if ids else None,
        float(scores[named[0]] if named else max(scores.values())),
        tuple(class_id for class_id in others if class_id is not None),
    )


def names_in(answer: str | Sequence[str]) -> tuple[str, ...]:
    """The classes in what a bundle's predictions hold, of a model of one class per sound or of sets."""
    return (answer,) if isinstance(answer, str) else tuple(answer)


def classes_called(
    view: CatalogueView, name: str, names: Sequence[str], class_ids: Sequence[ClassId] = ()
) -> tuple[str, ...]:
    """Which of a run's classes are called `name` now, or if none is, were called so when it was trained.

    Parameters
    ----------
    names, class_ids
        Those of the run, as `model_classes` takes them.
    """
    classes = model_classes(view, names, class_ids)
    now = [own for place, own in enumerate(names) if classes.name_of(place) == name]
    return tuple(now or (own for own in names if own == name))
