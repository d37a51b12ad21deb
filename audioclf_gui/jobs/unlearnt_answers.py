"""What models say about labelled clips that they have not learnt from: a part of jobs.

A run that held each fold out once has said so about all of them, another one about its test set. Quick folds
say it about all where no run has.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui.core.label import ClassId
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.quick_folds import answered, heard_by
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.objective_choice import chosen_objective, data_of_kind
from audioclf_gui.ml.settings import TrainSettings, settings_for

if TYPE_CHECKING:  # torch comes with the first training
    from audioclf_gui.ml.objectives import Objective


_BESIDE = "mfcc-mlp"
"""What judges beside a forest. Of 20 labels exchanged among 400 real sounds the first 30 held 18 where both
judged, and 17 where the forest did alone; of 30 among 600 spoken digits the first 45 held 22, and 17."""


@dataclass(frozen=True, slots=True)
class Judges:
    """Who is asked about the labels.

    Attributes
    ----------
    bundle : Path, optional
        A run whose answers count, if it judged every label that there is now, or with `alone` in any case.
    alone : bool
        Whether to be content with what that run judged.
    settings : TrainSettings, optional
        What learns from quick folds where no run has judged every label; by default a small model on a
        listener where one is installed, else a random forest and a small network together.
    """

    bundle: Path | None = None
    alone: bool = False
    settings: TrainSettings | None = None


@dataclass(frozen=True, slots=True)
class UnlearntAnswers:
    """The answers as `Judged.predictions` makes them, one for each label that was judged."""

    objective: "Objective"
    class_ids: tuple[ClassId, ...]
    predictions: Sequence[Mapping[str, Any]]
    labelled: int  # how many labels there are to be judged
    learner: Text | None  # what learnt from quick folds; None: the run was asked


def answers_of_run(bundle: Path, labelled: int) -> UnlearntAnswers:
    """What a run said about the clips that it did not train on; UserError if it cannot be read."""
    from audioclf_gui.ml.bundle import read_card, read_predictions

    card, predictions = read_card(bundle), read_predictions(bundle)
    return UnlearntAnswers(card.objective, card.class_ids, predictions, labelled, None)


def unlearnt_answers(
    judges: Judges, kind: str, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, UnlearntAnswers]:
    """The answers to every label, of the run if it has them.

    Parameters
    ----------
    kind : str
        Of the objective: "auto" or one of `objectives`.

    Raises
    ------
    UserError
        If the run cannot be read, or there is too little to learn from.
    """
    data = data_of_kind(project.catalogue, _kind(kind, project))
    labelled = len(data.examples)
    if judges.bundle is not None:
        of_run = answers_of_run(judges.bundle, labelled)
        if judges.alone or _covers(of_run, data):
            return of_run
    return (yield from _of_quick_folds(judges.settings, data.objective, project, cache_dir))


def _kind(kind: str, project: ProjectView) -> str:
    settings = settings_for("forest", objective=kind)
    return chosen_objective(project.catalogue, settings).kind


def _covers(answers: UnlearntAnswers, data: TrainingData) -> bool:
    """Whether every label was judged, and none by a model that had learnt from it."""
    judged = {_place(one["clip_id"], one.get("start_s", 0.0)) for one in answers.predictions}
    is_held_out = all(one.get("part") == "out-of-fold" for one in answers.predictions)
    knows_classes = set(data.class_ids) <= set(answers.class_ids)
    is_alike = answers.objective.kind == data.objective and knows_classes
    return (
        is_held_out
        and is_alike
        and all(_place(example.clip_id, example.start_s) in judged for example in data.examples)
    )


def _place(clip_id: int, start_s: float) -> tuple[int, float]:
    return int(clip_id), round(start_s, 6)


def _of_quick_folds(
    settings: TrainSettings | None, kind: str, project: ProjectView, cache_dir: Path
) -> Generator[Progress, None, UnlearntAnswers]:
    from audioclf_gui.ml.held_out_answers import blended, quick_settings
    from audioclf_gui.ml.pipeline.judging import pooled
    from audioclf_gui.ml.splits import cross_validation

    view, is_left_open = project.catalogue, settings is None
    settings = quick_settings(view, kind) if settings is None else replace(settings, objective=kind)  # type: ignore[arg-type]
    heard = yield from heard_by(settings, project, cache_dir)
    folds = [split for _, split in cross_validation(heard.data, "group")]
    judged, learner = (yield from answered(heard, folds)), heard.learner
    if is_left_open and settings.preset == "forest":
        beside = replace(heard, settings=settings_for(_BESIDE, objective=heard.data.objective))
        others = yield from answered(beside, folds)
        judged = [blended(*pair) for pair in zip(judged, others, strict=True)]
        learner = Text("a random forest and a small network on the same numbers")
    answers = pooled(judged)
    calibration = replace(answers.calibration(), temperature=1.0)
    return UnlearntAnswers(
        answers.objective,
        heard.data.class_ids,
        answers.predictions(calibration, "out-of-fold"),
        len(heard.data.examples) + len(heard.refused),
        learner,
    )
