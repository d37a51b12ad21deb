"""Giving memory back to the system once pictures of sound are let go.

Left to itself, glibc keeps what was freed, in as many places as there are threads: a window that has shown a
few long recordings would keep more than any of them needs. It could be told to keep nothing large, but
training allocates the same anew at each step, and would take more than half as long again.
"""

import ctypes
import sys
from contextlib import suppress

_ARENA_MAX = -8  # of `mallopt`, from glibc's malloc.h
_ARENAS = 2


def share_memory_among_threads() -> None:
    """Let all threads take memory from the same two places; before there are threads."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library, which keeps less
            ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS)


def give_back_memory() -> None:
    """Return to the system what is kept of memory that was freed; takes some milliseconds, in any thread."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
