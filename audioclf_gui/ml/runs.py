"""A training run from labelled clips to a model on disk, and cross-validation made of such runs."""

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
import torch
from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.bundle import save_bundle
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.devices import choose_device, device_name, freed_memory_kept, training_threads
from audioclf_gui.ml.events import ClipRefused, FoldDone, Measuring, Note, TrainEvent, TrainingDone
from audioclf_gui.ml.feature_cache import Features, FrontEnd, cache_features, front_end
from audioclf_gui.ml.judging import Judged, judge, pooled
from audioclf_gui.ml.learner import Task
from audioclf_gui.ml.models import build
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split, cross_validation, make_split
from audioclf_gui.ml.training import Fitted, fit

_METRICS = ("accuracy", "balanced_accuracy", "macro_f1", "log_loss")
_NOTHING_LEARNT = "Stopped before anything was learnt; no model was kept."

_Event = TypeVar("_Event")
_Value = TypeVar("_Value")


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
        run = _Run(data, split, settings, bundle, cache_dir, stop or threading.Event())
        result = yield from run.train()
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
    results: list[_Result] = []
    with training_threads(settings.threads), freed_memory_kept():
        for number, (name, split) in enumerate(folds, start=1):
            place = folder / "folds" / f"{number:02}"
            run = _Run(data, split, settings, place, cache_dir, stop)
            result = yield from run.train()
            if result is None:
                break
            results.append(result)
            yield FoldDone(name, number, len(folds), result.report)
            if stop.is_set():
                break
        last = results[-1] if results else None
        if results and not stop.is_set():
            yield Note("Every fold is judged; now the model to keep learns from all clips.")
            everything = Split(tuple(range(len(data.examples))), (), (), "all clips", "last")
            final = _Run(data, everything, settings, folder / "model", cache_dir, stop, results)
            last = (yield from final.train()) or last
    if last is not None:
        yield TrainingDone(_summary(last, results), last.bundle)


@dataclass(frozen=True, slots=True, eq=False)
class _Result:
    """What a finished run leaves."""

    report: dict[str, object]
    bundle: Path
    measured: Judged


class _Run:
    """One split, one model; `folds` are finished runs by whose answers this one is calibrated and judged."""

    def __init__(
        self,
        data: TrainingData,
        split: Split,
        settings: TrainSettings,
        bundle: Path,
        cache_dir: Path,
        stop: threading.Event,
        folds: Sequence[_Result] = (),
    ) -> None:
        self.data = data
        self.split = split
        self.settings = settings
        self.bundle = bundle
        self.cache_dir = cache_dir
        self.stop = stop
        self.folds = folds
        self.device = choose_device(settings.device)
        self.front_end = front_end(data.examples, settings)
        self.options = {} if settings.dropout is None else {"dropout": settings.dropout}
        self.labels = np.array([example.class_index for example in data.examples], np.int64)
        self.notes: list[str] = []
        self.refused: list[ClipRefused] = []
        torch.manual_seed(settings.seed)
        self.network = build(settings.architecture, len(data.classes), settings.mels, self.options)

    def train(self) -> Generator[TrainEvent, None, _Result | None]:
        """All of it; None if it was stopped before anything was learnt."""
        began = time.monotonic()
        for text in (*self.split.notes, *_data_notes(self.data, self.front_end)):
            self.notes.append(text)
            yield Note(text)
        features = yield from self._hearing(
            cache_features(self.data.examples, self.front_end, self.cache_dir, self.stop)
        )
        if self.stop.is_set():
            yield Note(_NOTHING_LEARNT)
            return None
        task = self._task(features)
        cached = time.monotonic()
        limit = self.settings.max_minutes
        events = fit(
            self.network,
            task,
            self.device,
            keep=lambda model, epoch: self._keep_for_now(model, epoch, task),
            stop=self.stop,
            deadline=None if limit is None else began + 60.0 * limit,
        )
        fitted = yield from self._hearing(events)
        if fitted is None:
            yield Note(_NOTHING_LEARNT)
            return None
        seconds = {"cache": cached - began, "train": time.monotonic() - cached, "total": 0.0}
        self._keep_for_now(fitted.model, fitted.best_epoch, task)  # measuring may be cut short
        return (yield from self._finish(task, fitted, seconds, began))

    def _hearing(self, events: "Generator[_Event, None, _Value]") -> Generator[_Event, None, _Value]:
        """The same events, with notes and refusals written down for the report."""
        with closing(events):
            while True:
                try:
                    event = next(events)
                except StopIteration as end:
                    value: _Value = end.value
                    return value
                if isinstance(event, Note):
                    self.notes.append(event.text)
                elif isinstance(event, ClipRefused):
                    self.refused.append(event)
                yield event

    def _task(self, features: Features) -> Task:
        """What is left after refusals; UserError if that is too little."""
        usable = {
            name: tuple(at for at in getattr(self.split, name) if at in features)
            for name in ("train", "valid", "test")
        }
        split = replace(self.split, **usable)  # type: ignore[arg-type]
        if len({int(self.labels[at]) for at in split.train}) < 2 or (self.split.valid and not split.valid):
            raise UserError(
                f"{len(self.refused)} clips cannot be read, and too few are left to learn from",
                remedy="Look at the reasons given, repair or replace the files, then train again.",
            )
        mean, deviation = features.statistics(split.train)
        return Task(features, self.labels, len(self.data.classes), split, self.settings, mean, deviation)

    def _keep_for_now(self, model: nn.Module, epoch: int, task: Task) -> None:
        record = {"unfinished": True, "best_epoch": epoch, "settings": self.settings.to_dict()}
        self._save(model, task, 1.0, [0.5] * task.classes, record, [])

    def _save(
        self,
        model: nn.Module,
        task: Task,
        temperature: float,
        thresholds: list[float],
        record: dict[str, object],
        predictions: list[dict[str, object]],
    ) -> None:
        save_bundle(
            self.bundle,
            model=model,
            architecture=self.settings.architecture,
            options=self.options,
            classes=self.data.classes,
            mel=self.front_end.mel,
            mean=task.mean.numpy(),
            std=task.deviation.numpy(),
            window_s=self.front_end.window_s,
            pad=self.front_end.pad,
            temperature=temperature,
            thresholds=thresholds,
            record=record,
            predictions=predictions,
        )

    def _finish(
        self, task: Task, fitted: Fitted, seconds: dict[str, float], began: float
    ) -> Generator[Measuring, None, _Result]:
        """Calibrate on the validation examples, measure on the test examples, write everything down."""
        model, device = fitted.model.to(fitted.device), fitted.device
        classes, split = self.data.classes, task.split
        test = yield from judge(model, task, self.data.examples, split.test, device)
        if split.valid:
            valid, part = (yield from judge(model, task, self.data.examples, split.valid, device)), "valid"
        else:
            valid, part = pooled(fold.measured for fold in self.folds), "out-of-fold"
        temperature, thresholds = valid.calibration()
        measured = test if split.test else valid
        # a temperature fitted on the clips that are measured would flatter their log loss
        figures = measured.figures(classes, temperature if split.test else 1.0)
        seconds["total"] = time.monotonic() - began
        report = self._report(task, fitted, seconds) | figures
        record: dict[str, object] = {"settings": self.settings.to_dict(), "report": report}
        predictions = measured.predictions(classes, temperature, "test" if split.test else part)
        self._save(model, task, temperature, thresholds, record, predictions)
        return _Result(report, self.bundle, measured)

    def _report(self, task: Task, fitted: Fitted, seconds: dict[str, float]) -> dict[str, object]:
        split = task.split
        chosen_by, caveat = _selection(split, fitted, self.settings)
        trained = np.bincount(self.labels[list(split.train)], minlength=task.classes)
        return {
            "run": self.bundle.name,
            "preset": self.settings.preset,
            "device": device_name(fitted.device),
            "seed": self.settings.seed,
            "classes": list(self.data.classes),
            "clips": {
                "train": len(split.train),
                "valid": len(split.valid),
                "test": len(split.test),
                "quarantined": len(self.refused),
            },
            "trained_clips": dict(zip(self.data.classes, trained.tolist(), strict=True)),
            "groups": split.groups(self.data),
            "split": split.method,
            "measured_on": "test" if split.test else "valid" if split.valid else "out-of-fold",
            "selection": chosen_by,
            "notes": [*self.notes, caveat] if caveat else list(self.notes),
            "refused": [{"path": str(one.path), "reason": one.reason} for one in self.refused],
            "rate_hz": self.front_end.mel.rate_hz,
            "window_s": self.front_end.window_s,
            "epochs": fitted.epochs,
            "best_epoch": fitted.best_epoch,
            "stopped": fitted.interrupted,
            "seconds": {name: round(value, 3) for name, value in seconds.items()},
            "samples_per_second": round(fitted.samples_per_second, 2),
            "bundle": str(self.bundle),
        }


