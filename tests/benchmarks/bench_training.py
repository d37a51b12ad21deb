"""Accuracy and processor time of the presets on one fold of a real data set, and their ratios.

Run by hand: `python tests/benchmarks/bench_training.py FOLDER [FOLD] [PRESET...] [--against-r4]`. FOLDER
holds a table with the columns filename, fold, category and src_file beside a folder `audio`, as ESC-10
comes. Each preset trains with one thread and its own number of epochs.

With `--against-r4` it is our training path, with R4's network, that is measured, beside the reference system
R4 as it was published, in processor seconds of one thread and in the same run: an epoch's data, an epoch as a
whole, and the time from nothing at all to the accuracy that R4 has after 50 epochs (some minutes). Ours is
that of a short training as a whole, not of the first epoch that happens to be as accurate.
"""

import argparse
import csv
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import published_r4
import torch

from audioclf_gui.audio.files import probe
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.devices import freed_memory_kept
from audioclf_gui.ml.events import CacheProgress, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.pipeline.epoch import train_epoch
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.plan import TrainingPlan, fresh_network
from audioclf_gui.ml.pipeline.policy import Workload, stopping_policy
from audioclf_gui.ml.pipeline.sampling import epoch_batches
from audioclf_gui.ml.pipeline.task import Task, make_task
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import TrainSettings, settings_for

_TIMES = 5  # an epoch of ours, of which the quickest counts
_R4_NETWORK = {"architecture": "r4_cnn", "dropout": None, "precision": "float32"}
_R4_EPOCHS = 50
_OUR_EPOCHS = 30
_R4_TIMED = 2  # of them
_WANTED = {"data": 80.0, "whole epoch": 13.0, "time to its accuracy": 8.0}  # so many times as quick
_Value = TypeVar("_Value")


def load(folder: Path) -> TrainingData:
    """The clips of the first table in `folder`."""
    with min(folder.glob("*esc*.csv")).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    classes = sorted({row["category"] for row in rows})
    examples = []
    for number, row in enumerate(rows, start=1):
        path = folder / "audio" / row["filename"]
        facts = probe(path)
        index = classes.index(row["category"])
        examples.append(
            Example(
                ClipId(number),
                path,
                content_hash(path),
                index,
                row["src_file"],
                row["fold"],
                0.0,
                facts.duration_s,
                facts.rate_hz,
            )
        )
    ids = tuple(ClassId(number) for number in range(1, len(classes) + 1))
    return TrainingData(tuple(classes), ids, tuple(examples), "group")


def measure(data: TrainingData, preset: str, fold: str, folder: Path) -> tuple[float, float]:
    """Accuracy on the held-out fold, and processor seconds of training without decoding."""
    (plan,) = prepare(data, held_out(preset, fold))
    began = 0.0
    accuracy = 0.0
    for event in run_training(plan, folder / f"{preset}-{fold}", folder / "cache"):
        began = began or time.process_time()
        if isinstance(event, CacheProgress):
            began = time.process_time()
        if isinstance(event, TrainingDone):
            accuracy = float(str(event.report["accuracy"]))
    return accuracy, time.process_time() - began


def held_out(preset: str, fold: str, **changes: object) -> TrainSettings:
    """Its settings with a fold held out, for one thread."""
    return settings_for(preset, validate=f"fold:{fold}", threads=1, device="cpu", refit=False, **changes)


