"""A training run from labelled clips to a model on disk, and cross-validation made of such runs."""

import threading
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from torch import nn

from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import save_bundle
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.devices import choose_device, freed_memory_kept, training_threads
from audioclf_gui.ml.events import FoldDone, Note, PartBegun, TrainEvent, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.pipeline.card import finished_card, unfinished_card
from audioclf_gui.ml.pipeline.fit import fit
from audioclf_gui.ml.pipeline.judging import Judged, pass_verdict
from audioclf_gui.ml.pipeline.plan import TrainingPlan, fresh_network, make_plan
from audioclf_gui.ml.pipeline.report import Result, cross_validation_report, run_report
from audioclf_gui.ml.pipeline.task import make_task
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split, cross_validation, make_split

_NOTHING_LEARNT = Text("Stopped before anything was learnt; no model was kept.")


def run_training(
    data: TrainingData,
    settings: TrainSettings,
    bundle: Path,
    cache_dir: Path,
    stop: threading.Event | None = None,
) -> Generator[TrainEvent, None, None]:
    """Split, compute features, fit, calibrate, measure and save; the last event is TrainingDone.

    With `stop` set it ends after the batch at hand and keeps the best epoch: TrainingDone still comes,
    unless nothing had been learnt yet. Closing the generator ends it at once; the best epoch so far is
    then in `bundle`, without figures. Clips that cannot be read are reported as ClipRefused and left out.

    Raises
    ------
    UserError
        Before anything is computed if there is nothing to learn from; see `splits.make_split`.
    """
    split = make_split(
        data,
        settings.validate,
        valid_share=settings.valid_share,
        test_share=settings.test_share,
        seed=settings.seed,
    )
    with training_threads(settings.threads), freed_memory_kept():
        plan = make_plan(data, split, settings)
        result = yield from _run(plan, bundle, cache_dir, stop or threading.Event())
    if result is not None:
        yield TrainingDone(result.report, bundle)


def cross_validate(
    data: TrainingData,
    settings: TrainSettings,
    folder: Path,
    cache_dir: Path,
    stop: threading.Event | None = None,
) -> Generator[TrainEvent, None, None]:
    """Hold each fold out once; then train the model to keep on all clips.

    The report has the folds' reports under `folds`, `mean` and `sd` (of the sample) of each metric, and
    the figures over all out-of-fold scores at its top. Temperature and thresholds of the model that is
    kept come from these scores; its own accuracy is not measured, since it has learnt from every clip.
    `max_minutes` holds for each of these trainings.

    Bundles are `folder/model` and one per fold in `folder/folds`. When `stop` is set, the report covers
    the folds begun, and the model kept is that of the last one.
    """
    stop = stop or threading.Event()
    folds = cross_validation(data, settings.validate, settings.seed)
    results: list[Result] = []
    with training_threads(settings.threads), freed_memory_kept():
        for number, (name, split) in enumerate(folds, start=1):
            place = folder / "folds" / f"{number:02}"
            fold = Text("fold {number} of {folds}", number=number, folds=len(folds))
            yield PartBegun(fold, number, len(folds) + 1)
            result = yield from _run(make_plan(data, split, settings), place, cache_dir, stop)
            if result is None:
                break
            results.append(result)
            yield FoldDone(name, number, len(folds), result.report)
            if stop.is_set():
                break
        last = results[-1] if results else None
        if results and not stop.is_set():
            yield Note(Text("Every fold is judged; now the model to keep learns from all clips."))
            yield PartBegun(Text("all clips"), len(folds) + 1, len(folds) + 1)
            everything = Split(tuple(range(len(data.examples))), (), (), Text("all clips"), "last")
            plan = make_plan(data, everything, settings)
            out_of_fold = [result.verdict.measured for result in results]
            last = (yield from _run(plan, folder / "model", cache_dir, stop, out_of_fold)) or last
    if last is not None:
        yield TrainingDone(cross_validation_report(last, results), last.bundle)


def _run(
    plan: TrainingPlan,
    bundle: Path,
    cache_dir: Path,
    stop: threading.Event,
    out_of_fold: Iterable[Judged] = (),
) -> Generator[TrainEvent, None, Result | None]:
    """The plan carried out; None if it was stopped before anything was learnt."""
    began = time.monotonic()
    device, network = choose_device(plan.settings.device), fresh_network(plan)
    for note in plan.notes:
        yield Note(note)
    features = yield from cache_features(plan.data.examples, plan.front_end, cache_dir, stop)
    if stop.is_set():
        yield Note(_NOTHING_LEARNT)
        return None
    task = make_task(plan, features)
    cached = time.monotonic()

    def keep(model: nn.Module, epoch: int) -> None:
        save_bundle(bundle, unfinished_card(plan, task, epoch), model, [])

    limit = plan.settings.max_minutes
    deadline = None if limit is None else began + 60.0 * limit
    fitted = yield from fit(network, task, device, keep=keep, stop=stop, deadline=deadline)
    if fitted is None:
        yield Note(_NOTHING_LEARNT)
        return None
    trained = time.monotonic()
    keep(fitted.model, fitted.best_epoch)  # measuring may be cut short
    model = fitted.model.to(fitted.device)
    verdict = yield from pass_verdict(model, task, plan.data.examples, fitted.device, out_of_fold)
    seconds = {"cache": cached - began, "train": trained - cached, "total": time.monotonic() - began}
    report = run_report(plan, task, fitted, verdict, bundle, seconds)
    card, predictions = finished_card(plan, task, verdict, report), verdict.predictions(plan.data.classes)
    save_bundle(bundle, card, model, predictions)
    return Result(report, bundle, verdict)
