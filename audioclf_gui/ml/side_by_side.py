"""Many files at a time: in threads, since decoding, transforms and networks all work outside of Python."""

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import torch

from audioclf_gui.ml.devices import cores, freed_memory_kept

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD = 2  # items for each thread that are begun before their turn, so that memory stays bounded


def side_by_side(
    work: Callable[[_Item, threading.Event], _Result], items: Sequence[_Item], workers: int | None = None
) -> Generator[_Result, None, None]:
    """What `work` makes of each item, in their order, whatever it raises included.

    Threads share the cores: with as many items each computes on one, so that what comes out does not depend
    on how many there are. When the generator is closed, the event that `work` is given is set, and what is
    under way has to end.

    Parameters
    ----------
    workers : int, optional
        By default as many as there are cores.
    """
    total = cores()
    workers = max(1, min(len(items), workers or total))
    before, ended = torch.get_num_threads(), threading.Event()
    waiting: deque[Future[_Result]] = deque()
    each = max(1, total // workers)
    with freed_memory_kept(), ThreadPoolExecutor(workers, "file", torch.set_num_threads, (each,)) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item, ended))
                if len(waiting) > _AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            ended.set()
            for one in waiting:
                one.cancel()
            torch.set_num_threads(before)  # for threads that begin later