def _selection(split: Split, fitted: Fitted, settings: TrainSettings) -> tuple[str, str]:
    """By what the weights were chosen, and what that does to the figures (nothing: an empty text)."""
    if split.selection == "best":
        caveat = "The figures are of the clips that chose the epoch, so they are a little optimistic."
        return "the epoch with the best validation accuracy", "" if split.test else caveat
    if fitted.interrupted and split.valid:
        caveat = (
            "Training ended early and kept the best epoch on the clips measured: the figures are optimistic."
        )
        return "the best epoch on the clips measured, since training ended early", caveat
    if fitted.interrupted:
        return "the last epoch, since training ended early", ""
    if settings.patience is not None and split.valid:
        caveat = "The clips measured decided when training ended, so the figures are a little optimistic."
        return "the weights at the end, which the clips measured decided", caveat
    return "the weights at the end of the schedule; nothing was chosen on the clips measured", ""


def _data_notes(data: TrainingData, ends: FrontEnd) -> list[str]:
    notes = []
    if data.unused:
        notes.append(f"No labelled clip of: {', '.join(data.unused)}. The model will not know them.")
    single = [name for name, count in zip(data.classes, data.counts(), strict=True) if count == 1]
    if single:
        notes.append(f"One clip only of: {', '.join(single)}.")
    lower = sum(0 < example.rate_hz < ends.mel.rate_hz for example in data.examples)
    if lower:
        notes.append(
            f"{lower} clips have a lower sample rate than {ends.mel.rate_hz} Hz: their top is empty."
        )
    return notes


def _summary(last: _Result, results: Sequence[_Result]) -> dict[str, object]:
    """The report of a cross-validation: pooled figures on top, then every fold's own."""
    classes = cast(list[str], last.report["classes"])
    pool = pooled(result.measured for result in results)
    values = {name: [cast(float, result.report[name]) for result in results] for name in _METRICS}
    return {
        **last.report,
        **pool.figures(classes, 1.0),
        "measured_on": "out-of-fold",
        "selection": "the weights at the end of each fold's schedule",
        "folds": [result.report for result in results],
        "mean": {name: float(np.mean(found)) for name, found in values.items()},
        "sd": {
            name: float(np.std(found, ddof=1)) if len(found) > 1 else 0.0 for name, found in values.items()
        },
    }
