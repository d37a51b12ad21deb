"""A tracker beside the training, which waits for no disk and no server."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from audioclf_gui.core.errors import in_words
from audioclf_gui.remote.tracking.values import EpochTold, RunEnded, Tracker


class InBackground:
    """Tells one tool about a run; with its first failure that ends, and training does not know of it.

    Parameters
    ----------
    open_tracker
        Begins the run there; called in the background, as it may take seconds.
    """

    def __init__(self, open_tracker: Callable[[], Tracker]) -> None:
        self.problem = ""  # what went wrong, in words
        self._open = open_tracker
        self._tracker: Tracker | None = None
        self._waiting: deque[EpochTold | RunEnded] = deque()
        self._one_by_one = ThreadPoolExecutor(1, "tracking")
        self._last: Future[None] = self._one_by_one.submit(self._tell_waiting)

    def tell(self, value: EpochTold | RunEnded) -> None:
        """Pass a value on; the end is the last of them."""
        self._waiting.append(value)
        self._last = self._one_by_one.submit(self._tell_waiting)
        if isinstance(value, RunEnded):
            self._one_by_one.shutdown(wait=False)

    def wait(self, seconds: float) -> None:
        """Give it so long to tell what it has not yet."""
        wait([self._last], seconds)

    def _tell_waiting(self) -> None:
        """Tell all that came since: what comes fast goes to a slow server together."""
        if self.problem:
            self._waiting.clear()
            return
        try:
            if self._tracker is None:
                self._tracker = self._open()
            epochs: list[EpochTold] = []
            while self._waiting:
                value = self._waiting.popleft()
                if isinstance(value, EpochTold):
                    epochs.append(value)
                    continue
                self._tracker.tell(epochs)
                self._tracker.end(value)
                return
            if epochs:
                self._tracker.tell(epochs)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, the run goes on, and is told of it
            self.problem = in_words(error)
