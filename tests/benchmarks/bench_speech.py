"""Accuracy and processor time of presets on voices: spoken digits by unseen speakers, and gender by speaker.

Run by hand: `python tests/benchmarks/bench_speech.py digits|gender FOLDER [PRESET...]`. FOLDER is Free
Spoken Digits with `digits.csv`, or LibriSpeech clips with `speech.csv`. Each of two speakers is held out once
for the digits; gender has its own three sets. One thread; the ratio is to the first preset's time.
"""

import argparse
import csv
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import probe
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import CacheProgress, TrainingDone
from audioclf_gui.ml.runs import prepare, run_training
from audioclf_gui.ml.settings import settings_for

_EVERY = 5  # of the digits one in so many is taken: 600 of 3 000
_HELD_OUT = ("theo", "lucas")


def load(kind: str, folder: Path) -> TrainingData:
    """The clips of the table in `folder`, grouped by speaker."""
    name, label, group = (
        ("digits.csv", "digit", "speaker") if kind == "digits" else ("speech.csv", "gender", "speaker_id")
    )
    with (folder / name).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))[:: _EVERY if kind == "digits" else 1]
    classes = sorted({row[label] for row in rows})
    examples = []
    for number, row in enumerate(rows, start=1):
        path = folder / "audio" / row["filename"]
        facts = probe(path)
        fold = "" if kind == "digits" else row["split"]
        target = classes.index(row[label])
        examples.append(
            Example(
                ClipId(number),
                path,
                content_hash(path),
                target,
                row[group],
                fold,
                0.0,
                facts.duration_s,
                facts.rate_hz,
            )
        )
    ids = tuple(ClassId(number) for number in range(1, len(classes) + 1))
    return TrainingData(tuple(classes), ids, tuple(examples), "group")


def measured(data: TrainingData, preset: str, test: str, folder: Path) -> tuple[float, float]:
    """Accuracy on what is held out, and processor seconds of all training without decoding."""
    settings = settings_for(preset, test=test, threads=1, device="cpu")
    (plan,) = prepare(data, settings)
    began, accuracy = 0.0, 0.0
    for event in run_training(plan, folder / f"{preset}-{test.replace(':', '-')}", folder / "cache"):
        began = began or time.process_time()
        if isinstance(event, CacheProgress):
            began = time.process_time()
        if isinstance(event, TrainingDone):
            accuracy = float(str(event.report["accuracy"]))
    return accuracy, time.process_time() - began


def runs(data: TrainingData, kind: str, preset: str, folder: Path) -> Iterator[tuple[float, float]]:
    """What is held out, one after the other."""
    for test in [f"group:{name}" for name in _HELD_OUT] if kind == "digits" else ["fold:test"]:
        yield measured(data, preset, test, folder)


def main() -> None:
    """Print a line per preset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("digits", "gender"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("presets", nargs="*", default=["default", "speech", "forest"])
    arguments = parser.parse_args()
    data = load(arguments.kind, arguments.folder)
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for preset in arguments.presets:
            found = np.array(list(runs(data, arguments.kind, preset, Path(folder))))
            accuracy, seconds = found.mean(axis=0)
            first = first or seconds
            print(
                f"{preset:10} accuracy {accuracy:.3f}, {seconds:6.1f} CPU-s, {seconds / first:.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
