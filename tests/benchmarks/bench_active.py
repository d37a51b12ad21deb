"""How many labels are needed to reach an accuracy, chosen by chance and by `ml.active_order`.

Run by hand: `python tests/benchmarks/bench_active.py --cache FOLDER esc10=FOLDER`, with packs as in packs.py;
`--seeds` says how often the clips are shuffled, `--step` how many labels are given before the next are
chosen, `--wanted` which accuracy is to be reached. Each fold of the pack is the test set once, and labels are
chosen among the others. What learns from them is the head of the preset `listener`. A line for each order
tells the mean accuracy for each number of labels; the last one where both reach the wanted one.
"""

import argparse
import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt
import packs
import torch

from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.active_order import next_to_label
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.embedding_index import embedded
from audioclf_gui.ml.feature_cache import cache_features
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.heads import fit_head, logits
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import cross_validation

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packs", nargs="+", metavar="PACK=FOLDER")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--step", type=int, default=5)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--wanted", type=float, default=0.9)
    options = parser.parse_args()
    torch.set_num_threads(1)
    for pack in options.packs:
        name, _, folder = pack.partition("=")
        data = packs.load(name, Path(folder), options.cache)
        heard = Heard(data, options.cache)
        curves = {order: heard.curve(order, options) for order in ("random", "active")}
        counts = range(options.step, options.most + 1, options.step)
        for order, curve in curves.items():
            shown = " ".join(f"{count}:{value:.3f}" for count, value in zip(counts, curve, strict=True))
            print(f"{name} {order:7} {shown}", flush=True)
        needed = {order: reached(curve, options.wanted, options.step) for order, curve in curves.items()}
        ratio = needed["active"] / needed["random"]
        print(f"{name} {options.wanted:.2f} with {needed} labels: {ratio:.2f}")


class Heard:
    """What a listener makes of a pack, once for the head and once for the order."""

    def __init__(self, data: TrainingData, cache: Path) -> None:
        ends = front_end_for(data.examples, settings_for("listener"))
        features = result_of(cache_features(data.examples, ends, cache, threading.Event()))
        index = result_of(embedded(data.examples, ends, cache, threading.Event()))
        self.vectors = torch.stack([features.windows(at).mean(0) for at in range(len(data.examples))])
        self.order_vectors = index.means(np.arange(len(data.examples)), len(data.examples))
        self.classes = np.array([example.target for example in data.examples])
        self.groups = [example.group for example in data.examples]
        self.folds = [split.measured for _, split in cross_validation(data, "group")]

    def curve(self, order: str, options: argparse.Namespace) -> Floats:
        """Mean accuracy after each step."""
        found = [
            [self.accuracy(labelled, test) for labelled in self.chosen(order, test, seed, options)]
            for test in map(list, self.folds)
            for seed in range(options.seeds)
        ]
        return np.mean(found, axis=0)

    def chosen(self, order: str, test: list[int], seed: int, options: argparse.Namespace) -> list[Integers]:
        """The labelled clips after each step."""
        pool = np.setdiff1d(np.arange(len(self.classes)), test)
        pool = np.random.default_rng(seed).permutation(pool)
        counts = range(options.step, options.most + 1, options.step)
        if order == "random":
            return [pool[:count] for count in counts]
        vectors, found, labelled = self.order_vectors[pool], [], np.zeros(0, np.int64)
        for _ in counts:
            more = next_to_label(vectors, labelled, self.classes[pool[labelled]], options.step)
            labelled = np.concatenate([labelled, more])
            found.append(pool[labelled])
        return found

    def accuracy(self, labelled: Integers, test: list[int]) -> float:
        known = np.unique(self.classes[labelled])
        targets = torch.from_numpy(np.searchsorted(known, self.classes[labelled]))
        if len(known) == 1:
            return float((self.classes[test] == known[0]).mean())
        groups = [self.groups[at] for at in labelled]
        head = result_of(fit_head(self.vectors[labelled], targets, groups, outputs=len(known)))
        answers = known[logits(head.arrays, self.vectors[test]).argmax(1).numpy()]
        return float((answers == self.classes[test]).mean())


def reached(curve: Floats, wanted: float, step: int) -> float:
    """The number of labels from which it is there, between two steps by a line."""
    at = int(np.argmax(curve >= wanted))
    if curve[at] < wanted:
        return float("inf")
    if not at:
        return step
    return step * (at + (wanted - curve[at - 1]) / (curve[at] - curve[at - 1]))


if __name__ == "__main__":
    main()
