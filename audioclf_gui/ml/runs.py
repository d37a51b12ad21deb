"""A training run from labelled clips to a model on disk, and cross-validation made of such runs."""

import threading
import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.runs import FOLDS
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import save_bundle
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.devices import freed_memory_kept, placement, training_threads
from audioclf_gui.ml.estimators import learn
from audioclf_gui.ml.events import ClipRefused, FoldDone, Measured, Note, PartBegun, TrainEvent, TrainingDone
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.made_scenes import hear_scenes
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.model_place import ModelPlace
from audioclf_gui.ml.pipeline.card import finished_card, unfinished_card
from audioclf_gui.ml.pipeline.judging import Verdict, out_of_fold_verdict, pass_verdict
from audioclf_gui.ml.pipeline.plan import TrainingPlan, check_model, make_plan
from audioclf_gui.ml.pipeline.refit import STOPPED_BEFORE, NotRefitted, refit
from audioclf_gui.ml.pipeline.report import (
    Report,
    Result,
    cross_validation_report,
    refitted_report,
    run_report,
    spread,
    unrefitted_report,
    with_opinion,
    with_time,
)
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.second_opinion import second_opinion
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import cross_validation, make_split

_NOTHING_LEARNT = Text("Stopped before anything was learnt; no new model was kept.")


def prepare(
    data: TrainingData,
    settings: TrainSettings,
    refused: tuple[ClipRefused, ...] = (),
    *,
    all_folds: bool = False,
) -> tuple[TrainingPlan, ...]:
    """What is going to be done, or for each fold of a cross-validation, before any sound is read.

    Parameters
    ----------
    refused
        Clips of the project that `data` is without.

    Raises
    ------
    UserError
        If there is nothing to learn from or to measure by (see `splits.make_split`), or the device or
        network is one that there is not.
    """
    if all_folds:
        folds = cross_validation(data, settings.validate, settings.seed, settings.folds)
    else:
        split = make_split(
            data,
            settings.validate,
            settings.test,
            valid_share=settings.valid_share,
            test_share=settings.test_share,
            seed=settings.seed,
        )
        folds = [("", split)]
    if settings.reference:
        folds = [(name, split.as_given(settings.reference)) for name, split in folds]
    plans = tuple(replace(make_plan(data, split, settings, refused), fold=name) for name, split in folds)
    placement(settings)
    check_model(plans[0])
    return plans


def run_training(
    plan: TrainingPlan, bundle: Path, cache_dir: Path, stop: threading.Event | None = None
) -> Generator[TrainEvent, None, None]:
    """Compute features, fit, calibrate, measure and save; the last event is TrainingDone.

    With the setting `refit` a fresh network then learns from all clips for as many epochs as that one
    went before, and takes the place of the one that was measured. When that is stopped, or the time does not
    suffice for it, the model that was measured is kept.

    With `stop` set it ends after the batch at hand and keeps the best epoch: TrainingDone still comes,
    unless nothing had been learnt yet. Closing the generator ends it at once; the best epoch so far is
    then in `bundle`, without figures. Clips that cannot be read are reported as ClipRefused and left out.

    Raises
    ------
    UserError
        If too few clips can be read, or the first epoch fails.
    """
    stop = stop or threading.Event()
    began = time.monotonic()
    with training_threads(plan.settings.threads), freed_memory_kept():
        features = yield from _features(plan, cache_dir, stop)
        if features is None:
            return
        if plan.settings.refit:
            yield PartBegun(Text("held-out run"), 1, 2)
        deadline = _deadline(plan, began, _measured_share(plan))
        place = ModelPlace(bundle, cache_dir)
        result = yield from _held_out(plan, features, place, stop, began, deadline)
        if result is None:
            return
        if plan.settings.refit:
            result = yield from _refitted(plan, result, features, stop, _deadline(plan, began))
    yield TrainingDone(result.report, bundle)


