"""What was heard as clips of the project."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Clip
from audioclf_gui.core.edits import label_clips
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.live.heard import Passage
from audioclf_gui.gui.live.keeping import keep_heard
from audioclf_gui.gui.live.session import ListeningSession
from audioclf_gui.gui.live.time_axis import time_text
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.keep_sound import KeepSound

FORGOTTEN = Text("This sound is forgotten: the last 10 minutes are remembered.")


class ClipCapture(QObject):
    """Plays what was heard, and takes it into the project, with a label that can be undone."""

    kept = Signal(object, str)  # Clip, name of its class or "" for none

    def __init__(self, context: Context, session: ListeningSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._folder = TemporaryDirectory(prefix="audioclf-", ignore_cleanup_errors=True)
        self._played: Path | None = None

    def keep(self, passage: Passage, class_name: str, scores: Mapping[str, float]) -> None:
        """Make a clip of a stretch; if it is one already, only its class is changed.

        Parameters
        ----------
        class_name
            A class of the project, or one to be made; empty: none yet.
        scores
            What the model made of it.
        """
        clip = self._clip_of(passage)
        if clip is not None:
            self._label(clip, class_name)
        elif (request := self._request(passage, scores)) is not None:
            keep_heard(
                self._context,
                request,
                Text("Keeping what was heard"),
                partial(self._take, passage, class_name),
                self._context.message_bar.show_failure,
            )

    def play(self, passage: Passage) -> None:
        """Let it be heard."""
        request = self._request(passage, {})
        if request is not None:
            path = Path(self._folder.name) / f"{passage.start_s:.3f}-{passage.end_s:.3f}.wav"
            self._context.start(
                answering(partial(_written, path, request)),
                Text("Playing what was heard"),
                on_done=self._play,
            )

    def is_kept(self, passage: Passage) -> bool:
        """Whether it is a clip of the project now."""
        return self._clip_of(passage) is not None

    def _clip_of(self, passage: Passage) -> Clip | None:
        clip_id = self._session.kept.get(passage.key)
        clip = None if clip_id is None else self._context.document.view.clips_by_id.get(clip_id)
        return None if clip is None or clip.removed else clip

    def _request(self, passage: Passage, scores: Mapping[str, float]) -> KeepSound | None:
        sitting = self._session.sitting_of(passage)
        try:
            request = None if sitting is None else sitting.to_keep(passage, scores)
        except UserError as error:
            self._context.message_bar.show_error(error)
            return None
        if request is None or not len(request.samples):
            self._context.status(words(FORGOTTEN))
            return None
        return request

    def _play(self, path: Path) -> None:
        before, self._played = self._played, path
        self._context.player.play(path)
        if before is not None and before != path:
            with suppress(OSError):  # on Windows while it is open; it goes with the folder
                before.unlink()

    def _take(self, passage: Passage, class_name: str, path: Path) -> None:
        clip = self._context.document.view.clip_at(path)
        self._session.kept[passage.key] = clip.id
        self._label(clip, class_name)

    def _label(self, clip: Clip, class_name: str) -> None:
        view = self._context.document.view
        classes = view.with_classes([class_name])
        change = label_clips(view, [clip.id], class_named(classes, class_name))
        if view.labels(clip.id) or class_name:
            if classes != view.classes:
                change = replace(change, classes=classes)
            self._context.do(Text("label what was heard"), change)
        self.kept.emit(clip, class_name)


def _written(path: Path, sound: KeepSound) -> Path:
    try:
        write_wav(path, sound.samples, sound.rate_hz)
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


def wanted_text(session: ListeningSession) -> Text:
    """What a key keeps now, see `ListeningSession.wanted`."""
    picked = session.picked
    if picked is None:
        seconds = session.options.keep_s
        return Text("the last event (else {seconds:g} s)", seconds=seconds)
    at = time_text(session.origin, picked.start_s)
    return Text("the {seconds:.1f} s from {at} on", seconds=picked.end_s - picked.start_s, at=at)
