"""What the window does with what comes of listening unasked: it keeps, rings and tells."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.live.keeping import keep_heard
from audioclf_gui.gui.live.session import ListeningSession
from audioclf_gui.gui.live.time_axis import time_text
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.jobs.alerts import Alarm, NotAlerted
from audioclf_gui.jobs.keep_sound import KeepSound
from audioclf_gui.jobs.listen_beside import BesideTold, NothingOfNumbers
from audioclf_gui.jobs.log_events import NotLogged

if TYPE_CHECKING:
    from audioclf_gui.ml.decisions import Event

_RING_HZ = 44_100
_TONES_HZ = (880.0, 660.0)
_TONE_S = 0.15


class Unasked(QObject):
    """Takes what the listener tells beside the answers of the model."""

    kept = Signal(int)  # so many sounds near the threshold at this sitting

    def __init__(self, context: Context, session: ListeningSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._context = context
        self._session = session
        self._count = 0
        self._impossible: list[Text] = []  # what of it comes to nothing with this model
        self._folder = TemporaryDirectory(prefix="audioclf-", ignore_cleanup_errors=True)

    def begin(self) -> None:
        """Another sitting begins."""
        self._count = 0
        self._impossible.clear()
        self.kept.emit(0)

    def take(self, told: BesideTold) -> None:
        """Do what is to be done."""
        match told:
            case KeepSound():
                keep_heard(
                    self._context,
                    told,
                    Text("Keeping a sound near the threshold"),
                    self._count_kept,
                    self._tell_failure,
                )
            case Alarm(event=event):
                self._warn(event)
            case NothingOfNumbers():
                self._impossible.append(told.text)
                self._context.message_bar.show_note(words(listed(self._impossible)))
            case NotLogged() | NotAlerted():
                self._context.message_bar.show_note(words(told.text))

    def _count_kept(self, path: Path) -> None:
        self._count += 1
        self.kept.emit(self._count)
        text = Text("A sound near the threshold is in the label queue: {name}", name=path.name)
        self._context.status(words(text))

    def _tell_failure(self, error: Exception) -> None:
        """Nobody asked for it, so what hinders it is no message of its own."""
        if isinstance(error, UserError):
            self._context.status(in_sentences(error))
        else:
            self._context.message_bar.show_failure(error)

    def _warn(self, event: "Event") -> None:
        options = self._session.options.unasked
        if options.shows_banner:
            at = time_text(self._session.origin, self._session.log.offset_s + event.start_s)
            text = Text("Alert: {name} at {at}", name=event.class_name, at=at)
            self._context.message_bar.show_note(words(text))
            QApplication.alert(self._window)
        if options.rings and not self._context.player.is_playing:
            self._context.player.play(self._ring(), unasked=True)

    def _ring(self) -> Path:
        path = Path(self._folder.name) / "alert.wav"
        if not path.exists():
            time_s = np.arange(round(_TONE_S * _RING_HZ)) / _RING_HZ
            fade = np.minimum(1.0, np.minimum(time_s, _TONE_S - time_s) / 0.01)
            tones = [0.4 * fade * np.sin(2.0 * np.pi * hz * time_s) for hz in _TONES_HZ]
            write_wav(path, np.concatenate(tones).astype(np.float32), _RING_HZ)
        return path