def cross_validate(
    plans: Sequence[TrainingPlan], folder: Path, cache_dir: Path, stop: threading.Event | None = None
) -> Generator[TrainEvent, None, None]:
    """Hold each fold out once; then, with the setting `refit`, train the model to keep on all clips.

    The report has the folds' reports under `folds`, `mean` and `sd` (of the sample) of each metric, and
    the figures over all out-of-fold scores at its top. Temperature and thresholds of the model that is
    kept come from these scores; its own accuracy is not measured, since it has learnt from every clip.
    `max_minutes` holds for each of these trainings.

    Bundles are `folder/model` and one per fold in `folder/folds`. When `stop` is set, the report covers
    the folds begun, and the model kept is that of the last one, as it is without `refit`. Predictions are
    those of all folds in any case.
    """
    stop = stop or threading.Event()
    settings = plans[0].settings
    results: list[Result] = []
    with training_threads(settings.threads), freed_memory_kept():
        began = time.monotonic()
        features = yield from _features(plans[0], cache_dir, stop)
        if features is None:
            return
        for number, plan in enumerate(plans, start=1):
            place = ModelPlace(folder / FOLDS / f"{number:02}", cache_dir)
            fold = Text("fold {number} of {folds}", number=number, folds=len(plans))
            yield PartBegun(fold, number, len(plans) + settings.refit)
            result = yield from _held_out(plan, features, place, stop, began, _deadline(plan, began))
            if result is None:
                break
            results.append(result)
            yield FoldDone(plan.fold, number, len(plans), result.report)
            if stop.is_set():
                break
            began = time.monotonic()
        if not results:
            return
        place = ModelPlace(folder / "model", cache_dir)
        kept = yield from _kept_of_folds(plans, results, features, place, stop)
        report = cross_validation_report(kept, results, len(plans))
        report = _with_opinion(plans[: len(results)], report, cache_dir, stop)
    yield TrainingDone(report, kept.bundle)


def _features(
    plan: TrainingPlan, cache_dir: Path, stop: threading.Event
) -> Generator[TrainEvent, None, Features | None]:
    """The features of all examples; None if it was stopped meanwhile."""
    for note in plan.notes:
        yield Note(note)
    features = yield from cache_features(plan.data.examples, plan.front_end, cache_dir, stop)
    if not stop.is_set():
        return features
    yield Note(_NOTHING_LEARNT)
    return None


def _held_out(
    plan: TrainingPlan,
    features: Features,
    place: ModelPlace,
    stop: threading.Event,
    began: float,
    deadline: float | None,
) -> Generator[TrainEvent, None, Result | None]:
    """Learn from the training set, measure and save; None if it was stopped before anything was learnt.

    Parameters
    ----------
    began, deadline
        By `time.monotonic`: when the reading of the clips began, and when to have learnt.
    """
    cached = time.monotonic()
    device, task = placement(plan.settings).first, make_task(plan, features)

    def keep(model: nn.Module, epoch: int) -> None:
        place.keep(unfinished_card(plan, task, epoch), model)

    for note in task.notes:
        yield Note(note)
    fitted = yield from learn(plan, task, device, keep=keep, stop=stop, deadline=deadline)
    if fitted is None:
        yield Note(_NOTHING_LEARNT)
        return None
    trained = time.monotonic()
    card = unfinished_card(plan, task, fitted.best_epoch, fitted.options)
    place.keep(card, fitted.model)  # measuring may be cut short
    model = fitted.model.to(fitted.device)
    verdict = yield from pass_verdict(model, task, plan.data.examples, fitted.device)
    if task.decides_by_scenes:
        heard = yield from hear_scenes(model, task, verdict.calibrated_by, fitted.device)
        verdict = verdict.decided(heard)
    seconds = {"cache": cached - began, "train": trained - cached, "total": time.monotonic() - began}
    report = run_report(plan, task, fitted, verdict, place.bundle, seconds)
    if not plan.fold:  # else it is asked for about all folds together
        report = _with_opinion((plan,), report, place.cache_dir, stop)
    card, predictions = finished_card(plan, task, fitted, verdict, report), verdict.predictions()
    place.save(card, model, predictions, verdict.scenes)
    return Result(report, place.bundle, verdict, fitted)


def _with_opinion(
    plans: Sequence[TrainingPlan], report: Report, cache_dir: Path, stop: threading.Event
) -> Report:
    """The report with what a forest makes of the same clips, if that is called for."""
    opinion = second_opinion(plans, report, cache_dir, stop)
    return report if opinion is None else with_opinion(report, opinion)


