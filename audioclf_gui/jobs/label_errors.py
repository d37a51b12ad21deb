"""Labels that a model doubts."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.model_classes import model_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Answer
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.confused_clips import answer_of, names_in
from audioclf_gui.jobs.of_classes import check_has_classes
from audioclf_gui.jobs.unlearnt_answers import Judges, UnlearntAnswers, unlearnt_answers

_STRONG_SCORE = 0.5  # so sure the model must be of another class
_STRONG_DOUBT = 0.1  # so little it must think of the given one
_FIRST, _FIRST_SHARE = 30, 0.1  # doubted labels, if not strongly, that are worth a look
_THERE = 0.5  # from which score a class of a set is there
_INSTEAD = Text("See “Largest errors” in the Train workspace, or `audioclf labels estimates`.")


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """Whose doubts are wanted."""

    judges: Judges = Judges()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class DoubtedLabel:
    """A label that a model which never learnt from its clip contradicts.

    Classes are called as the project calls them now. Where a sound may be of several classes, `given` is
    empty if a class is missing, and `predicted` if one is too many and nothing else is heard.
    """

    clip_id: ClipId
    start_s: float  # of the labelled stretch
    given: str
    predicted: str
    score: float  # what the model makes of the label as it is, 0 to 1: the less, the more it doubts it
    is_strong: bool  # it is sure of something else
    is_whole: bool  # the label is of the whole clip
    answer: Answer  # with the predicted class


@dataclass(frozen=True, slots=True)
class DoubtedLabels:
    """The labels most in doubt first, of so many that were judged.

    Attributes
    ----------
    labelled : int
        How many there are; those not judged could not be read, are of a class that only their own group has,
        or were learnt from.
    learner : Text, optional
        What learnt from quick folds in order to judge; None where a run had judged them.
    """

    doubted: tuple[DoubtedLabel, ...]
    judged: int
    labelled: int
    learner: Text | None = None

    @property
    def worth_a_look(self) -> tuple[ClipId | Answer, ...]:
        """The clips of those doubted strongly, and of the first others, each once.

        With each comes what is said instead, unless the label is of a stretch, which no class of the whole
        clip can replace.
        """
        count = max(self.strong, _FIRST, round(_FIRST_SHARE * self.judged))
        first: dict[ClipId, ClipId | Answer] = {}
        for one in self.doubted[:count]:
            first.setdefault(one.clip_id, one.answer if one.is_whole else one.clip_id)
        return tuple(first.values())

    @property
    def strong(self) -> int:
        """How many of them are doubted strongly."""
        return sum(one.is_strong for one in self.doubted)


def label_errors(
    request: LabelErrors, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, DoubtedLabels]:
    """Let every label be judged by a model that has not learnt from it, and see which it contradicts.

    They come in the order of the score of the given class, least first. That was best of what was tried on
    real sounds with labels exchanged by chance, beside the margin to the best other class, its logarithm,
    scores less their class's mean, and the counts of confident learning (Northcutt, Jiang and Chuang,
    "Confident learning: estimating uncertainty in dataset labels", J. Artificial Intelligence Research 70,
    2021, who call it self-confidence); see tests/benchmarks/bench_label_errors.py.

    Labels that are not there any more are in no doubt, and neither are those whose class has been merged
    with the one that the model answered.

    Raises
    ------
    UserError
        If the run cannot be read, learnt numbers, or there is too little to learn from.
    """
    yield Progress(0, 1)
    found = yield from unlearnt_answers(request.judges, "auto", project, cache_dir)
    check_has_classes(found.objective, _INSTEAD)
    doubted = sorted(_doubted(found, project.catalogue), key=lambda one: (one.score, one.clip_id))
    yield Progress(1, 1)
    return DoubtedLabels(tuple(doubted), len(found.predictions), found.labelled, found.learner)


def _doubted(found: UnlearntAnswers, view: CatalogueView) -> Iterator[DoubtedLabel]:
    objective = found.objective
    classes = model_classes(view, objective.classes, found.class_ids)
    doubt = _doubt_of_set if objective.kind == "multi-label" else _doubt_of_one
    for one in found.predictions:
        scores = objective.merged(np.array([one["scores"]], np.float64), classes.places)[0].tolist()
        given = {classes.places[objective.classes.index(name)] for name in names_in(one["true"])}
        clip_id = ClipId(int(one["clip_id"]))
        labelled = {label.class_id for label in view.labels(clip_id)} - {None}  # of background nobody says so
        there = [place for place in sorted(given) if classes.ids[place] in labelled]
        if not there or (seen := doubt(scores, given, there)) is None:
            continue
        least, predicted, score = seen
        name = "" if predicted is None else objective.classes[classes.places.index(predicted)]
        answer = answer_of(one, objective.classes, classes, name)
        sure = scores[predicted] if predicted is not None else 1.0 - score
        yield DoubtedLabel(
            clip_id,
            float(one.get("start_s", 0.0)),
            "" if least is None else classes.names[least],
            "" if predicted is None else classes.names[predicted],
            score,
            sure >= _STRONG_SCORE and score < _STRONG_DOUBT,
            bool(whole_clip_classes(view.labels(clip_id))),
            answer if predicted is None else replace(answer, score=scores[predicted]),
        )


_Doubt = tuple[int | None, int | None, float]
"""The places of the class that is doubted and of what is heard instead, and the score of what is given."""


def _doubt_of_one(scores: Sequence[float], given: set[int], there: Sequence[int]) -> _Doubt | None:
    others = [place for place in range(len(scores)) if place not in given]
    if not others:
        return None
    least, predicted = there[0], max(others, key=scores.__getitem__)
    return (least, predicted, scores[least]) if scores[predicted] > scores[least] else None


def _doubt_of_set(scores: Sequence[float], given: set[int], there: Sequence[int]) -> _Doubt | None:
    """What is worst: a class that is too many, or one that is missing."""
    others = [place for place in range(len(scores)) if place not in given]
    least = min(there, key=scores.__getitem__)
    missing = max(others, key=scores.__getitem__, default=None)
    if missing is not None and scores[missing] < _THERE:
        missing = None
    absent = 1.0 if missing is None else 1.0 - scores[missing]
    if scores[least] < _THERE and scores[least] <= absent:
        return least, missing, scores[least]
    return None if missing is None else (None, missing, absent)
