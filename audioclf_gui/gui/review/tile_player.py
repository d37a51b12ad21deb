"""Plays the clips of the grid, one at a time, and shows where."""

from pathlib import Path

from PySide6.QtCore import QObject

from audioclf_gui.gui.context import Context
from audioclf_gui.gui.review.grid import ClipGrid


class TilePlayer(QObject):
    """Between the player that all share and the tile whose sound it plays."""

    def __init__(self, context: Context, grid: ClipGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._grid = grid
        self._place = -1  # of the tile whose sound is played; -1: none
        self._from_s = 0.0  # where in its clip what is played begins
        context.player.position_changed.connect(self._show_position)
        context.player.state_changed.connect(self._follow)

    def toggle(self, place: int) -> None:
        """Play a clip, or stop it."""
        if self._place >= 0 and self._place == place:
            self.stop()
        else:
            self.play(place)

    def play(self, place: int, *, unasked: bool = False) -> None:
        """Play a clip from its start."""
        if not 0 <= place < len(self._grid.entries):
            return
        view = self._context.document.view
        path = view.audio_path(view.clip(self._grid.entries[place].clip_id))
        self._place, self._from_s = place, 0.0
        self._context.player.play(path, unasked=unasked)

    def play_file(self, place: int, path: Path, from_s: float) -> None:
        """Play a file that sounds like a clip from `from_s`."""
        self._place, self._from_s = place, from_s
        self._context.player.play(path)

    def stop(self) -> None:
        """Stop what is played here; what others play goes on."""
        if self._place >= 0:
            self._place = -1
            self._context.player.stop()
            self._grid.show_playing(-1, 0.0)

    def _show_position(self, position_s: float) -> None:
        if 0 <= self._place < len(self._grid.entries):
            clip = self._context.document.view.clip(self._grid.entries[self._place].clip_id)
            part = (self._from_s + position_s) / max(clip.duration_s, 1e-6)
            self._grid.show_playing(self._place, part)

    def _follow(self) -> None:
        if self._place >= 0 and not self._context.player.is_playing:
            self._place = -1
            self._grid.show_playing(-1, 0.0)
