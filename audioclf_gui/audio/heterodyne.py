"""Bringing ultrasound down to where it is heard, as bat detectors do."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.band_pass import band_pass

Frames = npt.NDArray[np.float32]

HEARD_HZ = 5_000.0
"""What lies farther from the carrier than this is not heard; detectors for the ear have 3 to 8 kHz."""


def heterodyne(blocks: Iterable[Frames], carrier_hz: float, rate_hz: int) -> Iterator[Frames]:
    """The blocks (frames, channels) with a tone at f heard at abs(f - carrier_hz), as loud as before.

    Sound is multiplied by the carrier, which puts it at the sum and the difference of both frequencies, and
    only differences below `HEARD_HZ` are let through; with a carrier below 10 kHz as much less as keeps out
    what was not brought down. As many frames come out as go in, not delayed.
    """
    low_pass_hz = min(HEARD_HZ, carrier_hz / 2)
    yield from band_pass(_mixed_down(blocks, carrier_hz, rate_hz), 0.0, low_pass_hz, rate_hz)


def _mixed_down(blocks: Iterable[Frames], carrier_hz: float, rate_hz: int) -> Iterator[Frames]:
    turns_per_frame = carrier_hz / rate_hz
    start = 0
    for block in blocks:
        turns = np.arange(start, start + len(block)) * turns_per_frame % 1.0
        carrier = (2.0 * np.cos(2.0 * np.pi * turns)).astype(np.float32)
        yield block * carrier[:, None]
        start += len(block)
