"""The embeddings of all windows of some sounds in one matrix on disk, and which are nearest to another.

Windows are compared as the heads see them: directions from the middle of all, see `heads.directions`, of
which the principal axes are kept. So a window takes a quarter of a kilobyte, and the similarity of two is a
product.

When sounds come or go, the vectors of those that stay are taken over, with the middle, the axes and the
length of window that were chosen for the sounds which were there first, its founders. Only when founders
make less than half of what there is now, or half of them are gone, all of it is made anew.
"""

import json
import os
import secrets
import shutil
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from audioclf_gui.core.json_value import json_value
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import CacheProgress, ClipRefused
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.heads import directions

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Integers = npt.NDArray[np.int64]

_FORMAT = 3  # change it when the same sounds lead to other numbers
_AXES = 128
_SAMPLE = 4096  # windows, evenly spaced, from which the middle and the axes are taken
_AT_ONCE = 4096  # windows in memory as float32
_MOST_BYTES_ON_DISK = 2 * 2**30
_MOST_LOOKED_AT = 8  # indices, the last ones, that others are grown from
_TAKING_PLACE = threading.Lock()  # two who ask at once write the same index
_VECTORS, _WINDOWS, _SPACE = "vectors.npy", "windows.npy", "space.safetensors"
_SOUNDS, _FOUNDING = "sounds.npy", "founding.json"
_WINDOW = np.dtype([("sound", np.int64), ("start_s", np.float32), ("founder", np.bool_)])

Windows = npt.NDArray[np.void]  # of `_WINDOW`, those of a sound one after the other
Keys = npt.NDArray[np.str_]  # of what each sound is


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
    front_end : FrontEnd
        Through which they were heard: the one that was asked for, with the window that the founders had.
    """

    vectors: Halves
    sounds: Integers
    starts_s: Floats
    space: dict[str, Tensor]
    front_end: FrontEnd

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
    is room for, the last ones; another one of nearly the same sounds is taken over as far as it goes.

    Raises
    ------
    OSError
        If the disk refuses it.
    """
    keys = _keys(sounds)
    family = _digest(json.dumps([_FORMAT, front_end.kind, front_end.to_json(), front_end.pad]))
    folder = cache_dir / "embeddings" / f"{family}-{_digest(''.join(keys))}"
    with suppress(OSError, ValueError, KeyError):
        found = _Kept.opened(folder, front_end)
        os.utime(folder)
        return found.index()
    if (earlier := _nearest_kept(folder, family, keys, front_end)) is not None:
        ends = earlier.front_end
        missing = np.flatnonzero(earlier.places(keys) < 0).tolist()
        features = yield from cache_features([sounds[at] for at in missing], ends, cache_dir, stop)
        growth = _Growth.of(earlier, sounds, keys, missing, features)
        if growth.is_founded:
            return _written(folder, keys, growth)
    features = yield from cache_features(sounds, front_end, cache_dir, stop)
    return _written(folder, keys, _Growth.founded(sounds, front_end, features))


