"""What a frozen network is for the rest of the program: windows of sound in, embeddings out."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml import windows

Samples = npt.NDArray[np.float32]

POOLING_RULES = ("mean", "max", "sd")
"""How the embeddings of the windows of a sound become one vector, number by number."""

AS_LICENSED = Text("Pass it on only as its licence allows.")

_MOST_THREADS = 8  # each has its own copy of what the network computes in between: 80 MB of BirdNET
_FORMAT = 2  # change it when the same listener leads to other numbers


class Network(Protocol):
    """The network itself; any thread may call it at any time."""

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, size) of windows (n, window); each as if it were alone."""
        ...


@dataclass(frozen=True, slots=True)
class PretrainedListener:
    """A frozen network and the way it is listened with.

    Attributes
    ----------
    key, name, licence, source
        What it is called in settings and for people, under which licence its weights are, and whose they are.
    rate_hz, window_frames, hop_frames
        What it hears at once, and how far apart; a shorter sound is lengthened by the rule `pad`.
    size : int
        Numbers in the embedding of one window.
    content : str
        Hash of the files of the model.
    speeds
        How fast the sound is played to it: at speed 2 it hears all an octave higher, and half as long.
    pooling
        Some of `POOLING_RULES`: how the windows of a sound become one vector.
    options
        What else decides about the numbers, as JSON holds it.
    sharing
        Whether it may be passed on in a file of somebody else's.
    notes
        What was guessed.
    learnt
        Content hashes of the sound files that it was fitted to, as far as the project may have them too.
    """

    key: str
    name: Text
    licence: Text
    source: Text
    rate_hz: int
    window_frames: int
    hop_frames: int
    size: int
    content: str
    network: Network = field(compare=False, repr=False)
    pad: str = "repeat"
    speeds: tuple[float, ...] = (1.0,)
    pooling: tuple[str, ...] = ("mean", "max")
    options: Mapping[str, object] = field(default_factory=dict, hash=False)
    sharing: Text = field(default=AS_LICENSED, compare=False)
    notes: tuple[Text, ...] = ()
    learnt: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if min(self.rate_hz, self.window_frames, self.hop_frames, self.size) < 1:
            raise ValueError("rate, window, hop and size are above 0")
        if self.pad not in windows.PAD_RULES or not set(self.pooling) <= set(POOLING_RULES):
            raise ValueError(f"unknown rules: {self.pad!r}, {self.pooling!r}")
        if not self.pooling or not self.speeds or not all(0.1 <= speed <= 10.0 for speed in self.speeds):
            raise ValueError(f"no sound is heard at {self.speeds!r}, {self.pooling!r}")

    @property
    def vector_size(self) -> int:
        """Numbers that tell of a whole sound."""
        return len(self.speeds) * len(self.pooling) * self.size

    def identity(self) -> dict[str, object]:
        """Everything that changes a value, as JSON holds it: embeddings of equal identity are equal."""
        return {
            "format": _FORMAT,
            "listener": self.key,
            "content": self.content,
            "rate_hz": self.rate_hz,
            "window_frames": self.window_frames,
            "hop_frames": self.hop_frames,
            "pad": self.pad,
            "speeds": list(self.speeds),
            "pooling": list(self.pooling),
            "options": dict(self.options),
        }

    def embed(self, samples: Samples) -> Samples:
        """Embeddings of windows.

        Parameters
        ----------
        samples : float32, shape (n, window_frames)
            Mono sound in [-1, 1] at `rate_hz`.

        Returns
        -------
        float32, shape (n, size)
            Row by row the same, whatever else is in the batch.

        Raises
        ------
        UserError
            If the network answers with something that is no number.
        """
        if samples.ndim != 2 or samples.shape[1] != self.window_frames:
            raise ValueError(f"windows of {self.window_frames} frames are expected, not {samples.shape}")
        if not len(samples):
            return np.zeros((0, self.size), np.float32)
        threads = min(len(samples), os.cpu_count() or 1, _MOST_THREADS)
        parts = np.array_split(np.ascontiguousarray(samples, np.float32), threads)
        with ThreadPoolExecutor(threads) as pool:  # any number of them gives the same
            found = np.concatenate(list(pool.map(self.network.embed, parts)))
        if not np.isfinite(found).all():
            raise UserError(
                Text("{name} answers a sound with values that are not numbers", name=self.name),
                remedy=Text("Choose another listener."),
            )
        return found


def files_hash(files: Sequence[Path]) -> str:
    """Hash of every byte of some files, in their order; 32 hexadecimal digits (BLAKE2b)."""
    total = hashlib.blake2b(digest_size=16)
    for path in files:
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, hashlib.blake2b).digest())
    return total.hexdigest()
