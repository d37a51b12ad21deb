"""How far something is."""

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from audioclf_gui.core.text import Text

_Result = TypeVar("_Result")

_PAUSE_S = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many things are done."""

    done: int
    total: int

    @property
    def detail(self) -> Text | None:
        """What else there is to tell of it; mostly nothing."""
        return None


def paced(steps: Generator[Progress, None, _Result]) -> Generator[Progress, None, _Result]:
    """The first of the events, then at most ten a second; the last one in any case."""
    told_at = -_PAUSE_S
    untold: Progress | None = None
    with closing(steps):
        try:
            while True:
                untold = event = next(steps)
                if time.monotonic() - told_at >= _PAUSE_S:
                    told_at, untold = time.monotonic(), None
                    yield event
        except StopIteration as end:
            result: _Result = end.value
    if untold is not None:
        yield untold
    return result
