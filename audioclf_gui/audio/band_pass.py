"""Leaving a band of frequencies in a sound, for listening to what a box on the spectrogram holds."""

import math
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

_NARROWEST_SLOPE_HZ = 40.0  # steeper filters would smear short sounds audibly
_SLOPE_OF_EDGE = 0.05
_LONGEST_TAPS = 2**14 - 1


def band_taps(low_hz: float, high_hz: float, rate_hz: int) -> npt.NDArray[np.float64]:
    """Windowed-sinc filter (Blackman) that lets [low_hz, high_hz] through.

    Returns
    -------
    float64, shape (taps,), taps odd and symmetric
        Gain 1 in the band, -6 dB at its edges, below -60 dB half a slope beyond them; the slope is 5 % of the
        edge, 40 Hz at least.
    """
    edges = [edge for edge in (low_hz, high_hz) if 0.0 < edge < rate_hz / 2]
    slope_hz = max(_NARROWEST_SLOPE_HZ, _SLOPE_OF_EDGE * min(edges, default=rate_hz / 2))
    half = min(math.ceil(2.75 * rate_hz / slope_hz), _LONGEST_TAPS // 2)  # Blackman: 5.5 / slope in all
    places = np.arange(-half, half + 1)
    taps = low_pass(high_hz, rate_hz, places) - low_pass(low_hz, rate_hz, places)
    window: npt.NDArray[np.float64] = np.blackman(2 * half + 3)[1:-1]
    return taps * window


def band_pass(blocks: Iterable[Frames], low_hz: float, high_hz: float, rate_hz: int) -> Iterator[Frames]:
    """The blocks (frames, channels) with everything outside of [low_hz, high_hz] Hz taken out, not delayed.

    As many frames come out as go in; before and after the sound there is silence. Fast convolution by
    overlap-save (Oppenheim and Schafer, Discrete-Time Signal Processing).
    """
    taps = band_taps(low_hz, high_hz, rate_hz)
    half = len(taps) // 2
    pending: Frames | None = (
        None  # the last `taps - 1` frames that went in, which the next output still needs
    )
    ahead = half  # frames to be dropped from the start, so that the output is not late
    for block in blocks:
        if pending is None:
            pending = np.zeros((2 * half, block.shape[1]), np.float32)
        filtered, pending = _convolve(np.concatenate([pending, block]), taps)
        dropped = min(ahead, len(filtered))
        ahead -= dropped
        yield filtered[dropped:]
    if pending is not None:
        silence = np.zeros((half, pending.shape[1]), np.float32)
        yield _convolve(np.concatenate([pending, silence]), taps)[0][ahead:]


def low_pass(edge_hz: float, rate_hz: int, places: npt.NDArray[np.int_]) -> npt.NDArray[np.float64]:
    """The response of the ideal low pass at whole frames around its middle, to be windowed."""
    relative = 2.0 * min(max(edge_hz, 0.0), rate_hz / 2) / rate_hz
    response: npt.NDArray[np.float64] = relative * np.sinc(relative * places)
    return response


def _convolve(sound: Frames, taps: npt.NDArray[np.float64]) -> tuple[Frames, Frames]:
    """What the filter makes of `sound` where it lies wholly inside, and what the next call needs of it."""
    count = len(sound) - len(taps) + 1
    size = 1 << (len(sound) - 1).bit_length()
    spectrum = np.fft.rfft(sound, size, axis=0) * np.fft.rfft(taps, size)[:, None]
    whole = np.fft.irfft(spectrum, size, axis=0)
    filtered: Frames = whole[len(taps) - 1 : len(taps) - 1 + count].astype(np.float32)
    return filtered, sound[count:]
