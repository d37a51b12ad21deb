"""What the user points at, in the table of events or in the pictures, and what becomes of it."""

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.text import Text
from audioclf_gui.gui.live.clip_capture import ClipCapture
from audioclf_gui.gui.live.event_log import LoggedEvent
from audioclf_gui.gui.live.event_table import EventPanel
from audioclf_gui.gui.live.heard import Passage
from audioclf_gui.gui.live.pictures import Pictures
from audioclf_gui.gui.live.session import ListeningSession


class Pointing(QObject):
    """One thing at a time is pointed at: what is chosen in the table is marked in the pictures, too."""

    changed = Signal()
    refused = Signal(object)  # Text

    def __init__(
        self,
        session: ListeningSession,
        capture: ClipCapture,
        events: EventPanel,
        pictures: Pictures,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._capture = capture
        self._events = events
        self._pictures = pictures
        events.model.is_kept = lambda row: capture.is_kept(session.event_passage(row))
        events.play_asked.connect(lambda row: capture.play(session.event_passage(row)))
        events.keep_asked.connect(lambda row, name: self._keep(session.event_passage(row), name))
        events.picked.connect(self._pick_row)
        pictures.marked.connect(self._pick)
        pictures.play_asked.connect(self._play)
        pictures.keep_asked.connect(self.keep)

    def keep(self, class_name: str) -> None:
        """Make a clip of what is pointed at, else was heard last, of a class or ("") of none yet."""
        passage = self._session.wanted()
        if passage is None:
            self.refused.emit(Text("There is nothing to keep yet: nothing was heard."))
        else:
            self._keep(passage, class_name)

    def leave(self) -> bool:
        """Point at nothing and look at the present again; whether that was something else than before."""
        was_elsewhere = not self._pictures.is_following or self._session.picked is not None
        self._events.view.clearSelection()
        self._pictures.follow()
        return was_elsewhere

    def _keep(self, passage: Passage, class_name: str) -> None:
        offset_s = self._session.log.offset_s
        scores = self._pictures.plot.highest(passage.start_s - offset_s, passage.end_s - offset_s)
        self._capture.keep(passage, class_name, scores)

    def _play(self) -> None:
        if self._session.picked is not None:
            self._capture.play(self._session.picked)

    def _pick_row(self, row: LoggedEvent | None) -> None:
        picked, offset_s = self._session.picked, self._session.log.offset_s
        if row is not None:
            passage = self._session.event_passage(row)
            if passage.start_s >= offset_s:  # the pictures are those of the last sitting
                self._pictures.mark((passage.start_s - offset_s, passage.end_s - offset_s))
            self._point_at(passage)
        elif picked is not None and picked.is_event:
            self._pictures.follow()
            self._point_at(None)

    def _pick(self, stretch: tuple[float, float] | None) -> None:
        offset_s = self._session.log.offset_s
        self._point_at(None if stretch is None else Passage(offset_s + stretch[0], offset_s + stretch[1]))
        self._events.view.clearSelection()

    def _point_at(self, passage: Passage | None) -> None:
        self._session.picked = passage
        self.changed.emit()
