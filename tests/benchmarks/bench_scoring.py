"""Files per second that a model is asked about, by how many cores there are, and the ratios.

Run by hand: `python tests/benchmarks/bench_scoring.py [CORES...]`, where cores can be taken away (Linux); on
a machine that has other things to do its figures mean little. Clips of noise, 5 s at 32 kHz, scored by
the default network with random weights.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from audioclf_gui.audio.files import write_flac, write_wav
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.ml.bundle import load_bundle, save_bundle
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.inference import predict_files
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.models import build
from audioclf_gui.ml.objectives.single_label import SingleLabel

_FILES, _RATE_HZ, _SECONDS = 160, 32000, 5.0


def save_model(folder: Path) -> None:
    """The default network as it is before it has learnt anything."""
    torch.manual_seed(0)
    options: dict[str, object] = {"dropout": 0.2, "position": True}
    ends = LogMelPictures(_SECONDS, "zeros", mel_settings(_RATE_HZ))
    classes = tuple(map(str, range(10)))
    card = ModelCard(
        objective=SingleLabel(classes),
        architecture="residual_cnn",
        options=options,
        front_end=ends,
        mean=(-50.0,) * 64,
        deviation=(12.0,) * 64,
        temperature=1.0,
        thresholds=(0.5,) * 10,
        record={},
        class_ids=tuple(range(1, 11)),
        learnt=frozenset(),
    )
    save_bundle(folder, card, build("residual_cnn", 10, ends.shape, options).eval(), [])


def write_clips(folder: Path) -> dict[str, list[Path]]:
    """Noises in two containers."""
    rng = np.random.default_rng(0)
    found: dict[str, list[Path]] = {"wav": [], "flac": []}
    for at in range(_FILES):
        noise = (0.1 * rng.standard_normal(round(_SECONDS * _RATE_HZ))).astype(np.float32)
        for suffix, write in (("wav", write_wav), ("flac", write_flac)):
            found[suffix].append(folder / f"{at:03}.{suffix}")
            write(found[suffix][-1], noise, _RATE_HZ)
    return found


def main() -> None:
    """Print a line for each container and number of workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cores", nargs="*", type=int, default=[1, 2])
    arguments = parser.parse_args()
    there = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_model(folder / "model")
        bundle = load_bundle(folder / "model")
        for suffix, paths in write_clips(folder).items():
            list(predict_files(bundle, paths[:8]))
            first = 0.0
            for cores in arguments.cores:
                os.sched_setaffinity(0, there[:cores])
                began, spent = time.perf_counter(), time.process_time()
                answers = list(predict_files(bundle, paths))
                seconds, cpu = time.perf_counter() - began, time.process_time() - spent
                assert not any(isinstance(one, Quarantined) for one in answers)
                first = first or seconds
                speed, each = len(paths) / seconds, 1e3 * cpu / len(paths)
                print(f"{suffix:5} {cores:2} cores {speed:7.1f} files/s {first / seconds:5.2f} x", end="")
                print(f"   {each:.1f} CPU-ms a file", flush=True)


if __name__ == "__main__":
    main()
