"""Label files that are being taken in, one request after the other."""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.jobs.import_labels import ImportLabels, LabelsImported, import_labels


class LabelImports(QObject):
    """Carries requests out in their order, each from what the one before has left."""

    done = Signal(object, object)  # ImportLabels, LabelsImported

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._requests: deque[ImportLabels] = deque()  # the first is being carried out

    def take_in(self, request: ImportLabels) -> None:
        """Take label files in, in the background."""
        self._requests.append(request)
        if len(self._requests) == 1:
            self._start()

    def _start(self) -> None:
        request = self._requests[0]
        self._context.start(
            partial(import_labels, request, self._context.document.project.view()),
            Text("Reading labels"),
            on_done=partial(self._tell, request),
            on_ended=self._go_on,
        )

    def _tell(self, request: ImportLabels, done: LabelsImported) -> None:
        self.done.emit(request, done)

    def _go_on(self) -> None:
        self._requests.popleft()
        if self._requests:
            self._start()
