"""Log-mel windows of every example, computed once and kept on disk; a later run only reads them.

What is stored is what the model will be asked about in use: the sound cut into windows by
`windows.starts` and lengthened by the stored rule, half a window apart. Nothing is computed in two ways.
"""

import json
import math
import os
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors import safe_open
from safetensors.torch import load, save
from torch import Tensor

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.ml import windows
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import EVENT_EVERY_S, CacheProgress, ClipRefused
from audioclf_gui.ml.features import LogMel, MelSettings, mel_settings
from audioclf_gui.ml.settings import TrainSettings

MOST_BYTES_ON_DISK = 16 * 2**30
SHORTEST_WINDOW_S = 0.5
LONGEST_WINDOW_S = 10.0

_FORMAT = 1  # change it when the same settings lead to other numbers
_WINDOWS_AT_ONCE = 32
_MOST_FOR_STATISTICS = 4000  # examples
_LONGEST_HEADER = 4096  # bytes; ours take about a hundred


@dataclass(frozen=True, slots=True)
class FrontEnd:
    """What a sound goes through before the network."""

    mel: MelSettings
    window_s: float
    pad: str  # one of `windows.PAD_RULES`

    @property
    def window_frames(self) -> int:
        """Samples in a window."""
        return round(self.window_s * self.mel.rate_hz)

    @property
    def columns(self) -> int:
        """Spectrogram columns in a window."""
        return self.mel.columns(self.window_frames)

    def windows(self, samples: npt.NDArray[np.float32]) -> Tensor:
        """Log-mel of all windows of a sound, float16 (windows, mels, columns), in dB."""
        frames = self.window_frames
        cuts = [
            windows.fit(samples[start : start + frames], frames, self.pad)
            for start in windows.starts(len(samples), frames, max(1, frames // 2))
        ]
        log_mel = _log_mel(self.mel)
        parts = [
            log_mel(torch.from_numpy(np.stack(cuts[at : at + _WINDOWS_AT_ONCE]))).half()
            for at in range(0, len(cuts), _WINDOWS_AT_ONCE)
        ]
        return torch.cat(parts)


def front_end(examples: Sequence[Example], settings: TrainSettings) -> FrontEnd:
    """The front end that suits these examples.

    The rate is the preset's unless more than a tenth of the examples have a lower one: then it is the
    highest rate that nine tenths reach, so that neither a few telephone recordings spoil the rest nor
    bands stay empty in most. The window is the 95th percentile of the examples' lengths, from 0.5 to
    10 s, unless the settings name one; it is rounded up, so that clips of 5.001 s do not take two each.
    """
    rates = np.array([example.rate_hz for example in examples if example.rate_hz > 0] or [settings.rate_hz])
    rate_hz = min(settings.rate_hz, int(np.quantile(rates, 0.1, method="lower")))
    durations = np.array([example.duration_s for example in examples])
    usual_s = float(np.clip(np.quantile(durations, 0.95), SHORTEST_WINDOW_S, LONGEST_WINDOW_S))
    mel = mel_settings(
        rate_hz,
        window_s=settings.mel_window_s,
        hop_s=settings.mel_hop_s,
        mels=settings.mels,
        low_hz=min(settings.low_hz, rate_hz / 8),
        scale=settings.mel_scale,
        norm=settings.mel_norm,
        top_db=settings.top_db,
    )
    return FrontEnd(mel, settings.window_s or _rounded_up(usual_s), settings.pad)


def _rounded_up(seconds: float) -> float:
    """To hundredths; what is one already stays as it is."""
    return math.ceil(round(seconds * 100.0, 3)) / 100.0


class Features:
    """The windows of the usable examples; in memory if they take a quarter of it at most, else on disk."""

    def __init__(self, files: dict[int, Path], counts: dict[int, int], shape: tuple[int, int]) -> None:
        self._files = files
        self._counts = counts
        needed = sum(counts.values()) * shape[0] * shape[1] * 2
        self._held: dict[int, Tensor] | None = {} if needed <= _memory_bytes() // 4 else None

    def __contains__(self, at: int) -> bool:
        return at in self._files

    def count(self, at: int) -> int:
        """How many windows example `at` has."""
        return self._counts[at]

    def windows(self, at: int) -> Tensor:
        """All windows of example `at`, float16 (windows, mels, columns), in dB."""
        if self._held is None:
            return _read(self._files[at])
        if at not in self._held:
            self._held[at] = _read(self._files[at])
        return self._held[at]

    def batch(self, chosen: Sequence[int], rng: torch.Generator) -> Tensor:
        """One window of each chosen example, drawn at random; float32 (chosen, mels, columns)."""
        picks = torch.rand(len(chosen), generator=rng).tolist()
        pictures = [
            self._window(at, int(pick * self._counts[at])) for at, pick in zip(chosen, picks, strict=True)
        ]
        return torch.stack(pictures).float()

    def _window(self, at: int, number: int) -> Tensor:
        if self._held is not None:
            return self.windows(at)[number]
        with safe_open(self._files[at], "pt") as opened:  # hours of sound may be in this file
            picture: Tensor = opened.get_slice("windows")[number]
        return picture

    def statistics(self, chosen: Sequence[int]) -> tuple[Tensor, Tensor]:
        """Mean and standard deviation per band over all windows of the chosen, in dB; float32 (mels,) each.

        Of very many examples an evenly spaced part speaks for all. A band that hardly changes gets a
        deviation of 1 dB, so that it cannot shout later on.
        """
        total = squares = torch.zeros((), dtype=torch.float64)
        columns = 0
        for at in chosen[:: -(-len(chosen) // _MOST_FOR_STATISTICS)]:
            pictures = self.windows(at).double()
            total = total + pictures.sum(dim=(0, 2))
            squares = squares + pictures.square().sum(dim=(0, 2))
            columns += pictures.shape[0] * pictures.shape[2]
        mean = total / columns
        deviation = (squares / columns - mean.square()).clamp(min=1.0).sqrt()
        return mean.float(), deviation.float()


def cache_features(
    examples: Sequence[Example], front_end: FrontEnd, cache_dir: Path, stop: threading.Event
) -> Generator[CacheProgress | ClipRefused, None, Features]:
    """Decode, resample and transform what is not on disk yet; returns the features of usable examples.

    Examples that cannot be read are reported and left out; when `stop` is set, the rest is left out.
    """
    files: dict[int, Path] = {}
    counts: dict[int, int] = {}
    computed = False
    reported_at = time.monotonic()
    with closing(MonoReader()) as reader:
        for at, example in enumerate(examples):
            if stop.is_set():
                break
            file = _file(cache_dir, example, front_end)
            try:
                known = _count(file, front_end)
                counts[at] = known or _compute(example, front_end, file, reader)
                files[at] = file
                computed = computed or not known
            except UnreadableAudioError as error:
                yield ClipRefused(example.path, str(error.reason))
            except OSError as error:
                yield ClipRefused(example.path, error.strerror or "the file cannot be opened")
            if at + 1 == len(examples) or time.monotonic() - reported_at >= EVENT_EVERY_S:
                reported_at = time.monotonic()
                yield CacheProgress(at + 1, len(examples))
    if computed:
        _trim(cache_dir / "features", keep=set(files.values()))
    return Features(files, counts, (front_end.mel.mels, front_end.columns))


@lru_cache(maxsize=4)
def _log_mel(mel: MelSettings) -> LogMel:
    return LogMel(mel)


def _compute(example: Example, front_end: FrontEnd, file: Path, reader: MonoReader) -> int:
    whole = example.start_s == 0.0
    samples = reader.read(example.path, front_end.mel.rate_hz, example.start_s, example.stop_s)
    if len(samples) == 0:
        raise UnreadableAudioError(
            example.path, "it holds no sound" if whole else "the label lies after its end"
        )
    if not np.isfinite(samples).all():
        raise UnreadableAudioError(example.path, "it holds values that are not numbers")
    pictures = front_end.windows(samples)
    write_atomically(file, save({"windows": pictures}))
    return len(pictures)


def _file(cache_dir: Path, example: Example, front_end: FrontEnd) -> Path:
    identity = [
        _FORMAT,
        example.content,
        example.start_s,
        example.stop_s,
        front_end.mel.to_dict(),
        front_end.window_s,
        front_end.pad,
    ]
    key = blake2b(json.dumps(identity).encode(), digest_size=16).hexdigest()
    return cache_dir / "features" / key[:2] / f"{key}.safetensors"


def _count(file: Path, front_end: FrontEnd) -> int:
    """How many windows a file of the cache holds; 0 when it is not there or not whole."""
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            header = json.loads(opened.read(min(length, _LONGEST_HEADER)))
        count, mels, columns = header["windows"]["shape"]
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    whole = (mels, columns) == (front_end.mel.mels, front_end.columns)
    return int(count) if whole and size == 8 + length + count * mels * columns * 2 else 0


def _read(file: Path) -> Tensor:
    return load(file.read_bytes())["windows"]


def _trim(folder: Path, keep: set[Path]) -> None:
    """Delete the features that were written longest ago until the folder is within its limit."""
    found = [(entry.stat(), Path(entry.path)) for entry in _walk(folder)]
    excess = sum(stat.st_size for stat, _ in found) - MOST_BYTES_ON_DISK
    for stat, path in sorted(found, key=lambda pair: pair[0].st_mtime):
        if excess <= 0:
            return
        if path not in keep:
            path.unlink(missing_ok=True)
            excess -= stat.st_size


def _walk(folder: Path) -> Iterator["os.DirEntry[str]"]:
    for part in sorted(folder.iterdir()):
        if part.is_dir():
            with os.scandir(part) as entries:
                yield from entries


def _memory_bytes() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return 8 * 2**30
