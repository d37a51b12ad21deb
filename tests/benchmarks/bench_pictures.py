"""Prints what pictures of sound cost, as ratios to baselines measured in the same run.

Run `python tests/benchmarks/bench_pictures.py [MINUTES]`. Times are the CPU time of one thread, the median
of interleaved rounds, so that a busy machine disturbs little; opening is measured by the clock.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: more threads wait for each other here

import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

import numpy as np
import soundfile as sf
import torch
import torchaudio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audioclf_gui.audio.frequency_axis import AXIS_KINDS, FrequencyAxis
from audioclf_gui.audio.mel_kernel import MelKernel
from audioclf_gui.audio.spectrogram_view import Analysis
from audioclf_gui.audio.spectrum_kernel import SpectrumKernel
from audioclf_gui.audio.view_cache import ClipView, open_view
from audioclf_gui.audio.wave_pyramid import WavePyramid

RATE_HZ = 44_100
ROUNDS = 7
CHUNK_FRAMES = 2**18
COLUMNS = 1600
ROWS = 600


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        wav, flac = (write(Path(folder) / f"sound{suffix}", minutes) for suffix in (".wav", ".flac"))
        long_wav = write(Path(folder) / "eight times as long.wav", 8 * minutes)
        print(f"{minutes:g} minutes of noise with events, 44.1 kHz mono, 16 bit\n")
        waves(wav, flac)
        kernels()
        openings(wav, flac, long_wav, Path(folder) / "cache")
        drawing(wav, Path(folder) / "cache")
        axes(wav, Path(folder) / "cache")


def write(path: Path, minutes: float) -> Path:
    random = np.random.default_rng(0)
    with sf.SoundFile(path, "w", RATE_HZ, 1, "PCM_16") as file:
        for _ in range(round(minutes * 6)):
            sound = 0.02 * random.standard_normal(RATE_HZ * 10, np.float32)
            start = random.integers(0, len(sound) - 4410)
            sound[start : start + 2205] *= 10
            file.write(sound)
    return path


def read(path: Path) -> None:
    buffer = np.empty((CHUNK_FRAMES, 1), np.int16)
    with sf.SoundFile(path) as file:
        while len(file.read(out=buffer)):
            pass


def waves(wav: Path, flac: Path) -> None:
    times = cpu_times(
        {
            "read WAV": lambda: read(wav),
            "wave of WAV": lambda: WavePyramid.build(wav),
            "read FLAC": lambda: read(flac),
            "wave of FLAC": lambda: WavePyramid.build(flac),
        }
    )
    show("wave of WAV / soundfile's int16 read", times["wave of WAV"] / times["read WAV"], "<= 4")
    show("wave of FLAC / decoding alone", times["wave of FLAC"] / times["read FLAC"], "<= 1.15")


def kernels() -> None:
    samples = 0.1 * np.random.default_rng(0).standard_normal(RATE_HZ * 10, np.float32)
    kernel = MelKernel(RATE_HZ)
    columns = len(kernel.columns(samples))
    windows = np.zeros((128, kernel.fft_frames), np.float32)
    spectra = np.empty((128, kernel.fft_frames // 2 + 1), np.complex64)
    mel = torchaudio.transforms.MelSpectrogram(
        RATE_HZ, kernel.fft_frames, hop_length=kernel.hop_frames, n_mels=128
    )
    decibels = torchaudio.transforms.AmplitudeToDB()
    tensor = torch.from_numpy(samples)
    spectrum = SpectrumKernel(Analysis().wide(RATE_HZ))

    def transform() -> None:
        for _ in range(0, columns, 128):
            np.fft.rfft(windows, axis=1, out=spectra)

    times = cpu_times(
        {
            "rfft": transform,
            "kernel": lambda: kernel.columns(samples),
            "spectrum": lambda: spectrum.columns(samples),
            "overview": lambda: spectrum.columns(samples, 16),
            "torchaudio": lambda: decibels(mel(tensor)),
        }
    )
    print(f"{'mel kernel, microseconds a column':55}{times['kernel'] / columns * 1e6:8.2f}")
    show("numpy's rfft alone / mel kernel", times["rfft"] / times["kernel"], ">= 0.5")
    show("torchaudio, 10 s at a time / mel kernel", times["torchaudio"] / times["kernel"], ">= 2")
    show("mel kernel / spectrum of close views", times["kernel"] / times["spectrum"], ">= 0.6")
    show("mel kernel / spectrum of wide views", times["kernel"] / times["overview"], ">= 1")


def openings(wav: Path, flac: Path, long_wav: Path, cache: Path) -> None:
    firsts = {}
    for name, path in (("WAV", wav), ("FLAC", flac), ("8 times as long", long_wav)):
        firsts[name] = median(first_picture(path, cache) for _ in range(ROUNDS))
        print(f"{'first picture, ' + name + ', ms':55}{firsts[name] * 1e3:8.1f}   target <= 100")
    show("first picture, 8 times as long / WAV", firsts["8 times as long"] / firsts["WAV"], "<= 2")
    uncached = itertools.count()
    times = cpu_times(
        {"decoding": lambda: read(flac), "pictures": lambda: opened(flac, f"flac {next(uncached)}", cache)},
        clock=time.process_time,  # several threads make them
    )
    show("all pictures of FLAC / decoding alone", times["pictures"] / times["decoding"], "<= 1.6")
    begun = time.perf_counter()
    opened(wav, "wav", cache)
    exact = time.perf_counter() - begun
    cached = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        opened(wav, "wav", cache)
        cached.append(time.perf_counter() - begun)
    show("cached opening / exact build", median(cached) / exact, "<= 0.05")


def first_picture(path: Path, cache: Path) -> float:
    begun = time.perf_counter()
    with closing(open_view(path, "never finished", cache)) as views:
        view = next(views)
        draw(view, 0.0, view.wave.duration_s)
        return time.perf_counter() - begun


def opened(path: Path, content: str, cache: Path) -> ClipView:
    *_, view = open_view(path, content, cache)
    return view


def drawing(wav: Path, cache: Path) -> None:
    view = opened(wav, "wav", cache)
    middle_s = view.wave.duration_s / 2
    for span_s in (view.wave.duration_s, 280.0, 60.0, 18.0, 2.0, 0.02):
        stop_s = middle_s + span_s
        begun = time.thread_time()
        for spectrogram in view.spectra:
            for _ in spectrogram.computing(middle_s, stop_s, span_s / COLUMNS):
                pass
        computing = time.thread_time() - begun
        view.wave.compute(middle_s, stop_s)
        begun = time.thread_time()
        for _ in range(20):
            draw(view, middle_s, stop_s)
        spent = (time.thread_time() - begun) / 20
        print(f"{f'{COLUMNS} columns of {span_s:g} s, ms':55}{spent * 1e3:8.2f}   target <= 8")
        print(f"{'    computed before, ms':55}{computing * 1e3:8.2f}")


def draw(view: ClipView, start_s: float, stop_s: float) -> None:
    view.wave.reduce(start_s, stop_s, COLUMNS)
    for spectrogram in view.spectra:
        spectrogram.rows(start_s, stop_s, COLUMNS, FrequencyAxis("mel", 0.0, RATE_HZ / 2), ROWS)


def axes(wav: Path, cache: Path) -> None:
    """What each axis costs beside the mel axis."""
    spectrogram = opened(wav, "wav", cache).spectra[0]
    list(spectrogram.computing(100.0, 105.0, 5.0 / COLUMNS))
    times = cpu_times(
        {
            kind: lambda kind=kind: spectrogram.rows(
                100.0, 105.0, COLUMNS, FrequencyAxis(kind, 0.0, RATE_HZ / 2), ROWS
            )
            for kind in AXIS_KINDS
        }
    )
    for kind in ("linear", "log"):
        show(f"{kind} axis / mel axis", times[kind] / times["mel"], "<= 1.5")


def cpu_times(
    routes: dict[str, Callable[[], object]], clock: Callable[[], float] = time.thread_time
) -> dict[str, float]:
    spent: dict[str, list[float]] = {name: [] for name in routes}
    for _ in range(ROUNDS + 1):
        for name, route in routes.items():
            begun = clock()
            route()
            spent[name].append(clock() - begun)
    return {name: median(times[1:]) for name, times in spent.items()}


def show(what: str, ratio: float, target: str) -> None:
    print(f"{what:55}{ratio:8.3f}   target {target}")


if __name__ == "__main__":
    main()
