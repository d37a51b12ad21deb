"""Accuracy of the reference systems on held-out folds of ESC-10, beside what prototypes of them measured.

Run by hand: `python tests/benchmarks/bench_references.py FOLDER [--folds 5] [--as-given] [SYSTEM...]`.
FOLDER is as `bench_training.py` takes it. Each system trains with one thread and its reference recipe; a
system whose prototype went for another number of epochs goes for as many here.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench_training import load

from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.events import CacheProgress, TrainingDone
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Prototype:
    """What was measured of a system before it was built."""

    accuracy: float
    folds: int
    changes: Mapping[str, object] = field(default_factory=dict)  # with which settings


_REQUIRED = {
    "r0b": Prototype(0.413, 1, {"epochs": 30}),
    "r1": Prototype(0.655, 5),
    "r2": Prototype(0.638, 1, {"epochs": 30}),
    "r3": Prototype(0.750, 5),
}
_AS_GIVEN = {"r1": Prototype(0.388, 5), "r3": Prototype(0.750, 5), "r4": Prototype(0.558, 5, {"epochs": 50})}


def measure(data: TrainingData, name: str, fold: str, folder: Path, **changes: object) -> tuple[float, float]:
    """Accuracy on the fold held out, and processor seconds of training without decoding."""
    settings = settings_for(
        name, validate=f"fold:{fold}", threads=1, device="cpu", refit=False, **{"test": "", **changes}
    )
    (plan,) = prepare(data, settings)
    began = accuracy = 0.0
    for event in run_training(plan, folder / f"{name}-{fold}", folder / "cache"):
        began = began or time.process_time()
        match event:
            case CacheProgress():
                began = time.process_time()
            case TrainingDone():
                accuracy = float(str(event.report["accuracy"]))
    return accuracy, time.process_time() - began


def line(name: str, found: Sequence[tuple[float, float]], prototype: Prototype | None) -> str:
    """The mean over the folds, and whether it lands where the prototype did."""
    accuracies, seconds = zip(*found, strict=True)
    mean = statistics.mean(accuracies)
    spread = f" ± {statistics.stdev(accuracies):.3f}" if len(found) > 1 else ""
    text = (
        f"{name:4} {len(found)} fold(s): accuracy {mean:.3f}{spread}, {statistics.mean(seconds):6.1f} CPU-s"
    )
    if prototype is None:
        return f"{text}; no prototype"
    verdict = "within" if abs(mean - prototype.accuracy) <= _TOLERANCE else "NOT within"
    return f"{text}; prototype {prototype.accuracy:.3f} ({prototype.folds} fold(s)): {verdict} 5 points"


def main() -> None:
    """Print a line per system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", default="5", help="which to hold out, for example 1,2,3,4,5")
    parser.add_argument("--as-given", action="store_true", help="with their authors' mistakes")
    parser.add_argument("systems", nargs="*", default=["r1", "r3", "r4", "r2", "r0b"])
    arguments = parser.parse_intermixed_args()
    data = load(arguments.folder)
    known = _AS_GIVEN if arguments.as_given else _REQUIRED
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.systems:
            prototype = known.get(name)
            changes = {**(prototype.changes if prototype else {}), "as_given": arguments.as_given}
            folds = arguments.folds.split(",")
            found = [measure(data, name, fold, Path(folder), **changes) for fold in folds]
            print(line(name, found, prototype), flush=True)


if __name__ == "__main__":
    main()
