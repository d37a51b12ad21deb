"""What is published about a run: the report, and the summary of a cross-validation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import device_name
from audioclf_gui.ml.events import ClipRefused
from audioclf_gui.ml.group_notes import group_notes
from audioclf_gui.ml.grouping import counted_to
from audioclf_gui.ml.guessing import guess_notes
from audioclf_gui.ml.pipeline.fit import Fitted
from audioclf_gui.ml.pipeline.judging import Verdict, pooled
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.refit import NotRefitted, Refitted
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.splits import Split

_END_OF_SCHEDULE = "the weights at the end of each fold's schedule"

Report = dict[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What a finished run leaves."""

    report: Report
    bundle: Path
    verdict: Verdict
    fitted: Fitted


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
    refused = (*plan.refused, *task.features.refused)
    figures = verdict.figures()
    in_all = len(set(counted_to(plan.data.examples)))
    selection, caveat = _selection(task.split, fitted, task.settings.keep)
    notes = [
        *(() if plan.fold else group_notes(figures, in_all)),
        _learnt(task, plan.front_end.window_s),
        *plan.notes,
        *task.notes,
        *fitted.notes,
        *([caveat] if caveat else []),
    ]
    report: Report = {
        "run": bundle.name,
        "preset": plan.settings.preset,
        "as_given": plan.settings.as_given,
        "listener": dict(plan.front_end.credits),
        "device": device_name(fitted.device),
        "seed": plan.settings.seed,
        **_data_facts(plan, task, len(refused)),
        "measured_on": verdict.part,
        "selection": str(selection),
        "notes": [],
        "note_texts": [],
        "refused": list(map(_refusal_facts, refused)),
        "rate_hz": plan.front_end.rate_hz,
        "window_s": plan.front_end.window_s,
        "epochs": fitted.epochs,
        "best_epoch": fitted.best_epoch,
        "in_one_go": fitted.in_one_go,
        "stopped": fitted.is_stopped,
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "samples_per_second": round(fitted.samples_per_second, 2),
        "bundle": str(bundle),
        "refit": False,
        "temperature": verdict.calibration.temperature,
        **figures,
    }
    return _beside_guessing(with_note(report, *notes))


def _data_facts(plan: TrainingPlan, task: Task, refused: int) -> Report:
    """Which classes, and how many clips, labelled pieces of clips and groups of which part."""
    split, classes, examples = task.split, plan.data.classes, plan.data.examples
    sets = {"train": split.train, "valid": split.valid, "test": split.test}
    trained, windows = Counter[int](), Counter[int]()
    for at in split.train:
        for place in examples[at].classes:
            trained[place] += 1
            windows[place] += task.features.count(at)
    return {
        "objective": task.objective.kind,
        "classes": list(classes),
        "class_ids": list(plan.data.class_ids),
        "clips": {
            **{name: len({examples[at].clip_id for at in chosen}) for name, chosen in sets.items()},
            "quarantined": refused,
        },
        "pieces": {name: len(chosen) for name, chosen in sets.items()},
        "trained_clips": {name: trained[place] for place, name in enumerate(classes)},
        "trained_windows": {name: windows[place] for place, name in enumerate(classes)},
        "groups": split.groups(plan.data),
        "split": str(split.method),
    }


def _refusal_facts(refused: ClipRefused) -> dict[str, object]:
    return {
        "path": str(refused.path),
        "reason": str(refused.reason),
        "reason_text": refused.reason.stored(),
    }


def refitted_report(report: Report, plan: TrainingPlan, refitted: Refitted) -> Report:
    """The report of what was measured, when the model that is kept has learnt from all clips since."""
    examples = plan.data.examples
    clips = len({examples[index].clip_id for index in refitted.task.split.train})
    note = Text(
        "Measured on clips held back; the model kept was then trained on {n} clip.",
        "Measured on clips held back; the model kept was then trained on all {n} clips.",
        n=clips,
    )
    facts = {"refit": True, "refit_clips": clips, "refit_epochs": refitted.fitted.epochs}
    said = report["notes"]
    assert isinstance(said, list)
    return with_note(
        {**report, **facts}, note, *(one for one in refitted.fitted.notes if str(one) not in said)
    )


def unrefitted_report(report: Report, found: NotRefitted) -> Report:
    """The report of what was measured, when that model is kept though one of all clips was wanted."""
    return {**with_note(report, found.note), "stopped": report["stopped"] or found.is_stopped}


