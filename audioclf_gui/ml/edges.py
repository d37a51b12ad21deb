"""Where in a window sounds begin and end, by how loud its bands are at each hundredth of a second."""

import math
from collections import deque
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.fourier import spectra
from audioclf_gui.ml.windows import Samples

Levels = npt.NDArray[np.float32]
"""Of each `FRAME_S` of a window and each band, in dB, (frames, bands)."""

Region = tuple[float, float]
"""A stretch of sound, in seconds."""

FRAME_S = 0.01

_BANDS = 6
_LEAST_BINS = 4  # of a band: noise of fewer varies too much
_LOWEST_HZ = 100.0  # below it wind and rumble have no edges
_QUIETEST_DB = -120.0
_BACKGROUND_S = 10.0  # the background is the quietest that there was in so long
_BACKGROUND_PERCENT = 20.0  # of a window's levels are background
_LEAST_CONTRAST_DB = 15.0  # a sound that stands out by less has no edges that can be seen
_LEAST_ABOVE_DB = 9.0
_SHARE_ABOVE = 0.35  # of the way from the background to the loudest a sound has begun
_PAUSE_FRAMES = 20  # a shorter pause is within a sound
_LEAST_FRAMES = 3  # a shorter sound is none


def levels_db(samples: Samples, rate_hz: int) -> Levels:
    """How loud each `FRAME_S` of mono sound (n,) is in bands that are evenly spaced by pitch.

    Each is heard for twice as long, so that noise varies less.
    """
    step = max(1, round(FRAME_S * rate_hz))
    size = 2 * step
    padded = np.pad(samples, (step // 2, size))
    count = len(samples) // step
    pieces = np.lib.stride_tricks.sliding_window_view(padded, size)[: count * step : step]
    found = spectra(pieces * np.hanning(size).astype(np.float32)) / size
    power = np.square(found.real) + np.square(found.imag)
    edges_hz = np.geomspace(min(_LOWEST_HZ, rate_hz / 16.0), rate_hz / 2.0, _BANDS + 1)
    firsts = np.round(edges_hz / (rate_hz / size)).astype(np.int64)
    firsts[-1] = power.shape[1]
    bands = [
        power[:, one : max(end, one + _LEAST_BINS)].sum(axis=1) for one, end in pairwise(firsts.tolist())
    ]
    least = 10.0 ** (_QUIETEST_DB / 10.0)
    levels: Levels = 10.0 * np.log10(np.maximum(np.stack(bands, axis=1), least)).astype(np.float32)
    return levels


class QuietLevel:
    """How quiet each band is between sounds, from window to window.

    Notes
    -----
    The least of what was heard in some seconds, digital silence left out, as in R. Martin, Noise power
    spectral density estimation based on optimal smoothing and minimum statistics (IEEE Trans. Speech and
    Audio Processing, 2001).
    """

    def __init__(self) -> None:
        self._heard: deque[tuple[float, Levels]] = deque()

    def after(self, start_s: float, levels: Levels) -> Levels:
        """The level of each band in dB, with a window that begins at `start_s` and has these levels."""
        sounding = levels[(levels > _QUIETEST_DB).any(axis=1)]
        if len(sounding):
            quiet: Levels = np.percentile(sounding, _BACKGROUND_PERCENT, axis=0).astype(np.float32)
            self._heard.append((start_s, quiet))
        while self._heard and self._heard[0][0] < start_s - _BACKGROUND_S:
            self._heard.popleft()
        if not self._heard:
            return np.full(levels.shape[1], math.inf, np.float32)
        least: Levels = np.min([quiet for _, quiet in self._heard], axis=0)
        return least


def sounds(levels: Levels, background_db: Levels) -> tuple[Region, ...]:
    """The stretches that stand out from the background, in order; none where it is all about as loud.

    Parameters
    ----------
    background_db : shape (bands,)
        How quiet each band is between sounds.
    """
    excess = levels - background_db
    contrast = excess.max(axis=0, initial=-math.inf)
    stands_out = contrast >= _LEAST_CONTRAST_DB
    if stands_out.any():
        least = np.maximum(_LEAST_ABOVE_DB, _SHARE_ABOVE * contrast[stands_out])
        active = (excess[:, stands_out] >= least).any(axis=1)
    else:
        active = (levels > _QUIETEST_DB).any(axis=1)  # beside digital silence all sound stands out
        if active.all():
            return ()
    steps = np.diff(np.concatenate([[0], active, [0]]).astype(np.int8))
    first, stop = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    long_enough = stop - first >= _LEAST_FRAMES
    first, stop = first[long_enough], stop[long_enough]
    if not len(first):
        return ()
    apart = first[1:] - stop[:-1] >= _PAUSE_FRAMES
    first, stop = first[np.append(True, apart)], stop[np.append(apart, True)]
    return tuple(
        (one * FRAME_S, end * FRAME_S) for one, end in zip(first.tolist(), stop.tolist(), strict=True)
    )
