"""Waiting for something slow without being held up by it."""

import queue
import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, TypeVar

_Item = TypeVar("_Item")

_PAUSE_S = 0.1
_AHEAD = 8  # items that may wait to be taken


@dataclass(frozen=True, slots=True)
class _News(Generic[_Item]):
    item: _Item | None = None
    error: BaseException | None = None
    is_end: bool = False


def attended(steps: Generator[_Item, None, None]) -> Generator[_Item | None, None, None]:
    """What a generator yields that runs in a thread of its own; None for each tenth of a second without news.

    So whoever waits can leave at any time. The thread is left behind then, and closes the generator as
    soon as that yields again.
    """
    news: queue.Queue[_News[_Item]] = queue.Queue(_AHEAD)
    is_left = threading.Event()
    threading.Thread(target=_run, args=(steps, news, is_left), daemon=True).start()
    try:
        while True:
            try:
                one = news.get(timeout=_PAUSE_S)
            except queue.Empty:
                yield None
                continue
            if one.error is not None:
                raise one.error
            if one.is_end:
                return
            yield one.item
    finally:
        is_left.set()


def _run(
    steps: Generator[_Item, None, None], news: "queue.Queue[_News[_Item]]", is_left: threading.Event
) -> None:
    last: _News[_Item] = _News(is_end=True)
    try:
        with closing(steps):
            for item in steps:
                if not _put(_News(item), news, is_left):
                    return
    except BaseException as error:  # noqa: BLE001 - it is raised again where the items are taken
        last = _News(error=error)
    _put(last, news, is_left)


def _put(one: _News[_Item], news: "queue.Queue[_News[_Item]]", is_left: threading.Event) -> bool:
    while not is_left.is_set():
        try:
            news.put(one, timeout=_PAUSE_S)
        except queue.Full:
            continue
        return True
    return False