def against_r4(data: TrainingData, fold: str, folder: Path) -> None:
    """Print how many times as quick our training path is as R4's."""
    (plan,) = prepare(data, held_out("default", fold, **_R4_NETWORK))
    clips = [(one.path, one.classes[0], one.fold) for one in data.examples]
    train = [(path, number) for path, number, name in clips if name != fold]
    test = [(path, number) for path, number, name in clips if name == fold]
    theirs = [seconds(lambda: deque(published_r4.batches(train), maxlen=0)) for _ in range(_R4_TIMED)]
    learning = published_r4.trained(train, len(data.classes), _R4_EPOCHS)
    epochs = [seconds(lambda: next(learning)) for _ in range(_R4_EPOCHS - 1)]
    accuracy = published_r4.accuracy(next(learning), test)
    our_data, our_epoch = epoch_seconds(plan, folder)
    print(f"R4 as published, fold {fold}: accuracy {accuracy:.3f} in {sum(epochs):.0f} CPU-s", flush=True)
    ratio("data", min(theirs), our_data)
    ratio("whole epoch", min(epochs[1:]), our_epoch)
    our_accuracy, ours_s = short_training(plan, folder)
    print(f"ours after {_OUR_EPOCHS} epochs: accuracy {our_accuracy:.3f}", flush=True)
    ratio("time to its accuracy", sum(epochs), ours_s if our_accuracy >= accuracy else float("inf"))


def epoch_seconds(plan: TrainingPlan, folder: Path) -> tuple[float, float]:
    """Processor seconds that an epoch's batches take, and an epoch, when the features are known."""
    features = returned(
        cache_features(plan.data.examples, plan.front_end, folder / "cache", threading.Event())
    )
    task = make_task(plan, features)
    learner = Learner(fresh_network(plan), task, torch.device("cpu"))
    work = Workload(len(task.split.train), columns=task.front_end.shape[-1])
    policy = stopping_policy(task.settings, work, deadline=None)
    stop = threading.Event()

    def epoch(number: int) -> None:
        steps = number * policy.epoch_steps
        deque(train_epoch(learner, task, number + 1, steps, policy, stop=stop, notes=[]), maxlen=0)

    with freed_memory_kept():
        epochs = [seconds(partial(epoch, number)) for number in range(1 + _TIMES)]
        batches = [seconds(lambda: every_batch(task, policy.epoch_steps)) for _ in range(1 + _TIMES)]
    return min(batches[1:]), min(epochs[1:])


def every_batch(task: Task, count: int) -> None:
    """Make all batches of an epoch, as the network hears them."""
    rng = torch.Generator().manual_seed(0)
    settings = task.settings
    order = np.random.default_rng(0)
    for chosen in epoch_batches(task.split.train, task.strata, settings.balance, count, order):
        task.varied(task.features.batch(chosen, rng), rng)


def short_training(plan: TrainingPlan, folder: Path) -> tuple[float, float]:
    """Accuracy after a training of a few epochs, and its processor seconds from the sound files on."""
    short = replace(plan, settings=replace(plan.settings, epochs=_OUR_EPOCHS))
    began = time.process_time()
    *_, done = run_training(short, folder / "short", folder / "another-cache")
    assert isinstance(done, TrainingDone)
    return float(str(done.report["accuracy"])), time.process_time() - began


def ratio(what: str, theirs_s: float, ours_s: float) -> None:
    """Print it, and whether it is what is wanted."""
    times = theirs_s / ours_s
    verdict = "as wanted" if times >= _WANTED[what] else f"NOT {_WANTED[what]:.0f}"
    print(
        f"{what:20}: R4 {theirs_s:8.3f} CPU-s, ours {ours_s:7.4f}: {times:.1f} times, {verdict}", flush=True
    )


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that it takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def returned(events: Generator[object, None, _Value]) -> _Value:
    """What the generator returns in the end."""
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def main() -> None:
    """Print a line per preset and the ratio of each to the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("fold", nargs="?", default="5")
    parser.add_argument("presets", nargs="*", default=["default", "r4"])
    parser.add_argument("--against-r4", action="store_true", help="time our path beside R4's")
    arguments = parser.parse_intermixed_args()
    torch.set_num_threads(1)
    data = load(arguments.folder)
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        if arguments.against_r4:
            against_r4(data, arguments.fold, Path(folder))
            return
        for preset in arguments.presets:
            accuracy, seconds = measure(data, preset, arguments.fold, Path(folder))
            first = first or seconds
            print(
                f"{preset:10} fold {arguments.fold}: accuracy {accuracy:.3f}, {seconds:6.1f} CPU-s,"
                f" {seconds / first:.2f} of {arguments.presets[0]}",
                flush=True,
            )


if __name__ == "__main__":
    main()
