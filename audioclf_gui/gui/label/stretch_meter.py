"""Measures stretches of a file in the background, always the one that was asked for last."""

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.files import MonoReader
from audioclf_gui.audio.measured_files import measuring_file
from audioclf_gui.audio.measurements import Measurements, Stretch
from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.latest_answer import LatestAnswer

_TELL_EVERY_S = 0.3


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a file that is to be measured."""

    path: Path
    stretch: Stretch


class StretchMeter(QObject):
    """What is asked for takes the place of what is being measured."""

    failed = Signal(object)  # Exception: a fault of the program's
    going_on = Signal(float)  # how much of what was asked for last is done, 0 to 1, where that takes long
    measured = Signal(object)  # Measurements of what was asked for last; None: its file cannot be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = LatestAnswer(_measured, self)
        self._latest.answered.connect(self._tell)
        self._latest.failed.connect(self.failed)

    def ask(self, asked: Asked | None) -> None:
        """Want a stretch measured, or nothing any more; returns at once."""
        self._latest.ask(asked)

    def shutdown(self) -> None:
        """End the thread."""
        self._latest.shutdown()

    def _tell(self, _asked: Asked, found: float | Measurements | None) -> None:
        if isinstance(found, float):
            self.going_on.emit(found)
        else:
            self.measured.emit(found)


def _measured(asked: Asked) -> Generator[float | None, None, float | Measurements | None]:
    told_at = time.monotonic()
    try:
        with closing(MonoReader()) as reader:
            work = measuring_file(asked.path, asked.stretch, reader)
            while True:
                share = next(work)
                is_due = time.monotonic() - told_at >= _TELL_EVERY_S
                told_at = time.monotonic() if is_due else told_at
                yield share if is_due else None
    except StopIteration as done:
        found: Measurements = done.value
        return found
    except UserError:  # the editor says so in the place of the pictures
        return None
