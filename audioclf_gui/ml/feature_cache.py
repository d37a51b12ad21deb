"""The features of every example, computed once and kept on disk; a later run only reads them.

What is stored is what the model will be asked about in use: the sound cut into windows by
`windows.starts` and lengthened by the stored rule, half a window apart. Nothing is computed in two ways.
How loud each window is lies beside its features, since silent ones count for nothing in use.
"""

import json
import math
import os
import threading
import time
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load, save
from torch import Tensor
from typing_extensions import override

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.core.content import write_derived
from audioclf_gui.core.errors import UnreadableAudioError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.devices import CPU, memory_bytes, sent
from audioclf_gui.ml.events import EVENT_EVERY_S, CacheProgress, ClipRefused
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.rows_on_disk import RowsOnDisk
from audioclf_gui.ml.window_scores import Mask, counting, level_db

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Places = Sequence[int] | Integers  # of examples

MOST_BYTES_ON_DISK = 16 * 2**30
MOST_BYTES_IN_MEMORY = 256 * 2**20
"""Of features: rows of a file come from the system's own memory, too, which it can take back."""

_FOLDER = "features"
_WINDOWS, _LEVELS = "windows", "levels_db"  # in a file
_FORMAT = 1  # change it when the same settings lead to other numbers
_MIX = 1  # the same for how several channels become one
_MOST_FOR_STATISTICS = 4000  # examples
_SENT_BYTES = 64 * 2**20  # to a GPU at a time
_LONGEST_HEADER = 4096  # bytes; ours take about a hundred


