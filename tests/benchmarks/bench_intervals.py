"""How often a 95 % interval holds the truth, where the clips of a group stand or fall together.

Run by hand: `python tests/benchmarks/bench_intervals.py [--sets 200]`. For each number of groups and each
size of the groups' effect that many data sets are made up: speakers of unequal numbers of clips, some of whom
are understood less well than others. A line tells the share of their reports whose interval holds what as
many speakers as one likes would come to; beside stands that of Wilson's interval over clips. An effect is
the standard deviation between groups: of the scores of the right class, or of the error in its own units. All
shares but Wilson's should be between 0.90 and 0.98.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml import metrics, number_metrics, set_metrics
from audioclf_gui.ml.intervals import wilson

CLASSES = 4
CLIPS = 15  # of a group, on average
GROUPS = (5, 8, 12, 20, 40, 80)
EFFECTS = (0.0, 0.7, 1.4)
MANY_GROUPS = 20_000

Report = Mapping[str, object]
Maker = Callable[[np.random.Generator, int, float], Report]


def groups_of(rng: np.random.Generator, count: int) -> npt.NDArray[np.int64]:
    """The group of each clip; some have several times as many as others."""
    return np.repeat(np.arange(count), np.maximum(3, rng.lognormal(np.log(CLIPS), 0.5, count).astype(int)))


def single_label(rng: np.random.Generator, count: int, effect: float) -> Report:
    """One class for each clip; the score of the right one is shifted by group."""
    groups = groups_of(rng, count)
    true = rng.integers(0, CLASSES, len(groups))
    logits = rng.gumbel(size=(len(groups), CLASSES))
    logits[np.arange(len(groups)), true] += 2.5 + effect * rng.standard_normal(count)[groups]
    scores = np.exp(logits - logits.max(axis=1, keepdims=True))
    scores /= scores.sum(axis=1, keepdims=True)
    names = [f"{at}" for at in range(CLASSES)]
    found = metrics.report(true, scores, names, groups if count < MANY_GROUPS else None)
    right = int((scores.argmax(axis=1) == true).sum())
    return {**found, "by_clips": wilson(right, len(groups))}


def multi_label(rng: np.random.Generator, count: int, effect: float) -> Report:
    """Several classes for each clip, each score shifted by group where the class is."""
    groups = groups_of(rng, count)
    there = rng.uniform(size=(len(groups), CLASSES)) < 0.3
    shift = 2.0 + effect * rng.standard_normal((count, CLASSES))[groups]
    scores = 1.0 / (1.0 + np.exp(1.0 - rng.normal(size=there.shape) - shift * there))
    names = [f"{at}" for at in range(CLASSES)]
    if count >= MANY_GROUPS:
        return set_metrics.summary(there, scores, scores >= 0.5)
    return set_metrics.report(there, scores, names, (0.5,) * CLASSES, groups)


def regression(rng: np.random.Generator, count: int, effect: float) -> Report:
    """A number for each clip; the estimates of a group are too high or too low together."""
    groups = groups_of(rng, count)
    true = rng.normal(0.0, 3.0, len(groups))
    estimated = true + rng.normal(0.0, 1.0, len(groups)) + effect * rng.standard_normal(count)[groups]
    return number_metrics.report(true, estimated, groups if count < MANY_GROUPS else None)


KINDS: tuple[tuple[Maker, tuple[str, ...]], ...] = (
    (single_label, ("accuracy", "balanced_accuracy", "macro_f1")),
    (multi_label, ("macro_average_precision", "macro_f1")),
    (regression, ("r2", "mae")),
)


def coverage(
    make: Maker, truths: Mapping[str, float], count: int, effect: float, sets: int
) -> tuple[dict[str, float], float]:
    """For each figure the share of made data sets whose interval holds the truth; of Wilson's over clips."""
    rng = np.random.default_rng([count, int(10 * effect)])
    held, by_clips = Counter[str](), 0
    for _ in range(sets):
        report = make(rng, count, effect)
        for key, truth in truths.items():
            low, high = report["intervals"][key]  # type: ignore[index]
            held[key] += low <= truth <= high
        if "accuracy" in truths:
            low, high = report["by_clips"]  # type: ignore[misc]
            by_clips += low <= truths["accuracy"] <= high
    return {key: held[key] / sets for key in truths}, by_clips / sets


def main() -> None:
    """Print a line for each figure, number of groups and effect."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sets", type=int, default=200, help="made data sets for each line")
    sets = parser.parse_args().sets
    all_held = []
    for make, keys in KINDS:
        for effect in EFFECTS:
            of_many = make(np.random.default_rng(1), MANY_GROUPS, effect)
            truths = {key: float(of_many[key]) for key in keys}  # type: ignore[arg-type]
            for count in GROUPS:
                held, by_clips = coverage(make, truths, count, effect, sets)
                all_held += held.values()
                shown = ", ".join(f"{key} {share:.3f}" for key, share in held.items())
                beside = f" (Wilson over clips {by_clips:.3f})" if "accuracy" in keys else ""
                print(f"{make.__name__}, effect {effect}, {count} groups: {shown}{beside}", flush=True)
    within = np.mean([0.90 <= one <= 0.98 for one in all_held])
    print(f"lowest {min(all_held):.3f}, mean {np.mean(all_held):.3f}, highest {max(all_held):.3f}")
    print(f"{within:.0%} of {len(all_held)} within 0.90 to 0.98")


if __name__ == "__main__":
    main()
