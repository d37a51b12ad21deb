"""Making a great many values without looking for rubbish among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Collect nothing meanwhile, in no thread; for values that stay, and only by the thousands.

    Python looks for cycles of dead objects whenever their number has grown by a quarter. While a large
    project is read or edited that is again and again, finds nothing, and takes half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
