"""The last seconds that were heard as a clip of the project."""

from collections.abc import Generator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.files import Frames, write_wav
from audioclf_gui.audio.ingest import IngestEvent, ingest
from audioclf_gui.core.clip import Candidate, FoundClip, Quarantined
from audioclf_gui.core.edits import label_clips
from audioclf_gui.core.errors import ReadOnlyProjectError, UnreadableAudioError, UserError
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.project import RECORDINGS
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context


class ClipCapture(QObject):
    """Writes sound into the project's folder and takes it in, with a label that can be undone."""

    kept = Signal(object, object)  # Clip, ClassId | None

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def keep(self, samples: Frames, rate_hz: int, class_id: ClassId | None, group: str) -> None:
        """Make a clip of mono sound (frames,).

        Parameters
        ----------
        group
            What was heard at one sitting is one recording: it must not be on both sides of a split.
        """
        project = self._context.document.project
        if project.read_only:
            self._context.message_bar.show_error(ReadOnlyProjectError(project.folder))
            return
        name = f"live-{datetime.now():%Y-%m-%d %H-%M-%S-%f}"[:-3]
        path = project.folder / RECORDINGS / f"{name}.wav"
        self._context.start(
            lambda: _written(path, samples, rate_hz, group),
            Text("Keeping what was heard"),
            lambda event: self._take_in(event, class_id),
        )

    def _take_in(self, event: IngestEvent, class_id: ClassId | None) -> None:
        document = self._context.document
        match event:
            case FoundClip():
                (clip,) = document.add_clips([event])
                if class_id is not None and any(known.id == class_id for known in document.view.classes):
                    document.do(Text("label what was heard"), label_clips(document.view, [clip.id], class_id))
                self.kept.emit(clip, class_id)
            case Quarantined():
                self._context.message_bar.show_error(UnreadableAudioError(event.path, event.reason))


def _written(path: Path, samples: Frames, rate_hz: int, group: str) -> Generator[IngestEvent, None, None]:
    try:
        path.parent.mkdir(exist_ok=True)
        write_wav(path, samples, rate_hz)
    except OSError as error:
        raise UserError(
            Text("{name} cannot be written: {problem}", name=path.name, problem=error.strerror or str(error)),
            remedy=Text("Make room on the disk, or free the project's folder for writing."),
        ) from error
    yield from ingest([Candidate(path, group=group)])
