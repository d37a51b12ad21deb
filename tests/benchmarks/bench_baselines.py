"""Presets beside a support vector machine on the numbers that the forest hears, also with few labels a class.

Run by hand: `python tests/benchmarks/bench_baselines.py PACK FOLDER [PRESET...] [--labels N] [--seeds S]`.
PACK is esc10, digits or gender, FOLDER its data as `bench_training.py` and `bench_speech.py` take them.
Held out are each fold of ESC-10, two speakers of the digits, and the set of the gender table that is for
that. With `--labels` only so many clips a class are learnt from, of as many sources as there are, drawn anew
for each seed. One thread.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import bench_speech
import bench_training
import numpy as np
from bench_kept_epoch import result
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import CacheProgress, TrainingDone
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

SVM = "svm"
HELD_OUT = {
    "esc10": [f"fold:{fold}" for fold in range(1, 6)],
    "digits": ["group:theo", "group:lucas"],
    "gender": ["fold:test"],
}


def load(pack: str, folder: Path) -> TrainingData:
    """The clips of a pack."""
    return bench_training.load(folder) if pack == "esc10" else bench_speech.load(pack, folder)


def is_held_out(example: Example, test: str) -> bool:
    """Whether this is one of those that are measured."""
    kind, _, name = test.partition(":")
    return name == (example.fold if kind == "fold" else example.group)


def with_few(data: TrainingData, test: str, labels: int | None, seed: int) -> TrainingData:
    """The data with `labels` clips of each class to learn from, of different sources while there are any."""
    if labels is None:
        return data
    rng = np.random.default_rng(seed)
    kept: list[Example] = []
    for target in range(len(data.classes)):
        pool = [one for one in data.examples if one.target == target and not is_held_out(one, test)]
        rng.shuffle(pool)  # type: ignore[arg-type]
        seen: dict[str, int] = {}
        turns = []
        for one in pool:
            seen[one.group] = seen.get(one.group, 0) + 1
            turns.append(seen[one.group])
        kept.extend(pool[at] for at in np.argsort(turns, kind="stable")[:labels])
    held = [one for one in data.examples if is_held_out(one, test)]
    return replace(data, examples=tuple(kept + held))


def of_preset(data: TrainingData, preset: str, test: str, seed: int, folder: Path) -> tuple[float, float]:
    """Accuracy on what is held out, and processor seconds without decoding."""
    held = {"validate": test} if test.startswith("fold") else {"test": test}
    settings = settings_for(preset, threads=1, device="cpu", refit=False, seed=seed, **held)
    (plan,) = prepare(data, settings)
    began, accuracy = 0.0, 0.0
    for event in run_training(plan, folder / "model", folder / "cache"):
        began = began or time.process_time()
        if isinstance(event, CacheProgress):
            began = time.process_time()
        if isinstance(event, TrainingDone):
            accuracy = float(str(event.report["accuracy"]))
    return accuracy, time.process_time() - began


def of_svm(data: TrainingData, test: str, folder: Path) -> tuple[float, float]:
    """The same of a machine on standardised numbers, its clips judged by the mean over their windows."""
    (plan,) = prepare(data, settings_for("forest", threads=1, device="cpu"))
    features = result(cache_features(data.examples, plan.front_end, folder / "cache", threading.Event()))
    began = time.process_time()
    windows = {at: features.windows(at).numpy() for at in range(len(data.examples)) if at in features}
    learnt = [at for at in windows if not is_held_out(data.examples[at], test)]
    machine = make_pipeline(StandardScaler(), SVC(C=10.0, decision_function_shape="ovr"))
    targets = [data.examples[at].target for at in learnt for _ in windows[at]]
    machine.fit(np.concatenate([windows[at] for at in learnt]), targets)
    right = []
    for at, rows in windows.items():
        if is_held_out(data.examples[at], test):
            margins = machine.decision_function(rows).mean(axis=0)
            answer = margins.argmax() if margins.ndim else int(margins > 0)
            right.append(machine.classes_[answer] == data.examples[at].target)
    return float(np.mean(right)), time.process_time() - began


def measured(
    data: TrainingData, pack: str, preset: str, labels: int | None, seeds: Sequence[int], folder: Path
) -> Iterator[tuple[float, float]]:
    """Every test set with every seed."""
    for seed in seeds:
        for test in HELD_OUT[pack]:
            some = with_few(data, test, labels, seed)
            yield of_svm(some, test, folder) if preset == SVM else of_preset(some, preset, test, seed, folder)


def main() -> None:
    """Print a line per preset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=tuple(HELD_OUT))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=int)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("presets", nargs="*", default=["default", "forest", SVM])
    arguments = parser.parse_args()
    data, first = load(arguments.pack, arguments.folder), 0.0
    with tempfile.TemporaryDirectory() as folder:
        for preset in arguments.presets:
            seeds = range(arguments.seeds)
            runs = measured(data, arguments.pack, preset, arguments.labels, seeds, Path(folder))
            found = np.array(list(runs))
            accuracy, seconds = found.mean(axis=0)
            first = first or accuracy
            print(
                f"{preset:10} accuracy {accuracy:.3f} ± {found[:, 0].std():.3f}, {seconds:6.1f} CPU-s a run,"
                f" {100 * (accuracy - first):+.1f} points",
                flush=True,
            )


if __name__ == "__main__":
    main()
