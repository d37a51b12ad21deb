"""Where a sound passes through zero, so that a cut there makes no click."""

import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import Frames, MonoReader, known_facts

REACH_S = 0.01
"""Farther no edge is moved: half a period at 50 Hz."""


def nearest_crossing(samples: Frames, at: float) -> float | None:
    """Where the signal passes through zero next to a place.

    Parameters
    ----------
    samples : float32, shape (frames,)
    at : float
        A place in frames.

    Returns
    -------
    float or None
        In frames: that of a sample which is zero, or between two of different signs where the line that
        joins them is zero; None if it never is.
    """
    zeros = np.flatnonzero(samples == 0.0).astype(np.float64)
    before = np.flatnonzero(samples[:-1].astype(np.float64) * samples[1:] < 0.0)
    left, right = samples[before].astype(np.float64), samples[before + 1].astype(np.float64)
    places = np.concatenate((zeros, before + left / (left - right)))
    return float(places[np.argmin(abs(places - at))]) if len(places) else None


def nearest_crossings(reader: MonoReader, path: Path, times_s: Iterable[float]) -> dict[float, float]:
    """For each time the nearest one at which the mix of all channels passes through zero; see `REACH_S`.

    Times without a crossing within reach are left out.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened or its sound breaks off in an error.
    """
    rate_hz = known_facts(path).rate_hz
    reach = math.ceil(REACH_S * rate_hz)
    found = {}
    for time_s in sorted(set(times_s)):
        first = max(0, math.floor(time_s * rate_hz) - reach)
        samples = reader.read(path, None, first / rate_hz, (first + 2 * reach + 2) / rate_hz)
        place = nearest_crossing(samples, time_s * rate_hz - first)
        if place is not None and abs((first + place) / rate_hz - time_s) <= REACH_S:
            found[time_s] = round((first + place) / rate_hz, 9)
    return found
