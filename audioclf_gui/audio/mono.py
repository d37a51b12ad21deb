"""From channels to one: the one rule for training, files, live sound and pictures.

It is their mean, as everywhere. Only where channels cancel each other, one of them is heard instead: a
balanced microphone on a stereo socket, or a plug with two wires crossed, records right = -left, whose mean is
silence although both are loud. Beside other channels, two that cancel would leave the mean to the rest, which
may be faint: one of the two is heard then, with those that are as loud. That is decided for every tenth of a
second by itself, counted from the beginning of the file or stream. So it depends neither on the blocks in
which sound arrives nor on where a reader begins, a stream need not know its future, and no loud sound is ever
heard as silence.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]

STEP_S = 0.1  # long enough for two waves of 20 Hz, short enough to follow live

_CANCELLING = 0.02  # of the energy that the sum of unlike channels has, which is that of all of them
_AUDIBLE = 1e-12  # of full scale, squared: below it there are only errors of rounding
_FEW = 8  # channels; more are an array
_MOST = 0.5  # of the energy of all channels
_LOUD = 0.5  # of the energy of the loudest channel; equal ones do not take turns then
_NOTHING = np.zeros((0, 1), np.float32)


def step_frames(rate_hz: int) -> int:
    """How many frames are judged together."""
    return max(1, round(STEP_S * rate_hz))


def cancelling(
    samples: npt.NDArray[np.generic], rate_hz: int, start_frame: int = 0, stride: int = 1
) -> Iterator[tuple[slice, list[int]]]:
    """The steps in which channels cancel each other, each with those whose mean is to be heard in it.

    Parameters
    ----------
    samples : shape (frames, channels)
        Steps that are cut off at either end are judged by what there is of them.
    start_frame
        Where in the file or stream `samples` begin.
    stride
        Look at every so manieth frame only, which is enough for a picture.

    Notes
    -----
    Channels that have nothing to do with each other add up to the sum of their energies, equal ones to more.
    Constant offsets are no sound and do not count. Two of several that cancel count if such pairs hold most
    of the energy. Of more than eight, which are an array of microphones, they do not: in a tone some always
    cancel.
    """
    if samples.shape[1] < 2:
        return
    step = step_frames(rate_hz)
    start = -(start_frame % step)
    for at in range(start, len(samples), step):
        part = slice(max(0, at), min(at + step, len(samples)))
        swing = samples[part][::stride].astype(np.float64)
        swing -= np.ones(len(swing)) @ swing / len(swing)
        products = swing.T @ swing
        if products.trace() > _AUDIBLE * len(swing) and (heard := _heard(products)):
            yield part, heard


def _heard(products: npt.NDArray[np.float64]) -> list[int]:
    """The channels to be heard, given their products with each other; none if they do not cancel."""
    energies = np.diag(products)
    total = energies.sum()
    all_cancel = products.sum() < _CANCELLING * total
    loud = np.flatnonzero(energies >= _LOUD * energies.max())
    if 2 < len(energies) <= _FEW:
        sums = energies[:, None] + energies
        cancel = sums + 2.0 * products < _CANCELLING * sums
        left_out: set[int] = set()
        paired_energy = 0.0
        for one, other in combinations(loud.tolist() if cancel.any() else (), 2):
            if cancel[one, other] and not left_out & {one, other}:
                left_out.add(other)
                paired_energy += sums[one, other]
        if paired_energy > _MOST * total:
            return [channel for channel in loud.tolist() if channel not in left_out]
    return [int(loud[0])] if all_cancel else []


def mixed(block: Frames, rate_hz: int, start_frame: int = 0) -> Frames:
    """(frames, channels) as (frames,); `start_frame` is where in the file or stream the block begins."""
    return _mixed(block, rate_hz, start_frame)[0]


class MonoMix:
    """The channels of a file or stream as one, in blocks of any size; of one channel each block at once.

    Several channels come up to `STEP_S` late, since steps are judged as wholes.

    Parameters
    ----------
    channel
        Only this one is heard, counted from 1; None: all of them.

    Attributes
    ----------
    cancelled_frames
        For how long the channels cancelled each other so far.
    """

    def __init__(self, rate_hz: int, channel: int | None = None) -> None:
        self.cancelled_frames = 0
        self._channel = channel
        self._rate_hz = rate_hz
        self._held = _NOTHING

    def push(self, block: Frames, last: bool = False) -> Frames:
        """What can be told after `block` (frames, channels), shape (frames,).

        With `last` the sound ends here, and what comes next is another one.
        """
        joined = block if self._channel is None or not len(block) else block[:, self._channel - 1 :][:, :1]
        if len(self._held):
            joined = np.concatenate([self._held, block]) if len(block) else self._held
        held = 0 if last or joined.shape[1] == 1 else len(joined) % step_frames(self._rate_hz)
        whole = len(joined) - held
        self._held = joined[whole:].copy()
        mono, cancelled = _mixed(joined[:whole], self._rate_hz, 0)
        self.cancelled_frames += cancelled
        return mono


def _mixed(block: Frames, rate_hz: int, start_frame: int) -> tuple[Frames, int]:
    """The channels as one, and in how many frames they cancelled each other."""
    mono: Frames = block.mean(axis=1, dtype=np.float32)
    cancelled = 0
    for part, heard in cancelling(block, rate_hz, start_frame):
        mono[part] = block[part, heard].mean(axis=1, dtype=np.float32)
        cancelled += part.stop - part.start
    return mono, cancelled
