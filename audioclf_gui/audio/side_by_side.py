"""Work of a few milliseconds each, on all cores, taken in its order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TypeVar

Result = TypeVar("Result")


def in_order(
    work: Iterable[Callable[[], Result]], pool: ThreadPoolExecutor | None = None
) -> Iterator[Result]:
    """The results of functions that leave the interpreter to others while they compute.

    As many are under way as there are cores; `work` is asked for the next one only then, so that what
    it reads does not pile up. What was not begun is dropped when one stops iterating.

    Parameters
    ----------
    pool
        Threads of its own for work that takes long, so that no picture waits for it.
    """
    pool = pool or _threads()
    waiting: deque[Future[Result]] = deque()
    try:
        for one in work:
            waiting.append(pool.submit(one))
            if len(waiting) > _cores():
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _cores() -> int:
    return max(1, os.cpu_count() or 1)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_cores(), "pictures")
