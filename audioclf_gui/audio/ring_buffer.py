"""A queue of frames between an audio callback and the rest of the program."""

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]


class RingBuffer:
    """Holds up to `capacity_frames` frames; one thread writes, one other reads, nobody waits.

    Each side moves only its own counter, and moves it last, so neither ever sees half a block.
    """

    def __init__(self, capacity_frames: int, channels: int) -> None:
        if capacity_frames <= 0 or channels <= 0:
            raise ValueError(f"a ring buffer cannot hold {capacity_frames} frames of {channels} channels")
        self._frames: Frames = np.zeros((capacity_frames, channels), np.float32)
        self._written = 0
        self._read = 0

    @property
    def available(self) -> int:
        """How many frames can be read now."""
        return self._written - self._read

    @property
    def free(self) -> int:
        """How many frames can be written now."""
        return len(self._frames) - self.available

    def write(self, block: Frames) -> int:
        """Copy as much of `block` (frames, channels) as fits and return how many frames that was."""
        capacity = len(self._frames)
        count = min(len(block), self.free)
        start = self._written % capacity
        upto_end = min(count, capacity - start)
        self._frames[start : start + upto_end] = block[:upto_end]
        self._frames[: count - upto_end] = block[upto_end:count]
        self._written += count  # last, so that the reader never sees half a block
        return count

    def read(self, max_frames: int | None = None) -> Frames:
        """Take out the oldest frames, at most `max_frames`, as a new (frames, channels) array."""
        count = self.available if max_frames is None else min(max_frames, self.available)
        block = np.empty((count, self._frames.shape[1]), np.float32)
        self.read_into(block)
        return block

    def read_into(self, block: Frames) -> int:
        """Fill `block` from its start as far as there is sound; allocates nothing, for callbacks."""
        capacity = len(self._frames)
        count = min(len(block), self.available)
        start = self._read % capacity
        upto_end = min(count, capacity - start)
        block[:upto_end] = self._frames[start : start + upto_end]
        block[upto_end:count] = self._frames[: count - upto_end]
        self._read += count  # last, so that the writer never overwrites what is being copied
        return count
