"""Making a great many values without looking for garbage among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 20_000


@contextmanager
def no_garbage_collection(values: int) -> Iterator[None]:
    """Collect no garbage while so many values are made, if they are many, and never among them later.

    Python's collector looks for cycles of dead objects whenever their number has grown by a quarter,
    and holds up every thread while it does. Among the values of a large project it finds nothing:
    they form no cycles, and are freed when nobody refers to them. What else is there at the end is
    exempt, too, until `gc.unfreeze`.
    """
    if values < _MANY:
        yield
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
