"""Giving memory back to the system once pictures of sound are let go."""

import ctypes
import sys
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of `mallopt`, from glibc's malloc.h
_LARGE_BYTES = 2 * 2**20
_SPARE_BYTES = 16 * 2**20
_ARENAS = 2


def return_freed_memory() -> None:
    """Let arrays of megabytes have memory of their own, which goes back to the system with them.

    Left to itself, glibc keeps room for the largest arrays it has seen, in as many places as there are
    threads: a window that has shown a few long recordings would keep more than any of them needs.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):  # another C library, which is content with less
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in (
            (_MMAP_THRESHOLD, _LARGE_BYTES),
            (_TRIM_THRESHOLD, _SPARE_BYTES),
            (_ARENA_MAX, _ARENAS),
        ):
            mallopt(option, value)
