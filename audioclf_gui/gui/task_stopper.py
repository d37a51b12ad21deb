"""Leaving a project in whatever state it is, in an order that keeps the data, within three seconds.

Only an edit that is being written may take longer: it would be lost.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from audioclf_gui.gui.tasks import Tasks

_PATIENCE_MS = 2300


class TaskStopper(QObject):
    """Waits, with the window's own loop running, until every background job has ended.

    The events that jobs still deliver are handled meanwhile: the last batch of an import is taken
    in, a take becomes a clip, a run is written down as stopped.
    """

    finished = Signal(bool)  # whether everything ended in time

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._is_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._give_up)
        tasks.changed.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether it is waiting."""
        return self._is_on

    def begin(self) -> None:
        """Stop every job and wait; `finished` comes in the next turn of the loop if none is running."""
        self._is_on = True
        self._timer.start()
        QTimer.singleShot(0, self._stop_all)

    def _stop_all(self) -> None:
        if self._is_on:  # else the last one has ended by itself, and others may have begun
            self._tasks.stop_all()
            self._look()

    def _look(self) -> None:
        if self._is_on and not self._tasks.running:
            self._end(in_time=True)

    def _give_up(self) -> None:
        if any(task.kept for task in self._tasks.running):
            self._timer.start()
        else:
            self._end(in_time=False)

    def _end(self, *, in_time: bool) -> None:
        self._is_on = False
        self._timer.stop()
        self.finished.emit(in_time)
