"""Remarks that the MP3 decoder inside libsndfile prints by itself, kept off the terminal.

libmpg123 writes them to C's `stderr`, whatever the program that uses it is doing there. glibc lets that be
another file for a while (https://sourceware.org/glibc/manual/latest/html_node/Standard-Streams.html);
Python, which writes to the descriptor, does not notice.
"""

import ctypes
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_turn = threading.Lock()
_muted = 0  # how many threads decode now
_terminal: int | None = None  # the stream that they come back to


@contextmanager
def no_remarks() -> Iterator[None]:
    """Nothing that a C library prints to its standard error is seen meanwhile, where that is possible."""
    place = _place()
    if place is None:
        yield
        return
    _mute(place)
    try:
        yield
    finally:
        _unmute(place)


def _mute(place: ctypes.c_void_p) -> None:
    global _muted, _terminal  # noqa: PLW0603 - what is switched is global itself
    with _turn:
        if not _muted:
            _terminal, place.value = place.value, _nowhere()
        _muted += 1


def _unmute(place: ctypes.c_void_p) -> None:
    global _muted  # noqa: PLW0603
    with _turn:
        _muted -= 1
        if not _muted:
            place.value = _terminal


@cache
def _place() -> ctypes.c_void_p | None:
    """Where the C library keeps its `stderr`; None where it cannot be exchanged."""
    if sys.platform != "linux":
        return None
    try:
        return ctypes.c_void_p.in_dll(ctypes.CDLL(None), "stderr")
    except ValueError:
        return None


@cache
def _nowhere() -> int | None:
    fdopen = ctypes.CDLL(None).fdopen
    fdopen.restype = ctypes.c_void_p
    stream: int | None = fdopen(os.open(os.devnull, os.O_WRONLY), b"w")
    return stream
