"""Making a great many values, or importing, without looking for garbage among what is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 20_000


@contextmanager
def no_garbage_collection(values: int = _MANY) -> Iterator[None]:
    """Collect no garbage while so many values are made, if they are many, and never among them later.

    Python's collector looks for cycles of dead objects whenever their number has grown by a quarter,
    and holds up every thread while it does. Among the values of a large project it finds nothing:
    they form no cycles, and are freed when nobody refers to them. Nor does it among what modules define,
    which in torch's take a tenth of a second to look through. What else is there at the end is exempt,
    too, until `gc.unfreeze`.
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
