"""Accuracy and processor time of the presets on one fold of a real data set, and their ratios.

Run by hand: `python tests/benchmarks/bench_training.py FOLDER [FOLD] [PRESET...]`. FOLDER holds a table
with the columns filename, fold, category and src_file beside a folder `audio`, as ESC-10 comes. Each
preset trains with one thread and its own number of epochs.
"""

import argparse
import csv
import tempfile
import time
from pathlib import Path

from audioclf_gui.audio.files import probe
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import CacheProgress, TrainingDone
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for


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
    settings = settings_for(preset, validate=f"fold:{fold}", threads=1, device="cpu", refit=False)
    (plan,) = prepare(data, settings)
    began = 0.0
    accuracy = 0.0
    for event in run_training(plan, folder / f"{preset}-{fold}", folder / "cache"):
        began = began or time.process_time()
        if isinstance(event, CacheProgress):
            began = time.process_time()
        if isinstance(event, TrainingDone):
            accuracy = float(str(event.report["accuracy"]))
    return accuracy, time.process_time() - began


def main() -> None:
    """Print a line per preset and the ratio of each to the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("fold", nargs="?", default="5")
    parser.add_argument("presets", nargs="*", default=["default", "r4"])
    arguments = parser.parse_args()
    data = load(arguments.folder)
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
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
