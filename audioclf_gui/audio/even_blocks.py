"""Sound in blocks of one size, for what works by block and costs as much for a small one."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]


def even_blocks(blocks: Iterable[Frames], frames: int) -> Iterator[Frames]:
    """The same sound, (frames, channels) each, in blocks of so many frames, the last one possibly shorter."""
    held: list[Frames] = []
    count = 0
    for block in blocks:
        held.append(block)
        count += len(block)
        if count >= frames:
            joined = np.concatenate(held)
            whole = count - count % frames
            yield from (joined[at : at + frames] for at in range(0, whole, frames))
            held, count = [joined[whole:]], count - whole
    if count:
        yield np.concatenate(held)
