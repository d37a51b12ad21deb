"""What is published about a run: the report, and the summary of a cross-validation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import device_name
from audioclf_gui.ml.pipeline.fit import Fitted
from audioclf_gui.ml.pipeline.judging import Verdict, pooled
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split

_METRICS = ("accuracy", "balanced_accuracy", "macro_f1", "log_loss")

Report = dict[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What a finished run leaves."""

    report: Report
    bundle: Path
    verdict: Verdict


def run_report(
    plan: TrainingPlan,
    task: Task,
    fitted: Fitted,
    verdict: Verdict,
    bundle: Path,
    seconds: Mapping[str, float],
) -> Report:
    """The report of one run, as JSON holds it.

    `notes` are in English; `note_texts` are the same as `Text.stored` keeps them, for other languages.
    """
    settings, split, refused = plan.settings, task.split, task.features.refused
    selection, caveat = _selection(split, fitted, settings)
    notes = [*plan.notes, *fitted.notes, *([caveat] if caveat else [])]
    trained = np.bincount(task.labels[list(split.train)], minlength=task.classes)
    return {
        "run": bundle.name,
        "preset": settings.preset,
        "device": device_name(fitted.device),
        "seed": settings.seed,
        "classes": list(plan.data.classes),
        "class_ids": list(plan.data.class_ids),
        "clips": {
            "train": len(split.train),
            "valid": len(split.valid),
            "test": len(split.test),
            "quarantined": len(refused),
        },
        "trained_clips": dict(zip(plan.data.classes, trained.tolist(), strict=True)),
        "groups": split.groups(plan.data),
        "split": str(split.method),
        "measured_on": verdict.part,
        "selection": str(selection),
        "notes": [str(note) for note in notes],
        "note_texts": [note.stored() for note in notes],
        "refused": [{"path": str(one.path), "reason": str(one.reason)} for one in refused],
        "rate_hz": plan.front_end.mel.rate_hz,
        "window_s": plan.front_end.window_s,
        "epochs": fitted.epochs,
        "best_epoch": fitted.best_epoch,
        "stopped": fitted.interrupted,
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "samples_per_second": round(fitted.samples_per_second, 2),
        "bundle": str(bundle),
        **verdict.figures(plan.data.classes),
    }


def cross_validation_report(last: Result, folds: Sequence[Result]) -> Report:
    """The last run's report with the figures of all folds' answers on top, and every fold's own report."""
    classes = cast(list[str], last.report["classes"])
    pool = pooled(fold.verdict.measured for fold in folds)
    values = {name: [cast(float, fold.report[name]) for fold in folds] for name in _METRICS}
    return {
        **last.report,
        **pool.figures(classes, 1.0),
        "measured_on": "out-of-fold",
        "selection": "the weights at the end of each fold's schedule",
        "folds": [fold.report for fold in folds],
        "mean": {name: float(np.mean(found)) for name, found in values.items()},
        "sd": {
            name: float(np.std(found, ddof=1)) if len(found) > 1 else 0.0 for name, found in values.items()
        },
    }


def _selection(split: Split, fitted: Fitted, settings: TrainSettings) -> tuple[Text, Text | None]:
    """By what the weights were chosen, and what that does to the figures (None: nothing)."""
    if split.selection == "best":
        caveat = Text("The figures are of the clips that chose the epoch, so they are a little optimistic.")
        return Text("the epoch with the best validation accuracy"), None if split.test else caveat
    if fitted.interrupted and split.valid:
        return (
            Text("the best epoch on the clips measured, since training ended early"),
            Text(
                "Training ended early and kept the best epoch on the clips measured:"
                " the figures are optimistic."
            ),
        )
    if fitted.interrupted:
        return Text("the last epoch, since training ended early"), None
    if settings.patience is not None and split.valid:
        return (
            Text("the weights at the end, which the clips measured decided"),
            Text("The clips measured decided when training ended, so the figures are a little optimistic."),
        )
    return Text("the weights at the end of the schedule; nothing was chosen on the clips measured"), None
