"""Generators that tell events and return a result: how a loop gets at both."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

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
    """Run a generator to its end, or close it if `show`, which gets each event, raises."""
    results: list[_Result] = []
    with closing(ending_in(steps, results.append)) as events:
        for event in events:
            show(event)
    return results[0]
