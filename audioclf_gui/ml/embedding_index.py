"""The embeddings of all windows of some sounds in one matrix on disk, and which are nearest to another.

Windows are compared as the heads see them: directions from the middle of all, see `heads.directions`, of
which the principal axes are kept. So a window takes a quarter of a kilobyte, and the similarity of two is a
product.
"""

import json
import os
import secrets
import shutil
import threading
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import CacheProgress, ClipRefused
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.heads import directions

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Integers = npt.NDArray[np.int64]

_FORMAT = 1  # change it when the same sounds lead to other numbers
_AXES = 128
_SAMPLE = 4096  # windows, evenly spaced, from which the middle and the axes are taken
_AT_ONCE = 4096  # windows in memory as float32
_MOST_BYTES_ON_DISK = 2 * 2**30
_VECTORS, _WINDOWS, _SPACE = "vectors.npy", "windows.npy", "space.safetensors"


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddingIndex:
    """All windows of some sounds, those of a sound one after the other.

    Attributes
    ----------
    vectors : float16, shape (windows, axes)
        Of length 1 each, in a memory map.
    sounds : int64, shape (windows,)
        Of which sound each is, by its place among those that were asked for.
    starts_s : float32, shape (windows,)
        Where in its file each begins.
    space : mapping
        How features become vectors: mean, deviation, centre (size,) and axes (size, axes).
    """

    vectors: Halves
    sounds: Integers
    starts_s: Floats
    space: dict[str, Tensor]

    def placed(self, features: Tensor) -> Floats:
        """Other sounds among these: features (n, *shape) become float32 (n, axes), of length 1 each."""
        return _placed(features, self.space).numpy()

    def similarities(self, vector: Floats) -> Floats:
        """How like each window is to a vector (axes,): cosines, 1 for the same, about 0 for any other."""
        found = np.empty(len(self.vectors), np.float32)
        for at in range(0, len(found), _AT_ONCE):
            found[at : at + _AT_ONCE] = self.vectors[at : at + _AT_ONCE].astype(np.float32) @ vector
        return found

    def means(self, owners: Integers, count: int) -> Floats:
        """The mean direction of all windows of each of `count` owners: float32 (count, axes), of length 1.

        Parameters
        ----------
        owners : shape (sounds,)
            To which owner each sound belongs, in rising order; one without any window gets zeros.
        """
        total = np.zeros((count, self.vectors.shape[1]), np.float32)
        of_windows = owners[self.sounds]
        for at in range(0, len(self.vectors), _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            np.add.at(total, of_windows[part], self.vectors[part].astype(np.float32))
        return unit(total)


def unit(vectors: Floats) -> Floats:
    """The vectors (n, axes) brought to length 1; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)


def nearest(similarities: Floats, owners: Integers, count: int) -> Integers:
    """The windows most like something, best first, of each owner its best alone.

    Parameters
    ----------
    owners : shape (windows,)
        Whose each is, all of one owner side by side; -1 is nobody's, and is left out.
    """
    firsts = np.flatnonzero(np.diff(owners, prepend=-2))
    ends = np.append(firsts, len(owners))[1:]
    best = np.where(owners[firsts] < 0, -np.inf, np.maximum.reduceat(similarities, firsts))
    order = np.argsort(-best, kind="stable")[: min(count, int((best > -np.inf).sum()))].tolist()
    found = [firsts[at] + int(similarities[firsts[at] : ends[at]].argmax()) for at in order]
    return np.array(found, np.int64)


def embedded(
    sounds: Sequence[Example], front_end: FrontEnd, cache_dir: Path, stop: threading.Event
) -> Generator[CacheProgress | ClipRefused, None, EmbeddingIndex]:
    """The index of these sounds; what is not on disk yet is heard first.

    Sounds that cannot be read are reported and have no window in it. The disk keeps as many indices as there
    is room for, the last ones.

    Raises
    ------
    OSError
        If the disk refuses it.
    """
    folder = cache_dir / "embeddings" / _key(sounds, front_end)
    with suppress(OSError, ValueError, KeyError):
        found = _opened(folder)
        os.utime(folder)
        return found
    features = yield from cache_features(sounds, front_end, cache_dir, stop)
    return _made(sounds, front_end, features, folder)


def _key(sounds: Sequence[Example], front_end: FrontEnd) -> str:
    told = [_FORMAT, *front_end.identity(), [[one.content, one.start_s, one.stop_s] for one in sounds]]
    return blake2b(json.dumps(told).encode(), digest_size=16).hexdigest()


def _opened(folder: Path) -> EmbeddingIndex:
    windows = np.load(folder / _WINDOWS)
    vectors = np.load(folder / _VECTORS, mmap_mode="r")
    if len(windows) != len(vectors):
        raise ValueError("these are of different indices")
    return EmbeddingIndex(
        vectors, windows["sound"].copy(), windows["start_s"].copy(), load_file(folder / _SPACE)
    )


def _made(sounds: Sequence[Example], front_end: FrontEnd, features: Features, folder: Path) -> EmbeddingIndex:
    heard = [at for at in range(len(sounds)) if at in features]
    counts = features.counts(heard)
    windows = np.zeros(int(counts.sum()), [("sound", np.int64), ("start_s", np.float32)])
    windows["sound"] = np.repeat(heard, counts)
    parts = [_starts_s(sounds[at], int(count), front_end) for at, count in zip(heard, counts, strict=True)]
    windows["start_s"] = np.concatenate([np.zeros(0), *parts])
    space = _space(front_end, features, heard, counts)
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f".{secrets.token_hex(8)}.part")
    part.mkdir()
    try:
        np.save(part / _WINDOWS, windows)
        save_file({name: value.contiguous() for name, value in space.items()}, part / _SPACE)
        _write_vectors(part / _VECTORS, features, heard, space)
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _trim(folder)
    return _opened(folder)


def _starts_s(sound: Example, count: int, front_end: FrontEnd) -> npt.NDArray[np.float64]:
    """Where the windows of a sound begin, as `FrontEnd.windows` cuts it."""
    regular = np.arange(count) * (max(1, front_end.window_frames // 2) / front_end.rate_hz)
    last = max(0.0, sound.duration_s - front_end.window_s)
    return np.asarray(sound.start_s + np.minimum(regular, last))


def _space(
    front_end: FrontEnd, features: Features, heard: Sequence[int], counts: Integers
) -> dict[str, Tensor]:
    sample = _sample(features, heard, counts)
    mean, deviation = torch.zeros(1), torch.ones(1)
    if front_end.standardises and len(sample):
        mean, deviation = sample.mean(0), sample.std(0, correction=0).clamp(min=front_end.least_deviation)
    roots = directions((sample - mean) / deviation)
    centre = roots.mean(0) if len(sample) else torch.zeros(roots.shape[1])
    seen = directions((sample - mean) / deviation, centre)
    _, vectors = torch.linalg.eigh(seen.T.double() @ seen.double())
    return {
        "mean": mean,
        "deviation": deviation,
        "centre": centre,
        "axes": vectors.flip(1)[:, :_AXES].float(),
    }


def _sample(features: Features, heard: Sequence[int], counts: Integers) -> Tensor:
    """Evenly spaced windows, (n, size)."""
    step = max(1, -(-int(counts.sum()) // _SAMPLE))
    rows, before = [torch.zeros(0, 1)], 0
    for at, count in zip(heard, counts.tolist(), strict=True):
        if len(chosen := range(-before % step, count, step)):
            rows.append(features.windows(at)[chosen.start :: step].flatten(1).float())
        before += count
    return torch.cat(rows[1:] or rows)


def _write_vectors(path: Path, features: Features, heard: Sequence[int], space: dict[str, Tensor]) -> None:
    shape = (int(features.counts(heard).sum()), space["axes"].shape[1])
    if not shape[0]:
        np.save(path, np.zeros(shape, np.float16))
        return
    vectors = np.lib.format.open_memmap(path, "w+", np.float16, shape)
    done = 0
    for at in heard:
        of_sound = _placed(features.windows(at), space)
        vectors[done : done + len(of_sound)] = of_sound.numpy()
        done += len(of_sound)
    vectors.flush()


def _placed(features: Tensor, space: dict[str, Tensor]) -> Tensor:
    seen = directions((features.flatten(1).float() - space["mean"]) / space["deviation"], space["centre"])
    return torch.nn.functional.normalize(seen @ space["axes"], dim=1)


def _trim(kept: Path) -> None:
    """Delete the indices that were used longest ago until they are within their limit."""
    folders = [one for one in kept.parent.iterdir() if one.is_dir() and not one.name.startswith(".")]
    sizes = {one: sum(file.stat().st_size for file in one.iterdir()) for one in folders}
    excess = sum(sizes.values()) - _MOST_BYTES_ON_DISK
    for folder in sorted(folders, key=lambda one: one.stat().st_mtime):
        if excess > 0 and folder != kept:
            shutil.rmtree(folder, ignore_errors=True)  # another process may have it open
            excess -= sizes[folder]
