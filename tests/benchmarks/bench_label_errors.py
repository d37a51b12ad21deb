"""How many labels that were exchanged by chance are among the first that are doubted, by way of ranking.

Run by hand: `python tests/benchmarks/bench_label_errors.py --cache FOLDER esc10=FOLDER digits=FOLDER …`,
with packs as in packs.py; `--presets listener forest` says what learns from quick folds (A+B: both together,
as the program has it without a listener), `--listener speech` through what, and `--seeds` how often labels
are exchanged. Of every twenty labels one is exchanged, and half as many again are looked at. A line tells,
for a pack and a preset, the share of the exchanged that is among these for each ranking, as mean and worst
over the seeds, how many labels are listed at all and how many of the exchanged are, how many are doubted
strongly, and the seconds of all folds.

With `--curve` a line tells instead what a power law through at most half of the labels expects of all of
them, and what was measured.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import packs

from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.held_out_answers import HeardExamples, answers, blended
from audioclf_gui.ml.learning_curve import SHARES, learning_curve, nested
from audioclf_gui.ml.power_law import fitted_law
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import cross_validation
from audioclf_gui.ml.unlearnt_scores import UnlearntScores, scores_of

ONE_OF = 20  # labels is exchanged
LOOKED_AT = 1.5  # times as many as were exchanged
_TINY = 1e-9

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def rankings(scores: Floats, given: Integers) -> Mapping[str, Floats]:
    """Numbers by which labels are put in order, the least first; scores are (n, classes)."""
    rows = np.arange(len(given))
    own = scores[rows, given]
    others = scores.copy()
    others[rows, given] = -1.0
    other, instead = others.max(axis=1), others.argmax(axis=1)
    classes = range(scores.shape[1])
    usual = np.array([scores[given == at, at].mean() if (given == at).any() else 1.0 for at in classes])
    confident = np.where(scores >= usual, scores, -1.0)
    is_counted = (confident.max(axis=1) >= 0.0) & (confident.argmax(axis=1) != given)
    entropy = -(scores * np.log(scores + _TINY)).sum(axis=1)
    return {
        "own": own,
        "margin": own - other,
        "log margin": np.log(own + _TINY) - np.log(other + _TINY),
        "own less mean": own - usual[given],
        "margin less means": own - usual[given] - (other - usual[instead]),
        "own by entropy": own / np.maximum(_TINY, entropy),
        "confident learning": own - 10.0 * is_counted,
    }


def exchanged(data: TrainingData, seed: int) -> tuple[TrainingData, npt.NDArray[np.bool_]]:
    """The data with another class for one of twenty labels, and which they are."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(data.examples), max(1, len(data.examples) // ONE_OF), replace=False)
    examples = list(data.examples)
    for at in chosen.tolist():
        others = [place for place in range(len(data.classes)) if place != examples[at].target]
        examples[at] = replace(examples[at], target=int(rng.choice(others)))
    is_wrong = np.zeros(len(examples), np.bool_)
    is_wrong[chosen] = True
    return replace(data, examples=tuple(examples)), is_wrong


def judged_by(learners: Sequence[HeardExamples], data: TrainingData) -> UnlearntScores:
    """What one learner or two together say of all labels, from folds."""
    folds = [split for _, split in cross_validation(data, "group")]
    found = [result_of(answers(replace(one, data=data), folds)) for one in learners]
    return scores_of(
        data, found[0] if len(found) == 1 else [blended(*pair) for pair in zip(*found, strict=True)]
    )


def found_shares(learners: Sequence[HeardExamples], seeds: int) -> str:
    """What is found of the exchanged, as a line."""
    shares: dict[str, list[float]] = {}
    counts, seconds = [], []
    for seed in range(seeds):
        data, is_wrong = exchanged(learners[0].data, seed)
        began = time.perf_counter()
        judged = judged_by(learners, data)
        seconds.append(time.perf_counter() - began)
        wrong = is_wrong[judged.places]
        given = judged.wanted.argmax(axis=1)
        scores = judged.scores.astype(np.float64)
        first = round(LOOKED_AT * int(is_wrong.sum()))
        for name, order in rankings(scores, given).items():
            hits = wrong[order.argsort(kind="stable")[:first]].sum()
            shares.setdefault(name, []).append(float(hits / is_wrong.sum()))
        listed = scores.argmax(axis=1) != given
        own = scores[np.arange(len(given)), given]
        strong = (scores.max(axis=1) >= 0.5) & (own < 0.1)
        counts.append((listed.sum(), (listed & wrong).sum(), strong.sum(), (strong & wrong).sum()))
    told = ", ".join(f"{name} {np.mean(one):.2f} ({min(one):.2f})" for name, one in shares.items())
    listed, right, strong, strong_right = np.mean(counts, axis=0)
    return (
        f"{told}; listed {listed:.0f} with {right:.1f} wrong, strongly {strong:.0f} with {strong_right:.1f};"
        f" {np.mean(seconds):.1f} s"
    )


def expected(heard: HeardExamples, repeats: int) -> str:
    """What half of the labels promise of all of them, as a line."""
    rows, sizes = [[] for _ in SHARES], np.zeros(len(SHARES))
    for seed in range(repeats):
        rng = np.random.default_rng(seed)
        folds = [nested(heard.data, split, rng) for _, split in cross_validation(heard.data, "group", seed)]
        for at in range(len(SHARES)):
            sizes[at] += np.mean([len(parts[at].train) for parts in folds]) / repeats
            judged = result_of(answers(heard, [parts[at] for parts in folds]))
            rows[at].append(scores_of(heard.data, judged))
    points = learning_curve(heard.data, sizes.tolist(), rows).points
    half = [point for point in points if point.labels <= 0.55 * points[-1].labels]
    law = fitted_law([point.labels for point in half], [1.0 - point.figure for point in half])
    then = 1.0 - float(law.error(points[-1].labels))
    measured = ", ".join(f"{point.labels:.0f}: {point.figure:.3f}" for point in points)
    return f"{measured}; expected {then:.3f} from {len(half)} points"


def hear(data: TrainingData, preset: str, options: argparse.Namespace) -> HeardExamples:
    """The data as models of a preset hear them."""
    more = {"listener": options.listener} if preset == "listener" else {}
    settings = settings_for(preset, threads=1, **more)
    ends = front_end_for(data.examples, settings)
    features = result_of(cache_features(data.examples, ends, options.cache, threading.Event()))
    return HeardExamples(data, settings, features, ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packs", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--presets", nargs="+", default=["listener", "forest", "forest+mfcc-mlp"])
    parser.add_argument("--listener", default="birdnet")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--curve", action="store_true")
    options = parser.parse_args()
    for pair in options.packs:
        name, _, folder = pair.partition("=")
        with tempfile.TemporaryDirectory() as place:
            data = packs.load(name, Path(folder), Path(place))
            for preset in options.presets:
                heard = [hear(data, one, options) for one in preset.split("+")]
                line = expected(heard[0], 2) if options.curve else found_shares(heard, options.seeds)
                print(f"{name}, {preset}, {len(data.examples)} labels: {line}", flush=True)


if __name__ == "__main__":
    main()
