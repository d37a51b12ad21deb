"""Listening as the window sees it: start, stop, and 30 times a second what was heard."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.live.listening import ListeningEvent, gathered
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.alerts import Alarm, NotAlerted
from audioclf_gui.jobs.keep_sound import KeepSound
from audioclf_gui.jobs.listen import Listen, Opened, listen
from audioclf_gui.jobs.listen_beside import NothingOfNumbers
from audioclf_gui.jobs.log_events import NotLogged
from audioclf_gui.jobs.record_heard import NotRecorded

if TYPE_CHECKING:
    from audioclf_gui.ml.live import LiveEvent

_TICK_MS = 33


class State(Enum):
    """How far it is."""

    IDLE = auto()
    OPENING = auto()
    LISTENING = auto()
    STOPPING = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """What was heard since the last one."""

    sound: npt.NDArray[np.float32]  # mono (frames,), at the rate of the input
    now_s: float  # the end of it, since listening began
    answers: "tuple[LiveEvent, ...]"  # in order


class Listener(QObject):
    """Runs one listening at a time."""

    opened = Signal(object)  # Opened
    ticked = Signal(object)  # Tick
    state_changed = Signal()
    device_changed = Signal(object)  # DeviceState
    failed = Signal(object)  # Exception
    beside = Signal(object)  # BesideTold

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._worker: Worker | None = None
        self._switch = threading.Event()
        self._opened: Opened | None = None
        self._answers: deque[LiveEvent] = deque()
        self._frames = 0
        self._next: Callable[[], None] | None = None
        self.state = State.IDLE
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is going on, so that it can start."""
        return self.state is State.IDLE

    def start(self, wanted: Listen) -> None:
        """Load the model, open the input, listen."""
        assert self.is_idle
        switch = threading.Event()
        answers: deque[LiveEvent] = deque()
        self._switch, self._answers, self._opened, self._frames = switch, answers, None, 0
        self._set_state(State.OPENING)
        self._worker = self._context.start(
            lambda: gathered(listen(wanted, switch), answers),
            Text("Listening"),
            self._take,
            on_failed=self._fail,
            on_ended=self._end,
        )

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def stop(self, then: Callable[[], None] | None = None) -> None:
        """End it; returns at once. `then` is called when it has ended."""
        self._next = then
        self._switch.set()
        if self._worker is not None:
            self._worker.stop()
            self._set_state(State.STOPPING)

    def _take(self, event: ListeningEvent) -> None:
        match event:
            case Opened() if not self._switch.is_set():
                self._opened = event
                self.opened.emit(event)
                self._timer.start()
                self._set_state(State.LISTENING)
            case NotLogged() | KeepSound() | Alarm() | NotAlerted() | NothingOfNumbers():
                self.beside.emit(event)
            case NotRecorded():
                self._context.status(words(event.text))
            case DeviceState():
                self._tick()
                self.device_changed.emit(event)

    def _tick(self) -> None:
        opened = self._opened
        if opened is None:
            return
        # Answers first: the sound that they are about is in the ring already.
        answers = tuple(self._answers.popleft() for _ in range(len(self._answers)))
        sound = opened.sound.read()[:, 0]
        self._frames += len(sound)
        if answers or len(sound):
            self.ticked.emit(Tick(sound, self._frames / opened.rate_hz, answers))

    def _end(self) -> None:
        self._timer.stop()
        self._tick()
        self._worker = self._opened = None
        self._set_state(State.IDLE)
        following, self._next = self._next, None
        if following is not None:
            following()

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit()
