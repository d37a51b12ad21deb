"""Playing in the window: one player, its state as signals."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.worker import Worker, leave

if TYPE_CHECKING:
    from audioclf_gui.audio.player import Player

_TICK_MS = 33
_PATIENCE_MS = 500


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be done with the loudspeaker: it may take its time, so a worker does it."""

    carry_out: Callable[["Player"], object]
    unasked: bool = False  # who is told of its failure once need not be told again
    ends: bool = False  # it follows on the end of the sound: what went wrong is told


class PlayerController(QObject):
    """The player as the window sees it; a missing device is a message, never an exception.

    The loudspeaker is opened and closed in a worker. Meanwhile the state is what was asked for, and of
    what is asked for then only the last is done.
    """

    state_changed = Signal()  # playing, paused or stopped
    position_changed = Signal(float)  # seconds, about 30 times a second while playing
    failed = Signal(object)  # UserError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Player | None = None  # made when first needed: it loads the sound library
        self._worker: Worker | None = None  # while it runs, the player belongs to it
        self._doing: _Wish | None = None
        self._next: _Wish | None = None
        self._error: Exception | None = None
        self._is_wanted = False  # sound
        self._is_shut = False
        self._is_pause_wanted = False
        self._place_s = 0.0  # where the sound is to begin, or ended
        self._is_scrubbing = False
        self._is_sought = False  # it was asked for while the loudspeaker was being opened
        self._changed: PlaySettings | None = None  # the same, in another way
        self._path: Path | None = None
        self._told: Text | None = None  # the failure that the user knows of
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether sound is coming out, or will as soon as the loudspeaker is ready."""
        return self._is_on and not self._is_pause_wanted and not self._is_scrubbing

    @property
    def is_paused(self) -> bool:
        """Whether it can go on where it stands."""
        return self._is_on and self._is_pause_wanted

    @property
    def _is_on(self) -> bool:
        return self._is_wanted and (self._worker is not None or self._idle_player.is_running)

    @property
    def _idle_player(self) -> "Player":
        assert self._player is not None
        assert self._worker is None
        return self._player

    @property
    def path(self) -> Path | None:
        """What was played last."""
        return self._path

    @property
    def position_s(self) -> float:
        """Where it is in the file, in seconds."""
        if self._worker is not None or self._player is None:
            return self._place_s
        return self._player.position_s

    def play(
        self,
        path: Path,
        start_s: float = 0.0,
        stop_s: float | None = None,
        *,
        loop: bool = False,
        band_hz: tuple[float, float] | None = None,
        settings: PlaySettings | None = None,
        unasked: bool = False,
    ) -> None:
        """Play a stretch of a file, in place of whatever was playing.

        What fails `unasked`, since it goes along with something else, is told once and not again
        until something was played.
        """

        def carry_out(player: "Player") -> None:
            player.play(path, start_s, stop_s, loop=loop, band_hz=band_hz, settings=settings)

        first_s = max(0.0, start_s - (0.0 if settings is None else settings.pre_roll_s))
        self._path, self._place_s, self._changed = path, first_s, None
        self._is_wanted, self._is_pause_wanted, self._is_sought = True, False, False
        self._is_scrubbing = False
        self._do(_Wish(carry_out, unasked))
        self.position_changed.emit(first_s)
        self.state_changed.emit()

    def scrub(self, path: Path, place_s: float, settings: PlaySettings) -> None:
        """Let a short grain of a file be heard, in place of whatever was playing; until `stop`."""
        self._path, self._place_s = path, place_s
        if self._is_on and self._is_scrubbing and self._worker is None:
            self._idle_player.scrub(path, place_s, settings)
            return
        self._is_wanted, self._is_pause_wanted, self._is_sought, self._changed = True, False, False, None
        self._is_scrubbing = True
        self._do(_Wish(lambda player: player.scrub(path, self._place_s, settings), unasked=True))

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self._is_on:
            self._is_pause_wanted = not self._is_pause_wanted
            if self._worker is None:
                self._pause_or_resume()
            self.state_changed.emit()

    def _pause_or_resume(self) -> None:
        if self._is_pause_wanted:
            self._idle_player.pause()
            self._timer.stop()
        else:
            self._idle_player.resume()
            self._timer.start()

    def seek(self, position_s: float) -> None:
        """Go on from another place."""
        if self._is_on:
            if self._worker is None:
                self._idle_player.seek(position_s)
            else:
                self._place_s, self._is_sought = position_s, True
            self.position_changed.emit(position_s)

    def change(self, settings: PlaySettings) -> None:
        """Play on in another way."""
        if self._is_on:
            if self._worker is None:
                self._idle_player.change(settings)
            else:
                self._changed = settings

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()
        if self._is_wanted:
            self._place_s = self.position_s
            self._is_wanted = self._is_pause_wanted = False
            self._do(_Wish(_stop))
            self.state_changed.emit()

    def shutdown(self) -> None:
        """The window closes: be silent, and wait a little for the loudspeaker.

        One that takes longer to open is closed by the worker that opens it: a stream that outlived its
        player would call what is not there any more.
        """
        self.stop()
        self._is_shut = True
        if self._worker is None:
            return
        leave([self._worker], _PATIENCE_MS)
        if self._worker.isFinished() and self._player is not None:
            self._player.stop()  # nobody is there to begin what was asked for after it

    def _do(self, wish: _Wish) -> None:
        self._next = wish
        if self._worker is None:
            self._begin()

    def _begin(self) -> None:
        self._doing, self._next, self._error = self._next, None, None
        app = QCoreApplication.instance()
        assert app is not None
        assert self._doing is not None
        self._timer.stop()
        self._worker = Worker(answering(partial(self._carry_out, self._doing)), app)
        self._worker.failed.connect(self._note_failure)
        self._worker.finished.connect(self._end)
        self._worker.start()

    def _carry_out(self, wish: _Wish) -> None:
        """In the worker."""
        if self._player is None:
            from audioclf_gui.audio.player import Player

            self._player = Player()
        wish.carry_out(self._player)
        if self._is_shut:
            self._player.stop()

    def _note_failure(self, error: Exception) -> None:
        self._error = error

    def _end(self) -> None:
        assert self._worker is not None
        self._worker.deleteLater()
        self._worker = None
        if self._next is not None:
            self._begin()
        elif self._error is not None:
            self._fail(self._error)
        elif self._is_wanted:
            self._go_on()
        elif self._doing is not None and self._doing.ends:
            self._tell_problem()

    def _fail(self, error: Exception) -> None:
        self._is_wanted = self._is_pause_wanted = False
        self.state_changed.emit()
        if not isinstance(error, UserError):
            raise error
        is_known, self._told = self._told == error.message, error.message
        if not (self._doing and self._doing.unasked and is_known):
            self.failed.emit(error)

    def _go_on(self) -> None:
        """The loudspeaker is ready: do what was asked for meanwhile."""
        self._told = None
        if self._changed is not None:
            self._idle_player.change(self._changed)
        if self._is_sought:
            self._idle_player.seek(self._place_s)
        self._pause_or_resume()
        self.state_changed.emit()

    def _tick(self) -> None:
        player = self._idle_player
        self.position_changed.emit(player.position_s)
        if not player.is_running:
            self._timer.stop()
            self._is_wanted = self._is_pause_wanted = False
            self._place_s = player.position_s
            self._do(_Wish(_end_sound, ends=True))
            self.state_changed.emit()

    def _tell_problem(self) -> None:
        problem = self._idle_player.problem
        if problem:
            remedy = Text("Check the loudspeaker or the file, then play it again.")
            self.failed.emit(UserError(problem, remedy=remedy))


def _stop(player: "Player") -> None:
    player.stop()


def _end_sound(player: "Player") -> None:
    assert not player.is_playing  # asking gives the loudspeaker back