def with_time(report: Report, seconds: float) -> Report:
    """The report with the time that training on all clips took after the measuring."""
    times = cast(Mapping[str, float], report["seconds"])
    more = {"refit": round(seconds, 3), "total": round(times["total"] + seconds, 3)}
    return {**report, "seconds": {**times, **more}}


def with_note(report: Report, *notes: Text) -> Report:
    """The report with something more to know about it."""
    told, texts = cast(list[str], report["notes"]), cast(list[str], report["note_texts"])
    return {
        **report,
        "notes": [*told, *(str(note) for note in notes)],
        "note_texts": [*texts, *(note.stored() for note in notes)],
    }


def with_opinion(report: Report, *opinions: Text) -> Report:
    """The report with what else is to be said of its figures, after what guessing says of them."""
    told, texts = cast(list[str], report["notes"]), cast(list[object], report["note_texts"])
    at = len(guess_notes(report))
    return {
        **report,
        "notes": [*told[:at], *map(str, opinions), *told[at:]],
        "note_texts": [*texts[:at], *(opinion.stored() for opinion in opinions), *texts[at:]],
    }


def cross_validation_report(last: Result, folds: Sequence[Result], planned: int) -> Report:
    """The last run's report with the figures of all folds' answers on top, and every fold's own report.

    It was stopped, too, where there are fewer folds than `planned`.
    """
    pool = pooled(fold.verdict.measured for fold in folds)
    figures = pool.figures_by_themselves()
    of_groups = group_notes(figures, len(set(counted_to(pool.examples))))
    report: Report = {
        **last.report,
        **figures,
        "measured_on": "out-of-fold",
        "stopped": last.report["stopped"] or len(folds) < planned,
        "selection": last.report["selection"] if last.report["in_one_go"] else _END_OF_SCHEDULE,
        "folds": [fold.report for fold in folds],
        **spread(folds),
    }
    return with_opinion(_beside_guessing(report, stale=guess_notes(last.report)), *of_groups)


def spread(folds: Sequence[Result]) -> dict[str, object]:
    """Mean and deviation (of the sample) of each metric over the folds, by which these are called."""
    keys = folds[-1].verdict.measured.objective.summary_keys
    values = {name: [cast(float, fold.report[name]) for fold in folds] for name in keys}
    return {
        "mean": {name: float(np.mean(found)) for name, found in values.items()},
        "sd": {
            name: float(np.std(found, ddof=1)) if len(found) > 1 else 0.0 for name, found in values.items()
        },
    }


def _beside_guessing(report: Report, stale: Sequence[Text] = ()) -> Report:
    """The report with what guessing says of its figures as its first notes, in the place of `stale` ones."""
    told = [note.stored() for note in stale]
    texts = [text for text in cast(list[object], report["note_texts"]) if text not in told]
    left = [note for note in cast(list[str], report["notes"]) if note not in map(str, stale)]
    first = guess_notes(report)
    return {
        **report,
        "notes": [*map(str, first), *left],
        "note_texts": [*(note.stored() for note in first), *texts],
    }


def _learnt(task: Task, window_s: float) -> Text:
    windows = sum(task.features.count(at) for at in task.split.train)
    told = Text("{n} window of {window_s:g} s", "{n} windows of {window_s:g} s", n=windows, window_s=window_s)
    if not task.objective.has_classes:
        n = len(task.split.train)
        return Text(
            "Learnt from {n} clip in {windows}.", "Learnt from {n} clips in {windows}.", n=n, windows=told
        )
    if task.objective.kind == "multi-label":
        return Text(
            "Learnt from {n} stretch of one set of classes, in {windows}.",
            "Learnt from {n} stretches of one set of classes each, in {windows}.",
            n=len(task.split.train),
            windows=told,
        )
    return Text(
        "Learnt from {n} label in {windows}.",
        "Learnt from {n} labels in {windows}.",
        n=len(task.split.train),
        windows=told,
    )


def _selection(split: Split, fitted: Fitted, keep: str) -> tuple[Text, Text | None]:
    """By what the weights were chosen, and what that does to the figures (None: nothing)."""
    if fitted.in_one_go:
        return Text("nothing was chosen on the clips measured: this kind of model learns in one go"), None
    if split.selection == "best" and (fitted.interrupted or keep != "end"):
        caveat = Text("The figures are of the clips that chose the epoch, so they are a little optimistic.")
        best = Text("the epoch with the lowest validation loss")
        if keep == "accuracy":
            best = Text("the epoch with the best validation accuracy")
        return best, None if split.test else caveat
    if split.selection == "best":
        return Text("the weights at the end of the schedule; validation only said when to end it"), None
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
    return Text("the weights at the end of the schedule; nothing was chosen on the clips measured"), None
