"""The line at the bottom: what is saved, what computes, what goes on in the background."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.tasks import BackgroundTask, Tasks
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import ElidedLabel

_MESSAGE_MS = 6000


class StatusLine(QStatusBar):
    """Shows three facts between dots, or for some seconds a message in their place; at the right a hint."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._saved = ""
        self._computer = words(Text("CPU, {n} thread", "CPU, {n} threads", n=os.cpu_count() or 1))
        self.facts = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)  # most of it may be a long path
        self.facts.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self.facts, 1)
        self.hint = QLabel()
        self.hint.setProperty("role", "muted")
        self.hint.setContentsMargins(8, 0, 8, 0)
        self.addPermanentWidget(self.hint)
        tasks.changed.connect(self._refresh)
        self._refresh()

    def say(self, text: str) -> None:
        """Show a message for some seconds."""
        self.showMessage(" " + text, _MESSAGE_MS)

    def set_saved(self, text: str) -> None:
        """What to say about the project on disk."""
        self._saved = text
        self._refresh()

    def set_device(self, device: str) -> None:
        """What models are computed on; the CPU is shown anyway."""
        if device != "cpu":
            self._computer = device.replace("cuda", "GPU", 1)
            self._refresh()

    def _refresh(self) -> None:
        reading = self._tasks.reading
        going_on = [*map(_told, self._tasks.running), *([] if reading is None else [reading])]
        jobs = words(listed(going_on, ", ")) if going_on else self.tr("no background task")
        self.facts.set_text("   ·   ".join(part for part in (self._saved, self._computer, jobs) if part))


def _told(task: BackgroundTask) -> Text:
    if not task.total:
        return Text("{what}…", what=task.title)
    return Text("{what}: {share} %", what=task.title, share=task.done * 100 // task.total)
