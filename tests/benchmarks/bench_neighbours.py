"""How long the nearest of many windows take, and what an index of them costs.

Run by hand: `python tests/benchmarks/bench_neighbours.py --windows 100000`. It makes clips of noise with so
many windows in a folder for a while, hears them through a random layer, and prints the seconds that the
index takes when it is made, when it is opened again, when a clip has come and when one has gone, its bytes
for each window, and the median milliseconds of a question on one thread.
"""

import argparse
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.embedding_index import EmbeddingIndex, nearest
from audioclf_gui.ml.embedding_index import embedded as embedded_sounds
from audioclf_gui.ml.front_ends import FrontEnd

QUESTIONS = 31
WIDTH = 2048
WINDOWS_OF_SOUND = 39
RATE_HZ = 4000
FRAMES = 200  # of a window, two of which begin within it


class Layer(nn.Module):
    """Random weights, the same each time."""

    def __init__(self) -> None:
        super().__init__()
        rng = torch.Generator().manual_seed(0)
        self.weights = nn.Parameter(torch.randn(FRAMES, WIDTH, generator=rng), requires_grad=False)

    def forward(self, samples: Tensor) -> Tensor:
        return (samples @ self.weights).relu()


@dataclass(frozen=True)
class MadeUp(FrontEnd):
    """As many numbers of a window as a listener makes."""

    kind = "made up"
    rate_hz = RATE_HZ
    shape = (WIDTH,)
    standardises = False

    def to_json(self) -> dict[str, object]:
        return {}

    @classmethod
    def from_json(cls, values: object, window_s: float, pad: str) -> "MadeUp":
        return cls(window_s, pad)

    @classmethod
    def suited(cls, examples: object, settings: object) -> "MadeUp":
        return cls(FRAMES / RATE_HZ, "zeros")

    def module(self) -> nn.Module:
        return Layer()


def made_up(at: int, folder: Path) -> Example:
    frames = FRAMES * (WINDOWS_OF_SOUND + 1) // 2
    samples = 0.1 * np.random.default_rng(at).standard_normal(frames)
    path = folder / f"{at}.wav"
    write_wav(path, samples.astype(np.float32), RATE_HZ)
    return Example(ClipId(at + 1), path, f"noise {at}", 0, "", "", 0.0, frames / RATE_HZ, RATE_HZ)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", type=int, default=100_000)
    windows = parser.parse_args().windows
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        ask(windows, Path(folder))


def ask(windows: int, folder: Path) -> None:
    *sounds, new = [made_up(at, folder) for at in range(1 - (-windows // WINDOWS_OF_SOUND))]
    index, made_s = timed_s(sounds, folder)
    _, opened_s = timed_s(sounds, folder)
    size = sum(file.stat().st_size for file in (folder / "embeddings").rglob("*") if file.is_file())
    _, grown_s = timed_s([*sounds, new], folder)
    _, shrunk_s = timed_s(sounds[1:], folder)
    print(f"{len(index.vectors)} windows of {WIDTH} numbers")
    print(f"made in {made_s:.1f} s, opened in {opened_s:.3f} s")
    print(f"one clip more in {grown_s:.2f} s, one less in {shrunk_s:.2f} s")
    print(f"{size / len(index.vectors):.0f} bytes a window on disk")
    times_ms = [timed_ms(index) for _ in range(QUESTIONS)]
    print(f"nearest 200: median {statistics.median(times_ms):.0f} ms, slowest {max(times_ms):.0f} ms")


def timed_s(sounds: list[Example], folder: Path) -> tuple[EmbeddingIndex, float]:
    began = time.perf_counter()
    ends = MadeUp.suited(sounds, None)
    index = result_of(embedded_sounds(sounds, ends, folder, threading.Event()))
    return index, time.perf_counter() - began


def timed_ms(index: EmbeddingIndex) -> float:
    vector = index.vectors[np.random.default_rng(0).integers(len(index.vectors))].astype(np.float32)
    began = time.perf_counter()
    nearest(index.similarities(vector), index.sounds, 200)
    return 1000.0 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
