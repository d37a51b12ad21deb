"""Where frequencies are on the axis of a spectrogram, which is even in mel or in hertz."""

from typing import Literal

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.mel_kernel import MelKernel, band_at_hz

Axis = Literal["mel", "linear"]


def row_bands(kernel: MelKernel, height: int, axis: Axis) -> npt.NDArray[np.float64]:
    """Which band, with fraction, is drawn in each row of pixels; the uppermost row first."""
    return band_at_hz(row_frequencies_hz(kernel, height, axis), kernel.mels, kernel.low_hz, kernel.high_hz)


def row_frequencies_hz(kernel: MelKernel, height: int, axis: Axis) -> npt.NDArray[np.float64]:
    """The frequency in the middle of each row of pixels; the uppermost row first."""
    up = (height - 0.5 - np.arange(height)) / height
    return frequency_at(up, kernel.low_hz, kernel.high_hz, axis)


def frequency_at(up: npt.ArrayLike, low_hz: float, high_hz: float, axis: Axis) -> npt.NDArray[np.float64]:
    """The frequency at a height: 0 at the foot of the axis, 1 at its top."""
    up = np.asarray(up, np.float64)
    if axis == "linear":
        return low_hz + up * (high_hz - low_hz)
    low, high = _mel(low_hz), _mel(high_hz)
    return np.asarray(700.0 * (10.0 ** ((low + up * (high - low)) / 2595.0) - 1.0))


def height_at(frequency_hz: float, low_hz: float, high_hz: float, axis: Axis) -> float:
    """The inverse of `frequency_at`."""
    if axis == "linear":
        return (frequency_hz - low_hz) / (high_hz - low_hz)
    low, high = _mel(low_hz), _mel(high_hz)
    return float((_mel(frequency_hz) - low) / (high - low))


def _mel(frequency_hz: float) -> float:
    return float(2595.0 * np.log10(1.0 + frequency_hz / 700.0))
