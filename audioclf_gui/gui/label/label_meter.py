"""One thread that measures the sound of many labels, in the order in which they were asked for last."""

import threading
import time
from collections import deque
from collections.abc import Generator, Iterable
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
_MOST_KEPT = 50_000
_TOGETHER_S = 0.05


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stretch of a file that is to be measured, and for whom."""

    place: int
    path: Path
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class MeasuredLabel:
    """What it measures; None if its file cannot be read."""

    wanted: Wanted
    found: Measurements | None


class LabelMeter(QObject):
    """Measures in the background and remembers it; its thread begins with the first wish."""

    failed = Signal(object)  # Exception: a fault of the program's
    measured = Signal(object)  # tuple[MeasuredLabel, ...], of what is wanted still

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._queue: deque[Wanted] = deque()
        self._wishes = 0  # a new number for each time somebody asks
        self._is_closing = False
        self._known: dict[tuple[Path, Stretch], Measurements] = {}
        self._changed = threading.Condition()
        self._worker: Worker | None = None

    def ask(self, wanted: Iterable[Wanted]) -> None:
        """Want these measured, the first ones first, and nothing else any more; returns at once."""
        queue = deque(wanted)
        with self._changed:
            self._queue = queue
            self._wishes += 1
            self._changed.notify()
        if queue and self._worker is None:
            self._worker = Worker(self._serve, self)
            self._worker.reported.connect(self._tell)
            self._worker.failed.connect(self.failed)
            self._worker.start()

    def shutdown(self) -> None:
        """End the thread."""
        with self._changed:
            self._queue.clear()
            self._is_closing = True
            self._wishes += 1
            self._changed.notify()
        if self._worker is not None:
            leave([self._worker], _PATIENCE_MS)

    def _tell(self, told: tuple[int, tuple[MeasuredLabel, ...]]) -> None:
        wish, answers = told
        if wish == self._wishes:
            self.measured.emit(answers)

    def _serve(self) -> Generator[tuple[int, tuple[MeasuredLabel, ...]], None, None]:
        """Answers together what is found within a twentieth of a second."""
        answers: list[MeasuredLabel] = []
        began_s = time.monotonic()
        with closing(MonoReader()) as reader:
            while (following := self._next(reader)) is not None:
                wish, wanted = following
                if (answer := self._answer(wanted, reader, wish)) is None:
                    answers.clear()
                    continue
                answers.append(answer)
                if not self._queue or time.monotonic() > began_s + _TOGETHER_S:
                    yield wish, tuple(answers)
                    answers.clear()
                    began_s = time.monotonic()

    def _next(self, reader: MonoReader) -> tuple[int, Wanted] | None:
        with self._changed:
            if not self._queue:
                reader.close()
            self._changed.wait_for(lambda: self._queue or self._is_closing)
            return None if self._is_closing else (self._wishes, self._queue.popleft())

    def _answer(self, wanted: Wanted, reader: MonoReader, wish: int) -> MeasuredLabel | None:
        """None if something else has been asked for meanwhile."""
        key = wanted.path, wanted.stretch
        if key in self._known:
            return MeasuredLabel(wanted, self._known[key])
        work = measuring_file(wanted.path, wanted.stretch, reader)
        try:
            while wish == self._wishes:
                next(work)
        except StopIteration as done:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[key] = done.value
            return MeasuredLabel(wanted, done.value)
        except UserError:  # the editor and an export say so; here its cells stay empty
            return MeasuredLabel(wanted, None)
        return None
