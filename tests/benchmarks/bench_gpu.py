"""What a GPU makes of the default network: times of epochs and steps, and their ratios.

Run by hand where there is a GPU: `python tests/benchmarks/bench_gpu.py [PART...]`. Clips are made up, 5 s at
32 kHz each. Parts: epochs, steps, compile, batches, judging, accuracy.
"""

import argparse
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor

from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import CPU, choose_device, repeatable
from audioclf_gui.ml.feature_cache import Features
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.models import build
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.pipeline.epoch import train_epoch, validate
from audioclf_gui.ml.pipeline.fit import Fitted, fit
from audioclf_gui.ml.pipeline.learner import Learner
from audioclf_gui.ml.pipeline.policy import Workload, stopping_policy
from audioclf_gui.ml.pipeline.task import Task
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import Split

_CLASSES, _SHAPE, _SOUNDS = 20, (64, 251), 640
_STOP = threading.Event()


def made_task(folder: Path, count: int, sounds: int = _SOUNDS, **changes: object) -> Task:
    """So many clips, a quarter as many more for validation; each is its class's pattern, moved, in noise.

    Only so many `sounds` are different.
    """
    draw = torch.Generator().manual_seed(0)

    def drawn(number: int) -> Tensor:
        coarse = torch.randn(number, 1, 8, 12, generator=draw)
        return torch.nn.functional.interpolate(coarse, _SHAPE, mode="bilinear").squeeze(1)

    patterns = drawn(_CLASSES)
    labels = [at % _CLASSES for at in range(count + count // 4)]
    for at, label in enumerate(labels[:sounds]):
        path = folder / f"{at}.safetensors"
        if not path.exists():
            pattern = patterns[label].roll(int(torch.randint(251, (), generator=draw)), dims=1)
            picture = 4.0 * pattern + 12.0 * drawn(1)[0] + 3.0 * torch.randn(_SHAPE, generator=draw) - 50.0
            save_file({"windows": picture.unsqueeze(0).half()}, path)
    files = {at: folder / f"{at % sounds}.safetensors" for at in range(len(labels))}
    ends = LogMelPictures(5.0, "zeros", mel_settings(32000))
    features = Features(files, dict.fromkeys(files, np.zeros(1, np.float32)), ends)
    goal = SingleLabel(tuple(map(str, range(_CLASSES))))
    train, valid = tuple(range(count)), tuple(range(count, len(labels)))
    return Task(
        features,
        goal,
        goal.encoded(labels),
        np.array(labels, np.int64),
        Split(train, valid, (), Text("made up"), "best"),
        settings_for("default", threads=1, **changes),
        ends,
        *features.statistics(train[:_SOUNDS]),
    )


def network() -> torch.nn.Module:
    """The default one."""
    torch.manual_seed(0)
    return build("residual_cnn", _CLASSES, _SHAPE, {"dropout": 0.2, "position": True})


def returned(events: Generator[Any, None, Any]) -> Any:
    """What it returns at its end."""
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


def steps_s(learner: Learner, task: Task, steps: int, *, reads: bool = False) -> float:
    """Seconds for so many steps; with `reads` the loss of each is read, as careless loops do."""
    size, rng = task.settings.batch_size, torch.Generator().manual_seed(0)
    began = time.perf_counter()
    for number in range(steps):
        chosen = np.arange(size) + (number * size) % (len(task.split.train) - size + 1)
        loss = learner.step(chosen, 1e-3, rng).loss
        if reads:
            float(loss)
    if learner.device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - began


def epoch_s(learner: Learner, task: Task, epochs: int) -> float:
    """Seconds for an epoch as the program does it, judged or not, the first one left out."""
    policy = stopping_policy(task.settings, Workload(len(task.split.train), _SHAPE[1]), None)
    times = []
    for epoch in range(1, epochs + 2):
        began = time.perf_counter()
        returned(train_epoch(learner, learner.task, epoch, 0, policy, stop=_STOP, notes=[]))
        times.append(time.perf_counter() - began)
    return float(np.median(times[1:]))


def told(name: str, seconds: float, first: float) -> None:
    """A line with the ratio to the first."""
    print(f"{name:58} {1e3 * seconds:10.2f} ms   {first / seconds:7.2f} x", flush=True)


def epochs(folder: Path, gpu: torch.device) -> None:
    """Epochs of 320 and of 20 000 clips: step by step, recorded, sent, on one thread."""
    for count in (320, 20_000):
        print(f"\nAn epoch of {count} clips, batches of 32")
        plain = made_task(folder, count)
        plain.features._is_sent = True
        learner = Learner(network(), plain, gpu)
        learner._on_gpu.forget()
        steps_s(learner, plain, 15, reads=True)
        careless = steps_s(learner, plain, 100, reads=True) / 100 * (count / 32)
        told("sent, step by step, each loss read (100 steps)", careless, careless)
        for is_sent in (True, False):
            task = made_task(folder, count)
            task.features._is_sent = is_sent
            learner = Learner(network(), task, gpu)
            name = f"{'sent' if is_sent else 'resident'}, recorded"
            told(name, epoch_s(learner, task, 8 if count == 320 else 2), careless)
            print(f"   waits for the GPU in an epoch: {waits(learner, task)}")
        if count == 320:
            torch.set_num_threads(1)
            learner = Learner(network(), made_task(folder, count), CPU)
            told("one thread of the processor", epoch_s(learner, task, 1), careless)


def steps(folder: Path, gpu: torch.device) -> None:
    """What a recorded step consists of."""
    print("\nA recorded step; the ratio is to one of 32 clips in float32")
    first = 0.0
    for size in (32, 256):
        for precision in ("float32", "bfloat16"):
            task = made_task(folder, 1024, batch_size=size, precision=precision)
            learner = Learner(network(), task, gpu)
            steps_s(learner, task, 5)
            activities = [torch.profiler.ProfilerActivity.CUDA]
            with torch.profiler.profile(activities=activities) as profile:
                steps_s(learner, task, 1)
            kernels = [one for one in profile.events() if one.device_type.name == "CUDA"]
            steps_s(learner, task, 15)
            seconds = steps_s(learner, task, 200) / 200
            first = first or seconds
            told(f"{size} clips in {precision}", seconds, first)
            busy_ms = sum(one.time_range.elapsed_us() for one in kernels) / 1e3
            (recording,) = learner._on_gpu._recordings.values()
            torch.cuda.synchronize()
            began = time.perf_counter()
            for _ in range(200):
                recording.graph.replay()
            torch.cuda.synchronize()
            replay_ms = 1e3 * (time.perf_counter() - began) / 200
            print(
                f"   {len(kernels)} kernels, {busy_ms:.2f} ms of them; the recording alone {replay_ms:.2f} ms"
            )


def waits(learner: Learner, task: Task) -> int:
    """How often an epoch waits for the GPU."""
    policy = stopping_policy(task.settings, Workload(len(task.split.train), _SHAPE[1]), None)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.cuda.set_sync_debug_mode("warn")
        returned(train_epoch(learner, learner.task, 9, 0, policy, stop=_STOP, notes=[]))
        torch.cuda.set_sync_debug_mode("default")
    return sum("synchroniz" in str(one.message) for one in caught)


def compiled(folder: Path, gpu: torch.device) -> None:
    """A whole run of 1200 steps, what is done once included: step by step, recorded, compiled."""
    print("\n1200 steps of 32 clips, what is done once included")
    task = made_task(folder, 320)
    steps_s(Learner(network(), task, gpu), task, 3)

    def prepared(learner: Learner, how: str) -> Learner:
        if how != "recorded":
            learner._on_gpu.forget()
        if how.startswith("compiled"):
            learner._model.compile(mode="reduce-overhead" if "graphs" in how else "default")
        return learner

    first = 0.0
    for how in ("step by step", "recorded", "compiled", "compiled, with graphs"):
        try:
            began = time.perf_counter()
            learner = prepared(Learner(network(), task, gpu), how)
            once = steps_s(learner, task, 12)
            steps_s(learner, task, 1188)
            seconds = time.perf_counter() - began
        except Exception as error:  # noqa: BLE001 - a compiler may be missing
            print(f"{how}: {type(error).__name__}: {str(error)[:200]}")
            continue
        first = first or seconds
        told(f"{how} (first 12 steps {once:.2f} s)", seconds, first)


def batches(folder: Path, gpu: torch.device) -> None:
    """Clips per second by the size of the batch."""
    print("\nA recorded step by its number of clips; the ratio is of clips per second")
    first = 0.0
    for size in (16, 32, 64, 128, 256, 512, 1024):
        task = made_task(folder, 4096, batch_size=size)
        learner = Learner(network(), task, gpu)
        steps_s(learner, task, 20)
        seconds = steps_s(learner, task, 50) / 50
        first = first or size / seconds
        peak = torch.cuda.max_memory_allocated() / 2**20
        speed = size / seconds
        print(f"{size:6} clips {1e3 * seconds:8.2f} ms {speed:10.0f} clips/s {speed / first:6.2f} x", end="")
        print(f"   peak {peak:.0f} MiB", flush=True)


def judging(folder: Path, gpu: torch.device) -> None:
    """What is done between epochs."""
    print("\nBetween epochs of 320 clips")
    task = made_task(folder, 320)
    learner = Learner(network(), task, gpu)
    steps_s(learner, task, 20)

    def timed(do: Callable[[], object]) -> float:
        do()
        began = time.perf_counter()
        for _ in range(10):
            do()
        return (time.perf_counter() - began) / 10

    told("snapshot of everything", timed(learner.snapshot), 1e-3)
    told("judging 80 clips", timed(lambda: returned(validate(learner, learner.task, 1, _STOP))), 1e-3)


def accuracy(folder: Path, gpu: torch.device) -> None:
    """Whole fits: 320 clips, and 12 800 in batches of 32 and of 256, as many steps each."""
    print("\nWhole fits")
    for count, size in ((320, 32), (12_800, 32), (12_800, 256)):
        task = made_task(folder, count, count * 5 // 4, batch_size=size, patience=None)
        began = time.perf_counter()
        with repeatable(gpu):
            fitted: Fitted = returned(fit(network(), task, gpu, keep=lambda *_: None, stop=_STOP))
        seconds = time.perf_counter() - began
        learner = Learner(fitted.model, task, gpu)
        judged = returned(validate(learner, learner.task, 1, _STOP)).quality
        print(
            f"{count:6} clips by {size:3}: {fitted.epochs:3} epochs, {fitted.steps} steps, {seconds:6.1f} s,"
            f" accuracy {judged.figure:.4f}, loss {judged.loss:.4f}",
            flush=True,
        )


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


_PARTS: dict[str, Callable[[Path, torch.device], None]] = {
    "epochs": epochs,
    "steps": steps,
    "compile": compiled,
    "batches": batches,
    "judging": judging,
    "accuracy": accuracy,
}


def main() -> None:
    """Print a table per part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=list(_PARTS))
    arguments = parser.parse_args()
    gpu = choose_device("cuda")
    print(torch.cuda.get_device_name(), torch.__version__)
    with _folder() as folder:
        for part in arguments.parts:
            _PARTS[part](folder, gpu)


if __name__ == "__main__":
    main()
