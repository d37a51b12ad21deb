"""Ctrl+C, SIGTERM and SIGHUP: once to end after what is at hand, twice to end at once."""

import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TextIO, TypeVar

_Event = TypeVar("_Event")
_Result = TypeVar("_Result")


@contextmanager
def ended_as_by_ctrl_c() -> Iterator[list[int]]:
    """SIGTERM (of a scheduler) and SIGHUP (of a closed terminal) do what Ctrl+C does; gives those that came.

    A signal that is ignored already, as SIGHUP is under `nohup`, stays so.
    """
    came: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if number == getattr(signal, "SIGHUP", None):
            _leave_terminal()
        handler = signal.getsignal(signal.SIGINT)
        if not callable(handler):
            raise KeyboardInterrupt
        handler(number, frame)

    names = ("SIGTERM", "SIGHUP")
    known = [number for name in names if (number := getattr(signal, name, None)) is not None]
    heeded = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]
    for number in heeded:
        signal.signal(number, interrupt)
    try:
        yield came
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)


def _leave_terminal() -> None:
    """Print to nowhere what would go to a terminal that is gone, where printing fails."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and stat.S_ISCHR(os.fstat(stream.fileno()).st_mode):
            print_nowhere(stream)


def print_nowhere(stream: TextIO) -> None:
    """Let nothing that is printed from now on fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


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
