"""The last seconds that were heard as a clip of the project."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audioclf_gui.audio.files import Frames
from audioclf_gui.core.edits import label_clips
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.jobs.keep_sound import KeepSound, keep_sound


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
        request = KeepSound(samples, rate_hz, group, datetime.now())
        self._context.start(
            partial(keep_sound, request, self._context.document.project.view()),
            Text("Keeping what was heard"),
            on_done=partial(self._label, class_id),
            kept=True,
        )

    def _label(self, class_id: ClassId | None, path: Path) -> None:
        document = self._context.document
        clip = document.view.clip_at(path)
        if class_id in document.view.class_ids:
            document.do(Text("label what was heard"), label_clips(document.view, [clip.id], class_id))
        self.kept.emit(clip, class_id)
