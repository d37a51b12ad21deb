"""One thread that answers always what was asked last."""

import threading
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from audioclf_gui.gui.worker import Worker, leave

_PATIENCE_MS = 100

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


class LatestAnswer(QObject, Generic[_Asked, _Answer]):
    """Works in the background; what is asked for takes the place of what is being worked on.

    Parameters
    ----------
    work
        Makes the answer in the thread. It yields now and then, so that it can be left for another question:
        None, or an answer as far as it is known.
    """

    failed = Signal(object)  # Exception: a fault of the program's
    answered = Signal(object, object)  # what was asked for last, and the answer

    def __init__(
        self, work: Callable[[_Asked], Generator[_Answer | None, None, _Answer]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._asked: _Asked | None = None
        self._is_new = self._is_closing = False
        self._changed = threading.Condition()
        self._worker = Worker(self._serve, self)
        self._worker.reported.connect(self._tell)
        self._worker.failed.connect(self.failed)
        self._worker.start()

    def ask(self, asked: _Asked | None) -> None:
        """Want an answer, or none any more; returns at once."""
        with self._changed:
            self._asked, self._is_new = asked, asked is not None
            self._changed.notify()

    def shutdown(self) -> None:
        """End the thread."""
        with self._changed:
            self._asked, self._is_closing = None, True
            self._changed.notify()
        leave([self._worker], _PATIENCE_MS)

    def _tell(self, told: tuple[_Asked, _Answer]) -> None:
        asked, answer = told
        if asked is self._asked:
            self.answered.emit(asked, answer)

    def _serve(self) -> Generator[tuple[_Asked, _Answer], None, None]:
        while (asked := self._next()) is not None:
            work = self._work(asked)
            while asked is self._asked:
                try:
                    answer = next(work)
                except StopIteration as done:
                    yield asked, done.value
                    break
                if answer is not None:
                    yield asked, answer
            work.close()

    def _next(self) -> _Asked | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_new or self._is_closing)
            self._is_new = False
            return None if self._is_closing else self._asked
