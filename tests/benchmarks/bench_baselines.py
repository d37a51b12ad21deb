"""Presets beside a support vector machine on the numbers that the forest hears, and beside guessing.

Run by hand: `python tests/benchmarks/bench_baselines.py PACK FOLDER [PRESET...] [--labels N] [--seeds S]`.
PACK is esc10, digits, gender, accent or finch, FOLDER its data; see `packs.py`. Every clip is measured by
models that have heard nothing of its group: each fold of ESC-10 is held out, of the others five folds made of
whole speakers or recordings, anew for each seed. With `--labels` only so many clips a class are learnt from,
of as many groups as there are. `default,position=false` is a preset with a parameter changed. One thread.

What is right is compared clip by clip. ± is the standard error with groups as what was drawn by chance, since
the clips of a speaker are right or wrong together: a difference within twice of it may be luck.
"""

import argparse
import json
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import packs
from bench_kept_epoch import result
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from audioclf_gui.ml.bundle import PREDICTIONS
from audioclf_gui.ml.events import CacheProgress
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.guessing import guess
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

SVM, GUESSING = "svm", "guessing"

Right = npt.NDArray[np.float64]
"""How often the answer to each of some examples was right, 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What a preset makes of a pack."""

    right: Right  # (examples,), the mean over the seeds
    groups: tuple[str, ...]
    seconds: float  # of the processor for a fold, without decoding

    @property
    def accuracy(self) -> float:
        """The part of the answers that is right."""
        return float(self.right.mean())

    @property
    def error(self) -> float:
        """Its standard error."""
        return standard_error(self.right, self.groups)

    def ahead_of(self, other: "Measured") -> tuple[float, float]:
        """By how much more is right, and the standard error of that."""
        difference = self.right - other.right
        return float(difference.mean()), standard_error(difference, self.groups)


def standard_error(values: Right, groups: tuple[str, ...]) -> float:
    """Of the mean of values that depend on each other within groups."""
    _, places = np.unique(groups, return_inverse=True)
    sums = np.bincount(places, values - values.mean())
    count = len(sums)
    return float(np.sqrt(count / (count - 1) * np.square(sums).sum()) / len(values))


def with_few(plan: TrainingPlan, labels: int | None, seed: int) -> TrainingPlan:
    """The plan to learn from `labels` clips of each class, of different groups while there are any."""
    if labels is None:
        return plan
    rng = np.random.default_rng(seed)
    kept: list[int] = []
    for target in range(len(plan.data.classes)):
        pool = [at for at in plan.split.train if plan.data.examples[at].target == target]
        rng.shuffle(pool)
        seen: Counter[str] = Counter()
        turns = []
        for at in pool:
            seen[plan.data.examples[at].group] += 1
            turns.append(seen[plan.data.examples[at].group])
        kept.extend(pool[at] for at in np.argsort(turns, kind="stable")[:labels])
    return replace(plan, split=replace(plan.split, train=tuple(sorted(kept))))


def of_preset(plan: TrainingPlan, folder: Path) -> tuple[Right, float]:
    """What a model gets right of the clips that are held out, and processor seconds without decoding."""
    began = 0.0
    for event in run_training(plan, folder / "model", folder / "cache"):
        began = began or time.process_time()
        if isinstance(event, CacheProgress):
            began = time.process_time()
    seconds = time.process_time() - began
    answers = json.loads((folder / "model" / PREDICTIONS).read_text("utf-8"))
    right = {(one["clip_id"], one["start_s"]): one["true"] == one["predicted"] for one in answers}
    held = [plan.data.examples[at] for at in plan.split.measured]
    return np.array([right[one.clip_id, one.start_s] for one in held], float), seconds


def of_svm(plan: TrainingPlan, folder: Path) -> tuple[Right, float]:
    """The same of a machine on standardised numbers, its clips judged by the mean over their windows."""
    data = plan.data
    ends = front_end_for(data.examples, settings_for("forest"))
    features = result(cache_features(data.examples, ends, folder / "cache", threading.Event()))
    began = time.process_time()
    learnt = [(features.windows(at).numpy(), data.examples[at].target) for at in plan.split.train]
    machine = make_pipeline(StandardScaler(), SVC(C=10.0, decision_function_shape="ovr"))
    targets = [target for windows, target in learnt for _ in windows]
    machine.fit(np.concatenate([windows for windows, _ in learnt]), targets)
    right = []
    for at in plan.split.measured:
        margins = machine.decision_function(features.windows(at).numpy()).mean(axis=0)
        answer = margins.argmax() if margins.ndim else int(margins > 0)
        right.append(machine.classes_[answer] == data.examples[at].target)
    return np.array(right, float), time.process_time() - began


def of_guessing(plan: TrainingPlan) -> tuple[Right, float]:
    """The same of who knows only how frequent each class is among the clips learnt from."""
    names = [plan.data.classes[one.classes[0]] for one in plan.data.examples]
    learnt, held = (Counter(names[at] for at in part) for part in (plan.split.train, plan.split.measured))
    return np.full(len(plan.split.measured), guess(learnt, held).accuracy), 0.0


def measured(pack: str, folder: Path, preset: str, labels: int | None, seeds: int, place: Path) -> Measured:
    """Every clip with every seed."""
    data = packs.load(pack, folder, place)
    right, costs = np.zeros(len(data.examples)), []
    for seed in range(seeds):
        recipe, *changes = ("default" if preset in (SVM, GUESSING) else preset).split(",")
        changed = dict(change.split("=", 1) for change in changes)
        settings = settings_for(recipe, threads=1, device="cpu", refit=False, seed=seed, **changed)
        for whole in prepare(data, settings, all_folds=True):
            plan = with_few(whole, labels, seed)
            if preset == GUESSING:
                found, seconds = of_guessing(plan)
            else:
                found, seconds = (of_svm if preset == SVM else of_preset)(plan, place)
            right[list(plan.split.measured)] += found / seeds
            costs.append(seconds)
    return Measured(right, tuple(one.group for one in data.examples), float(np.mean(costs)))


def main() -> None:
    """Print a line per preset, and how far the first is ahead of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=tuple(packs.PACKS))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=int)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("presets", nargs="*", default=["default", "forest", SVM, GUESSING])
    given = parser.parse_intermixed_args()
    first = None
    with tempfile.TemporaryDirectory() as place:
        for preset in given.presets:
            found = measured(given.pack, given.folder, preset, given.labels, given.seeds, Path(place))
            first = first or found
            ahead, error = first.ahead_of(found)
            told = "" if found is first else f"; {given.presets[0]} is {100 * ahead:+.1f} ± {100 * error:.1f}"
            print(
                f"{preset:10} accuracy {found.accuracy:.3f} ± {found.error:.3f},"
                f" {found.seconds:6.1f} CPU-s a fold{told}{' points ahead' if told else ''}",
                flush=True,
            )


if __name__ == "__main__":
    main()
