"""What it costs a training that other tools are told of it: ratios of two trainings of one run.

Run with `python tests/benchmarks/bench_tracking.py [--epochs 300]`; it needs the extras mlflow, tensorboard
and wandb. Trainings of three demo sounds take turns: told to nobody, to each tool in a folder, and to a
server of MLflow that is not there. Counted is processor time of the process, which other programs disturb
less than the clock, on one core: more than it costs where a core is free. Loading a tool costs once, so the
second half of the epochs, which a long run has more of, is compared with the second half, and what the first
half costs more is told in seconds. A process that a tool starts for itself is not counted.
"""

import argparse
import os
import socket
import statistics
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

from audioclf_gui.audio.demo_sounds import RATE_HZ, demo_clips
from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main as audioclf
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.ml.events import EpochDone
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.remote.tracking.tools import track_to
from audioclf_gui.remote.tracking.tracked import tracked

CLASSES = ("bell", "cricket", "frog")
ROUNDS = 3


def made(folder: Path) -> Path:
    """A project of three sounds of the demonstration."""
    for clip in demo_clips():
        if clip.class_name in CLASSES:
            path = folder / "sounds" / clip.class_name / f"{clip.site}-{clip.number}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_wav(path, clip.samples, RATE_HZ)
    project = str(folder / "project")
    assert audioclf(["new", project]) == 0
    assert audioclf(["import", project, str(folder / "sounds"), "--name-parts", "{class}/{group}-{}"]) == 0
    return folder / "project"


def halves_s(project: Path, epochs: int, cache: Path, text: str) -> tuple[float, float]:
    """Processor seconds of both halves of the epochs of a training that is told to this place, or to none."""
    settings = settings_for("fast", epochs=epochs, threads=1, device="cpu", refit=False)
    with Project.open(project) as opened:
        run = opened.runs.next(settings.preset, settings.to_dict())
        request, view = Train(run, settings), opened.view()
        events = train(request, view, cache, threading.Event())
        told = tracked(events, request, view, [track_to(text)] if text else [])
        times_s = [time.process_time() for event in told if isinstance(event, EpochDone)]
    middle_s = times_s[len(times_s) // 2]
    return middle_s - times_s[0], times_s[-1] - middle_s


def nobody_there() -> str:
    """An address at which nobody answers."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def main() -> None:
    """Train by turns and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=60)
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = made(folder)
        places = {
            "nobody": "",
            "nobody again": "",
            "TensorBoard": f"tensorboard:{folder / 'board'}",
            "MLflow in a folder": f"mlflow:{folder / 'mlflow'}",
            "Weights & Biases": f"wandb:{folder / 'wandb'}",
            "an MLflow server that is away": f"mlflow:{nobody_there()}",
        }
        halves_s(project, 2, folder / "cache", "")
        taken: dict[str, list[tuple[float, float]]] = {what: [] for what in places}
        for _ in range(ROUNDS):
            for what, text in places.items():
                taken[what].append(halves_s(project, options.epochs, folder / "cache", text))
        usual = [statistics.median(half) for half in zip(*taken["nobody"], strict=True)]
        for what, times_s in taken.items():
            first_s, second_s = (statistics.median(half) for half in zip(*times_s, strict=True))
            ratio, once_s = second_s / usual[1], first_s - usual[0]
            print(f"{what}: {ratio:.3f} of the {usual[1]:.0f} s, and {once_s:+.1f} s once")


if __name__ == "__main__":
    main()
