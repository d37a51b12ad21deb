"""The scores of the newest minutes, ready to be drawn."""

import numpy as np
import numpy.typing as npt

_ROWS = 16_384  # a minute at the shortest hop, twice; ten minutes at any from 75 ms on


class ScoreHistory:
    """Times and scores in arrays that are moved together only when they are full."""

    def __init__(self, classes: int) -> None:
        self._times_s = np.zeros(_ROWS, np.float64)
        self._scores = np.zeros((_ROWS, classes), np.float32)
        self._count = 0

    def add(self, time_s: float, scores: npt.NDArray[np.float32]) -> None:
        """The scores (classes,) of the window that ends at `time_s`."""
        if self._count == _ROWS:
            half = _ROWS // 2
            self._times_s[:half] = self._times_s[half:]
            self._scores[:half] = self._scores[half:]
            self._count = half
        self._times_s[self._count] = time_s
        self._scores[self._count] = scores
        self._count += 1

    def highest(self, start_s: float, end_s: float) -> npt.NDArray[np.float32]:
        """The highest scores (classes,) of the windows that end in a stretch; of none there are none."""
        first, stop = np.searchsorted(self._times_s[: self._count], (start_s, end_s))
        scores = self._scores[first:stop]
        return scores.max(axis=0) if len(scores) else scores.reshape(-1)

    def between(
        self, start_s: float, end_s: float, most: int
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float32]]:
        """Times (n,) and scores (n, classes) from just before `start_s` to just after `end_s`.

        Thinned out to about `most` of them, always the same ones.
        """
        first = max(0, int(np.searchsorted(self._times_s[: self._count], start_s)) - 1)
        stop = min(self._count, int(np.searchsorted(self._times_s[: self._count], end_s, "right")) + 1)
        step = max(1, (stop - first) // max(1, most))
        first -= first % step
        places = np.arange(first, stop, step)
        if len(places) and places[-1] != stop - 1:
            places = np.append(places, stop - 1)
        return self._times_s[places], self._scores[places]