def _keys(sounds: Sequence[Example]) -> Keys:
    return np.array([_digest(repr((one.content, one.start_s, one.stop_s))) for one in sounds], np.str_)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """An index on disk, and of which sounds it is.

    Attributes
    ----------
    founders : int
        Of how many windows its space was made, which may be gone by now.
    """

    vectors: Halves
    windows: Windows
    keys: Keys
    space: dict[str, Tensor]
    founders: int
    front_end: FrontEnd

    @classmethod
    def opened(cls, folder: Path, front_end: FrontEnd) -> "_Kept":
        windows, keys = np.load(folder / _WINDOWS), np.load(folder / _SOUNDS)
        vectors = np.load(folder / _VECTORS, mmap_mode="r")
        if len(windows) != len(vectors):
            raise ValueError("these are of different indices")
        founding = json_value((folder / _FOUNDING).read_text("utf-8"))
        ends = replace(front_end, window_s=float(founding["window_s"]))
        return cls(vectors, windows, keys, load_file(folder / _SPACE), int(founding["windows"]), ends)

    def index(self) -> EmbeddingIndex:
        sounds, starts_s = self.windows["sound"].copy(), self.windows["start_s"].copy()
        return EmbeddingIndex(self.vectors, sounds, starts_s, self.space, self.front_end)

    def places(self, keys: Keys) -> Integers:
        """The place of each of these sounds here; -1 of one that has no window here."""
        heard = np.unique(self.windows["sound"]).tolist()
        places = dict(zip(self.keys[heard].tolist(), heard, strict=True))
        return np.array([places.get(key, -1) for key in keys.tolist()], np.int64)

    def rows(self, places: Integers) -> Integers:
        """The windows of the sounds at these places, one sound after the other; of -1, none."""
        counts = np.append(np.bincount(self.windows["sound"], minlength=len(self.keys)), 0)
        firsts = np.cumsum(counts) - counts
        chosen = counts[places]
        ends = np.cumsum(chosen)
        rows: Integers = np.arange(chosen.sum()) + (firsts[places] - ends + chosen).repeat(chosen)
        return rows


def _nearest_kept(folder: Path, family: str, keys: Keys, front_end: FrontEnd) -> _Kept | None:
    """The index on disk from which one of these sounds is grown: it has most of them, and enough founders."""
    folders = sorted(folder.parent.glob(f"{family}-*"), key=lambda one: one.stat().st_mtime, reverse=True)
    best, most = None, 0
    for one in folders[:_MOST_LOOKED_AT]:
        with suppress(OSError, ValueError, KeyError):
            kept = _Kept.opened(one, front_end)
            shared = kept.rows(kept.places(keys))
            is_founded = 2 * int(kept.windows["founder"][shared].sum()) >= kept.founders
            if is_founded and len(shared) > most:
                best, most = kept, len(shared)
    return best


@dataclass(frozen=True, slots=True, eq=False)
class _Growth:
    """An index to be written: windows whose vectors another one has, and new ones.

    Attributes
    ----------
    rows : int64, shape (windows,)
        Where the other index has each; -1 of a new one.
    """

    windows: Windows
    rows: Integers
    earlier: Halves
    fresh: Features
    heard: Sequence[int]  # which of the sounds of `fresh` are new, in order
    space: dict[str, Tensor]
    founders: int
    front_end: FrontEnd

    @classmethod
    def founded(cls, sounds: Sequence[Example], front_end: FrontEnd, features: Features) -> "_Growth":
        """All of it new."""
        heard = [at for at in range(len(sounds)) if at in features]
        windows = _fresh_windows(sounds, heard, features.counts(heard), front_end)
        windows["founder"] = True
        space = _space(front_end, features, heard, features.counts(heard))
        earlier = np.zeros((0, space["axes"].shape[1]), np.float16)
        rows = np.full(len(windows), -1, np.int64)
        return cls(windows, rows, earlier, features, heard, space, len(windows), front_end)

    @classmethod
    def of(
        cls, kept: _Kept, sounds: Sequence[Example], keys: Keys, missing: Sequence[int], features: Features
    ) -> "_Growth":
        """These sounds, of which the missing ones are new, with the features of those."""
        places = kept.places(keys)
        known = kept.rows(places)
        taken = kept.windows[known]
        counts = np.append(np.bincount(kept.windows["sound"], minlength=len(kept.keys)), 0)[places]
        taken["sound"] = np.arange(len(keys)).repeat(counts)
        heard = [at for at in range(len(missing)) if at in features]
        added = _fresh_windows([sounds[at] for at in missing], heard, features.counts(heard), kept.front_end)
        added["sound"] = np.asarray(missing, np.int64)[added["sound"]]
        windows = np.concatenate([taken, added])
        rows = np.append(known, np.full(len(added), -1, np.int64))
        order = np.argsort(windows["sound"], kind="stable")
        ends = kept.front_end
        return cls(
            windows[order], rows[order], kept.vectors, features, heard, kept.space, kept.founders, ends
        )

    @property
    def is_founded(self) -> bool:
        """Whether its founders are enough for their space to be that of all."""
        return 2 * int(self.windows["founder"].sum()) >= max(self.founders, len(self.windows))

    def vectors(self) -> Iterator[tuple[Integers, Floats | Halves]]:
        """All vectors in parts, each with its places among the windows."""
        old = np.flatnonzero(self.rows >= 0)
        for at in range(0, len(old), _AT_ONCE):
            part = old[at : at + _AT_ONCE]
            yield part, self.earlier[self.rows[part]]
        new, done = np.flatnonzero(self.rows < 0), 0
        for at in self.heard:
            of_sound = _placed(self.fresh.windows(at), self.space).numpy()
            yield new[done : done + len(of_sound)], of_sound
            done += len(of_sound)


