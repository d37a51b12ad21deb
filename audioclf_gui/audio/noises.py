"""Noise of a colour: how its power falls with the frequency."""

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

SLOPES = {"white": 0.0, "pink": 1.0, "brown": 2.0}
"""Power falls with this power of the frequency: by 0, 3 and 6 dB an octave."""

_LOWEST_HZ = 20.0  # below it the power is as at it: nobody hears it, and brown noise would have nothing else
_LONGEST = 2**20  # frames made at once; they are repeated, since their end goes on with their beginning


def noise(colour: str, frames: int, rate_hz: int, rng: np.random.Generator) -> Frames:
    """Noise with a root mean square of 1, shape (frames,); after 2**20 frames it repeats itself."""
    size = min(_LONGEST, 1 << max(8, (frames - 1).bit_length()))
    white = rng.standard_normal(size, np.float32)
    if slope := SLOPES[colour]:
        frequencies_hz = np.maximum(np.fft.rfftfreq(size, 1.0 / rate_hz), _LOWEST_HZ)
        shaped = np.fft.rfft(white) * frequencies_hz ** (-slope / 2.0)
        shaped[0] = 0.0
        white = np.fft.irfft(shaped, size).astype(np.float32)
    kept = white[:frames]
    return np.resize(kept / np.float32(np.sqrt(np.square(kept).mean(dtype=np.float64))), frames)