class Features:
    """The windows of the usable examples, in memory or, if they are too many for that, in one file.

    Parameters
    ----------
    levels
        How loud each window of each example is, see `window_scores.level_db`.
    """

    def __init__(
        self,
        files: dict[int, Path],
        levels: Mapping[int, Floats],
        front_end: FrontEnd,
        refused: tuple[ClipRefused, ...] = (),
    ) -> None:
        self.refused = refused  # what could not be read, in order
        self._files = files
        self._counts = np.zeros(max(files, default=-1) + 1, np.int64)
        self._counts[list(files)] = [len(levels[at]) for at in files]
        self._starts: Integers = (
            np.cumsum(self._counts, dtype=np.int64) - self._counts
        )  # of each example in all windows
        self._levels_db = np.concatenate([levels[at] for at in sorted(files)] or [np.zeros(0, np.float32)])
        self._least_deviation = front_end.least_deviation
        self._needed = int(self._counts.sum()) * _window_bytes(front_end)
        self._is_held = self._needed <= min(MOST_BYTES_IN_MEMORY, memory_bytes(CPU) // 4)
        self._is_sent = False  # to a GPU batch by batch, since it has refused them all
        self._all: dict[torch.device, Tensor] = {}  # all windows, where they have been asked for
        self._on_disk: RowsOnDisk | None = None  # all windows, where they are not held and were asked for

    def __getstate__(self) -> dict[str, object]:
        """Without the windows: another process reads the files itself, and cannot be given an open one."""
        return {**self.__dict__, "_all": {}, "_on_disk": None}

    def __contains__(self, at: int) -> bool:
        return at in self._files

    def count(self, at: int) -> int:
        """How many windows example `at` has."""
        return int(self._counts[at])

    def counts(self, chosen: Places) -> Integers:
        """How many windows each of the chosen examples has."""
        return self._counts[np.asarray(chosen, np.int64)]

    def windows(self, at: int) -> Tensor:
        """All windows of example `at` as the front end makes them, (windows, *shape)."""
        return self._taken(self._starts[at] + np.arange(self._counts[at]))

    def all_windows(self, chosen: Places, device: torch.device = CPU) -> Tensor:
        """The windows of the chosen examples, one example after the other, on the device."""
        return self._rows(self._places(chosen), device)

    def counting(self, chosen: Places, quiet_db: float) -> Mask:
        """Which of `all_windows` count for what is said of their example, see `window_scores.counting`."""
        return counting(self._levels_db[self._places(chosen)] < quiet_db, self.counts(chosen))

    def _places(self, chosen: Places) -> Integers:
        """Those of the windows of the chosen examples in all windows."""
        counts = self.counts(chosen)
        firsts = self._starts[np.asarray(chosen, np.int64)] - np.cumsum(counts, dtype=np.int64) + counts
        places: Integers = np.arange(counts.sum()) + firsts.repeat(counts)
        return places

    def batch(self, chosen: Places, rng: torch.Generator, device: torch.device = CPU) -> Tensor:
        """One window of each chosen example, drawn at random, on the device; (chosen, *shape)."""
        picks = torch.rand(len(chosen), generator=rng).double().numpy()
        numbers = (picks * self.counts(chosen)).astype(np.int64)
        return self._rows(self._starts[np.asarray(chosen, np.int64)] + numbers, device)

    def _rows(self, places: Integers, device: torch.device) -> Tensor:
        """These of all windows, on the device."""
        is_room = not self._is_sent and self._needed <= memory_bytes(device) // 3
        if device.type == "cpu" or not is_room:
            return sent(self._taken(places), device)
        if device not in self._all:
            try:
                self._all[device] = self._sent_whole(device)
            except torch.OutOfMemoryError:  # others use it too
                self._is_sent = True
                return self._rows(places, device)
        return self._all[device].index_select(0, sent(torch.from_numpy(places), device))

    def _sent_whole(self, device: torch.device) -> Tensor:
        """All windows in the memory of the device; part by part, so that this one's need not hold them."""
        count = int(self._counts.sum())
        first = self._taken(np.arange(1))
        whole = first.new_empty((count, *first.shape[1:]), device=device)
        step = max(1, _SENT_BYTES * count // self._needed)
        for start in range(0, count, step):
            part = self._taken(np.arange(start, min(start + step, count)))
            whole[start : start + len(part)] = part
        return whole

    def _taken(self, places: Integers) -> Tensor:
        """These of all windows, which are read into memory or into one file when the first are asked for."""
        if self._is_held:
            return self._held().index_select(0, torch.from_numpy(places))
        if self._on_disk is None:
            parts = (_read(file) for file in self._files.values())
            self._on_disk = RowsOnDisk(next(iter(self._files.values())).parent, parts)
        return self._on_disk.taken(places)

    def _held(self) -> Tensor:
        """All windows in memory."""
        if CPU not in self._all:
            first = _read(next(iter(self._files.values())))
            self._all[CPU] = first.new_empty((int(self._counts.sum()), *first.shape[1:]))
            for at, file in self._files.items():
                self._all[CPU][self._starts[at] : self._starts[at] + self._counts[at]] = _read(file)
        return self._all[CPU]

    def part(self, columns: slice, front_end: FrontEnd) -> "FeaturesPart":
        """Those of these columns alone, of features that are rows, as this front end makes them."""
        levels = {at: self._levels_db[self._places([at])] for at in self._files}
        return FeaturesPart(self, self._files, levels, columns, front_end)

    def statistics(self, chosen: Sequence[int]) -> tuple[Tensor, Tensor]:
        """Mean and standard deviation of the chosen, along the first axis of their windows' features.

        Of very many examples an evenly spaced part speaks for all. No deviation is below the front end's
        least.

        Returns
        -------
        float32, shape (shape[0],), twice
            Of a picture one for each band, in dB.
        """
        total = squares = torch.zeros((), dtype=torch.float64)
        count = 0
        for at in chosen[:: -(-len(chosen) // _MOST_FOR_STATISTICS)]:
            features = self.windows(at).double()
            along = (0, *range(2, features.ndim))
            total = total + features.sum(dim=along)
            squares = squares + features.square().sum(dim=along)
            count += features.numel() // features.shape[1]
        mean = total / count
        deviation = (squares / count - mean.square()).clamp(min=self._least_deviation**2).sqrt()
        return mean.float(), deviation.float()


class FeaturesPart(Features):
    """Some columns of features that are rows, in the shape that a front end of their own gives them."""

    def __init__(
        self,
        whole: Features,
        files: dict[int, Path],
        levels: Mapping[int, Floats],
        columns: slice,
        front_end: FrontEnd,
    ) -> None:
        super().__init__(files, levels, front_end, whole.refused)
        self._whole, self._columns, self._shape = whole, columns, front_end.shape

    @override
    def windows(self, at: int) -> Tensor:
        return self._part(self._whole.windows(at))

    @override
    def all_windows(self, chosen: Places, device: torch.device = CPU) -> Tensor:
        return self._part(self._whole.all_windows(chosen, device))

    @override
    def batch(self, chosen: Places, rng: torch.Generator, device: torch.device = CPU) -> Tensor:
        return self._part(self._whole.batch(chosen, rng, device))

    def _part(self, rows: Tensor) -> Tensor:
        return rows[:, self._columns].reshape(len(rows), *self._shape)


def cache_features(
    examples: Sequence[Example], front_end: FrontEnd, cache_dir: Path, stop: threading.Event
) -> Generator[CacheProgress | ClipRefused, None, Features]:
    """Decode, resample and transform what is not on disk yet; returns the features of usable examples.

    Examples that cannot be read are reported and left out; when `stop` is set, the rest is left out.
    """
    files: dict[int, Path] = {}
    levels: dict[int, Floats] = {}
    refused: list[ClipRefused] = []
    computed = False
    reported_at = time.monotonic()
    with closing(MonoReader()) as reader:
        for at, example in enumerate(examples):
            if stop.is_set():
                break
            file = _file(cache_dir, example, front_end)
            try:
                known = _levels(file, front_end)
                levels[at] = known if len(known) else compute_features(example, front_end, cache_dir, reader)
                files[at] = file
                computed = computed or not len(known)
            except UnreadableAudioError as error:
                refused.append(ClipRefused(example.path, error.reason, error.remedy))
                yield refused[-1]
            except OSError as error:
                refused.append(ClipRefused(example.path, _reason(error)))
                yield refused[-1]
            if at + 1 == len(examples) or time.monotonic() - reported_at >= EVENT_EVERY_S:
                reported_at = time.monotonic()
                yield CacheProgress(at + 1, len(examples))
    if computed:
        trim_features(cache_dir, keep=set(files.values()))
    return Features(files, levels, front_end, tuple(refused))


def is_cached(example: Example, front_end: FrontEnd, cache_dir: Path) -> bool:
    """Whether the features of an example are on disk."""
    return len(_levels(_file(cache_dir, example, front_end), front_end)) > 0


def kept_features(example: Example, front_end: FrontEnd, cache_dir: Path, reader: MonoReader) -> Tensor:
    """The features of an example, (windows, *shape), from the disk, or computed and stored.

    The folder's limit is the caller's concern, see `trim_features`.

    Raises
    ------
    UnreadableAudioError
        If there is no sound to be had.
    OSError
        If the disk refuses them.
    """
    if not is_cached(example, front_end, cache_dir):
        compute_features(example, front_end, cache_dir, reader)
    return _read(_file(cache_dir, example, front_end))


def compute_features(example: Example, front_end: FrontEnd, cache_dir: Path, reader: MonoReader) -> Floats:
    """Store the features of an example, those of a part that is kept apart for themselves, too.

    Returns
    -------
    float32, shape (windows,)
        How loud its windows are.

    Raises
    ------
    UnreadableAudioError
        If there is no sound to be had.
    """
    whole = example.start_s == 0.0
    samples = reader.read(example.path, front_end.rate_hz, example.start_s, example.stop_s)
    if len(samples) == 0:
        raise UnreadableAudioError(
            example.path, Text("it holds no sound") if whole else Text("the label lies after its end")
        )
    levels = np.array([level_db(window) for window in front_end.cut(samples)], np.float32)
    file = _file(cache_dir, example, front_end)
    if _holds_windows(file, front_end):
        features = _read(file)
    elif (part := front_end.kept_apart) is None:
        features = front_end.windows(samples)
    else:
        place = _file(cache_dir, example, part)
        apart = _read(place) if _holds_windows(place, part) else part.windows(samples)
        if not len(_levels(place, part)):
            _store(place, apart, levels)
        features = front_end.windows_beside(apart, samples)
    _store(file, features, levels)
    return levels


def _store(file: Path, features: Tensor, levels: Floats) -> None:
    write_derived(file, save({_WINDOWS: features, _LEVELS: torch.from_numpy(levels)}))


def _reason(error: OSError) -> Text:
    return Text.plain(error.strerror) if error.strerror else Text("the file cannot be opened")


def _file(cache_dir: Path, example: Example, front_end: FrontEnd) -> Path:
    identity = [_FORMAT, example.content, example.start_s, example.stop_s, *front_end.identity()]
    if example.channels > 1:
        identity.append(_MIX)
    key = blake2b(json.dumps(identity).encode(), digest_size=16).hexdigest()
    return cache_dir / _FOLDER / key[:2] / f"{key}.safetensors"


def _levels(file: Path, front_end: FrontEnd) -> Floats:
    """How loud the windows are that a file of the cache holds; none when it is not there or not whole."""
    try:
        with file.open("rb") as opened:
            first, header = _header(opened)
            opened.seek(first + header[_LEVELS]["data_offsets"][0])
            count = int(header[_WINDOWS]["shape"][0])
            levels = np.frombuffer(opened.read(count * 4), "<f4")
    except (OSError, ValueError, KeyError, TypeError):
        return np.zeros(0, np.float32)
    return levels if _holds_windows(file, front_end) else levels[:0]


def _holds_windows(file: Path, front_end: FrontEnd) -> bool:
    """Whether a file holds windows as this front end makes them, be it without levels, as before 0.3."""
    try:
        with file.open("rb") as opened:
            first, header = _header(opened)
        count, *shape = header[_WINDOWS]["shape"]
        of_each = _window_bytes(front_end) + (4 if _LEVELS in header else 0)
        return tuple(shape) == front_end.shape and file.stat().st_size == first + count * of_each
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _header(opened: BinaryIO) -> tuple[int, dict[str, Any]]:
    """Where the first tensor of a safetensors file begins, and what is said of all of them."""
    length = int.from_bytes(opened.read(8), "little")
    return 8 + length, json_value(opened.read(min(length, _LONGEST_HEADER)))


def _window_bytes(front_end: FrontEnd) -> int:
    """What the features of a window take."""
    return math.prod(front_end.shape) * front_end.stored_as.itemsize


def _read(file: Path) -> Tensor:
    return load(file.read_bytes())[_WINDOWS]


def trim_features(cache_dir: Path, keep: Collection[Path] = frozenset()) -> None:
    """Delete the features that were written longest ago until they are within their limit.

    Others may write there meanwhile, and take away what is listed.
    """
    found = []
    for entry in _walk(cache_dir / _FOLDER):
        with suppress(FileNotFoundError):
            found.append((entry.stat(), Path(entry.path)))
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