def _written(folder: Path, keys: Keys, growth: _Growth) -> EmbeddingIndex:
    founding = {"windows": growth.founders, "window_s": growth.front_end.window_s}
    part = folder.with_name(f".{secrets.token_hex(8)}.part")
    part.mkdir(parents=True)
    try:
        np.save(part / _WINDOWS, growth.windows)
        np.save(part / _SOUNDS, keys)
        (part / _FOUNDING).write_text(json.dumps(founding), "utf-8")
        save_file({name: value.contiguous() for name, value in growth.space.items()}, part / _SPACE)
        _write_vectors(part / _VECTORS, growth)
        with _TAKING_PLACE:
            shutil.rmtree(folder, ignore_errors=True)
            part.replace(folder)
            _trim(folder)
            return _Kept.opened(folder, growth.front_end).index()
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fresh_windows(
    sounds: Sequence[Example], heard: Sequence[int], counts: Integers, front_end: FrontEnd
) -> Windows:
    """The windows of the sounds that could be heard."""
    windows = np.zeros(int(counts.sum()), _WINDOW)
    windows["sound"] = np.repeat(heard, counts)
    parts = [
        window_starts_s(sounds[at], int(count), front_end) for at, count in zip(heard, counts, strict=True)
    ]
    windows["start_s"] = np.concatenate([np.zeros(0), *parts])
    return windows


def window_starts_s(sound: Example, count: int, front_end: FrontEnd) -> npt.NDArray[np.float64]:
    """Where the windows of a sound begin in its file, as `FrontEnd.windows` cuts it."""
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
    return {"mean": mean, "deviation": deviation, "centre": centre, "axes": _axes(seen)}


def _axes(seen: Tensor) -> Tensor:
    """The principal axes of directions (n, size): (size, at most `_AXES`).

    Notes
    -----
    Of a listener's six thousand numbers all axes would take over a minute, the first ones a second or two
    (Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 2011).
    """
    from sklearn.utils.extmath import randomized_svd

    if not len(seen):
        return torch.eye(seen.shape[1])[:, :_AXES]
    _, _, axes = randomized_svd(seen.numpy(), min(_AXES, *seen.shape), random_state=0)
    return torch.from_numpy(axes.T.copy())


def _sample(features: Features, heard: Sequence[int], counts: Integers) -> Tensor:
    """Evenly spaced windows, (n, size)."""
    step = max(1, -(-int(counts.sum()) // _SAMPLE))
    rows, before = [torch.zeros(0, 1)], 0
    for at, count in zip(heard, counts.tolist(), strict=True):
        if len(chosen := range(-before % step, count, step)):
            rows.append(features.windows(at)[chosen.start :: step].flatten(1).float())
        before += count
    return torch.cat(rows[1:] or rows)


def _write_vectors(path: Path, growth: _Growth) -> None:
    shape = (len(growth.windows), growth.space["axes"].shape[1])
    if not shape[0]:
        np.save(path, np.zeros(shape, np.float16))
        return
    vectors = np.lib.format.open_memmap(path, "w+", np.float16, shape)
    for places, part in growth.vectors():
        vectors[places] = part
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
