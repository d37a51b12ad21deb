"""The only threading code of the window: it carries any engine job."""

from collections.abc import Callable, Generator
from contextlib import closing

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override


class Worker(QThread):
    """Emits every event of `job`; `finished` always follows, whatever happened.

    Connect `reported` and `failed` to methods of objects that live in the window's thread only.
    `stop` ends the job at its next event.
    """

    reported = Signal(object)
    failed = Signal(object)

    def __init__(self, job: Callable[[], Generator[object, None, object]], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job

    @override
    def run(self) -> None:
        try:
            with closing(self._job()) as events:
                for event in events:
                    self.reported.emit(event)
                    if self.isInterruptionRequested():
                        return
        except Exception as error:  # noqa: BLE001 - the thread's last resort; the window shows it
            self.failed.emit(error)

    def stop(self) -> None:
        """Ask the job to end; returns at once."""
        self.requestInterruption()
