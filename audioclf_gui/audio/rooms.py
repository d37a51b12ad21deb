"""Made rooms: what comes back of a clap in a room of a given reverberation time."""

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

_DIRECT_OVER_ECHO_DB = 3.0  # a talker nearer than the critical distance, where both are equal
_FIRST_ECHO_S = 0.0025  # 0.9 m farther than the direct way


def room_response(rt60_s: float, rate_hz: int, rng: np.random.Generator) -> Frames:
    """The impulse response of a room.

    Parameters
    ----------
    rt60_s
        Time in which its echo falls by 60 dB; 0 is the open air.

    Returns
    -------
    float32, shape (frames,)
        The direct sound in the first frame, then exponentially decaying noise (Moorer, "About This
        Reverberation Business", 1979) 3 dB below it in all. The sum of squares is 1, so that noise is as loud
        in the room as without it.
    """
    frames = round(rt60_s * rate_hz)
    first = max(1, round(_FIRST_ECHO_S * rate_hz))
    response = np.zeros(max(1, frames), np.float32)
    echo = response[first:]
    if len(echo):
        decay = np.power(10.0, -3.0 * np.arange(first, frames) / frames)
        echo[:] = rng.standard_normal(len(echo), np.float32) * decay
        echo *= np.sqrt(10.0 ** (-_DIRECT_OVER_ECHO_DB / 10.0) / np.square(echo).sum(dtype=np.float64))
    response[0] = 1.0
    return response / np.float32(np.sqrt(np.square(response).sum(dtype=np.float64)))


def heard_in(response: Frames, dry: Frames) -> Frames:
    """A sound after its way through a room, shape (frames of both - 1,)."""
    if len(response) == 1:
        return dry.copy()
    frames = len(dry) + len(response) - 1
    size = _fast_size(frames)
    wet = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(response, size), size)
    return np.asarray(wet[:frames], np.float32)


def _fast_size(frames: int) -> int:
    """At least as many, with few different prime factors."""
    return -(-frames // 4096) * 4096
