"""What a spectrogram shows of levels: themselves, or how far they stand out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.spectrogram_view import Shown
from audioclf_gui.audio.spectrum_kernel import FLOOR_DB, STEPS_PER_DB, Columns

_MEDIAN_BYTE = 64  # of a level that is at the median
_PCEN_STEPS = 32.0  # bytes for each unit
_GAIN, _BIAS, _POWER, _TIME_S = 0.98, 2.0, 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Scale:
    """What the bytes of a picture stand for."""

    first: float  # what a byte of 0 stands for
    steps: float  # bytes for each unit
    unit: str

    def value(self, byte: float) -> float:
        """What a byte stands for."""
        return self.first + byte / self.steps

    def byte(self, value: float) -> int:
        """The byte nearest to a value."""
        return round(min(max((value - self.first) * self.steps, 0.0), 255.0))


SCALES: Mapping[Shown, Scale] = {
    "level": Scale(FLOOR_DB, STEPS_PER_DB, "dB"),
    "above median": Scale(-_MEDIAN_BYTE / STEPS_PER_DB, STEPS_PER_DB, "dB"),
    "pcen": Scale(0.0, _PCEN_STEPS, ""),
}


def shown_rows(rows: Columns, shown: Shown, s_per_px: float) -> Columns:
    """A picture of levels, (height, columns), as one of what is to be shown; see `SCALES`."""
    match shown:
        case "level":
            return rows
        case "above median":
            return above_median(rows)
        case "pcen":
            return pcen(rows, s_per_px)


def above_median(rows: Columns) -> Columns:
    """Levels over the median of their row, which takes steady noise and hum away.

    The median is that of the stretch that is drawn, which is the view and as much again beside it.
    """
    if not rows.size:
        return rows
    over = rows.astype(np.int16) - np.median(rows, axis=1, keepdims=True).astype(np.int16) + _MEDIAN_BYTE
    return np.asarray(np.clip(over, 0, 255), np.uint8)


def pcen(rows: Columns, s_per_px: float) -> Columns:
    """Per-channel energy normalisation: each row is divided by its own smoothed past.

    Notes
    -----
    (E / M**gain + bias)**power - bias**power, M being E smoothed with a time constant of 0.4 s, as in
    Wang et al., "Trainable frontend for robust and far-field keyword spotting", ICASSP 2017; with the
    constants of `librosa.pcen`. E is the power over the lowest level that is drawn; before the picture
    M is the mean of its first 0.4 s.
    """
    power = 10.0 ** (rows.astype(np.float32) / (10.0 * STEPS_PER_DB))
    weight = np.float32(1.0 - math.exp(-s_per_px / _TIME_S))
    past = power[:, : max(1, math.ceil(_TIME_S / s_per_px))].mean(axis=1)
    smoothed = np.empty((rows.shape[1], rows.shape[0]), np.float32)
    for column, energy in enumerate(np.ascontiguousarray(power.T)):
        past += weight * (energy - past)
        smoothed[column] = past
    values = (power / smoothed.T**_GAIN + _BIAS) ** _POWER - _BIAS**_POWER
    return np.asarray(np.clip(values * _PCEN_STEPS + 0.5, 0, 255), np.uint8)
