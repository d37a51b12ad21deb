"""One thread that measures stretches of a file, always the one that was asked for last."""

import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.measured_files import measuring_file
from audioclf_gui.audio.measurements import Measurements, Stretch
from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.worker import Worker, leave

_PATIENCE_MS = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a file that is to be measured."""

    path: Path
    stretch: Stretch


class StretchMeter(QObject):
    """Measures in the background; what is asked for takes the place of what is being measured."""

    failed = Signal(object)  # Exception: a fault of the program's
    measured = Signal(object)  # Measurements of what was asked for last; None: its file cannot be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._is_new = self._is_closing = False
        self._changed = threading.Condition()
        self._worker = Worker(self._serve, self)
        self._worker.reported.connect(self._tell)
        self._worker.failed.connect(self.failed)
        self._worker.start()

    def ask(self, asked: Asked | None) -> None:
        """Want a stretch measured, or nothing any more; returns at once."""
        with self._changed:
            self._asked, self._is_new = asked, asked is not None
            self._changed.notify()

    def shutdown(self) -> None:
        """End the thread."""
        with self._changed:
            self._asked, self._is_closing = None, True
            self._changed.notify()
        leave([self._worker], _PATIENCE_MS)

    def _tell(self, answer: tuple[Asked, Measurements | None]) -> None:
        asked, found = answer
        if asked is self._asked:
            self.measured.emit(found)

    def _serve(self) -> Generator[tuple[Asked, Measurements | None], None, None]:
        while (asked := self._next()) is not None:
            try:
                found = self._measure(asked)
            except UserError:  # the editor says so in the place of the pictures
                found = None
            yield asked, found

    def _next(self) -> Asked | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_new or self._is_closing)
            self._is_new = False
            return None if self._is_closing else self._asked

    def _measure(self, asked: Asked) -> Measurements | None:
        """None if something else has been asked for meanwhile."""
        with closing(MonoReader()) as reader:
            work = measuring_file(asked.path, asked.stretch, reader)
            while asked is self._asked:
                try:
                    next(work)
                except StopIteration as done:
                    found: Measurements = done.value
                    return found
        return None
