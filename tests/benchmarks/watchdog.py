"""How long the window's thread stands still: a heart that beats in it, and the longest pauses."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_BEAT_MS = 2


class Watchdog:
    """Notes the longest time between two beats of each phase.

    Attributes
    ----------
    worst_ms : dict of str to (float, float)
        For each phase the longest pause, and how much of it this thread computed itself; the rest it
        waited, for the interpreter or for other programs on a busy machine.
    beats : dict of str to int
        How often the heart beat meanwhile.
    """

    def __init__(self) -> None:
        self.worst_ms: dict[str, tuple[float, float]] = {}
        self.beats: dict[str, int] = {}
        self._phase = ""
        self._last = (0.0, 0.0)
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Watch what happens inside; the window's loop has to run in it and after it."""
        self._phase, self._last = name, _clocks()
        self.worst_ms.setdefault(name, (0.0, 0.0))
        self.beats.setdefault(name, 0)
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()

    def _beat(self) -> None:
        now = _clocks()
        pause_ms = (now[0] - self._last[0]) * 1000
        if pause_ms > self.worst_ms[self._phase][0]:
            self.worst_ms[self._phase] = pause_ms, (now[1] - self._last[1]) * 1000
        self.beats[self._phase] += 1
        self._last = now

    def report(self) -> str:
        """A line for each phase."""
        return "\n".join(
            f"{name:<26} worst block {pause_ms:6.0f} ms, {own_ms:5.0f} ms of it computing;"
            f" {self.beats[name]} beats"
            for name, (pause_ms, own_ms) in self.worst_ms.items()
        )


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()
