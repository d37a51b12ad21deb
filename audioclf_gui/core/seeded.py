"""Choosing by chance so that the choice is the same again, and stays when something else is taken away.

Each name gets a number from itself and the seed, and the highest wins (rendezvous hashing, Thaler and
Ravishankar 1998): whoever removes a name changes only the choices that fell on it.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]

_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_FACTORS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def key_of(name: str) -> int:
    """A number of 64 bits that stands for a name."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def keys_of(names: Sequence[str]) -> Keys:
    """The numbers that stand for names, shape (names,)."""
    return np.array([key_of(name) for name in names], np.uint64)


def drawn(keys: Keys, seed: int) -> int:
    """The place of the key that a seed of 64 bits chooses; each is as likely."""
    return int(_scores(keys, seed).argmax())


def ranked(names: Sequence[str], seed: int) -> list[str]:
    """The names in an order of chance that the seed decides; taking one away leaves that of the others."""
    order = np.argsort(_scores(keys_of(names), key_of(str(seed))), kind="stable")
    return [names[place] for place in order]


def _scores(keys: Keys, seed: int) -> Keys:
    """splitmix64's last step (Steele, Lea and Flood 2014) over each key with the seed."""
    mixed = keys ^ np.uint64(seed)
    mixed = (mixed ^ (mixed >> _SHIFTS[0])) * _FACTORS[0]
    mixed = (mixed ^ (mixed >> _SHIFTS[1])) * _FACTORS[1]
    return mixed ^ (mixed >> _SHIFTS[2])
