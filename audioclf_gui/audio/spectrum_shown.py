"""What a spectrogram shows of levels: themselves, or how far they stand out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.spectrogram_view import Shown
from audioclf_gui.audio.spectrum_kernel import FLOOR_DB, STEPS_PER_DB, Columns

_MEDIAN_BYTE = 64  # of a level that is at the median
_SILENT_DB, _NOISE_DB = -110.0, -80.0  # see `above_median`
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

    The median is that of the stretch that is drawn, which is the view and as much again beside it; what
    is silent at all frequencies does not count. A frequency that is below -110 dB most of the time, as
    above what an encoder keeps, is taken to have the noise of the others, at most -80 dB: what is let
    through there now and then is not to stand out more than a call.
    """
    if not rows.size:
        return rows
    over = rows.astype(np.int16) - _noise(rows)[0][:, np.newaxis] + _MEDIAN_BYTE
    return np.asarray(np.clip(over, 0, 255), np.uint8)


def pcen(rows: Columns, s_per_px: float) -> Columns:
    """Per-channel energy normalisation: each row is divided by its own smoothed past.

    Notes
    -----
    (E / M**gain + bias)**power - bias**power, M being E smoothed with a time constant of 0.4 s, as in
    Wang et al., "Trainable frontend for robust and far-field keyword spotting", ICASSP 2017; with the
    constants of `librosa.pcen`. E is the power over the lowest level that is drawn; before the picture
    M is the mean of its first 0.4 s. Where it is silent most of the time, M is at least the noise that
    `above_median` takes it to have.
    """
    power = _power(rows)
    weight = np.float32(1.0 - math.exp(-s_per_px / _TIME_S))
    past = power[:, : max(1, math.ceil(_TIME_S / s_per_px))].mean(axis=1)
    smoothed = np.empty((rows.shape[1], rows.shape[0]), np.float32)
    for column, energy in enumerate(np.ascontiguousarray(power.T)):
        past += weight * (energy - past)
        smoothed[column] = past
    noise, is_steady = _noise(rows)
    np.maximum(smoothed, np.where(is_steady, np.float32(0), _power(noise)), out=smoothed)
    values = (power / smoothed.T**_GAIN + _BIAS) ** _POWER - _BIAS**_POWER
    return np.asarray(np.clip(values * _PCEN_STEPS + 0.5, 0, 255), np.uint8)


def _power(levels: npt.NDArray[np.number]) -> npt.NDArray[np.float32]:
    """The power over the lowest level that is drawn."""
    return np.asarray(10.0 ** (levels.astype(np.float32) / (10.0 * STEPS_PER_DB)), np.float32)


def _noise(rows: Columns) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.bool_]]:
    """The level of the noise of each row, as `above_median` tells, and whether it is its own."""
    heard = rows[:, rows.any(axis=0)]
    medians = np.median(heard, axis=1) if heard.size else np.zeros(len(rows))
    scale = SCALES["level"]
    is_steady = medians > scale.byte(_SILENT_DB)
    if is_steady.any():
        medians[~is_steady] = min(np.median(medians[is_steady]), scale.byte(_NOISE_DB))
    return medians.astype(np.int16), is_steady
