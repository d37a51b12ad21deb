"""Large sets through shards: how fast they are read, how an epoch grows, and what memory 100 000 clips take.

Run by hand: `python tests/benchmarks/bench_shards.py [--clips 100000] [--kind tar tfrecord] [--no-training]`.
The sounds are made: one second of a tone in noise at 16 kHz, in 16 bits. Rates are ratios of reading the
examples of the shards to reading the same files in blocks of 1 MiB; both begin with an empty page cache
where the system lets go of it, and are alternated. Features are computed from the shards, not from
recordings, as `audioclf train` does with the shards of a project; then the default network learns for
one epoch on half of them and on all of them. Each step that is measured for memory is a process of its own.
"""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import struct
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.content import content_hash_of
from audioclf_gui.formats.shards import (
    ShardExample,
    ShardKind,
    ShardWriter,
    examples_of,
    facts_of,
    shard_files,
)
from audioclf_gui.formats.shards.writing import write_manifest

_RATE_HZ = 16_000
_CLASSES = ("low", "middle", "high", "highest")
_SHARD_BYTES = 256 * 10**6
_REPEATS = 5


def wav(samples: np.ndarray) -> bytes:
    """16-bit samples as a WAV file."""
    data = samples.astype("<i2").tobytes()
    form = struct.pack("<HHIIHH", 1, 1, _RATE_HZ, 2 * _RATE_HZ, 2, 16)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def sounds(count: int):
    """Number, class and bytes of each sound; no two the same."""
    rng = np.random.default_rng(1)
    time_s = np.arange(_RATE_HZ) / _RATE_HZ
    tones = [np.sin(2 * np.pi * 200.0 * 2.5**place * time_s) for place in range(len(_CLASSES))]
    noise = rng.normal(0.0, 600.0, 4 * _RATE_HZ)
    for number in range(count):
        place = number % len(_CLASSES)
        start = int(rng.integers(3 * _RATE_HZ))
        samples = rng.uniform(2000.0, 8000.0) * tones[place] + noise[start : start + _RATE_HZ]
        yield number, place, wav(samples)


def make(folder: Path, kind: ShardKind, count: int) -> float:
    """Write shards of so many sounds; the seconds that it takes, those of making the sounds included."""
    folder.mkdir(parents=True)
    began = time.monotonic()
    writer = ShardWriter(folder, kind, "all", "", _SHARD_BYTES)
    for number, place, sound in sounds(count):
        candidate = Candidate(Path(f"{number:06d}.wav"), _CLASSES[place], group=f"speaker {number % 500}")
        example = ShardExample(f"{number:06d}", "wav", sound, facts_of(candidate, content_hash_of(sound)))
        writer.add(example, {"class": [_CLASSES[place]]}, _RATE_HZ)
    writer.close()
    write_manifest(folder, kind, _CLASSES, writer.written)
    return time.monotonic() - began


def dropped(files: Sequence[Path]) -> None:
    """Ask the system to forget what it holds of the files in memory."""
    for file in files:
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def plain(files: Sequence[Path]) -> int:
    """Read the same bytes and nothing else."""
    size = 0
    for file in files:
        with file.open("rb", buffering=0) as opened:
            while block := opened.read(2**20):
                size += len(block)
    return size


def as_examples(files: Sequence[Path]) -> int:
    """Read all examples."""
    return sum(len(one.sound) + len(one.facts) for one in examples_of(files))


def rates_mb_s(
    read: Callable[[Sequence[Path]], int], files: Sequence[Path], *, cold: bool
) -> tuple[float, float]:
    """Megabytes of the files in a second, and in a second of the processor's work for it."""
    if cold:
        dropped(files)
    began, worked = time.monotonic(), time.process_time()
    read(files)
    took_s = (time.monotonic() - began, time.process_time() - worked)
    size_mb = sum(file.stat().st_size for file in files) / 1e6
    return size_mb / took_s[0], size_mb / took_s[1]


