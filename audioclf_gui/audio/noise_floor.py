"""How far sound stands out of the noise around it, which is learnt from the recording itself."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

Levels = npt.NDArray[np.float32]

_PIECE_S = 1.0  # for each of which a floor is taken
_HALF_PIECES = 15  # on either side: longer than a song with its pauses, shorter than a rising wind
_PERCENT = 20.0  # so much of the time is quieter than the floor; sound may fill the rest
_QUIETEST_DB = -90.0  # no recording's noise is below that of 15 bits


def over_floor(levels_db: Iterable[Levels], step_s: float) -> Iterator[Levels]:
    """Levels in dB over a floor that follows the noise: a running percentile.

    Parameters
    ----------
    levels_db : float32, shape (steps,) each
        The levels of steps as long as `step_s`, some at a time.

    Yields
    ------
    float32, shape (steps,)
        All of them in their order. The floor of a second is what a fifth of the steps within 15 s of it do
        not exceed. What is below -90 dBFS, as the silence of a padded clip, is no noise and does not count.
    """
    around: deque[Levels] = deque()
    place = 0  # in `around`: of the piece that comes next
    for piece in _pieces(levels_db, max(1, round(_PIECE_S / step_s))):
        around.append(piece)
        if len(around) - place > _HALF_PIECES:
            yield around[place] - _floor_db(around)
            place += 1
        if place > _HALF_PIECES:
            around.popleft()
            place -= 1
    while place < len(around):
        yield around[place] - _floor_db(around)
        place += 1
        if place > _HALF_PIECES:
            around.popleft()
            place -= 1


def _floor_db(pieces: Sequence[Levels]) -> float:
    levels_db = np.concatenate(pieces)
    heard = levels_db[levels_db > _QUIETEST_DB]
    return float(np.percentile(heard, _PERCENT)) if len(heard) else _QUIETEST_DB


def _pieces(levels_db: Iterable[Levels], steps: int) -> Iterator[Levels]:
    """The same levels so many at a time, the last ones possibly fewer."""
    held = np.zeros(0, np.float32)
    for levels in levels_db:
        held = np.concatenate([held, levels])
        whole = len(held) - len(held) % steps
        yield from np.split(held[:whole], range(steps, whole, steps)) if whole else ()
        held = held[whole:]
    if len(held):
        yield held
