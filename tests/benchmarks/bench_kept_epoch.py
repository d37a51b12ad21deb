"""Which epoch's weights are worth keeping: test accuracy of the rules for it, over many short trainings.

Run by hand: `python tests/benchmarks/bench_kept_epoch.py FOLDER [--preset P] [--seeds N]`. FOLDER is a data
set as `bench_training.py` takes it. Each run holds one fold out for the test and keeps a part of the rest for
validation, by its seed; the same training is judged by every rule, so that only the choice differs.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from bench_training import load

from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.pipeline.epoch import train_epoch, validate
from audioclf_gui.ml.pipeline.judging import clip_scores, window_logits
from audioclf_gui.ml.pipeline.learner import Learner, Weights, weights_on_cpu
from audioclf_gui.ml.pipeline.plan import fresh_network
from audioclf_gui.ml.pipeline.policy import Workload, stopping_policy
from audioclf_gui.ml.pipeline.task import Task, make_task
from audioclf_gui.ml.runs import prepare
from audioclf_gui.ml.settings import settings_for

CPU = torch.device("cpu")
RULES = ("end of the schedule", "best accuracy", "lowest loss", "lowest smoothed loss in the cool-down")
_SMOOTHING = 0.7
_COOL_DOWN = 0.7  # the part of the schedule from which on the rate is low

_Value = TypeVar("_Value")


def result(generator: Generator[object, None, _Value]) -> _Value:
    """What a generator returns in the end."""
    while True:
        try:
            next(generator)
        except StopIteration as stopped:
            return stopped.value


def candidates(task: Task, learner: Learner) -> dict[str, Weights]:
    """The weights that each rule keeps of one training."""
    policy = replace(stopping_policy(task.settings, Workload(len(task.split.train)), None), patience=None)
    stop, notes = threading.Event(), []
    step, smoothed = 0, None
    best: dict[str, float] = dict.fromkeys(RULES, -np.inf)
    kept: dict[str, Weights] = {}
    for epoch in range(1, policy.epochs + 1):
        step = result(train_epoch(learner, task, epoch, step, policy, stop=stop, notes=notes)).step
        quality = result(validate(learner, task, epoch, stop)).quality
        smoothed = (
            quality.loss if smoothed is None else _SMOOTHING * smoothed + (1 - _SMOOTHING) * quality.loss
        )
        is_cooling = epoch >= _COOL_DOWN * policy.epochs
        ranks = (
            float(epoch),
            quality.figure - 1e-6 * quality.loss,
            -quality.loss,
            -smoothed if is_cooling else -np.inf,
        )
        for rule, rank in zip(RULES, ranks, strict=True):
            if rank > best[rule]:
                best[rule], kept[rule] = rank, weights_on_cpu(learner.averaged)
    return kept


def main() -> None:
    """Print a line per run, then each rule's mean and its distance from the end of the schedule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="fast")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--set", action="append", default=[])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    data = load(arguments.folder)
    changes = dict(one.split("=", 1) for one in arguments.set)
    found: list[list[float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(arguments.seeds):
            for fold in sorted({example.fold for example in data.examples}):
                settings = settings_for(
                    arguments.preset, test=f"fold:{fold}", seed=seed, threads=1, device="cpu", **changes
                )
                (plan,) = prepare(data, settings)
                features = result(
                    cache_features(data.examples, plan.front_end, Path(folder), threading.Event())
                )
                task = make_task(plan, features)
                began = time.process_time()
                learner = Learner(fresh_network(plan), task, CPU)
                accuracies = []
                for weights in candidates(task, learner).values():
                    learner.averaged.load_state_dict(weights)
                    logits = result(window_logits(learner.averaged, task, task.split.test, CPU))
                    true = task.targets[list(task.split.test)].argmax(axis=1)
                    right = clip_scores(task.objective, logits).argmax(axis=1) == true
                    accuracies.append(float(right.mean()))
                found.append(accuracies)
                print(
                    f"seed {seed} fold {fold} ({len(task.split.valid)} validation clips):",
                    *(f"{accuracy:.3f}" for accuracy in accuracies),
                    f"{time.process_time() - began:.0f} CPU-s",
                    flush=True,
                )
    table = np.array(found)
    for rule, column in zip(RULES, table.T, strict=True):
        gain = column - table[:, 0]
        print(
            f"{rule:38} {column.mean():.4f}, {100 * gain.mean():+.2f} points, worst {100 * gain.min():+.1f}"
        )


if __name__ == "__main__":
    main()
