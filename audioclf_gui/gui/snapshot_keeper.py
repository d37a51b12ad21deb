"""Copies of the open project, taken in the background."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.jobs.snapshots import keep_safe

_EVERY_MS = 10 * 60 * 1000


class SnapshotKeeper(QObject):
    """Looks now and then, and when the project is left, whether a copy of it is due.

    Parameters
    ----------
    context
        Of the open project; the keeper goes with it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Take a copy in the background if one is due; leaving the project waits for it."""
        project = self._context.document.project.view()
        if not (project.read_only or project.is_draft):
            self._context.tasks.start(partial(keep_safe, project), Text("Copying the project"), kept=True)
