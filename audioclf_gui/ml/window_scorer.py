"""The windows of several sounds, scored in full batches."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np

from audioclf_gui.ml.windows import Samples


class Score(Protocol):
    """Scores (n, outputs) of windows, each (frames,), whatever other windows it comes with."""

    def __call__(self, windows: Sequence[Samples], /) -> Samples:
        """See above."""


class WindowScorer:
    """Asks a model about many windows at a time, of whatever sounds they are.

    For one window it takes half as long as for ten, and most of that in Python, where other threads wait.
    """

    def __init__(self, score: Score, most: int) -> None:
        self._score = score
        self._most = most  # windows at a time
        self._waiting: list[tuple[int, Samples]] = []
        self._scores: dict[int, list[Samples]] = {}

    def add(self, sound: int, windows: Iterable[Samples]) -> None:
        """The next windows of a sound."""
        for window in windows:
            self._waiting.append((sound, window))
            if len(self._waiting) == self._most:
                self._ask()

    def scores(self, sound: int) -> Samples:
        """Of all windows of a sound, which has one at least: (windows, outputs)."""
        if self._waiting:
            self._ask()
        return np.stack(self._scores[sound])

    def _ask(self) -> None:
        answers = self._score([window for _, window in self._waiting])
        for (sound, _), row in zip(self._waiting, answers, strict=True):
            self._scores.setdefault(sound, []).append(row)
        self._waiting = []
