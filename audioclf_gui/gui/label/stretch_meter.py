"""Measures stretches of a file in the background, always the one that was asked for last."""

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


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a file that is to be measured."""

    path: Path
    stretch: Stretch


class StretchMeter(QObject):
    """What is asked for takes the place of what is being measured."""

    failed = Signal(object)  # Exception: a fault of the program's
    measured = Signal(object)  # Measurements of what was asked for last; None: its file cannot be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = LatestAnswer(_measured, self)
        self._latest.answered.connect(lambda _asked, found: self.measured.emit(found))
        self._latest.failed.connect(self.failed)

    def ask(self, asked: Asked | None) -> None:
        """Want a stretch measured, or nothing any more; returns at once."""
        self._latest.ask(asked)

    def shutdown(self) -> None:
        """End the thread."""
        self._latest.shutdown()


def _measured(asked: Asked) -> Generator[None, None, Measurements | None]:
    try:
        with closing(MonoReader()) as reader:
            return (yield from measuring_file(asked.path, asked.stretch, reader))
    except UserError:  # the editor says so in the place of the pictures
        return None
