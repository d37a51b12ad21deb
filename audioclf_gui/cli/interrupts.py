"""Ctrl+C: once to end after what is at hand, twice to end at once."""

import signal
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TypeVar

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")


@contextmanager
def first_interrupt(tell: Callable[[], object] = lambda: None) -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets, which is told of; the second one interrupts as usual."""
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        tell()
        stop.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def interrupted_between_events(
    events: Generator[_Event, None, _Result], stop: threading.Event
) -> Generator[_Event, None, _Result]:
    """The same events; once `stop` is set, KeyboardInterrupt is raised where the job has yielded one.

    Not in the middle of its work: what is raised in a callback of the sound library is dropped there, so
    that Ctrl+C is lost and a file is taken for broken, or for shorter than it is.
    """
    is_told = False
    with closing(events):
        try:
            event = next(events)
            while True:
                yield event
                if stop.is_set() and not is_told:
                    is_told = True
                    event = events.throw(KeyboardInterrupt)
                else:
                    event = next(events)
        except StopIteration as end:
            result: _Result = end.value
            return result
