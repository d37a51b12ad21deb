"""From the blocks of a sound to the windows that a model hears of it."""

import itertools
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass

import numpy as np

from audioclf_gui.audio.mono import MonoMix
from audioclf_gui.ml.bundle import Bundle
from audioclf_gui.ml.window_feed import HeardWindow, WindowFeed
from audioclf_gui.ml.windows import Samples

_NOTHING = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class HeardSound:
    """A sound that has been heard to its end."""

    duration_s: float
    windows: list[HeardWindow]  # without their samples; none of a sound without frames


def heard_blocks(
    bundle: Bundle,
    blocks: Iterable[Samples],
    rate_hz: int,
    hop_s: float,
    take: Callable[[Sequence[Samples]], None],
    ended: threading.Event,
) -> HeardSound:
    """Hand the windows of a sound on; CancelledError as soon as nobody wants them any more.

    Parameters
    ----------
    blocks : float32, shape (frames, channels) each
        In [-1, 1], at `rate_hz`, one after the other.
    take
        Is called with the samples of the windows of each block.
    """
    feed, mix = WindowFeed(bundle, rate_hz, hop_s), MonoMix(rate_hz)
    frames = 0
    heard: list[HeardWindow] = []
    end_of_sound = np.zeros((0, 1), np.float32)
    for block in itertools.chain(blocks, [end_of_sound]):
        if ended.is_set():
            raise CancelledError
        frames += len(block)
        is_last = block is end_of_sound
        found = feed.push(mix.push(block, is_last), is_last)
        heard += [one._replace(samples=_NOTHING) for one in found]
        take([one.samples for one in found])
    return HeardSound(frames / rate_hz, heard)
