"""An archive on a cluster: how much two workers are faster than one, what memory they take, and what is lost.

Run by hand: `python tests/benchmarks/bench_cluster.py [--files 20000] [--seconds 1] [--skip-kill]`.
The sounds are made: noise and a tone at 16 kHz, in 16 bits. The network has the default size and weights by
chance, which cost what learnt ones cost. Each run is a process of its own with a cluster of its own. Rates
count from when the last worker is ready; memory is the largest that a worker process ever held, shared pages
included. Then a cluster of two computers, as far as Ray can tell, loses one of them in the middle, and each
file has to be in the table once. What is measured is told as JSON too, for `scale_model.py`.
"""

import argparse
import json
import multiprocessing
import os
import queue
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.generators import result_of
from audioclf_gui.remote.cluster.events import FilesDone, WorkerReady
from audioclf_gui.remote.cluster.predict import PredictArchive, predict_archive
from audioclf_gui.remote.cluster.whole_archive import WholeArchive

_RATE_HZ = 16_000
_MOST_MEMORY_GB = 1.5
_LEAST_GAIN = 1.7


def make_archive(folder: Path, files: int, seconds: float) -> None:
    """So many different sounds, a thousand in each folder."""
    rng = np.random.default_rng(1)
    time_s = np.arange(round(seconds * _RATE_HZ)) / _RATE_HZ
    noise = rng.normal(0.0, 0.02, len(time_s) + _RATE_HZ)
    for number in range(files):
        start = int(rng.integers(_RATE_HZ))
        tone = 0.3 * np.sin(2 * np.pi * rng.uniform(200.0, 4000.0) * time_s)
        samples = (tone + noise[start : start + len(time_s)]).astype(np.float32)
        write_wav(folder / f"{number // 1000:03}" / f"{number:07}.wav", samples, _RATE_HZ)


def make_model(folder: Path) -> None:
    """A model of the default size whose weights are by chance."""
    import torch

    from audioclf_gui.ml.bundle import save_bundle
    from audioclf_gui.ml.features import mel_settings
    from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.models import build
    from audioclf_gui.ml.objectives.single_label import SingleLabel

    classes = tuple(f"class {number}" for number in range(10))
    front_end = LogMelPictures(1.0, "repeat", mel_settings(_RATE_HZ))
    bands = front_end.shape[0]
    torch.manual_seed(1)
    model = build("residual_cnn", len(classes), front_end.shape, {})
    card = ModelCard(
        objective=SingleLabel(classes),
        architecture="residual_cnn",
        options={},
        front_end=front_end,
        mean=(-50.0,) * bands,
        deviation=(12.0,) * bands,
        temperature=1.0,
        thresholds=(0.5,) * len(classes),
        record={},
    )
    save_bundle(folder, card, model, [])


def worker_memory_bytes() -> int:
    """The largest that any worker on this computer has ever held."""
    import psutil  # comes with Ray

    most = 0
    for process in psutil.process_iter(["name"]):
        if (process.info["name"] or "").startswith("ray::ArchiveWork"):
            status = Path(f"/proc/{process.pid}/status").read_text("ascii", "replace")
            most = max(
                most,
                *(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")),
            )
    return most


def timed_run(folder: Path, workers: int, told: "multiprocessing.Queue[dict[str, float]]") -> None:
    """Predict the archive with so many workers, and tell what it took."""
    archive = WholeArchive((str(folder / "archive"),), folder / f"out-{workers}", workers=workers)
    request = PredictArchive(folder / "model", archive)
    begun_s = time.monotonic()
    ready = done_when_ready = memory = 0
    ready_s = heard_s = looked_s = 0.0

    def show(event: object) -> None:
        nonlocal ready, ready_s, memory, looked_s, done_when_ready, heard_s
        if isinstance(event, WorkerReady):
            ready, ready_s = ready + 1, time.monotonic()
        if isinstance(event, FilesDone) and ready:
            if ready < workers:
                done_when_ready = event.done
            is_last = event.done == event.total
            if time.monotonic() - looked_s > 1.0 or is_last:
                looked_s = time.monotonic()
                memory = max(memory, worker_memory_bytes())
            if is_last and not heard_s:
                heard_s = time.monotonic()

    done = result_of(predict_archive(request), show)
    ended_s = time.monotonic()
    told.put(
        {
            "workers": workers,
            "files": done.files,
            "start_s": ready_s - begun_s,
            "files_per_s": (done.files - done_when_ready) / (heard_s - ready_s),
            "merge_s": ended_s - heard_s,
            "total_s": ended_s - begun_s,
            "memory_gb": memory / 2**30,
        }
    )


def run_with_a_death(folder: Path, told: "multiprocessing.Queue[dict[str, float]]") -> None:
    """Two computers, one of which is killed when a quarter is done; how often each file is in the table."""
    from pyarrow import parquet

    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "disabled"}
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second = cluster.add_node(num_cpus=1)
    archive = WholeArchive((str(folder / "archive"),), folder / "out-death", cluster.address, workers=2)
    request = PredictArchive(folder / "model", archive)
    ready, alive, lost_s = 0, True, 0.0
    with closing(predict_archive(request)) as events:
        try:
            while True:
                event = next(events)
                ready += isinstance(event, WorkerReady)
                if isinstance(event, FilesDone) and ready >= 2 and alive and event.done * 4 >= event.total:
                    alive, lost_s = False, time.monotonic()
                    cluster.remove_node(second, allow_graceful=False)
        except StopIteration as end:
            done = end.value
    paths = Counter(parquet.read_table(done.table, columns=["path"])["path"].to_pylist())
    rows = set(paths.values())
    told.put(
        {
            "files": len(paths),
            "rows_of_a_file_least": min(rows),
            "rows_of_a_file_most": max(rows),
            "workers_lost": done.workers_lost,
            "after_death_s": time.monotonic() - lost_s,
        }
    )
    cluster.shutdown()


def alone(work, *arguments: object) -> dict[str, float]:
    """What a process of its own tells, since Ray keeps what it once was told."""
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    process = context.Process(target=work, args=(*arguments, told))
    process.start()
    while True:
        try:
            return told.get(timeout=5.0)
        except queue.Empty:
            if not process.is_alive():
                raise SystemExit("a run failed, see above") from None


def main() -> None:
    """Make the archive, measure, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--skip-kill", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_archive(folder / "archive", options.files, options.seconds)
        make_model(folder / "model")
        runs = [alone(timed_run, folder, workers) for workers in (1, 2)]
        for run in runs:
            print(json.dumps({key: round(value, 3) for key, value in run.items()}))
        gain = runs[1]["files_per_s"] / runs[0]["files_per_s"]
        memory = max(run["memory_gb"] for run in runs)
        print(f"two workers do {gain:.2f} x what one does (wanted: {_LEAST_GAIN})")
        print(f"a worker takes {memory:.2f} GB at most (wanted: below {_MOST_MEMORY_GB})")
        if not options.skip_kill:
            death = alone(run_with_a_death, folder)
            print(json.dumps(death))
            once = death["rows_of_a_file_least"] == death["rows_of_a_file_most"]
            print(f"{options.files - death['files']} files lost, {'none' if once else 'some'} doubled")


if __name__ == "__main__":
    main()
