"""Changing the sampling rate, with one quality everywhere, and one for what must be exact."""

from typing import Any

import numpy as np
import numpy.typing as npt
import soxr

Frames = npt.NDArray[np.float32]

_QUALITY = "HQ"
_EXACT = "VHQ"  # soxr computes in float64 from this quality on


def resample(samples: Frames, from_hz: float, to_hz: float) -> Frames:
    """Bring a whole sound to another rate.

    Parameters
    ----------
    samples : float32, shape (frames,) or (frames, channels)

    Returns
    -------
    float32, of the same number of dimensions
        ceil or floor of frames * to_hz / from_hz long; the input itself where the rates agree.
    """
    if from_hz == to_hz or not len(samples):
        return samples
    resampled: Frames = soxr.resample(samples, from_hz, to_hz, quality=_QUALITY)
    return resampled


def resample_exactly(
    samples: npt.NDArray[np.floating[Any]], from_hz: int, to_hz: int
) -> npt.NDArray[np.float64]:
    """The same as float64 (frames,), linear in the sound but for the rounding of float64.

    For what is computed elsewhere, too, and then has to be the same sound to the last bits of float32.
    """
    if from_hz == to_hz or not len(samples):
        return samples.astype(np.float64)
    resampled: npt.NDArray[np.float64] = soxr.resample(
        samples.astype(np.float64), from_hz, to_hz, quality=_EXACT
    )
    return resampled


class StreamResampler:
    """Brings sound that arrives in blocks to another rate, as one unbroken sound.

    What comes out lags behind what went in by the filter's length; `last` gets the rest out.
    """

    def __init__(self, from_hz: float, to_hz: float, channels: int = 1) -> None:
        self._stream = (
            None
            if from_hz == to_hz
            else soxr.ResampleStream(from_hz, to_hz, channels, dtype="float32", quality=_QUALITY)
        )

    def push(self, block: Frames, last: bool = False) -> Frames:
        """The next frames at the new rate for the next at the old one; may be none yet.

        Blocks are (frames,) for one channel and (frames, channels) for more.
        """
        if self._stream is None:
            return block
        resampled: Frames = self._stream.resample_chunk(block, last=last)
        return resampled
