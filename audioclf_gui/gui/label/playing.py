"""Playing the clip that is shown: what, from where, how fast; and the red line that follows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.gui.label.view_state import ViewState
from audioclf_gui.gui.playback import PlayerController

_END_S = 0.02  # a cursor nearer to the end than this starts from the beginning


class Playing(QObject):
    """Plays the selection, or from the cursor on; reacts only to the sound that it started itself."""

    changed = Signal(bool)  # whether sound is coming out

    def __init__(
        self, player: PlayerController, view: ViewState, path: Callable[[], Path | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._view = view
        self._path = path
        self._started: Path | None = None
        self._is_scrubbing = False
        self._loops = False
        self._is_unasked = False
        self._settings = PlaySettings()
        player.position_changed.connect(self._follow)
        player.state_changed.connect(self._tell)

    @property
    def is_on(self) -> bool:
        """Whether the shown clip is being played, or paused."""
        return self._is_own() and (self._player.is_playing or self._player.is_paused)

    @property
    def is_asked_for(self) -> bool:
        """Whether the user began to play what is heard, and not the program when it went on to a clip."""
        return not self._is_unasked

    def toggle(self) -> None:
        """Play, or stop."""
        if self.is_on:
            self.stop()
        else:
            self.start()

    def start(self, *, loop: bool | None = None, unasked: bool = False) -> None:
        """Play the selection, in its band if it is a box; else from the cursor to the end."""
        path, view = self._path(), self._view
        if path is None or view.duration_s <= 0:
            return
        selection = view.selection
        self._started, self._is_unasked = path, unasked
        loop = self._loops if loop is None else loop
        if selection is not None and selection.duration_s > 0:
            self._player.play(
                path,
                selection.start_s,
                selection.end_s,
                loop=loop,
                band_hz=selection.band_hz,
                settings=self._settings,
                unasked=unasked,
            )
        else:
            start_s = view.cursor_s if view.cursor_s < view.duration_s - _END_S else 0.0
            settings = replace(self._settings, pre_roll_s=0.0)
            self._player.play(path, start_s, None, loop=loop, settings=settings, unasked=unasked)

    def start_view(self) -> None:
        """Play once what is in view, whatever is selected."""
        path, view = self._path(), self._view
        if path is not None and view.duration_s > 0:
            self._started, self._is_unasked = path, False
            end_s = min(view.end_s, view.duration_s)
            settings = replace(self._settings, pre_roll_s=0.0)
            self._player.play(path, view.t0_s, end_s, loop=False, settings=settings)

    def stop(self) -> None:
        """Be silent; the red line goes back to the cursor."""
        if self._is_own():
            self._player.stop()
            self._started = None
        self._view.set_play_position(None)
        self.changed.emit(False)

    def scrub(self, place_s: float) -> None:
        """Let what is at a place be heard for a moment, unless the clip is being played."""
        path = self._path()
        if path is not None and not self.is_on:
            self._player.scrub(path, place_s, self._settings)
            self._is_scrubbing = True

    def end_scrub(self) -> None:
        """Be silent after `scrub`."""
        if self._is_scrubbing:
            self._is_scrubbing = False
            if not self.is_on:
                self._player.stop()

    def pause(self) -> None:
        """Pause, or go on."""
        if self._is_own():
            self._player.toggle_pause()

    def set_loop(self, *, loops: bool) -> None:
        """Play over and over; what is being played begins anew."""
        self._loops = loops
        if self.is_on:
            self.start()

    def set_settings(self, settings: PlaySettings) -> None:
        """Play in another way, at once."""
        self._settings = settings
        if self.is_on:
            self._player.change(settings)

    def seek(self, by_s: float) -> None:
        """Jump ahead or back."""
        place_s = min(max(self._view.head_s + by_s, 0.0), self._view.duration_s)
        self.go_to(place_s)

    def go_to(self, place_s: float) -> None:
        """Go on from there, or put the cursor there in silence."""
        if self.is_on:
            self._player.seek(place_s)
        else:
            self._view.set_cursor(place_s)
        self._view.reveal(place_s)

    def _is_own(self) -> bool:
        return self._started is not None and self._player.path == self._started

    def _follow(self, position_s: float) -> None:
        if self._is_own():
            self._view.set_play_position(min(position_s, self._view.duration_s))
            self._view.turn_page(self._view.head_s)

    def _tell(self) -> None:
        if self._started is None:
            return
        if not self.is_on:
            self._started = None
            self._view.set_play_position(None)
        self.changed.emit(self.is_on)
