"""Another order for what can only be read from front to end."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")


def shuffled(items: Iterable[_Item], size: int, rng: Random) -> Iterator[_Item]:
    """The items in an order of `rng`, with no more than `size` of them in memory.

    Each next one is drawn from a buffer that the following item then fills up, as WebDataset and tf.data do;
    with as many places as items every order is as likely.
    """
    held: list[_Item] = []
    for item in items:
        if len(held) < size:
            held.append(item)
            continue
        place = rng.randrange(size)
        yield held[place]
        held[place] = item
    rng.shuffle(held)
    yield from held
