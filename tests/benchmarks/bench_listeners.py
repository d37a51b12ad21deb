"""Accuracy and time of heads on frozen networks: on held-out folds, and with few labels of a class.

Run by hand: `python tests/benchmarks/bench_listeners.py TABLE --class category --group src_file --fold fold`.
The table names its files in the column filename, relative to the folder audio beside it. Without --fold,
groups are dealt to five folds; with `--fold` naming the group's own column, each group is one.

With `--combined BUNDLE`, a model of the preset combined that was trained without the clips whose fold is
`--held-out`, it prints instead what that model is worth on them for several shares of the listener.
"""

import argparse
import csv
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from audioclf_gui.audio.files import read_mono
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.heads import balanced, fit_head, inner_folds, logits
from audioclf_gui.ml.listeners import PretrainedListener, load
from audioclf_gui.ml.listeners.embedding import embed_sound
from audioclf_gui.ml.models.stack import Stack

DRAWS = 12
SHARES = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Heard:
    """The clips of a table after they were listened to."""

    vectors: Tensor
    classes: Tensor
    groups: tuple[str, ...]
    folds: tuple[str, ...]

    def rows(self, chosen: Sequence[int]) -> tuple[Tensor, Tensor, list[str]]:
        """What is learnt from some of them."""
        return self.vectors[list(chosen)], self.classes[list(chosen)], [self.groups[at] for at in chosen]


def listen(table: Path, names: argparse.Namespace, listeners: Sequence[PretrainedListener]) -> Heard:
    """Embed every clip with every listener, one beside the other."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = sorted({row[names.label] for row in rows})
    began, worked = time.perf_counter(), time.process_time()
    decoding = 0.0
    vectors = []
    for row in rows:
        parts = []
        for one in listeners:
            at = time.perf_counter()
            samples = read_mono(table.parent / "audio" / row["filename"], one.rate_hz)
            decoding += time.perf_counter() - at
            parts.append(torch.from_numpy(embed_sound(one, samples)))
        vectors.append(torch.cat(parts))
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    print(
        f"{len(rows)} clips in {took:.1f} s ({cpu:.1f} CPU-s, of it {decoding:.1f} s decoding):"
        f" {1000 * took / len(rows):.0f} ms a clip on {os.cpu_count()} cores"
    )
    classes = torch.tensor([known.index(row[names.label]) for row in rows])
    groups = tuple(row[names.group] for row in rows)
    if names.fold:
        folds = tuple(row[names.fold] for row in rows)
    else:
        numbers = np.unique(groups, return_inverse=True)[1]
        folds = tuple(map(str, inner_folds(classes.tolist(), numbers.tolist(), len(rows))))
    return Heard(torch.stack(vectors), classes, groups, folds)


def judge(
    heard: Heard, train: Sequence[int], test: Sequence[int], kinds: Sequence[str]
) -> tuple[float, float]:
    """Accuracy on some clips of a head fitted to others, and the seconds that it took."""
    count = int(heard.classes.max()) + 1
    vectors, classes, groups = heard.rows(train)
    began = time.perf_counter()
    head = result_of(
        fit_head(vectors, classes, groups, outputs=count, weights=balanced(classes, count), kinds=kinds)
    )
    took = time.perf_counter() - began
    wanted, truth, _ = heard.rows(test)
    return float((logits(head.arrays, wanted).argmax(dim=1) == truth).double().mean()), took


def by_folds(heard: Heard, kinds: Sequence[str]) -> None:
    """Each fold is judged by a head of the others."""
    figures = []
    for fold in sorted(set(heard.folds)):
        train = [at for at, name in enumerate(heard.folds) if name != fold]
        test = [at for at, name in enumerate(heard.folds) if name == fold]
        figures.append(judge(heard, train, test, kinds))
    accuracies, times = np.array(figures).T
    each = " ".join(f"{accuracy:.3f}" for accuracy in accuracies)
    print(
        f"{'+'.join(kinds)}: {accuracies.mean():.4f} ± {accuracies.std():.4f} ({each}),"
        f" head {times.mean():.2f} s, at most {times.max():.2f} s"
    )


def with_few(heard: Heard, per_class: int, kinds: Sequence[str]) -> None:
    """Some clips of each class from about three fifths of the groups, judged on the other groups."""
    rng = np.random.default_rng(0)
    names = sorted(set(heard.groups))
    found = []
    for _ in range(DRAWS):
        side = dict(zip(names, rng.permutation(len(names)) < 0.6 * len(names), strict=True))
        order = rng.permutation(len(heard.groups))
        train: list[int] = []
        for label in range(int(heard.classes.max()) + 1):
            of_class = [at for at in order if side[heard.groups[at]] and int(heard.classes[at]) == label]
            train += of_class[:per_class]
        test = [at for at, name in enumerate(heard.groups) if not side[name]]
        found.append(judge(heard, train, test, kinds)[0])
    figures = f"{np.mean(found):.4f} ± {np.std(found):.4f}"
    print(f"{'+'.join(kinds)}, {per_class} of each class, {DRAWS} draws: {figures}")


def by_share(table: Path, names: argparse.Namespace) -> None:
    """Accuracy and log loss on held-out clips of a listener and a network side by side, however mixed."""
    bundle = load_bundle(names.combined)
    ends, stack = bundle.card.front_end, bundle.model
    assert isinstance(stack, Stack)
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[names.fold] == names.held_out]
    truth = torch.tensor([bundle.card.classes.index(row[names.label]) for row in rows])
    heard = [ends.windows(read_mono(table.parent / "audio" / row["filename"], ends.rate_hz)) for row in rows]
    for share in SHARES:
        stack.share = share
        with torch.inference_mode():
            scores = torch.stack([stack(one).softmax(dim=1).mean(dim=0) for one in heard])
        accuracy = float((scores.argmax(dim=1) == truth).double().mean())
        loss = float(torch.nn.functional.nll_loss(scores.log(), truth))
        print(f"listener's share {share:.1f}: accuracy {accuracy:.4f}, log loss {loss:.3f}")


def main() -> None:
    """Print a line for each kind of head and each amount of labels, or for each share of a mix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--class", dest="label", default="category")
    parser.add_argument("--group", default="src_file")
    parser.add_argument("--fold", default="")
    parser.add_argument("--listeners", nargs="+", default=["birdnet"])
    parser.add_argument("--kinds", nargs="+", default=["linear"])
    parser.add_argument("--few", nargs="*", type=int, default=[1, 2, 5, 10])
    parser.add_argument("--combined", type=Path)
    parser.add_argument("--held-out", default="1")
    arguments = parser.parse_args()
    if arguments.combined:
        by_share(arguments.table, arguments)
        return
    heard = listen(arguments.table, arguments, [load(key) for key in arguments.listeners])
    for kinds in arguments.kinds:
        by_folds(heard, kinds.split(","))
    for per_class in arguments.few:
        for kinds in [*arguments.kinds, "prototypes"]:
            with_few(heard, per_class, kinds.split(","))


if __name__ == "__main__":
    main()
