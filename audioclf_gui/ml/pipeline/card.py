"""The facts of a model that a run has made."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.objectives.objective import Calibration
from audioclf_gui.ml.pipeline.fit import Fitted
from audioclf_gui.ml.pipeline.judging import Verdict
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.report import Report
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.training_sound import RECORD, sound_to_json, training_sound

_OF_THE_MOMENT = {"run", "bundle", "seconds", "samples_per_second"}
"""What a report says of its run and not of the model, so that equal trainings make equal files."""

_OF_THE_PROJECT = {"per_group"}
"""What is nobody's business who gets the model: the names of speakers and sites."""


def unfinished_card(
    plan: TrainingPlan, task: Task, epoch: int, sizes: Mapping[str, object] = MappingProxyType({})
) -> ModelCard:
    """Of a model that is neither calibrated nor measured, after `epoch` epochs; see `Fitted.options`."""
    record: dict[str, object] = {
        "unfinished": True,
        "best_epoch": epoch,
        "settings": plan.settings.to_dict(),
    }
    thresholds = (0.5,) * len(task.objective.classes)
    return _card(plan, task, sizes, Calibration(1.0, thresholds), record)


def finished_card(
    plan: TrainingPlan, task: Task, fitted: Fitted, verdict: Verdict, report: Report
) -> ModelCard:
    """Of a model that has been calibrated and measured."""
    kept = {name: value for name, value in report.items() if name not in _OF_THE_MOMENT | _OF_THE_PROJECT}
    record: dict[str, object] = {"settings": plan.settings.to_dict(), "report": kept}
    learnt_from = [plan.data.examples[at] for at in task.split.train]
    sound = training_sound(learnt_from, plan.front_end.rate_hz, plan.data.quiet_db)
    if sound is not None:
        record[RECORD] = sound_to_json(sound)
    return _card(plan, task, fitted.options, verdict.calibration, record)


def _card(
    plan: TrainingPlan,
    task: Task,
    sizes: Mapping[str, object],
    calibration: Calibration,
    record: dict[str, object],
) -> ModelCard:
    return ModelCard(
        objective=task.objective,
        architecture=plan.settings.architecture,
        options={**plan.options, **sizes},
        front_end=plan.front_end,
        mean=tuple(task.mean.tolist()),
        deviation=tuple(task.deviation.tolist()),
        temperature=calibration.temperature,
        thresholds=calibration.thresholds,
        record={**record, **_credits(plan)},
        class_ids=plan.data.class_ids,
        quiet_db=plan.data.quiet_db,
        learnt=frozenset(_identities(plan.data.examples[at] for at in task.split.train)),
    )


def _identities(examples: Iterable[Example]) -> Iterator[str]:
    """By what their files are known again: the content, and the beginning of the sound in other bytes."""
    for example in examples:
        yield example.content
        if example.beginning:
            yield example.beginning


def _credits(plan: TrainingPlan) -> dict[str, object]:
    found = plan.front_end.credits
    return {"listener": dict(found)} if found else {}