def _refitted(
    plan: TrainingPlan, held: Result, features: Features, stop: threading.Event, deadline: float | None
) -> Generator[TrainEvent, None, Result]:
    """The result with a model of all clips in the place of the measured one, if there is to be one."""
    if stop.is_set():
        return (yield from _unrefitted(held, STOPPED_BEFORE))
    began = time.monotonic()
    yield Measured(held.report, held.bundle)
    part = PartBegun(Text("all clips"), 2, 2, is_judged=False)
    found = yield from refit(plan, [held.fitted], features, stop, deadline, part)
    if not isinstance(found, NotRefitted):
        report = with_time(refitted_report(held.report, plan, found), time.monotonic() - began)
        card = finished_card(plan, found.task, found.fitted, held.verdict, report)
        refused = _saved(held.bundle, card, found.fitted.model, held.verdict)
        if refused is None:
            return replace(held, report=report)
        found = refused
    return (yield from _unrefitted(held, found))


def _kept_of_folds(
    plans: Sequence[TrainingPlan],
    folds: Sequence[Result],
    features: Features,
    place: ModelPlace,
    stop: threading.Event,
) -> Generator[TrainEvent, None, Result]:
    """The last fold's model, or one of all clips in its place if there is to be one."""
    began = time.monotonic()
    bundle = place.bundle
    last = _last_fold(plans[len(folds) - 1], folds, features, place)
    if not plans[0].settings.refit:
        return last
    if stop.is_set():
        return (yield from _unrefitted(last, STOPPED_BEFORE))
    yield Measured(cross_validation_report(last, folds, len(plans)), bundle)
    yield Note(Text("Every fold is judged; now the model to keep learns from all clips."))
    part = PartBegun(Text("all clips"), len(plans) + 1, len(plans) + 1, is_judged=False)
    notes = tuple(dict.fromkeys(note for plan in plans for note in plan.notes))
    plan = replace(plans[0], notes=notes)
    fits = [fold.fitted for fold in folds]
    found = yield from refit(plan, fits, features, stop, _deadline(plan, began), part)
    if not isinstance(found, NotRefitted):
        spent = time.monotonic() - began
        seconds = {"cache": 0.0, "train": spent, "total": spent}
        report = run_report(plan, found.task, found.fitted, last.verdict, bundle, seconds)
        report = {**refitted_report(report, plan, found), **spread(folds)}
        card = finished_card(plan, found.task, found.fitted, last.verdict, report)
        refused = _saved(bundle, card, found.fitted.model, last.verdict)
        if refused is None:
            return replace(last, report=report)
        found = refused
    return (yield from _unrefitted(last, found))


def _unrefitted(measured: Result, found: NotRefitted) -> Generator[Note, None, Result]:
    """The result that was measured, with why no model of all clips has taken its place."""
    yield Note(found.note)
    return replace(measured, report=unrefitted_report(measured.report, found))


def _last_fold(plan: TrainingPlan, folds: Sequence[Result], features: Features, place: ModelPlace) -> Result:
    """The last fold's model, saved with the calibration and the answers of all folds."""
    last, verdict = (
        folds[-1],
        out_of_fold_verdict(
            (fold.verdict.measured for fold in folds), (fold.verdict.scenes for fold in folds)
        ),
    )
    named = {"run": place.bundle.name, "bundle": str(place.bundle)}
    report = {**last.report, **named, **spread(folds), "temperature": verdict.calibration.temperature}
    card = finished_card(plan, make_task(plan, features), last.fitted, verdict, report)
    place.save(card, last.fitted.model, verdict.predictions(), verdict.scenes)
    return replace(last, report=report, bundle=place.bundle, verdict=verdict)


def _saved(bundle: Path, card: ModelCard, model: nn.Module, verdict: Verdict) -> NotRefitted | None:
    """Save a model of all clips; why that could not be, when the one that was measured must do."""
    try:
        save_bundle(bundle, card, model, verdict.predictions(), verdict.scenes)
    except OSError as error:
        return NotRefitted(
            Text("the other one cannot be written ({reason})", reason=error.strerror or str(error))
        )
    except UserError as error:
        return NotRefitted(Text("the other one cannot be used ({reason})", reason=error.message))
    return None


def _deadline(plan: TrainingPlan, began: float, share: float = 1.0) -> float | None:
    """When a part of the time limit is over, by `time.monotonic`."""
    limit = plan.settings.max_minutes
    return None if limit is None else began + 60.0 * limit * share


def _measured_share(plan: TrainingPlan) -> float:
    """Which part of the time the model that is measured may take: an epoch costs as many clips as it has."""
    if not plan.settings.refit:
        return 1.0
    train = len(plan.split.train)
    return train / (train + len(plan.data.examples))
