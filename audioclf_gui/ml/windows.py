"""Cutting sound into windows of one length: one rule for training, files and live sound."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

LEAST_HOP_S = 0.01
"""Windows of a model are at least so far apart."""

SHORTEST_WINDOW_S = 0.5
LONGEST_WINDOW_S = 6.0

PAD_RULES = ("zeros", "repeat")
"""What follows a sound that is too short: silence, or the sound itself again."""


def fit(samples: Samples, frames: int, rule: str) -> Samples:
    """Exactly `frames` of a sound: its beginning, or all of it lengthened by `rule`.

    Parameters
    ----------
    samples : shape (n,)
        Mono sound; nothing at all becomes silence under either rule.
    rule : one of `PAD_RULES`

    Raises
    ------
    ValueError
        If there is no such rule.
    """
    if rule not in PAD_RULES:
        raise ValueError(f"{rule!r} is no rule for short sounds; known are {', '.join(PAD_RULES)}")
    if len(samples) >= frames:
        return samples[:frames]
    if rule == "repeat" and len(samples):
        return np.resize(samples, frames)
    return np.pad(samples, (0, frames - len(samples)))


def usual_window_s(durations_s: Sequence[float], longest_s: float = LONGEST_WINDOW_S) -> float:
    """The window that suits sounds of these lengths: their 95th percentile, from 0.5 s to the longest.

    It is rounded up to hundredths, so that clips of 5.001 s do not take two each.
    """
    usual_s = float(np.clip(np.quantile(durations_s, 0.95), SHORTEST_WINDOW_S, longest_s))
    return math.ceil(round(usual_s * 100.0, 3)) / 100.0


def starts(total_frames: int, window_frames: int, hop_frames: int) -> list[int]:
    """Where the windows of a sound begin: every hop while one fits, and one that ends where it ends.

    A sound shorter than a window has one window, which `fit` lengthens; an empty one has none.
    """
    if window_frames < 1 or hop_frames < 1:
        raise ValueError(f"windows of {window_frames} frames cannot step by {hop_frames}")
    if total_frames < 1:
        return []
    last = max(0, total_frames - window_frames)
    regular = list(range(0, last + 1, hop_frames))
    return regular if regular[-1] == last else [*regular, last]


class WindowStream:
    """The windows at `starts`, cut from a sound that arrives in blocks and may never end.

    It holds less than a window and a hop, so the length of the sound does not matter.
    """

    def __init__(self, window_frames: int, hop_frames: int, pad: str) -> None:
        if window_frames < 1 or hop_frames < 1:
            raise ValueError(f"windows of {window_frames} frames cannot step by {hop_frames}")
        self._window = window_frames
        self._hop = hop_frames
        self._pad = pad
        self._held: Samples = np.zeros(0, np.float32)
        self._held_from = 0  # frame of the sound at which `_held` begins
        self._next = 0  # where the next regular window begins

    @property
    def frames(self) -> int:
        """How much of the sound has come so far."""
        return self._held_from + len(self._held)

    def push(self, block: Samples, last: bool = False) -> list[tuple[int, Samples]]:
        """The windows that `block` completes, each with the frame at which it begins.

        With `last` the sound ends here, and the window that is aligned to its end comes too.
        """
        self._held = np.concatenate([self._held, block]).astype(np.float32, copy=False)
        found = []
        while self._next + self._window <= self.frames:
            found.append((self._next, self._cut(self._next)))
            self._next += self._hop
        if last and self.frames:
            final = max(0, self.frames - self._window)
            if final > self._next - self._hop:
                found.append((final, fit(self._cut(final), self._window, self._pad)))
        self._forget()
        return found

    def _cut(self, start: int) -> Samples:
        offset = start - self._held_from
        return self._held[offset : offset + self._window]

    def _forget(self) -> None:
        """Drop what neither a regular window nor one aligned to the end can need."""
        keep_from = min(self._next, max(0, self.frames - self._window))
        if keep_from > self._held_from:
            self._held = self._held[keep_from - self._held_from :].copy()
            self._held_from = keep_from