def reading(folder: Path) -> None:
    """Print the ratio of the rates, with the page cache emptied before and not."""
    files = shard_files(folder)[:2]
    for cold in (True, False):
        pairs = [
            (*rates_mb_s(plain, files, cold=cold), *rates_mb_s(as_examples, files, cold=cold))
            for _ in range(_REPEATS)
        ]
        bare, _, shards, worked = (statistics.median(one) for one in zip(*pairs, strict=True))
        print(
            f"  from {'disk' if cold else 'memory'}: plain {bare:.0f} MB/s, examples {shards:.0f} MB/s"
            f" (ratio {shards / bare:.2f}), {worked:.0f} MB per CPU-second",
            flush=True,
        )


def learn(folder: Path, count: int, cache: Path, answer) -> None:
    """Features of the first sounds of the shards, and one epoch; seconds and memory as JSON."""
    from audioclf_gui.ml.dataset import Example, TrainingData
    from audioclf_gui.ml.events import BatchDone, EpochDone
    from audioclf_gui.ml.runs import prepare, run_training
    from audioclf_gui.ml.settings import settings_for
    from audioclf_gui.ml.shard_features import cache_from_shards

    examples = []
    for number, one in enumerate(examples_of(shard_files(folder))):
        if number == count:
            break
        facts = json.loads(one.facts)
        place, path = _CLASSES.index(facts["classes"][0]), Path("gone", facts["name"])
        examples.append(
            Example(number, path, facts["content"], place, facts["group"], "", 0.0, 1.0, _RATE_HZ)
        )
    data = TrainingData(_CLASSES, tuple(range(len(_CLASSES))), tuple(examples), grouped_by="group")
    settings = settings_for("default", epochs=1, refit=False, device="cpu", threads=1)
    (plan,) = prepare(data, settings)
    began = time.monotonic()
    for _event in cache_from_shards(data.examples, plan.front_end, cache, folder, threading.Event()):
        pass
    cached = time.monotonic()
    first = last = None
    for event in run_training(plan, cache / f"model{count}", cache):
        if isinstance(event, BatchDone):
            first, last = first or time.monotonic(), time.monotonic()
        elif isinstance(event, EpochDone):
            last = time.monotonic()
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.put((cached - began, (last or 0) - (first or 0), time.monotonic() - cached, peak_mb))


def training(folder: Path, count: int) -> None:
    """Print what an epoch on half and on all of the sounds takes."""
    context = multiprocessing.get_context("spawn")
    epochs = []
    for n in (count // 2, count):
        with tempfile.TemporaryDirectory() as cache:
            answer = context.SimpleQueue()
            process = context.Process(target=learn, args=(folder, n, Path(cache), answer))
            process.start()
            process.join()
            if process.exitcode:
                raise RuntimeError(f"training on {n} ended with {process.exitcode}")
            features_s, epoch_s, whole_s, peak_mb = answer.get()
        epochs.append(epoch_s)
        print(
            f"  {n} clips: features {features_s:.0f} s ({1e3 * features_s / n:.2f} ms each), epoch"
            f" {epoch_s:.1f} s, training in all {whole_s:.0f} s, peak {peak_mb:.0f} MB",
            flush=True,
        )
    print(f"  epoch at 2N / epoch at N: {epochs[1] / epochs[0]:.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=100_000)
    parser.add_argument("--kind", nargs="+", type=ShardKind, default=list(ShardKind))
    parser.add_argument("--no-training", action="store_true")
    options = parser.parse_args()
    for kind in options.kind:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "shards")
            seconds = make(folder, kind, options.clips)
            size = sum(file.stat().st_size for file in shard_files(folder))
            print(
                f"{kind}: {options.clips} clips, {size / 1e6:.0f} MB, written in {seconds:.0f} s", flush=True
            )
            reading(folder)
            if not options.no_training and kind is ShardKind.TAR:
                training(folder, options.clips)


if __name__ == "__main__":
    main()
