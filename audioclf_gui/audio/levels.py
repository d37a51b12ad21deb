"""How loud a sound is, in decibels of full scale."""

import math

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

FLOOR_DB = -120.0  # below the noise of any 16-bit recording; stands for silence


def peak_db(samples: Frames) -> float:
    """Largest magnitude in dBFS; 0 is full scale, never below -120."""
    return _decibels(float(np.max(np.abs(samples), initial=0.0)))


def rms_db(samples: Frames) -> float:
    """Root mean square in dBFS; a full-scale sine has -3.01, never below -120."""
    if not samples.size:
        return FLOOR_DB
    return _decibels(math.sqrt(float(np.mean(np.square(samples, dtype=np.float64)))))


def swing(samples: Frames) -> Frames:
    """Samples (frames,) without their constant offset, which is no sound."""
    return samples - samples.mean() if samples.size else samples


def _decibels(amplitude: float) -> float:
    return max(FLOOR_DB, 20.0 * math.log10(amplitude)) if amplitude > 0.0 else FLOOR_DB
