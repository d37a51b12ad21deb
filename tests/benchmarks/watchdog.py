"""How long the window's thread stands still: a heart that beats in it, and the longest pauses."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer

_BEAT_MS = 2


class Watchdog:
    """Notes the longest time between two beats of each phase.

    Attributes
    ----------
    worst_ms : dict of str to (float, float)
        For each phase the longest pause, less what this thread waited for a core on a busy machine, and
        how much of it the thread computed itself; the rest it waited for the interpreter or for a disk.
    beats : dict of str to int
        How often the heart beat meanwhile.
    pauses_ms : dict of str to list of float
        All pauses of each phase.
    """

    def __init__(self) -> None:
        self.worst_ms: dict[str, tuple[float, float]] = {}
        self.beats: dict[str, int] = {}
        self._phase = ""
        self._last = (0.0, 0.0)
        self.pauses_ms: dict[str, list[float]] = {}
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Watch what happens inside; the window's loop has to run in it and after it."""
        self._phase, self._last = name, clocks()
        self.pauses_ms.setdefault(name, [])
        self.worst_ms.setdefault(name, (0.0, 0.0))
        self.beats.setdefault(name, 0)
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()

    def _beat(self) -> None:
        now = clocks()
        pause_ms = (now[0] - self._last[0]) * 1000
        if pause_ms > self.worst_ms[self._phase][0]:
            self.worst_ms[self._phase] = pause_ms, (now[1] - self._last[1]) * 1000
        self.pauses_ms[self._phase].append(pause_ms)
        self.beats[self._phase] += 1
        self._last = now

    def report(self) -> str:
        """A line for each phase."""
        return "\n".join(
            f"{name:<26} worst block {pause_ms:6.0f} ms, {own_ms:5.0f} ms of it computing;"
            f" {self.beats[name]} beats"
            for name, (pause_ms, own_ms) in self.worst_ms.items()
        )


def clocks() -> tuple[float, float]:
    """Seconds that went by but for those in which this thread waited for a core, and its CPU seconds."""
    return time.perf_counter() - _queued_s(), time.thread_time()


def _queued_s() -> float:
    """How long this thread was ready to run and other programs were running; 0 where nobody counts it."""
    try:
        counts = Path("/proc/thread-self/schedstat").read_text("ascii").split()
    except OSError:
        return 0.0
    return int(counts[1]) / 1e9
