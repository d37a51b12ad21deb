"""Where in a window sounds begin and end, by how loud it is from one hundredth of a second to the next."""

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from audioclf_gui.ml.windows import Samples

Levels = npt.NDArray[np.int8]
"""dBFS of each `FRAME_S` of a window, (frames,)."""

Region = tuple[float, float]
"""A stretch of sound, in seconds from the start of its window."""

FRAME_S = 0.01

_QUIETEST_DB = -120
_BACKGROUND_S = 10.0  # the background is the quietest that there was in so long
_BACKGROUND_PERCENT = 10.0  # of a window's levels are background
_LEAST_CONTRAST_DB = 10.0  # a sound that stands out by less has no edges that can be seen
_LEAST_ABOVE_DB = 6.0
_SHARE_ABOVE = 0.35  # of the way from the background to the loudest a sound has begun
_PAUSE_FRAMES = 20  # a shorter pause is within a sound
_LEAST_FRAMES = 2  # a shorter sound is none


def levels_db(samples: Samples, rate_hz: int) -> Levels:
    """How loud each `FRAME_S` of mono sound (n,) is, by the steps from sample to sample.

    Steps know no constant offset, and hear little of wind and rumble, which have no edges.
    """
    size = max(1, round(FRAME_S * rate_hz))
    count = len(samples) // size
    steps = np.diff(samples[: count * size], prepend=samples[:1])
    power = np.square(steps).reshape(count, size).mean(axis=1)
    least = 10.0 ** (_QUIETEST_DB / 10.0)
    levels = np.round(10.0 * np.log10(np.maximum(power, least)))
    found: Levels = np.clip(levels, _QUIETEST_DB, 0.0).astype(np.int8)
    return found


class QuietLevel:
    """How quiet it is between sounds, from window to window.

    Notes
    -----
    The least of what was heard in some seconds, digital silence left out, as in R. Martin, Noise power
    spectral density estimation based on optimal smoothing and minimum statistics (IEEE Trans. Speech and
    Audio Processing, 2001).
    """

    def __init__(self) -> None:
        self._heard: deque[tuple[float, float]] = deque()  # when, and how quiet; ever louder

    def after(self, start_s: float, levels: Levels) -> float:
        """The level in dBFS, with a window that begins at `start_s` and has these levels."""
        sounding = levels[levels > _QUIETEST_DB]
        quiet = float(np.percentile(sounding, _BACKGROUND_PERCENT)) if len(sounding) else math.inf
        while self._heard and self._heard[-1][1] >= quiet:
            self._heard.pop()
        self._heard.append((start_s, quiet))
        while self._heard[0][0] < start_s - _BACKGROUND_S:
            self._heard.popleft()
        return self._heard[0][1]


def sounds(levels: Levels, background_db: float) -> tuple[Region, ...]:
    """The stretches that stand out from the background, in order; none where it is all about as loud."""
    contrast = float(levels.max(initial=_QUIETEST_DB)) - background_db
    if contrast >= _LEAST_CONTRAST_DB:
        least = background_db + max(_LEAST_ABOVE_DB, _SHARE_ABOVE * contrast)
    elif levels.min(initial=0) == _QUIETEST_DB:
        least = _QUIETEST_DB + 1
    else:
        return ()
    steps = np.diff(np.concatenate([[0], levels >= least, [0]]).astype(np.int8))
    first, stop = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    apart = first[1:] - stop[:-1] >= _PAUSE_FRAMES
    first, stop = first[np.append(True, apart)], stop[np.append(apart, True)]
    long_enough = stop - first >= _LEAST_FRAMES
    found = zip(first[long_enough].tolist(), stop[long_enough].tolist(), strict=True)
    return tuple((one * FRAME_S, end * FRAME_S) for one, end in found)
