"""Generators that tell events and return a result: how a loop gets at both."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

from audioclf_gui.core.errors import UserError

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")


def ending_in(
    steps: Generator[_Event, None, _Result], take: Callable[[_Result], object]
) -> Generator[_Event, None, None]:
    """The same events, for a loop; at their end `take` is called with what the generator returns."""
    take((yield from steps))


def result_of(
    steps: Generator[_Event, None, _Result], show: Callable[[_Event], object] = lambda _event: None
) -> _Result:
    """Run a generator to its end; `show` gets each event.

    A UserError of `show` is raised in the generator, where it has yielded the event: unless it knows
    better, that ends it. Whatever else `show` raises closes it.
    """
    with closing(steps):
        try:
            event = next(steps)
            while True:
                try:
                    show(event)
                except UserError as error:
                    event = steps.throw(error)
                else:
                    event = next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
