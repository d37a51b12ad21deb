"""The program's own resampler as a sum of products, for graphs that play a sound at another speed."""

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audioclf_gui.audio.resample import resample_exactly

Array = npt.NDArray[np.float64]

_REACH = 2000  # samples, in which the filter is looked for; it reaches a few hundred
_NOTHING = 1e-13  # of a sample's height


class Resampled(nn.Module):
    """Sound of one length at another rate, as `resample_exactly` brings it there.

    That is linear, and from block to block the same: so many samples come in, so many go out. What it does
    to each sample of a block is therefore all there is to know; the very start is somewhat different.

    Parameters
    ----------
    frames : int
        Length of the sounds.
    from_hz, to_hz : int
        Their rate, and the one that they are brought to.
    """

    products: Tensor
    at_start: Tensor

    def __init__(self, frames: int, from_hz: int, to_hz: int) -> None:
        super().__init__()
        products, before, at_start = _measured(from_hz, to_hz)
        step = math.gcd(from_hz, to_hz)
        self._block = from_hz // step
        self._length = len(resample_exactly(np.zeros(frames), from_hz, to_hz))
        blocks = math.ceil(self._length / (to_hz // step))
        reach = (blocks - 1) * self._block + len(products)
        self._padding = (before, max(0, reach - before - frames))
        self._reach = reach
        self.register_buffer("products", torch.from_numpy(products))
        self.register_buffer("at_start", torch.from_numpy(at_start[:frames, : self._length]))

    def forward(self, samples: Tensor) -> Tensor:
        """Sound (batch, frames) to sound (batch, its length at the other rate)."""
        exact = samples.double()
        padded = nn.functional.pad(exact, self._padding)[:, : self._reach]
        blocks = padded.unfold(-1, self.products.shape[0], self._block)
        played = (blocks @ self.products).flatten(1)[:, : self._length]
        heard, changed = self.at_start.shape
        first = played[:, :changed] + exact[:, :heard] @ self.at_start
        return torch.cat([first, played[:, changed:]], dim=1).float()


@lru_cache(maxsize=8)
def _measured(from_hz: int, to_hz: int) -> tuple[Array, int, Array]:
    """What the resampler does to a block, measured sample by sample.

    Returns
    -------
    products : (samples heard, samples that come out)
        For any block of the sound.
    before : int
        How many of the samples heard lie before the block.
    at_start : (samples heard, samples that come out)
        What is to be added at the very start of a sound.
    """
    step = math.gcd(from_hz, to_hz)
    block, out = from_hz // step, to_hz // step
    middle = _REACH // block + 1
    frames = (2 * middle + 1) * block
    inside = _responses(frames, range(middle * block, (middle + 1) * block), from_hz, to_hz)
    # A block hears from the one before it what that one's samples come to one block later.
    heard = inside.reshape(block, -1, out)[:, ::-1].transpose(1, 0, 2).reshape(-1, out)
    first, last = np.flatnonzero(np.abs(heard).max(axis=1) > _NOTHING)[[0, -1]]
    products, before = np.ascontiguousarray(heard[first : last + 1]), middle * block - int(first)

    starting = range(len(products) - before)
    at_start = _responses(frames, starting, from_hz, to_hz)[:, :out] - products[before:]
    changed = np.flatnonzero(np.abs(at_start).max(axis=0) > _NOTHING)
    return products, before, at_start[:, : 1 + int(changed.max(initial=0))]


def _responses(frames: int, places: range, from_hz: int, to_hz: int) -> Array:
    """What a sample of height 1 at each of these places, in silence, comes to: (places, frames out)."""
    sounds = np.zeros((len(places), frames))
    sounds[np.arange(len(places)), places] = 1.0
    return np.stack([resample_exactly(sound, from_hz, to_hz) for sound in sounds])
