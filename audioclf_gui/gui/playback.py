"""Playing in the window: one player, its state as signals."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

if TYPE_CHECKING:
    from audioclf_gui.audio.player import Player

_TICK_MS = 33


class PlayerController(QObject):
    """The player as the window sees it; a missing device is a message, never an exception."""

    state_changed = Signal()  # playing, paused or stopped
    position_changed = Signal(float)  # seconds, about 30 times a second while playing
    failed = Signal(object)  # UserError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Player | None = None  # made when first needed: it loads the sound library
        self._path: Path | None = None
        self._told: Text | None = None  # the failure that the user knows of
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether sound is coming out."""
        return self._player is not None and self._player.is_playing and not self._player.is_paused

    @property
    def is_paused(self) -> bool:
        """Whether it can go on where it stands."""
        return self._player is not None and self._player.is_paused

    @property
    def path(self) -> Path | None:
        """What was played last."""
        return self._path

    @property
    def position_s(self) -> float:
        """Where it is in the file, in seconds."""
        return 0.0 if self._player is None else self._player.position_s

    def play(
        self,
        path: Path,
        start_s: float = 0.0,
        stop_s: float | None = None,
        *,
        loop: bool = False,
        speed: float = 1.0,
        band_hz: tuple[float, float] | None = None,
        unasked: bool = False,
    ) -> None:
        """Play a stretch of a file, in place of whatever was playing.

        What fails `unasked`, since it goes along with something else, is told once and not again
        until something was played.
        """
        try:
            if self._player is None:
                from audioclf_gui.audio.player import Player

                self._player = Player()
            self._player.play(path, start_s, stop_s, loop=loop, speed=speed, band_hz=band_hz)
        except UserError as error:
            self._timer.stop()
            is_known, self._told = self._told == error.message, error.message
            if not (unasked and is_known):
                self.failed.emit(error)
        else:
            self._told = None
            self._path = path
            self._timer.start()
            self.position_changed.emit(start_s)
        self.state_changed.emit()

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self._player is None:
            return
        if self._player.is_paused:
            self._player.resume()
            self._timer.start()
        elif self._player.is_playing:
            self._player.pause()
            self._timer.stop()
        self.state_changed.emit()

    def seek(self, position_s: float) -> None:
        """Go on from another place."""
        if self._player is not None:
            self._player.seek(position_s)
            self.position_changed.emit(position_s)

    def stop(self) -> None:
        """Be silent."""
        if self._player is not None and (self._player.is_playing or self._player.is_paused):
            self._player.stop()
            self.state_changed.emit()
        self._timer.stop()

    def _tick(self) -> None:
        assert self._player is not None
        self.position_changed.emit(self._player.position_s)
        if not self._player.is_playing:
            self._timer.stop()
            self.state_changed.emit()
            if self._player.problem:
                self.failed.emit(
                    UserError(
                        self._player.problem,
                        remedy=Text("Check the loudspeaker or the file, then play it again."),
                    )
                )
