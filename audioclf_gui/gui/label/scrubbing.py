"""Hearing what is under the pointer while something is dragged."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from audioclf_gui.gui.label.playback_choice import PlaybackChoice
from audioclf_gui.gui.label.playing import Playing
from audioclf_gui.gui.label.time_pane import TimePane


class Scrubbing(QObject):
    """Looks on while the panes are dragged in, whatever the drag does there."""

    def __init__(
        self, panes: Iterable[TimePane], playing: Playing, choice: PlaybackChoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._playing = playing
        self._choice = choice
        for pane in panes:
            pane.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, TimePane) and isinstance(event, QMouseEvent):
            is_left = bool(event.buttons() & Qt.MouseButton.LeftButton)
            if event.type() == QEvent.Type.MouseMove and is_left and self._choice.settings.scrubs:
                self._playing.scrub(watched.time_of(event.position().x()))
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._playing.end_scrub()
        return False
